"""Long texts laid out in lines that know their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from provenance.model.spans import Span
from provenance.tui.reading import Layout, Steps, found

PROSE = "The bridge was closed on June 15.29 He said “not now”, twice.\n\nThe river rose."


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab \n\t蒋é\u202e\u0301", max_size=60), st.integers(8, 20))
def test_every_character_is_on_one_line_that_fits(text: str, width: int) -> None:
    layout = Layout(text, width)
    spans = [layout.span_of(line) for line in range(len(layout))]
    assert "".join(span.of(text) for span in spans) == text
    for line, span in enumerate(spans):
        assert cell_len("".join(layout.pieces(line)).rstrip()) <= layout.width
        for offset in range(span.start, span.end):
            assert layout.line_of(offset) == line
            assert layout.offset_at(line, layout.column_of(offset)) >= offset


def test_what_would_act_on_a_terminal_is_drawn_as_a_sign() -> None:
    assert "".join(Layout("a\x1b[31mb\u202ec", 40).pieces(0)) == "a␛[31mb⟨U+202E⟩c"


def test_a_step_goes_from_word_to_word_over_what_stands_between() -> None:
    steps, seen = Steps(PROSE), list[str]()
    word = steps.word_at(0)
    while not seen or word.of(PROSE) != seen[-1]:
        seen.append(word.of(PROSE))
        word = steps.word(word.end - 1, 1)
    assert seen[:8] == ["The", "bridge", "was", "closed", "on", "June", "15.29", "He"]
    assert seen[-2:] == ["river", "rose"]
    back = [word.of(PROSE)]
    while word.start:
        word = steps.word(word.start, -1)
        back.append(word.of(PROSE))
    assert back == list(reversed(seen))


@pytest.mark.parametrize(
    ("words", "places"),
    [
        pytest.param("THE BRIDGE", ["The bridge"], id="whatever the case"),
        pytest.param('"not now"', ["“not now”"], id="whatever the quotation marks"),
        pytest.param("twice. the", ["twice.\n\nThe"], id="over a line end"),
        pytest.param("the", ["The", "The"], id="every place"),
        pytest.param(".", [".", ".", "."], id="no pattern"),
        pytest.param(" ", [], id="no words"),
    ],
)
def test_words_are_found_as_a_reader_means_them(words: str, places: list[str]) -> None:
    assert [span.of(PROSE) for span in found(PROSE, words)] == places


def test_a_sentence_is_stepped_over_whole() -> None:
    steps = Steps(PROSE)
    last = steps.sentence(len(PROSE) - 1, 0)
    assert last.of(PROSE) == "The river rose."
    assert steps.sentence(last.start, 1) == last
    assert steps.sentence(0, -1).start == 0


def test_a_text_without_words_has_no_place_to_go_to() -> None:
    steps = Steps(" \n… ")
    assert steps.word_at(0) == steps.word(0, 1) == steps.word(0, -1) == Span(0, 0)


WRAPPED = (
    "You will have heard of the fire by now. It broke out in\n"
    "the Customs House on the night of the fourteenth, late,\n"
    "and the roof was gone.\n"
    "\n"
    "Edwin Hollis\n"
)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param(WRAPPED, 60, WRAPPED.split("\n"), id="what fits stands as in the file"),
        pytest.param(
            WRAPPED,
            40,
            [
                "You will have heard of the fire by now.",
                "It broke out in the Customs House on the",
                "night of the fourteenth, late, and the",
                "roof was gone.",
                "",
                "Edwin Hollis",
                "",
            ],
            id="prose that was wrapped more widely runs on",
        ),
        pytest.param(
            "The curfew tolls the knell of parting day,\nThe lowing herd\nwinds o'er the lea\n",
            30,
            [
                "The curfew tolls the knell of",
                "parting day,",
                "The lowing herd",
                "winds o'er the lea",
                "",
            ],
            id="verses keep their ends",
        ),
        pytest.param(
            "[^1]: Statement of the harbour master, and\n[^2]: List of the dead.\n",
            30,
            ["[^1]: Statement of the harbour", "master, and", "[^2]: List of the dead.", ""],
            id="what begins something of its own begins a line",
        ),
    ],
)
def test_a_text_that_was_wrapped_is_not_wrapped_twice(
    text: str, width: int, lines: list[str]
) -> None:
    layout = Layout(text, width)
    assert ["".join(layout.pieces(n)).rstrip() for n in range(len(layout))] == lines


def test_a_line_of_the_file_is_numbered_where_it_begins() -> None:
    layout = Layout(WRAPPED, 40)
    begun = [layout.begun(line) for line in range(len(layout))]
    assert begun == [
        0,
        WRAPPED.index("the Customs"),
        WRAPPED.index("and the roof"),
        None,
        *begun[4:],
    ]
    assert begun[5] == WRAPPED.index("Edwin")


def test_signs_are_drawn_behind_their_characters_and_take_room() -> None:
    text = "It burned down on the fifteenth. Eleven died."
    at = text.index(" Eleven") - 1
    layout = Layout(text, 32, {at: "[1]"})
    lines = ["".join(layout.pieces(line)).rstrip() for line in range(len(layout))]
    assert lines == ["It burned down on the", "fifteenth.[1] Eleven died."]
    assert layout.offset_at(1, layout.column_of(at + 2)) == at + 2
