"""Names that look corrupted, and what they may stand for."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.spans import Span


@dataclass(frozen=True, slots=True)
class Garble:
    """A name as a text has it, which may be another damaged: a proposal, never a correction."""

    span: Span
    text: str
    suggestion: str
    evidence: str
    """What speaks for the reading, in one sentence: letters in common, the same neighbours."""
