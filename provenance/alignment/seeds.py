"""Places where two texts use the same rare words: the seeds shared passages grow from.

A seed is the shortest run of one to three words that is rare in both texts. Rare words need no
neighbours to be telling; common ones are telling only together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.alignment.rarity import Compared, Places

MOST_PAIRINGS = 48
"""A run is rare when its counts in the two texts, multiplied, come to no more than this. It bounds
the seeds: fewer than four for each word of the two texts."""
LONGEST = 3
"""Words in the longest run tried."""

_Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Runs of `sizes` words that stand at `lefts` in the left text and at `rights` in the right."""

    lefts: Places
    rights: Places
    sizes: Places

    def __len__(self) -> int:
        return len(self.lefts)


@dataclass(frozen=True, slots=True, eq=False)
class _Runs:
    """Where runs of one length start on one side, and a number for each different run."""

    at: Places
    codes: Places


def seeds(compared: Compared) -> Seeds:
    """All seeds of two texts, the rarest words' first."""
    left, right = compared.left.ids, compared.right.ids
    runs = (_Runs(np.arange(len(left)), left), _Runs(np.arange(len(right)), right))
    kinds = compared.vocabulary
    found: list[tuple[Places, Places, int]] = []
    for size in range(1, LONGEST + 1):
        if size > 1:
            runs, kinds = _longer(runs, (left, right), size, compared.vocabulary)
        counts = [np.bincount(side.codes, minlength=kinds) for side in runs]
        pairings = counts[0] * counts[1]
        found.append((*_joined(runs, (pairings > 0) & (pairings <= MOST_PAIRINGS), kinds), size))
        common = pairings > MOST_PAIRINGS
        if size == LONGEST:
            found.append((*_paired_in_order(runs, common, kinds), size))
        runs = (_kept(runs[0], common), _kept(runs[1], common))
    sizes = np.repeat([size for *_, size in found], [len(at) for at, *_ in found])
    return Seeds(
        np.concatenate([at for at, *_ in found]),
        np.concatenate([at for _, at, _ in found]),
        sizes.astype(np.int64),
    )


def _kept(runs: _Runs, wanted: _Flags) -> _Runs:
    chosen = wanted[runs.codes]
    return _Runs(runs.at[chosen], runs.codes[chosen])


def _longer(
    runs: tuple[_Runs, _Runs], ids: tuple[Places, Places], size: int, vocabulary: int
) -> tuple[tuple[_Runs, _Runs], int]:
    """Runs a word longer, where the run at a place and the run after it are both too common."""
    at = [side.at[:-1][np.diff(side.at) == 1] for side in runs]
    first = [side.codes[:-1][np.diff(side.at) == 1] for side in runs]
    codes = [
        f * vocabulary + words[a + size - 1] for f, a, words in zip(first, at, ids, strict=True)
    ]
    different, numbers = np.unique(np.concatenate(codes), return_inverse=True)
    return (
        _Runs(at[0], numbers[: len(at[0])]),
        _Runs(at[1], numbers[len(at[0]) :]),
    ), len(different)


def _joined(runs: tuple[_Runs, _Runs], rare: _Flags, kinds: int) -> tuple[Places, Places]:
    """Every place of a rare run on the left with every place of it on the right."""
    left, right = _kept(runs[0], rare), _kept(runs[1], rare)
    by_code = np.argsort(right.codes, kind="stable")
    many = np.bincount(right.codes, minlength=kinds)
    first = np.cumsum(many) - many
    repeats = many[left.codes]
    total = int(repeats.sum())
    within = np.arange(total) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    chosen = by_code[np.repeat(first[left.codes], repeats) + within]
    return np.repeat(left.at, repeats), right.at[chosen]


def _paired_in_order(
    runs: tuple[_Runs, _Runs], common: _Flags, kinds: int
) -> tuple[Places, Places]:
    """Of runs too common for all pairings, the first with the first, the second with the second …

    A refrain, or a text with few different words, is found by these alone.
    """
    left, right = (_numbered(_kept(side, common), kinds) for side in runs)
    _, in_left, in_right = np.intersect1d(
        left.codes, right.codes, assume_unique=True, return_indices=True
    )
    return left.at[in_left], right.at[in_right]


def _numbered(runs: _Runs, kinds: int) -> _Runs:
    """The runs with a number for each different run *and* how many of it went before."""
    by_code = np.argsort(runs.codes, kind="stable")
    many = np.bincount(runs.codes, minlength=kinds)
    before = np.arange(len(by_code)) - np.repeat(np.cumsum(many) - many, many)
    codes = runs.codes[by_code] + kinds * before
    return _Runs(runs.at[by_code], codes)
