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
    return any(_alike(*sorted((word, name))) for name in wanted)


@lru_cache(maxsize=200_000)
def _alike(one: str, other: str) -> bool:
    if one == other or min(len(one), len(other)) < SHORTEST or abs(len(one) - len(other)) > 2:
        return False
    return similarity(one, other) >= LIKE
