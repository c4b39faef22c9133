"""Conflicts that a person resolved: what is settled then, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from provenance import run
from provenance.model.dossier import Dossier
from provenance.model.findings import Severity
from provenance.model.verdicts import Outcome, Verdict
from provenance.rendering.board_text import board
from provenance.rendering.check_json import check as check_json
from provenance.rendering.claim_text import show
from provenance.rendering.counts_in_words import claims_in_words
from provenance.rendering.marks import Mark, mark_of
from provenance.rendering.report_order import sections
from provenance.tui.board import Board, Filter
from tests.cli.calls import call
from tests.run.test_deciding import bridge
from tests.run.test_reviewing import AB, CD, CLAIM, change

BOTH = ("PV501", "PV502")
MAYBE = CLAIM.replace("says: 1841-05-14", "says: 1841-05-14, speaker: a porter")
DRAFTED = """\
question: When was the bridge closed?
statements:
  - {source: clerk, quote: "closed on 14 March 1841", says: 1841-03-14}
  - {source: gazette, quote: "closed on 14 May 1841", says: 1841-05-14}
  - {source: piece, quote: "closed on 14 March 1841", says: 1841-03-14}
"""
DRAFT = {
    "seeds/piece.txt": "We print that it was closed on 14 March 1841.\n",
    "seeds/piece.txt.source.yaml": "id: piece\ntitle: Our piece\nrole: draft\n",
}


def resolved(root: Path, says: str = "1841-03-14", by: run.Signed = AB) -> Dossier:
    run.resolve(root, "closed", says, "The clerk was there.", by)
    return run.check(root)


def clashes(dossier: Dossier, *codes: str) -> list[tuple[str, str]]:
    return [(f.code, f.severity.value) for f in dossier.findings if f.code in codes]


@pytest.mark.parametrize(
    ("claim", "before"),
    [
        pytest.param(CLAIM, ("PV501", "error"), id="a conflict"),
        pytest.param(MAYBE, ("PV502", "note"), id="a possible conflict"),
    ],
)
def test_what_was_resolved_is_told_as_a_note_with_its_old_fingerprint(
    claim: str, before: tuple[str, str], tmp_path: Path
) -> None:
    root = bridge(tmp_path, claim)
    (old,) = (f for f in run.check(root).findings if f.code in BOTH)
    assert (old.code, old.severity.value) == before
    (new,) = (f for f in resolved(root).findings if f.code in BOTH)
    assert (new.code, new.severity, new.fingerprint) == (old.code, Severity.NOTE, old.fingerprint)
    assert new.message.startswith("Resolved by AB: 14 March 1841. clerk and gazette")


def test_check_exits_clean_once_a_conflict_is_resolved(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    assert call("check", cwd=root).code == 1
    resolved(root)
    assert call("check", cwd=root).code == 0


def test_no_setting_makes_a_resolved_conflict_an_error_again(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM, **{"provenance.yaml": "severities: {PV501: error}\n"})
    assert clashes(resolved(root), "PV501") == [("PV501", "note")]


def test_the_chosen_and_the_losing_value_stand_marked(tmp_path: Path) -> None:
    row = resolved(bridge(tmp_path, CLAIM)).row("closed")
    assert row.verdict is Verdict.DISPUTED, "what was computed stays beside it"
    marks = {cell.source: mark_of(cell) for cell in row.cells if cell.statements}
    assert marks == {"clerk": Mark.RESOLVED, "gazette": Mark.OUTWEIGHED}


@pytest.mark.parametrize(
    ("says", "outcomes"),
    [
        pytest.param("1841-05-14", (Outcome.OUTWEIGHED, Outcome.CHOSEN), id="the other one"),
        pytest.param("1841-04", (Outcome.OUTWEIGHED, Outcome.OUTWEIGHED), id="neither"),
        pytest.param("1841", (Outcome.CHOSEN, Outcome.CHOSEN), id="both lie within it"),
    ],
)
def test_a_statement_is_chosen_where_it_fits_the_answer(
    says: str, outcomes: tuple[Outcome, ...], tmp_path: Path
) -> None:
    row = resolved(bridge(tmp_path, CLAIM), says).row("closed")
    assert tuple(cell.outcome for cell in row.cells if cell.statements) == outcomes


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(
            change("claims/closed.yaml", '"closed on 14 May', '"was closed on 14 May'),
            id="its words changed",
        ),
        pytest.param(change("seeds/gazette.txt", "We learn", "We hear"), id="a source changed"),
        pytest.param(
            lambda root: run.resolve(root, "closed", "1841-05-14", "The paper.", CD),
            id="another chose otherwise",
        ),
    ],
)
def test_what_no_longer_holds_settles_nothing(
    act: Callable[[Path], object], tmp_path: Path
) -> None:
    root = bridge(tmp_path, CLAIM)
    resolved(root)
    act(root)
    dossier = run.check(root)
    assert dossier.row("closed").resolution is None
    assert clashes(dossier, "PV501") == [("PV501", "error")]
    text = board(dossier, width=None, colour=False, letters=True)
    assert "stale: " in text or "contested: " in text, "and it says why"


def test_a_stale_resolution_does_not_contest_a_fresh_one(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    resolved(root, "1841-05-14", CD)
    change("claims/closed.yaml", '"closed on 14 May', '"was closed on 14 May')(root)
    row = resolved(root).row("closed")
    assert row.resolution is not None
    assert row.resolution.by == ("AB",)


@pytest.mark.parametrize(
    ("says", "left"),
    [
        pytest.param("1841-03-14", [("PV503", "note")], id="the draft has the chosen one"),
        pytest.param("1841-05-14", [("PV503", "error")], id="the draft has the losing one"),
    ],
)
def test_a_draft_is_settled_only_where_it_has_the_chosen_answer(
    says: str, left: list[tuple[str, str]], tmp_path: Path
) -> None:
    dossier = resolved(bridge(tmp_path, DRAFTED, **DRAFT), says)
    found = clashes(dossier, "PV503")
    assert found == left
    mark = mark_of(dossier.row("closed").cell("piece"))
    assert mark is (Mark.RESOLVED if says == "1841-03-14" else Mark.CONFLICT)


def test_what_is_only_proposed_was_not_weighed(tmp_path: Path) -> None:
    claim = CLAIM.replace("silent:\n  - diary\n", "")
    late = {"seeds/diary.txt": "They say here that the bridge was closed on 2 April 1841.\n"}
    row = resolved(bridge(tmp_path, claim, **late)).row("closed")
    assert row.resolution is not None
    assert row.cell("diary").is_proposed
    assert mark_of(row.cell("diary")) in (Mark.CONFLICT, Mark.POSSIBLE_CONFLICT)


def test_agreement_is_not_resolved(tmp_path: Path) -> None:
    claim = CLAIM.replace("1841-05-14", "1841-03-14")
    dossier = resolved(bridge(tmp_path, claim))
    assert dossier.row("closed").resolution is None


def test_every_output_tells_it(tmp_path: Path) -> None:
    dossier = resolved(bridge(tmp_path, CLAIM))
    row = dossier.row("closed")
    text = board(dossier, width=None, colour=False, letters=False)
    assert "✓ resolved: 14 March 1841. Computed: disputed. clerk and gazette conflict." in text
    assert "⊘  gazette  outweighed" in text
    assert "verdict: R resolved: 14 March 1841" in show(dossier, row, letters=True)
    assert claims_in_words(dossier) == "1 claim: 1 resolved"
    assert [s.id for s in sections(dossier) if s.rows] == ["resolved"]
    told = check_json(dossier)["claims"][0]
    assert told["resolved"] == {"by": ["AB"], "says": "1841-03-14", "in_words": "14 March 1841"}
    assert [c["outcome"] for c in told["cells"] if c["statements"]] == ["chosen", "outweighed"]


@pytest.mark.parametrize("wanted", [Filter.CONFLICTS, Filter.OPEN])
def test_no_filter_takes_it_for_an_open_conflict(wanted: Filter, tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    conflicts = Board(run.check(root), filter=wanted)
    assert [row.claim.id for row in conflicts.rows] == ["closed"]
    after = replace(conflicts, dossier=resolved(root))
    assert (after.rows, Board(after.dossier).stops()) == ((), ())
