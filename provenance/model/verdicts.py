"""What comparing came to: relations of two statements, cells, rows and their verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from provenance.model.alignments import Difference, Found
from provenance.model.claims import Claim, Statement
from provenance.model.documents import Layer
from provenance.model.spans import Span
from provenance.model.values import Value


class Relation(Enum):
    """Between two statements, firmest first."""

    CONFLICT = "conflict"
    POSSIBLE_CONFLICT = "possible-conflict"
    UNDETERMINED = "undetermined"
    COMPATIBLE = "compatible"
    AGREE = "agree"

    @property
    def rank(self) -> int:
        """0 for the firmest: a cell's mark is its firmest relation to the others."""
        return _RANKS[self]


_RANKS = {relation: rank for rank, relation in enumerate(Relation)}


class StatementState(Enum):
    CONFIRMED = "confirmed"
    PROPOSED = "proposed"


class Standing(Enum):
    """How a statement's quotation stands in its source."""

    EXACT = "exact"
    FOLDED = "folded"
    NEAR = "near"
    MOVED = "moved"
    """The source changed since it was recorded, and the quotation still stands there, once."""
    LOST = "lost"


class Outcome(Enum):
    """What became of a statement when a person resolved its claim's conflict."""

    CHOSEN = "chosen"
    """It fits the answer held right."""
    OUTWEIGHED = "outweighed"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer that persons hold right where sources differ, while nothing has changed since."""

    by: tuple[str, ...]
    """Initials or names, each once, oldest decision first."""
    says: str
    """As they wrote it."""
    value: Value | None
    """The same read as the claim's type; None where it cannot be."""


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement and its place in its source. A lost one has none and is compared with none."""

    statement: Statement
    state: StatementState
    standing: Standing
    span: Span | None
    """In the source's canonical text; None when lost."""
    words: str
    """The slice of the source; "" when lost."""
    layer: Layer | None
    why: str
    """How its place was found, or why it is lost, in one sentence."""
    found: Found = Found.EXACT
    differences: tuple[Difference, ...] = ()
    """Between the quotation (left) and the source's words (right, offsets in the whole source)."""
    is_sure: bool = True
    """For a proposal: whether its passage speaks to all that is asked, and its value is typed and
    hangs on that. One that is not sure conflicts with nothing outright."""
    outcome: Outcome | None = None
    """None while its claim is not resolved, and of what the resolution does not reach."""


class CellState(Enum):
    SPEAKS = "speaks"
    SILENT = "silent"
    PROPOSED_SILENT = "proposed-silent"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says on one claim, and all it rests on."""

    source: str
    state: CellState
    mark: Relation | None
    """Its firmest relation to the other sources; None when it does not speak or speaks alone."""
    why: str
    statements: tuple[PlacedStatement, ...] = ()
    searched: tuple[str, ...] = ()
    """What a search that found nothing searched for."""
    outcome: Outcome | None = None
    """What became of all it says; None where something of it is not settled."""
    may_speak: Span | None = None
    """Of one that is not read, the passage that is to be read first; None where none was found."""

    def __post_init__(self) -> None:
        if self.state is CellState.SPEAKS and not self.statements:
            raise ValueError("a source that speaks needs a statement")

    @property
    def is_proposed(self) -> bool:
        """Whether no person has confirmed any of it."""
        if self.state is CellState.SPEAKS:
            return all(s.state is StatementState.PROPOSED for s in self.statements)
        return self.state is CellState.PROPOSED_SILENT


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements on one claim and how they stand to one another."""

    a: str
    a_index: int
    """Among the statements of source `a`'s cell, from 0."""
    b: str
    b_index: int
    relation: Relation
    why: str


class Verdict(Enum):
    AGREED = "agreed"
    COMPATIBLE = "compatible"
    DISPUTED = "disputed"
    SINGLE = "single"
    SILENT = "silent"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins stand behind a claim. Never more than the sources that speak."""

    sources: int
    families: int
    at_most: int
    unknown: int
    """Notes cited whose body is missing, each counted once: a source's label is one note."""


@dataclass(frozen=True, slots=True)
class Row:
    """One claim across all sources."""

    claim: Claim
    verdict: Verdict
    why: str
    cells: tuple[Cell, ...]
    """One a source, in the order of the board."""
    pairs: tuple[Pair, ...]
    origins: Origins
    on_proposals: bool = False
    """Whether the verdict, or what leaves it open, rests on what nobody has confirmed."""
    resolution: Resolution | None = None
    """Stands beside the computed verdict; None where sources do not differ, or nobody resolved it
    for what the claim says now, or different answers were chosen."""

    @property
    def is_open(self) -> bool:
        """Whether sources may or do exclude each other, and nobody has resolved it."""
        return self.verdict in (Verdict.DISPUTED, Verdict.OPEN) and self.resolution is None

    def is_settled(self, pair: Pair) -> bool:
        """Whether persons resolved what stands between two of its statements."""
        both = ((pair.a, pair.a_index), (pair.b, pair.b_index))
        return all(self.cell(source).statements[at].outcome for source, at in both)

    def cell(self, source: str) -> Cell:
        """The cell of a source, by its id; KeyError where there is none."""
        for cell in self.cells:
            if cell.source == source:
                return cell
        raise KeyError(source)

    def pairs_of(self, source: str) -> tuple[Pair, ...]:
        """Every pair a source takes part in, firmest first, in order."""
        mine = [pair for pair in self.pairs if source in (pair.a, pair.b)]
        return tuple(sorted(mine, key=lambda pair: pair.relation.rank))
