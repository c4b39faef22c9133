"""What people decided, newest first: the linear twin of the board's Decisions screen."""

from __future__ import annotations

import click

from provenance import run
from provenance.cli import exit_codes, options
from provenance.cli.board_commands import exit_code, known
from provenance.cli.progress import teller
from provenance.cli.streams import put, wants_colour, width
from provenance.rendering.decisions_in_words import State, chosen


@click.command(epilog="Example: provenance decisions chiang-told --state stale")
@click.argument("subject", required=False, default="")
@click.option(
    "--state",
    type=click.Choice([state.value for state in State]),
    help="Only decisions that are worth this now.",
)
@options.as_json
@options.plain
@options.blind
def decisions(*, subject: str, state: str | None, json: bool, plain: bool, blind: bool) -> int:
    """Who decided what, when and why; stale ones first. SUBJECT is a claim or a fingerprint."""
    from provenance.rendering import decisions_text

    dossier = run.check(options.root(), teller(), reader=options.reader(blind=blind))
    decided = dossier.decided
    if subject:
        subjects = {each.subject for each in decided.decisions}
        known(subject, {*subjects, *(row.claim.id for row in dossier.rows)}, "subject")
    wanted = chosen(decided, State(state) if state else None, subject)
    if json:
        put(decisions_text.dumps(decisions_text.decisions(dossier, wanted)))
    else:
        colour = wants_colour(plain=plain)
        put(decisions_text.text(dossier, wanted, width=width(), colour=colour))
    code = exit_code(dossier.findings, dossier.problems, "never")
    return code or (exit_codes.FINDINGS if decided.broken else exit_codes.CLEAN)
