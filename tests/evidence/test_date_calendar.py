"""Arithmetic on days, against the standard library where it reaches."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.evidence.date_calendar import (
    easter,
    from_julian,
    from_ordinal,
    plus_days,
    plus_months,
    season_extent,
    weekday,
)
from provenance.evidence.edtf_dates import read_date
from provenance.model.values import Day


def day_of(date: datetime.date) -> Day:
    return Day(date.year, date.month, date.day)


@given(st.dates(), st.integers(-400, 400))
def test_days_and_weekdays_are_those_of_the_standard_library(
    date: datetime.date, days: int
) -> None:
    assert weekday(day_of(date)) == date.weekday()
    try:
        moved = date + datetime.timedelta(days)
    except OverflowError:
        return
    assert plus_days(day_of(date), days) == day_of(moved)


@given(st.integers(-2_000_000, 4_000_000))
def test_every_day_has_one_number(ordinal: int) -> None:
    assert from_ordinal(ordinal).ordinal == ordinal


@given(st.integers(-3000, 3000), st.integers(1, 12), st.integers(-500, 500))
def test_months_go_there_and_back(year: int, month: int, months: int) -> None:
    assert plus_months(*plus_months(year, month, months), -months) == (year, month)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        pytest.param(1916, Day(1916, 4, 23), id="the Rising"),
        pytest.param(1943, Day(1943, 4, 25), id="as late as can be"),
        pytest.param(1818, Day(1818, 3, 22), id="as early as can be"),
        pytest.param(2000, Day(2000, 4, 23), id="a century's end"),
    ],
)
def test_easter_falls_where_it_fell(year: int, day: Day) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        pytest.param((1582, 10, 5), Day(1582, 10, 15), id="the first day of the reform"),
        pytest.param((1752, 9, 3), Day(1752, 9, 14), id="Britain's reform"),
        pytest.param((1917, 10, 25), Day(1917, 11, 7), id="October in November"),
        pytest.param((1700, 2, 29), Day(1700, 3, 11), id="a leap day only one calendar has"),
    ],
)
def test_julian_days_become_gregorian(julian: tuple[int, int, int], gregorian: Day) -> None:
    assert from_julian(*julian) == gregorian


@pytest.mark.parametrize("season", [21, 22, 23, 24, 33, 34, 35, 36])
def test_seasons_and_quarters_span_what_edtf_says(season: int) -> None:
    extent, value = season_extent(1945, season), read_date(f"1945-{season}")
    assert (extent.first, extent.last) == (value.earliest, value.latest)
