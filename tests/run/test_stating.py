"""A statement in a claim's file changed, or taken out of it, and both taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance import run
from provenance.errors import ProvenanceError
from provenance.model.claims import Statement
from provenance.model.decisions import Action, in_force
from provenance.workspace.decisions import read_decisions
from tests.run.test_deciding import BARE, HAND, bridge, cell, proposed

HEAD = BARE + "statements:\n"
CLERKS = '  - {source: clerk, quote: "closed on 14 March 1841", says: 1841-03-14}  # mine\n'
FILE = HEAD + CLERKS + "# the end\n"


def text(root: Path) -> str:
    return (root / "claims/closed.yaml").read_text("utf-8")


def stated(root: Path, source: str = "clerk") -> Statement:
    return cell(root, source).statements[0].statement


def test_only_what_was_changed_is_changed_and_z_takes_it_back(tmp_path: Path) -> None:
    root = bridge(tmp_path, FILE)
    entries: dict[str, str | list[str]] = {"says": "1841-03", "holds": "probable", "notes": ["1"]}
    act = run.change_statement(root, "closed", stated(root), entries, HAND, "a month, no more")
    after = text(root)
    assert after == FILE.replace("says: 1841-03-14}", "says: 1841-03, holds: probable, notes: [1]}")
    assert (act.decision.action, act.decision.says) == (Action.CONFIRMED, "1841-03")
    assert act.decision.why == "a month, no more"
    taken_back = run.withdraw(root, act, HAND)
    assert text(root) == FILE
    assert taken_back.decision.withdraws == act.decision.path
    run.redo(root, act, HAND)
    assert text(root) == after


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param({"says": "some day"}, id="no date"),
        pytest.param({"quote": ""}, id="no words"),
        pytest.param({"holds": "firmly"}, id="no firmness"),
    ],
)
def test_what_the_next_run_could_not_read_is_not_written(
    entries: dict[str, str | list[str]], tmp_path: Path
) -> None:
    root = bridge(tmp_path, FILE)
    with pytest.raises(ProvenanceError):
        run.change_statement(root, "closed", stated(root), entries, HAND)
    assert text(root) == FILE
    assert read_decisions(root)[0] == ()


def test_what_was_confirmed_is_taken_out_by_withdrawing_that(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    confirmed = run.confirm(root, "closed", proposed(root, "clerk"), HAND)
    act = run.take_out(root, "closed", stated(root), "A slip.", HAND)
    assert "source: clerk" not in text(root)
    assert act.decision.withdraws == confirmed.decision.path
    assert in_force(read_decisions(root)[0]) == ()
    run.withdraw(root, act, HAND)
    assert "source: clerk" in text(root)


def test_what_was_written_by_hand_is_taken_out_and_not_proposed_again(tmp_path: Path) -> None:
    root = bridge(tmp_path, FILE.replace("closed on 14", "Resolved: the bridge was closed on 14"))
    before = text(root)
    quote = '"Resolved: the bridge was closed on 14 March 1841"'
    (root / "claims/closed.yaml").write_text(before.replace(quote, f'{quote[:-1]}."'), "utf-8")
    before = text(root)
    act = run.take_out(root, "closed", stated(root), "A slip.", HAND)
    assert text(root) == HEAD + "# the end\n"
    assert (act.decision.action, act.decision.why) == (Action.REJECTED, "A slip.")
    assert not cell(root, "clerk").statements
    run.withdraw(root, act, HAND)
    assert text(root) == before


def test_what_is_not_there_as_it_was_is_left_alone(tmp_path: Path) -> None:
    root = bridge(tmp_path, FILE)
    old = stated(root)
    other = FILE.replace("1841-03-14", "1841-03-15")
    (root / "claims/closed.yaml").write_text(other, "utf-8")
    with pytest.raises(ProvenanceError) as refused:
        run.change_statement(root, "closed", old, {"says": "1841"}, HAND)
    assert refused.value.problems[0].slug == "changed-meanwhile"
    with pytest.raises(ProvenanceError):
        run.take_out(root, "closed", old, "Gone.", HAND)
    assert text(root) == other
