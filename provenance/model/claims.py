"""Claims, and the statements that sources make on them, as a person recorded them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from provenance.errors import Place
from provenance.model.values import DateValue, Value


class ClaimType(Enum):
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes-no"
    NAME = "name"
    TEXT = "text"


class Holds(Enum):
    """How firmly a speaker holds what is stated."""

    ASSERTED = "asserted"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    PLANNED = "planned"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far apart two values may lie and still agree. Zero in every field means not at all."""

    days: int = 0
    share: Decimal = Decimal(0)
    """Of the larger number: 0.05 for `5%`."""
    amount: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Event:
    """A named stretch of time that relative dates may hang on."""

    name: str
    when: DateValue


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says on one claim: words, value, who says it, how firmly, on which notes."""

    source: str
    quote: str
    """The source's own words, verbatim."""
    says: str
    """The value as it was written."""
    value: Value
    holds: Holds = Holds.ASSERTED
    speaker: str = ""
    """Who says it; "" means the source's own voice."""
    layer: str = ""
    """The layer a person named; "" means the one its place lies in."""
    prefix: str = ""
    suffix: str = ""
    notes: tuple[str, ...] = ()
    """Labels as shown; `2/29` is note 29 of the second series."""
    about: str = ""
    """Its scope: statements about different matters do not conflict."""
    as_of: DateValue | None = None
    """When it was said or held; None means the source's own date."""
    place: Place = Place("")
    """Where it stands in the claim's file."""
    quote_place: Place = Place("")


@dataclass(frozen=True, slots=True)
class Claim:
    """A point at issue, put as a question."""

    id: str
    """The name of its file without `.yaml`."""
    question: str
    type: ClaimType
    place: Place
    find: tuple[str, ...] = ()
    """Words to search for."""
    one_answer: bool = False
    """Names and texts that differ exclude each other."""
    silent: tuple[str, ...] = ()
    """Sources that a person read through and that do not say."""
    tolerance: Tolerance = Tolerance()
    statements: tuple[Statement, ...] = ()
    type_proposed: str = ""
    """Where the file gives no type: what in the question shows it. "" where a person gave it."""
    events: tuple[Event, ...] = ()
