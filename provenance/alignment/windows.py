"""Which stretches of a text a quotation's words point to, before any of them is looked at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from provenance.alignment.word_index import Positions, WordIndex

MOST_VOTES = 200_000
"""Votes counted for a quotation; its rarest words vote first."""
MOST_WINDOWS = 12
"""Places looked at closely."""


def likely_windows(
    index: WordIndex, part: Sequence[str], low: int, high: int, slack: int
) -> list[tuple[int, int]]:
    """Ranges of words with most votes for the start of the part, widened by its length."""
    starts, weights = _votes(index, part, low, high)
    if not len(starts):
        return []
    bins = (starts + len(part)) // slack
    named, inverse = np.unique(bins, return_inverse=True)
    totals = np.bincount(inverse, weights)
    next_is_neighbour = np.append(np.diff(named) == 1, False)
    paired = totals + np.where(next_is_neighbour, np.append(totals[1:], 0), 0)
    best = np.argsort(-paired, kind="stable")[: 3 * MOST_WINDOWS]
    chosen: list[int] = []
    for number in named[best].tolist():
        if all(abs(number - other) > 1 for other in chosen):
            chosen.append(number)
    return [
        (number * slack - len(part), (number + 2) * slack)
        for number in chosen[: MOST_WINDOWS if len(part) <= 1_000 else 3]
    ]


def _votes(
    index: WordIndex, part: Sequence[str], low: int, high: int
) -> tuple[Positions, NDArray[np.float64]]:
    """Where the part would start if one of its words were the one found, and what that says."""
    offsets: dict[str, list[int]] = {}
    for offset, word in enumerate(part):
        offsets.setdefault(word, []).append(offset)
    within: dict[str, Positions] = {}
    for word in offsets:
        positions = index.positions(word)
        start, end = np.searchsorted(positions, (low, high))
        within[word] = positions[start:end]
    votes: list[Positions] = []
    weights = []
    left = MOST_VOTES
    for word in sorted(offsets, key=lambda word: (len(within[word]), word)):
        for offset in offsets[word]:
            positions = within[word][:left]
            if not len(positions):
                break
            votes.append(positions - offset)
            weights.append(np.full(len(positions), index.weight(word)))
            left -= len(positions)
    if not votes:
        return np.zeros(0, np.int64), np.zeros(0)
    return np.concatenate(votes), np.concatenate(weights)
