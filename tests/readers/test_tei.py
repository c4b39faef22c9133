"""TEI and other XML: notes in sentences, notes that are pointed to, what is no text."""

from __future__ import annotations

import pytest

from provenance.errors import Place
from provenance.readers.tei import read_xml
from provenance.readers.weaver import Reading
from tests.readers.files import Pair, is_sound, pairs, tei_file

PLACE = Place("seeds/a.xml")


def read(content: bytes) -> Reading:
    reading = read_xml(content, PLACE)
    is_sound(reading)
    return reading


@pytest.mark.parametrize(
    ("body", "text", "found"),
    [
        pytest.param(
            '<p>On June 15<note n="5" place="foot">Hasegawa,\n 142.</note> they met.</p>',
            "On June 15 they met.\n\nHasegawa, 142.",
            [("On June 15", "5", "Hasegawa, 142.", 1)],
            id="a note within a sentence",
        ),
        pytest.param(
            "<p>A<note>one</note> B<note>two</note></p>",
            "A B\n\none\n\ntwo",
            [("A", "1", "one", 1), ("A B", "2", "two", 1)],
            id="notes without numbers are counted",
        ),
        pytest.param(
            '<p>A<ref target="#n1">7</ref>.</p><div type="notes"><note xml:id="n1" n="7">Frank.'
            "</note></div>",
            "A.\n\nFrank.",
            [("A", "7", "Frank.", 1)],
            id="a note that is pointed to stays in its place",
        ),
        pytest.param(
            '<p>A<ptr target="#n1"/>.</p><note xml:id="n1">Frank.</note>',
            "A.\n\nFrank.",
            [("A", "1", "Frank.", 1)],
            id="a pointer without words",
        ),
        pytest.param(
            '<p>See <ref target="#n1">note 1</ref>.</p><note xml:id="n1" n="1">Frank.</note>',
            "See note 1.\n\nFrank.",
            [],
            id="a reference in words is no marker",
        ),
        pytest.param(
            "<p>A<note>outer<note>inner</note></note>.</p>",
            "A.\n\nouter\n\ninner",
            [("A", "1", "outer", 1), ("A.\n\nouter", "2", "inner", 1)],
            id="a note within a note",
        ),
        pytest.param(
            "<head>T<note>in a heading</note></head><table><row><cell>a</cell><cell>b<note>"
            "in a table</note></cell></row></table>",
            "T\n\na\tb\n\nin a heading\n\nin a table",
            [("T", "1", "in a heading", 1), ("T\n\na\tb", "2", "in a table", 1)],
            id="in headings and tables",
        ),
        pytest.param(
            '<p>A<note place="foot">f</note> B<note place="end">e</note></p>',
            "A B\n\nf\n\ne",
            [("A", "1", "f", 1), ("A B", "1", "e", 2)],
            id="footnotes and endnotes apart",
        ),
        pytest.param(
            "<p>He said <quote>so</quote>, “<q>no</q>”. <choice><sic>Woalta</sic><corr>Yalta</corr>"
            "</choice> <del>x</del><gap/></p><fw>Running head</fw>",
            "He said “so”, “no”. Woalta […]",
            [],
            id="as printed",
        ),
        pytest.param("<lg><l>one</l><l>two</l></lg>", "one\ntwo", [], id="verse"),
    ],
)
def test_text_and_notes(body: str, text: str, found: list[Pair]) -> None:
    reading = read(tei_file(body))
    assert reading.text == text
    assert pairs(reading) == found
    assert reading.language == "en"


def test_pages_are_remembered_for_text_and_notes() -> None:
    reading = read(tei_file('<pb n="3"/><p>One<note>n</note> <pb n="4"/>two</p>'))
    assert [(page.label, page.span.of(reading.text)) for page in reading.pages] == [
        ("3", "One "),
        ("4", "two"),
        ("3", "n"),
    ]


def test_a_journal_article_in_jats_has_its_notes() -> None:
    content = (
        b'<?xml version="1.0"?><article><body><sec><title>T</title><p>A<xref ref-type="fn" '
        b'rid="f1"><sup>1</sup></xref>.</p></sec></body><back><fn-group><fn id="f1">'
        b"<label>1</label>"
        b"<p>Frank.</p></fn></fn-group></back></article>"
    )
    assert [pair[1:3] for pair in pairs(read(content))] == [("1", "Frank.")]


def test_xml_of_no_known_kind_is_its_words() -> None:
    content = b"<?xml version='1.0'?><r><a>One <i>two</i>.</a><b><c>Three</c><c>Four</c></b></r>"
    assert read(content).text == "One two.\n\nThree\n\nFour"
