"""What a phrase means in the context it stands in."""

from __future__ import annotations

from provenance.evidence.date_calendar import (
    day_extent,
    exists,
    plus_months,
    year_extent,
)
from provenance.evidence.date_counting import shifted
from provenance.evidence.date_phrase import Phrase
from provenance.evidence.date_placed import month_of, with_year
from provenance.evidence.date_running import Meant, Running
from provenance.model.values import Day


def meaning(phrase: Phrase, running: Running) -> Meant | None:
    """The days a phrase means, None where nothing near it can say."""
    if phrase.fixed is not None:
        return Meant(phrase.fixed, phrase.basis, edtf=phrase.edtf)
    if phrase.shift is not None:
        return shifted(phrase, phrase.shift, running)
    if phrase.old_year:
        return _old_year(phrase.old_year, running)
    if phrase.short_year is not None:
        return _short_year(phrase, phrase.short_year, running)
    if phrase.year is not None:
        return with_year(phrase, phrase.year, phrase.basis)
    if phrase.day and not phrase.month:
        return _day_of_month(phrase.day, running)
    return _bare(phrase, running)


def _bare(phrase: Phrase, running: Running) -> Meant | None:
    if running.year is None:
        return None
    year = running.year if phrase.near is None else phrase.near
    if phrase.tied:
        year = _year_of_far_end(phrase, running, year)
    how = {-1: "the year before", 1: "the year after"}.get(year - running.year, "year from")
    basis = (*phrase.basis, f"{how} {running.source}")
    if phrase.month == 2 and phrase.day == 29:
        year = _leap_year_near(year)
    return with_year(phrase, year, basis)


def _year_of_far_end(phrase: Phrase, running: Running, otherwise: int) -> int:
    """The first year that does not put the end of a range before its beginning."""
    year, month = running.named or (running.year, running.month)
    if year is None or month is None:
        return otherwise
    return year + (month_of(phrase) < month)


def _leap_year_near(year: int) -> int:
    """The nearest year within one that has a 29 February; the same one where none has."""
    return next((near for near in (year, year + 1, year - 1) if exists(near, 2, 29)), year)


def _day_of_month(day: int, running: Running) -> Meant | None:
    if running.year is None or running.month is None:
        return None
    year, month = running.year, running.month
    if running.from_writing and running.day is not None and day > running.day.day:
        year, month = plus_months(year, month, -1)
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
    return with_year(phrase, year, (f"century from {running.source}",))
