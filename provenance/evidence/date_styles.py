"""Old Style and New Style: dates of the Julian calendar, kept apart and said.

A date is taken for Julian only where the text says so ("O.S.", "Old Style") or gives both days
("25 October (7 November) 1917"). Its value is then the Gregorian day, for that is what EDTF counts
in; the basis gives the day as written.
"""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.evidence.date_calendar import day_extent, from_julian
from provenance.evidence.date_values import as_value
from provenance.model.dated import TaggedDate
from provenance.model.values import Day

_OLD = r"(?:O\.\s?S\.|\bOS\b|[Oo]ld\s[Ss]tyle|Julian(?:\s[Cc]alendar)?|a\.\s?St\.|alten\sStils)"
_NEW = r"(?:N\.\s?S\.|\bNS\b|[Nn]ew\s[Ss]tyle|Gregorian(?:\s[Cc]alendar)?|n\.\s?St\.|neuen\sStils)"
_OLD_AFTER = re.compile(rf"\s?,?\s?[(\[]?\s?(?:in\sthe\s)?{_OLD}")
_OLD_BEFORE = re.compile(rf"[(\[]?{_OLD}[:,]?\s\Z")
_NEW_AFTER = re.compile(rf"\s?,?\s?[(\[]?\s?(?:in\sthe\s)?{_NEW}")
_NEW_BEFORE = re.compile(rf"[(\[]?{_NEW}[:,]?\s\Z")
_BOTH = re.compile(r"\s?(?:/|[(\[]\s?(?:(?:or|i\.e\.|=|N\.S\.|New\sStyle)[,:]?\s?)?)")


def with_styles(text: str, dates: tuple[TaggedDate, ...]) -> tuple[TaggedDate, ...]:
    """The dates, those of the Julian calendar turned into Gregorian days with a word on it."""
    styled = list(dates)
    for place, tagged in enumerate(dates):
        day = _day_of(tagged)
        if day is None:
            continue
        if _marked(text, tagged, _OLD_AFTER, _OLD_BEFORE):
            styled[place] = _converted(tagged, day)
        elif _marked(text, tagged, _NEW_AFTER, _NEW_BEFORE):
            styled[place] = _noted(tagged, "New Style, as the text says")
    for place in range(len(dates) - 1):
        _pair(text, dates, styled, place)
    return tuple(styled)


def _pair(text: str, dates: tuple[TaggedDate, ...], styled: list[TaggedDate], place: int) -> None:
    """Both days of one event, as `25 October (7 November) 1917` or `12/24 June`."""
    first, last = dates[place], dates[place + 1]
    one, other = _day_of(first), _day_of(last)
    gap = text[first.span.end : last.span.start]
    if one is None or other is None or not _BOTH.fullmatch(gap):
        return
    years = [one.year, other.year]
    for year in years:
        if _exists_in_julian(year, one) and from_julian(year, one.month, one.day) == other:
            styled[place] = _converted(first, Day(year, one.month, one.day))
            styled[place + 1] = _noted(last, "New Style, given beside the Old")
            return


def _exists_in_julian(year: int, day: Day) -> bool:
    return day.month != 2 or day.day < 29 or year % 4 == 0


def _day_of(tagged: TaggedDate) -> Day | None:
    value = tagged.value
    return value.earliest if value.earliest == value.latest else None


def _marked(text: str, tagged: TaggedDate, after: re.Pattern[str], before: re.Pattern[str]) -> bool:
    start, end = tagged.span.start, tagged.span.end
    return bool(after.match(text, end) or before.search(text, max(0, start - 20), start))


def _converted(tagged: TaggedDate, day: Day) -> TaggedDate:
    new = from_julian(day.year, day.month, day.day)
    said = f"Old Style {day}, in the Gregorian calendar {new}"
    value = as_value(day_extent(new), about=tagged.value.approximate)
    return _noted(replace(tagged, value=value), said)


def _noted(tagged: TaggedDate, said: str) -> TaggedDate:
    known = "" if tagged.basis == "as written" else f"{tagged.basis}; "
    return replace(tagged, basis=known + said)
