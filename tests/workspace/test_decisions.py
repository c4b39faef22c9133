"""Decisions on disk: what a file says, old ones, and how doctor and git deal with them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.errors import ProvenanceError
from provenance.model.decisions import Action, Decision
from provenance.model.housekeeping import Examined, Health
from provenance.workspace.decisions import read_decision, read_decisions, write_decision
from provenance.workspace.doctor_decisions import examine_decisions
from tests.workspace.folders import make

OLD = """\
subject: closed
decision: confirmed
by: AB
at: 2024-03-01T09:30:00Z
source: clerk
words: the bridge was closed
says: 1841-03-14
on:
  claims/closed.yaml: {}
""".format("a" * 64)


def comment(root: Path, minute: int, why: str = "looked at it", subject: str = "closed") -> Path:
    at = f"2024-03-01T10:{minute:02}:00Z"
    path = write_decision(root, Decision(subject, Action.COMMENTED, "AB", at, why=why))
    return root / path


def wrong(root: Path) -> dict[str, Examined]:
    decisions, _ = read_decisions(root)
    return {
        each.subject: each
        for each in examine_decisions(root, decisions)
        if each.health is not Health.WELL
    }


def test_a_file_from_before_the_chain_still_loads_and_is_seen(tmp_path: Path) -> None:
    path = "claims/decisions/closed/20240301T093000Z-AB-0f0f0f0f.yaml"
    root = make(tmp_path, {path: OLD})
    (old,), problems = read_decisions(root)
    assert (old.action, old.seen, problems) == (Action.CONFIRMED, (), ())
    comment(root, 1)
    new = max(read_decisions(root)[0], key=lambda each: each.at)
    assert new.seen == ((path, old.sha256),)


def test_all_that_a_decision_says_can_be_read_again(tmp_path: Path) -> None:
    whole = Decision(
        subject="closed",
        action=Action.RESOLVED,
        by="AB",
        at="2024-03-01T10:00:00Z",
        says="1841-03-14",
        why="the clerk: was there",
        verdict="resolved",
        weighed=("clerk: 14 March 1841, “closed”", "gazette: 14 May"),
        claim=(("question", "a" * 64), ("words of clerk", "b" * 64)),
        drafts=(("seeds/draft.md", "c" * 64),),
        code="note-missing",
        expires="2024-12-31",
        blind=True,
        seen=(("claims/decisions/closed/x.yaml", "d" * 64),),
    )
    root = make(tmp_path, {})
    path = write_decision(root, whole)
    read = read_decision((root / path).read_bytes(), path)
    for field in Decision.__dataclass_fields__:
        if field not in ("path", "sha256"):
            assert getattr(read, field) == getattr(whole, field), field


@pytest.mark.parametrize(
    ("more", "slug"),
    [
        pytest.param("expires: 2024-13-01\n", "bad-text", id="a day that never comes"),
        pytest.param("seen: {x.yaml: abc}\n", "bad-text", id="a hash that is none"),
        pytest.param("blind: perhaps\n", "bad-choice", id="neither yes nor no"),
        pytest.param("weighed: the clerk\n", "bad-type", id="not a list"),
    ],
)
def test_what_is_wrong_with_the_new_fields_is_named(more: str, slug: str) -> None:
    with pytest.raises(ProvenanceError) as caught:
        read_decision((OLD + more).encode(), "claims/decisions/closed/x.yaml")
    assert [problem.slug for problem in caught.value.problems] == [slug]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(lambda f: f[0].unlink(), "gone, though seen by", id="deleted"),
        pytest.param(
            lambda f: f[0].write_text(f[0].read_text().replace("at it", "away")),
            "changed since it was seen by",
            id="edited",
        ),
        pytest.param(
            lambda f: f[0].rename(f[0].with_name("later.yaml")), "renamed: it is now", id="renamed"
        ),
        pytest.param(lambda f: f[0].write_text("no: decision\n"), "changed since", id="garbled"),
    ],
)
def test_doctor_names_what_a_later_one_had_seen(
    harm: Callable[[list[Path]], object], said: str, tmp_path: Path
) -> None:
    root = make(tmp_path, {})
    files = [comment(root, minute) for minute in range(3)]
    assert not wrong(root)
    harm(files)
    (one,) = wrong(root).values()
    assert one.subject == files[0].relative_to(root).as_posix()
    assert one.said.startswith(said)
    assert one.health is Health.ILL
    assert one.hint


def test_the_newest_can_be_deleted_unseen_but_not_edited_under_its_name(tmp_path: Path) -> None:
    root = make(tmp_path, {})
    files = [comment(root, minute) for minute in range(2)]
    files[1].write_text(files[1].read_text().replace("at it", "away"))
    assert "its name was made of other words" in next(iter(wrong(root).values())).said
    files[1].unlink()
    assert not wrong(root)


def test_line_ends_that_git_rewrote_change_nothing(tmp_path: Path) -> None:
    root = make(tmp_path, {})
    for file in [comment(root, minute) for minute in range(2)]:
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert not wrong(root)


def git(root: Path, *words: str) -> str:
    who = ["-c", "user.name=AB", "-c", "user.email=ab@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *who, *words], cwd=root, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stdout + done.stderr
    return done.stdout


def test_branches_merge_and_what_comes_after_has_seen_both(tmp_path: Path) -> None:
    root = make(tmp_path, {})
    comment(root, 0)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "start")
    for number, branch in enumerate(("theirs", "ours"), 1):
        git(root, "checkout", "-q", "-b", branch, "main")
        comment(root, number, why=branch)
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", branch)
    git(root, "merge", "-q", "theirs", "-m", "both")
    assert not wrong(root)
    comment(root, 3)
    newest = max(read_decisions(root)[0], key=lambda each: each.at)
    assert len(newest.seen) == 2
    assert not wrong(root)
