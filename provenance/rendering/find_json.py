"""What a search for a claim found, as `provenance/find/1`."""

from __future__ import annotations

from typing import Any

from provenance.model.search import FoundPassage, Search, Searched
from provenance.rendering.json_text import dumps as dumps

Json = dict[str, Any]


def find(search: Search) -> Json:
    """Every source with its passages, best first; one that could not be read has a reason."""
    return {
        "schema": "provenance/find/1",
        "claim": search.claim.id,
        "question": search.claim.question,
        "type": search.claim.type.value,
        "type_proposed": search.claim.type_proposed or None,
        "words": list(search.words),
        "sources": [_source(each, search) for each in search.searched],
    }


def _source(each: Searched, search: Search) -> Json:
    return {
        "source": each.source,
        "searched": each.passages_read,
        "why": each.why or None,
        "passages": [_passage(passage, each.source, search) for passage in each.passages],
    }


def _passage(passage: FoundPassage, source: str, search: Search) -> Json:
    document = search.document(source)
    return {
        "start": passage.span.start,
        "end": passage.span.end,
        "line": document.line_of(passage.span.start),
        "rank": passage.rank,
        "in_note": passage.in_note,
        "words": passage.span.of(document.text),
        "why": passage.why,
    }
