"""PDF pages as a person reads them."""

from __future__ import annotations

import time

import pytest

from provenance.errors import Place, ProvenanceError
from provenance.model.notes import MarkerEvidence
from provenance.readers.pdf import read_pdf
from provenance.readers.weaver import Reading
from tests.readers.files import is_sound, pairs
from tests.readers.pdf_files import Placed, Sheet, paragraph, pdf_file

PLACE = Place("seeds/a.pdf")
LONG = (
    "The army would be ready, and the conference opened on the day that had been agreed at the "
    "meeting before it. "
)


def read(*sheets: Sheet, labels: str = "") -> Reading:
    reading = read_pdf(pdf_file(list(sheets), labels=labels), PLACE)
    is_sound(reading)
    return reading


def foot(*notes: str, y: float = 120) -> Sheet:
    return [
        line
        for at, note in enumerate(notes)
        for line in paragraph(note, y=y - 24 * at, size=9, lead=10)
    ]


def test_raised_numbers_are_markers_and_small_print_at_the_foot_their_notes() -> None:
    reading = read(
        paragraph(LONG * 3 + "On June 15^1^ they met.^2^")
        + foot("^1^ Frank, 138.", "^2^ Feis, 160.")
    )
    assert reading.text == f"{LONG * 3}On June 15 they met.\n\nFrank, 138.\n\nFeis, 160."
    assert pairs(reading, words=7) == [
        ("June 15", "1", "Frank, 138.", 1),
        ("ey met.", "2", "Feis, 160.", 1),
    ]
    assert {marker.evidence for marker in reading.markers} == {MarkerEvidence.SUPERSCRIPT}
    assert reading.language == "en-GB"


def test_a_label_that_is_not_raised_is_known_by_its_number() -> None:
    reading = read(
        paragraph(LONG * 3 + "One.^1^ Two.^2^")
        + foot("1 Frank, Downfall, of the year", y=130)
        + foot("1999 and of 155.", y=120)
        + foot("2 Feis.", y=110)
    )
    assert [(n.label, n.span.of(reading.text)) for n in reading.notes] == [
        ("1", "Frank, Downfall, of the year 1999 and of 155."),
        ("2", "Feis."),
    ]


def test_notes_as_large_as_the_text_are_known_by_their_raised_labels() -> None:
    reading = read(
        paragraph(LONG * 3 + "One.^1^ Two.^2^ More.")
        + paragraph("^1^ Frank, 138.", y=150)
        + paragraph("^2^ Feis, 160.", y=130)
    )
    assert [pair[1:] for pair in pairs(reading)] == [
        ("1", "Frank, 138.", 1),
        ("2", "Feis, 160.", 1),
    ]


def test_a_list_in_small_print_is_no_note() -> None:
    reading = read(paragraph(LONG * 3) + foot("1 First of all.", "2 Second."))
    assert reading.notes == ()
    assert "1 First of all." in reading.text


def test_an_exponent_is_no_marker() -> None:
    reading = read(paragraph(LONG * 2 + "So 10^2^ men.^1^") + foot("^1^ Frank."))
    assert "10² men." in reading.text
    assert [marker.label for marker in reading.markers] == ["1"]


def test_a_raised_number_whose_note_is_gone_is_a_loose_marker() -> None:
    reading = read(paragraph(LONG + "One.^1^ Two.^2^ Three.^3^"))
    assert [(m.label, m.note) for m in reading.markers] == [("1", None), ("2", None), ("3", None)]


def test_an_asterisk_at_the_authors_name_has_its_note() -> None:
    reading = read(
        [
            Placed(250, 720, "JOHN SMITH*"),
            *paragraph(LONG * 3 + "One.^1^", y=690),
            *foot("* Professor of Law.", "^1^ Frank."),
        ]
    )
    assert pairs(reading)[0][1:] == ("*", "Professor of Law.", 1)
    assert "JOHN SMITH\n" in reading.text


def test_a_note_that_goes_on_on_the_next_page_is_one_note() -> None:
    reading = read(
        paragraph(LONG * 4 + "One.^1^ The word was re-")
        + foot(
            "^1^ Frank, with much that is said about the numbers of men that were lost and which"
        ),
        paragraph("sumed there. " + LONG * 3 + "Two.^2^") + foot("goes on here.", "^2^ Feis."),
    )
    assert [note.span.of(reading.text)[-14:] for note in reading.notes] == [
        " goes on here.",
        "Feis.",
    ]
    assert "The word was resumed there." in reading.text


def test_words_broken_at_a_line_end_are_joined_but_for_hyphens_of_their_own() -> None:
    lines = [
        "A well-known con-",
        "ference in the post-",
        "war years, a well-",
        "known post-war time.",
    ]
    reading = read([Placed(90, 700 - 14 * at, line) for at, line in enumerate(lines)])
    assert (
        reading.text == "A well-known conference in the post-war years, a well-known post-war time."
    )


def test_running_heads_and_page_numbers_are_no_text_and_name_the_pages() -> None:
    sheets = [
        [
            Placed(250, 760, "JOURNAL OF TESTS"),
            *paragraph(f"Page {at}. {LONG * 4}", y=700),
            Placed(300, 40, str(57 + at)),
        ]
        for at in range(4)
    ]
    reading = read(*sheets)
    assert "JOURNAL" not in reading.text
    assert "\n57" not in reading.text
    assert [page.label for page in reading.pages] == ["57", "58", "59", "60"]
    assert reading.pages[1].span.of(reading.text).startswith("Page 1.")


def test_lines_that_recur_at_the_head_of_pages_are_text_where_nothing_sets_them_off() -> None:
    sheets = [
        paragraph(LONG * 3 + f"Page {at} one.^1^") + foot(f"^1^ Note of page {at}. " + LONG * 3)
        for at in range(3)
    ]
    reading = read(*sheets)
    assert reading.text.count(LONG.strip()) >= 9
    assert [pair[1:] for pair in pairs(reading)] == [
        ("1", f"Note of page {at}. {LONG * 3}".strip(), at + 1) for at in range(3)
    ]


def test_rows_of_a_table_stay_rows() -> None:
    cells = [
        Placed(90 + 160 * column, 680 - 14 * row, f"cell {row} {column}")
        for row in range(3)
        for column in range(3)
    ]
    reading = read([*cells, *paragraph(LONG * 2, y=500)])
    assert reading.text.splitlines()[:2] == [
        "cell 0 0\tcell 0 1\tcell 0 2",
        "cell 1 0\tcell 1 1\tcell 1 2",
    ]


def test_columns_are_read_one_after_the_other_with_their_notes() -> None:
    def column(x: float, name: str) -> Sheet:
        return paragraph(f"{LONG * 3}{name} ends.", x=x, width=200, size=10, lead=12)

    reading = read(
        [
            Placed(60, 740, "A heading that stands across both columns of the page, and is long"),
            *column(60, "Left"),
            *column(330, "Right"),
            Placed(60, 300, "Marked.^1^", 10),
            Placed(330, 300, "Marked.^2^", 10),
            *paragraph("^1^ Frank.", x=60, y=120, size=8),
            *paragraph("^2^ Feis.", x=330, y=120, size=8),
        ]
    )
    assert reading.text.index("Left ends.") < reading.text.index("Right ends.")
    assert [pair[1:] for pair in pairs(reading)] == [("1", "Frank.", 1), ("2", "Feis.", 1)]


def test_notes_listed_at_the_end_are_found_and_no_line_is_lost() -> None:
    reading = read(
        paragraph(LONG * 3 + "One.^1^ " + LONG + "Two.^2^"),
        [
            Placed(90, 720, "Notes", 14),
            Placed(90, 690, "Chapter One", 12),
            *paragraph("1. Frank, 138.", y=660),
            *paragraph("2. Feis, 160.", y=640),
        ],
    )
    assert [pair[1:] for pair in pairs(reading)] == [
        ("1", "Frank, 138.", 1),
        ("2", "Feis, 160.", 1),
    ]
    assert "Notes" in reading.text
    assert "Chapter One" in reading.text


def test_a_list_of_notes_may_begin_anew_for_every_chapter() -> None:
    def chapter(name: str) -> Sheet:
        return paragraph(f"{LONG * 3}{name} one.^1^ {LONG}{name} two.^2^")

    listed = [
        "Notes",
        "",
        "1. A one, 138.",
        "2. A two, 160.",
        "Chapter B",
        "1. B one.",
        "2. B two.",
    ]
    reading = read(
        chapter("A"),
        chapter("B"),
        [Placed(90, 720 - 20 * at, line) for at, line in enumerate(listed) if line],
    )
    assert [(label, body, series) for _, label, body, series in pairs(reading)] == [
        ("1", "A one, 138.", 1),
        ("2", "A two, 160.", 1),
        ("1", "B one.", 2),
        ("2", "B two.", 2),
    ]
    assert "Chapter B" in reading.text


def test_a_page_that_is_a_picture_is_a_gap_and_a_blank_one_is_none() -> None:
    content = pdf_file([paragraph(LONG), [], []])
    assert read_pdf(content, PLACE).gaps == ()
    picture = pdf_file([[], []], extra=b"\n0 0 200 200 re f")
    reading = read_pdf(picture, PLACE)
    assert [gap.where for gap in reading.gaps] == ["pages 1 to 2"]
    assert reading.text == ""


def test_labels_that_the_file_gives_name_the_pages() -> None:
    labels = "/PageLabels << /Nums [0 << /S /r /St 3 >>] >>"
    reading = read(paragraph(LONG), paragraph(LONG), labels=labels)
    assert [page.label for page in reading.pages] == ["iii", "iv"]


def test_a_file_cut_off_is_read_in_part_or_says_it_is_damaged() -> None:
    content = pdf_file([paragraph(LONG) for _ in range(4)])
    said = []
    for share in (0.02, 0.5, 0.8, 0.97):
        try:
            reading = read_pdf(content[: int(len(content) * share)], PLACE)
        except ProvenanceError as error:
            said.append(error.problems[0].slug)
        else:
            said += [gap.reason[:20] for gap in reading.gaps if "breaks off" in gap.reason]
    assert len(said) == 4
    assert set(said) <= {"broken-file", "the file breaks off "}


def test_a_file_that_asks_for_a_password_says_so() -> None:
    locked = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /Length 40 "
        f"/O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<{'43' * 16}> <{'43' * 16}>]"
    )
    content = pdf_file([paragraph(LONG)]).replace(b"/Root 1 0 R", b"/Root 1 0 R " + locked.encode())
    with pytest.raises(ProvenanceError) as raised:
        read_pdf(content, PLACE)
    assert raised.value.problems[0].slug == "encrypted"


def test_forty_pages_take_a_fraction_of_the_time_three_hundred_may() -> None:
    sheets = []
    for at in range(40):
        body = paragraph(
            f"{LONG * 5}Marked.^{2 * at + 1}^ {LONG * 5}Again.^{2 * at + 2}^ " + LONG * 8
        )
        notes = foot(f"^{2 * at + 1}^ Author {at}.", f"^{2 * at + 2}^ Ibid.")
        sheets.append(body + notes)
    before = time.process_time()
    reading = read(*sheets)
    assert time.process_time() - before < 20 / 300 * 40
    assert [(m.label, m.note is not None) for m in reading.markers] == [
        (str(number), True) for number in range(1, 81)
    ]
