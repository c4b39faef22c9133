"""Findings about markers and the numbers of notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model.notes import MarkerEvidence
from tests.checks.of_drafts.drafts import draft, noted, told

FEIS = "A. Feis, The China Tangle (1953), 3."
SOUND = noted(FEIS, "Ibid., 4.", "Ibid., 5.")


def marked(*labels: str, notes: str = "") -> str:
    """Sentences with these markers, one a line, and notes with these labels."""
    said = [f"It was told in the city.[^{label}]" for label in labels]
    bodies = [f"[^{label}]: A. Feis, The China Tangle (1953), {label}." for label in notes.split()]
    return "\n\n".join([*said, *bodies]) + "\n"


BAD = [
    pytest.param(
        "PV302", marked("1", "4", notes="1"), ["3: Marker 4 has no note."],
        id="a marker without a note",
    ),
    pytest.param(
        "PV302", marked(*map(str, range(1, 13)), notes="1"), ["3: 11 of 12 markers have no note."],
        id="all notes lost is one finding",
    ),
    pytest.param(
        "PV303", marked("1", notes="1 2"),
        ["5: Nothing in the text points to note 2, “A. Feis, The China Tangle (1953), 2.”."],
        id="a note without a marker",
    ),
    pytest.param(
        "PV304", marked("1", "2", notes="1 2 2"),
        ["9: Two notes bear the number 2; the first is in line 7."], id="two notes, one number",
    ),
    pytest.param(
        "PV304", marked("1", "2", "2", "3", notes="1 2 3"),
        ["5: Two markers bear the number 2; the first is in line 3."],
        id="two markers, one number",
    ),
    pytest.param(
        "PV305", marked("1", "3", "2", "4", notes="1 2 3 4"),
        ["3: Marker 3 stands between 1 and 2."], id="two markers changed places",
    ),
    pytest.param(
        "PV305", marked("3", "1", "2", "4", notes="1 2 3 4"), ["1: Marker 3 stands before 1."],
        id="the first is misplaced",
    ),
    pytest.param(
        "PV305", marked("1", "2", "7", "8", "3", "4", "5", "6", notes="1 2 3 4 5 6 7 8"),
        ["5: Markers 7 to 8 stand between 2 and 3."], id="what was moved together is told together",
    ),
    pytest.param(
        "PV305", marked("1", "2", "5", notes="1 2 5"),
        ["5: Marker 5 follows 2: numbers 3 to 4 are missing."], id="numbers left out",
    ),
    pytest.param(
        "PV306", "It was[^1] told.\n\nHe knew [^2] it.\n\n[^1]: Feis, 3.\n\n[^2]: Feis, 4.\n",
        ["3: A blank stands before marker 2, behind “knew”."], id="a blank before the marker",
    ),
    pytest.param(
        "PV306", "It was[^1]told.\n\nHe knew[^2] it.\n\n[^1]: Feis, 3.\n\n[^2]: Feis, 4.\n",
        ["1: The text goes on without a blank behind marker 1: “was[^1]told.”."],
        id="no blank behind the marker",
    ),
    pytest.param(
        "PV307", "He knew.[^1]\n\nIt was.[^2]\n\n[^1]: 3. Feis, 3.\n\n[^2]: Feis, 4.\n",
        ["5: Note 1 begins with the number 3, typed by hand."], id="a number typed by hand",
    ),
    pytest.param(
        "PV307", marked("1", "soong", "2", "3", notes="1 soong 2 3"),
        ["5: Marker 2 will be shown as 3, and 1 more move too."],
        id="a named note moves the numbers behind it",
    ),
]  # fmt: skip

GOOD = [
    *(pytest.param(f"PV30{n}", SOUND, id=f"PV30{n}: a sound draft") for n in range(2, 8)),
    pytest.param(
        "PV304", marked(*"123142536", notes="1 2 3 4 5 6"), id="numbered references come again"
    ),
    pytest.param(
        "PV305", marked("1", "2", "1", "3", "2", "4", notes="1 2 3 4"),
        id="the first note pointed to again begins nothing anew",
    ),
    pytest.param("PV305", marked("24", "25", "26", notes="24 25 26"), id="a chapter from note 24"),
    pytest.param("PV305", marked("1", "2", notes="2 1"), id="Markdown's notes stand anywhere"),
    pytest.param("PV305", marked("1", "4", notes="1 2 3"), id="a number no note has is PV302"),
    pytest.param("PV305", marked("1", "3", notes="1 2 3"), id="a note without a marker is PV303"),
    pytest.param(
        "PV306", "It was[^1]—he knew[^2], and said.[^3]\n\n[^1]: F.\n\n[^2]: F.\n\n[^3]: F.\n",
        id="a dash or a comma behind a marker",
    ),
    pytest.param(
        "PV307", "He knew.[^1]\n\n[^1]: 15. Juni 1945, in: FRUS, 12.\n", id="a day is no number"
    ),
    pytest.param("PV307", marked("a", "b", notes="a b"), id="names are no numbers"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "messages"), BAD)
def test_what_is_wrong_is_told(code: str, text: str, messages: list[str]) -> None:
    assert told(code, draft(text)) == messages


@pytest.mark.parametrize(("code", "text"), GOOD)
def test_what_is_right_is_not(code: str, text: str) -> None:
    assert told(code, draft(text)) == []


LIST = "\n\nNotes\n\n1. Feis, The China Tangle (1953), 3.\n2. Feis, 4.\n3. Feis, 5.\n4. Feis, 6.\n"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        pytest.param(
            "It was told in June.1 He knew of the terms.[2] They met in the city.[3] He left.[4]",
            ["1: Marker 1 is fused to “June.”."],
            id="one is fused",
        ),
        pytest.param(
            "It was told in June. [1] He knew of the terms. [2] They met. [3] He left. [4]", [],
            id="brackets behind a blank are the house's manner",
        ),
        pytest.param(
            "It was told in June.[1] He knew of the terms.[2] They met. [3] He left.[4]",
            ["1: A blank stands before marker 3, behind “met.”."], id="one bracket behind a blank",
        ),
    ],
)  # fmt: skip
def test_markers_of_plain_text(text: str, messages: list[str]) -> None:
    assert told("PV306", draft(text + LIST, format_="txt")) == messages


def _plain(markers: str, notes: str) -> str:
    said = ("It was told to the minister in the city.", "Nobody knew what would come of it.")
    body = " ".join(f"{said[at % 2]}[{n}]" for at, n in enumerate(markers.split()))
    bodies = "\n\n".join(f"{n}. Feis, The China Tangle (1953), {n}." for n in notes.split())
    return f"{body}\n\nNotes\n\n{bodies}\n"


@pytest.mark.parametrize(
    ("code", "markers", "notes", "messages"),
    [
        pytest.param(
            "PV305", "1 3 2 4 5", "1 2 3 4 5", ["1: Marker 3 stands between 1 and 2."],
            id="out of order",
        ),
        pytest.param("PV303", "1 3 2 4 5", "1 2 3 4 5", [], id="and for that not missing"),
        pytest.param(
            "PV304", "1 2 3 3 5 6", "1 2 3 4 5 6",
            ["1: Two markers bear the number 3; the first is in line 1."], id="a marker again",
        ),
        pytest.param(
            "PV304", "1 2 3 4", "1 2 3 3 4",
            ["11: Two notes bear the number 3; the first is in line 9."], id="a note again",
        ),
    ],
)  # fmt: skip
def test_numbers_of_plain_text(code: str, markers: str, notes: str, messages: list[str]) -> None:
    assert told(code, draft(_plain(markers, notes), format_="txt")) == messages


def test_many_fused_markers_are_told_of_once() -> None:
    said = "".join(f"It was told in June.{n} And he knew of the terms. " for n in range(1, 8))
    notes = "".join(f"{n}. Feis, The China Tangle (1953), {n}.\n" for n in range(1, 8))
    audited = draft(f"{said}\n\nNotes\n\n{notes}", format_="txt")
    assert told("PV306", audited) == [
        "1: 7 markers are fused to the words before them, the first to “June.”."
    ]


def test_a_blank_the_text_leaves_out_is_told_of_too() -> None:
    """In a word processor's file the marker's sign and the blank before it are no text."""
    sound = draft("It was told that day.[^1] He knew.[^2]\n\n[^1]: Feis, 3.\n\n[^2]: Feis, 4.\n")
    first, second = sound.document.markers
    markers = (first, replace(second, is_detached=True, evidence=MarkerEvidence.LINK))
    audited = replace(sound, document=replace(sound.document, markers=markers))
    assert told("PV306", audited) == ["1: A blank stands before marker 2, behind “knew.”."]


def test_a_marker_that_leads_to_another_note_is_told() -> None:
    sound = draft(marked("1", "2", notes="1 2"))
    first, second = sound.document.markers
    markers = (first, replace(second, label="3"))
    document = replace(sound.document, markers=markers, format="html")
    audited = replace(sound, document=document)
    assert told("PV307", audited) == ["3: Marker 3 leads to note 2."]


def test_notes_listed_out_of_order_are_told() -> None:
    sound = draft(marked("1", "2", "3", notes="1 2 3"))
    one, two, three = sound.document.notes
    notes = (one, replace(two, label="3"), replace(three, label="2"))
    document = replace(sound.document, notes=notes, format="html")
    assert told("PV305", replace(sound, document=document)) == ["9: Note 3 stands between 1 and 2."]
