"""Long quotations that stand in paragraphs of their own, without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.model.documents import Document, SetOff
from provenance.model.spans import Span

PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")
QUOTED_LINE = re.compile(r"^[^\S\n]*(?:>[^\S\n]?)+", re.MULTILINE)
_ALL_LINES_QUOTED = re.compile(r"[^\S\n]*>[^\n]*(?:\n[^\S\n]*>[^\n]*)*\n?\Z")
_LEADS_IN = re.compile(r"[:,;][\s\"”’*_)\]\d^\[]*\Z|[^\W\d_]\s*\Z")
_ATTRIBUTION = re.compile(r"[>\s]*(?:[—–]|--+)\s*\S")
_ASIDE = re.compile(
    r"[>\s*_]*(?:\[!\w+\]|(?:Notes?|Hinweis|Anmerkung|Achtung|Warning|Caution|Tip|Summary|Abstract"
    r"|Zusammenfassung|Editor[’']s note)\b[^\n.:]{0,40}[.:*_])"
)
"""What begins like this is a box of the author's own."""
_REFERENCE_BEHIND = re.compile(
    r"\s[(\[][^()\[\]]*\d[^()\[\]]*[)\]][.\s]*\Z|\n\s*(?:[—–]|--+)\s*\S.*\Z"
)
_FEWEST_INDENTED = 12
"""Words of the shortest paragraph whose indent alone makes a quotation of it."""
_MOST_INDENTED = 0.3
"""Share of a document's paragraphs that may be indented, for the indent to set any apart."""


@dataclass(frozen=True, slots=True)
class SetOffParagraph:
    """One paragraph of a quotation that is set off."""

    span: Span
    whole: Span
    """All paragraphs of the quotation."""
    is_sure: bool
    """Whether the file calls it a quotation, or the text before leads one in."""
    before: Span
    """The paragraph right before the whole, where that leads it in; else empty."""


def set_off_paragraphs(document: Document, text: str) -> Iterator[SetOffParagraph]:
    """Paragraphs that are set off, in order. `text` is the document's, with blanks for its notes.

    Lines of who said it are left out.
    """
    every = [Span(*match.span()) for match in PARAGRAPH.finditer(text)]
    quoted = [SetOff(span) for span in every if _ALL_LINES_QUOTED.match(text, span.start, span.end)]
    indented = [each for each in document.set_off if not each.is_named]
    counts = len(indented) <= _MOST_INDENTED * len(every)
    for each in (*quoted, *document.set_off):
        if _ASIDE.match(text, each.span.start):
            continue
        within = [Span(*m.span()) for m in PARAGRAPH.finditer(text, *_ends(each.span))]
        before = _lead_in(text, every, each.span)
        is_long = len(each.span.of(text).split()) >= _FEWEST_INDENTED
        if not each.is_named and not (counts and is_long):
            continue
        for span in within:
            if not _ATTRIBUTION.match(text, span.start):
                is_sure = each.is_named or bool(before)
                yield SetOffParagraph(span, each.span, is_sure, before)


def without_reference(written: str) -> str:
    """The words of a paragraph, with blanks for a reference or a name at its end."""
    return _REFERENCE_BEHIND.sub(lambda match: " " * len(match.group()), written)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _lead_in(text: str, every: Sequence[Span], whole: Span) -> Span:
    """The paragraph right before, if it ends as what leads a quotation in does."""
    before = [span for span in every if span.end <= whole.start][-1:]
    if before and _LEADS_IN.search(before[0].of(text)):
        return before[0]
    return Span(whole.start, whole.start)
