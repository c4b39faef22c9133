"""Pairs of texts that may share passages, found without comparing every text with every other.

A run of three words that few texts have in common is a clue; two texts with several clues are worth
aligning (A. Broder, "On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations

from provenance.alignment.rarity import STEM
from provenance.alignment.tokens import words

RUN = 3
"""Words of a clue: few enough that some survive bad reading and rewording."""
LEAST_CLUES = 4
"""Clues two texts must share to be aligned."""
MOST_TEXTS = 24
"""Texts that may share one run of words before it is a set phrase, and no clue."""
_TELLING = 4
"""Letters of a word that tells more than "of the"."""
_FIRST_SIGN = "\u2e80"
"""From here on a word is one sign of a script without spaces."""


def candidates(texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Pairs of ids worth aligning, in order."""
    places: dict[int, list[str]] = {}
    for id_ in sorted(texts):
        for clue in _clues(texts[id_]):
            places.setdefault(clue, []).append(id_)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in places.values():
        if 1 < len(ids) <= MOST_TEXTS:
            shared.update(combinations(ids, 2))
    return tuple(sorted(pair for pair, clues in shared.items() if clues >= LEAST_CLUES))


def _clues(text: str) -> set[int]:
    """Every run of words that holds a telling one, as a number; a set has no order to depend on."""
    stems = [word[:STEM] for word in words(text).words]
    runs = zip(*(stems[at:] for at in range(RUN)), strict=False)
    return {hash(run) for run in runs if sum(map(_is_telling, run)) > 1}


def _is_telling(stem: str) -> bool:
    return len(stem) >= _TELLING or stem >= _FIRST_SIGN
