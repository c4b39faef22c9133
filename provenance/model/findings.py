"""Something a run reports: a code, a place, a message, a fix."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from provenance.errors import Place
from provenance.model.spans import Span


class Severity(Enum):
    """Gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


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
    fingerprint: str = field(default="", compare=False)
    """What it is known by while lines come and go; "" before it is made."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """By file, line, column, code, message: the order they are reported in."""
        return (self.place.path, self.place.line, self.place.column, self.code, self.message)
