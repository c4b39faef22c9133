"""Words that stand for one another though not one letter for letter: misread, misspelt, split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from provenance.alignment.matching import similarity_from

LIKE = 0.5
"""From this share of equal letters two words in the same place may stand for one another."""
JOINED_LIKE = 0.8
"""The same for two words against one: "to day" and "today"."""
LONGEST_WORD = 60
"""Letters of the longest word compared by its letters; what is longer is no word."""
MOST_CELLS = 2_500
"""Largest gap, as words on the left times words on the right, that is looked at."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """One or two words from `left` on that are like one or two from `right` on."""

    left: int
    right: int
    left_size: int
    right_size: int
    share: float
    """Of equal letters."""


def alike(left: Sequence[str], right: Sequence[str]) -> tuple[Likeness, ...]:
    """The words most alike taken together, in order on both sides; none in gaps too large."""
    rows, columns = len(left), len(right)
    if not rows or not columns or rows * columns > MOST_CELLS:
        return ()
    shares = _shares(left, right)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            score, way = best[i - 1][j], (1, 0)
            if best[i][j - 1] > score:
                score, way = best[i][j - 1], (0, 1)
            for (wide, high), table in shares:
                share = table[i - wide][j - high] if i >= wide and j >= high else 0.0
                if share and best[i - wide][j - high] + share > score:
                    score, way = best[i - wide][j - high] + share, (wide, high)
            best[i][j], step[i, j] = score, way
    return _traced(best, step)


_Table = list[list[float]]


def _shares(
    left: Sequence[str], right: Sequence[str]
) -> tuple[tuple[tuple[int, int], _Table], ...]:
    """How alike the words are, one to one, one to two and two to one, by where they begin."""
    twos, others = ([one + next_ for one, next_ in pairwise(side)] for side in (left, right))
    return (
        ((1, 1), _table(left, right, LIKE)),
        ((1, 2), _table(left, others, JOINED_LIKE)),
        ((2, 1), _table(twos, right, JOINED_LIKE)),
    )


def _table(left: Sequence[str], right: Sequence[str], least: float) -> _Table:
    return [[_share(one, other, least) for other in right] for one in left]


def _traced(
    best: list[list[float]], step: dict[tuple[int, int], tuple[int, int]]
) -> tuple[Likeness, ...]:
    pairs: list[Likeness] = []
    i, j = len(best) - 1, len(best[0]) - 1
    while i and j:
        wide, high = step[i, j]
        if wide and high:
            share = best[i][j] - best[i - wide][j - high]
            pairs.append(Likeness(i - wide, j - high, wide, high, share))
        i, j = i - wide, j - high
    return tuple(reversed(pairs))


def _share(ours: str, theirs: str, least: float) -> float:
    if max(len(ours), len(theirs)) > LONGEST_WORD:
        return 0.0
    return similarity_from(least, ours, theirs)
