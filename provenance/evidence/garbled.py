"""Whether one name may be a garble of another: what a bad copy makes of *Yalta*."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from provenance.alignment.matching import similarity

LIKE = 0.7
"""From this share of equal letters on (difflib's ratio) a name may be a garble of another."""
SHORTEST = 5
"""Letters of the shortest name whose garbles are looked for: *Mao* is like anything."""


def is_garble(word: str, wanted: Iterable[str]) -> bool:
    """Whether a folded name is like one of those wanted, by their letters, and none of them."""
    return any(_may_be(word, name) and _alike(*sorted((word, name))) for name in wanted)


def _may_be(one: str, other: str) -> bool:
    """Whether two names are near enough in length, and have letters enough in common."""
    if one == other or min(len(one), len(other)) < SHORTEST or abs(len(one) - len(other)) > 2:
        return False
    # Letters that only one side has are part of no equal letters: the ratio cannot be higher.
    theirs = _letters(other)
    held = len(one) - len(_letters(one) - theirs)
    return 2.0 * held / (len(one) + len(other)) >= LIKE


@lru_cache(maxsize=20_000)
def _letters(word: str) -> frozenset[str]:
    return frozenset(word)


@lru_cache(maxsize=200_000)
def _alike(one: str, other: str) -> bool:
    return similarity(one, other) >= LIKE
