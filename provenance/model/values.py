"""What statements state: dates, numbers, answers, names and texts, typed so that they compare."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the proleptic Gregorian calendar. Years before 1 are astronomical: 0 is 1 BC.

    The standard library's date stops at year 1; historians do not.
    """

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"

    @property
    def ordinal(self) -> int:
        """Days since 1 March of year 0, so that differences of days are subtractions."""
        year, month = (
            (self.year, self.month - 3) if self.month > 2 else (self.year - 1, self.month + 9)
        )
        return (
            365 * year
            + year // 4
            - year // 100
            + year // 400
            + (306 * month + 5) // 10
            + self.day
            - 1
        )


class DateShape(Enum):
    POINT = "point"
    """One moment; where it is wider than a day, we know it no better."""
    STRETCH = "stretch"
    """Something that lasted from its first day to its last."""


@dataclass(frozen=True, slots=True)
class DateValue:
    """An EDTF date and the days it spans, both ends included."""

    edtf: str
    earliest: Day | None
    """None for an end that is open or unknown."""
    latest: Day | None
    shape: DateShape = DateShape.POINT
    approximate: bool = False
    """`~` or `%`: about then."""
    uncertain: bool = False
    """`?` or `%`: the source itself doubts it."""


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A quantity: from `low` to `high`, the same for an exact one; None is an open end."""

    written: str
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    """Folded and in the singular; "" for a bare count."""
    approximate: bool = False


class Answer(Enum):
    YES = "yes"
    NO = "no"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class AnswerValue:
    answer: Answer
    condition: str = ""
    """What it depends on, where the statement says so."""


@dataclass(frozen=True, slots=True)
class NameValue:
    written: str
    key: str
    """Folded, without titles, and the same for every alias of one bearer."""


@dataclass(frozen=True, slots=True)
class TextValue:
    written: str
    key: str
    """Folded: case, accents, punctuation and white space do not count."""


Value = DateValue | NumberValue | AnswerValue | NameValue | TextValue
