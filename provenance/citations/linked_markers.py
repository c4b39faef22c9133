"""Markers that Markdown writes as links within the page: `[4](#f4)`, `[^4^](#note-4)`.

Exports of web pages keep a note's marker as a link to an anchor and lose the anchor itself; the
body then stands as a plain paragraph that begins with the label.
"""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.citations.markers import FoundNotes
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind
from provenance.model.spans import Span

_LINK = re.compile(r"\\?\[\^?(?P<label>\d{1,3}|[*†‡])\^?\\?\]\(#[^()\s]*\)")


def with_linked_markers(text: str, found: FoundNotes) -> FoundNotes:
    """What was found, with the linked markers of notes that have none yet."""
    unmarked = {note.label: note.id for note in reversed(found.notes) if note.marker is None}
    taken = [marker.span for marker in found.markers]
    added: list[Marker] = []
    for match in _LINK.finditer(text):
        span, label = Span(*match.span()), match["label"]
        if label in unmarked and not any(span.overlaps(other) for other in taken):
            id_ = f"l{len(added) + 1}"
            added.append(
                Marker(id_, span, label, MarkerKind.NOTE, MarkerEvidence.LINK, unmarked[label])
            )
    if not added:
        return found
    first = {marker.note: marker.id for marker in reversed(added)}
    markers = tuple(sorted((*found.markers, *added), key=lambda marker: marker.span))
    notes = tuple(replace(n, marker=n.marker or first.get(n.id)) for n in found.notes)
    return replace(found, markers=markers, notes=notes)
