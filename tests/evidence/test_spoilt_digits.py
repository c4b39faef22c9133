"""Digits that recognition took for letters: which are read, and which are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.evidence.spoilt_digits import spoilt_digits, told, with_digits
from provenance.model.spans import Span


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("2l2 tons of coal", "212 tons of coal", id="l between digits"),
        pytest.param("died on the 2Oth", "died on the 20th", id="O before an ordinal's ending"),
        pytest.param("the l4th of March, I890", "the 14th of March, 1890", id="at the front"),
        pytest.param("in 19S0 and 1B42", "in 1950 and 1842", id="S and B between digits"),
        pytest.param("1,O00 sheep", "1,000 sheep", id="behind a separator"),
        pytest.param("loss in 18l7.", "loss in 1817.", id="before a full stop"),
    ],
)
def test_spoilt_digits_are_read(text: str, read: str) -> None:
    found = spoilt_digits(text)
    assert with_digits(text, found) == read
    assert "read as" in told(text, Span(0, len(text)), found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("5l of milk, 100l in notes", id="litres and pounds"),
        pytest.param("flat 8B, 4S and B8", id="a letter behind or before"),
        pytest.param("the I5 road, Il, Oslo, lO", id="no digit enough"),
        pytest.param("H2O and CO2", id="formulas"),
        pytest.param("12 and 1,000 on the 20th", id="clean digits"),
        pytest.param("x2l2 2l2x", id="within a word"),
    ],
)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    assert spoilt_digits(text) == ()
    assert told(text, Span(0, len(text)), ()) == ""


@given(st.text(alphabet="0123456789lIOSB|,. sthnd", max_size=40))
@settings(max_examples=100, deadline=None)
def test_every_offset_stays(text: str) -> None:
    found = spoilt_digits(text)
    read = with_digits(text, found)
    assert len(read) == len(text)
    changed = {i for i in range(len(text)) if text[i] != read[i]}
    assert changed <= {i for each in found for i in range(each.span.start, each.span.end)}
