"""The pages a citation gives, and whether a place in a paged source is on one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from provenance.model.documents import Document
from provenance.model.spans import Span

_RANGE = re.compile(r"(?<!\w)(?P<first>\d{1,6})(?:\s*[-–—]\s*(?P<last>\d{1,6}))?\s*(?P<on>ff?\b)?")
_MOST_FOLLOWING = 2
"""Pages that `f.` and `ff.` are taken to add at the most."""


@lru_cache(maxsize=4096)
def page_ranges(pages: str) -> tuple[tuple[int, int], ...]:
    """First and last page of each range: `142–43, 150` is (142, 143), (150, 150). Roman numerals
    and leaves have none.
    """
    found = []
    for match in _RANGE.finditer(pages):
        first = int(match["first"])
        last = match["last"] or ""
        # "142–43": the last page leaves out what it shares with the first.
        whole = match["first"][: len(match["first"]) - len(last)] + last if last else match["first"]
        found.append((first, max(first, int(whole)) + (_MOST_FOLLOWING if match["on"] else 0)))
    return tuple(found)


def pages_at(document: Document, span: Span) -> tuple[str, ...]:
    """The labels of the page or pages that a stretch stands on."""
    return tuple(page.label for page in document.pages if page.span.overlaps(span) and page.label)


def is_elsewhere(document: Document, places: Iterable[Span], cited: Iterable[str]) -> bool:
    """Whether none of some places stands on a page cited. False wherever that cannot be told:
    without page numbers, and where the pages cited are not among the source's own.
    """
    ranges = [page_ranges(pages) for pages in cited]
    if not ranges or not all(ranges):
        return False
    every = [span for each in ranges for span in each]
    known = {int(page.label) for page in document.pages if page.label.isdecimal()}
    if not all(any(first <= page <= last for page in known) for first, last in every):
        return False
    stands = [pages_at(document, span) for span in places]
    if not all(stands) or not all(label.isdecimal() for labels in stands for label in labels):
        return False
    return not any(
        first <= int(label) <= last
        for labels in stands
        for label in labels
        for first, last in every
    )
