"""Word documents as Word shows them."""

from __future__ import annotations

import time

import pytest

from provenance.errors import Place, ProvenanceError
from provenance.model.notes import MarkerEvidence
from provenance.readers.docx import read_docx
from provenance.readers.weaver import Reading
from tests.readers.files import (
    docx_file,
    is_sound,
    pairs,
    word_paragraph,
    word_reference,
    word_run,
    zipped,
)

PLACE = Place("seeds/a.docx")
_SECTION = (
    '<w:pPr><w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    "</w:pPr>"
)


def note(text: str) -> str:
    mark = "<w:r><w:footnoteRef/></w:r>"
    return word_paragraph(mark, word_run(f" {text}"))


def read(content: bytes) -> Reading:
    reading = read_docx(content, PLACE)
    is_sound(reading)
    return reading


def test_numbers_are_those_shown_and_never_ids() -> None:
    body = word_paragraph(
        word_run("One."),
        word_reference(9),
        word_run(" Two."),
        word_reference(4),
        word_run(" Three."),
    )
    reading = read(docx_file(body, footnotes={4: note("Feis, 160."), 9: note("Frank, 138.")}))
    assert reading.text == "One. Two. Three.\n\nFrank, 138.\n\nFeis, 160."
    assert pairs(reading) == [("One.", "1", "Frank, 138.", 1), ("One. Two.", "2", "Feis, 160.", 1)]
    assert reading.markers[0].evidence is MarkerEvidence.LINK


def test_footnotes_and_endnotes_are_numbered_apart() -> None:
    body = word_paragraph(
        word_run("A"), word_reference(1), word_run("B"), word_reference(1, "endnote"),
        word_run("C"), word_reference(2),
    )  # fmt: skip
    content = docx_file(body, footnotes={1: note("f1"), 2: note("f2")}, endnotes={1: note("e1")})
    found = [(label, words, series) for _, label, words, series in pairs(read(content))]
    assert found == [("1", "f1", 1), ("i", "e1", 2), ("2", "f2", 1)]


def test_numbering_begins_anew_in_a_section_that_says_so() -> None:
    first = word_paragraph(_SECTION, word_run("A"), word_reference(1), word_reference(2))
    body = first + word_paragraph(word_run("B"), word_reference(3)) + _SECTION[7:-8]
    reading = read(docx_file(body, footnotes={n: note(f"f{n}") for n in (1, 2, 3)}))
    assert [(label, series) for _, label, _, series in pairs(reading)] == [
        ("1", 1), ("2", 1), ("1", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("style", "labels"),
    [
        pytest.param("lowerRoman", ["i", "ii", "iii", "iv"], id="roman"),
        pytest.param("upperLetter", ["A", "B", "C", "D"], id="letters"),
        pytest.param("chicago", ["*", "†", "‡", "§"], id="signs"),
        pytest.param("decimal", ["1", "2", "3", "4"], id="figures"),
    ],
)
def test_labels_are_written_as_the_document_says(style: str, labels: list[str]) -> None:
    settings = f'<w:footnotePr><w:numFmt w:val="{style}"/></w:footnotePr>'
    body = word_paragraph(word_run("A"), *(word_reference(n) for n in range(1, 5)))
    content = docx_file(body, footnotes={n: note("x") for n in range(1, 5)}, settings=settings)
    assert [label for _, label, _, _ in pairs(read(content))] == labels


def test_a_mark_of_the_authors_own_counts_nothing_and_is_no_word() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    body = word_paragraph(word_run("A"), own, word_run(" B"), word_reference(2))
    notes = {1: word_paragraph(word_run("*"), word_run(" Thanks.")), 2: note("Frank.")}
    reading = read(docx_file(body, footnotes=notes))
    assert reading.text == "A B\n\nThanks.\n\nFrank."
    assert [label for _, label, _, _ in pairs(reading)] == ["*", "1"]


def test_notes_in_tables_and_headings_are_marked_where_they_stand() -> None:
    cell = f"<w:tc>{word_paragraph(word_run('b'), word_reference(2))}</w:tc>"
    table = f"<w:tbl><w:tr><w:tc>{word_paragraph(word_run('a'))}</w:tc>{cell}</w:tr></w:tbl>"
    heading = word_paragraph(word_run("Title"), word_reference(1))
    body = heading + table + word_paragraph(word_run("End."))
    reading = read(docx_file(body, footnotes={1: note("n1"), 2: note("n2")}))
    assert reading.text == "Title\n\na\tb\n\nEnd.\n\nn1\n\nn2"
    assert [before for before, _, _, _ in pairs(reading)] == ["Title", "Title\n\na\tb"]


def test_what_is_deleted_or_hidden_is_left_out_and_said() -> None:
    body = word_paragraph(
        word_run("kept "),
        f"<w:del>{word_run('gone ')}</w:del><w:ins>{word_run('new ')}</w:ins>",
        word_run("secret ", "<w:vanish/>"),
        "<w:r><w:instrText>ADDIN x</w:instrText></w:r>",
        word_run("10"),
        word_run("2", '<w:vertAlign w:val="superscript"/>'),
    )
    reading = read(docx_file(body))
    assert reading.text == "kept new 10²"
    assert any("tracked" in remark for remark in reading.remarks)
    assert any("hidden" in remark for remark in reading.remarks)
    assert reading.gaps == ()


def test_a_lost_notes_part_is_a_gap_and_the_markers_stay() -> None:
    body = word_paragraph(word_run("One."), word_reference(1), word_run(" Two."), word_reference(2))
    reading = read(docx_file(body))
    assert [(m.label, m.note) for m in reading.markers] == [("1", None), ("2", None)]
    assert [gap.where for gap in reading.gaps] == ["footnotes"]
    assert "2 markers" in reading.gaps[0].reason


def test_a_right_to_left_note_keeps_its_letters() -> None:
    words = "ראה פרנק, עמ' 138"
    body = word_paragraph(word_run("طهران"), word_reference(1))
    assert pairs(read(docx_file(body, footnotes={1: note(words)}))) == [("طهران", "1", words, 1)]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{word_paragraph(word_run('boxed'))}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    body = word_paragraph(word_run("around "), f"<w:r>{both}</w:r>", word_run("it"))
    assert read(docx_file(body)).text == "around it\n\nboxed"


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        pytest.param(zipped({"word/other.xml": "<x/>"}), "broken-file", id="no document in it"),
        pytest.param(zipped({"word/document.xml": "no XML"}), "broken-file", id="no XML"),
        pytest.param(b"PK\x03\x04word/document.xml", "broken-file", id="cut off"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, slug: str) -> None:
    with pytest.raises(ProvenanceError) as raised:
        read_docx(content, PLACE)
    assert [problem.slug for problem in raised.value.problems] == [slug]


def test_five_thousand_notes_in_three_hundred_pages_take_bounded_time() -> None:
    paragraphs = [
        word_paragraph(word_run("words of it " * 40), word_reference(n), word_run(" on."))
        for n in range(1, 5001)
    ]
    content = docx_file(
        "".join(paragraphs), footnotes={n: note(f"Note {n}.") for n in range(1, 5001)}
    )
    before = time.process_time()
    reading = read(content)
    assert time.process_time() - before < 5
    assert [(m.label, m.note) for m in reading.markers[-1:]] == [("5000", "n5000")]
    assert reading.notes[-1].span.of(reading.text) == "Note 5000."
