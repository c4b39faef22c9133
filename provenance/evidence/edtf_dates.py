"""EDTF dates, levels 0 to 2, as intervals of days.

The grammar is the Library of Congress's Extended Date/Time Format (2019). What historians write
every day is read here; clock times and years in exponents go to the `edtf` library, which takes
milliseconds a value and does not notice that 30 February never came.

Two readings are ours, because EDTF leaves them open. A winter (`1945-24`) may be the one the year
begins with or the one it ends with, so it spans both. Seasons without a hemisphere are northern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from provenance.errors import quoted
from provenance.evidence.bad_value import BadValue
from provenance.evidence.date_hints import EXAMPLES, MONTHS, rewritten
from provenance.model.values import DateShape, DateValue, Day

_QUALIFIER = r"[?~%]?"
_MASKED = re.compile(
    rf"{_QUALIFIER}(?P<year>-?[0-9X]{{4}}|Y-?[0-9]{{5,12}}){_QUALIFIER}"
    rf"(?:-{_QUALIFIER}(?P<month>[0-9X]{{2}}){_QUALIFIER}"
    rf"(?:-{_QUALIFIER}(?P<day>[0-9X]{{2}}){_QUALIFIER})?)?"
)
_ROUNDED = re.compile(rf"(?:Y)?(?P<year>-?[0-9]{{4,12}})S(?P<digits>[1-9][0-9]?){_QUALIFIER}")
_FOR_THE_LIBRARY = re.compile(
    r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
    r"|Y-?[0-9]{1,9}E[0-9]"
)
_MOST_CHARACTERS = 200

_NORTHERN = {0: (3, 5), 1: (6, 8), 2: (9, 11), 3: (12, 2)}
_GROUPINGS: dict[int, tuple[int, int]] = {
    **{21 + n: months for n, months in _NORTHERN.items()},
    **{25 + n: months for n, months in _NORTHERN.items()},
    **{29 + n: _NORTHERN[(n + 2) % 4] for n in range(4)},
    **{33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
    **{37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)},
    **{40 + n: (6 * n + 1, 6 * n + 6) for n in range(2)},
}
"""First and last month of what EDTF writes in the place of a month: seasons, quarters, thirds."""

Ends = tuple[Day | None, Day | None]


@lru_cache(maxsize=4096)
def read_date(text: str) -> DateValue:
    """The days an EDTF expression spans. Raises `BadValue` where it is not EDTF.

    An interval with a slash is a stretch; a set in braces, which means every date in it, is one
    too. A set in square brackets is one moment among several.
    """
    written = text.strip()
    if not written:
        raise BadValue("a date is missing", EXAMPLES)
    if len(written) > _MOST_CHARACTERS:
        raise BadValue("this is too long for a date", EXAMPLES)
    shape = DateShape.POINT
    if written[0] in "[{":
        earliest, latest = _set(written)
        shape = DateShape.POINT if written[0] == "[" else DateShape.STRETCH
    elif "/" in written and rewritten(written) is None:
        earliest, latest = _stretch(written)
        shape = DateShape.STRETCH
    else:
        earliest, latest = _point(written)
    return DateValue(
        edtf=written,
        earliest=earliest,
        latest=latest,
        shape=shape,
        approximate=any(sign in written for sign in "~%"),
        uncertain=any(sign in written for sign in "?%"),
    )


def days_in_month(year: int, month: int) -> int:
    """Of the proleptic Gregorian calendar; years before 1 are astronomical."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _set(written: str) -> Ends:
    closing = "]" if written[0] == "[" else "}"
    if not written.endswith(closing):
        raise BadValue(
            f"the set {quoted(written)} is not closed", f"end it with {closing}, as in [1945,1947]"
        )
    ends = [_member(part.strip(), written) for part in written[1:-1].split(",")]
    lows, highs = [low for low, _ in ends], [high for _, high in ends]
    return _least(lows), _greatest(highs)


def _member(part: str, whole: str) -> Ends:
    if not part:
        raise BadValue(
            f"a date is missing in the set {quoted(whole)}", "as in [1945,1947] or [1945..]"
        )
    if ".." not in part:
        return _point(part)
    first, _, last = part.partition("..")
    if not first and not last:
        raise BadValue(f"the set {quoted(whole)} has no date", "as in [1945..1947] or [..1947]")
    return _between(first, last, whole)


def _stretch(written: str) -> Ends:
    parts = [part.strip() for part in written.split("/")]
    if len(parts) != 2:
        raise BadValue(
            f"{quoted(written)} has more than two ends", "a stretch is written 1945/1947"
        )
    first, last = ("" if part == ".." else part for part in parts)
    if not first and not last:
        raise BadValue(f"{quoted(written)} has no end that is known", "as in 1945/.. or ../1945")
    return _between(first, last, written)


def _between(first: str, last: str, whole: str) -> Ends:
    earliest = _end("first", first)[0] if first else None
    latest = _end("last", last)[1] if last else None
    if earliest and latest and latest < earliest:
        raise BadValue(f"{quoted(whole)} ends before it begins", "the earlier date comes first")
    return earliest, latest


def _end(name: str, written: str) -> Ends:
    try:
        return _point(written)
    except BadValue as bad:
        raise BadValue(f"in the {name} date, {bad.message}", bad.hint) from None


def _point(written: str) -> Ends:
    if match := _MASKED.fullmatch(written):
        return _masked(match["year"], match["month"], match["day"])
    if match := _ROUNDED.fullmatch(written):
        return _rounded(match["year"], int(match["digits"]))
    if _FOR_THE_LIBRARY.fullmatch(written):
        return _by_library(written)
    meant = rewritten(written)
    if meant is None:
        raise BadValue(f"{quoted(written)} is not a date in EDTF", EXAMPLES)
    edtf, hint = meant
    if edtf != written:
        read_date(edtf)  # says so if it is a day that never came
    raise BadValue(f"{quoted(written)} is not a date in EDTF", hint)


def _masked(year: str, month: str | None, day: str | None) -> Ends:
    if year == "-0000":
        raise BadValue("there is no year -0000", "write 0000 for 1 BC, -0001 for 2 BC")
    if month is None:
        return (
            next(Day(y, 1, 1) for y in _years(year)),
            next(Day(y, 12, 31) for y in _years(year, downwards=True)),
        )
    if "X" not in month and int(month) > 12:
        return _grouping(year, int(month), day)
    months = [m for m in range(1, 13) if _fits(month, m)]
    if not months:
        raise BadValue(f"there is no month {month}", "months run from 01 to 12, seasons 21 to 24")
    first = next(_days(_years(year), months, day), None)
    last = next(_days(_years(year, downwards=True), months[::-1], day, downwards=True), None)
    if first is None or last is None:
        raise BadValue(_no_such_day(year, months, day or ""), _day_hint(months))
    return first[0], last[1]


def _days(
    years: Iterator[int], months: list[int], day: str | None, *, downwards: bool = False
) -> Iterator[tuple[Day, Day]]:
    for year in years:
        for month in months:
            length = days_in_month(year, month)
            if day is None:
                yield Day(year, month, 1), Day(year, month, length)
                continue
            fitting = [d for d in range(1, length + 1) if _fits(day, d)]
            for number in reversed(fitting) if downwards else fitting:
                yield Day(year, month, number), Day(year, month, number)


def _years(mask: str, *, downwards: bool = False) -> Iterator[int]:
    """The years a mask allows, from the one end or the other."""
    digits = mask.removeprefix("Y").removeprefix("-")
    negative = "-" in mask
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    step = -1 if downwards is not negative else 1
    for year in range(low, high + 1)[::step]:
        if low == high or _fits(digits, year):
            yield -year if negative else year


def _fits(mask: str, number: int) -> bool:
    written = str(number).zfill(len(mask))
    return all(sign in ("X", digit) for sign, digit in zip(mask, written, strict=True))


def _grouping(year: str, code: int, day: str | None) -> Ends:
    if code not in _GROUPINGS:
        hint = "months run from 01 to 12; 21 to 24 are spring, summer, autumn, winter"
        raise BadValue(f"there is no month {code}", hint)
    if day is not None:
        raise BadValue(f"a season or quarter ({code}) has no day {day}", "leave the day out")
    first, last = _GROUPINGS[code]
    lowest = next(_years(year))
    highest = next(_years(year, downwards=True))
    if first > last:
        return Day(lowest, 1, 1), Day(highest + 1, last, days_in_month(highest + 1, last))
    return Day(lowest, first, 1), Day(highest, last, days_in_month(highest, last))


def _rounded(year: str, digits: int) -> Ends:
    number, length = int(year), len(year.lstrip("-"))
    if digits >= length:
        return Day(number, 1, 1), Day(number, 12, 31)
    unit = 10 ** (length - digits)
    nearest_zero = abs(number) // unit * unit
    ends = sorted((nearest_zero, nearest_zero + unit - 1))
    low, high = ends if number >= 0 else (-ends[1], -ends[0])
    return Day(low, 1, 1), Day(high, 12, 31)


def _by_library(written: str) -> Ends:
    if "T" in written:
        # The library takes 25 o'clock on 30 February; the day at least must exist.
        _point(written.partition("T")[0])
    from edtf import parse_edtf  # imported here: it takes a quarter of a second to load

    try:
        parsed = parse_edtf(written)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        return Day(low[0], low[1], low[2]), Day(high[0], high[1], high[2])
    except (ValueError, TypeError, AttributeError, OverflowError):
        raise BadValue(f"{quoted(written)} is not a date in EDTF", EXAMPLES) from None


def _no_such_day(year: str, months: list[int], day: str) -> str:
    if len(months) > 1 or "X" in day or int(day) == 0:
        return f"no such day exists: {year}, month {months[0]:02d}, day {day}"
    shown = "" if months[0] != 2 or int(day) != 29 or "X" in year else f" {year}"
    return f"{int(day)} {MONTHS[months[0] - 1]}{shown} does not exist"


def _day_hint(months: list[int]) -> str:
    if len(months) != 1:
        return "days run from 01 to 31"
    name = MONTHS[months[0] - 1]
    most = "28 days, or 29 in a leap year" if months[0] == 2 else f"{days_in_month(1, months[0])}"
    return f"{name} has {most}" if months[0] == 2 else f"{name} has {most} days"


def _least(days: list[Day | None]) -> Day | None:
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(days) else None


def _greatest(days: list[Day | None]) -> Day | None:
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None
