from __future__ import annotations

import pytest

from provenance.model.values import DateShape, DateValue, Day
from provenance.rendering.dates_in_words import date_in_words, date_short
from tests.factories import date_value, day


def bounds(
    edtf: str, earliest: str | None, latest: str | None, *, lasted: bool = False
) -> DateValue:
    shape = DateShape.STRETCH if lasted else DateShape.POINT
    first, last = (day(earliest) if earliest else None, day(latest) if latest else None)
    return DateValue(edtf, first, last, shape)


@pytest.mark.parametrize(
    ("value", "long", "short"),
    [
        pytest.param(date_value("1945-06-15"), "15 June 1945", "15 Jun 1945", id="a day"),
        pytest.param(date_value("1945-06"), "June 1945", "Jun 1945", id="a month"),
        pytest.param(date_value("1944-02"), "February 1944", "Feb 1944", id="a leap month"),
        pytest.param(date_value("1945"), "1945", "1945", id="a year"),
        pytest.param(
            date_value("1945", approximate=True), "about 1945", "c. 1945", id="about a year"
        ),
        pytest.param(
            DateValue("1945?", day("1945-01-01"), day("1945-12-31"), uncertain=True),
            "perhaps 1945",
            "1945?",
            id="a doubtful year",
        ),
        pytest.param(
            bounds("[1945-06-12..1945-06-15]", "1945-06-12", "1945-06-15"),
            "between 12 and 15 June 1945",
            "betw. 12 and 15 Jun 1945",
            id="known within a month",
        ),
        pytest.param(
            bounds("1945-06-1X", "1945-06-10", "1945-06-19"),
            "between 10 and 19 June 1945",
            "betw. 10 and 19 Jun 1945",
            id="a digit is missing",
        ),
        pytest.param(
            bounds("[1945-06..1945-08]", "1945-06-01", "1945-08-31"),
            "between June and August 1945",
            "betw. Jun and Aug 1945",
            id="known within months",
        ),
        pytest.param(
            bounds("[1939..1945]", "1939-01-01", "1945-12-31"),
            "between 1939 and 1945",
            "betw. 1939 and 1945",
            id="known within years",
        ),
        pytest.param(
            bounds("[1944-12-30..1945-01-02]", "1944-12-30", "1945-01-02"),
            "between 30 December 1944 and 2 January 1945",
            "betw. 30 Dec 1944 and 2 Jan 1945",
            id="over the turn of a year",
        ),
        pytest.param(
            date_value("1945-07-17/1945-08-02"),
            "17 July–2 August 1945",
            "17 Jul–2 Aug 1945",
            id="it lasted",
        ),
        pytest.param(
            date_value("1945-02/1945-04"), "February–April 1945", "Feb–Apr 1945", id="months long"
        ),
        pytest.param(date_value("1939/1945"), "1939–1945", "1939–1945", id="years long"),
        pytest.param(
            bounds("[..1945-07-05]", None, "1945-07-05"),
            "on or before 5 July 1945",
            "by 5 Jul 1945",
            id="no earliest",
        ),
        pytest.param(
            bounds("[1945-07-05..]", "1945-07-05", None),
            "on or after 5 July 1945",
            "from 5 Jul 1945",
            id="no latest",
        ),
        pytest.param(
            bounds("../1945-07-05", None, "1945-07-05", lasted=True),
            "until 5 July 1945",
            "until 5 Jul 1945",
            id="it lasted until",
        ),
        pytest.param(
            bounds("1945-07-05/..", "1945-07-05", None, lasted=True),
            "from 5 July 1945",
            "from 5 Jul 1945",
            id="it lasted from",
        ),
        pytest.param(
            bounds("[1945-06-12,1945-06-15]", "1945-06-12", "1945-06-15"),
            "12 June 1945 or 15 June 1945",
            "12 Jun 1945 or 15 Jun 1945",
            id="one of two days",
        ),
        pytest.param(
            bounds("1945-22", "1945-06-01", "1945-08-31"),
            "summer 1945",
            "summer 1945",
            id="a season",
        ),
        pytest.param(
            bounds("194X", "1940-01-01", "1949-12-31"), "the 1940s", "the 1940s", id="a decade"
        ),
        pytest.param(
            DateValue("-0043-03-15", Day(-43, 3, 15), Day(-43, 3, 15)),
            "15 March 44 BC",
            "15 Mar 44 BC",
            id="before Christ, astronomical years",
        ),
        pytest.param(bounds("", None, None), "date unknown", "date unknown", id="nothing known"),
        pytest.param(
            bounds("XXXX-12-25", None, None),
            "not dated: XXXX-12-25",
            "not dated: XXXX-12-25",
            id="no year",
        ),
    ],
)
def test_a_date_reads_as_a_person_says_it(value: DateValue, long: str, short: str) -> None:
    assert (date_in_words(value), date_short(value)) == (long, short)
