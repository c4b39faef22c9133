"""How messages list and suggest."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.alignment.nearest import nearest
from provenance.errors import inert, quoted

FEW = 12
"""As many known words as a hint can list without drowning its reader."""


def listed(words: Iterable[str], last: str = "and") -> str:
    """`a, b and c`."""
    *most, end = words
    return f"{', '.join(most)} {last} {end}" if most else end


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or all of them while they are few."""
    words = sorted(known)
    near = nearest(word, words)
    if near:
        return f"did you mean {quoted(near)}?"
    if 0 < len(words) <= FEW:
        return f"known: {', '.join(inert(each) for each in words)}"
    return ""
