"""Bracketed numbers that stand out of order, or again: `[2]` behind `[3]`, a second `[5]`.

The series of a plain text's markers only rises, so that it goes past them. In a text whose markers
stand in brackets, a bracket with the number of a note can hardly be anything else.
"""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.citations.markers import FoundNotes
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind
from provenance.model.spans import Span

_BRACKET = re.compile(r"\[(\d{1,3})\](?![(:\d])")
_MOST = 0.5


def with_bracketed_markers(text: str, found: FoundNotes) -> FoundNotes:
    """What was found, with every further bracket that has the number of a note.

    Where numbering restarts it cannot be told which note is meant, and nothing is added.
    """
    ours = [marker for marker in found.markers if marker.kind is MarkerKind.NOTE]
    brackets = [marker for marker in ours if marker.evidence is MarkerEvidence.BRACKET]
    notes = {note.label: note.id for note in found.notes}
    if len(brackets) <= _MOST * len(ours) or len(notes) < len(found.notes):
        return found
    taken = [marker.span for marker in found.markers] + [note.span for note in found.notes]
    added = [
        Marker(
            f"b{number}",
            Span(*match.span()),
            match[1],
            MarkerKind.NOTE,
            MarkerEvidence.BRACKET,
            notes[match[1]],
        )
        for number, match in enumerate(_BRACKET.finditer(text), 1)
        if match[1] in notes and _stands_in_prose(text, match)
        if not any(Span(*match.span()).overlaps(other) for other in taken)
    ]
    first = {marker.note: marker.id for marker in reversed(added)}
    return FoundNotes(
        tuple(sorted((*found.markers, *added), key=lambda marker: marker.span)),
        tuple(replace(note, marker=note.marker or first.get(note.id)) for note in found.notes),
    )


def _stands_in_prose(text: str, match: re.Match[str]) -> bool:
    """Whether words stand before a bracket in its line: at a line's beginning it labels a note."""
    return bool(text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip())
