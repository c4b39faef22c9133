"""Lines joined, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.citations.lines import unwrapped
from provenance.model.spans import Span


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param("a\n   b", "a b", id="an indented line"),
        pytest.param("nego-\ntiate", "negotiate", id="a divided word"),
        pytest.param("Anglo-\nAmerican", "Anglo-American", id="a hyphen of its own"),
        pytest.param("one.\n \ntwo", "one.\n\ntwo", id="a paragraph's end"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_lines_are_joined(text: str, joined: str) -> None:
    assert unwrapped(text, Span(0, len(text))).text == joined


@given(st.text(alphabet="ab-A \n\t", min_size=1, max_size=60), st.data())
@settings(max_examples=100, deadline=None)
def test_every_place_leads_back(text: str, data: st.DataObject) -> None:
    flat = unwrapped(text, Span(0, len(text)))
    if not flat.text:
        return
    start = data.draw(st.integers(0, len(flat.text) - 1))
    end = data.draw(st.integers(start + 1, len(flat.text)))
    back = flat.back(Span(start, end)).of(text)
    kept = [sign for sign in flat.text[start:end] if not sign.isspace()]
    assert [sign for sign in back if not sign.isspace() and sign != "-"] == [
        sign for sign in kept if sign != "-"
    ]
