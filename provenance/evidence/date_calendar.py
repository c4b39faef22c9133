"""Arithmetic on days, months and years, with no clock."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from provenance.evidence.edtf_dates import days_in_month
from provenance.model.values import Day


class Grain(IntEnum):
    """How finely an expression speaks."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    SEASON = 3
    YEAR = 4
    DECADE = 5
    CENTURY = 6


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of days, both ends included, and how finely it was said."""

    first: Day
    last: Day
    grain: Grain


def day_extent(day: Day) -> Extent:
    """One day."""
    return Extent(day, day, Grain.DAY)


def month_extent(year: int, month: int) -> Extent:
    """A whole month, 1 to 12."""
    last = Day(year, month, days_in_month(year, month))
    return Extent(Day(year, month, 1), last, Grain.MONTH)


def year_extent(year: int) -> Extent:
    """A whole year, 1 January to 31 December."""
    return Extent(Day(year, 1, 1), Day(year, 12, 31), Grain.YEAR)


def years_extent(first: int, last: int, grain: Grain) -> Extent:
    """Whole years, both included."""
    return Extent(Day(first, 1, 1), Day(last, 12, 31), grain)


def season_extent(year: int, season: int) -> Extent:
    """EDTF seasons 21 to 24, northern, and quarters 33 to 36.

    A winter may begin or end its year, so it spans both.
    """
    if season > 32:
        month = 3 * (season - 33) + 1
        return Extent(Day(year, month, 1), month_extent(year, month + 2).last, Grain.SEASON)
    if season == 24:
        return Extent(Day(year, 1, 1), month_extent(year + 1, 2).last, Grain.SEASON)
    month = 3 * (season - 20)
    return Extent(Day(year, month, 1), month_extent(year, month + 2).last, Grain.SEASON)


def season_month(season: int) -> int:
    """The month a season or quarter begins in."""
    if season > 32:
        return 3 * (season - 33) + 1
    return 12 if season == 24 else 3 * (season - 20)


def exists(year: int, month: int, day: int) -> bool:
    """Whether such a day ever came, in the proleptic Gregorian calendar."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def from_ordinal(ordinal: int) -> Day:
    """The day with this `ordinal`.

    Method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), on years that
    begin in March.
    """
    era, day_of_era = divmod(ordinal, 146_097)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    year = year_of_era + 400 * era + (1 if month <= 2 else 0)
    return Day(year, month, day_of_year - (153 * shifted + 2) // 5 + 1)


def plus_days(day: Day, days: int) -> Day:
    """The day so many days on; back where negative."""
    return from_ordinal(day.ordinal + days)


def plus_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months on."""
    carried, index = divmod(month - 1 + months, 12)
    return year + carried, index + 1


def weekday(day: Day) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day.ordinal + 2) % 7


def easter(year: int) -> Day:
    """Easter Sunday in the Gregorian calendar.

    Method: the anonymous computus of Nature, 20 April 1876, as in Meeus, Astronomical Algorithms.
    """
    golden = year % 19
    century, of_century = divmod(year, 100)
    moon = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    week = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    month, day = divmod(moon + week - 7 * ((golden + 11 * moon + 22 * week) // 451) + 114, 31)
    return Day(year, month, day + 1)


def from_julian(year: int, month: int, day: int) -> Day:
    """The Gregorian day on which the Julian calendar showed this date."""
    shifted, months = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return from_ordinal(365 * shifted + shifted // 4 + (306 * months + 5) // 10 + day - 3)
