"""What the screens show, the plain text says: each fact of a dossier stands in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from provenance import run
from provenance.model.dossier import Dossier
from provenance.model.verdicts import Row
from provenance.rendering import board_text, claim_text, decisions_text, findings_text
from provenance.rendering.decisions_in_words import entries, entry_facts
from provenance.rendering.marks import verdict_mark
from provenance.rendering.values_in_words import said_short
from provenance.tui.app import BoardApp
from tests.factories import example_dossier
from tests.run.test_deciding import bridge
from tests.run.test_reviewing import AB, CD, CLAIM, signed
from tests.tui.driving import board_app, press, running, screen_lines
from tests.tui.test_audit import whole_dossier
from tests.tui.test_decisions import board

WIDE = (240, 90)
"""So large that nothing is cut or scrolled away."""


def squashed(text: str) -> str:
    """Words without what lays them out: spaces, line breaks, quotation marks that are doubled."""
    return re.sub(r"\s+", "", text)


def shown(app: BoardApp) -> str:
    """What every widget shows, each read from its own top to its bottom."""
    lines = screen_lines(app)
    leaves = (widget for widget in app.screen.query(Widget) if not widget.children)
    return "\n".join(squashed(_cropped(lines, widget)) for widget in leaves)


def _cropped(lines: list[str], widget: Widget) -> str:
    box = widget.region
    return " ".join(line[box.x : box.right] for line in lines[box.y : box.bottom])


async def walked(pilot: Pilot[None], *rounds: tuple[str, int]) -> str:
    """Everything that comes into sight while some keys are pressed, each so many times."""
    assert isinstance(pilot.app, BoardApp)
    seen = [shown(pilot.app)]
    for key, times in rounds:
        for _ in range(times):
            await press(pilot, key)
            seen.append(shown(pilot.app))
    return "\n".join(seen)


def missing(facts: Iterator[str], *places: str) -> list[str]:
    """Facts that do not stand in all of some texts."""
    wholes = [squashed(place) for place in places]
    return [fact for fact in facts if not all(squashed(fact) in whole for whole in wholes)]


def of_claims(dossier: Dossier) -> Iterator[str]:
    """What the matrix tells: of every claim the verdict, of every cell what was said or found."""
    for row in dossier.rows:
        yield from (row.claim.question, row.why, verdict_mark(row)[1])
        for cell in row.cells:
            yield cell.source
            yield from (said_short(placed.statement) for placed in cell.statements)


def of_words(dossier: Dossier, row: Row) -> Iterator[str]:
    """What stands behind the cells of a claim, and how each two of them compare."""
    for cell in row.cells:
        yield dossier.source(cell.source).source.title
        for placed in cell.statements:
            yield from (placed.words, placed.why, placed.statement.speaker, placed.found.value)
    yield from (pair.why for pair in row.pairs)


def of_findings(dossier: Dossier) -> Iterator[str]:
    for finding in dossier.findings:
        yield from (finding.code, finding.message, finding.hint, finding.place.path)


def of_decisions(dossier: Dossier) -> Iterator[str]:
    for entry in entries(dossier.decided):
        for fact in entry_facts(entry, dossier.decided):
            yield fact.said


def test_facts_that_are_left_out_are_missed() -> None:
    assert missing(iter(["one fact", "another"]), "one\n  fact", "one fact another") == ["another"]


async def test_the_matrix_and_its_text_tell_the_same() -> None:
    dossier = example_dossier()
    async with running(board_app(dossier), WIDE) as pilot:
        seen = ""
        for _ in dossier.rows:
            seen += await walked(pilot, ("home", 1), ("right", len(dossier.sources) + 1))
            await press(pilot, "down")
    text = board_text.board(dossier, width=80, colour=False, letters=False)
    assert missing(of_claims(dossier), seen, text) == []


@pytest.mark.parametrize("claim", ["closed", "cost", "signed"])
def test_a_claim_s_text_holds_every_word_behind_it(claim: str) -> None:
    dossier = example_dossier()
    row = dossier.row(claim)
    assert missing(of_words(dossier, row), claim_text.show(dossier, row, width=80)) == []


async def test_the_audit_and_its_text_tell_the_same() -> None:
    dossier = whole_dossier()
    async with running(board_app(dossier), WIDE, keys=("2",)) as pilot:
        seen = await walked(pilot, ("n", len(dossier.findings)))
    text = findings_text.findings(dossier.findings, width=80, colour=False)
    assert missing(of_findings(dossier), seen, text) == []


async def test_the_decisions_and_their_text_tell_the_same(tmp_path: Path) -> None:
    root = signed(bridge(tmp_path, CLAIM), AB, CD)
    run.comment(root, "closed", "The clerk was there.", AB)
    app = board(root, "AB")
    async with running(app, WIDE, keys=("4",)) as pilot:
        dossier = app.dossier
        assert dossier is not None
        seen = await walked(pilot, ("down", len(dossier.decided.decisions)))
    text = decisions_text.text(dossier, entries(dossier.decided), width=80)
    assert missing(of_decisions(dossier), seen, text) == []
