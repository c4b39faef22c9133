"""Findings about sentences that rest on nothing, and names that look corrupted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model.garbles import Garble
from provenance.model.spans import Span
from tests.checks.of_drafts.drafts import draft, told

NOTES = "\n\n[^1]: A. Feis, The China Tangle (1953), 3.\n"
EVIDENCE = "4 of the 5 letters of “Yalta” in order"

BAD = [
    pytest.param(
        "PV704",
        "He landed on 15 July 1945. But there is more to say.",
        ["1: “He landed on 15 July 1945.” states a date, and has no note."],
        id="a date without a note",
    ),
    pytest.param(
        "PV704",
        "Forty divisions stood at the frontier.\n\nNobody knew.[^1]",
        ["1: “Forty divisions stood at the frontier.” states a number, and has no note."],
        id="a number, and the note of another paragraph",
    ),
    pytest.param(
        "PV705",
        "They kept the secret Jaalta agreement.",
        [f"1: “Jaalta” may stand for “Yalta”: {EVIDENCE}."],
        id="a corrupted name",
    ),
]
GOOD = [
    pytest.param("PV704", "He landed on 15 July 1945.[^1]", [], id="a date with its note"),
    pytest.param("PV704", "He landed on 15 July 1945. So he did.[^1]", [], id="covered further on"),
    pytest.param("PV704", "Did he land on 15 July 1945? We shall see.", [], id="a question"),
    pytest.param("PV705", "They kept the secret Yalta agreement.", [], id="a sound name"),
    pytest.param(
        "PV705", "They kept “the secret Jaalta agreement of February.”[^1]", [], id="quoted"
    ),
]


@pytest.mark.parametrize(("code", "text", "expected"), [*BAD, *GOOD])
def test_findings(code: str, text: str, expected: list[str]) -> None:
    audited = draft(text + NOTES)
    at = text.find("Jaalta")
    if at >= 0:
        suspected = Garble(Span(at, at + len("Jaalta")), "Jaalta", "Yalta", EVIDENCE)
        audited = replace(audited, garbles=(suspected,))
    assert told(code, audited) == expected
