"""Tolerances as people say them, `within 3 days`, and as files have them, `P3D`."""

from __future__ import annotations

import re

_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_BEFORE = r"(?:(?:within|up to|at most|by|not more than|no more than)\s+)?"
_SPAN = re.compile(
    rf"{_BEFORE}(?P<number>[0-9]{{1,5}}|{'|'.join(_NUMBERS)})\s*(?P<unit>{'|'.join(_UNITS)})s?"
)
_SHARE = re.compile(
    rf"{_BEFORE}(?P<share>[0-9]{{1,3}}(?:\.[0-9]{{1,6}})?)\s*(?:%|per ?cent|percent)"
)
_AMOUNT = re.compile(rf"{_BEFORE}(?P<amount>[0-9]+(?:\.[0-9]+)?)")
_DURATION = re.compile(r"P(?P<number>[0-9]+)(?P<unit>[DWMY])")

IN_WORDS = "write 3 days, 2 weeks, 1 month or 1 year"


def tolerance_meant(written: str) -> str:
    """A tolerance as files have it; what is not understood stays as it is."""
    plain = " ".join(written.casefold().split())
    if span := _SPAN.fullmatch(plain):
        number = _NUMBERS.get(span["number"]) or int(span["number"])
        return f"P{number}{_UNITS[span['unit']]}"
    if share := _SHARE.fullmatch(plain):
        return f"{share['share']}%"
    if amount := _AMOUNT.fullmatch(plain):
        return amount["amount"]
    return written.strip()


def tolerance_in_words(written: str) -> str:
    """A tolerance as people say it; what has no plain words stays as it is."""
    found = _DURATION.fullmatch(written.strip())
    if found is None:
        return written.strip()
    unit = next(name for name, sign in _UNITS.items() if sign == found["unit"])
    number = int(found["number"])
    return f"{number} {unit}{'' if number == 1 else 's'}"
