"""Where the prose has got to, and what a date without a year or day means there.

The rule for a year that is not said: dates in narrative mostly move forward, dates in a letter
mostly look back. From the date last reached, a month at most `_AHEAD` (or, from the day a document
was written, `_AHEAD_OF_WRITING`) months on is taken to be the coming one, else the one before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from provenance.evidence.date_calendar import (
    Extent,
    Grain,
    day_extent,
    easter,
    exists,
    from_ordinal,
    month_extent,
    plus_days,
    plus_months,
    season_extent,
    season_month,
    weekday,
    year_extent,
    years_extent,
)
from provenance.evidence.date_phrase import Base, Part, Phrase, Shift
from provenance.evidence.date_words import HOLIDAYS, MOVABLE
from provenance.model.values import DateValue, Day

_NEAR = 2
"""Years between the prose and its writing within which `this year` is taken to be the writer's."""


@dataclass(frozen=True, slots=True)
class Running:
    """The date the prose has reached."""

    year: int | None = None
    month: int | None = None
    day: Day | None = None
    """The last day named, for `the next day`."""
    source: str = ""
    """Where the year came from, for the basis."""
    from_writing: bool = False
    """Nothing but the document's own date has been named yet."""
    written: Day | None = None
    """The day the document was written, as nearly as it is known."""
    named: tuple[int, int | None] | None = None
    """Year and month last named, even in passing, for `that year` and `two years later`."""
    named_as: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a phrase means where it stands."""

    extent: Extent
    basis: tuple[str, ...] = ()
    season: int = 0
    edtf: str = ""


def begin(written: DateValue | None, known_year: int | None, known_from: str) -> Running:
    """The context before the first word."""
    if written is not None and written.earliest is not None:
        day = written.earliest
        exact = written.earliest == written.latest
        month = day.month if exact or _one_month(written) else None
        return Running(
            year=day.year,
            month=month,
            day=day if exact else None,
            source="the document's date",
            from_writing=True,
            written=day,
        )
    return Running(year=known_year, source=known_from)


def state_of(running: Running) -> tuple[int, int, bool] | None:
    """Where the course of the prose begins: year, month (0 for unknown), from the writing."""
    if running.year is None:
        return None
    return running.year, running.month or 0, running.from_writing


def _one_month(value: DateValue) -> bool:
    low, high = value.earliest, value.latest
    return bool(low and high and (low.year, low.month) == (high.year, high.month))


def meaning(phrase: Phrase, running: Running) -> Meant | None:
    """The days a phrase means, None where nothing near it can say."""
    if phrase.fixed is not None:
        return Meant(phrase.fixed, phrase.basis, edtf=phrase.edtf)
    if phrase.shift is not None:
        return _shifted(phrase, phrase.shift, running)
    if phrase.old_year:
        return _old_year(phrase.old_year, running)
    if phrase.short_year is not None:
        return _short_year(phrase, phrase.short_year, running)
    if phrase.year is not None:
        return _with_year(phrase, phrase.year, phrase.basis)
    if phrase.day and not phrase.month:
        return _day_of_month(phrase.day, running)
    return _bare(phrase, running)


def _with_year(phrase: Phrase, year: int, basis: tuple[str, ...]) -> Meant | None:
    if phrase.holiday:
        return Meant(day_extent(_holiday(phrase.holiday, year)), basis)
    if phrase.season:
        return Meant(season_extent(year, phrase.season), basis, season=phrase.season)
    if not phrase.month:
        return Meant(year_extent(year), basis)
    if not phrase.day:
        return Meant(month_extent(year, phrase.month), basis)
    if not exists(year, phrase.month, phrase.day):
        return None
    return Meant(day_extent(Day(year, phrase.month, phrase.day)), basis)


def _holiday(name: str, year: int) -> Day:
    if name in MOVABLE:
        return plus_days(easter(year), MOVABLE[name])
    return Day(year, *HOLIDAYS[name])


def _bare(phrase: Phrase, running: Running) -> Meant | None:
    if running.year is None:
        return None
    year = running.year if phrase.near is None else phrase.near
    basis = (*phrase.basis, f"year from {running.source}")
    if phrase.month == 2 and phrase.day == 29:
        year = _leap_year_near(year)
    return _with_year(phrase, year, basis)


def _leap_year_near(year: int) -> int:
    """The nearest year within one that has a 29 February; the same one where none has."""
    return next((near for near in (year, year + 1, year - 1) if exists(near, 2, 29)), year)


def _month_of(phrase: Phrase) -> int:
    if phrase.season:
        return season_month(phrase.season)
    if phrase.holiday:
        return _holiday(phrase.holiday, 2000).month
    return 1


def _day_of_month(day: int, running: Running) -> Meant | None:
    if running.year is None or running.month is None:
        return None
    year, month = running.year, running.month
    if not exists(year, month, day):
        return None
    basis = f"month and year from {running.source}"
    return Meant(day_extent(Day(year, month, day)), (basis,))


def _old_year(number: int, running: Running) -> Meant | None:
    if running.year is None or running.year > 0:
        return None
    return Meant(year_extent(1 - number), ("before Christ, like the dates before it",))


def _short_year(phrase: Phrase, far: int, running: Running) -> Meant | None:
    base = running.year
    if base is None:
        return None
    candidates = [(base // 100 + step) * 100 + far for step in (-1, 0, 1)]
    year = min(candidates, key=lambda y: (abs(y - base), y))
    return _with_year(phrase, year, (f"century from {running.source}",))


def _base_of(shift: Shift, running: Running) -> tuple[Running, str]:
    """The context a relative phrase hangs on, and its name.

    `This year` in a book on 1940 is a quotation's: the document's date stands only for words on
    the time it was written in.
    """
    written = running.written
    near = written is not None and (
        running.year is None or abs(running.year - written.year) <= _NEAR
    )
    if shift.base is Base.WRITTEN and written is not None and near:
        known = Running(written.year, written.month, written, "the document's date")
        return known, "the document's date"
    if running.named is not None:
        year, month = running.named
        named = replace(running, year=year, month=month, source=running.named_as)
        return named, running.named_as
    return running, running.source


def _shifted(phrase: Phrase, shift: Shift, running: Running) -> Meant | None:
    base, source = _base_of(shift, running)
    if base.year is None:
        return None
    if phrase.weekday is not None:
        return _weekday(phrase.weekday, shift.amount, base, source)
    if phrase.day and shift.unit is Grain.MONTH and not phrase.month:
        return _day_of_shifted_month(phrase.day, shift.amount, base, source)
    if phrase.month or phrase.season:
        return _named(phrase, shift, base, source)
    return _counted(shift, base, source)


def _named(phrase: Phrase, shift: Shift, base: Running, source: str) -> Meant | None:
    """A month or season of another year, or the nearest one before or after."""
    assert base.year is not None
    basis = (f"year from {source}",)
    if shift.unit is Grain.YEAR:
        return _with_year(phrase, base.year + shift.amount, basis)
    month = phrase.month or _month_of(phrase)
    year = base.year
    if base.month is None:
        year += shift.amount
    elif shift.amount > 0:
        year += month <= base.month
    elif shift.amount < 0:
        year -= month >= base.month
    return _with_year(phrase, year, basis)


def _day_of_shifted_month(day: int, months: int, base: Running, source: str) -> Meant | None:
    if base.year is None or base.month is None:
        return None
    year, month = plus_months(base.year, base.month, months)
    if not exists(year, month, day):
        return None
    return Meant(day_extent(Day(year, month, day)), (f"month and year from {source}",))


def _weekday(number: int, amount: int, base: Running, source: str) -> Meant | None:
    if base.day is None:
        return None
    today = weekday(base.day)
    back = (today - number) % 7
    basis = (f"day from {source}",)
    if amount > 0:
        return Meant(day_extent(plus_days(base.day, (number - today - 1) % 7 + 1)), basis)
    if amount < 0:
        return Meant(day_extent(plus_days(base.day, -(back or 7))), basis)
    return Meant(day_extent(plus_days(base.day, -back)), (*basis, "the last such weekday"))


def _counted(shift: Shift, base: Running, source: str) -> Meant | None:
    assert base.year is not None
    unit, amount = shift.unit, shift.amount
    basis = (f"counted from {source}",)
    if unit is Grain.DAY:
        if base.day is None:
            return None
        return Meant(day_extent(plus_days(base.day, amount)), basis)
    if unit is Grain.WEEK:
        return _weeks(amount, base, basis)
    if unit is Grain.MONTH:
        if base.month is None:
            return None
        return Meant(month_extent(*plus_months(base.year, base.month, amount)), basis)
    if unit is Grain.YEAR:
        return Meant(year_extent(base.year + amount), basis)
    years = 10 if unit is Grain.DECADE else 100
    if abs(amount) > 1:
        return Meant(year_extent(base.year + years * amount), (*basis, "to the year"))
    if base.year <= 0:
        first = (1 - base.year) // years * years - years * amount
        return Meant(years_extent(2 - first - years, 1 - first, unit), basis)
    first = base.year // years * years + years * amount
    edtf = f"{first // years:0{3 if years == 10 else 2}d}{'X' if years == 10 else 'XX'}"
    return Meant(years_extent(first, first + years - 1, unit), basis, edtf=edtf if first > 0 else "")


def _weeks(amount: int, base: Running, basis: tuple[str, ...]) -> Meant | None:
    if base.day is None:
        return None
    if abs(amount) > 1:
        return Meant(day_extent(plus_days(base.day, 7 * amount)), basis)
    monday = base.day.ordinal - weekday(base.day) + 7 * amount
    return Meant(Extent(from_ordinal(monday), from_ordinal(monday + 6), Grain.WEEK), basis)


def moved(running: Running, phrase: Phrase, meant: Meant, words: str) -> Running:
    """The context after a phrase. What looks back in passing does not move it."""
    extent = meant.extent
    if extent.grain in (Grain.DECADE, Grain.CENTURY):
        return running
    if phrase.aside:
        return _mentioned(running, extent, words)
    if phrase.shift is not None and (phrase.shift.base is Base.WRITTEN or phrase.shift.amount < 0):
        return running
    first, month = extent.first, extent.first.month
    if extent.grain is Grain.YEAR:
        if phrase.part is Part.WHOLE and first.year == running.year:
            return running
        month = _MONTH_OF_PART.get(phrase.part, 0)
    if meant.season == 24:
        month = 12
    return replace(
        running,
        year=first.year,
        month=month or None,
        day=first if extent.grain is Grain.DAY else None,
        source=f"“{words}”",
        from_writing=first == running.written,
        named=None,
    )


def _mentioned(running: Running, extent: Extent, words: str) -> Running:
    """The context after a date named in passing: only what counts from the last date moves."""
    month = extent.first.month if extent.grain < Grain.YEAR else None
    day = extent.first if extent.grain is Grain.DAY else running.day
    return replace(running, named=(extent.first.year, month), named_as=f"“{words}”", day=day)


_MONTH_OF_PART = {
    **{Part.EARLY: 2, Part.FIRST_HALF: 3, Part.MIDDLE: 6, Part.LATE: 11, Part.LAST_HALF: 9},
}
"""The month that early, mid and late in a year stand for when the next month is placed."""
