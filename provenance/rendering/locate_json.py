"""Where a quotation stands in a file, as `provenance/locate/1`."""

from __future__ import annotations

from typing import Any

from provenance.model.alignments import FoundPlace, Located
from provenance.model.documents import Document
from provenance.rendering.json_text import dumps as dumps

Json = dict[str, Any]


def locate(document: Document, quote: str, located: Located) -> Json:
    """Every place, with the words that differ there as the quotation and the source have them."""
    return {
        "schema": "provenance/locate/1",
        "path": document.path,
        "sha256": document.sha256,
        "found": located.found.value,
        "places": [_place(place, quote, document) for place in located.places],
    }


def _place(place: FoundPlace, quote: str, document: Document) -> Json:
    span = place.span
    return {
        "start": span.start,
        "end": span.end,
        "line": document.line_of(span.start),
        "column": document.column_of(span.start),
        "words": span.of(document.text),
        "differences": [
            {
                "kind": difference.kind.value,
                "quoted": difference.left.of(quote),
                "source": difference.right.of(document.text),
            }
            for difference in place.differences
        ],
    }
