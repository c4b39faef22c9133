from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from provenance.rendering.wrapping import Paper, fitted, laid_out, listed, wrapped

WORDS = st.lists(
    st.text(alphabet="abcdefgh蒋介石é", min_size=1, max_size=30), min_size=1, max_size=20
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(WORDS, st.integers(4, 60))
def test_every_line_fits_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="abcd", min_size=1, max_size=9), min_size=1), st.integers(9, 40))
def test_a_word_that_fits_a_line_is_never_broken(words: list[str], width: int) -> None:
    lines = list(wrapped(" ".join(words), width))
    assert [word for line in lines for word in line.split()] == words


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("one two three", 7, ["one two", "three"], id="at words"),
        pytest.param("abcdefghij", 4, ["abcd", "efgh", "ij"], id="inside a word too long"),
        pytest.param("蒋介石于一九", 4, ["蒋介", "石于", "一九"], id="wide letters count two"),
        pytest.param("", 4, [], id="nothing"),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert list(wrapped(text, width)) == lines


def test_what_follows_hangs_under_the_start() -> None:
    lines = laid_out("one two three four five", Paper(30), lead="lead: ", indent=2)
    assert lines == ["  lead: one two three four", "        five"]


def test_a_lead_too_long_stands_on_its_own_line() -> None:
    lines = laid_out("one two three", Paper(20), lead="a very long lead: ")
    assert lines == ["a very long lead:", "    one two three"]


def test_without_a_width_nothing_is_wrapped() -> None:
    assert laid_out("word " * 100, Paper(None)) == [("word " * 100).strip()]


def test_colour_is_put_on_the_lead_alone_and_after_escaping() -> None:
    (line,) = laid_out("\x1b[31m", Paper(40, colour=True), lead="x\x1b: ", style="bold")
    assert line == "\x1b[1mx␛:\x1b[0m ␛[31m"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("abc", "abc   ", id="short text is padded"),
        pytest.param("abcdefgh", "abcde…", id="long text is cut with a sign"),
        pytest.param("蒋介石于", "蒋介… ", id="wide letters are never cut in half"),
    ],
)
def test_fitting_to_a_column(text: str, shown: str) -> None:
    assert fitted(text, 6) == shown
    assert cell_len(fitted(text, 6)) == 6


def test_items_stay_whole() -> None:
    lines = listed(["one two", "three four", "five"], Paper(20), lead="L: ")
    assert lines == ["L: one two", "   three four   five"]
