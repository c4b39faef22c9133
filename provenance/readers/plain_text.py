"""Bytes to text: which encoding they are in, and which of them are in none."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass

from provenance.model.documents import Gap

REPLACEMENT = "\ufffd"
"""Stands in the text for bytes that could not be decoded."""

# UTF-32's little-endian mark begins with UTF-16's, so it is looked for first.
_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Canonical text: without byte order mark, every line end a line feed."""

    text: str
    encoding: str
    gaps: tuple[Gap, ...] = ()


def read_text(content: bytes) -> Decoded:
    """Decode by the byte order mark, else as UTF-8, else as Windows-1252.

    A file that is UTF-8 but for some damaged bytes stays UTF-8: to take it for Windows-1252 would
    spoil every accent in it to save a few.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode(content[len(mark) :], encoding)
    decoded = _decode(content, "utf-8")
    if not decoded.gaps or _is_mostly_utf8(content):
        return decoded
    return _decode(content, "windows-1252")


def _is_mostly_utf8(content: bytes) -> bool:
    text = content.decode("utf-8", "replace")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    bad = _bad_places(text, content, "utf-8")
    return beyond_ascii - bad > bad


def _decode(content: bytes, encoding: str) -> Decoded:
    gaps: tuple[Gap, ...] = ()
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        text = content.decode(encoding, "replace")
        count = _bad_places(text, content, encoding)
        places = "1 place" if count == 1 else f"{count} places"
        before = _with_line_feeds(content[: error.start].decode(encoding, "replace"))
        line = before.count("\n") + 1
        reason = (
            f"bytes in {places} are not {encoding} and stand as {REPLACEMENT} in the text; "
            f"the first is 0x{content[error.start]:02x}"
        )
        gaps = (Gap(reason, f"line {line}"),)
    text = _with_line_feeds(text)
    if not text.strip():
        gaps += (Gap("the file holds nothing but white space" if text else "the file is empty"),)
    return Decoded(text, encoding, gaps)


def _bad_places(text: str, content: bytes, encoding: str) -> int:
    """Replacement characters that stand for damage, without those the author typed."""
    typed = content.count(REPLACEMENT.encode(encoding)) if encoding.startswith("utf") else 0
    return max(1, text.count(REPLACEMENT) - typed)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
