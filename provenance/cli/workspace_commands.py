"""Starting a workspace, adding sources to it, and looking after it."""

from __future__ import annotations

from pathlib import Path

import click

from provenance import run
from provenance.cli import options
from provenance.cli.streams import put, wants_colour


@click.command(epilog="Example: provenance init yalta")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
def init(*, folder: Path) -> None:
    """Start a workspace here, or in FOLDER. Leaves alone whatever is there."""
    from provenance.rendering.start_text import started

    put(started(run.init(folder), str(folder)))


@click.command(epilog="Example: provenance add ~/Downloads/cable.txt essay.md")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def add(*, files: tuple[Path, ...]) -> None:
    """Copy FILES into seeds/ as they are, and start a description of each."""
    from provenance.rendering.start_text import added

    put(added(run.add(options.root(), files)))


@click.command(epilog="Example: provenance doctor")
@options.as_json
@options.plain
def doctor(*, json: bool, plain: bool) -> int:
    """Is everything installed, readable and unchanged?"""
    from provenance.rendering import doctor_text

    facts = run.doctor(options.root())
    if json:
        put(doctor_text.json(facts))
    else:
        put(doctor_text.text(facts, colour=wants_colour(plain=plain)))
    return int(any(fact.is_error for fact in facts))
