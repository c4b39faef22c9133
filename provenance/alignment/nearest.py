"""The known word a mistyped one most likely means."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

CUTOFF = 0.6
"""Below this share of matching letters a suggestion puzzles more than it helps."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to `word` by difflib's measure, case aside; None if none is close."""
    by_folded = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=CUTOFF)
    return by_folded[close[0]] if close else None
