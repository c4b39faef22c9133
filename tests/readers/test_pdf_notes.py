"""Where the notes of a PDF begin, however they are set."""

from __future__ import annotations

from provenance.errors import Place
from provenance.readers.pdf import read_pdf
from provenance.readers.weaver import Reading
from tests.readers.files import is_sound, pairs
from tests.readers.pdf_files import Placed, Sheet, paragraph, pdf_file

PLACE = Place("seeds/a.pdf")
LONG = (
    "The army would be ready, and the conference opened on the day that had been agreed at the "
    "meeting before it. "
)
RULE = b"\n90 140.25 120 0.5 re f"
"""A bar of 120 points above where `at_foot` sets its lines."""


def read(*sheets: Sheet, extra: bytes = b"") -> Reading:
    reading = read_pdf(pdf_file(list(sheets), extra=extra), PLACE)
    is_sound(reading)
    return reading


def lines(*texts: str, y: float = 700, lead: float = 14, x: float = 90, size: float = 12) -> Sheet:
    return [Placed(x, y - lead * at, text, size) for at, text in enumerate(texts)]


def at_foot(*texts: str) -> Sheet:
    return lines(*texts, y=128)


def bodies(reading: Reading) -> list[tuple[str, str]]:
    return [(note.label, note.span.of(reading.text)) for note in reading.notes]


def test_below_a_ruled_line_a_note_goes_on_though_it_is_set_like_the_text() -> None:
    reading = read(
        paragraph(LONG * 3 + "One.^1^")
        + at_foot("^1^ Frank, Downfall, who tells of the losses.", "He is right."),
        paragraph(LONG * 3 + "More. Two.^2^")
        + at_foot("Or so he says, Downfall, 138.", "^2^ Feis."),
        extra=RULE,
    )
    told = "Frank, Downfall, who tells of the losses. He is right. Or so he says, Downfall, 138."
    assert [(label, " ".join(body.split())) for label, body in bodies(reading)] == [
        ("1", told),
        ("2", "Feis."),
    ]


def test_a_rule_that_no_label_ever_stands_below_parts_nothing() -> None:
    sheet = paragraph(LONG * 3) + at_foot("The last words of the page.")
    reading = read(sheet, sheet, extra=RULE)
    assert reading.notes == ()


def test_a_number_at_the_head_of_a_line_is_no_label_where_labels_are_raised() -> None:
    reading = read(
        paragraph(LONG * 3 + "One.^1^ Two.^2^")
        + at_foot("^1^ Papers on the War, 47th Cong., SED", "2 (Ser. 1989), 168.", "^2^ Feis.")
    )
    assert bodies(reading) == [
        ("1", "Papers on the War, 47th Cong., SED 2 (Ser. 1989), 168."),
        ("2", "Feis."),
    ]


def test_level_labels_as_large_as_the_text_are_the_very_numbers_of_the_page() -> None:
    text = paragraph(LONG * 3 + "One.^1^ " + LONG + "Two.^2^")
    assert bodies(read(text + at_foot("1Frank, 138.", "2Feis, 160."))) == [
        ("1", "Frank, 138."),
        ("2", "Feis, 160."),
    ]
    assert bodies(read(text + at_foot("3 First of all.", "4 Second."))) == []


def test_notes_in_print_hardly_smaller_than_the_text_are_notes() -> None:
    text = paragraph(LONG * 6 + "One.^1^", size=11)
    reading = read(text + lines("1 Frank, 138.", y=128, size=10.5))
    assert bodies(reading) == [("1", "Frank, 138.")]


def test_notes_that_close_the_text_need_no_heading() -> None:
    notes = lines("^1^ Frank, 138.", "^2^ Feis, 160, and", "what follows there.", y=700)
    body = [paragraph(LONG * 3 + "One.^1^ " + LONG + "Two.^2^"), paragraph(LONG * 3)]
    assert [pair[1:] for pair in pairs(read(*body, notes))] == [
        ("1", "Frank, 138.", 1),
        ("2", "Feis, 160, and what follows there.", 1),
    ]


def test_endnotes_may_be_numbered_with_roman_numerals() -> None:
    notes = lines("^i^ Frank, 138.", "^ii^ Feis, 160.", "^iii^ Ibid.", y=700, size=10)
    body = paragraph(LONG * 3 + "One.^i^ " + LONG + "Two.^ii^ Three.^iii^")
    assert [pair[1:] for pair in pairs(read(body, paragraph(LONG * 4), notes))] == [
        ("i", "Frank, 138.", 1),
        ("ii", "Feis, 160.", 1),
        ("iii", "Ibid.", 1),
    ]


def test_a_numbered_list_that_closes_the_text_holds_no_notes() -> None:
    listed = lines("1. First of all.", "2. Second.", "3. Third.", y=700)
    reading = read(paragraph(LONG * 3 + "One.^1^ " + LONG), listed)
    assert reading.notes == ()
    assert "1. First of all." in reading.text


def test_labels_may_stand_in_brackets() -> None:
    reading = read(
        paragraph(LONG * 3 + "One.^[1]^ Two.^[2]^") + at_foot("^[1]^ Frank.", "^[2]^ Feis.")
    )
    assert [pair[1:] for pair in pairs(reading)] == [("1", "Frank.", 1), ("2", "Feis.", 1)]


def test_columns_that_stand_close_are_columns_and_labels_that_hang_out_stay_with_theirs() -> None:
    def column(x: float, name: str) -> Sheet:
        text = [f"{name} line {at} is as wide as its column" for at in range(14)]
        return lines(*text, x=x, size=10, lead=12)

    reading = read(
        [
            *column(60, "Left"),
            *column(246, "Right"),
            *lines("Marked.^9^ Again.^10^", x=60, y=520, size=10),
            *lines("10. Feis, who hangs out", y=120, x=232, size=8),
            *lines("9. Frank, who hangs out", y=132, x=236, size=8),
            *lines("as labels do.", y=108, x=246, size=8),
        ]
    )
    assert reading.text.index("Left line 13") < reading.text.index("Right line 0")
    assert bodies(reading) == [
        ("9", "Frank, who hangs out"),
        ("10", "Feis, who hangs out as labels do."),
    ]


def test_a_large_initial_belongs_to_the_word_it_begins() -> None:
    words = ["he army was ready, as had", "been agreed, and went over."]
    reading = read(
        [
            Placed(90, 686, "T", 36),
            *lines(*words, x=114, y=700),
            *paragraph(LONG * 2, y=660),
        ]
    )
    assert "The army was ready, as had been agreed, and went over." in reading.text
