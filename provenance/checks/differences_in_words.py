"""How the words of a quotation differ from a source's, as a finding tells it."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.errors import quoted
from provenance.model.alignments import Difference

MOST_SHOWN = 3
"""Differences named one by one in a message."""


def told(differences: Sequence[Difference], quotation: str, text: str) -> str:
    """The first differences one by one, and how many more there are. `text`: the source's."""
    shown = "; ".join(_in_words(d, quotation, text) for d in differences[:MOST_SHOWN])
    more = len(differences) - MOST_SHOWN
    return f"{shown}; and {more} more" if more > 0 else shown


def _in_words(difference: Difference, quotation: str, text: str) -> str:
    ours, theirs = difference.left.of(quotation), difference.right.of(text)
    if not theirs.strip():
        return f"the source has no {quoted(ours)}"
    if not ours.strip():
        return f"the source also has {quoted(theirs)}"
    return f"{quoted(ours)} is {quoted(theirs)} there ({difference.kind.value})"
