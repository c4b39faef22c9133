"""Whether two dates in running text are certainly not the same.

What was inferred is not held against anybody: a year that was taken from somewhere near is the
likeliest part of a date to be wrong, so such dates are compared by month and day. Stretches,
seasons and what is vague are not compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.model.dated import TaggedDate

_PLAIN = re.compile(r"(?P<year>\d{4}|X{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_INFERRED_YEAR = re.compile(r"\byear\b|\bcentury\b")


@dataclass(frozen=True, slots=True)
class _Parts:
    year: str
    """"" where it is not known or was inferred."""
    month: str
    day: str


def are_apart(a: TaggedDate, b: TaggedDate) -> bool:
    """Whether both cannot be the same day, month or year, by what they state themselves."""
    one, other = _parts(a), _parts(b)
    return bool(one and other and _differ(one, other))


def agree(a: TaggedDate, b: TaggedDate) -> bool:
    """Whether they are the same as far as both go, to the month at the least."""
    one, other = _parts(a), _parts(b)
    if not one or not other or _differ(one, other):
        return False
    return bool(one.month and other.month) or (one.year == other.year != "")


def _parts(date: TaggedDate) -> _Parts | None:
    """A plain day, month or year; None for stretches, seasons and what is vague."""
    match = _PLAIN.fullmatch(date.value.edtf)
    if match is None or date.value.approximate or date.value.uncertain:
        return None
    is_inferred = "X" in match["year"] or _INFERRED_YEAR.search(date.basis)
    return _Parts("" if is_inferred else match["year"], match["month"] or "", match["day"] or "")


def _differ(one: _Parts, other: _Parts) -> bool:
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return any(a and b and a != b for a, b in pairs)
