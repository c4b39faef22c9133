"""Notes listed at the end of a PDF or of its chapters, under a heading of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.readers.pdf_labels import (
    Expected,
    label_of,
    raised_heads,
    raised_labels,
    without_label,
)
from provenance.readers.pdf_notes import FoundNote, OpenNote, Parted, PlacedLine, last_label

_HEADING = re.compile(
    r"\s*(?:(?:end|foot)?notes?|notes? (?:and references|to .{1,60})|references(?: and notes)?|"
    r"anmerkungen|fu(?:ß|ss)noten|endnoten|belege|remarques|notas|note)\s*[:.]?\s*",
    re.IGNORECASE,
)
_FIRST = Expected(frozenset({"1"}))
_MOST_LINES_OF_A_NOTE = 30
_MOST_BEFORE_LIST = 3
"""How many lines may stand between the heading of a list of notes and the first of them."""


def with_endnotes(parted: Parted) -> Parted:
    """The same, with lists of notes taken off the text where it has markers without notes."""
    body, notes = parted.body, parted.notes
    known = {note.label for note in notes}
    marked = [label for placed in body for label in raised_labels(placed.line) if label.isdecimal()]
    loose = [label for label in marked if label not in known]
    if len(loose) < max(1, len(marked) // 2):
        return parted
    kept: list[PlacedLine] = []
    found: list[FoundNote] = []
    at = 0
    while at < len(body):
        kept.append(body[at])
        if _HEADING.fullmatch(body[at].line.text):
            listing = _list_under(body, at, len(loose))
            found += listing.notes
            kept += listing.between
            at += listing.length
        at += 1
    return Parted(tuple(kept), (*notes, *found))


@dataclass(frozen=True, slots=True)
class _Listing:
    """Notes listed under a heading, the headings between them, and how many lines they take."""

    notes: tuple[FoundNote, ...] = ()
    between: tuple[PlacedLine, ...] = ()
    length: int = 0


def _list_under(body: Sequence[PlacedLine], heading: int, most: int) -> _Listing:
    notes: list[OpenNote] = []
    between: list[PlacedLine] = []
    raised = raised_heads([placed.line for placed in body[heading + 1 :]])
    first, others = Expected(_FIRST.marked, raised), Expected(frozenset(), raised)
    at = heading + 1
    while at < len(body):
        placed = body[at]
        last = last_label(notes)
        label = label_of(placed.line, first if not notes or between else others, last)
        if not label and _begins_anew(body, at, last):
            label = "1"
            between += _heading_before(notes[-1])
        if label:
            opening = PlacedLine(without_label(placed.line, label), placed.page)
            notes.append(OpenNote(label, placed.page, [opening]))
        elif not notes:
            between.append(placed)
        elif placed.line.size > 1.08 * notes[-1].lines[0].line.size:
            if not _goes_on(body, at, last):
                break
            between.append(placed)
        else:
            notes[-1].lines.append(placed)
        if not notes and len(between) > _MOST_BEFORE_LIST:
            return _Listing()
        at += 1
    if len(notes) < min(2, most):
        return _Listing()
    found = tuple(FoundNote(n.label, n.page, tuple(n.lines), "end") for n in notes)
    return _Listing(found, tuple(between), at - heading - 1)


def _begins_anew(body: Sequence[PlacedLine], at: int, last: int) -> bool:
    """Whether a list counts from 1 again here: its 2 must not be far."""
    if last < 2 or label_of(body[at].line, _FIRST, 0) != "1":
        return False
    ahead = body[at + 1 : at + _MOST_LINES_OF_A_NOTE]
    return any(label_of(placed.line, _FIRST, 1) == "2" for placed in ahead)


def _heading_before(note: OpenNote) -> list[PlacedLine]:
    """A chapter's heading between two lists, taken off the note it was read into."""
    last = note.lines[-1]
    is_heading = len(note.lines) > 1 and not re.search(r"[.,;:\d)”]$", last.line.text.rstrip())
    return [note.lines.pop()] if is_heading and len(last.line.text) < 80 else []


def _goes_on(body: Sequence[PlacedLine], at: int, last: int) -> bool:
    """Whether the list goes on behind a chapter's heading within it: with 1, or the next number."""
    return any(label_of(placed.line, _FIRST, last) for placed in body[at + 1 : at + 4])
