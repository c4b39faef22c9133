"""PDF files: their text in reading order, their pages, and notes by size and baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.errors import Place, ProvenanceError, problem_error
from provenance.model.documents import Gap
from provenance.readers.pdf_endnotes import with_endnotes
from provenance.readers.pdf_furniture import strip_furniture
from provenance.readers.pdf_notes import part_notes
from provenance.readers.pdf_pages import MOST_PAGES, Opened, PageSeen, Refused
from provenance.readers.pdf_process import look_at
from provenance.readers.pdf_weaving import PdfWeaving
from provenance.readers.weaver import Reading


def read_pdf(content: bytes, place: Place) -> Reading:
    """The text of a PDF. Pages that are pictures are gaps.

    Raises `ProvenanceError` where it cannot be opened: slugs `encrypted` and `broken-file`.
    """
    opened, pages = look_at(content)
    if isinstance(opened, Refused):
        raise _not_opened(opened, place)
    stripped = strip_furniture([page.lines for page in pages])
    labels = _page_labels([page.label for page in pages], stripped.labels)
    parted = with_endnotes(part_notes(stripped.pages))
    scans = [number for number, page in enumerate(pages) if page.is_picture]
    gaps = [*_scan_gaps(scans, labels), *_gaps(opened, pages)]
    if b"%%EOF" not in content[-2048:]:
        gaps.append(Gap("the file breaks off before its end, and pages may be missing"))
    return PdfWeaving(parted, labels).reading(gaps, opened.language)


def _not_opened(refused: Refused, place: Place) -> ProvenanceError:
    if refused.is_locked:
        return problem_error(
            "encrypted",
            "the PDF asks for a password",
            place=place,
            hint="save it without a password and add that",
        )
    hint = "open it in a PDF reader and save it again, or fetch it anew"
    why = f"the PDF cannot be opened: {refused.why}"
    return problem_error("broken-file", why, place=place, hint=hint)


def _gaps(opened: Opened, pages: Sequence[PageSeen]) -> Iterable[Gap]:
    for number, page in enumerate(pages, 1):
        for why in page.gaps:
            yield Gap(why, f"page {number}")
    if opened.pages > MOST_PAGES:
        yield Gap(f"only the first {MOST_PAGES:,} of {opened.pages:,} pages were read")


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
