from __future__ import annotations

from provenance.alignment import tokens
from provenance.alignment.homes import homes
from provenance.alignment.matching import Block
from provenance.alignment.rarity import compare
from provenance.alignment.stretches import Stretch

WORDS = " ".join(f"word{n} other{n}" for n in range(50))
BOTH = compare(tokens.words(WORDS), tokens.words(WORDS))


def stretch(left: int, right: int, size: int, score: float) -> Stretch:
    return Stretch((Block(left, right, size),), score, 0.9)


def test_the_stronger_of_two_keeps_the_place() -> None:
    weak, strong = stretch(0, 50, 10, 5.0), stretch(0, 20, 10, 9_999.0)
    (home,) = homes([weak, strong], BOTH)
    assert home.stretch.right == 20
    assert home.elsewhere_right == (weak,)
    assert home.elsewhere_left == ()


def test_a_little_overlap_is_no_contest() -> None:
    found = homes([stretch(0, 0, 10, 9_999.0), stretch(6, 40, 10, 9_998.0)], BOTH)
    assert len(found) == 2


def test_the_same_place_twice_is_told_once() -> None:
    strong = stretch(0, 20, 10, 9_999.0)
    twice = [stretch(0, 50, 10, 5.0), stretch(1, 51, 9, 4.0)]
    (home,) = homes([*twice, strong], BOTH)
    assert len(home.elsewhere_right) == 1
