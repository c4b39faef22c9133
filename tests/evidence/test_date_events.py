"""Dates that hang on named events."""

from __future__ import annotations

import pytest

from provenance.evidence.date_events import find_events
from provenance.evidence.dates import tag_dates
from provenance.evidence.edtf_dates import read_date
from provenance.model.claims import Event

YALTA = Event("yalta", read_date("1945-02-04/1945-02-11"))
POTSDAM = Event("Potsdam Conference", read_date("1945-07-17/1945-08-02"))
VERSAILLES = Event("Treaty of Versailles", read_date("1919-06-28"))


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        pytest.param(
            "He was told a few weeks after the conference.",
            "a few weeks after the conference",
            "1945-02-18",
            "1945-05-06",
            id="a few weeks is no narrower than a quarter",
        ),
        pytest.param(
            "Two days after the Yalta Conference he left.",
            "Two days after the Yalta Conference",
            "1945-02-13",
            "1945-02-13",
            id="after is counted from the end",
        ),
        pytest.param(
            "three weeks before Yalta he knew",
            "three weeks before Yalta",
            "1945-01-14",
            "1945-01-14",
            id="before is counted from the beginning",
        ),
        pytest.param(
            "the week before the conference",
            "the week before the conference",
            "1945-01-28",
            "1945-02-03",
            id="the week before is a week",
        ),
        pytest.param(
            "six months after Yalta",
            "six months after Yalta",
            "1945-08-01",
            "1945-08-31",
            id="months are months",
        ),
    ],
)
def test_a_date_is_counted_from_an_event(text: str, words: str, earliest: str, latest: str) -> None:
    date = tag_dates(text, events=(YALTA,))[0]
    assert date.span.of(text) == words
    assert (str(date.value.earliest), str(date.value.latest)) == (earliest, latest)
    assert date.basis == "counted from yalta"


def test_a_vague_count_is_approximate() -> None:
    (date,) = tag_dates("a few weeks after the conference", events=(YALTA,))
    assert date.value.approximate
    assert date.value.edtf == "[1945-02-18~..1945-05-06~]"


def test_a_conference_is_the_one_named_last_before() -> None:
    text = "At Potsdam they met. A week after the conference he left."
    date = tag_dates(text, events=(YALTA, POTSDAM))[-1]
    assert date.basis == "counted from Potsdam Conference"
    assert str(date.value.earliest) == "1945-08-09"


def test_a_conference_that_could_be_either_is_not_guessed() -> None:
    assert tag_dates("A week after the conference he left.", events=(YALTA, POTSDAM)) == ()


def test_a_treaty_is_no_conference() -> None:
    assert tag_dates("A week after the conference he left.", events=(VERSAILLES,)) == ()


def test_an_event_gives_the_year_that_a_text_leaves_out() -> None:
    text = "At Yalta they agreed. It was not until June 15.29 that he was informed."
    date = tag_dates(text, events=(YALTA,))[-1]
    assert date.value.edtf == "1945-06-15"
    assert date.basis == "year from the event yalta"


def test_events_of_different_years_give_none() -> None:
    text = "At Yalta and at Versailles they met. On June 15 he was informed."
    date = tag_dates(text, events=(YALTA, VERSAILLES))[-1]
    assert date.value.earliest is None


def test_how_long_something_lasted_is_no_date() -> None:
    text = "For more than twenty years after the Yalta Conference nobody spoke."
    assert tag_dates(text, events=(YALTA,)) == ()


@pytest.mark.parametrize(
    ("text", "name", "edtf"),
    [
        pytest.param(
            "After the Yalta Conference of February 1945, Stalin", "Yalta Conference", "1945-02",
            id="of a month",
        ),
        pytest.param(
            "The Potsdam Conference, 1945", "Potsdam Conference", "1945", id="in a heading"
        ),
        pytest.param(
            "the Treaty of Versailles (28 June 1919) was", "Treaty of Versailles", "1919-06-28",
            id="in brackets",
        ),
    ],
)  # fmt: skip
def test_a_source_names_the_date_of_its_events(text: str, name: str, edtf: str) -> None:
    (event,) = find_events(text, tag_dates(text))
    assert (event.name, event.when.edtf) == (name, edtf)


def test_the_most_exact_date_of_an_event_is_kept() -> None:
    text = "The Yalta Conference, 1945. After the Yalta Conference of February 1945 he left."
    (event,) = find_events(text, tag_dates(text))
    assert event.when.edtf == "1945-02"
