"""What a claim rests on: the chains from statements down to their origins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import NamedTuple

from provenance.model.bibliography import ListedWork
from provenance.model.spans import Span
from provenance.model.verdicts import Origins, Verdict


class NodeKind(StrEnum):
    SOURCE = "source"
    """A source that is held."""
    WORK = "work"
    """A work that is cited and not held: nobody has opened it."""
    UNKNOWN = "unknown"
    """A note whose body is missing, or one that cites what could not be told."""


class Node(NamedTuple):
    """Something a chain passes through."""

    kind: NodeKind
    id: str
    """A source's id, a work's key, or `source#note` for an unknown."""


class Basis(Enum):
    """Why one thing is said to rest on another."""

    NOTE = "note"
    SPEAKER = "speaker"
    """It reports somebody whose own words are held."""
    DECLARED = "derived-from"
    QUOTED_IN = "quoted-in"
    """A note says that the work was taken from another."""


@dataclass(frozen=True, slots=True)
class Edge:
    """`start` rests on `end`, on this claim."""

    start: Node
    end: Node
    basis: Basis
    source: str = ""
    """Whose statement, or whose description, says so."""
    statement: int | None = None
    """The statement's place in that source's cell; None where the whole source rests on it."""
    note: str = ""
    """The label of the note, as the statement cites it."""
    words: str = ""
    """What says so: the citation, or the speaker's name."""
    span: Span | None = None
    """Of the citation, in the citing source's canonical text."""


@dataclass(frozen=True, slots=True)
class Position:
    """Statements that say the same, and the origins behind them."""

    says: str
    statements: tuple[tuple[str, int], ...]
    """Source, and place in its cell."""
    origins: Origins


@dataclass(frozen=True, slots=True)
class OtherHand:
    """A statement that stands in a layer by another hand than its source's own.

    It rests on the file's own text, so that summary and transcript are never two origins.
    """

    source: str
    statement: int
    layer: str
    author: str


@dataclass(frozen=True, slots=True)
class Pivot:
    """A source whose removal changes what the claim comes to."""

    source: str
    verdict: Verdict
    """Without it."""
    origins: Origins
    """Without it."""
    flips_verdict: bool
    flips_single: bool
    """Whether the claim would pass from several origins to one or none, or back."""


class Aspect(Enum):
    """What of a statement changed from one hop to the next."""

    HEDGE = "hedge"
    PRECISION = "precision"
    SPEAKER = "speaker"
    CONDITION = "condition"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class WordingChange:
    """From one rung to the next."""

    aspect: Aspect
    before: str
    """"" where it was gained."""
    after: str
    """"" where it was lost."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One hop of a wording ladder."""

    source: str
    statement: int
    words: str
    changes: tuple[WordingChange, ...] = ()
    """Against the rung before it, which is nearer to the origin."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The words of each hop, from the origin up to the source that speaks last."""

    rungs: tuple[Rung, ...]

    @property
    def first_change(self) -> int | None:
        """The first hop that changed the meaning; the origin is hop 0."""
        return next((hop for hop, rung in enumerate(self.rungs) if rung.changes), None)


@dataclass(frozen=True, slots=True)
class Trail:
    """Everything one claim rests on."""

    claim: str
    edges: tuple[Edge, ...]
    own: tuple[str, ...]
    """Sources that are origins themselves: on this claim they rest on nothing."""
    positions: tuple[Position, ...]
    loops: tuple[tuple[Edge, ...], ...]
    """One circle for every knot: the shortest, hop by hop."""
    strait: Node | None
    """What every chain passes, where several sources have one origin."""
    pivots: tuple[Pivot, ...]
    ladders: tuple[Ladder, ...]
    other_hands: tuple[OtherHand, ...]


@dataclass(frozen=True, slots=True)
class Pull:
    """An unopened work and the claims that may stay as they are until somebody opens it."""

    work: ListedWork
    behind: tuple[str, ...]
    """Claims of one origin at most, or with an unknown, that rest on it."""
    perhaps: tuple[str, ...]
    """The same, where a source cites it in a note that no statement names."""
    cited: tuple[tuple[str, str], ...] = ()
    """The sources that name it and the labels of their notes; a description has no label."""


class Evidence(Enum):
    PASSAGES = "passages"
    ERROR = "error"
    """A rare reading that both have and nobody else."""


@dataclass(frozen=True, slots=True)
class FamilyEvidence:
    """A passage or an error that two sources share."""

    kind: Evidence
    left: Span
    right: Span
    same: int
    """Words the same; 0 for an error."""
    of: int
    """Words of the shorter side."""
    why: str = ""


class Direction(Enum):
    """Which of two sources seems to have copied."""

    LEFT_FIRST = "left-first"
    RIGHT_FIRST = "right-first"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two sources that seem to copy one another, or a third."""

    left: str
    right: str
    evidence: tuple[FamilyEvidence, ...]
    direction: Direction
    why: str
    """For the direction."""


@dataclass(frozen=True, slots=True)
class FamilyProposal:
    """Sources that seem to be one family. It changes no count until a person confirms it."""

    members: tuple[str, ...]
    kinships: tuple[Kinship, ...]
