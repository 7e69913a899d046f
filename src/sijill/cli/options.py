"""What several commands share: the option for the project, who is at work, and the time."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from sijill.cli.hints import keep_project
from sijill.dates import parse_edtf
from sijill.errors import FormatFault, UsageError
from sijill.languages import LANGUAGES
from sijill.workspace import check_named

F = TypeVar("F", bound=Callable[..., Any])

LANGUAGE = click.Choice(LANGUAGES)


def _check_project(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """Refuse a folder that was named and is no project; only without one is it looked for."""
    if context.get_parameter_source(parameter.name or "") is not ParameterSource.DEFAULT:
        keep_project(value)
        check_named(value)
    return value


def project_option(function: F) -> F:
    """Add `-p DIR`, the project's folder; without it, the nearest from where one stands upwards."""
    option = click.option(
        "-p",
        "--project",
        "project",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path("."),
        callback=_check_project,
        help="The project's folder (default: the one you stand in).",
    )
    return option(function)


def json_option(function: F) -> F:
    """Add `--json`: the same answer for programs."""
    option = click.option("--json", "as_json", is_flag=True, help="Give the answer as JSON.")
    return option(function)


def check_date(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse a date that cannot be read as wrong use of its option."""
    if value is None:
        return None
    try:
        return parse_edtf(value).edtf
    except FormatFault as fault:
        raise UsageError(fault.what, where=parameter.opts[0], remedy=fault.remedy) from fault


def now() -> str:
    """Give the time in UTC, ISO 8601, to the second; the one place that reads the clock."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def who() -> str:
    """Give the name of the person at work, as the system knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


as_of_option = click.option(
    "--as-of",
    metavar="DATE",
    callback=check_date,
    help="Who held which post on that day, as far as record and register know.",
)
