"""The frozen result of an audit: what a manuscript was found to say, cite and quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from provenance.errors import Problem
from provenance.model.documents import Document
from provenance.model.findings import Finding
from provenance.model.notes import Citation, Note
from provenance.model.sources import Source
from provenance.model.spans import Span


class Support(Enum):
    """What a sentence of a draft rests on."""

    SUPPORTED = "supported"
    """A note, or a statement that a person confirmed."""
    QUOTED = "quoted"
    """It is another's words, and says so."""
    NOT_CHECKABLE = "not-checkable"
    """It states nothing that a source could bear out."""
    BARE = "bare"
    """It states a fact and names nothing to rest on."""


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence of a draft's prose; headings, notes and lists of works have none."""

    span: Span
    """With the markers that stand at its end."""
    support: Support
    why: str
    """In one sentence."""
    notes: tuple[str, ...] = ()
    """Ids of the notes whose markers stand in it."""


@dataclass(frozen=True, slots=True)
class DraftCitation:
    """One citation of a draft: a line of the cite-checker's list."""

    citation: Citation
    note: Note
    sentence: Span | None
    """The sentence its note's marker stands in; None where the note has no marker."""
    held: str = ""
    """The id of the source that is the work it cites; "" where none is, or several are."""


@dataclass(frozen=True, slots=True)
class AuditedDraft:
    source: Source
    document: Document
    sentences: tuple[DraftSentence, ...] = ()
    citations: tuple[DraftCitation, ...] = ()

    @property
    def coverage(self) -> Mapping[Support, int]:
        """How many sentences there are of each kind; every kind is named."""
        counts = Counter(sentence.support for sentence in self.sentences)
        return {support: counts[support] for support in Support}


@dataclass(frozen=True)
class Audit:
    title: str
    drafts: tuple[AuditedDraft, ...]
    """In the order asked for, else of the board."""
    findings: tuple[Finding, ...] = ()
    """Those that are open, by file, line, column and code."""
    problems: tuple[Problem, ...] = ()
    """Files that were left out, and why."""
