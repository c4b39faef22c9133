"""What documents say of themselves."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from provenance.readers.imprint import imprint

PAGE = """<html><head><title>The flood | Harrow News</title>
<meta name="citation_title" content="The flood">
<meta name="citation_author" content="Pike, Ada"><meta name="citation_author" content="Low, B.">
<meta property="article:published_time" content="1841-05-20T09:00:00Z">
<meta property="article:author" content="https://example.org/ada">
</head><body><h1>Flood!</h1></body></html>"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>A machine copy</title><author>The project</author></titleStmt>
<sourceDesc><bibl><title>Letters</title><author><forename>Ada</forename> <surname>Pike</surname>
</author><date when="1841-05-20">20 May</date></bibl></sourceDesc></fileDesc></teiHeader>
<text><body><p>x</p></body></text></TEI>"""
CORE = """<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator></cp:coreProperties>"""

PDF = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj
4 0 obj <</Title (The flood) /Author (Ada Pike) /Producer (x)>> endobj
trailer <</Root 1 0 R /Info 4 0 R /Size 5>>
%%EOF
"""


HEADED = """<w:document xmlns:w="urn:w"><w:body>
<w:p><w:r><w:t>County of Ellery</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>
<w:r><w:t>The </w:t></w:r><w:r><w:t>flood</w:t></w:r></w:p>
</w:body></w:document>"""
STYLES = """<w:styles xmlns:w="urn:w">
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>"""
WRITER = """<o:c xmlns:o="urn:o"><o:style o:name="P1" o:parent-style-name="Title"/>
<o:p o:style-name="P2">County of Ellery</o:p><o:p o:style-name="P1">The flood</o:p></o:c>"""


def written(content: str) -> bytes:
    """A Writer document without properties."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return whole.getvalue()


def word(title: str, author: str, body: str = "<w/>") -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("word/document.xml", body)
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("docProps/core.xml", CORE.format(title=title, author=author))
    return whole.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param(
            "a.html",
            PAGE.encode(),
            {"title": "The flood", "author": "Pike, Ada; Low, B.", "issued": "1841-05-20"},
            id="a page's head comes before its title and heading",
        ),
        pytest.param(
            "a.html",
            b"<html><head><title>A page</title></head><body>x</body></html>",
            {"title": "A page"},
            id="a page's title",
        ),
        pytest.param(
            "a.xml",
            TEI.encode(),
            {"title": "Letters", "author": "Pike, Ada", "issued": "1841-05-20"},
            id="the source a TEI header describes, before its own title",
        ),
        pytest.param(
            "a.docx",
            word("The flood", "Ada Pike"),
            {"title": "The flood", "author": "Ada Pike"},
            id="a Word document's properties",
        ),
        pytest.param(
            "a.docx",
            word("Microsoft Word - flood.doc", "python-docx"),
            {},
            id="what a program put into the properties is nothing",
        ),
        pytest.param(
            "a.docx",
            word("", "python-docx", HEADED),
            {"title": "The flood"},
            id="a Word document's heading, whatever its style is called there",
        ),
        pytest.param(
            "a.docx",
            word("Report", "Ada Pike", HEADED),
            {"title": "Report", "author": "Ada Pike"},
            id="properties come before the heading",
        ),
        pytest.param(
            "a.odt", written(WRITER), {"title": "The flood"}, id="a Writer document's title"
        ),
        pytest.param(
            "a.md", b"Words.\n\n# The *flood*\n\nMore.", {"title": "The flood"}, id="a heading"
        ),
        pytest.param(
            "a.md",
            b"---\ntitle: The flood\nauthor: [Ada Pike, B. Low]\ndate: 1841\n---\n\nText.",
            {"title": "The flood", "author": "Ada Pike; B. Low", "issued": "1841"},
            id="the lines before a Markdown text",
        ),
        pytest.param(
            "a.txt", b"Minutes of the county\n\nResolved.", {"title": "Minutes of the county"},
            id="a first line that stands alone",
        ),
        pytest.param("a.txt", b"It rained.\n\nIt snowed.", {}, id="a first sentence is no title"),
        pytest.param(
            "a.tex",
            b"\\documentclass{article}\n\\title{The \\emph{flood}}\n"
            b"\\author{A. Pike \\and B. Low}\n"
            b"\\begin{document}x\\end{document}",
            {"title": "The flood", "author": "A. Pike ; B. Low"},
            id="a TeX preamble",
        ),
    ],
)  # fmt: skip
def test_a_document_says_what_it_is(
    tmp_path: Path, name: str, content: bytes, said: dict[str, str]
) -> None:
    (tmp_path / name).write_bytes(content)
    found = imprint(tmp_path / name, name)
    assert {each.field: each.text for each in found} == said
    assert all(each.basis for each in found)


def test_a_pdf_says_its_title_before_its_pages_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(PDF)
    found = imprint(tmp_path / "a.pdf", "a.pdf")
    assert {each.field: each.text for each in found} == {"title": "The flood", "author": "Ada Pike"}
