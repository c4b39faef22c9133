"""Values and reasons in words that a reader likes to read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from provenance.model.claims import Holds
from provenance.model.units import in_plural
from provenance.model.values import (
    Answer,
    AnswerValue,
    DateShape,
    DateValue,
    Day,
    NameValue,
    NumberValue,
    TextValue,
    Value,
)

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DENIED = {Answer.YES: "no", Answer.NO: "yes", Answer.CONDITIONAL: "it does not depend"}
_LONGEST_TEXT = 60
"""Characters of a text shown in a reason; its words stand beside it anyway."""


def in_words(value: Value) -> str:
    """A value as a sentence would name it: `15 June 1945`, `about 40 divisions`, `yes`."""
    match value:
        case DateValue():
            return _date(value)
        case NumberValue():
            number = value.high if value.low is None else value.low
            return in_plural(_within_a_sentence(value.written), number, value.unit)
        case AnswerValue(answer=Answer.CONDITIONAL, condition=condition):
            return f"it depends ({condition})" if condition else "it depends"
        case AnswerValue():
            return value.answer.value
        case NameValue():
            return value.written
        case TextValue():
            return f"“{_shortened(value.written)}”"


_OPENING = re.compile(r"[A-Z](?=[a-z])")


def _within_a_sentence(number: str) -> str:
    """`eleven men`, where a sentence of the source began with them; `XII` stays."""
    return f"{number[:1].lower()}{number[1:]}" if _OPENING.match(number) else number


def said(value: Value, holds: Holds) -> str:
    """A value as it was held: a denial is not the value it denies."""
    if holds is not Holds.DENIED:
        return in_words(value)
    if isinstance(value, AnswerValue):
        return _DENIED[value.answer]
    return f"not {in_words(value)}"


def listed(things: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *most, last = things
    return f"{', '.join(most)} and {last}" if most else last


def sentence(*parts: str) -> str:
    """Parts joined with semicolons, with a capital at the start and a full stop at the end."""
    joined = "; ".join(part for part in parts if part)
    return f"{joined[:1].upper()}{joined[1:]}".removesuffix(".") + "."


def days_apart(days: int) -> str:
    """A distance in days, in the unit a reader would use."""
    return "1 day apart" if days == 1 else f"{days} days apart"


def day_in_words(day: Day) -> str:
    """`15 June 1945`; years before 1 count back from 1 BC."""
    return f"{day.day} {_MONTHS[day.month - 1]} {_year(day.year)}"


def _date(value: DateValue) -> str:
    words = _span_in_words(value)
    if value.approximate:
        words = f"about {words}"
    return f"{words} (doubtful)" if value.uncertain else words


def _span_in_words(value: DateValue) -> str:
    first, last = value.earliest, value.latest
    lasted = value.shape is DateShape.STRETCH
    if first is None and last is None:
        return "an unknown date"
    if first is None:
        return f"up to {day_in_words(last)}" if lasted and last else f"by {_end(last)}"
    if last is None:
        return f"from {day_in_words(first)} on"
    if whole := _whole_period(first, last):
        return f"all of {whole}" if lasted else whole
    if first == last:
        return day_in_words(first)
    start, end = _two_ends(first, last)
    return f"{start} to {end}" if lasted else f"between {start} and {end}"


def _end(day: Day | None) -> str:
    return day_in_words(day) if day else "an unknown date"


def _whole_period(first: Day, last: Day) -> str:
    """`1945`, `the 1940s` or `June 1945` where the days are exactly that; "" elsewhere."""
    if _are_years(first, last):
        if first.year == last.year:
            return _year(first.year)
        if last.year - first.year == 9 and first.year % 10 == 0 and first.year > 0:
            return f"the {first.year}s"
    if _are_months(first, last) and (first.year, first.month) == (last.year, last.month):
        return _month(first)
    return ""


def _two_ends(first: Day, last: Day) -> tuple[str, str]:
    """Both ends, no more precise than they are, and the year once where it is the same."""
    if _are_years(first, last):
        return _year(first.year), _year(last.year)
    same_year = first.year == last.year
    if _are_months(first, last):
        return _MONTHS[first.month - 1] if same_year else _month(first), _month(last)
    if not same_year:
        return day_in_words(first), day_in_words(last)
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]}", day_in_words(last)
    return str(first.day), day_in_words(last)


def _are_years(first: Day, last: Day) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _are_months(first: Day, last: Day) -> bool:
    following = Day(last.year + last.month // 12, last.month % 12 + 1, 1)
    return first.day == 1 and following.ordinal - last.ordinal == 1


def _month(day: Day) -> str:
    return f"{_MONTHS[day.month - 1]} {_year(day.year)}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    if len(flat) <= _LONGEST_TEXT:
        return flat
    kept = flat[:_LONGEST_TEXT]
    return f"{kept.rpartition(' ')[0] or kept} …"
