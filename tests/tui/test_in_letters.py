"""Signs in ASCII: every one of the program's, none of a source's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from provenance.tui.in_letters import VERBATIM, InLetters, in_letters


@pytest.mark.parametrize(
    ("drawn", "letters"),
    [
        pytest.param("━▸ Questions━━", "-> Questions--", id="the edge of a pane with the focus"),
        pytest.param("╭─ Help ─╮", "+- Help -+", id="a box"),
        pytest.param("clerk · line 3", "clerk - line 3", id="the dot between two facts"),
        pytest.param("il·lusió", "il·lusió", id="a dot inside a word is the word's"),
        pytest.param("“a … b” – Kühn", "“a … b” – Kühn", id="punctuation and accents stay"),
    ],
)
def test_signs_become_ascii(drawn: str, letters: str) -> None:
    assert in_letters(drawn) == letters


def test_a_source_keeps_its_signs() -> None:
    segments = [Segment("→ · █", VERBATIM), Segment("→ · █")]
    drawn = InLetters().apply(segments, Color.parse("black"))
    assert [segment.text for segment in drawn] == ["→ · █", "> - #"]


@given(st.text())
def test_nothing_moves(drawn: str) -> None:
    assert cell_len(in_letters(drawn)) == cell_len(drawn)
