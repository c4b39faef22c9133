"""Words of a statement that a person changes: whether, and where, they stand in the source."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.alignment.locate import Locator
from provenance.model.alignments import Found
from provenance.model.documents import Document
from provenance.model.spans import Span
from provenance.run.quoting import told_apart

_AROUND = 3_000
"""Code points on either side of the old words in which the new ones are looked for: quotations grow
and shrink where they stand, and what is typed is answered at once."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """Where the words stand. `words` is what the source has there, "" where it has none of it."""

    found: Found
    """Exact, near or none: of several places the one nearest to the old words is meant."""
    span: Span | None = None
    words: str = ""


class Rewording:
    """One statement's place in its source. The last answer is kept."""

    def __init__(self, document: Document | None, span: Span | None) -> None:
        self._document, self._span = document, span
        self._last: tuple[str, Reworded] = ("", Reworded(Found.NONE))
        self._locator: tuple[int, Locator] | None = None

    def where(self, quote: str) -> Reworded:
        """Where words stand, the nearest place to the old ones first."""
        if self._last[0] != quote:
            self._last = (quote, self._where(quote))
        return self._last[1]

    def beside(self, quote: str) -> tuple[str, str]:
        """The words before and after that tell their place from its likes."""
        stands = self.where(quote)
        if self._document is None or stands.span is None:
            return "", ""
        markers = (marker.span for marker in self._document.markers)
        return told_apart(self._document.text, stands.span, markers)

    def _where(self, quote: str) -> Reworded:
        if self._document is None:
            return Reworded(Found.NONE)
        text = self._document.text
        start, locator = self._near(text)
        located = locator.locate(quote)
        if not located.places:
            at = text.find(quote) if quote.strip() else -1
            is_there = at >= 0
            span = Span(at, at + len(quote)) if is_there else None
            return Reworded(Found.EXACT if is_there else Found.NONE, span, quote * is_there)
        old = self._span.start - start if self._span else 0
        nearest = min(located.places, key=lambda place: abs(place.span.start - old))
        span = Span(nearest.span.start + start, nearest.span.end + start)
        found = Found.NEAR if nearest.differences else Found.EXACT
        return Reworded(found, span, span.of(text))

    def _near(self, text: str) -> tuple[int, Locator]:
        if self._locator is None:
            start = max(0, self._span.start - _AROUND) if self._span else 0
            end = self._span.end + _AROUND if self._span else len(text)
            self._locator = (start, Locator(text[start:end]))
        return self._locator
