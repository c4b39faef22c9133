"""The passages two files share, as `provenance/align/1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from provenance.model.alignments import SharedPassage
from provenance.model.documents import Document
from provenance.model.spans import Span

Json = dict[str, Any]


def align(left: Document, right: Document, passages: Sequence[SharedPassage]) -> Json:
    """Every passage with its place on both sides, its kind, its words and where else it stands."""
    return {
        "schema": "provenance/align/1",
        "left": _file(left),
        "right": _file(right),
        "passages": [_passage(passage) for passage in passages],
    }


def _file(document: Document) -> Json:
    return {"path": document.path, "sha256": document.sha256, "chars": len(document.text)}


def _passage(passage: SharedPassage) -> Json:
    return {
        "left": _span(passage.left),
        "right": _span(passage.right),
        "kind": passage.kind.value,
        "words": {
            "left": passage.left_words,
            "right": passage.right_words,
            "same": passage.same_words,
        },
        "elsewhere": [
            {"side": side, **_span(span)}
            for side, spans in (
                ("left", passage.elsewhere_left),
                ("right", passage.elsewhere_right),
            )
            for span in spans
        ],
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}
