"""The words of a command line go in; one function of the library runs; what it says is printed.

Exit status: 0 good, 1 ours (an error that Sijill explains), 2 usage.
"""

from __future__ import annotations

import io
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from typing import Any

import click

from sijill import __version__
from sijill.cli.asking import find_command, register_asking
from sijill.cli.building import build_command, verify_command
from sijill.cli.project import add_command, new_command
from sijill.cli.reading import evaluate_command, read_command, train_command
from sijill.cli.serving import serve_command
from sijill.errors import SijillError, UsageError

_HELP = """Published words about two states in; a record and a documentary film out.

\b
sijill new film --title "Strong Partner" --between KZ JP
cd film
sijill add ~/clippings
sijill build
"""


@click.group(help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sijill")
def cli() -> None:
    """Hold the commands together."""


for _command in (
    new_command,
    add_command,
    build_command,
    read_command,
    evaluate_command,
    train_command,
    find_command,
    verify_command,
    serve_command,
):
    cli.add_command(_command)
register_asking(cli)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; this alone turns an error into text and an exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal without Unicode shows \u0633 where it has no sign, instead of stopping.
        sys.stdout.reconfigure(errors="backslashreplace")
    # Whoever ends a program politely gets the same as with Ctrl-C: what was finished is kept.
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        outcome: Any = cli.main(args=arguments, prog_name="sijill", standalone_mode=False)
        sys.exit(outcome if isinstance(outcome, int) else 0)
    except click.exceptions.Abort:
        click.echo(
            "Stopped. What was finished is kept; the same command goes on from there.", err=True
        )
        sys.exit(1)
    except click.ClickException as fault:
        fault.show()
        sys.exit(2)
    except UsageError as fault:
        click.echo(f"Error: {fault}", err=True)
        sys.exit(2)
    except SijillError as fault:
        click.echo(f"Error: {fault}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output (head, less) went away; that is no error.
        sys.stderr.close()
        sys.exit(0)
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        click.echo(f"Error: {where}{fault.strerror or fault}", err=True)
        sys.exit(1)
    except Exception as fault:
        click.echo(
            f"Error: a mistake of Sijill's own: {type(fault).__name__}: {fault}\n"
            "Your sources and decisions are safe. Please report it with these lines:\n\n"
            f"{traceback.format_exc()}",
            err=True,
        )
        sys.exit(1)


if __name__ == "__main__":
    main()
