"""The command that shows the page on this machine: serve."""

from __future__ import annotations

from pathlib import Path

import click

from sijill.cli.options import project_option
from sijill.site.server import make_server
from sijill.workspace import open_workspace


@click.command("serve")
@project_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8421,
    show_default=True,
    help="The port; 0 takes any free one.",
)
def serve_command(project: Path, port: int) -> None:
    """Serve the page on this machine alone, until Ctrl-C."""
    server = make_server(open_workspace(project).build, port=port)
    click.echo(f"http://127.0.0.1:{server.server_address[1]}/   (Ctrl-C stops)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Stopped.")
    finally:
        server.server_close()
