"""What a search for a claim's words came to."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.spans import Span


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that may speak on a claim."""

    span: Span
    rank: int
    """From 1, best first."""
    why: str
    """Which of the words searched for it has, and how it has them."""
    in_note: str | None = None
    """The id of the note it stands in."""


@dataclass(frozen=True, slots=True)
class Searched:
    """One source searched for one claim. No passages: it was searched, and nothing was found."""

    source: str
    passages_read: int
    passages: tuple[FoundPassage, ...]
