"""What an expression of a date says by itself, before its surroundings are asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from provenance.evidence.date_calendar import Extent, Grain


class Base(Enum):
    """What a relative expression is relative to."""

    WRITTEN = "written"
    """The day the document was written: yesterday, last June, the 15th ult."""
    RUNNING = "running"
    """The date last named: the next day, that year, the previous April."""
    REACHED = "reached"
    """The date the prose has reached, whatever was named in passing: the end of the year."""


class Part(Enum):
    """Which part of a day, month, year… is meant."""

    WHOLE = ""
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_HALF = "first half"
    LAST_HALF = "last half"
    FIRST_WEEK = "first week"
    LAST_WEEK = "last week"


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from a base. Beside a month, season or weekday, the nearest one that way.

    With the unit YEAR and a month, the month of that year: `October of the following year`.
    """

    base: Base
    unit: Grain
    amount: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """One expression; zero, None and WHOLE stand for what it does not say."""

    start: int
    end: int
    year: int | None = None
    month: int = 0
    day: int = 0
    season: int = 0
    weekday: int | None = None
    old_year: int = 0
    """Three figures that are a year before Christ where the prose counts so."""
    short_year: int | None = None
    """`'45`: two figures of a year."""
    fixed: Extent | None = None
    """A stretch that needs no context: a decade, a fiscal year, VE Day."""
    shift: Shift | None = None
    holiday: str = ""
    """A day whose place depends on the year alone."""
    part: Part = Part.WHOLE
    months: int = 0
    """Of a year: its first so many months, or its last where negative."""
    approximate: bool = False
    edtf: str = ""
    """Where `fixed` has an EDTF form that its days do not give back."""
    basis: tuple[str, ...] = ()
    """What its own words left to infer."""
    aside: bool = False
    """Does not move the prose on: a publisher's year, a remark in passing."""
    near: int | None = None
    """The year its surroundings give it."""
    tied: bool = False
    """Follows from the phrase before it: the far end of a range."""

    @property
    def is_bare(self) -> bool:
        """Whether the year has to come from somewhere else."""
        return self.year is None and self.fixed is None and self.shift is None
