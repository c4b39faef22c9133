"""OpenDocument texts with the numbers that were saved in them."""

from __future__ import annotations

import pytest

from provenance.errors import Place, ProvenanceError
from provenance.readers.odt import read_odt
from provenance.readers.read import read_content
from provenance.readers.recognise import recognise
from provenance.readers.weaver import Reading
from tests.readers.files import is_sound, odt_file, odt_note, pairs, zipped

PLACE = Place("seeds/a.odt")


def read(body: str) -> Reading:
    reading = read_odt(odt_file(body), PLACE)
    is_sound(reading)
    return reading


@pytest.mark.parametrize(
    ("body", "text", "found"),
    [
        pytest.param(
            f"<text:p>On June 15{odt_note('5', 'Hasegawa, 142.')} they met.</text:p>",
            "On June 15 they met.\n\nHasegawa, 142.",
            [("On June 15", "5", "Hasegawa, 142.", 1)],
            id="a note within a sentence",
        ),
        pytest.param(
            f"<text:p>A{odt_note('1', 'foot')}B{odt_note('i', 'end', 'endnote')}</text:p>",
            "AB\n\nfoot\n\nend",
            [("A", "1", "foot", 1), ("AB", "i", "end", 2)],
            id="footnotes and endnotes apart",
        ),
        pytest.param(
            f"<text:h>Title{odt_note('*', 'Thanks.')}</text:h><text:p>Text.</text:p>",
            "Title\n\nText.\n\nThanks.",
            [("Title", "*", "Thanks.", 1)],
            id="a starred note in a heading",
        ),
        pytest.param(
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
            f"<table:table-cell><text:p>b{odt_note('1', 'n')}</text:p></table:table-cell>"
            "</table:table-row></table:table>",
            "a\tb\n\nn",
            [("a\tb", "1", "n", 1)],
            id="a note in a table",
        ),
        pytest.param(
            f"<text:p>A{odt_note('1', 'outer' + odt_note('2', 'inner'))}.</text:p>",
            "A.\n\nouter\n\ninner",
            [("A", "1", "outer", 1), ("A.\n\nouter", "2", "inner", 1)],
            id="a note within a note",
        ),
        pytest.param(
            f"<text:p>A{odt_note('', 'first')} B{odt_note('', 'second')}</text:p>",
            "A B\n\nfirst\n\nsecond",
            [("A", "1", "first", 1), ("A B", "2", "second", 1)],
            id="numbers that were never saved are counted",
        ),
        pytest.param(
            '<text:p>10<text:span text:style-name="S">2</text:span> a<text:s/>b<text:tab/>c'
            "<text:line-break/>d</text:p>",
            "10² a b c\nd",
            [],
            id="raised figures, blanks and line breaks",
        ),
        pytest.param(
            "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
            "<text:p>kept<office:annotation><text:p>remark</text:p></office:annotation></text:p>",
            "kept",
            [],
            id="deleted words and comments are left out",
        ),
    ],
)
def test_text_and_notes(body: str, text: str, found: list[tuple[str, str, str, int]]) -> None:
    reading = read(body)
    assert reading.text == text
    assert pairs(reading) == found


def test_an_encrypted_text_says_so() -> None:
    content = odt_file("", manifest="<manifest><encryption-data/></manifest>")
    with pytest.raises(ProvenanceError) as raised:
        read_odt(content, PLACE)
    assert raised.value.problems[0].slug == "encrypted"


def test_a_text_without_content_says_so() -> None:
    content = zipped({"mimetype": "application/vnd.oasis.opendocument.text"})
    with pytest.raises(ProvenanceError) as raised:
        read_odt(content, PLACE)
    assert raised.value.problems[0].slug == "broken-file"


def test_a_flat_file_is_the_same_text() -> None:
    flat = (
        '<?xml version="1.0"?><office:document '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f"<text:p>A{odt_note('1', 'n')}.</text:p></office:text></office:body></office:document>"
    ).encode()
    reading = read_content(flat, recognise(flat, "a.fodt"), "a.fodt")
    assert reading.text == "A.\n\nn"
    assert pairs(reading) == [("A", "1", "n", 1)]
