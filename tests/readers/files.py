"""Small documents for tests, in every format, made from nothing but their words."""

from __future__ import annotations

import zipfile
from io import BytesIO

from provenance.readers.weaver import Reading

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP file, the same bytes every time."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(part, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def word_run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def word_paragraph(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def word_reference(number: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"{more}/></w:r>'


def docx_file(
    body: str,
    *,
    footnotes: dict[int, str] | None = None,
    endnotes: dict[int, str] | None = None,
    settings: str = "",
    styles: str = "",
) -> bytes:
    """A Word document. Notes are given by id, as paragraphs; without them their part is missing."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        "word/settings.xml": f'<w:settings xmlns:w="{_WORD}">{settings}</w:settings>',
    }
    if styles:
        parts["word/styles.xml"] = f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>'
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes is not None:
            inside = "".join(
                f'<w:{kind} w:id="{number}">{note}</w:{kind}>' for number, note in notes.items()
            )
            separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
            parts[f"word/{kind}s.xml"] = (
                f'<w:{kind}s xmlns:w="{_WORD}">{separator}{inside}</w:{kind}s>'
            )
    return zipped(parts)


def odt_file(body: str, *, manifest: str = "<manifest/>", styles: str = "") -> bytes:
    """An OpenDocument text; `body` uses the prefixes text, table, office, dc; `styles` fo too."""
    content = (
        f'<office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" '
        f'xmlns:table="{_ODF}:table:1.0" xmlns:style="{_ODF}:style:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:fo="{_ODF}:xsl-fo-compatible:1.0">'
        '<office:automatic-styles><style:style style:name="S"><style:text-properties '
        'style:text-position="super 58%"/></style:style>'
        f"{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def odt_note(label: str, body: str, kind: str = "footnote") -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body><text:p>{body}</text:p></text:note-body></text:note>"
    )


def epub_file(pages: dict[str, str], *, more: dict[str, str | bytes] | None = None) -> bytes:
    """A book whose pages are given by name, as what stands in their bodies."""
    head = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
    items = "".join(
        f'<item id="p{at}" href="{name}" media-type="application/xhtml+xml"/>'
        for at, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="p{at}"/>' for at in range(len(pages)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:fo="{_ODF}:xsl-fo-compatible:1.0">'
        f"<metadata><dc:language>en-GB</dc:language></metadata><manifest>{items}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            **{
                f"OEBPS/{name}": f"{head}<body>{body}</body></html>" for name, body in pages.items()
            },
            **(more or {}),
        }
    )


def tei_file(body: str, *, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{before}'
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>Not text</title></teiHeader>'
        f'<text xml:lang="en"><body>{body}</body></text></TEI>'
    ).encode()


Pair = tuple[str, str, str, int]
"""The last words before a marker, its label, the words of its note, and the note's series."""


def pairs(reading: Reading, words: int = 12) -> list[Pair]:
    """Every marker with its note; a marker without one has "" and 0."""
    notes = {note.id: note for note in reading.notes}
    found: list[Pair] = []
    for marker in reading.markers:
        before = reading.text[max(0, marker.span.start - words) : marker.span.start]
        note = notes.get(marker.note or "")
        body = note.span.of(reading.text) if note else ""
        found.append((before, marker.label, body, note.series if note else 0))
    return found


def is_sound(reading: Reading) -> None:
    """What holds for every reading, whatever the file: places within the text, ids that lead."""
    length = len(reading.text)
    notes = {note.id for note in reading.notes}
    markers = {marker.id for marker in reading.markers}
    assert len(notes) == len(reading.notes)
    assert len(markers) == len(reading.markers)
    for marker in reading.markers:
        assert 0 <= marker.span.start <= marker.span.end <= length
        assert marker.note is None or marker.note in notes
        assert marker.label
    for note in reading.notes:
        assert 0 <= note.span.start <= note.span.end <= length
        assert note.marker is None or note.marker in markers
        assert note.series >= 1
        body = note.span.of(reading.text)
        assert body == body.strip(" \n\t")
    for page in reading.pages:
        assert 0 <= page.span.start <= page.span.end <= length
    assert "\r" not in reading.text
    assert reading.text.strip() or reading.gaps
    reading.text.encode("utf-8")
