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
    has_words: bool = True
    """Whether there are words in it to be read, be it by another program."""


_DOC = Kind("doc", "an old Word document")
_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind("pdf", "a PDF")),
    (b"{\\rtf", Kind("rtf", "an RTF document")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _DOC),
    (b"\x89PNG\r\n", Kind("image", "a PNG picture", has_words=False)),
    (b"\xff\xd8\xff", Kind("image", "a JPEG picture", has_words=False)),
    (b"GIF8", Kind("image", "a GIF picture", has_words=False)),
    (b"II*\x00", Kind("image", "a TIFF picture", has_words=False)),
    (b"MM\x00*", Kind("image", "a TIFF picture", has_words=False)),
    (b"AT&TFORM", Kind("djvu", "a DjVu scan")),
    (b"\x1f\x8b", Kind("archive", "a gzip archive", has_words=False)),
    (b"BZh", Kind("archive", "a bzip2 archive", has_words=False)),
    (b"7z\xbc\xaf", Kind("archive", "a 7z archive", has_words=False)),
    (b"\x7fELF", Kind("program", "a program", has_words=False)),
    (b"SQLite format 3\x00", Kind("database", "an SQLite database", has_words=False)),
)
_LOCKED = Kind("locked", "an Office document that asks for a password")
# How the name of the stream that holds a locked Office document stands in its file.
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")

# What a ZIP holds is told by the names inside it.
_ZIPPED: tuple[tuple[bytes, Kind], ...] = (
    (b"application/epub+zip", Kind("epub", "an EPUB book")),
    (b"application/vnd.oasis.opendocument.text", Kind("odt", "an ODT document")),
    (b"word/", Kind("docx", "a Word document")),
    (b"META-INF/container.xml", Kind("epub", "an EPUB book")),
    (b"application/vnd.oasis.opendocument.spreadsheet", Kind("ods", "an ODS spreadsheet")),
    (b"application/vnd.oasis.opendocument.presentation", Kind("odp", "an ODP presentation")),
    (b"content.xml", Kind("odt", "an ODT document")),
    (b"xl/", Kind("xlsx", "an Excel workbook")),
    (b"ppt/", Kind("pptx", "a PowerPoint presentation")),
)
_ZIP = Kind("zip", "a ZIP archive", has_words=False)
_CONTENTS = 200_000
"""How many bytes at the end of a ZIP hold the names of what is in it."""

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_WIDE = Kind("utf-16", "UTF-16 text without a byte order mark", has_words=False)
_BINARY = Kind("binary", "not text: it holds bytes of value zero", has_words=False)

_XML = Kind("xml", "XML")
_HTML = Kind("html", "HTML")
_TEX = Kind("tex", "TeX")
_MARKDOWN = Kind("md", "Markdown")
_PLAIN = Kind("txt", "plain text")
_BY_NAME = {
    ".xml": _XML,
    ".tei": _XML,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".tex": _TEX,
    ".latex": _TEX,
    ".fodt": _XML,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
}
PROMISED = {suffix: kind.format for suffix, kind in _BY_NAME.items()} | {
    f".{name}": name for name in ("txt", "pdf", "docx", "odt", "epub", "rtf", "doc")
}
"""The format that the end of a name promises."""
_PDF_LATE = _SIGNATURES[0][1]
"""A PDF that something else stands before, as some servers and mail programs leave it."""
_HTML_BEGINS = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_XML_BEGINS = re.compile(rb"\s*(?:<\?xml\s|<TEI\b|<TEI\.2\b|<teiCorpus\b)")
_TEX_BEGINS = re.compile(
    rb"(?:(?![ \t]*\\document)[ \t\r]*(?:[%\\{}\[\]][^\n]*)?\n)*+[ \t]*"
    rb"\\document(?:class|style)\b|\s*%\s*!TEX\b"
)

_HEAD = 4096
"""How many bytes tell what a file is."""


def recognise(content: bytes, name: str) -> Kind:
    """What the content is: by its signature, else by how it begins, else by the file's name."""
    head = content[:_HEAD]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return _LOCKED if kind is _DOC and _LOCKED_STREAM in content else kind
    if head.startswith(b"PK\x03\x04"):
        return next((kind for inside, kind in _ZIPPED if inside in head), _by_contents(content))
    if b"%PDF-" in head[:1024] and b"\x00" in content:
        return _PDF_LATE
    if head.startswith(_BYTE_ORDER_MARKS):
        head = head.lstrip(b"".join(_BYTE_ORDER_MARKS)).replace(b"\x00", b"")
    elif b"\x00" in content:
        return _WIDE if _looks_wide(head) else _BINARY
    if _HTML_BEGINS.match(head):
        return _HTML
    if _XML_BEGINS.match(head):
        return _XML
    if _TEX_BEGINS.match(head):
        return _TEX
    return _BY_NAME.get(PurePosixPath(name).suffix.lower(), _PLAIN)


def _by_contents(content: bytes) -> Kind:
    end = content[-_CONTENTS:]
    return next((kind for inside, kind in _ZIPPED if inside in end), _ZIP)


def misnamed(kind: Kind, name: str) -> tuple[str, ...]:
    """What to say of a file whose name promises another format than its content keeps."""
    suffix = PurePosixPath(name).suffix.lower()
    promised = PROMISED.get(suffix, kind.format)
    if promised == kind.format:
        return ()
    return (f"the name ends in {suffix}, but the content is {kind.words}, and was read as that",)


def _looks_wide(head: bytes) -> bool:
    """Whether every other byte is zero, as in Western text in UTF-16."""
    halves = (head[::2], head[1::2])
    return any(half.count(0) > 0.8 * len(half) for half in halves if half)
