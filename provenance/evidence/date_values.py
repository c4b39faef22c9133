"""From days to a date value: parts of a stretch, and how EDTF writes it."""

from __future__ import annotations

from provenance.evidence.date_calendar import Extent, Grain, from_ordinal, month_extent, plus_months
from provenance.evidence.date_phrase import Part
from provenance.evidence.edtf_dates import days_in_month
from provenance.model.values import DateShape, DateValue, Day

_FRACTIONS = {
    Part.EARLY: (0, 2, 4),
    Part.FIRST_HALF: (0, 2, 4),
    Part.LATE: (2, 4, 4),
    Part.LAST_HALF: (2, 4, 4),
    Part.MIDDLE: (1, 3, 4),
}
"""Quarters of the whole: early is the first half, for no narrower cut could be defended."""


def part_of_extent(extent: Extent, part: Part) -> Extent:
    """The part of a stretch that early, mid, late… mean at their widest."""
    if part is Part.WHOLE or extent.grain in (Grain.DAY, Grain.WEEK):
        return extent
    if part in (Part.FIRST_WEEK, Part.LAST_WEEK):
        return _week_of(extent, part)
    first, last, of = _FRACTIONS[part]
    if extent.grain is Grain.MONTH:
        return _part_of_month(extent, part)
    if extent.grain is Grain.YEAR and extent.first.day == 1:
        return _months_of(extent, first, last)
    if extent.grain in (Grain.DECADE, Grain.CENTURY):
        years = extent.last.year - extent.first.year + 1
        low = extent.first.year + years * first // of
        high = extent.first.year + -(-years * last // of) - 1
        return Extent(Day(low, 1, 1), Day(high, 12, 31), extent.grain)
    days = extent.last.ordinal - extent.first.ordinal + 1
    low_day = from_ordinal(extent.first.ordinal + days * first // of)
    high_day = from_ordinal(extent.first.ordinal + -(-days * last // of) - 1)
    return Extent(low_day, high_day, extent.grain)


def _months_of(extent: Extent, first: int, last: int) -> Extent:
    """From one quarter of a stretch of whole months to another."""
    start = extent.first
    months = 12 * (extent.last.year - start.year) + extent.last.month - start.month + 1
    low = plus_months(start.year, start.month, months * first // 4)
    high = plus_months(start.year, start.month, -(-months * last // 4) - 1)
    return Extent(Day(*low, 1), month_extent(*high).last, extent.grain)


def months_of_year(extent: Extent, months: int) -> Extent:
    """The first so many months of a year, or its last where negative."""
    year = extent.first.year
    low, high = (1, months) if months > 0 else (13 + months, 12)
    return Extent(Day(year, low, 1), Day(year, high, days_in_month(year, high)), Grain.YEAR)


def _part_of_month(extent: Extent, part: Part) -> Extent:
    year, month, last = extent.first.year, extent.first.month, extent.last.day
    low, high = {
        Part.EARLY: (1, 15),
        Part.FIRST_HALF: (1, 15),
        Part.MIDDLE: (8, 23),
        Part.LATE: (16, last),
        Part.LAST_HALF: (16, last),
    }[part]
    return Extent(Day(year, month, low), Day(year, month, high), extent.grain)


def _week_of(extent: Extent, part: Part) -> Extent:
    if part is Part.FIRST_WEEK:
        return Extent(extent.first, from_ordinal(extent.first.ordinal + 6), Grain.WEEK)
    return Extent(from_ordinal(extent.last.ordinal - 6), extent.last, Grain.WEEK)


def as_value(
    extent: Extent, *, edtf: str = "", season: int = 0, part: Part = Part.WHOLE, about: bool = False
) -> DateValue:
    """The value, written as shortly as EDTF can: a day, month, season, year, else one of a set."""
    whole = part is Part.WHOLE
    written = (edtf if whole else "") or _written(extent, season if whole else 0)
    if about:
        written = _approximately(written)
    return DateValue(
        edtf=written,
        earliest=extent.first,
        latest=extent.last,
        shape=DateShape.POINT,
        approximate=about,
    )


def stretch(first: DateValue, last: DateValue) -> DateValue:
    """From the first day of one value to the last of the other, as something that lasted.

    Both have their days; the second does not end before the first begins.
    """
    low = first.edtf if not first.edtf.startswith("[") else str(first.earliest)
    high = last.edtf if not last.edtf.startswith("[") else str(last.latest)
    return DateValue(
        edtf=f"{low}/{high}",
        earliest=first.earliest,
        latest=last.latest,
        shape=DateShape.STRETCH,
        approximate=first.approximate or last.approximate,
        uncertain=first.uncertain or last.uncertain,
    )


def _shortest(first: Day, last: Day) -> str:
    """A day, month or year in EDTF where the two days are its ends, else the first of them."""
    if first == last:
        return str(first)
    if first.day == 1 and last.day == days_in_month(last.year, last.month):
        if (first.year, first.month) == (last.year, last.month):
            return str(first)[:-3]
        if first.year == last.year and (first.month, last.month) == (1, 12):
            return str(first)[:-6]
    return str(first)


def _written(extent: Extent, season: int) -> str:
    first, last = extent.first, extent.last
    if season:
        return f"{str(first)[:-6]}-{season}"
    short = _shortest(first, last)
    if first == last or short != str(first):
        return short
    low, high = str(first), str(last)
    if first.day == 1 and last.day == days_in_month(last.year, last.month):
        low, high = low[:-3], high[:-3]
        if first.month == 1 and last.month == 12:
            low, high = low[:-3], high[:-3]
    return f"[{low}..{high}]"


def _approximately(written: str) -> str:
    if not written.startswith("["):
        return f"{written}~"
    low, _, high = written[1:-1].partition("..")
    return f"[{low}~..{high}~]"
