"""What changed between two versions of a source's text."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import quoted

MOST_TOLD = 3
"""Changes named one by one in a sentence."""


@dataclass(frozen=True, slots=True)
class Revision:
    """Words of the older version and what stands for them in the newer; one may be ""."""

    was: str
    now: str

    @property
    def said(self) -> str:
        if not self.now:
            return f"{quoted(self.was)} is gone"
        if not self.was:
            return f"{quoted(self.now)} is new"
        return f"{quoted(self.was)} is now {quoted(self.now)}"


def revisions_in_words(revisions: tuple[Revision, ...]) -> str:
    """How many changes there are, and the first of them."""
    if not revisions:
        return "no word changed, only blanks, signs or layout"
    shown = "; ".join(each.said for each in revisions[:MOST_TOLD])
    more = len(revisions) - MOST_TOLD
    count = "1 change" if len(revisions) == 1 else f"{len(revisions)} changes"
    return f"{count}: {shown}{f'; and {more} more' if more > 0 else ''}"
