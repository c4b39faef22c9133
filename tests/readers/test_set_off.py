"""Long quotations that the layout sets off: each format says so in its own way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.errors import Place
from provenance.readers.docx import read_docx
from provenance.readers.html import read_html
from provenance.readers.odt import read_odt
from provenance.readers.tei import read_xml
from provenance.readers.tex import read_tex
from provenance.readers.weaver import Reading
from tests.readers.files import docx_file, odt_file, tei_file, word_paragraph, word_run

HERE = Place("here")
LED = "He put it so:"
WORDS = "The bridge shall not be closed."


def _docx(properties: str, styles: str = "") -> Reading:
    quoted = f"<w:p><w:pPr>{properties}</w:pPr>{word_run(WORDS)}</w:p>"
    body = word_paragraph(word_run(LED)) + quoted + word_paragraph(word_run("So it was."))
    return read_docx(docx_file(body, styles=styles), HERE)


def _style(id_: str, name: str, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{more}</w:style>'


def _odt(style: str, definitions: str = "") -> Reading:
    body = f'<text:p>{LED}</text:p><text:p text:style-name="{style}">{WORDS}</text:p>'
    return read_odt(odt_file(body, styles=definitions), HERE)


def _named(reading: Reading) -> list[tuple[str, bool]]:
    return [(each.span.of(reading.text), each.is_named) for each in reading.set_off]


QUOTE = [(WORDS, True)]
INDENTED = [(WORDS, False)]
NAMED_STYLE = '<w:pStyle w:val="a9"/>'
BASED = _style("x", "House Extract", '<w:basedOn w:val="a9"/>')
MARGIN = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:paragraph-properties fo:margin-left="{}" fo:text-indent="{}"/></style:style>'
)
FROM_QUOTATIONS = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
)

SET_OFF = [
    pytest.param(
        lambda: read_html(f"<p>{LED}</p><blockquote><p>{WORDS}</p></blockquote>".encode(), HERE),
        QUOTE,
        id="a web page's block quotation",
    ),
    pytest.param(
        lambda: read_xml(tei_file(f"<p>{LED} <quote rend='blockquote'>{WORDS}</quote></p>"), HERE),
        QUOTE,
        id="TEI's block within a paragraph",
    ),
    pytest.param(
        lambda: read_xml(tei_file(f"<p>{LED}</p><quote>{WORDS}</quote>"), HERE),
        QUOTE,
        id="TEI's quotation of its own",
    ),
    pytest.param(
        lambda: read_xml(tei_file(f"<p>He said <quote>{WORDS}</quote> and left.</p>"), HERE),
        [],
        id="TEI's quotation in a sentence",
    ),
    pytest.param(
        lambda: read_tex(f"{LED}\n\\begin{{quote}}{WORDS}\\end{{quote}}\nSo.".encode(), HERE),
        QUOTE,
        id="TeX's environment",
    ),
    pytest.param(
        lambda: _docx(NAMED_STYLE, _style("a9", "Intense Quote")), QUOTE, id="Word's style by name"
    ),
    pytest.param(
        lambda: _docx('<w:pStyle w:val="x"/>', _style("a9", "Quote") + BASED),
        QUOTE,
        id="a style derived from it",
    ),
    pytest.param(lambda: _docx('<w:ind w:left="720"/>'), INDENTED, id="indented in Word"),
    pytest.param(
        lambda: _docx('<w:ind w:left="720" w:hanging="720"/>'), [], id="hanging: a list of works"
    ),
    pytest.param(
        lambda: _docx('<w:numPr/><w:ind w:left="720"/>'), [], id="indented because it is numbered"
    ),
    pytest.param(
        lambda: _docx(NAMED_STYLE, _style("a9", "List Continue", '<w:ind w:left="720"/>')),
        [],
        id="what goes on with a list",
    ),
    pytest.param(lambda: _odt("Quotations"), QUOTE, id="LibreOffice's style"),
    pytest.param(lambda: _odt("P1", FROM_QUOTATIONS), QUOTE, id="derived from LibreOffice's style"),
    pytest.param(
        lambda: _odt("P1", MARGIN.format("1cm", "0cm")), INDENTED, id="indented in LibreOffice"
    ),
    pytest.param(lambda: _odt("P1", MARGIN.format("1cm", "-1cm")), [], id="hanging there"),
]


@pytest.mark.parametrize(("reading", "wanted"), SET_OFF)
def test_what_is_set_off_is_known(
    reading: Callable[[], Reading], wanted: list[tuple[str, bool]]
) -> None:
    assert _named(reading()) == wanted


def test_a_quotation_of_two_paragraphs_is_one() -> None:
    page = f"<p>{LED}</p><blockquote><p>{WORDS}</p><p>So it was.</p></blockquote><p>He left.</p>"
    reading = read_html(page.encode(), HERE)
    assert _named(reading) == [(f"{WORDS}\n\nSo it was.", True)]
