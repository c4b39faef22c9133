"""Where the number a reader is shown for a note is not the number the file's structure gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.citations.lexicon import MONTH_WORDS
from provenance.drafts.numbering import misplaced_markers, note_markers
from provenance.model.documents import Document
from provenance.model.notes import Marker, Note

_TYPED = re.compile(r"(?P<number>\d{1,3})(?:[.)]\s+|\t)(?=[“‘„\"]?[^\W\d_a-zß-ÿ])")
_MONTH_BEHIND = re.compile(rf"(?:{MONTH_WORDS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Differing:
    """A marker or note with two numbers."""

    item: Marker | Note
    shown: str
    """What is typed: the number the reader sees, or is meant to see."""
    computed: str
    """What counting gives."""
    times: int = 1
    """How many differ, where the first stands for all of them."""


def typed_in_notes(document: Document) -> Iterator[Differing]:
    """Notes whose words begin with a number typed by hand that is not their own."""
    for note in document.notes:
        if not note.label.isdecimal():
            continue
        body = note.span.of(document.text)
        typed = _TYPED.match(body)
        if typed is None or int(typed["number"]) == int(note.label):
            continue
        if not _MONTH_BEHIND.match(body, typed.end()):
            yield Differing(note, typed["number"], note.label)


def markers_of_other_notes(document: Document) -> Iterator[Differing]:
    """Markers that show one number and lead to the note with another."""
    labels = {note.id: note.label for note in document.notes}
    for marker in note_markers(document):
        label = labels.get(marker.note or "", marker.label)
        if label.casefold() != marker.label.casefold():
            yield Differing(marker, marker.label, label)


def markers_renumbered(document: Document) -> Differing | None:
    """The first marker of a Markdown file that will be shown under another number than its own.

    Notes are numbered as they come, whatever they are called: one note with a name, or written
    where it stands, moves every number behind it. Where the numbers themselves are out of order,
    that is another finding.
    """
    if document.format != "md" or any(True for _ in misplaced_markers(document)):
        return None
    places: dict[str, int] = {}
    differing: list[Differing] = []
    for marker in note_markers(document):
        if marker.note is None or marker.note in places:
            continue
        places[marker.note] = len(places) + 1
        place = str(places[marker.note])
        if marker.label.isdecimal() and marker.label != place:
            differing.append(Differing(marker, marker.label, place))
    if not differing or next(iter(differing)).item is note_markers(document)[0]:
        return None
    first = differing[0]
    return Differing(first.item, first.shown, first.computed, len(differing))
