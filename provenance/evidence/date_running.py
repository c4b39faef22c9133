"""Where the prose has got to: the context that a date without a year or day is read in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from provenance.evidence.date_calendar import Extent, Grain
from provenance.evidence.date_phrase import Base, Part, Phrase
from provenance.model.values import DateValue, Day


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
    Part.EARLY: 2,
    Part.FIRST_HALF: 3,
    Part.MIDDLE: 6,
    Part.LATE: 11,
    Part.LAST_HALF: 9,
}
"""The month that early, mid and late in a year stand for when the next month is placed."""
