"""What the words of a date mean, by themselves and beside the day a document was written."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.evidence.dates import tag_dates
from provenance.evidence.edtf_dates import read_date
from provenance.model.claims import Event
from provenance.model.dated import TaggedDate

THURSDAY = read_date("1945-07-05")


def tagged(text: str, written: str = "", language: str = "") -> list[tuple[str, str]]:
    known = read_date(written) if written else None
    return [
        (date.span.of(text), date.value.edtf)
        for date in tag_dates(text, written=known, language=language)
    ]


def only(text: str, written: str = "") -> TaggedDate:
    dates = tag_dates(text, written=read_date(written) if written else None)
    assert len(dates) == 1, dates
    return dates[0]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        pytest.param("On July 5, 1945, he", "July 5, 1945", "1945-07-05", id="American day"),
        pytest.param("On 5 July 1945 he", "5 July 1945", "1945-07-05", id="British day"),
        pytest.param("On 5th July, 1945, he", "5th July, 1945", "1945-07-05", id="ordinal"),
        pytest.param("the 5th of July 1945.", "the 5th of July 1945", "1945-07-05", id="of"),
        pytest.param(
            "on the fourteenth of March 1841 he",
            "the fourteenth of March 1841",
            "1841-03-14",
            id="day in words",
        ),
        pytest.param(
            "this 14th day of March, 1841",
            "14th day of March, 1841",
            "1841-03-14",
            id="day of, in figures",
        ),
        pytest.param(
            "this fourteenth day of March, 1841",
            "fourteenth day of March, 1841",
            "1841-03-14",
            id="day of, in words",
        ),
        pytest.param(
            "Twenty-third of June, 1863",
            "Twenty-third of June, 1863",
            "1863-06-23",
            id="compound day in words",
        ),
        pytest.param(
            "the thirty first of May, 1916",
            "the thirty first of May, 1916",
            "1916-05-31",
            id="compound day without its hyphen",
        ),
        pytest.param(
            "on March the fourteenth, 1841",
            "March the fourteenth, 1841",
            "1841-03-14",
            id="day in words behind the month",
        ),
        pytest.param(
            "March fourteenth, 1841", "March fourteenth, 1841", "1841-03-14", id="and no article"
        ),
        pytest.param("JULY 5, 1945", "JULY 5, 1945", "1945-07-05", id="in capitals"),
        pytest.param("Oct. 24, 1989", "Oct. 24, 1989", "1989-10-24", id="month cut short"),
        pytest.param("Sept 3 1939", "Sept 3 1939", "1939-09-03", id="month cut short, no stop"),
        pytest.param("filed 1945-07-05.", "1945-07-05", "1945-07-05", id="ISO"),
        pytest.param("on 15.6.1945 he", "15.6.1945", "1945-06-15", id="day in figures and stops"),
        pytest.param("compiled 03/27/1897", "03/27/1897", "1897-03-27", id="only one order fits"),
        pytest.param(
            "on 4/5/1945", "4/5/1945", "[1945-04-05,1945-05-04]", id="either order, both kept"
        ),
        pytest.param("Friday, 6 July 1945", "Friday, 6 July 1945", "1945-07-06", id="weekday"),
        pytest.param(
            "on the night of 5 July 1945", "the night of 5 July 1945", "1945-07-05", id="night of"
        ),
        pytest.param("in July 1945", "July 1945", "1945-07", id="month"),
        pytest.param("in July of 1945", "July of 1945", "1945-07", id="month of a year"),
        pytest.param("In 1945 he", "1945", "1945", id="year"),
        pytest.param("in the year 1945", "the year 1945", "1945", id="the year"),
        pytest.param("the spring of 1946", "the spring of 1946", "1946-21", id="season"),
        pytest.param("summer 1941", "summer 1941", "1941-22", id="season and year"),
        pytest.param(
            "the winter of 1941–42", "the winter of 1941–42", "[1941-12..1942-02]", id="one winter"
        ),
        pytest.param("the 1930s", "the 1930s", "193X", id="decade"),
        pytest.param("since the 1920’s", "the 1920’s", "192X", id="decade with apostrophe"),
        pytest.param("the 19th century", "the 19th century", "18XX", id="century"),
        pytest.param(
            "eighteenth-century wars", "eighteenth-century", "17XX", id="century as an adjective"
        ),
        pytest.param("in 490 BC he", "490 BC", "-0489", id="before Christ is astronomical"),
        pytest.param("in 149 B.C. the", "149 B.C.", "-0148", id="before Christ with stops"),
        pytest.param("the 470s BC", "the 470s BC", "[-0478..-0469]", id="decade before Christ"),
        pytest.param(
            "the 4th century BC", "the 4th century BC", "-03XX", id="century before Christ"
        ),
        pytest.param("AD 79", "", "", id="two figures are no year"),
        pytest.param(
            "early June 1945", "early June 1945", "[1945-06-01..1945-06-15]", id="early in a month"
        ),
        pytest.param(
            "mid-June 1945", "mid-June 1945", "[1945-06-08..1945-06-23]", id="middle of a month"
        ),
        pytest.param("late in 1945", "late in 1945", "[1945-07..1945-12]", id="late in a year"),
        pytest.param(
            "the end of May 1945", "the end of May 1945", "[1945-05-16..1945-05-31]", id="end of"
        ),
        pytest.param(
            "the last half of August 1945",
            "the last half of August 1945",
            "[1945-08-16..1945-08-31]",
            id="last half",
        ),
        pytest.param(
            "the first half of 1945",
            "the first half of 1945",
            "[1945-01..1945-06]",
            id="first half",
        ),
        pytest.param(
            "the first six months of 1945",
            "the first six months of 1945",
            "[1945-01..1945-06]",
            id="first six months",
        ),
        pytest.param(
            "the last week of June 1944",
            "the last week of June 1944",
            "[1944-06-24..1944-06-30]",
            id="last week",
        ),
        pytest.param("the late 1930s", "the late 1930s", "[1935..1939]", id="late in a decade"),
        pytest.param(
            "the early 20th century", "the early 20th century", "[1900..1949]", id="early in an age"
        ),
        pytest.param("later in 1945", "later in 1945", "1945", id="later in is no cut"),
        pytest.param("about 1910", "about 1910", "1910~", id="about"),
        pytest.param("ca. 466 BC", "ca. 466 BC", "-0465~", id="circa"),
        pytest.param(
            "fiscal year 1946", "fiscal year 1946", "[1945-07..1946-06]", id="fiscal year from July"
        ),
        pytest.param("FY1990", "FY1990", "[1989-10..1990-09]", id="fiscal year from October"),
        pytest.param(
            "the financial year 1945-46",
            "the financial year 1945-46",
            "[1945-04..1946-06]",
            id="financial year, April or July",
        ),
        pytest.param(
            "the third quarter of 1988", "the third quarter of 1988", "1988-35", id="quarter"
        ),
        pytest.param("Christmas 1944", "Christmas 1944", "1944-12-25", id="feast"),
        pytest.param("At Easter 1916", "Easter 1916", "1916-04-23", id="movable feast"),
        pytest.param("on Good Friday 1916", "Good Friday 1916", "1916-04-21", id="Good Friday"),
        pytest.param("on New Year’s Eve 1944", "New Year’s Eve 1944", "1944-12-31", id="New Year"),
        pytest.param("on VE Day", "VE Day", "1945-05-08", id="day with a name"),
        pytest.param("31 June 1945", "31 June 1945", "1945-06", id="no such day keeps its month"),
    ],
)
def test_words_of_a_date_say_their_days(text: str, words: str, edtf: str) -> None:
    assert tagged(text) == ([(words, edtf)] if words else [])


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        pytest.param("This morning I called", "This morning", "1945-07-05", id="this morning"),
        pytest.param("to see Stalin tonight", "tonight", "1945-07-05", id="tonight"),
        pytest.param("Yesterday he", "Yesterday", "1945-07-04", id="yesterday"),
        pytest.param("a note last night", "last night", "1945-07-04", id="last night"),
        pytest.param(
            "the day before yesterday", "the day before yesterday", "1945-07-03", id="two days ago"
        ),
        pytest.param("last Tuesday he", "last Tuesday", "1945-07-03", id="last Tuesday"),
        pytest.param("last Thursday he", "last Thursday", "1945-06-28", id="last is not today"),
        pytest.param("He came on Monday.", "Monday", "1945-07-02", id="weekday looks back"),
        pytest.param("They will meet on Monday.", "Monday", "1945-07-09", id="will looks ahead"),
        pytest.param("next Friday he", "next Friday", "1945-07-06", id="next Friday"),
        pytest.param("last June he", "last June", "1945-06", id="the June just past"),
        pytest.param("last August he", "last August", "1944-08", id="the August before"),
        pytest.param("next summer he", "next summer", "1946-22", id="the summer to come"),
        pytest.param("last month he", "last month", "1945-06", id="last month"),
        pytest.param("this year we", "this year", "1945", id="this year"),
        pytest.param("two years ago he", "two years ago", "1943", id="years ago"),
        pytest.param("three days ago he", "three days ago", "1945-07-02", id="days ago"),
        pytest.param("the 15th ult. he", "the 15th ult.", "1945-06-15", id="ultimo"),
        pytest.param("the 3d inst. he", "the 3d inst.", "1945-07-03", id="instant"),
        pytest.param("my telegram of 3rd.", "3rd", "1945-07-03", id="a day of this month"),
        pytest.param("my telegram of 28th.", "28th", "1945-06-28", id="a day of the month before"),
        pytest.param("of June 3rd last.", "June 3rd last", "1945-06-03", id="last, after the day"),
        pytest.param("from 1st January next.", "1st January next", "1946-01-01", id="next"),
        pytest.param("the 2nd prox. he", "the 2nd prox.", "1945-08-02", id="proximo"),
        pytest.param("my message of July 3.", "July 3", "1945-07-03", id="year of the document"),
        pytest.param("my letter of 10th December", "10th December", "1944-12-10", id="looks back"),
        pytest.param(
            "the first six months of this year",
            "the first six months of this year",
            "[1945-01..1945-06]",
            id="months of this year",
        ),
        pytest.param("by the end of the month", "the end of the month", "[1945-07-16..1945-07-31]",
                     id="end of the month"),
    ],
)  # fmt: skip
def test_the_day_of_writing_places_what_hangs_on_it(text: str, words: str, edtf: str) -> None:
    date = only(text, "1945-07-05")
    assert (date.span.of(text), date.value.edtf) == (words, edtf)
    assert "the document's date" in date.basis


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        pytest.param(
            "it was not until June 15.29 that he", "June 15", "1945-06-15", id="stop and note"
        ),
        pytest.param("By July 3,12 the", "July 3", "1945-07-03", id="comma and note"),
        pytest.param("In June 194512 he", "June 1945", "1945-06", id="year and note"),
        pytest.param("In 194512 The army", "1945", "1945", id="lone year and note"),
        pytest.param("On 5 July 19453 he", "5 July 1945", "1945-07-05", id="day, year and note"),
        pytest.param("by 1945.12 The", "1945", "1945", id="year, stop and note"),
    ],
)
def test_fused_note_numbers_are_left_out(text: str, words: str, edtf: str) -> None:
    date = only(text, "1945-07-05")
    assert (date.span.of(text), date.value.edtf) == (words, edtf)


def test_a_note_number_fused_to_a_day_is_told_by_the_other_years() -> None:
    text = "In July 1945 he asked. It was not until June 1529 that he knew, in August 1946."
    assert tagged(text)[1] == ("June 15", "1945-06-15")
    assert tagged("In June 1529 he sailed, in July 1530 he returned.")[0] == (
        "June 1529",
        "1529-06",
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1,945 men", id="a thousand with a comma"),
        pytest.param("pp. 1587-1588", id="pages"),
        pytest.param("Mississippi Review 25 (n.d.): 1587-1588", id="pages after a volume"),
        pytest.param("see No. 1945", id="a number"),
        pytest.param("Document 1945", id="a document's number"),
        pytest.param("$1945 a head", id="money"),
        pytest.param("1500 troops", id="people counted"),
        pytest.param("about 1500 Japanese prisoners", id="people counted, with an adjective"),
        pytest.param("at 1430 hours", id="an hour"),
        pytest.param("43/735/1945/2", id="a file number"),
        pytest.param("he may march in august company", id="words that are months in capitals"),
        pytest.param("for three days and a few weeks", id="durations"),
        pytest.param("a few days later he left", id="too vague to place"),
        pytest.param("Kyoto Revolution Days", id="no date at all"),
        pytest.param("on Black Friday", id="a weekday in a name"),
        pytest.param("the fall of Paris", id="a fall that is no season"),
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert tagged(text, "1945-07-05") == []


def test_a_day_of_an_unknown_year_is_said_without_days() -> None:
    date = only("it was not until June 15 that he was informed")
    assert date.value.edtf == "XXXX-06-15"
    assert date.value.earliest is None
    assert date.value.latest is None
    assert date.basis == "the year is not known"


def test_what_was_written_out_is_as_written() -> None:
    assert only("On 5 July 1945 he left.").basis == "as written"
    assert only("He left on 5 July.", "1945-07-20").basis == "year from the document's date"


def test_a_dateline_stands_in_for_the_date_of_writing() -> None:
    text = "Moscow, 5 July 1945, 7.15 p.m.\n\nThis morning I called on him. He left on 3 July."
    morning = tag_dates(text)[1]
    assert morning.value.edtf == "1945-07-05"
    assert morning.basis == "counted from the dateline “5 July 1945”"


def test_a_day_in_a_sentence_is_no_dateline() -> None:
    text = "On 20 June 1862 it took on a duty that it holds today."
    assert tagged(text) == [("20 June 1862", "1862-06-20")]


def test_a_date_of_writing_known_to_the_month_places_no_yesterday() -> None:
    assert tagged("Yesterday he left.", "1945-07") == []
    assert tagged("He left on 3 July.", "1945-07") == [("3 July", "1945-07-03")]


def test_a_quotation_in_a_history_has_no_yesterday_we_know() -> None:
    text = "In 1940 and 1941 he said: “Yesterday we lost.” It was 3 May 1942."
    assert [words for words, _ in tagged(text, "2009-12-19")] == ["1940", "1941", "3 May 1942"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("May" + " " * 100_000 + "1945", id="spaces"),
        pytest.param("May \n" * 25_000, id="months on lines"),
        pytest.param("1945 " * 20_000, id="years"),
        pytest.param("1945-" * 20_000, id="years and hyphens"),
        pytest.param("1, " * 30_000 + "May 1945", id="a long list"),
        pytest.param("the end of " * 9_000, id="parts of parts"),
        pytest.param("early " * 16_000 + "June", id="qualifiers"),
        pytest.param("1 May (" * 14_000, id="open brackets"),
        pytest.param("a few weeks after the " * 4_500, id="counted from nothing"),
        pytest.param("X" * 100_000, id="one long word"),
    ],
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    tag_dates(text, written=THURSDAY, events=(Event("yalta", THURSDAY),))
    assert time.process_time() - began < 10


WORDS = st.sampled_from(
    (
        *("May", "June", "15", "1945", "the", "early", "end of", "last", "next", "week", "year"),
        *("Tuesday", "BC", "century", "19th", "summer", "'45", "1930s", "of", "and", "to", "-"),
        *("(", ")", ",", ".", "29", "February", "ult.", "two", "years", "later", "that", "day"),
        *("yesterday", "quarter", "fiscal", "Christmas", "\n", "Juni", "juin", "O.S.", "0", "/"),
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30), st.sampled_from(["", "1945-07-05", "1944-02-29", "-0489"]))
def test_every_date_is_valid_edtf_in_its_place(words: list[str], written: str) -> None:
    text = " ".join(words)
    known = read_date(written) if written else None
    dates = tag_dates(text, written=known)
    for date in dates:
        assert 0 <= date.span.start < date.span.end <= len(text)
        assert not date.span.of(text)[0].isspace()
        assert not date.span.of(text)[-1].isspace()
        if date.value.earliest is not None:
            read = read_date(date.value.edtf)
            assert (read.earliest, read.latest) == (date.value.earliest, date.value.latest)
    for before, after in pairwise(dates):
        assert before.span.end <= after.span.start
    assert tag_dates(text, written=known) == dates


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_tagged(text: str) -> None:
    for language in ("", "en", "de", "fr"):
        tag_dates(text, written=THURSDAY, language=language)
