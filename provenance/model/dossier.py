"""The frozen result of one run; the only thing screens and reports read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from provenance.errors import Problem
from provenance.model.audit import AuditedDraft
from provenance.model.bibliography import ListedWork
from provenance.model.dated import TaggedDate
from provenance.model.decided import NOTHING_DECIDED, Decided
from provenance.model.documents import Document
from provenance.model.findings import Finding
from provenance.model.garbles import Garble
from provenance.model.notes import Work
from provenance.model.origins import FamilyProposal, Pull, Trail
from provenance.model.revisions import Revision
from provenance.model.sources import Role, Source
from provenance.model.verdicts import Row


class SourceState(Enum):
    READ = "read"
    PARTLY_READ = "partly-read"
    UNREAD = "unread"
    CHANGED = "changed"
    """Read, but not the bytes that were recorded."""


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source, what was read of it, and whether it is what was recorded."""

    source: Source
    document: Document | None
    """None when it could not be read at all."""
    state: SourceState
    why: str = ""
    """What is missing or changed; "" when it was read whole and is unchanged."""
    family: str = ""
    """The family it belongs to, once a person confirmed it; "" when it stands alone."""
    works: tuple[Work, ...] = ()
    """What its notes cite, each work once, in the order first cited."""
    garbles: tuple[Garble, ...] = ()
    """Names that look corrupted beside what the other sources know, in order."""
    revised: tuple[Revision, ...] | None = None
    """What changed since it was recorded; None where it did not, or that cannot be told."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """Everything that is seen of one file."""

    document: Document
    works: tuple[Work, ...] = ()
    """What its notes cite, in the order first cited."""
    bibliography: tuple[ListedWork, ...] = ()
    """The same works with those joined that seem to be one, by author and title."""
    dates: tuple[TaggedDate, ...] = ()
    """The dates in its prose, in order."""
    garbles: tuple[Garble, ...] = ()
    compared_with: int = 0
    """How many other sources its names were compared with."""


@dataclass(frozen=True)
class Dossier:
    title: str
    sources: tuple[ReadSource, ...]
    """In the order of the board: the draft, then as settings list them, else by date, then id."""
    rows: tuple[Row, ...]
    """In the order of the claims' file names."""
    findings: tuple[Finding, ...] = ()
    """By file, line, column and code."""
    problems: tuple[Problem, ...] = ()
    """Files that were left out, and why."""
    bibliography: tuple[ListedWork, ...] = ()
    """What all sources cite, each work once, by author and title."""
    letters: bool = False
    """Whether the user asked for marks in ASCII letters."""
    trails: tuple[Trail, ...] = ()
    """What each row rests on, in the order of the rows."""
    works_declared: tuple[ListedWork, ...] = ()
    """Works that no note cites: a description's `derived-from` names them."""
    pull_next: tuple[Pull, ...] = ()
    """Unopened works, the one that most claims wait for first."""
    proposed_families: tuple[FamilyProposal, ...] = ()
    """They change no count until a person confirms them."""
    drafts: tuple[AuditedDraft, ...] = ()
    """What the workspace's drafts were found to say and to cite, where they were audited."""
    decided: Decided = NOTHING_DECIDED
    is_searched: bool = True
    """Whether every source was searched for every claim, and all were compared. What is shown
    before that holds what people confirmed, and is no report."""
    is_compared: bool = True
    """Whether sources were read and compared at all. Before that there are questions and columns,
    and every cell is unread."""

    @property
    def counted_sources(self) -> tuple[ReadSource, ...]:
        """The sources that count in verdicts: all but the draft."""
        return tuple(s for s in self.sources if s.source.role is not Role.DRAFT)

    @cached_property
    def follows_draft(self) -> bool:
        """Whether a draft says something on one of the claims, so that it can be followed."""
        return any(place is not None for place in map(self._in_draft, self.rows))

    @cached_property
    def rows_to_read(self) -> tuple[Row, ...]:
        """The rows as the draft comes to them, then those it says nothing on, by file name."""
        if not self.follows_draft:
            return self.rows
        placed = [(self._in_draft(row), row) for row in self.rows]
        spoken = sorted(((at, row) for at, row in placed if at), key=lambda each: each[0])
        return (*(row for _, row in spoken), *(row for at, row in placed if not at))

    @cached_property
    def _drafts(self) -> Mapping[str, int]:
        """Which one each draft is, by its id."""
        every = (e.source for e in self.sources if e.source.role is Role.DRAFT)
        return {draft.id: number for number, draft in enumerate(every)}

    def _in_draft(self, row: Row) -> tuple[int, int] | None:
        """Which draft speaks on a claim, and where first; None where none does."""
        places = (
            (self._drafts[cell.source], placed.span.start)
            for cell in (row.cells if self._drafts else ())
            if cell.source in self._drafts
            for placed in cell.statements
            if placed.span is not None
        )
        return min(places, default=None)

    def source(self, id: str) -> ReadSource:
        """A source by its id; KeyError where there is none."""
        for entry in self.sources:
            if entry.source.id == id:
                return entry
        raise KeyError(id)

    def trail(self, claim: str) -> Trail | None:
        """What a claim rests on; None where it was not traced."""
        return next((trail for trail in self.trails if trail.claim == claim), None)

    def work(self, key: str) -> ListedWork | None:
        """A work by its key, or by the id of a node that stands for it or a page of it."""
        bare = key.partition("#")[0]
        every = (*self.bibliography, *self.works_declared)
        return next((work for work in every if work.key == bare), None)

    def row(self, claim: str) -> Row:
        """A row by its claim's id; KeyError where there is none."""
        for row in self.rows:
            if row.claim.id == claim:
                return row
        raise KeyError(claim)
