"""The frozen result of an audit: what a manuscript was found to say, cite and quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from provenance.errors import Problem
from provenance.model.baseline import KnownFinding
from provenance.model.decided import SetAside
from provenance.model.documents import Document
from provenance.model.findings import Finding, Rule, Severity
from provenance.model.notes import Citation, Note, Work
from provenance.model.selection import Selection
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
class LookedAt:
    """A passage of a draft that a person confirmed as a statement of a claim."""

    span: Span
    by: str
    at: str
    """In UTC, such as `2024-03-01T09:30:00Z`."""


@dataclass(frozen=True, slots=True)
class AuditedDraft:
    source: Source
    document: Document
    sentences: tuple[DraftSentence, ...] = ()
    citations: tuple[DraftCitation, ...] = ()
    works: tuple[Work, ...] = ()
    """What its notes cite, in the order first cited."""
    looked_at: tuple[LookedAt, ...] = ()
    """By place."""
    mistaken: tuple[Span, ...] = ()
    """Where its open findings are that are errors, such as a quotation that was altered."""

    @property
    def coverage(self) -> Mapping[Support, int]:
        """How many sentences there are of each kind; every kind is named."""
        counts = Counter(sentence.support for sentence in self.sentences)
        return {support: counts[support] for support in Support}

    @property
    def with_errors(self) -> Mapping[Support, int]:
        """How many of the sentences of each kind have an error on them; every kind is named."""
        counts = Counter(s.support for s in self.sentences if self.is_mistaken(s))
        return {support: counts[support] for support in Support}

    @property
    def sound(self) -> Mapping[Support, int]:
        """How many sentences there are of each kind without an error on them."""
        wrong = self.with_errors
        return {support: count - wrong[support] for support, count in self.coverage.items()}

    def is_mistaken(self, sentence: DraftSentence) -> bool:
        """Whether an open finding on a sentence is an error."""
        return any(span.overlaps(sentence.span) for span in self.mistaken)

    @property
    def checkable(self) -> int:
        """How many sentences state something that a source could bear out."""
        return len(self.sentences) - self.coverage[Support.NOT_CHECKABLE]

    @property
    def borne_out(self) -> int:
        """How many of the checkable sentences are supported or quoted, and have no error."""
        return self.sound[Support.SUPPORTED] + self.sound[Support.QUOTED]

    @property
    def compared(self) -> int:
        """How many of those rest on a source that is held, or on what a person confirmed. Of the
        others nobody knows more than that they have a note."""
        opened = {citation.note.id for citation in self.citations if citation.held}
        return sum(
            not opened.isdisjoint(sentence.notes)
            or any(looked.span.overlaps(sentence.span) for looked in self.looked_at)
            for sentence in self.sentences
            if sentence.support in (Support.SUPPORTED, Support.QUOTED)
            and not self.is_mistaken(sentence)
        )

    def reaches(self, share: Decimal) -> bool:
        """Whether as many of a hundred checkable sentences are supported or quoted, exactly."""
        return self.borne_out * 100 >= share * self.checkable


@dataclass(frozen=True)
class Audit:
    title: str
    drafts: tuple[AuditedDraft, ...]
    """In the order asked for, else of the board."""
    findings: tuple[Finding, ...] = ()
    """Those that are open, by file, line, column and code."""
    problems: tuple[Problem, ...] = ()
    """Files that were left out, and why."""
    sources: tuple[Source, ...] = ()
    """What the drafts were held against, in the order of the board."""
    rules: tuple[Rule, ...] = ()
    """What was looked for, in the order of codes."""
    fail_on: Severity | None = Severity.ERROR
    """From which severity on an open finding makes the audit fail; None where none does."""
    require_coverage: Decimal | None = None
    """Of a hundred checkable sentences of a draft, how many must be supported or quoted."""
    selection: Selection = Selection()
    """The codes that were wanted."""
    is_whole: bool = True
    """Whether the workspace's drafts and board were audited, and not files that were named."""
    set_aside: tuple[SetAside, ...] = ()
    """Findings that a person set aside, in the order of findings."""
    lapsed: tuple[SetAside, ...] = ()
    """Open findings that were set aside until a day that is over."""
    known: tuple[Finding, ...] = ()
    """Findings that the baseline lists."""
    mended: tuple[KnownFinding, ...] = ()
    """What the baseline lists and is not found any more."""

    @property
    def falls_short(self) -> tuple[AuditedDraft, ...]:
        """The drafts of which fewer sentences are supported or quoted than are required."""
        share = self.require_coverage
        return tuple(d for d in self.drafts if share is not None and not d.reaches(share))

    @property
    def fails(self) -> bool:
        """Whether there is a finding that is grave enough, or a draft falls short."""
        worst = self.fail_on.rank if self.fail_on else -1
        return bool(self.falls_short) or any(f.severity.rank <= worst for f in self.findings)
