"""Notes within notes, in headings and tables, from right to left, in every structured format."""

from __future__ import annotations

import pytest

from provenance.readers.read import read_content
from provenance.readers.recognise import recognise
from provenance.readers.weaver import Reading
from tests.readers.files import docx_file, is_sound, odt_file, odt_note, pairs, tei_file
from tests.readers.files import word_paragraph as paragraph
from tests.readers.files import word_reference as reference
from tests.readers.files import word_run as run

HEBREW = "אבא, ספר 12"
_ODF_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


def _web(body: str, *notes: str) -> bytes:
    listed = "".join(f'<li id="n{n}">{note}</li>' for n, note in enumerate(notes, 1))
    return f"<html><meta charset=utf-8><body>{body}<ol>{listed}</ol></body></html>".encode()


def _link(number: int) -> str:
    return f'<a id="r{number}" href="#n{number}"><sup>{number}</sup></a>'


def _tex(body: str) -> bytes:
    return f"\\documentclass{{article}}\\begin{{document}}{body}\\end{{document}}".encode()


def read(name: str, content: bytes) -> Reading:
    reading = read_content(content, recognise(content, name), name)
    is_sound(reading)
    return reading


_FRANK = f"Frank{odt_note('2', 'inner')} more."
NESTED = {
    "a.xml": tei_file('<p>A<note n="1">Frank<note n="2">inner</note> more.</note> B.</p>'),
    "a.tex": _tex("A\\footnote{Frank\\footnote{inner} more.} B."),
    "a.odt": odt_file(f"<text:p>A{odt_note('1', _FRANK)} B.</text:p>"),
    "a.html": _web(f"<p>A{_link(1)} B.</p>", f"Frank{_link(2)} more.", "inner"),
    "a.docx": docx_file(
        paragraph(run("A"), reference(1), run(" B.")),
        footnotes={
            1: paragraph(run("Frank"), reference(2), run(" more.")),
            2: paragraph(run("inner")),
        },
    ),
}
"""A note within the note of the word A."""


@pytest.mark.parametrize("name", sorted(NESTED))
def test_a_note_within_a_note_is_a_note_of_its_own(name: str) -> None:
    found = [(label, body) for _, label, body, _ in pairs(read(name, NESTED[name]))]
    assert found == [("1", "Frank more."), ("2", "inner")]


PLACES = {
    "a.xml": tei_file(
        f'<head>A<note n="1">Frank.</note></head><table><row><cell>c<note n="2">{HEBREW}</note>'
        "</cell></row></table>"
    ),
    "a.tex": _tex(
        f"\\section{{A\\footnote{{Frank.}}}}\\begin{{tabular}}{{l}}c\\footnote{{{HEBREW}}}"
        "\\end{tabular}"
    ),
    "a.odt": odt_file(
        f"<text:h>A{odt_note('1', 'Frank.')}</text:h><table:table xmlns:table='{_ODF_TABLE}'>"
        f"<table:table-row><table:table-cell><text:p>c{odt_note('2', HEBREW)}</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    ),
    "a.html": _web(
        f"<h1>A{_link(1)}</h1><table><tr><td>c{_link(2)}</td></tr></table>", "Frank.", HEBREW
    ),
    "a.docx": docx_file(
        paragraph("<w:pPr><w:outlineLvl w:val='0'/></w:pPr>", run("A"), reference(1))
        + f"<w:tbl><w:tr><w:tc>{paragraph(run('c'), reference(2))}</w:tc></w:tr></w:tbl>",
        footnotes={1: paragraph(run("Frank.")), 2: paragraph(run(HEBREW, "<w:rtl/>"))},
    ),
}
"""A note in a heading, and one from right to left in a table."""


@pytest.mark.parametrize("name", sorted(PLACES))
def test_notes_in_headings_and_tables_are_marked_there_in_the_order_of_their_letters(
    name: str,
) -> None:
    reading = read(name, PLACES[name])
    marked = [(reading.text[: m.span.start][-1:], m.label, m.note) for m in reading.markers]
    assert marked == [("A", "1", "n1"), ("c", "2", "n2")]
    assert [note.span.of(reading.text) for note in reading.notes] == ["Frank.", HEBREW]
