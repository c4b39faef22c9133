"""The chain of decisions: whatever a later one had seen cannot change without being named."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.decision_chain import Breach, Broken, Lineage, broken, heads, seen_now
from provenance.model.decisions import Action, Decision

DIGEST = "{:064x}"


def chain(*seen: tuple[int, ...]) -> tuple[Decision, ...]:
    """Decisions 0, 1, …, each of which has seen those whose numbers it is given."""
    made: list[Decision] = []
    for number, parents in enumerate(seen):
        made.append(
            Decision(
                subject="closed",
                action=Action.COMMENTED,
                by="AB",
                at=f"2024-03-01T09:{number:02}:00Z",
                path=f"{number:02}.yaml",
                sha256=DIGEST.format(number),
                seen=tuple((made[parent].path, made[parent].sha256) for parent in parents),
            )
        )
    return tuple(made)


def hashes(decisions: tuple[Decision, ...]) -> dict[str, str]:
    return {each.path: each.sha256 for each in decisions}


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Decision, ...]:
    """Any graph in which each decision saw the heads of some of those before it, as after any
    branching and merging."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    made: tuple[Decision, ...] = ()
    for number in range(draw(st.integers(2, 9))):
        known = tuple(each for each in made if rng.random() < 0.7)
        lineage = Lineage(made)
        reached = [
            each
            for each in made
            if each in known or any(lineage.has_seen(k, each) for k in known if k.seen)
        ]
        one = chain(*[()] * (number + 1))[number]
        made = (*made, replace(one, seen=seen_now(reached)))
    return made


@settings(max_examples=120, deadline=None)
@given(graphs(), st.randoms(use_true_random=False), st.sampled_from(["edit", "delete", "rename"]))
def test_whatever_another_had_seen_is_named_once_it_changes(
    made: tuple[Decision, ...], rng: random.Random, how: str
) -> None:
    assert not broken(made, hashes(made)), "as they were made, nothing is wrong"
    victim = rng.choice(made)
    was_seen = any(victim.path == path for each in made for path, _ in each.seen)
    now, left = hashes(made), tuple(each for each in made if each is not victim)
    match how:
        case "edit":
            now[victim.path] = DIGEST.format(999)
            left = (*left, replace(victim, sha256=DIGEST.format(999)))
        case "delete":
            del now[victim.path]
        case "rename":
            now["other.yaml"] = now.pop(victim.path)
            left = (*left, replace(victim, path="other.yaml"))
    named = [each.path for each in broken(left, now)]
    assert named == ([victim.path] if was_seen else [])


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_every_decision_is_reached_from_the_heads(made: tuple[Decision, ...]) -> None:
    lineage, ends = Lineage(made), heads(made)
    for each in made:
        seers = [other for other in made if other.seen and lineage.has_seen(other, each)]
        assert (each in ends) == (not seers)


LINE = chain((), (0,), (1,))


@pytest.mark.parametrize(
    ("decisions", "now", "expected"),
    [
        pytest.param(LINE, hashes(LINE), (), id="a whole chain"),
        pytest.param(LINE[:2], hashes(LINE[:2]), (), id="the newest can go unseen"),
        pytest.param(
            LINE[1:],
            hashes(LINE[1:]),
            (Broken("00.yaml", Breach.DELETED, "01.yaml"),),
            id="the first is gone",
        ),
        pytest.param(
            LINE,
            {**hashes(LINE), "00.yaml": LINE[1].sha256, "01.yaml": LINE[0].sha256},
            (
                Broken("00.yaml", Breach.EDITED, "01.yaml", "01.yaml"),
                Broken("01.yaml", Breach.EDITED, "02.yaml", "00.yaml"),
            ),
            id="two that changed places are both named, and where their words are",
        ),
        pytest.param(
            (replace(LINE[0], at="2025-01-01T00:00:00Z"), *LINE[1:]),
            hashes(LINE),
            (Broken("00.yaml", Breach.MISDATED, "01.yaml"),),
            id="dated after one that had seen it",
        ),
        pytest.param(
            LINE[1:],
            hashes(LINE),
            (),
            id="one that cannot be read as a decision, but is the same to the byte",
        ),
    ],
)
def test_what_is_broken(
    decisions: tuple[Decision, ...], now: dict[str, str], expected: tuple[Broken, ...]
) -> None:
    assert broken(decisions, now) == expected


def test_the_newest_of_some_are_those_that_none_of_them_had_seen() -> None:
    made = chain((), (0,), (0,), (1, 2))
    lineage = Lineage(made)
    assert lineage.newest(made) == made[3:]
    assert lineage.newest(made[:3]) == made[1:3], "two branches that knew not of one another"
    assert lineage.newest((made[0], made[3])) == made[3:], "seen through others"


def test_decisions_of_old_that_tell_nothing_go_by_their_dates() -> None:
    old = chain((), ())
    assert Lineage(old).newest(old) == old[1:]


@pytest.mark.parametrize("by", ["A.B.", "ab", " A B "])
def test_one_person_however_the_initials_are_written(by: str) -> None:
    assert replace(LINE[0], by=by).person == LINE[0].person
