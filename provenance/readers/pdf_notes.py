"""Notes at the foot of PDF pages and at the end of chapters, told by size and by label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from provenance.readers.pdf_lines import Line, Piece, Shift

SYMBOLS = "*∗†‡§¶"
RAISED_LABEL = re.compile(
    rf"(?:\d{{1,4}}[a-z]?|[{SYMBOLS}]{{1,4}}|[a-z])(?:\s*,\s*(?:\d{{1,4}}|[{SYMBOLS}]{{1,4}}))*"
)
ONE_LABEL = re.compile(rf"\d{{1,4}}[a-z]?|[{SYMBOLS}]{{1,4}}|[a-z]")
_PLAIN_LABEL = re.compile(
    rf"\s*[\[(]?(\d{{1,4}}|[{SYMBOLS}]{{1,4}})[\])]?\.?[\s\t]*(?=\S)(?![\d,:%–-])"
)
_SYMBOL_BEHIND = re.compile(rf"\w[.,;:”’\"]?([{SYMBOLS}]{{1,4}})(?![\w{SYMBOLS}])")
_HEADING = re.compile(
    r"\s*(?:(?:end|foot)?notes?|notes? (?:and references|to .{1,60})|references(?: and notes)?|"
    r"anmerkungen|fu(?:ß|ss)noten|endnoten|belege|remarques|notas|note)\s*[:.]?\s*",
    re.IGNORECASE,
)
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SMALLER = 0.95
"""At most how large the words of a footnote are, to those of the text."""
_MUCH = 0.15
"""The share of all signs that no heading and no block quotation reaches."""
_WIDEST_LEAD = 3.0
"""Distance of two baselines of notes, in sizes, blank lines between notes included."""
_MOST_LINES_OF_A_NOTE = 30
_MOST_BEFORE_LIST = 3
"""How many lines may stand between the heading of a list of notes and the first of them."""
_FARTHEST_JUMP = 4
"""How many labels may be lost between two notes."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and the page it stands on, counted from 0."""

    line: Line
    page: int


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note's lines, the first without its label."""

    label: str
    page: int
    lines: tuple[PlacedLine, ...]
    kind: str = "foot"


@dataclass(frozen=True, slots=True)
class Parted:
    """The lines of a document, parted into text and notes."""

    body: tuple[PlacedLine, ...]
    notes: tuple[FoundNote, ...]


@dataclass(slots=True)
class _Open:
    label: str
    page: int
    lines: list[PlacedLine] = field(default_factory=list)


def raised_labels(line: Line) -> tuple[str, ...]:
    """The labels that stand raised in a line, but for one at its beginning."""
    raised = (p for p in line.pieces[1:] if p.shift is Shift.RAISED)
    return tuple(
        label for piece in raised if RAISED_LABEL.fullmatch(piece.text.strip())
        for label in ONE_LABEL.findall(piece.text)
    )  # fmt: skip


def part_notes(pages: Sequence[Sequence[Line]]) -> Parted:
    """Text and notes of a document whose pages are without running heads."""
    size = _text_size(pages)
    body: list[PlacedLine] = []
    notes: list[_Open] = []
    for number, page in enumerate(pages):
        marked = {label for line in page for label in raised_labels(line)}
        marked |= {found[1] for line in page for found in _SYMBOL_BEHIND.finditer(line.text)}
        for _, column in groupby(page, key=lambda line: line.column):
            lines = list(column)
            start = _zone(lines, size, marked, notes)
            body += [PlacedLine(line, number) for line in lines[:start]]
            _take(notes, lines[start:], number, marked)
    found = tuple(FoundNote(note.label, note.page, tuple(note.lines)) for note in notes)
    return _with_endnotes(tuple(body), found)


def _text_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size of the running text: the largest that much is set in. Notes may well be longer."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(2 * line.size) / 2] += len(line.text)
    much = _MUCH * sizes.total()
    return max((size for size, signs in sizes.items() if signs >= much), default=0.0)


def _zone(lines: list[Line], size: float, marked: set[str], notes: list[_Open]) -> int:
    """Where the notes of a column begin; its length where it has none."""
    small = len(lines)
    while small and lines[small - 1].size <= _SMALLER * size:
        small -= 1
    last = _last_label(notes)
    labelled = (at for at in range(small, len(lines)) if label_of(lines[at], marked, last))
    first = next(labelled, None)
    if first is not None:
        return _with_words_before(lines, small, first) if notes else first
    if _goes_on_from_before(lines, small, size, notes):
        return small
    # Notes set as large as the text are known by nothing but a raised label that is marked above.
    raised = (
        at
        for at, line in enumerate(lines)
        if line.pieces[0].shift is Shift.RAISED and label_of(line, marked, last) in marked
    )
    return next(raised, len(lines))


def _with_words_before(lines: list[Line], small: int, first: int) -> int:
    """Words above the first label go on from the page before, if they are set like notes."""
    like = lines[first].size
    at = first
    while at > small and abs(lines[at - 1].size - like) < 0.04 * like and _close(lines, at):
        at -= 1
    return at if at == small else first


def _goes_on_from_before(lines: list[Line], small: int, size: float, notes: list[_Open]) -> bool:
    """Whether small print without a label is the end of a note from the page before."""
    if not notes or not notes[-1].lines or not 0 < small < len(lines):
        return False
    like = notes[-1].lines[-1].line.size
    is_like = all(abs(line.size - like) < 0.03 * size for line in lines[small:])
    gap = lines[small - 1].baseline - lines[small].baseline
    return is_like and gap > 1.5 * size and _is_unfinished(notes[-1])


def _is_unfinished(note: _Open) -> bool:
    """Whether a note may go on: its words do not end as a sentence does."""
    return not note.lines[-1].line.text.rstrip().endswith((".", "!", "?", "”", ")"))


def _close(lines: list[Line], at: int) -> bool:
    return 0 < lines[at - 1].baseline - lines[at].baseline < _WIDEST_LEAD * lines[at].size


def _last_label(notes: Sequence[_Open]) -> int:
    return next((int(note.label) for note in reversed(notes) if note.label.isdecimal()), 0)


def label_of(line: Line, marked: Iterable[str], last: int) -> str:
    """The label at the head of a note's first line; "" where the line goes on from the one before.

    A raised number is a label by its looks. A level one must be the next number, or be marked on
    the page: "1945" or "155." at the head of a line is neither. A letter must be marked.
    """
    first = line.pieces[0]
    if first.shift is Shift.RAISED:
        found = ONE_LABEL.match(first.text.strip())
        label = found[0] if found else ""
        return label if _may_follow(label, last, marked) else ""
    raised = re.match(r"\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})", first.text)
    if raised:
        return raised[1].translate(_RAISED_DIGITS)
    plain = _PLAIN_LABEL.match(first.text + (" x" if len(line.pieces) > 1 else ""))
    if plain is None:
        return ""
    label = plain[1]
    if not label.isdecimal():
        return label if label in marked else ""
    # The first number of all needs a marker: a list at the foot of a page begins with 1 as well.
    is_next = (last and int(label) == last + 1) or (label in marked and int(label) > last)
    return label if is_next or (label == "1" and "1" in marked) else ""


def _may_follow(label: str, last: int, marked: Iterable[str]) -> bool:
    if not label.isdecimal():
        return label in marked
    return label in marked or 0 < int(label) - last <= _FARTHEST_JUMP or label == "1"


def _take(notes: list[_Open], lines: list[Line], page: int, marked: set[str]) -> None:
    for line in lines:
        label = label_of(line, marked, _last_label(notes))
        if label:
            notes.append(_Open(label, page, [PlacedLine(without_label(line, label), page)]))
        elif notes:
            notes[-1].lines.append(PlacedLine(line, page))


def without_label(line: Line, label: str) -> Line:
    """A note's first line without the label it begins with."""
    first = line.pieces[0]
    if first.shift is Shift.RAISED:
        rest = first.text.strip()[len(label) :].strip()
        pieces = ((Piece(rest, Shift.LEVEL),) if rest else ()) + line.pieces[1:]
    else:
        plain = _PLAIN_LABEL.match(first.text + " x")
        cut = plain.end() if plain else len(label)
        pieces = (Piece(first.text[cut:].strip(), first.shift), *line.pieces[1:])
    return replace(line, pieces=pieces)


def _with_endnotes(body: tuple[PlacedLine, ...], notes: tuple[FoundNote, ...]) -> Parted:
    """Lists of notes under a heading of their own, where the text has markers without notes."""
    known = {note.label for note in notes}
    marked = [label for placed in body for label in raised_labels(placed.line) if label.isdecimal()]
    loose = [label for label in marked if label not in known]
    if len(loose) < max(1, len(marked) // 2):
        return Parted(body, notes)
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
    notes: list[_Open] = []
    between: list[PlacedLine] = []
    at = heading + 1
    while at < len(body):
        placed = body[at]
        last = _last_label(notes)
        label = label_of(placed.line, {"1"} if not notes or between else (), last)
        if not label and _begins_anew(body, at, last):
            label = "1"
            between += _heading_before(notes[-1])
        if label:
            first = PlacedLine(without_label(placed.line, label), placed.page)
            notes.append(_Open(label, placed.page, [first]))
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
    if last < 2 or label_of(body[at].line, {"1"}, 0) != "1":
        return False
    ahead = body[at + 1 : at + _MOST_LINES_OF_A_NOTE]
    return any(label_of(placed.line, {"2"}, 1) == "2" for placed in ahead)


def _heading_before(note: _Open) -> list[PlacedLine]:
    """A chapter's heading between two lists, taken off the note it was read into."""
    last = note.lines[-1]
    is_heading = len(note.lines) > 1 and not re.search(r"[.,;:\d)”]$", last.line.text.rstrip())
    return [note.lines.pop()] if is_heading and len(last.line.text) < 80 else []


def _goes_on(body: Sequence[PlacedLine], at: int, last: int) -> bool:
    """Whether the list goes on behind a chapter's heading within it: with 1, or the next number."""
    return any(label_of(placed.line, {"1"}, last) for placed in body[at + 1 : at + 4])
