"""`provenance decisions`, and reviews in everything else that is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from provenance import run
from tests.cli.calls import call
from tests.run.test_reviewing import AB, CD, DRAFT, with_draft


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A conflict, signed and resolved by AB; commented on by CD; a finding set aside; a draft that
    changed since."""
    root = with_draft(tmp_path_factory.mktemp("reviewed"))
    run.resolve(root, "closed", "1841-03-14", "The clerk | was <there>.", AB, ("clerk: 14 March",))
    act = run.comment(root, "closed", "Ask\u202e for the minutes.", CD)
    run.withdraw_decision(root, act.decision.path, "They burnt.", CD)
    finding = next(f for f in run.check(root).findings if f.code == "PV501")
    run.set_aside(root, finding, "Known.", CD, "2099-01-01")
    (root / "seeds/piece.md").write_text(DRAFT.replace("14 March 1841", "14 May 1841"), "utf-8")
    return root


def test_stale_ones_come_first_then_the_newest(reviewed: Path) -> None:
    out = call("decisions", cwd=reviewed).out
    starts = [line for line in out.splitlines() if line.startswith("decided: ")]
    assert starts[:2] == ["decided: resolved: 1841-03-14", "decided: signed off: disputed"]
    assert set(starts[2:]) == {
        "decided: withdrew: comment",
        "decided: comment",
        "decided: set aside PV501 until 2099-01-01",
    }
    assert "on: claims/closed.yaml (finding " in out
    assert "state: withdrawn: by CD, 2024-03-01 09:40 UTC: They burnt." in out
    assert "closed: piece: changed: was “closed on 14 March 1841”, now “closed on 14 May" in out
    assert out.endswith("5 decisions, 2 stale, 1 withdrawn\n")
    assert "\u202e" not in out


@pytest.mark.parametrize(
    ("words", "number"),
    [
        pytest.param((), 5, id="all"),
        pytest.param(("closed",), 4, id="of a claim"),
        pytest.param(("--state", "stale"), 2, id="stale"),
        pytest.param(("closed", "--state", "withdrawn"), 1, id="of a claim, withdrawn"),
    ],
)
def test_json_lists_what_was_asked_for(words: tuple[str, ...], number: int, reviewed: Path) -> None:
    told = json.loads(call("decisions", *words, "--json", cwd=reviewed).out)
    assert told["schema"] == "provenance/decisions/1"
    assert len(told["decisions"]) == number


def test_a_subject_nobody_knows_is_answered_with_the_nearest(reviewed: Path) -> None:
    done = call("decisions", "close", cwd=reviewed)
    assert done.code == 2
    assert "Did you mean “closed”?" in done.err


def test_both_verdicts_stand_side_by_side_everywhere(reviewed: Path) -> None:
    for command in (("check",), ("show", "closed")):
        out = call(*command, cwd=reviewed).out
        assert "disputed" in out
        assert "reviewers' verdict: resolution stale: 14 March 1841 (AB, stale: " in out
        assert "review: stale: AB signed, but its words in piece changed" in out
    told = json.loads(call("check", "--json", cwd=reviewed).out)
    (claim,) = told["claims"]
    assert (claim["verdict"], claim["review"]["verdict"]) == ("disputed", "resolved")
    assert (claim["review"]["status"], claim["review"]["answer"]) == ("stale", "1841-03-14")
    assert [each["code"] for each in told["set_aside"]] == ["PV501"]
    assert [each["kind"] for each in told["drifted"]] == ["changed"]


def test_reports_tell_reviews_and_what_was_set_aside(reviewed: Path) -> None:
    call("report", cwd=reviewed)
    markdown = (reviewed / "reports/conflicts.md").read_text("utf-8")
    page = (reviewed / "reports/conflicts.html").read_text("utf-8")
    for said in (markdown, page):
        assert "Reviewed: 0 of 1 claim signed off, 1 stale" in said
        assert "Findings set aside" in said
        assert "CD, until 2099-01-01: Known." in said
    assert "The clerk \\| was &lt;there&gt;." in markdown or "The clerk \\| was \\<" in markdown
    assert "The clerk | was &lt;there&gt;." in page
    assert "<there>" not in page


def test_a_deleted_decision_is_named_and_makes_exit_code_one(tmp_path: Path) -> None:
    root = with_draft(tmp_path)
    act = run.comment(root, "closed", "first", AB)
    run.comment(root, "closed", "second", CD)
    assert call("decisions", cwd=root).code == 0
    (root / act.decision.path).unlink()
    done = call("decisions", cwd=root)
    assert done.code == 1
    assert "1 gone from disk" in done.out
    doctor = call("doctor", cwd=root)
    assert doctor.code == 1
    assert act.decision.path in doctor.out
    assert "git checkout COMMIT" in " ".join(doctor.out.split())


def test_blind_hides_who_decided_what(reviewed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_INITIALS", "XY")
    for command in (("check",), ("show", "closed"), ("decisions",)):
        out = call(*command, "--blind", cwd=reviewed).out
        assert "The clerk | was" not in out
        assert "hidden until you sign" in out


def test_by_says_who_looks_and_outranks_the_environment(
    reviewed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROVENANCE_INITIALS", "XY")
    assert "hidden until you sign" in call("check", "--blind", cwd=reviewed).out
    out = call("--by", "AB", "check", "--blind", cwd=reviewed).out
    assert "hidden until you sign" not in out, "AB has signed"
