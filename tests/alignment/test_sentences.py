"""Sentences end where a reader would end them, and hold all that is not blank."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.alignment.sentences import LONGEST, sentences
from tests.factories import HARD_TEXTS

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("I called on Dr. Soong.|He left.", id="title"),
        pytest.param("Hall et al. (2006) saw it.|So did Jones et al.|The rest", id="et al."),
        pytest.param("T. V. Soong and T.V. Soong met.|They spoke.", id="initials"),
        pytest.param("Message No. 308 came.|It said no.|Then it ended.", id="a number, and a no"),
        pytest.param("See Bd. 2, p. 5.|Vgl. S. 12.|See 213.|On July 21", id="references"),
        pytest.param("the U.S.-British leaders and the U.S. Army of the U.S.|He left.", id="U.S."),
        pytest.param("until June 15.29 that he was told.|Soong", id="marker in mid-sentence"),
        pytest.param("on June 15.29|He was told.", id="marker before a capital"),
        pytest.param("on June 15.[^29]|He was told.", id="a written-out marker before a capital"),
        pytest.param("were told.[4][^a-b]|The rest", id="two markers before a capital"),
        pytest.param("further instructions.30|12A to receive", id="marker after a word"),
        pytest.param("occupation zones.”|19 Hopkins` acceptance", id="paragraph number"),
        pytest.param("the war.¹|The peace.[2]|The end.", id="superscript and bracket"),
        pytest.param("a rise of 10.5 per cent.|Then a fall.", id="decimal"),
        pytest.param("on July 2.|Soong insisted.", id="a day ends a sentence"),
        pytest.param("Am 5. Juli kam er.|Der 2. Weltkrieg begann.", id="German ordinals"),
        pytest.param("“Go!” he said.|“Where?” she asked.|“Home.”|He went.", id="speech"),
        pytest.param("Wait... what?|Yes…|No . . . never.", id="ellipses"),
        pytest.param(
            "W. A. Harriman and A. B. Smith (ed.), Foo.|Bar.", id="initial like an article"
        ),
        pytest.param("by Smith et al. in 1990, etc.|The end.", id="et al. and etc."),
        pytest.param("It ended.|(It began.)|[It went on.]", id="brackets"),
        pytest.param(
            "# A heading|Text here\nand on.|- one thing|- another|1. First.", id="markdown"
        ),
        pytest.param("One line\ngoes on|Another paragraph", id="paragraphs"),
        pytest.param("He came in\n1945.|He left.", id="a year at a line's start"),
        pytest.param("蒋介石得知。|宋子文反对！|“好。”|他说。", id="Chinese"),
        pytest.param("वह आया।|वह गया।", id="Hindi"),
        pytest.param("Он жил в г. Москве.|Он уехал.", id="Russian"),
        pytest.param("The end of it. .", id="signs without words join what is before them"),
    ],
)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", _between(marked))
    assert [span.of(text) for span in sentences(text)] == marked.split("|")


def _between(marked: str) -> str:
    if marked[0] == "#" or "paragraph" in marked:
        return "\n\n"
    return "" if marked[0] == "蒋" else " "


def test_a_list_is_one_sentence_an_item_without_blank_lines() -> None:
    text = "Three points:\n- one\n- two\n1. three\n2. four\n"
    assert [span.of(text) for span in sentences(text)] == [
        "Three points:",
        "- one",
        "- two",
        "1. three",
        "2. four",
    ]


def test_sentences_run_on_where_one_was_glued_to_the_next() -> None:
    text = "It ended.The next began."
    assert [span.of(text) for span in sentences(text)] == ["It ended.", "The next began."]


def test_the_day_of_the_essay_is_not_a_decimal_nor_an_end() -> None:
    path = next(iter(SEEDS.glob("003_*.txt")), None)
    if path is None:
        pytest.skip("the example's sources are not here")
    text = path.read_text(encoding="utf-8")
    shown = [span.of(text) for span in sentences(text)]
    assert sum("June 15.29 that he was officially informed" in words for words in shown) == 1
    assert "36 FRUS: Potsdam, Bd. 2, 1587-1588." in shown


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(HARD_TEXTS.values()))
    | st.text(max_size=60)
    | st.text(alphabet="aB1. \n!?“”-#*|", max_size=80)
)
def test_sentences_hold_all_that_is_not_blank(text: str) -> None:
    spans = sentences(text)
    assert all(span.of(text).strip() for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    held = "".join(span.of(text) for span in spans)
    assert "".join(held.split()) == "".join(text.split())


def test_what_has_no_full_stop_is_cut_at_blanks() -> None:
    text = "word " * 2_000
    spans = sentences(text)
    assert max(len(span) for span in spans) <= LONGEST
    assert {span.of(text).split()[-1] for span in spans} == {"word"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * 3_000_000, id="no blanks"),
        pytest.param("." * 3_000_000, id="full stops"),
        pytest.param("a." * 300_000, id="initials"),
        pytest.param("\n" * 1_000_000, id="empty lines"),
        pytest.param("- " * 500_000, id="bullets in a line"),
    ],
)
def test_hostile_texts_are_cut_in_time(text: str) -> None:
    start = time.process_time()
    sentences(text)
    assert time.process_time() - start < 8
