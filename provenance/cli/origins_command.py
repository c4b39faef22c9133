"""What one claim rests on, down to its origins."""

from __future__ import annotations

import click

from provenance import run
from provenance.cli import options
from provenance.cli.board_commands import exit_code, known
from provenance.cli.progress import teller
from provenance.cli.streams import put, wants_colour, width


@click.command(epilog="Example: provenance origins chiang-told")
@click.argument("claim")
@options.as_json
@options.plain
def origins(*, claim: str, json: bool, plain: bool) -> int:
    """What each statement on CLAIM rests on, down to its origins."""
    from provenance.rendering import origins_json, origins_text
    from provenance.rendering.json_text import dumps

    dossier = run.check(options.root(), teller())
    row = dossier.row(known(claim, (row.claim.id for row in dossier.rows), "claim"))
    trail = dossier.trail(row.claim.id)
    if trail is None:
        raise RuntimeError(f"{claim} was not traced")
    if json:
        put(dumps(origins_json.origins(dossier, row, trail)))
    else:
        colour = wants_colour(plain=plain)
        put(origins_text.origins(dossier, row, trail, width=width(), colour=colour))
    return exit_code(dossier.findings, dossier.problems, "never")
