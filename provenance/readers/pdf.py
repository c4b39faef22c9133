"""PDF files: their text in reading order, their pages, and notes by size and baseline."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from threading import Lock

import pypdfium2 as pdfium
from pypdfium2 import raw

from provenance.errors import Place, ProvenanceError, problem_error
from provenance.model.documents import Gap
from provenance.readers.pdf_endnotes import with_endnotes
from provenance.readers.pdf_furniture import strip_furniture
from provenance.readers.pdf_lines import Line, page_lines
from provenance.readers.pdf_notes import part_notes
from provenance.readers.pdf_rules import below_rules, page_rules
from provenance.readers.pdf_runs import SeenPage, page_runs
from provenance.readers.pdf_weaving import PdfWeaving
from provenance.readers.weaver import Reading

MOST_PAGES = 5_000
_ONE_AT_A_TIME = Lock()
"""PDFium keeps state of its own and must not be entered by two threads at once."""


@dataclass(slots=True)
class _Seen:
    pages: list[tuple[Line, ...]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)


def read_pdf(content: bytes, place: Place) -> Reading:
    """The text of a PDF. Pages that are pictures are gaps.

    Raises `ProvenanceError` where it cannot be opened: slugs `encrypted` and `broken-file`.
    """
    with _ONE_AT_A_TIME:
        document = _opened(content, place)
        try:
            language = _language(document)
            seen = _seen(document)
        finally:
            document.close()
    if b"%%EOF" not in content[-2048:]:
        seen.gaps.append(Gap("the file breaks off before its end, and pages may be missing"))
    stripped = strip_furniture(seen.pages)
    labels = _page_labels(seen.labels, stripped.labels)
    parted = with_endnotes(part_notes(stripped.pages))
    gaps = [*_scan_gaps(seen.scans, labels), *seen.gaps]
    return PdfWeaving(parted, labels).reading(gaps, language)


def _opened(content: bytes, place: Place) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise problem_error(
                "encrypted",
                "the PDF asks for a password",
                place=place,
                hint="save it without a password and add that",
            ) from None
        raise _broken(str(error), place) from None


def _broken(why: str, place: Place) -> ProvenanceError:
    hint = "open it in a PDF reader and save it again, or fetch it anew"
    return problem_error("broken-file", f"the PDF cannot be opened: {why}", place=place, hint=hint)


def _seen(document: pdfium.PdfDocument) -> _Seen:
    seen = _Seen()
    for number in range(min(len(document), MOST_PAGES)):
        where = f"page {number + 1}"
        try:
            page = document[number]
        except pdfium.PdfiumError:
            seen.gaps.append(Gap("the page is damaged", where))
            seen.pages.append(())
            seen.labels.append("")
            continue
        seen.labels.append(document.get_page_label(number) or "")
        found = _signs(page)
        seen.pages.append(below_rules(page_lines(found.runs), page_rules(page)))
        if not found.signs and _shows_something(page):
            seen.scans.append(number)
        if found.is_cut:
            seen.gaps.append(Gap("the page holds more signs than any page of text", where))
        if found.unknown > max(5, found.signs // 20):
            reason = f"{found.unknown} of {found.signs} signs have no letters behind them"
            seen.gaps.append(Gap(reason, where))
        page.close()
    if len(document) > MOST_PAGES:
        seen.gaps.append(Gap(f"only the first {MOST_PAGES:,} of {len(document):,} pages were read"))
    return seen


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


def _page_labels(given: Sequence[str], printed: Sequence[str]) -> tuple[str, ...]:
    """What each page is called: as printed on it, else as the file says, else by its place."""
    is_said = len(set(given) - {""}) > 1
    return tuple(
        shown or (said if is_said else "") or str(number)
        for number, (said, shown) in enumerate(zip(given, printed, strict=True), 1)
    )


def _scan_gaps(scans: Sequence[int], labels: Sequence[str]) -> Iterable[Gap]:
    """One gap for every stretch of pages that are pictures."""
    start = 0
    for at in range(1, len(scans) + 1):
        if at == len(scans) or scans[at] != scans[at - 1] + 1:
            first, last = labels[scans[start]], labels[scans[at - 1]]
            where = f"page {first}" if at - start == 1 else f"pages {first} to {last}"
            yield Gap("there is no text behind the picture: it has to be recognised first", where)
            start = at
