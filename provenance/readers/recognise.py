"""What the content of a file seems to be, whatever its name says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of content: its short name, and what to call it in a message."""

    format: str
    words: str
    is_text: bool


_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind("pdf", "a PDF", is_text=False)),
    (b"{\\rtf", Kind("rtf", "an RTF document", is_text=False)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind("doc", "an old Word document", is_text=False)),
    (b"\x89PNG\r\n", Kind("image", "a PNG picture", is_text=False)),
    (b"\xff\xd8\xff", Kind("image", "a JPEG picture", is_text=False)),
    (b"GIF8", Kind("image", "a GIF picture", is_text=False)),
    (b"II*\x00", Kind("image", "a TIFF picture", is_text=False)),
    (b"MM\x00*", Kind("image", "a TIFF picture", is_text=False)),
    (b"AT&TFORM", Kind("djvu", "a DjVu scan", is_text=False)),
    (b"\x1f\x8b", Kind("archive", "a gzip archive", is_text=False)),
    (b"BZh", Kind("archive", "a bzip2 archive", is_text=False)),
    (b"7z\xbc\xaf", Kind("archive", "a 7z archive", is_text=False)),
    (b"\x7fELF", Kind("program", "a program", is_text=False)),
    (b"SQLite format 3\x00", Kind("database", "an SQLite database", is_text=False)),
)

# What a ZIP holds is told by the names inside it, which stand uncompressed near its beginning.
_ZIPPED: tuple[tuple[bytes, Kind], ...] = (
    (b"application/epub+zip", Kind("epub", "an EPUB book", is_text=False)),
    (b"application/vnd.oasis.opendocument.text", Kind("odt", "an ODT document", is_text=False)),
    (b"word/", Kind("docx", "a Word document", is_text=False)),
    (b"xl/", Kind("xlsx", "an Excel workbook", is_text=False)),
)
_ZIP = Kind("zip", "a ZIP archive", is_text=False)

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_WIDE = Kind("utf-16", "UTF-16 text without a byte order mark", is_text=False)
_BINARY = Kind("binary", "not text: it holds bytes of value zero", is_text=False)

_XML = Kind("xml", "XML", is_text=True)
_HTML = Kind("html", "HTML", is_text=True)
_TEX = Kind("tex", "TeX", is_text=True)
_MARKDOWN = Kind("md", "Markdown", is_text=True)
_PLAIN = Kind("txt", "plain text", is_text=True)
_BY_NAME = {
    ".xml": _XML,
    ".tei": _XML,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".tex": _TEX,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
}
_HTML_BEGINS = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_XML_BEGINS = re.compile(rb"\s*<\?xml\s")

_HEAD = 4096
"""How many bytes tell what a file is."""


def recognise(content: bytes, name: str) -> Kind:
    """What the content is: by its signature, else by how it begins, else by the file's name."""
    head = content[:_HEAD]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return next((kind for inside, kind in _ZIPPED if inside in head), _ZIP)
    if head.startswith(_BYTE_ORDER_MARKS):
        head = head.lstrip(b"".join(_BYTE_ORDER_MARKS)).replace(b"\x00", b"")
    elif b"\x00" in content:
        return _WIDE if _looks_wide(head) else _BINARY
    if _HTML_BEGINS.match(head):
        return _HTML
    if _XML_BEGINS.match(head):
        return _XML
    return _BY_NAME.get(PurePosixPath(name).suffix.lower(), _PLAIN)


def _looks_wide(head: bytes) -> bool:
    """Whether every other byte is zero, as in Western text in UTF-16."""
    halves = (head[::2], head[1::2])
    return any(half.count(0) > 0.8 * len(half) for half in halves if half)
