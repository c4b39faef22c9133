"""Words that stand for one another though not one letter for letter: misread, misspelt, split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.alignment.matching import similarity_from

LIKE = 0.5
"""From this share of equal letters two words in the same place may stand for one another."""
JOINED_LIKE = 0.8
"""The same for two words against one: "to day" and "today"."""
LONGEST_WORD = 60
"""Letters of the longest word compared by its letters; what is longer is no word."""
MOST_CELLS = 2_500
"""Largest gap, as words on the left times words on the right, that is looked at."""
_STEPS = ((1, 1), (1, 2), (2, 1))


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
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            options = [(best[i - 1][j], (1, 0)), (best[i][j - 1], (0, 1))]
            for wide, high in _STEPS:
                if i >= wide and j >= high:
                    share = _share(left[i - wide : i], right[j - high : j])
                    if share:
                        options.append((best[i - wide][j - high] + share, (wide, high)))
            best[i][j], step[i, j] = max(options, key=lambda option: option[0])
    return _traced(best, step)


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


def _share(left: Sequence[str], right: Sequence[str]) -> float:
    ours, theirs = "".join(left), "".join(right)
    if max(len(ours), len(theirs)) > LONGEST_WORD:
        return 0.0
    return similarity_from(LIKE if len(left) == len(right) else JOINED_LIKE, ours, theirs)
