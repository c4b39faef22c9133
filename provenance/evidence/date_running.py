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
    """The day the document was written, or the first it may have been."""
    written_as: str = ""
    """How the basis names it."""
    exact: bool = True
    """Whether `written` is known to the day."""
    named: tuple[int, int | None] | None = None
    """Year and month last named, even in passing, for `that year` and `two years later`."""
    named_as: str = ""
    day_as: str = ""
    """The words that named the day."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a phrase means where it stands."""

    extent: Extent
    basis: tuple[str, ...] = ()
    season: int = 0
    edtf: str = ""


def begin(
    written: DateValue | None,
    written_as: str,
    known: int | None,
    source: str,
    *,
    is_history: bool,
) -> Running:
    """The context before the first word: the day of writing, else a year known otherwise.

    A history does not begin at the day it was written.
    """
    if written is None or written.earliest is None:
        return Running(year=known, source=source)
    day, exact = written.earliest, written.earliest == written.latest
    if is_history:
        return Running(year=known, source=source, written=day, written_as=written_as, exact=exact)
    return Running(
        year=day.year,
        month=day.month if exact or _one_month(written) else None,
        day=day if exact else None,
        source=written_as,
        day_as=written_as,
        from_writing=True,
        written=day,
        written_as=written_as,
        exact=exact,
    )


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
    if phrase.aside or _is_near_writing(running, phrase, extent.first):
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
        day_as=f"“{words}”",
        from_writing=False,
        named=None,
    )


def _is_near_writing(running: Running, phrase: Phrase, first: Day) -> bool:
    """Whether a date in a letter or report leaves it where it is: at the day it was written.

    There every month without a year hangs on that day, not on the month named before it.
    """
    written = running.written
    if not running.from_writing or written is None:
        return False
    return phrase.is_bare or (first.year, first.month) == (written.year, written.month)


def _mentioned(running: Running, extent: Extent, words: str) -> Running:
    """The context after a date named in passing: only what counts from the last date moves."""
    month = extent.first.month if extent.grain < Grain.YEAR else None
    named = (extent.first.year, month)
    said = f"“{words}”"
    if extent.grain is Grain.DAY:
        return replace(running, named=named, named_as=said, day=extent.first, day_as=said)
    stale = running.day is not None and running.day.year != extent.first.year
    return replace(running, named=named, named_as=said, day=None if stale else running.day)


_MONTH_OF_PART = {
    Part.EARLY: 2,
    Part.FIRST_HALF: 3,
    Part.MIDDLE: 6,
    Part.LATE: 11,
    Part.LAST_HALF: 9,
}
"""The month that early, mid and late in a year stand for when the next month is placed."""
