"""Decisions on proposals: what is written, what stays as it was, and what is not proposed again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from provenance import run
from provenance.errors import ProvenanceError
from provenance.model.claims import Holds, Statement
from provenance.model.decisions import Action
from provenance.model.values import DateValue
from provenance.model.verdicts import Cell, CellState, Standing
from provenance.workspace.decisions import read_decisions
from tests.cli.calls import call
from tests.workspace.folders import make

CLERK = "Resolved: the bridge was closed on 14 March 1841.\n"
GAZETTE = "We learn that the bridge was closed on 14 May 1841.\n"
BARE = "question: When was the bridge closed?\n"
HAND = run.Signed("AB", "2024-03-01T09:30:00Z")


def bridge(root: Path, claim: str = BARE, **more: str) -> Path:
    files: dict[str, str | bytes] = {
        "seeds/clerk.txt": CLERK,
        "seeds/gazette.txt": GAZETTE,
        "seeds/diary.txt": "Rain all week, and no post.\n",
        "claims/closed.yaml": claim.encode(),
    }
    return make(root, {**files, **more}, with_cable=False)


def cell(root: Path, source: str) -> Cell:
    return run.check(root).row("closed").cell(source)


def proposed(root: Path, source: str) -> Statement:
    dossier = run.check(root)
    placed = dossier.row("closed").cell(source).statements[0]
    document = dossier.source(source).document
    assert document is not None
    return run.pinned(placed, document)


ADDED = (
    '  - {source: clerk, quote: "Resolved: the bridge was closed on 14 March 1841.", '
    "says: 1841-03-14}\n"
)
OTHER = '  - {source: gazette, quote: "14 May", says: 1841-05-14}  # flow\n'


@pytest.mark.parametrize(
    ("before", "head", "tail"),
    [
        pytest.param(BARE, BARE + "statements:\n", "", id="a bare question"),
        pytest.param(
            BARE + "# Ask the archive.\n",
            BARE + "# Ask the archive.\nstatements:\n",
            "",
            id="below the comment that closes the file",
        ),
        pytest.param(
            BARE + "statements: []  # none yet\ntolerance: P1D\n",
            BARE + "statements:  # none yet\n",
            "tolerance: P1D\n",
            id="an empty list keeps its comment",
        ),
        pytest.param(
            "type: 'date'\nstatements:\n" + OTHER + "question: When was the bridge closed?\n",
            "type: 'date'\nstatements:\n" + OTHER,
            "question: When was the bridge closed?\n",
            id="behind another statement",
        ),
    ],
)
def test_a_confirmed_statement_is_all_that_changes(
    tmp_path: Path, before: str, head: str, tail: str
) -> None:
    root = bridge(tmp_path, before)
    run.confirm(root, "closed", proposed(root, "clerk"), HAND)
    assert (root / "claims/closed.yaml").read_text("utf-8") == head + ADDED + tail
    placed = cell(root, "clerk").statements[0]
    assert (placed.standing, cell(root, "clerk").is_proposed) == (Standing.EXACT, False)


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    before = "\ufeffquestion: When was the bridge closed? # so\r\ntype: date\r\n"
    root = bridge(tmp_path, before)
    run.confirm(root, "closed", proposed(root, "clerk"), HAND)
    after = (root / "claims/closed.yaml").read_bytes().decode("utf-8")
    assert after == before + "statements:\r\n" + ADDED.replace("\n", "\r\n")


def test_a_confirmation_keeps_all_that_was_proposed(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    whole = replace(
        proposed(root, "clerk"),
        holds=Holds.PROBABLE,
        speaker='Mr. O\'Brien: "clerk"',
        notes=("2/29", "*"),
        about="the old bridge",
    )
    run.confirm(root, "closed", whole, HAND)
    (recorded,) = run.check(root).row("closed").claim.statements
    assert replace(recorded, place=whole.place, quote_place=whole.quote_place) == whole


def test_words_that_stand_twice_are_told_apart(tmp_path: Path) -> None:
    twice = "The vestry met.\n\n" + CLERK + "\nThe surveyor came later and heard it read out:\n\n"
    root = bridge(tmp_path, **{"seeds/clerk.txt": twice + CLERK})
    statement = proposed(root, "clerk")
    assert statement.prefix or statement.suffix
    run.confirm(root, "closed", statement, HAND)
    assert cell(root, "clerk").statements[0].standing is Standing.EXACT


def test_a_decision_says_who_when_on_what_and_can_be_read_again(tmp_path: Path) -> None:
    root = bridge(tmp_path, **{"provenance.yaml": "initials: C.D.\n"})
    act = run.confirm(root, "closed", proposed(root, "clerk"), HAND, "looked it up")
    (decision,), problems = read_decisions(root)
    assert not problems
    assert decision == act.decision
    assert (decision.by, decision.at, decision.why) == ("C.D.", HAND.at, "looked it up")
    assert [path for path, _ in decision.on] == ["claims/closed.yaml", "seeds/clerk.txt"]
    assert decision.path.startswith("claims/decisions/closed/20240301T093000Z-CD-")
    assert not run.check(root).problems


def test_what_was_rejected_is_not_proposed_again(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    before = (root / "claims/closed.yaml").read_bytes()
    run.reject(root, "closed", "clerk", HAND, proposed(root, "clerk"))
    assert cell(root, "clerk").state is CellState.PROPOSED_SILENT
    assert "rejected" in cell(root, "clerk").why
    assert cell(root, "gazette").state is CellState.SPEAKS, "another source's words stay proposed"
    assert (root / "claims/closed.yaml").read_bytes() == before


def test_a_rejection_holds_for_its_words_alone(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    run.reject(root, "closed", "clerk", HAND, proposed(root, "clerk"))
    (root / "seeds/clerk.txt").write_text(
        "The bridge was closed on 2 June 1841, as all recall.\n", "utf-8"
    )
    assert cell(root, "clerk").statements[0].statement.says == "1841-06-02"


def test_a_silence_is_confirmed_or_rejected(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    assert cell(root, "diary").state is CellState.PROPOSED_SILENT
    act = run.reject(root, "closed", "diary", HAND)
    assert cell(root, "diary").state is CellState.UNREAD
    run.withdraw(root, act, HAND)
    assert cell(root, "diary").state is CellState.PROPOSED_SILENT
    run.confirm_silence(root, "closed", "diary", HAND)
    assert (root / "claims/closed.yaml").read_text("utf-8") == BARE + "silent:\n  - diary\n"
    assert cell(root, "diary").state is CellState.SILENT


def test_the_same_is_not_decided_twice(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    clerk, gazette = proposed(root, "clerk"), proposed(root, "gazette")
    run.confirm(root, "closed", clerk, HAND)
    run.reject(root, "closed", "gazette", HAND, gazette)
    before = sorted(path for path in root.rglob("*.yaml"))
    repeated: tuple[Callable[[], object], ...] = (
        lambda: run.confirm(root, "closed", clerk, HAND),
        lambda: run.reject(root, "closed", "gazette", HAND, gazette),
        lambda: run.confirm(root, "gone", clerk, HAND),
        lambda: run.reject(root, "closed", "gone", HAND),
    )
    for again in repeated:
        with pytest.raises(ProvenanceError) as refused:
            again()
        assert refused.value.problems[0].slug == "decided-already"
    assert sorted(path for path in root.rglob("*.yaml")) == before


def test_a_value_that_would_not_be_read_is_not_written(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    with pytest.raises(ProvenanceError):
        run.confirm(root, "closed", replace(proposed(root, "clerk"), says="March"), HAND)
    assert (root / "claims/closed.yaml").read_text("utf-8") == BARE
    assert not (root / "claims/decisions").exists()


def test_undoing_restores_the_bytes_and_keeps_both_decisions(tmp_path: Path) -> None:
    root = bridge(tmp_path, BARE + "statements: []  # none\n")
    statement = proposed(root, "clerk")
    for _ in range(2):
        # Within one second, so that the names of the files would be the same.
        run.withdraw(root, run.confirm(root, "closed", statement, HAND), HAND)
        run.withdraw(root, run.reject(root, "closed", "clerk", HAND, statement), HAND)
    assert (root / "claims/closed.yaml").read_text("utf-8") == BARE + "statements: []  # none\n"
    decisions, problems = read_decisions(root)
    assert not problems
    assert len(decisions) == 8
    assert [d.action for d in decisions].count(Action.WITHDRAWN) == 4
    assert isinstance(cell(root, "clerk").statements[0].statement.value, DateValue)


def test_only_confirmed_conflicts_fail_a_check(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    assert call("check", cwd=root).code == 0
    run.confirm(root, "closed", proposed(root, "clerk"), HAND)
    assert call("check", cwd=root).code == 0, "one of the two is still proposed"
    run.confirm(root, "closed", proposed(root, "gazette"), HAND)
    assert call("check", cwd=root).code == 1
