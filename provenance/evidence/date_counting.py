"""What relative expressions mean: the next day, two years later, last Tuesday, that spring."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.evidence.date_calendar import (
    Extent,
    Grain,
    day_extent,
    exists,
    from_ordinal,
    month_extent,
    plus_days,
    plus_months,
    weekday,
    year_extent,
    years_extent,
)
from provenance.evidence.date_phrase import Base, Phrase, Shift
from provenance.evidence.date_placed import month_of, with_year
from provenance.evidence.date_running import Meant, Running
from provenance.model.values import Day

_NEAR = 2
"""Years between the prose and its writing within which `this year` is taken to be the writer's."""

BY_WEEKDAY = "the last such weekday"
"""How a bare weekday was placed, in words."""


@dataclass(frozen=True, slots=True)
class Foothold:
    """What is counted from, and its name."""

    year: int
    month: int | None
    day: Day | None
    source: str
    day_source: str


def shifted(phrase: Phrase, shift: Shift, running: Running) -> Meant | None:
    """The days of a relative phrase; None where nothing is there to count from."""
    base = _foothold(shift, running)
    if base is None:
        return None
    if phrase.weekday is not None:
        return _weekday(phrase.weekday, shift.amount, base)
    if phrase.day and shift.unit is Grain.MONTH and not phrase.month:
        return _day_of_month(phrase.day, shift.amount, base)
    if phrase.month or phrase.season:
        return _named(phrase, shift, base)
    return _counted(shift, base)


def _foothold(shift: Shift, running: Running) -> Foothold | None:
    """The date a phrase hangs on.

    `Yesterday` and `this year` in a book on 1940 are a quotation's: the day of writing stands only
    for words on the time it was written in, and a quotation's yesterday for no day we know.
    """
    written = running.written
    is_own = shift.base is Base.WRITTEN
    if is_own and written is not None and _is_near(running.year, written.year):
        day, said = written if running.exact else None, running.written_as
        return Foothold(written.year, written.month, day, said, said)
    if is_own and shift.unit in (Grain.DAY, Grain.WEEK):
        return None
    if running.named is not None and shift.base is not Base.REACHED:
        year, month = running.named
        return Foothold(year, month, running.day, running.named_as, running.day_as)
    if running.year is None:
        return None
    return Foothold(running.year, running.month, running.day, running.source, running.day_as)


def _is_near(year: int | None, written: int) -> bool:
    return year is None or abs(year - written) <= _NEAR


def _named(phrase: Phrase, shift: Shift, base: Foothold) -> Meant | None:
    """A month or season of another year, or the nearest one before or after."""
    basis = (f"year from {base.source}",)
    if shift.unit is Grain.YEAR:
        return with_year(phrase, base.year + shift.amount, basis)
    month = month_of(phrase)
    year = base.year
    if base.month is None:
        year += shift.amount
    elif shift.amount > 0:
        year += month <= base.month
    elif shift.amount < 0:
        year -= month >= base.month
    return with_year(phrase, year, basis)


def _day_of_month(day: int, months: int, base: Foothold) -> Meant | None:
    if base.month is None:
        return None
    year, month = plus_months(base.year, base.month, months)
    if not exists(year, month, day):
        return None
    return Meant(day_extent(Day(year, month, day)), (f"month and year from {base.source}",))


def _weekday(number: int, amount: int, base: Foothold) -> Meant | None:
    if base.day is None:
        return None
    today = weekday(base.day)
    back = (today - number) % 7
    basis = (f"day from {base.day_source}",)
    if amount > 0:
        return Meant(day_extent(plus_days(base.day, (number - today - 1) % 7 + 1)), basis)
    if amount < 0:
        return Meant(day_extent(plus_days(base.day, -(back or 7))), basis)
    return Meant(day_extent(plus_days(base.day, -back)), (*basis, BY_WEEKDAY))


def _counted(shift: Shift, base: Foothold) -> Meant | None:
    if shift.unit in (Grain.DAY, Grain.WEEK):
        return _days(shift, base)
    basis = (f"counted from {base.source}",)
    if shift.unit is Grain.MONTH:
        if base.month is None:
            return None
        return Meant(month_extent(*plus_months(base.year, base.month, shift.amount)), basis)
    if shift.unit is Grain.YEAR:
        return Meant(year_extent(base.year + shift.amount), basis)
    return _age(shift, base.year, basis)


def _days(shift: Shift, base: Foothold) -> Meant | None:
    if base.day is None:
        return None
    basis = (f"counted from {base.day_source}",)
    if shift.unit is Grain.DAY:
        return Meant(day_extent(plus_days(base.day, shift.amount)), basis)
    if abs(shift.amount) > 1:
        return Meant(day_extent(plus_days(base.day, 7 * shift.amount)), basis)
    monday = base.day.ordinal - weekday(base.day) + 7 * shift.amount
    return Meant(Extent(from_ordinal(monday), from_ordinal(monday + 6), Grain.WEEK), basis)


def _age(shift: Shift, year: int, basis: tuple[str, ...]) -> Meant:
    """A decade or century, counted from the one a year lies in."""
    years = 10 if shift.unit is Grain.DECADE else 100
    if year <= 0:
        first = (1 - year) // years * years - years * shift.amount
        return Meant(years_extent(2 - first - years, 1 - first, shift.unit), basis)
    first = year // years * years + years * shift.amount
    edtf = f"{first // 10:03d}X" if years == 10 else f"{first // 100:02d}XX"
    extent = years_extent(first, first + years - 1, shift.unit)
    return Meant(extent, basis, edtf=edtf if first > 0 else "")
