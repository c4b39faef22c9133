"""Markers and bodies in plain and damaged text: what is a label, and what is only a number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.citations.markers import find_markers
from provenance.model.notes import MarkerEvidence, MarkerKind


def note_labels(text: str) -> list[str]:
    return [m.label for m in find_markers(text).markers if m.kind is MarkerKind.NOTE]


def paragraph_numbers(text: str) -> list[str]:
    markers = find_markers(text).markers
    return [m.label for m in markers if m.kind is MarkerKind.PARAGRAPH_NUMBER]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("One claim.1 Another claim.2 A third.3", ["1", "2", "3"], id="behind a stop"),
        pytest.param("He “agreed.”7 They “left.”8", ["7", "8"], id="behind quotation marks"),
        pytest.param(
            "It began in 1861,1 and ended in 1865,2 they say.", ["1", "2"], id="year, comma"
        ),
        pytest.param(
            "It was not until June 15.29 that he knew. So he asked.30 Then he left.31",
            ["29", "30", "31"],
            id="behind a date, not a decimal",
        ),
        pytest.param(
            "He died in 194413 They mourned.14 Then all went home.15",
            ["13", "14", "15"],
            id="written onto a year",
        ),
        pytest.param(
            "The zones of Japan.” 19 Hopkins agreed. 20 This was new.21",
            ["19", "20", "21"],
            id="set apart by spaces",
        ),
        pytest.param(
            "It was so. 4The next began.5 It went on.6",
            ["4", "5", "6"],
            id="written onto the next word",
        ),
        pytest.param(
            "Er kam zurück.1 Sie ging „fort“.2 Niemand sah es.3", ["1", "2", "3"], id="German"
        ),
        pytest.param(
            "Wie man weiß1. Das gilt auch hier2. Und dort3.", ["1", "2", "3"], id="before the stop"
        ),
        pytest.param("A point.¹ Another.² A third.¹⁰", ["1", "2", "10"], id="superscript signs"),
        pytest.param("A point.[1] Another [2], and more.[3]", ["1", "2", "3"], id="in brackets"),
        pytest.param(
            "First.1 Second.2 Third.3\n\nChapter 2\n\nFourth.1 Fifth.2 Sixth.3",
            ["1", "2", "3", "1", "2", "3"],
            id="numbering begins anew in the next chapter",
        ),
        pytest.param("First.1 Second.2 Fifth.5 Sixth.6", ["1", "2", "5", "6"], id="two lost"),
    ],
)
def test_labels_are_found_however_they_are_written(text: str, labels: list[str]) -> None:
    assert note_labels(text) == labels


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On June 15 he left. He came back in 1945. There were 42 men.", id="dates"),
        pytest.param("It rose by 3.5 percent, to 12.75 million, or $4.50 each.", id="amounts"),
        pytest.param(
            "See vol. 3, no. 4, pp. 22–29, and chapter 5 below. Read Art. 7.", id="places"
        ),
        pytest.param("In 3,000 cases of 12,500 they lost 1,200.", id="thousands"),
        pytest.param(
            "Read John 3:16 and Gen. 2. 1 Cor. 13 says the same. 2 Tim. 4:7.", id="verses"
        ),
        pytest.param("At 10.30 a.m. they met; at 12.15 they parted.", id="times"),
        pytest.param("1. First point.\n2. Second point.\n3. Third point.\n", id="list numbers"),
        pytest.param(
            "The MI5 man flew an F16, drank H2O and read B12 labels.", id="names with numbers"
        ),
        pytest.param(
            "The 19th century, the 2nd army, the 1930s, 5km away.", id="ordinals and units"
        ),
        pytest.param("An area of 40 km² and of 3 m³.", id="powers"),
        pytest.param("In the year. 12 men were lost. 30 more fled.", id="sentences that count"),
        pytest.param(
            "HEAD\n\n17\n\nText goes on.\n\nTHE HEAD 18\n\nMore text.\n\n19\n\n", id="pages"
        ),
        pytest.param("On March 1 1945, in April 1945, on 12 May 1946 and 3 June 1947.", id="years"),
        pytest.param("§ 12 Abs. 3 BGB, Art. 4 GG, S. 23 f., Bd. 2, Nr. 7.", id="German places"),
        pytest.param("", id="empty"),
        pytest.param(" \n\t \n", id="blank"),
    ],
)
def test_a_number_is_not_yet_a_marker(text: str) -> None:
    assert note_labels(text) == []


ESSAY = (
    "Their problems were urgent. 24 Before Stalin entered the war, he had to obtain approval. It "
    "was "
    "not until June 15.29 that he was officially informed. Soong returned to obtain further "
    "instructions.30 12A to receive these trophies, Stalin had to fulfil two conditions.\n\n"
    "17Stalin raised the area of occupation of Japan.” 19 Hopkins` acceptance may have whetted his "
    "appetite for a zone in Tokyo.20 The point was the lecture by Hopkins. 21 This would justify "
    "it. "
    "36 FRUS: Potsdam, Bd. 2, 1587-1588. See Hasegawa, Racing the Enemy, 142; Hasegawa, “Soviet "
    "Factor,” 213. On July 21, the combined leaders met with their counterparts."
)


def test_paragraph_numbers_of_a_web_page_are_no_notes() -> None:
    assert note_labels(ESSAY) == ["29", "30", "19", "20", "21"]
    assert paragraph_numbers(ESSAY) == ["24", "12", "17"]


def test_a_body_run_into_the_text_ends_where_the_prose_begins() -> None:
    (note,) = find_markers(ESSAY).notes
    assert (note.label, note.marker) == ("36", None)
    assert note.span.of(ESSAY).startswith("FRUS: Potsdam")
    assert note.span.of(ESSAY).endswith("“Soviet Factor,” 213.")


def test_evidence_says_how_a_marker_was_recognised() -> None:
    text = "One.1 Two. 2 Three.[3] Four.⁴"
    found = [(m.label, m.evidence) for m in find_markers(text).markers]
    assert found == [
        ("1", MarkerEvidence.FUSED),
        ("2", MarkerEvidence.PLAIN),
        ("3", MarkerEvidence.BRACKET),
        ("4", MarkerEvidence.SUPERSCRIPT),
    ]


LISTED = (
    "A claim in 1861,1 another.2 And a third.3\n\nNotes\n\n"
    "1 Smith, History 36, no. 4 (1973), p. 22.\n2 Ibid., p. 3.\n3 He had 4 sons. 5 The fifth died"
    ".\n"
)


def test_listed_bodies_are_tied_to_their_markers() -> None:
    found = find_markers(LISTED)
    assert [m.label for m in found.markers] == ["1", "2", "3"]
    bodies = {note.id: note.span.of(LISTED) for note in found.notes}
    assert [bodies[m.note or ""] for m in found.markers] == [
        "Smith, History 36, no. 4 (1973), p. 22.",
        "Ibid., p. 3.",
        "He had 4 sons. 5 The fifth died.",
    ]


@pytest.mark.parametrize(
    "heading",
    ["Notes", "NOTES", "## Endnotes", "Anmerkungen:", "Fußnoten", "References", "**Notes**"],
)
def test_notes_stand_under_many_headings(heading: str) -> None:
    text = f"One thing.\n\n{heading}\n\n1. Smith 1999, 4.\n2. Jones 2000, 5.\n"
    assert [note.label for note in find_markers(text).notes] == ["1", "2"]


def test_each_chapter_has_its_own_notes() -> None:
    chapter = "A claim.1 Another.2\n\nNotes\n\n1 {0}, 4.\n2 {0}, 5.\n\n"
    text = chapter.format("Smith") + chapter.format("Jones")
    found = find_markers(text)
    bodies = {note.id: note.span.of(text) for note in found.notes}
    assert [bodies[m.note or ""] for m in found.markers] == [
        "Smith, 4.",
        "Smith, 5.",
        "Jones, 4.",
        "Jones, 5.",
    ]
    assert [note.series for note in found.notes] == [1, 1, 2, 2]


def test_notes_below_a_ruled_line_need_no_heading() -> None:
    text = "My telegram 28. [1]\n\nI went on. [2]\n\n _\n\n1 Not found.\n\n2 Numbered 73.\n\n_\n"
    found = find_markers(text)
    assert [m.label for m in found.markers] == ["1", "2"]
    assert [note.span.of(text) for note in found.notes] == ["Not found.", "Numbered 73."]


def test_numbered_paragraphs_are_not_notes() -> None:
    body = "The court held that the claim was out of time and that the appeal must fail."
    text = "\n\n".join(f"{n} {body}{n + 40}" for n in range(1, 8))
    found = find_markers(text)
    assert found.notes == ()
    assert [m.label for m in found.markers if m.kind is MarkerKind.NOTE] == [
        str(n) for n in range(41, 48)
    ]
    assert paragraph_numbers(text) == [str(n) for n in range(1, 8)]


def test_a_table_of_contents_and_running_heads_hold_no_labels() -> None:
    text = "I. The war ..... 12\nII. The peace . . . . 34\n\n" + "".join(
        f"Text goes on here without an end.\n\n{n} THE HISTORY\n\n" for n in range(12, 19)
    )
    assert find_markers(text).markers == ()


@given(st.text(alphabet="ab.,;: \n“”'’()[]0123456789¹²Aé", max_size=300))
@settings(max_examples=150, deadline=None)
def test_what_is_found_lies_in_the_text_and_points_to_what_is_there(text: str) -> None:
    found = find_markers(text)
    ids = {note.id for note in found.notes}
    spans = [m.span for m in found.markers]
    assert spans == sorted(spans)
    assert all(not a.overlaps(b) for a, b in pairwise(spans))
    for marker in found.markers:
        assert int(marker.label) > 0
        assert marker.note is None or marker.note in ids
    assert all(0 <= n.span.start <= n.span.end <= len(text) for n in found.notes)


@given(st.lists(st.booleans(), min_size=6, max_size=40))
@settings(max_examples=60, deadline=None)
def test_a_lost_label_hides_no_other(kept: list[bool]) -> None:
    wanted = [str(n) for n, keep in enumerate(kept, 1) if keep]
    gaps = "".join("k" if keep else " " for keep in kept).split("k")
    if not wanted or max(len(gap) for gap in gaps[:-1]) > 1:
        return
    sentences = (f"It was so at that time.{n if keep else ''}" for n, keep in enumerate(kept, 1))
    assert note_labels(" ".join(sentences)) == wanted


def test_notes_at_the_foot_of_pages_leave_the_prose_between_them() -> None:
    page = "It was said.{0} It was denied.{1}\n\n{0} Smith, {0}.\n{1} Jones, {1}.\n\n"
    text = page.format(1, 2) + page.format(3, 4) + "The end came soon.5\n\n5 Brown, 5.\n"
    found = find_markers(text)
    assert [m.label for m in found.markers] == ["1", "2", "3", "4", "5"]
    assert [n.span.of(text) for n in found.notes] == [
        "Smith, 1.",
        "Jones, 2.",
        "Smith, 3.",
        "Jones, 4.",
        "Brown, 5.",
    ]


def test_labels_may_stand_alone_above_their_notes() -> None:
    text = "One.1 Two.2\n\nNotes\n\n1\nSmith 1999, 4.\n2\nJones 2000, 5.\nMore.\n"
    found = find_markers(text)
    assert [m.label for m in found.markers] == ["1", "2"]
    assert [n.span.of(text) for n in found.notes] == ["Smith 1999, 4.", "Jones 2000, 5.\nMore."]
