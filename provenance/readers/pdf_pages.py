"""What PDFium sees of a document, page by page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from provenance.readers.pdf_lines import Line, page_lines
from provenance.readers.pdf_rules import below_rules, page_rules
from provenance.readers.pdf_runs import SeenPage, page_runs

MOST_PAGES = 5_000
_FEW_UNKNOWN = 5
"""Signs without letters that any page may have; so may one in twenty of them."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that cannot be opened."""

    why: str
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A document of so many pages; the language is "" where the file does not say."""

    pages: int
    language: str
    properties: tuple[tuple[str, str], ...] = ()
    """What the file says of itself, by PDF's names: Title, Author, …"""


@dataclass(frozen=True, slots=True)
class PageSeen:
    """The lines of a page as a person reads them; `gaps` say what of it could not be read."""

    lines: tuple[Line, ...] = ()
    label: str = ""
    """What the file calls the page."""
    is_picture: bool = False
    """Whether it shows something, without any text."""
    gaps: tuple[str, ...] = ()


Sight = Refused | Opened | PageSeen


def sights(content: bytes, first: int = 0) -> Iterator[Sight]:
    """What is seen of a document: that it opened, then its pages from `first` on, or that it did
    not. PDFium keeps state of its own and must not be entered by two threads at once."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        words = str(error)
        yield Refused(words, "password" in words.lower() or "security" in words.lower())
        return
    try:
        properties = tuple(sorted(document.get_metadata_dict(skip_empty=True).items()))
        yield Opened(len(document), _language(document), properties)
        for number in range(first, min(len(document), MOST_PAGES)):
            yield _page(document, number)
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, number: int) -> PageSeen:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return PageSeen(gaps=("the page is damaged",))
    try:
        found = _signs(page)
        return PageSeen(
            below_rules(page_lines(found.runs), page_rules(page)),
            document.get_page_label(number) or "",
            not found.signs and _shows_something(page),
            tuple(_gaps(found)),
        )
    finally:
        page.close()


def _gaps(found: SeenPage) -> Iterator[str]:
    if found.is_cut:
        yield "the page holds more signs than any page of text"
    if found.unknown > max(_FEW_UNKNOWN, found.signs // 20):
        yield f"{found.unknown} of {found.signs} signs have no letters behind them"


def _signs(page: pdfium.PdfPage) -> SeenPage:
    try:
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return SeenPage((), 0, 0)
    try:
        return page_runs(text)
    finally:
        text.close()


def _shows_something(page: pdfium.PdfPage) -> bool:
    """Whether a page without text is a picture, and not blank."""
    return bool(raw.FPDFPage_CountObjects(page) > 0)


def _language(document: pdfium.PdfDocument) -> str:
    # Older builds of PDFium cannot tell.
    get = getattr(raw, "FPDFCatalog_GetLanguage", None)
    size = get(document, None, 0) if get else 0
    if get is None or not 2 < size < 200:
        return ""
    buffer = ctypes.create_string_buffer(size)
    get(document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
