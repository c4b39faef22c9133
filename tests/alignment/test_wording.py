"""What one word is when wording is compared."""

from __future__ import annotations

import pytest

from provenance.alignment.wording import words_of


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("a well-known man", ["a", "well-known", "man"], id="compound"),
        pytest.param("a well-\nknown man", ["a", "well-\nknown", "man"], id="compound, broken"),
        pytest.param("cost $1,587.50 net", ["cost", "$1,587.50", "net"], id="sum"),
        pytest.param("15% or 15 %", ["15%", "or", "15 %"], id="per cent"),
        pytest.param("of -5 or 3-5", ["of", "-5", "or", "3", "5"], id="sign, and range"),
        pytest.param("at 12:30, 5/7/1945.", ["at", "12:30", "5/7/1945"], id="time and day"),
        pytest.param("China`s 10² m", ["China`s", "10²", "m"], id="genitive and power"),
        pytest.param("六月15日", ["六", "月", "15", "日"], id="Chinese"),
    ],
)
def test_words_as_printed(text: str, printed: list[str]) -> None:
    found = words_of(text)
    assert [word.printed for word in found] == printed
    assert [word.span.of(text) for word in found] == printed


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param("Bridge", "bridge", True, id="case"),
        pytest.param("well-known", "well-\nknown", True, id="line end at a hyphen"),
        pytest.param("wellknown", "well-\nknown", True, id="line end within a word"),
        pytest.param("wellknown", "well-known", False, id="hyphen within a line"),
        pytest.param("café", "cafe\u0301", True, id="how the accent is written"),
        pytest.param("café", "cafe", False, id="accent"),
        pytest.param("1,587", "1587", False, id="thousands"),
    ],
)
def test_same_word(left: str, right: str, same: bool) -> None:
    assert words_of(left)[0].same_as(words_of(right)[0]) is same
