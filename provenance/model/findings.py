"""Something a run reports: a code, a place, a message, a fix."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum

from provenance.errors import Place
from provenance.model.names import fold_text
from provenance.model.spans import Span


class Severity(Enum):
    """Gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code means: the same text wherever it is told."""

    code: str
    severity: Severity
    """Unless the settings say otherwise."""
    title: str
    explanation: str
    """What it means, why it matters, how to put it right, a bad and a good example."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What a source has where the draft says otherwise."""

    source: str
    """The source's id."""
    words: str
    """The source's own, as they stand."""
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    code: str
    severity: Severity
    place: Place
    message: str
    hint: str = ""
    span: Span | None = None
    """In the canonical text of the file at `place`, where it is a source."""
    claim: str = ""
    """The claim it touches; "" where it touches none."""
    words: str = ""
    """What it is about, in the file's own words: a sentence, a quotation, a note. "" where the
    message alone tells."""
    counterpart: Counterpart | None = None
    """The source's words beside the draft's; None where no source is held against it."""
    resolved: str = ""
    """What its message begins with where a person resolved it; then it is a note, whatever the
    settings make of its code. "" where nobody did."""

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that stay the same while code, file, claim and words do:
        whatever is set aside follows the words, wherever they move in the file.
        """
        return self.fingerprint_in(self.place.path)

    def fingerprint_in(self, path: str) -> str:
        """The fingerprint it would have in another file."""
        about = fold_text(self.words or self.message.removeprefix(self.resolved).lstrip())
        key = "\x1f".join((self.code, path, self.claim, about))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """By file, line, column, code, message: the order they are reported in."""
        return (self.place.path, self.place.line, self.place.column, self.code, self.message)
