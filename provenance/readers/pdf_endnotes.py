"""Notes listed at the end of a PDF or of its chapters, under a heading of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from provenance.readers.numerals import written
from provenance.readers.pdf_labels import (
    Expected,
    heads_note,
    label_of,
    raised_heads,
    raised_labels,
    without_label,
)
from provenance.readers.pdf_lines import Line, Shift
from provenance.readers.pdf_notes import FoundNote, OpenNote, Parted, PlacedLine, last_label

_HEADING = re.compile(
    r"\s*(?:(?:end|foot)?notes?|notes? (?:and references|to .{1,60})|references(?: and notes)?|"
    r"anmerkungen|fu(?:ß|ss)noten|endnoten|belege|remarques|notas|note)\s*[:.]?\s*",
    re.IGNORECASE,
)
_FIRST = Expected(frozenset({"1"}))
_MOST_LINES_OF_A_NOTE = 30
_MOST_LOST = 4
"""How many labels in a row a list may lack."""
_MOST_BEFORE_LIST = 3
"""How many lines may stand between the heading of a list of notes and the first of them."""


def with_endnotes(parted: Parted) -> Parted:
    """The same, with lists of notes taken off the text where it has markers without notes."""
    body, notes = parted.body, parted.notes
    known = {note.label for note in notes}
    marked = [label for placed in body for label in raised_labels(placed.line) if label.isdecimal()]
    loose = [label for label in marked if label not in known]
    if len(loose) < max(1, len(marked) // 2):
        return _without_last_list(parted, "i") or parted
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
    if found:
        return Parted(tuple(kept), (*notes, *found))
    return _without_last_list(parted, "1") or parted


def _without_last_list(parted: Parted, style: str) -> Parted | None:
    """The same, with the notes taken off that close the text under no heading at all.

    Their labels count up from the first, in figures or as Roman numerals; most of them are markers
    in the text before.
    """
    body = parted.body
    marks = [
        (at, label)
        for at, placed in enumerate(body)
        for label in raised_labels(placed.line)
        if label.isdecimal() == (style == "1")
    ]
    for start in range(len(body) - 1, 0, -1) if marks else ():
        if not _heads(body[start].line, written(1, style)):
            continue
        marked = {label for at, label in marks if at < start}
        listing = _counted_from(body, start, marked, style)
        known = sum(note.label in marked for note in listing.notes)
        if 2 * known > max(len(marked), len(listing.notes), 2):
            kept = (*body[:start], *body[start + listing.length :])
            return Parted(kept, (*parted.notes, *listing.notes))
    return None


def _heads(line: Line, label: str) -> bool:
    return heads_note(line, label, raised=line.pieces[0].shift is Shift.RAISED)


def _counted_from(body: Sequence[PlacedLine], start: int, marked: Set[str], style: str) -> _Listing:
    """Notes whose labels count up from 1; a label may be missing before one that is marked."""
    raised = body[start].line.pieces[0].shift is Shift.RAISED
    notes: list[OpenNote] = []
    length, count = 0, 1
    for placed in body[start:]:
        ahead = [written(number, style) for number in range(count, count + _MOST_LOST)]
        found = next(
            (
                (skipped, label)
                for skipped, label in enumerate(ahead)
                if (not skipped or label in marked)
                and heads_note(placed.line, label, raised=raised)
            ),
            None,
        )
        if found is not None:
            opening = PlacedLine(without_label(placed.line, found[1]), placed.page)
            notes.append(OpenNote(found[1], placed.page, [opening]))
            count += found[0] + 1
        elif placed.line.size > 1.08 * notes[-1].lines[0].line.size:
            break
        else:
            notes[-1].lines.append(placed)
        length += 1
    listed = tuple(FoundNote(n.label, n.page, tuple(n.lines), "end") for n in notes)
    return _Listing(listed, (), length)


@dataclass(frozen=True, slots=True)
class _Listing:
    """Notes listed under a heading, the headings between them, and how many lines they take."""

    notes: tuple[FoundNote, ...] = ()
    between: tuple[PlacedLine, ...] = ()
    length: int = 0


def _list_under(body: Sequence[PlacedLine], heading: int, most: int) -> _Listing:
    notes: list[OpenNote] = []
    between: list[PlacedLine] = []
    heads = raised_heads([placed.line for placed in body[heading + 1 :]])
    raised = heads if 2 * len(heads) > most else frozenset[str]()
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
