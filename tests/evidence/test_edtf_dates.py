from __future__ import annotations

import calendar
import contextlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.evidence.bad_value import BadValue
from provenance.evidence.edtf_dates import days_in_month, read_date
from provenance.model.values import DateShape, Day

POINT, STRETCH = DateShape.POINT, DateShape.STRETCH


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "shape"),
    [
        pytest.param("1945-06-15", "1945-06-15", "1945-06-15", POINT, id="a-day"),
        pytest.param(" 1945-06-15 ", "1945-06-15", "1945-06-15", POINT, id="blanks-around"),
        pytest.param("1944-02", "1944-02-01", "1944-02-29", POINT, id="a-month-in-a-leap-year"),
        pytest.param("1945", "1945-01-01", "1945-12-31", POINT, id="a-year"),
        pytest.param("1945-06-XX", "1945-06-01", "1945-06-30", POINT, id="day-not-known"),
        pytest.param("1945-06-1X", "1945-06-10", "1945-06-19", POINT, id="the-tens-of-june"),
        pytest.param("1945-02-2X", "1945-02-20", "1945-02-28", POINT, id="twenties-of-february"),
        pytest.param("1945-06-3X", "1945-06-30", "1945-06-30", POINT, id="june-has-one-thirty"),
        pytest.param("1945-1X", "1945-10-01", "1945-12-31", POINT, id="month-in-the-tens"),
        pytest.param("1945-XX-12", "1945-01-12", "1945-12-12", POINT, id="month-not-known"),
        pytest.param("194X", "1940-01-01", "1949-12-31", POINT, id="a-decade"),
        pytest.param("19XX", "1900-01-01", "1999-12-31", POINT, id="a-century"),
        pytest.param("19X5", "1905-01-01", "1995-12-31", POINT, id="a-digit-inside"),
        pytest.param("156X-12-25", "1560-12-25", "1569-12-25", POINT, id="a-christmas"),
        pytest.param("194X-02-29", "1940-02-29", "1948-02-29", POINT, id="only-leap-years"),
        pytest.param("-0043", "-0043-01-01", "-0043-12-31", POINT, id="44-bc"),
        pytest.param("0000", "0000-01-01", "0000-12-31", POINT, id="1-bc"),
        pytest.param("-00XX", "-0099-01-01", "0000-12-31", POINT, id="a-century-bc"),
        pytest.param("Y-170000", "-170000-01-01", "-170000-12-31", POINT, id="a-long-year"),
        pytest.param("Y17E7", "170000000-01-01", "170000000-12-31", POINT, id="an-exponent"),
        pytest.param("1950S2", "1900-01-01", "1999-12-31", POINT, id="two-digits-count"),
        pytest.param("1945-21", "1945-03-01", "1945-05-31", POINT, id="spring"),
        pytest.param("1945-22", "1945-06-01", "1945-08-31", POINT, id="summer"),
        pytest.param("1945-23~", "1945-09-01", "1945-11-30", POINT, id="about-autumn"),
        pytest.param("1945-24", "1945-01-01", "1946-02-28", POINT, id="either-winter-of-a-year"),
        pytest.param("1945-30", "1945-01-01", "1946-02-28", POINT, id="southern-summer"),
        pytest.param("1945-34", "1945-04-01", "1945-06-30", POINT, id="second-quarter"),
        pytest.param("1945-38", "1945-05-01", "1945-08-31", POINT, id="second-third"),
        pytest.param("1945-41", "1945-07-01", "1945-12-31", POINT, id="second-half"),
        pytest.param("2004-01-01T10:10:10Z", "2004-01-01", "2004-01-01", POINT, id="clock-time"),
        pytest.param("1945-07-17/1945-08-02", "1945-07-17", "1945-08-02", STRETCH, id="a-stretch"),
        pytest.param("1945-07/1945-08", "1945-07-01", "1945-08-31", STRETCH, id="by-months"),
        pytest.param("1945-06-15/..", "1945-06-15", None, STRETCH, id="open-end"),
        pytest.param("../1945", None, "1945-12-31", STRETCH, id="open-beginning"),
        pytest.param("1945/", "1945-01-01", None, STRETCH, id="unknown-end"),
        pytest.param("/1945-06", None, "1945-06-30", STRETCH, id="unknown-beginning"),
        pytest.param("[1945-02..1945-04]", "1945-02-01", "1945-04-30", POINT, id="one-of-a-run"),
        pytest.param("[1945,1947-06]", "1945-01-01", "1947-06-30", POINT, id="one-of-two"),
        pytest.param("[..1945-07-05]", None, "1945-07-05", POINT, id="by-a-day"),
        pytest.param("[1945, 1950..]", "1945-01-01", None, POINT, id="one-or-from-then-on"),
        pytest.param("{1960,1961-12}", "1960-01-01", "1961-12-31", STRETCH, id="all-of-a-set"),
    ],
)
def test_what_days_an_expression_spans(
    written: str, earliest: str | None, latest: str | None, shape: DateShape
) -> None:
    value = read_date(written)
    shown = tuple(str(day) if day else None for day in (value.earliest, value.latest))
    assert (*shown, value.shape) == (earliest, latest, shape)
    assert value.edtf == written.strip()


@pytest.mark.parametrize(
    ("written", "approximate", "uncertain"),
    [
        pytest.param("1945-06-15", False, False, id="plain"),
        pytest.param("1945-06~", True, False, id="about"),
        pytest.param("1945?", False, True, id="doubted"),
        pytest.param("1945%", True, True, id="both"),
        pytest.param("1945-06~-15", True, False, id="up-to-the-month"),
        pytest.param("1945-?06-15", False, True, id="of-the-month-alone"),
        pytest.param("1945~/1946?", True, True, id="in-a-stretch"),
    ],
)
def test_qualifiers_are_kept(written: str, approximate: bool, uncertain: bool) -> None:
    value = read_date(written)
    assert (value.approximate, value.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        pytest.param(
            "1945-02-30",
            "30 February does not exist",
            "February has 28 days, or 29 in a leap year",
            id="a-day-that-never-came",
        ),
        pytest.param(
            "1900-02-29",
            "29 February 1900 does not exist",
            "February has 28 days, or 29 in a leap year",
            id="no-leap-year",
        ),
        pytest.param(
            "1945-06-31", "31 June does not exist", "June has 30 days", id="thirty-days-hath"
        ),
        pytest.param(
            "1945-13",
            "there is no month 13",
            "months run from 01 to 12; 21 to 24 are spring, summer, autumn, winter",
            id="month-thirteen",
        ),
        pytest.param(
            "June 15, 1945",
            "“June 15, 1945” is not a date in EDTF",
            "write 1945-06-15 for 15 June 1945",
            id="american",
        ),
        pytest.param(
            "15th of June 1945",
            "“15th of June 1945” is not a date in EDTF",
            "write 1945-06-15 for 15 June 1945",
            id="british",
        ),
        pytest.param(
            "June 1945",
            "“June 1945” is not a date in EDTF",
            "write 1945-06 for June 1945",
            id="a-month-in-words",
        ),
        pytest.param(
            "30 February 1945",
            "30 February does not exist",
            "February has 28 days, or 29 in a leap year",
            id="in-words-it-never-came-either",
        ),
        pytest.param(
            "5/6/1945",
            "“5/6/1945” is not a date in EDTF",
            "write 1945-06-05 or 1945-05-06: it could be either",
            id="day-or-month-first",
        ),
        pytest.param(
            "15.6.1945", "“15.6.1945” is not a date in EDTF", "write 1945-06-15", id="german"
        ),
        pytest.param(
            "1945-6-15", "“1945-6-15” is not a date in EDTF", "write 1945-06-15", id="no-zero"
        ),
        pytest.param(
            "circa 1945",
            "“circa 1945” is not a date in EDTF",
            "write 1945~ for about the year 1945",
            id="circa",
        ),
        pytest.param(
            "1940s", "“1940s” is not a date in EDTF", "write 194X for the 1940s", id="a-decade"
        ),
        pytest.param(
            "1945-1947",
            "“1945-1947” is not a date in EDTF",
            "write 1945/1947 for 1945 to 1947",
            id="a-dash-between-years",
        ),
        pytest.param(
            "44 BC",
            "“44 BC” is not a date in EDTF",
            "write -0043 for 44 BC (the year 1 BC is 0000)",
            id="before-christ",
        ),
        pytest.param(
            "1946/1945",
            "“1946/1945” ends before it begins",
            "the earlier date comes first",
            id="backwards",
        ),
        pytest.param(
            "1945/1946/1947",
            "“1945/1946/1947” has more than two ends",
            "a stretch is written 1945/1947",
            id="three-ends",
        ),
        pytest.param(
            "1945-06-01/1945-06-31",
            "in the last date, 31 June does not exist",
            "June has 30 days",
            id="names-the-end-that-is-wrong",
        ),
        pytest.param(
            "1945-22-03",
            "a season or quarter (22) has no day 03",
            "leave the day out",
            id="a-day-in-a-season",
        ),
        pytest.param(
            "-0000",
            "there is no year -0000",
            "write 0000 for 1 BC, -0001 for 2 BC",
            id="minus-nothing",
        ),
    ],
)
def test_what_is_wrong_is_named_and_mended(written: str, message: str, hint: str) -> None:
    with pytest.raises(BadValue) as raised:
        read_date(written)
    assert (raised.value.message, raised.value.hint) == (message, hint)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "  ",
        "..",
        "/",
        "[]",
        "[..]",
        "[1945",
        "{1945]",
        "hello",
        "x" * 300,
        "1945-06-15T25",
        "X",
    ],
)
def test_nonsense_gets_a_message_and_a_hint(written: str) -> None:
    with pytest.raises(BadValue) as raised:
        read_date(written)
    assert raised.value.message
    assert raised.value.hint


def test_nothing_in_a_message_acts_on_a_terminal() -> None:
    with pytest.raises(BadValue) as raised:
        read_date("\x1b[31m1945")
    assert "\x1b" not in str(raised.value)


YEARS = st.integers(min_value=-9999, max_value=9999)


def _written(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


DAYS = st.tuples(YEARS, st.integers(1, 12), st.integers(1, 28))
PLAIN = st.one_of(
    YEARS.map(_written),
    st.tuples(YEARS, st.integers(1, 12)).map(lambda p: f"{_written(p[0])}-{p[1]:02d}"),
    DAYS.map(lambda p: f"{_written(p[0])}-{p[1]:02d}-{p[2]:02d}"),
    st.tuples(st.integers(0, 999), st.sampled_from(["", "~", "?", "%"])).map(
        lambda p: f"{p[0]:03d}X{p[1]}"
    ),
    # Not winters (24): the library ends them on 31 December.
    st.tuples(st.integers(1, 9999), st.sampled_from([21, 22, 23, 33, 36, 37, 40, 41])).map(
        lambda p: f"{p[0]:04d}-{p[1]}"
    ),
)


def _oracle(written: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    from edtf import parse_edtf

    with contextlib.redirect_stdout(io.StringIO()):
        parsed = parse_edtf(written)
        return tuple(parsed.lower_strict())[:3], tuple(parsed.upper_strict())[:3]


def _ends(written: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    value = read_date(written)
    assert value.earliest
    assert value.latest
    return (
        (value.earliest.year, value.earliest.month, value.earliest.day),
        (value.latest.year, value.latest.month, value.latest.day),
    )


@settings(max_examples=60, deadline=None)
@given(PLAIN)
def test_the_fast_path_reads_what_the_library_reads(written: str) -> None:
    assert _ends(written) == _oracle(written)


@settings(max_examples=15, deadline=None)
@given(DAYS, DAYS)
def test_stretches_are_read_as_the_library_reads_them(
    a: tuple[int, int, int], b: tuple[int, int, int]
) -> None:
    first, last = (f"{_written(y)}-{m:02d}-{d:02d}" for y, m, d in sorted((a, b)))
    assert _ends(f"{first}/{last}") == _oracle(f"{first}/{last}")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789-X/.[]{}~?%, TYSE", max_size=24))
def test_any_text_is_a_date_or_a_named_mistake(written: str) -> None:
    try:
        value = read_date(written)
    except BadValue:
        return
    if value.earliest and value.latest:
        assert value.earliest <= value.latest


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_are_as_long_as_in_the_standard_library(year: int, month: int) -> None:
    assert days_in_month(year, month) == calendar.monthrange(year, month)[1]


def test_an_ordinal_counts_days() -> None:
    start, end = read_date("1945-02-11").latest, read_date("1945-06-15").latest
    assert start == Day(1945, 2, 11)
    assert start is not None
    assert end is not None
    assert end.ordinal - start.ordinal == 124
