"""Dates and tolerances as people say them: what is understood, and how the rest is put right."""

from __future__ import annotations

import pytest

from provenance.evidence.date_hints import hint_in_words
from provenance.evidence.lay_tolerances import tolerance_in_words, tolerance_meant


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        pytest.param("14 March", "add the year, as in 14 March 1923", id="day and month"),
        pytest.param("March 14th", "add the year, as in 14 March 1923", id="month and day"),
        pytest.param("March", "add the year, as in March 1923", id="a month"),
        pytest.param("spring", "add the year, as in spring 1923", id="a season"),
        pytest.param("5/6/1923", "is the first number the day or the month?", id="either"),
        pytest.param("soon", "write 14 March 1923, March 1923, 1923, or about 1923", id="no date"),
    ],
)
def test_a_date_is_put_right_in_words(written: str, hint: str) -> None:
    assert hint_in_words(written).startswith(hint)


@pytest.mark.parametrize(
    ("said", "filed", "again"),
    [
        pytest.param("within 3 days", "P3D", "3 days", id="days"),
        pytest.param("a week", "P1W", "1 week", id="a week"),
        pytest.param("up to 2 Months", "P2M", "2 months", id="months"),
        pytest.param("1year", "P1Y", "1 year", id="a year"),
        pytest.param("P3D", "P3D", "3 days", id="as files have it"),
        pytest.param("P1Y2M", "P1Y2M", "P1Y2M", id="what has no plain words"),
        pytest.param("within 5 per cent", "5%", "5%", id="a share"),
        pytest.param("at most 10", "10", "10", id="an amount"),
        pytest.param("a bit", "a bit", "a bit", id="what nobody can know"),
        pytest.param("", "", "", id="nothing"),
    ],
)
def test_a_tolerance_is_understood_and_said_again(said: str, filed: str, again: str) -> None:
    assert tolerance_meant(said) == filed
    assert tolerance_in_words(filed) == again
