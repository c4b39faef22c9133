"""What was read of one file, as `provenance/read/1`."""

from __future__ import annotations

from typing import Any

from provenance.model.bibliography import ListedWork
from provenance.model.dated import TaggedDate
from provenance.model.dossier import FileReading
from provenance.model.garbles import Garble
from provenance.model.notes import Citation, Marker, Note, Work
from provenance.rendering.json_text import dumps as dumps

Json = dict[str, Any]


def read(reading: FileReading) -> Json:
    """The document, the works its notes cite, its dates. Offsets are code points of its text."""
    document = reading.document
    return {
        "schema": "provenance/read/1",
        "path": document.path,
        "sha256": document.sha256,
        "format": document.format,
        "chars": len(document.text),
        "encoding": document.encoding,
        "language": document.language or None,
        "layers": [
            {
                "name": layer.name,
                "start": layer.span.start,
                "end": layer.span.end,
                "author": layer.author or None,
            }
            for layer in document.layers
        ],
        "pages": [
            {"label": page.label, "start": page.span.start, "end": page.span.end}
            for page in document.pages
        ],
        "gaps": [{"reason": gap.reason, "where": gap.where or None} for gap in document.gaps],
        "remarks": list(document.remarks),
        "markers": [_marker(marker) for marker in document.markers],
        "notes": [_note(note) for note in document.notes],
        "works": [_work(work) for work in reading.works],
        "bibliography": [_listed(work) for work in reading.bibliography],
        "dates": [_date(date, document.text) for date in reading.dates],
        "garbles": [_garble(garble) for garble in reading.garbles],
    }


def _marker(marker: Marker) -> Json:
    return {
        "id": marker.id,
        "start": marker.span.start,
        "end": marker.span.end,
        "label": marker.label,
        "kind": marker.kind.value,
        "evidence": marker.evidence.value,
        "note": marker.note,
    }


def _note(note: Note) -> Json:
    return {
        "id": note.id,
        "label": note.label,
        "start": note.span.start,
        "end": note.span.end,
        "marker": note.marker,
        "series": note.series,
        "citations": [_citation(citation) for citation in note.citations],
    }


def _citation(citation: Citation) -> Json:
    return {
        "id": citation.id,
        "start": citation.span.start,
        "end": citation.span.end,
        "signal": citation.signal,
        "kind": citation.kind.value,
        "author": list(citation.author),
        "title": citation.title,
        "year": citation.year,
        "volume": citation.volume,
        "pages": citation.pages,
        "note": citation.note,
        "work": citation.work,
        "resolution": citation.resolution.value,
        "candidates": list(citation.candidates),
        "work_kind": citation.work_kind.value,
        "container": citation.container,
        "locator": citation.locator,
    }


def _date(date: TaggedDate, text: str) -> Json:
    value = date.value
    return {
        "start": date.span.start,
        "end": date.span.end,
        "text": date.span.of(text),
        "edtf": value.edtf,
        "earliest": str(value.earliest) if value.earliest else None,
        "latest": str(value.latest) if value.latest else None,
        "basis": date.basis,
    }


def _work(work: Work) -> Json:
    return {
        "id": work.id,
        "author": list(work.author),
        "title": work.title,
        "year": work.year,
        "cited": list(work.cited),
        "kind": work.kind.value,
        "container": work.container,
        "volume": work.volume,
    }


def _listed(work: ListedWork) -> Json:
    """One work with the ids of those of `works` that seem to be it, and why."""
    return {
        "key": work.key,
        "works": [
            {"id": spelling.work, "why": spelling.why or None} for spelling in work.spellings
        ],
        "entry": work.reference.id if work.reference else None,
        "entries": list(work.fitting),
    }


def _garble(garble: Garble) -> Json:
    return {
        "start": garble.span.start,
        "end": garble.span.end,
        "text": garble.text,
        "suggestion": garble.suggestion,
        "evidence": garble.evidence,
    }
