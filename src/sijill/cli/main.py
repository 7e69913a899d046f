"""The words of a command line go in; one function of the library runs; what it says is printed.

Exit status: 0 good, 1 ours (an error that Sijill explains), 2 usage.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from sijill import __version__
from sijill.cli.hints import keep_project, program, say
from sijill.errors import SijillError, UsageError

_HELP = """Published words about two states in; a record and a documentary film out.

\b
sijill new film --title "Strong Partner" --between KZ JP
cd film
sijill add ~/clippings
sijill build
"""


#: Where each command stands. Its module is imported when it is called, so that one that reads a
#: text does not wait for those that make films.
_MODULES = {
    "about": "about",
    "new": "project",
    "add": "project",
    "build": "building",
    "read": "reading",
    "evaluate": "reading",
    "train": "reading",
    "export": "exporting",
    "find": "asking",
    "figures": "counting",
    "index": "measuring",
    "threads": "measuring",
    "reference": "protocol",
    "peers": "protocol",
    "signals": "protocol",
    "visits": "asking",
    "people": "asking",
    "quotations": "asking",
    "claims": "asking",
    "voices": "comparing",
    "versions": "comparing",
    "sources": "asking",
    "review": "reviewing",
    "decide": "deciding",
    "decisions": "deciding",
    "verify": "building",
    "watch": "watching",
    "serve": "serving",
}


class _Commands(click.Group):
    """The commands, each imported when it is first asked for."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called. Raises UsageError for none, with the nearest."""
        if args and args[0] not in _MODULES and not args[0].startswith("-"):
            near = get_close_matches(args[0], _MODULES, 3)
            called = " or ".join(f"sijill {name}" for name in near)
            remedy = f"Perhaps: {called}" if near else f"All are in: {program()} --help"
            raise UsageError(f"“{args[0]}” is no command", remedy=remedy)
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give their names in order."""
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give a command, or None when there is none of this name."""
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"sijill.cli.{_MODULES[cmd_name]}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sijill")
def cli() -> None:
    """Hold the commands together."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; this alone turns an error into text and an exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal without Unicode shows \u0633 where it has no sign, instead of stopping.
        sys.stdout.reconfigure(errors="backslashreplace")
    # Modules and tables are many, and next to none of what they leave behind are reference cycles:
    # to look for some at every 700 new values takes a twentieth of the start of a command.
    gc.set_threshold(100_000)
    # NumPy's linear algebra has no large work here; its threads would only wait for some, busily.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Whoever ends a program politely gets the same as with Ctrl-C: what was finished is kept.
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        keep_project(None)
        outcome: Any = cli.main(args=arguments, prog_name=program(), standalone_mode=False)
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
        say(f"Error: {fault}", err=True)
        sys.exit(2)
    except SijillError as fault:
        say(f"Error: {fault}", err=True)
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
