"""Findings about markers and the numbers of notes."""

from __future__ import annotations

import pytest

from tests.checks.of_drafts.drafts import draft, noted, told

SOUND = noted("A. Feis, The China Tangle (1953), 3.", "Ibid., 4.")

CASES = [
    pytest.param("PV302", SOUND, [], id="every marker has its note"),
    pytest.param(
        "PV302",
        "He was told.[^1] Nobody else was.[^4]\n\n[^1]: A. Feis, The China Tangle (1953), 3.\n",
        ["1: Marker 4 has no note."],
        id="a marker without a note",
    ),
    pytest.param("PV303", SOUND, [], id="every note has its marker"),
    pytest.param(
        "PV303",
        "He was told.[^1]\n\n[^1]: A. Feis, The China Tangle (1953), 3.\n\n[^2]: Ibid., 4.\n",
        ["5: Nothing in the text points to note 2, “Ibid., 4.”."],
        id="a note without a marker",
    ),
]


@pytest.mark.parametrize(("code", "text", "messages"), CASES)
def test_markers_and_notes_belong_together(code: str, text: str, messages: list[str]) -> None:
    assert told(code, draft(text)) == messages
