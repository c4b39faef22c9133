"""Whether one name may be a garble of another: what a bad copy makes of *Yalta*."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from provenance.alignment.matching import similarity_from

LIKE = 0.7
"""From this share of equal letters on (difflib's ratio) a name may be a garble of another."""
SHORTEST = 5
"""Letters of the shortest name whose garbles are looked for: *Mao* is like anything."""


def is_garble(word: str, wanted: Iterable[str]) -> bool:
    """Whether a folded name is like one of those wanted, by their letters, and none of them."""
    return any(
        word != name
        and abs(len(word) - len(name)) <= 2
        and min(len(word), len(name)) >= SHORTEST
        and _alike(*sorted((word, name)))
        for name in wanted
    )


@lru_cache(maxsize=200_000)
def _alike(one: str, other: str) -> bool:
    return bool(similarity_from(LIKE, one, other))
