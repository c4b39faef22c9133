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
        marked |= {sign for line in page for sign in SYMBOLS if _ends_with_symbol(line, sign)}
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


def _ends_with_symbol(line: Line, sign: str) -> bool:
    return re.search(rf"\w[.,;:”’\"]?{re.escape(sign)}(?![\w{SYMBOLS}])", line.text) is not None


def _zone(lines: list[Line], size: float, marked: set[str], notes: list[_Open]) -> int:
    """Where the notes of a column begin; its length where it has none."""
    start = len(lines)
    while start and lines[start - 1].size <= _SMALLER * size:
        start -= 1
    labelled = [
        at for at in range(start, len(lines)) if label_of(lines[at], marked, _last_label(notes))
    ]
    if labelled:
        first = labelled[0]
        if first == start or not notes:
            return first
        # Words above the first label go on from the page before, if they are set like notes.
        like = lines[first].size
        while (
            first > start
            and abs(lines[first - 1].size - like) < 0.04 * like
            and _close(lines, first)
        ):
            first -= 1
        return first if first == start else labelled[0]
    if notes and start < len(lines) and start > 0:
        like = notes[-1].lines[-1].line.size if notes[-1].lines else 0.0
        is_like = all(abs(line.size - like) < 0.03 * size for line in lines[start:])
        gap = lines[start - 1].baseline - lines[start].baseline
        return start if is_like and gap > 1.5 * size and marked_before(notes) else len(lines)
    return len(lines)


def marked_before(notes: list[_Open]) -> bool:
    """Whether the last note may go on: its words do not end as a sentence does."""
    last = notes[-1].lines[-1].line.text.rstrip() if notes and notes[-1].lines else ""
    return not last.endswith((".", "!", "?", "”", ")"))


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


def _goes_on(body: Sequence[PlacedLine], at: int, last: int) -> bool:
    """Whether the list goes on behind a chapter's heading within it: with 1, or the next number."""
    return any(label_of(placed.line, {"1"}, last) for placed in body[at + 1 : at + 4])
