"""Two people at work on branches of their own, brought together with a real `git merge`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from provenance import run
from provenance.workspace.decisions import read_decisions
from provenance.workspace.doctor_decisions import examine_decisions
from tests.run.test_deciding import bridge, cell, proposed
from tests.workspace.test_decisions import git

AB = run.Signed("AB", "2024-03-01T09:30:00Z")
CD = run.Signed("CD", "2024-03-01T09:40:00Z")
Work = Callable[[Path], object]


def together(root: Path, first: Work, second: Work) -> Path:
    """The workspace after AB did the first and CD, who did not know of it, the second."""
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "start")
    for name, work in (("first", first), ("second", second)):
        git(root, "checkout", "-q", "-b", name, "main")
        work(root)
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", name)
    git(root, "merge", "-q", "first", "-m", "both")
    return root


def is_whole(root: Path) -> bool:
    """Whether every file can be read and the chain of decisions holds."""
    decisions, problems = read_decisions(root)
    examined = examine_decisions(root, decisions)
    return not problems and not any(e.is_error for e in examined) and not run.check(root).problems


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param("question: When was the bridge closed?\n", id="the first two statements"),
        pytest.param(
            "question: When was the bridge closed?\nstatements:\n"
            "  - source: diary\n    quote: no post\n    says: 1841-03\ntolerance: P0D\n",
            id="behind another, in the middle of the file",
        ),
    ],
)
def test_two_people_confirm_different_proposals_of_one_claim(tmp_path: Path, claim: str) -> None:
    root = bridge(tmp_path, claim)
    clerk, gazette = proposed(root, "clerk"), proposed(root, "gazette")
    together(
        root,
        lambda root: run.confirm(root, "closed", clerk, AB),
        lambda root: run.confirm(root, "closed", gazette, CD),
    )
    assert is_whole(root)
    for source in ("clerk", "gazette"):
        assert not cell(root, source).is_proposed
        assert len(cell(root, source).statements) == 1


def test_two_people_confirm_the_same_proposal(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    clerk = proposed(root, "clerk")
    together(
        root,
        lambda root: run.confirm(root, "closed", clerk, AB),
        lambda root: run.confirm(root, "closed", clerk, CD),
    )
    assert is_whole(root)
    assert len(cell(root, "clerk").statements) == 1
    assert len(read_decisions(root)[0]) == 2


def test_two_people_work_on_different_claims(tmp_path: Path) -> None:
    root = bridge(tmp_path, **{"claims/again.yaml": "question: When was the bridge closed?\n"})
    clerk = proposed(root, "clerk")
    together(
        root,
        lambda root: run.confirm(root, "closed", clerk, AB),
        lambda root: run.confirm(root, "again", clerk, CD),
    )
    assert is_whole(root)
    assert all(len(run.check(root).row(c).claim.statements) == 1 for c in ("closed", "again"))


def test_one_confirms_what_the_other_rejects(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    clerk = proposed(root, "clerk")
    together(
        root,
        lambda root: run.confirm(root, "closed", clerk, AB),
        lambda root: run.reject(root, "closed", "clerk", CD, clerk),
    )
    assert is_whole(root)
    assert not cell(root, "clerk").is_proposed, "what stands in the claim's file is confirmed"


def test_two_versions_of_one_line_are_named_and_not_chosen_from(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    clerk, file = proposed(root, "clerk"), "claims/closed.yaml"
    run.confirm(root, "closed", clerk, AB)

    def asks(question: str) -> Work:
        def work(root: Path) -> None:
            text = (root / file).read_text("utf-8")
            (root / file).write_text(text.replace("When was the bridge closed?", question), "utf-8")

        return work

    together(root, asks("When was it closed?"), asks("When did the bridge close?"))
    assert [problem.slug for problem in run.check(root).problems] == ["duplicate-key"]
