"""What a search for a claim's words came to."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import Problem
from provenance.model.claims import Claim
from provenance.model.documents import Document
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
    why: str = ""
    """Why it was not searched: it could not be read. "" where it was."""


@dataclass(frozen=True)
class Search:
    """All sources of a workspace, searched for one claim."""

    claim: Claim
    words: tuple[str, ...]
    """What was searched for."""
    searched: tuple[Searched, ...]
    """In the order of the board."""
    documents: tuple[tuple[str, Document], ...]
    """What was read, by source."""
    problems: tuple[Problem, ...] = ()

    def document(self, source: str) -> Document:
        """What was read of a source; KeyError where nothing was."""
        return dict(self.documents)[source]
