"""The board, as a screen and as text; one claim of it; and the reports."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace

import click

from provenance import run
from provenance.alignment.nearest import nearest
from provenance.cli import exit_codes, options
from provenance.cli.problems import tell_problems
from provenance.cli.progress import teller
from provenance.cli.streams import on_terminal, put, say, wants_colour, width
from provenance.errors import Problem
from provenance.model.findings import Finding, Severity

_MOST_MEANT = 5
"""Ids named as what somebody may have meant."""


def open_board(*, plain: bool, blind: bool = False, read_only: bool = False) -> None:
    """The board on a terminal; the same as text where there is none."""
    if plain or not _can_draw():
        if not plain:
            say("Not at a terminal, so this is the board as text (`provenance check`).")
        context = click.get_current_context()
        context.exit(context.invoke(check, plain=plain, blind=blind))
    from provenance.tui.app import BoardApp
    from provenance.tui.deciding import Pen
    from provenance.tui.personal import personal

    root, is_there = options.root_or_start()
    by, chosen = options.initials()
    reader = options.reader(blind=blind)

    def reader_now() -> run.Reader:
        """Who is at the board now: initials typed in a form hold for the session."""
        pen = board.pen
        return replace(reader, by=pen.by, chosen=pen.chosen) if pen else reader

    kept = run.KeptBoards(root, reader_now, lambda tell, who: run.board(root, tell, reader=who))
    wishes = personal(run.load_user_settings(os.environ), *run.keys_of(root))
    board = BoardApp(
        root=root,
        load=kept.load,
        kept=kept,
        pen=Pen(by, chosen=chosen, blind=blind),
        watch=True,
        begin=not is_there,
        read_only=read_only,
        letters=wishes.letters,
        theme=wishes.theme,
        keys=wishes.keys,
        key_places=wishes.key_places,
        problems=wishes.problems,
    )
    board.run()
    if board.return_code:
        # Textual has printed where it happened, and raises nothing itself.
        say(exit_codes.OUR_BUG_IN_WORDS)
        click.get_current_context().exit(exit_codes.OUR_BUG)


def _can_draw() -> bool:
    """Whether there is a terminal, or a browser that draws instead of one (`provenance serve`)."""
    return bool(os.environ.get("TEXTUAL_DRIVER")) or (on_terminal() and sys.stdin.isatty())


@click.command(epilog="Example: provenance check --plain --base yalta-essay")
@options.as_json
@options.plain
@options.fail_on
@click.option("--base", metavar="SOURCE", help="Mark each source against this one alone.")
@click.option("--confirmed-only", is_flag=True, help="Leave out what nobody has confirmed.")
@options.blind
def check(
    *,
    json: bool = False,
    plain: bool = False,
    fail_on: str = "error",
    base: str | None = None,
    confirmed_only: bool = False,
    blind: bool = False,
) -> int:
    """Line everything up: the board as text, verdicts, findings."""
    from provenance.comparison.judge import marks_against
    from provenance.rendering import board_text, check_json

    reader = options.reader(blind=blind)
    dossier = run.check(options.root(), teller(), confirmed_only=confirmed_only, reader=reader)
    if base is not None:
        known(base, (entry.source.id for entry in dossier.sources), "source")
    if json:
        put(check_json.dumps(check_json.check(dossier)))
    else:
        marks = {row.claim.id: marks_against(row, base) for row in dossier.rows} if base else None
        colour, letters = wants_colour(plain=plain), options.letters(plain=plain)
        put(board_text.board(dossier, width=width(), colour=colour, letters=letters, base=marks))
    return exit_code(dossier.findings, dossier.problems, fail_on)


@click.command(epilog="Example: provenance show chiang-told")
@click.argument("claim")
@options.as_json
@options.plain
@options.blind
def show(*, claim: str, json: bool, plain: bool, blind: bool) -> int:
    """Everything behind one claim: every word, its place, its notes, and why."""
    from provenance.rendering import check_json, claim_text

    dossier = run.check(options.root(), teller(), reader=options.reader(blind=blind))
    row = dossier.row(known(claim, (row.claim.id for row in dossier.rows), "claim"))
    if json:
        put(check_json.dumps(check_json.show(dossier, row)))
    else:
        colour, letters = wants_colour(plain=plain), options.letters(plain=plain)
        put(claim_text.show(dossier, row, width=width(), colour=colour, letters=letters))
    return exit_code(dossier.findings, dossier.problems, "never")


@click.command(epilog="Example: provenance report --claim chiang-told")
@click.option("--claim", "claims", multiple=True, metavar="CLAIM", help="Only this claim.")
@options.fail_on
@options.blind
def report(*, claims: tuple[str, ...], fail_on: str, blind: bool) -> int:
    """Write reports/conflicts.md, .html and .json."""
    root = options.root()
    dossier = run.check(root, teller(), reader=options.reader(blind=blind))
    for claim in claims:
        known(claim, (row.claim.id for row in dossier.rows), "claim")
    for path in run.report(root, dossier, claims):
        put(path)
    return exit_code(dossier.findings, dossier.problems, fail_on)


def known(wanted: str, ids: Iterable[str], what: str) -> str:
    """The id, if there is such a one; else a usage error that names the nearest."""
    every = sorted(ids)
    if wanted in every:
        return wanted
    near = nearest(wanted, every)
    # A part of an id is no misspelling: `soong` is far from `soong-sees-stalin`, and means it.
    folded = wanted.casefold()
    meant = [id for id in every if folded and folded in id.casefold()] or ([near] if near else [])
    told = f" Did you mean {_either(meant)}?" if meant else ""
    raise click.UsageError(f"No {what} is called “{wanted}”.{told}")


def _either(ids: Sequence[str]) -> str:
    """`“a”, “b” or “c”`; no more of them than a person reads."""
    *most, last = [f"“{id}”" for id in ids[:_MOST_MEANT]]
    return f"{', '.join(most)} or {last}" if most else last


def exit_code(findings: Iterable[Finding], problems: Sequence[Problem], fail_on: str) -> int:
    """Say which files were left out; the exit code that problems and findings come to."""
    if tell_problems(problems):
        return exit_codes.BAD_INPUT
    if fail_on == "never":
        return exit_codes.CLEAN
    gravest = Severity(fail_on).rank
    grave = any(finding.severity.rank <= gravest for finding in findings)
    return exit_codes.FINDINGS if grave else exit_codes.CLEAN
