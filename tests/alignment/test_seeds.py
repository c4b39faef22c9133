from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.alignment import tokens
from provenance.alignment.rarity import Compared, compare
from provenance.alignment.seeds import MOST_PAIRINGS, seeds


def compared(left: str, right: str) -> Compared:
    return compare(tokens.words(left), tokens.words(right))


def found(left: str, right: str) -> set[tuple[int, int, int]]:
    grown = seeds(compared(left, right))
    return set(zip(grown.lefts.tolist(), grown.rights.tolist(), grown.sizes.tolist(), strict=True))


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        pytest.param("a yalta b", "c d yalta", {(1, 2, 1)}, id="a rare word needs no neighbour"),
        pytest.param("yalta", "yalta yalta", {(0, 0, 1), (0, 1, 1)}, id="every pairing of it"),
        pytest.param("one", "two", set(), id="nothing in common"),
        pytest.param("", "two", set(), id="empty"),
        pytest.param(
            "the " * 9 + "of",
            "of " + "the " * 9,
            {(9, 0, 1), *((i, i + 1, 3) for i in range(7))},
            id="what is common however long, first with first",
        ),
        pytest.param(
            "of the " + "the of " * 7, "the of " * 7, set(), id="of two common words none is alone"
        ),
    ],
)
def test_a_seed_is_the_shortest_rare_run(
    left: str, right: str, wanted: set[tuple[int, int, int]]
) -> None:
    here = found(left, right)
    if wanted:
        assert here == wanted
    else:
        assert not any(size == 1 for *_, size in here)


words = st.lists(st.sampled_from("abcdefg"), max_size=120).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(words, words)
def test_seeds_are_rare_runs_of_equal_words(left: str, right: str) -> None:
    ours, theirs = left.split(), right.split()
    for at, there, size in found(left, right):
        assert ours[at : at + size] == theirs[there : there + size]
    counts = Counter(ours), Counter(theirs)
    for at, _, size in found(left, right):
        if size == 1:
            assert counts[0][ours[at]] * counts[1][ours[at]] <= MOST_PAIRINGS


@settings(max_examples=80, deadline=None)
@given(words, words)
def test_every_shared_rare_word_is_covered_by_a_seed(left: str, right: str) -> None:
    ours, theirs = left.split(), right.split()
    counts = Counter(ours), Counter(theirs)
    covered = {(at, there) for at, there, size in found(left, right) if size == 1}
    rare = {word for word in counts[0] if 0 < counts[0][word] * counts[1][word] <= MOST_PAIRINGS}
    assert covered == {
        (i, j)
        for i, word in enumerate(ours)
        for j, other in enumerate(theirs)
        if word == other and word in rare
    }
