"""Equal runs of two sequences: right, in bounded time, and the same whoever computes them."""

from __future__ import annotations

import difflib
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.alignment import matching
from provenance.alignment.matching import Block, blocks, similarity, similarity_from

ITEMS = st.lists(st.sampled_from(["the", "not", "war", "peace", "a", "treaty"]), max_size=40)


def _covers(left: list[str], right: list[str], found: tuple[Block, ...]) -> int:
    """Words paired, after checking that pairs are equal and in order."""
    i = j = 0
    for block in found:
        assert block.left >= i
        assert block.right >= j
        i, j = block.left + block.size, block.right + block.size
        assert left[block.left : i] == right[block.right : j]
    return sum(block.size for block in found)


@settings(max_examples=200, deadline=None)
@given(ITEMS, ITEMS)
def test_blocks_are_equal_and_in_order(left: list[str], right: list[str]) -> None:
    _covers(left, right, blocks(left, right))


LETTERS = st.text(alphabet="abcé1", max_size=9)


@settings(max_examples=400, deadline=None)
@given(LETTERS, LETTERS, st.sampled_from([0.5, 0.62, 0.7, 0.8]))
def test_no_two_words_alike_enough_are_passed_over(left: str, right: str, least: float) -> None:
    share = similarity(left, right)
    assert similarity_from(least, left, right) == (share if share >= least else 0.0)


def test_words_without_letters_in_common_are_not_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(matching, "similarity", None)
    assert similarity_from(0.5, "bridge", "vaults") == 0.0


@settings(max_examples=300, deadline=None)
@given(ITEMS, ITEMS)
def test_the_fast_matcher_and_the_standard_one_agree(left: list[str], right: list[str]) -> None:
    cydifflib = pytest.importorskip("cydifflib")
    fast = cydifflib.SequenceMatcher(None, left, right, autojunk=False)
    standard = difflib.SequenceMatcher(None, left, right, autojunk=False)
    assert fast.get_opcodes() == standard.get_opcodes()
    assert fast.ratio() == standard.ratio()


@pytest.mark.parametrize("matcher", ["standard", "fast"])
def test_blocks_are_the_same_with_either(matcher: str, monkeypatch: pytest.MonkeyPatch) -> None:
    left = ("the treaty of the war " * 30 + "was not signed").split()
    right = ("the war of the treaty " * 30 + "was signed").split()
    expected = blocks(left, right)
    if matcher == "fast":
        chosen = pytest.importorskip("cydifflib").SequenceMatcher
    else:
        chosen = difflib.SequenceMatcher
    monkeypatch.setattr(matching, "SequenceMatcher", chosen)
    assert blocks(left, right) == expected


def test_common_words_are_paired_in_long_sequences() -> None:
    left = [word for n in range(150) for word in ("the", f"w{n}")]
    right = [word for n in range(150) for word in ("the", f"v{n}")]
    assert _covers(left, right, blocks(left, right)) == 150


def test_long_sequences_are_paired_almost_throughout() -> None:
    words = [f"w{n}" for n in range(3_000)]
    left = random.Random(1).choices(words, [1 / n for n in range(1, 3_001)], k=20_000)
    right = [word for n, word in enumerate(left) if n % 50]
    assert _covers(left, right, blocks(left, right)) > 0.98 * len(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(["a"] * 200_000, ["a"] * 199_999, id="one word"),
        pytest.param(["a", "b"] * 100_000, ["b", "a", "a"] * 60_000, id="two words"),
        pytest.param(["a"] * 3_000, ["b", "a"] * 1_500, id="one word among others"),
        pytest.param([f"w{n}" for n in range(50_000)], ["x"] * 50_000, id="nothing shared"),
        pytest.param(
            [f"w{n}" for n in range(50_000)], [f"w{n}" for n in range(50_000)][::-1], id="reversed"
        ),
    ],
)
def test_hostile_sequences_are_paired_in_time(left: list[str], right: list[str]) -> None:
    start = time.process_time()
    _covers(left, right, blocks(left, right))
    assert time.process_time() - start < 8


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        pytest.param("treaty", "treaty", 1, 1, id="the same"),
        pytest.param("crcdit", "credit", 0.8, 0.9, id="misread"),
        pytest.param("war", "peace", 0, 0.3, id="different"),
        pytest.param("x" * 90_000, "x" * 90_001, 0, 0, id="no word at all"),
    ],
)
def test_similarity(left: str, right: str, least: float, most: float) -> None:
    assert least <= similarity(left, right) <= most
