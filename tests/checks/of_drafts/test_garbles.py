"""Findings about names that look corrupted."""

from __future__ import annotations

from dataclasses import replace

from provenance.model.garbles import Garble
from provenance.model.spans import Span
from tests.checks.of_drafts.drafts import draft, told

EVIDENCE = "4 of the 5 letters of “Yalta” in order"


def _told(text: str) -> list[str]:
    at = text.index("Jaalta")
    garble = Garble(Span(at, at + 6), "Jaalta", "Yalta", EVIDENCE)
    return told("PV705", replace(draft(text), garbles=(garble,)))


def test_a_corrupted_name_is_told_with_what_speaks_for_it() -> None:
    assert _told("They kept the secret Jaalta agreement.") == [
        f"1: “Jaalta” may stand for “Yalta”: {EVIDENCE}."
    ]


def test_within_a_quotation_it_is_the_source_s_word() -> None:
    assert _told("They kept “the secret Jaalta agreement of February.”") == []
