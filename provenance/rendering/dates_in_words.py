"""Dates as a reader says them: 15 June 1945, June 1945, between 12 and 15 June 1945."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from provenance.model.values import DateShape, DateValue, Day
from provenance.rendering.untrusted import on_one_line

_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_SHORT_MONTHS = [month[:3] for month in _MONTHS]
_SEASONS = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "first quarter of",
    "34": "second quarter of",
    "35": "third quarter of",
    "36": "fourth quarter of",
}
_SEASON = re.compile(r"(-?\d{4,})-(2[1-4]|3[3-6])[?~%]?")
_DECADE = re.compile(r"(\d{3})X[?~%]?")
_PLAIN_DAY = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class _Wording:
    months: list[str]
    about: str
    perhaps: str
    doubtful: str
    between: str
    no_later: str
    no_earlier: str


_LONG = _Wording(
    months=_MONTHS,
    about="about ",
    perhaps="perhaps ",
    doubtful="",
    between="between",
    no_later="on or before",
    no_earlier="on or after",
)
_SHORT = _Wording(
    months=_SHORT_MONTHS,
    about="c. ",
    perhaps="",
    doubtful="?",
    between="betw.",
    no_later="by",
    no_earlier="from",
)


def date_in_words(value: DateValue) -> str:
    """The date in full: *between* where it is known no better, with a dash where it lasted."""
    return _said(value, _LONG)


def date_short(value: DateValue) -> str:
    """The same for a cell of a table: `15 Jun 1945`, `c. 1945`, `by 5 Jul 1945`."""
    return _said(value, _SHORT)


def _said(value: DateValue, wording: _Wording) -> str:
    doubt = wording.perhaps if value.uncertain else ""
    about = wording.about if value.approximate else ""
    tail = wording.doubtful if value.uncertain else ""
    return f"{doubt}{about}{_bare(value, wording)}{tail}"


def _bare(value: DateValue, wording: _Wording) -> str:
    named = _named(value.edtf) or _listed(value.edtf, wording)
    if named:
        return named
    first, last = value.earliest, value.latest
    lasted = value.shape is DateShape.STRETCH
    if first is None:
        if last is None:
            return _unanchored(value.edtf)
        return f"{'until' if lasted else wording.no_later} {_day(last, wording)}"
    if last is None:
        return f"{'from' if lasted else wording.no_earlier} {_day(first, wording)}"
    # A stretch from one day to the same day is that day.
    unit = _whole_unit(first, last, wording)
    if unit and (not lasted or first == last or "/" not in value.edtf):
        return unit
    start, end = _ends(first, last, wording)
    if lasted:
        return f"{start}–{end}"
    return f"{wording.between} {start} and {end}"


def _unanchored(edtf: str) -> str:
    return f"not dated: {on_one_line(edtf)}" if any(map(str.isdigit, edtf)) else "date unknown"


def _named(edtf: str) -> str:
    if season := _SEASON.fullmatch(edtf):
        return f"{_SEASONS[season[2]]} {_year(int(season[1]))}"
    if decade := _DECADE.fullmatch(edtf):
        return f"the {decade[1].lstrip('0')}0s"
    return ""


def _listed(edtf: str, wording: _Wording) -> str:
    """`[1945-06-12,1945-06-15]` is one of the days, `{…}` all of them; "" for anything else."""
    days = [_PLAIN_DAY.fullmatch(part.strip()) for part in edtf[1:-1].split(",")]
    found = [Day(*(int(number) for number in day.groups())) for day in days if day]
    if len(found) < 2 or len(found) != len(days) or edtf[0] not in "[{":
        return ""
    said = [_day(day, wording) for day in found]
    joint = "or" if edtf[0] == "[" else "and"
    return f"{', '.join(said[:-1])} {joint} {said[-1]}"


def _whole_unit(first: Day, last: Day, wording: _Wording) -> str:
    """The day, month or year that the two ends make up; "" when they make up none."""
    if first == last:
        return _day(first, wording)
    if not _is_month_start(first) or not _is_month_end(last) or first.year != last.year:
        return ""
    if first.month == last.month:
        return _month(first, wording)
    return _year(first.year) if (first.month, last.month) == (1, 12) else ""


def _ends(first: Day, last: Day, wording: _Wording) -> tuple[str, str]:
    """Both ends, at the precision they were given; what they share is said once."""
    if not (_is_month_start(first) and _is_month_end(last)):
        return _first_day(first, last, wording), _day(last, wording)
    if first.month == 1 and last.month == 12:
        return _year(first.year), _year(last.year)
    start = _month(first, wording)
    if first.year == last.year:
        start = wording.months[first.month - 1]
    return start, _month(last, wording)


def _first_day(first: Day, last: Day, wording: _Wording) -> str:
    if first.year != last.year:
        return _day(first, wording)
    if first.month != last.month:
        return f"{first.day} {wording.months[first.month - 1]}"
    return str(first.day)


def _day(day: Day, wording: _Wording) -> str:
    return f"{day.day} {_month(day, wording)}"


def _month(day: Day, wording: _Wording) -> str:
    return f"{wording.months[day.month - 1]} {_year(day.year)}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _is_month_start(day: Day) -> bool:
    return day.day == 1


def _is_month_end(day: Day) -> bool:
    # The calendar module stops at year 1; leap years repeat every 400.
    return day.day == calendar.monthrange(2000 + day.year % 400, day.month)[1]
