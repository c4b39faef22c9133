"""One set of rules for text, markers and notes, whatever the format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.spans import Span
from provenance.readers.weaver import (
    CELL,
    LINE,
    PARAGRAPH,
    Weaver,
    series_of,
    valid_language,
)
from tests.readers.files import is_sound, pairs


def test_a_marker_is_a_place_between_words_and_no_word_itself() -> None:
    weaver = Weaver()
    weaver.words("On June 15")
    weaver.mark("a", "5")
    weaver.words(" the Chiefs met. ")
    weaver.mark("b", "6")
    weaver.note_apart("a", "5").words("Hasegawa, 142.")
    weaver.note_apart("b", "6").words("Frank, 138.")
    reading = weaver.finish()
    assert reading.text == "On June 15 the Chiefs met.\n\nHasegawa, 142.\n\nFrank, 138."
    assert [marker.span for marker in reading.markers] == [Span(10, 10), Span(26, 26)]
    assert [note.span.of(reading.text) for note in reading.notes] == [
        "Hasegawa, 142.",
        "Frank, 138.",
    ]


@pytest.mark.parametrize(
    ("before", "detached"),
    [
        pytest.param("told", False, id="right behind the word"),
        pytest.param("told ", True, id="behind a blank"),
        pytest.param("told\n   ", False, id="where the file's line was broken"),
    ],
)
def test_a_blank_before_a_marker_is_remembered(before: str, detached: bool) -> None:
    weaver = Weaver()
    weaver.words(before)
    weaver.mark("a", "1")
    weaver.words(" that day.")
    reading = weaver.finish()
    assert reading.text == "told that day."
    assert [marker.is_detached for marker in reading.markers] == [detached]


def test_a_marker_that_opens_a_paragraph_stands_in_that_paragraph() -> None:
    weaver = Weaver()
    weaver.words("One.")
    weaver.part(PARAGRAPH)
    weaver.mark("a", "1")
    weaver.words("Two.")
    assert weaver.finish().markers[0].span == Span(6, 6)


def test_a_note_within_a_note_follows_it() -> None:
    weaver = Weaver()
    weaver.words("Text.")
    weaver.mark("a", "1")
    outer = weaver.note_apart("a", "1")
    outer.words("Outer")
    outer.mark("b", "2")
    outer.words(" ends.")
    outer.note_apart("b", "2").words("Inner.")
    reading = weaver.finish()
    assert reading.text == "Text.\n\nOuter ends.\n\nInner."
    assert pairs(reading) == [
        ("Text.", "1", "Outer ends.", 1),
        ("Text.\n\nOuter", "2", "Inner.", 1),
    ]


def test_a_note_of_many_paragraphs_is_one_note() -> None:
    weaver = Weaver()
    weaver.open_note("a", "1")
    weaver.words("One.")
    weaver.part(PARAGRAPH)
    weaver.words("Two.")
    weaver.close_note("a")
    weaver.words("After.")
    reading = weaver.finish()
    assert reading.notes[0].span.of(reading.text) == "One.\n\nTwo."
    assert reading.notes[0].marker is None


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        pytest.param(["a", " ", "b"], "a b", id="blanks run together"),
        pytest.param(["a ", " \n b"], "a b", id="line ends in markup are blanks"),
        pytest.param(["a", LINE, LINE, "b"], "a\nb", id="breaks do not pile up"),
        pytest.param(["a", LINE, PARAGRAPH, CELL, "b"], "a\n\nb", id="the firmest break counts"),
        pytest.param([PARAGRAPH, "a", PARAGRAPH], "a", id="none at the ends"),
        pytest.param(["S.\u00a05"], "S.\u00a05", id="a no-break space stays"),
        pytest.param(["re\u00adsumed"], "resumed", id="a hyphen that may break shows nothing"),
    ],
)
def test_breaks_and_blanks(pieces: list[str], text: str) -> None:
    weaver = Weaver()
    for piece in pieces:
        if piece in (LINE, PARAGRAPH, CELL):
            weaver.part(piece)
        else:
            weaver.words(piece)
    assert weaver.finish().text == text


@pytest.mark.parametrize(
    ("raised", "shown"),
    [
        pytest.param("2", "10²", id="an exponent stays raised"),
        pytest.param("-12", "10⁻¹²", id="with its sign"),
        pytest.param("th", "10th", id="letters of an ordinal do not"),
    ],
)
def test_raised_figures_do_not_run_into_numbers(raised: str, shown: str) -> None:
    weaver = Weaver()
    weaver.words("10")
    weaver.raised(raised)
    assert weaver.finish().text == shown


@pytest.mark.parametrize(
    ("notes", "series"),
    [
        pytest.param([("", "1"), ("", "2"), ("", "3")], [1, 1, 1], id="one numbering"),
        pytest.param([("", "1"), ("", "2"), ("", "1")], [1, 1, 2], id="a number comes again"),
        pytest.param([("", "5"), ("", "6"), ("", "1")], [1, 1, 2], id="1 after a higher one"),
        pytest.param([("", "1"), ("", "2"), ("", "4"), ("", "3")], [1] * 4, id="out of order"),
        pytest.param([("f", "1"), ("e", "i"), ("f", "2")], [1, 2, 1], id="footnotes and endnotes"),
        pytest.param([("", "*"), ("", "*"), ("", "1")], [1, 1, 1], id="asterisks do not count"),
    ],
)
def test_numberings_are_kept_apart(notes: list[tuple[str, str]], series: list[int]) -> None:
    assert series_of(notes) == series


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        pytest.param("de_DE", "de-DE", id="an underscore"),
        pytest.param(" en ", "en", id="blanks"),
        pytest.param("C", "", id="no language"),
        pytest.param("english text", "", id="words"),
    ],
)
def test_a_language_is_a_tag_or_nothing(said: str, tag: str) -> None:
    assert valid_language(said) == tag


def test_pages_run_to_the_next_and_notes_stand_on_the_page_of_their_marker() -> None:
    weaver = Weaver()
    weaver.page("7")
    weaver.words("One.")
    weaver.mark("a", "1")
    weaver.part(PARAGRAPH)
    weaver.page("8")
    weaver.words("Two.")
    weaver.note_apart("a", "1").words("Note.")
    reading = weaver.finish()
    assert [(p.label, p.span.of(reading.text)) for p in reading.pages] == [
        ("7", "One.\n\n"),
        ("8", "Two."),
        ("7", "Note."),
    ]


_ACTS = st.one_of(
    st.tuples(
        st.just("words"),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=6),
    ),
    st.tuples(st.just("part"), st.sampled_from([LINE, PARAGRAPH, CELL])),
    st.tuples(st.sampled_from(["mark", "open", "close", "apart", "page"]), st.sampled_from("abc")),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(_ACTS, max_size=25))
def test_whatever_is_woven_every_place_lies_in_the_text(acts: list[tuple[str, str]]) -> None:
    weaver = Weaver()
    for act, what in acts:
        if act == "words":
            weaver.words(what)
        elif act == "part":
            weaver.part(what)
        elif act == "mark":
            weaver.mark(what, what)
        elif act == "open":
            weaver.open_note(what, what)
        elif act == "close":
            weaver.close_note(what)
        elif act == "apart":
            weaver.note_apart(what, what).words(f"note {what}")
        else:
            weaver.page(what)
    reading = weaver.finish()
    for note in reading.notes:
        assert 0 <= note.span.start <= note.span.end <= len(reading.text)
    if not any(act == "open" for act, _ in acts):
        is_sound(reading)
