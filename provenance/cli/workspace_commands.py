"""Starting a workspace, adding sources to it, and looking after it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from provenance import run
from provenance.cli import exit_codes, options
from provenance.cli.streams import put, say, wants_colour, width


@click.command(epilog="Example: provenance init yalta")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
def init(*, folder: Path) -> None:
    """Start a workspace here, or in FOLDER. Leaves alone whatever is there."""
    from provenance.rendering.start_text import started

    put(started(run.init(folder), str(folder)))


@click.command(epilog="Example: provenance add ~/Downloads/cable.txt essay.md")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def add(*, files: tuple[Path, ...]) -> int:
    """Copy FILES into seeds/ as they are, and start a description of each.

    What changed in a source since it was recorded is told first, and at a terminal you are asked
    whether it is to be accepted.
    """
    from provenance.rendering.start_text import added

    refused = _refused(files)
    files = tuple(file for file in files if file not in refused)
    done, problems = run.add(options.root(), files)
    put(added(done))
    for problem in problems:
        say(str(problem))
    return exit_codes.BAD_INPUT if problems else exit_codes.CLEAN


def _refused(files: tuple[Path, ...]) -> frozenset[Path]:
    """Tell what changed in sources; the files whose change a person does not accept."""
    from provenance.rendering.start_text import new_version

    refused = set()
    for file in files:
        for version in run.new_versions(options.root(), (file,)):
            say(new_version(version.entry, version.touched))
            asks = sys.stdin.isatty() and sys.stderr.isatty()
            if asks and not click.confirm("Accept this version?", err=True):
                refused.add(file)
    return frozenset(refused)


@click.command(epilog="Example: provenance doctor")
@options.as_json
@options.plain
def doctor(*, json: bool, plain: bool) -> int:
    """Is everything installed, readable and unchanged?"""
    from provenance.rendering import doctor_text

    examined = run.examine(options.root_if_any())
    if json:
        put(doctor_text.json(examined))
    else:
        put(doctor_text.text(examined, colour=wants_colour(plain=plain), width=width()))
    return exit_codes.FINDINGS if any(e.is_error for e in examined) else exit_codes.CLEAN
