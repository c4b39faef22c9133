"""The notes of sources as rows: each with its marker, its works, and the claims on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from provenance.model.documents import Document
from provenance.model.dossier import Dossier, ReadSource
from provenance.model.notes import Marker, MarkerKind, Note
from provenance.rendering.citations_in_words import cited_in
from provenance.rendering.statements_in_words import counted


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note with its marker, or one of the two where the other is missing."""

    source: str
    label: str
    """As a statement would name it: `2/29` where numbering restarts."""
    note: Note | None
    marker: Marker | None
    claims: tuple[str, ...]
    """Ids of the claims with a statement that rests on it."""
    cites: tuple[str, ...]
    """Each work it cites, in words."""
    works: tuple[str, ...]
    """Keys of the works it cites in the workspace's bibliography."""


def note_rows(dossier: Dossier, sources: Iterable[str]) -> tuple[NoteRow, ...]:
    """The rows of some sources, source by source; within one in the order of the text."""
    keys = {at: work.key for work in dossier.bibliography for at in work.cited}
    return tuple(row for id_ in sources for row in _of_source(dossier, dossier.source(id_), keys))


def _of_source(
    dossier: Dossier, entry: ReadSource, keys: Mapping[tuple[str, str], str]
) -> Iterator[NoteRow]:
    source, document = entry.source.id, entry.document
    if document is None:
        return
    used = _used(dossier, source, document)
    for label, note, marker in _pairs(document, used):
        citations = note.citations if note else ()
        works = dict.fromkeys(keys.get((source, citation.id), "") for citation in citations)
        yield NoteRow(
            source,
            label,
            note,
            marker,
            tuple(used.get(note.id if note else label, ())),
            cited_in(note, entry.works) if note else (),
            tuple(key for key in works if key),
        )


def _used(dossier: Dossier, source: str, document: Document) -> dict[str, list[str]]:
    """For every note that statements of a source name, the claims they belong to.

    By the note's id; by its label as it was written where no note has it.
    """
    used: dict[str, list[str]] = defaultdict(list)
    for row in dossier.rows:
        named = [
            label
            for cell in row.cells
            if cell.source == source
            for placed in cell.statements
            for label in placed.statement.notes
        ]
        for label in dict.fromkeys(named):
            note = document.note_labelled(label)
            used[note.id if note else label].append(row.claim.id)
    return used


def _pairs(
    document: Document, named: Iterable[str]
) -> Iterator[tuple[str, Note | None, Marker | None]]:
    markers = {m.id: m for m in document.markers if m.kind is MarkerKind.NOTE}
    bodies = {note.id for note in document.notes}
    several = len({note.series for note in document.notes}) > 1
    found: list[tuple[int, str, Note | None, Marker | None]] = []
    for note in document.notes:
        label = f"{note.series}/{note.label}" if several else note.label
        marker = markers.get(note.marker or "")
        start = marker.span.start if marker else note.span.start
        found.append((start, label, note, marker))
    for marker in markers.values():
        if marker.note not in bodies:
            found.append((marker.span.start, marker.label, None, marker))
    found.sort(key=lambda row: row[0])
    known = {label for _, label, _, _ in found} | bodies
    # A person may name a note of which neither marker nor body was recognised.
    for label in named:
        if label not in known:
            found.append((len(document.text), label, None, None))
    return ((label, note, marker) for _, label, note, marker in found)


def tally(rows: Sequence[NoteRow]) -> str:
    """`2 of 3 tied · 1 without a marker`: how many markers lead to a note."""
    tied = sum(row.note is not None and row.marker is not None for row in rows)
    loose = sum(row.marker is None and row.note is not None for row in rows)
    missing = sum(row.note is None for row in rows)
    parts = [f"{tied} of {counted(len(rows), 'note')} tied"]
    parts += [f"{loose} without a marker"] if loose else []
    parts += [f"{missing} without a body"] if missing else []
    return " · ".join(parts)


def followed(rows: Sequence[NoteRow], at: int) -> int | None:
    """Where the reference of a row leads: the note it names, else the next that cites its work.

    None where it leads nowhere.
    """
    row = rows[at]
    for citation in row.note.citations if row.note else ():
        named = [
            place
            for place, other in enumerate(rows)
            if citation.note and other.source == row.source and other.label == citation.note
        ]
        if len(named) == 1 and named[0] != at:
            return named[0]
    onwards = [*range(at + 1, len(rows)), *range(at)]
    return next((place for place in onwards if set(rows[place].works) & set(row.works)), None)
