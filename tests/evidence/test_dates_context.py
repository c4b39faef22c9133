"""Dates that hang on the prose around them."""

from __future__ import annotations

import pytest

from provenance.evidence.date_ranges import join_ranges
from provenance.evidence.dates import tag_dates
from provenance.evidence.edtf_dates import read_date


def values(text: str, written: str = "") -> list[str]:
    known = read_date(written) if written else None
    return [date.value.edtf for date in tag_dates(text, written=known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In October 1941 they fell back. In December they attacked.",
            ["1941-10", "1941-12"],
            id="a later month is of the same year",
        ),
        pytest.param(
            "In December 1941 they attacked. In January they fell back.",
            ["1941-12", "1942-01"],
            id="January after December is the next",
        ),
        pytest.param(
            "In June 1944 they landed, after the raids of May.",
            ["1944-06", "1944-05"],
            id="the month just before looks back",
        ),
        pytest.param(
            "On 5 May 1940 he left. The next day he came; two days later he fell. "
            "That same day it ended.",
            ["1940-05-05", "1940-05-06", "1940-05-08", "1940-05-08"],
            id="days are counted from the last one",
        ),
        pytest.param(
            "He died in 1940. The following year she left, and three years later returned.",
            ["1940", "1941", "1944"],
            id="years are counted from the last one",
        ),
        pytest.param(
            "In March 1940 he came. By the end of that year he had gone; later that year he wrote.",
            ["1940-03", "[1940-07..1940-12]", "1940"],
            id="that year",
        ),
        pytest.param(
            "He came in 1943. In October of that year he left.",
            ["1943", "1943-10"],
            id="October of that year",
        ),
        pytest.param(
            "In May 1943 it began. Two months later it was over. The previous April it had not.",
            ["1943-05", "1943-07", "1943-04"],
            id="months, and the April before",
        ),
        pytest.param(
            "In May 1943 it began, twenty years earlier than foreseen. In June it ended.",
            ["1943-05", "1923", "1943-06"],
            id="what looks back in passing moves nothing",
        ),
        pytest.param(
            "On 4 August 1964 they fired. A report of 2005 doubts it. On 7 August they voted.",
            ["1964-08-04", "2005", "1964-08-07"],
            id="a year named in passing moves nothing",
        ),
        pytest.param(
            "In August he left. In October 1939 he was back.",
            ["1939-08", "1939-10"],
            id="a later year helps an earlier month",
        ),
        pytest.param(
            "In 490 BC they landed. In 480 they came again. The following year they left.",
            ["-0489", "-0479", "-0478"],
            id="years before Christ go on without BC",
        ),
        pytest.param(
            "It ran from 1915. By '17 it was over.", ["1915", "1917"], id="two figures of a year"
        ),
        pytest.param(
            "On 28 May 1940 they met; on the 30th they left.",
            ["1940-05-28", "1940-05-30"],
            id="a day of the same month",
        ),
        pytest.param(
            "He came on March 3, 1944. On February 29 he had left home.",
            ["1944-03-03", "1944-02-29"],
            id="29 February finds its leap year",
        ),
    ],
)
def test_the_prose_before_and_after_places_a_date(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_the_basis_names_where_the_year_came_from() -> None:
    text = "In December 1941 they attacked. In January they fell back."
    assert tag_dates(text)[1].basis == "the year after “December 1941”"


def test_a_history_does_not_begin_at_its_own_date() -> None:
    text = "In December they rose. It was 1946, and by May 1947 it was over, if not in 1948."
    assert values(text, "2009-12-19") == ["1946-12", "1946", "1947-05", "1948"]


def test_a_report_of_the_day_may_name_old_years() -> None:
    text = "He recalled August 1990. Born in 1930, he resigned on March 9, 1955. On Feb. 2 he died."
    text += " He will be buried Tuesday. On Monday they met."
    assert values(text, "1998-02-27")[3:] == ["1998-02-02", "1998-03-03", "1998-02-23"]


def test_a_cable_looks_back_from_its_date() -> None:
    text = "My telegram of 10th December. On December 16th he received them. 12 January 1944."
    assert values(text, "1944-01-12") == ["1943-12-10", "1943-12-16", "1944-01-12"]


def test_every_date_of_a_letter_hangs_on_its_own_day() -> None:
    text = (
        "I wrote on 10th December, and on the 5th and 6th of this month. By 1st April it will be "
        "done. On 3rd February he left; the next day he was back. It lasts to the end of the year."
    )
    assert values(text, "1945-02-26") == [
        *("1944-12-10", "1945-02-05", "1945-02-06", "1945-04-01"),
        *("1945-02-03", "1945-02-04", "[1945-07..1945-12]"),
    ]


@pytest.mark.parametrize(
    ("text", "ends", "stretch", "basis"),
    [
        pytest.param(
            "from July 17 to August 2, 1945, to negotiate",
            ["1945-07-17", "1945-08-02"],
            "1945-07-17/1945-08-02",
            "as written",
            id="from and to",
        ),
        pytest.param(
            "visited from 4–6 April 1967.",
            ["1967-04-04", "1967-04-06"],
            "1967-04-04/1967-04-06",
            "as written",
            id="days of one month",
        ),
        pytest.param(
            "the war of 1937-45 ended", ["1937", "1945"], "1937/1945", "century from 1937",
            id="years, the second cut short",
        ),
        pytest.param(
            "from December 30 to January 3, 1945",
            ["1944-12-30", "1945-01-03"],
            "1944-12-30/1945-01-03",
            "as written",
            id="over the new year",
        ),
        pytest.param(
            "from early May to late June 1940",
            ["[1940-05-01..1940-05-15]", "[1940-06-16..1940-06-30]"],
            "1940-05-01/1940-06-30",
            "as written",
            id="from early to late",
        ),
        pytest.param(
            "between March and May 1944",
            ["1944-03", "1944-05"],
            "1944-03/1944-05",
            "between the two, perhaps all of it",
            id="between may be a moment",
        ),
        pytest.param(
            "from 499 to 493 BC", ["-0498", "-0492"], "-0498/-0492", "as written", id="BC"
        ),
        pytest.param(
            "from the 13th to the 19th of October 1950",
            ["1950-10-13", "1950-10-19"],
            "1950-10-13/1950-10-19",
            "as written",
            id="the month is lent backwards",
        ),
    ],
)  # fmt: skip
def test_two_dates_joined_are_two_ends_and_a_stretch(
    text: str, ends: list[str], stretch: str, basis: str
) -> None:
    dates = tag_dates(text)
    assert [date.value.edtf for date in dates] == ends
    (joined,) = join_ranges(text, dates)
    assert joined.value.edtf == stretch
    assert read_date(stretch) == joined.value
    assert joined.basis == basis
    assert joined.span.start == dates[0].span.start
    assert joined.span.end == dates[-1].span.end


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("in May 1940 and June 1941", id="two dates listed"),
        pytest.param("from 1945 backwards to 1940", id="words between them"),
        pytest.param("In 1950. 1940 was worse", id="two sentences"),
        pytest.param("from 1950 to 1940", id="the wrong way round"),
    ],
)
def test_other_neighbours_are_no_stretch(text: str) -> None:
    assert join_ranges(text, tag_dates(text)) == ()


def test_days_in_a_list_share_month_and_year() -> None:
    text = "items on January 10, 13, 14, and 31, 1862, and on May 4 and 5 of that year"
    assert values(text) == [
        *("1862-01-10", "1862-01-13", "1862-01-14", "1862-01-31"),
        *("1862-05-04", "1862-05-05"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "edtf", "basis"),
    [
        pytest.param(
            "on 14 July 1689 (O.S.) he",
            "14 July 1689",
            "1689-07-24",
            "Old Style 1689-07-14, in the Gregorian calendar 1689-07-24",
            id="said to be Old Style",
        ),
        pytest.param(
            "on 5 November 1917 (New Style) he",
            "5 November 1917",
            "1917-11-05",
            "New Style, as the text says",
            id="said to be New Style",
        ),
        pytest.param(
            "on 25 October (7 November) 1917 they",
            "25 October",
            "1917-11-07",
            "Old Style 1917-10-25, in the Gregorian calendar 1917-11-07",
            id="both days given",
        ),
        pytest.param(
            "on 11 February 1731/32 he",
            "11 February 1731/32",
            "1732-02-11",
            "the second of two years, as Old Style years began in March",
            id="two years for an early month",
        ),
        pytest.param(
            "on 25 October 1917 they",
            "25 October 1917",
            "1917-10-25",
            "as written",
            id="nothing said, nothing turned",
        ),
        pytest.param(
            "on 25 October (9 November) 1917 they",
            "25 October",
            "1917-10-25",
            "as written",
            id="two days that are not one",
        ),
    ],
)
def test_old_style_is_kept_apart_and_said(text: str, words: str, edtf: str, basis: str) -> None:
    first = tag_dates(text)[0]
    assert (first.span.of(text), first.value.edtf, first.basis) == (words, edtf, basis)
