"""Books of many pages: one text, notes on other pages, numbers that begin anew."""

from __future__ import annotations

import pytest

from provenance.errors import Place, ProvenanceError
from provenance.readers.epub import read_epub
from provenance.readers.weaver import Reading
from tests.readers.files import epub_file, is_sound, pairs, zipped

PLACE = Place("seeds/a.epub")


def read(content: bytes) -> Reading:
    reading = read_epub(content, PLACE)
    is_sound(reading)
    return reading


def noteref(name: str, label: str, id_: str) -> str:
    return f'<a epub:type="noteref" id="{id_}" href="{name}">{label}</a>'


def test_notes_may_stand_on_another_page() -> None:
    pages = {
        "one.xhtml": f"<p>A{noteref('notes.xhtml#n1', '1', 'r1')}.</p>",
        "notes.xhtml": '<aside epub:type="footnote" id="n1"><p><a href="one.xhtml#r1">1.</a> '
        "Frank.</p></aside>",
    }
    reading = read(epub_file(pages))
    assert reading.text == "A.\n\nFrank."
    assert pairs(reading) == [("A", "1", "Frank.", 1)]
    assert reading.language == "en-GB"


def test_every_chapter_may_count_from_one() -> None:
    page = (
        "<p>{0}"
        + noteref("#n", "1", "r")
        + '.</p><aside epub:type="footnote" id="n">Note {0}.</aside>'
    )
    reading = read(epub_file({"a.xhtml": page.format("A"), "b.xhtml": page.format("B")}))
    assert [(body, series) for _, _, body, series in pairs(reading)] == [
        ("Note A.", 1),
        ("Note B.", 2),
    ]


def test_page_breaks_of_the_printed_book_are_remembered() -> None:
    mark = '<span epub:type="pagebreak" title="{}"/>'
    reading = read(epub_file({"a.xhtml": f"<p>{mark.format(11)}One {mark.format(12)}two</p>"}))
    assert [(page.label, page.span.of(reading.text)) for page in reading.pages] == [
        ("11", "One "),
        ("12", "two"),
    ]


def test_a_page_that_is_listed_and_missing_is_a_gap() -> None:
    content = epub_file({"a.xhtml": "<p>A</p>"}, more={"OEBPS/a.xhtml": "<p>"})
    reading = read(
        zipped(
            {
                "OEBPS/b.opf": '<package><manifest><item id="x" href="x.xhtml" '
                'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="x"/></spine>'
                "</package>"
            }
        )
    )
    assert [gap.where for gap in reading.gaps] == ["OEBPS/x.xhtml"]
    assert content


def test_one_damaged_page_leaves_the_others_readable() -> None:
    reading = read(
        epub_file({"a.xhtml": "<p>Whole.</p>", "b.xhtml": "<p>Half <b>open", "c.xhtml": ""})
    )
    assert "Whole." in reading.text
    assert "Half open" in reading.text


def test_a_locked_book_says_so() -> None:
    locked = (
        '<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/a.xhtml"/></CipherData>'
        "</EncryptedData></encryption>"
    )
    with pytest.raises(ProvenanceError) as raised:
        read_epub(epub_file({"a.xhtml": "x"}, more={"META-INF/encryption.xml": locked}), PLACE)
    assert raised.value.problems[0].slug == "encrypted"
