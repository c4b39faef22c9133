"""Passages that may speak on a claim."""

from __future__ import annotations

import click

from provenance import run
from provenance.cli import exit_codes, options
from provenance.cli.board_commands import known
from provenance.cli.progress import teller
from provenance.cli.streams import put, say, wants_colour, width


@click.command(epilog="Example: provenance find chiang-told")
@click.argument("claim")
@options.as_json
@options.plain
def find(*, claim: str, json: bool, plain: bool) -> int:
    """Passages of each source that may speak on CLAIM, best first, and why."""
    from provenance.rendering import find_json, find_text

    root = options.root()
    search = run.search(root, known(claim, run.claims_of(root), "claim"), teller())
    if json:
        put(find_json.dumps(find_json.find(search)))
    else:
        put(find_text.find(search, width=width(), colour=wants_colour(plain=plain)))
    for problem in search.problems:
        say(str(problem))
    return exit_codes.BAD_INPUT if search.problems else exit_codes.CLEAN
