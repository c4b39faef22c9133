"""The board in a browser, on this machine."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.cli import options
from provenance.cli.streams import say
from provenance.errors import problem_error, quoted

if TYPE_CHECKING:
    from provenance.cli.board_server import BoardServer

_WILDCARDS = ("0.0.0.0", "::", "*", "")


@click.command(epilog="Example: provenance serve --port 8080")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Where the browser finds it: http://localhost:PORT.",
)
@click.option(
    "--host",
    default="localhost",
    show_default=True,
    help="The name or address that others reach this machine by. There is no login.",
)
@click.option("--write", is_flag=True, help="Let who comes decide and write, as you.")
@options.blind
def serve(*, port: int, host: str, write: bool, blind: bool) -> None:
    """Show the board in a browser, to be read; only on this machine unless you say otherwise."""
    if host in _WILDCARDS:
        raise click.BadParameter(
            "give the one name or address that others type, not all of them", param_hint="--host"
        )
    root = _workspace()
    server = _server(board_command(root, write=write, blind=blind), host, port, write=write)
    try:
        server.serve()
    except OSError as error:
        raise problem_error(
            "port-taken",
            f"cannot serve at {quoted(host)}, port {port}: {error.strerror or error}",
            hint="choose another port with --port",
        ) from error


def board_command(root: Path, *, write: bool, blind: bool) -> str:
    """The shell command that opens a board for one visitor."""
    words = [sys.executable, "-m", "provenance", "-C", str(root.resolve())]
    words += [] if write else ["--read-only"]
    words += ["--blind"] if blind else []
    # What the server runs goes through the shell of the system it runs on.
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def _workspace() -> Path:
    root, is_there = options.root_or_start()
    if not is_there:
        raise problem_error(
            "no-workspace",
            f"{quoted(str(root))} is no workspace",
            hint="start one there with `provenance`, or name another with `-C`",
        )
    return root


def _server(command: str, host: str, port: int, *, write: bool) -> BoardServer:
    try:
        from provenance.cli.board_server import ON_THIS_MACHINE, BoardServer
    except ImportError as error:
        raise problem_error(
            "missing-extra",
            "the board in a browser needs packages that are not installed",
            hint="install them: pip install 'provenance[serve]'",
        ) from error
    if host not in ON_THIS_MACHINE:
        say(f"Warning: whoever reaches {host} can {'change' if write else 'read'} this workspace.")
        say("There is no login and nothing is encrypted.")
    how = "whoever opens it decides as you" if write else "read-only"
    told = f"The board is at http://{host}:{port} ({how}). ctrl+c ends it."
    return BoardServer(command, host=host, port=port, told=told)
