"""Notes at the foot of PDF pages, told by size, by ruled lines and by label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from math import inf
from statistics import median

from provenance.readers.pdf_labels import Expected, label_of, marked_on, raised_heads, without_label
from provenance.readers.pdf_lines import Line, Shift

_SMALLER = 0.965
"""At most how large the words of a footnote are, to those of the text."""
_MUCH = 0.15
"""The share of all signs that no heading and no block quotation reaches."""
_OFTEN = 0.3
"""The least share of rules of one width with a label below, where such rules part notes off."""
_BLANK = 1.25
"""How much farther than usual two lines stand with a blank between them."""
_WIDEST_LEAD = 3.0
"""Distance of two baselines of notes, in sizes, blank lines between notes included."""


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
class OpenNote:
    """A note that lines are still added to."""

    label: str
    page: int
    lines: list[PlacedLine] = field(default_factory=list)


def part_notes(pages: Sequence[Sequence[Line]]) -> Parted:
    """Text and notes of a document whose pages are without running heads."""
    size = _text_size(pages)
    rules = _note_rules(pages)
    raised = _raised_heads(pages)
    body: list[PlacedLine] = []
    notes: list[OpenNote] = []
    for number, page in enumerate(pages):
        expected = Expected(marked_on(page), raised[number] | raised[number + 1])
        for _, column in groupby(page, key=lambda line: line.column):
            lines = list(column)
            ruled = _below_rule(lines, rules, expected, notes)
            start = _zone(lines, size, expected, notes) if ruled is None else ruled
            body += [PlacedLine(line, number) for line in lines[:start]]
            _take(notes, lines[start:], number, expected)
    found = tuple(FoundNote(note.label, note.page, tuple(note.lines)) for note in notes)
    return Parted(tuple(body), found)


def _raised_heads(pages: Sequence[Sequence[Line]]) -> list[frozenset[str]]:
    """For every page, and one more, the labels that stand raised at the heads of notes.

    A marker may come to stand at the head of a line as well: where few labels do, no note has one.
    """
    heads = [*map(raised_heads, pages), frozenset[str]()]
    marked = sum(len(marked_on(page)) for page in pages)
    return heads if 2 * sum(map(len, heads)) > marked else [frozenset()] * len(heads)


def _note_rules(pages: Sequence[Sequence[Line]]) -> frozenset[int]:
    """How wide the ruled lines are that part notes from text: a label often stands below them."""
    labelled: Counter[int] = Counter()
    ruled: Counter[int] = Counter()
    for page in pages:
        expected = Expected(marked_on(page))
        for line in page:
            if line.rule:
                ruled[round(line.rule)] += 1
                labelled[round(line.rule)] += label_of(line, expected, 0) in expected.marked
    return frozenset(wide for wide in ruled if 0 < labelled[wide] >= _OFTEN * ruled[wide])


def _below_rule(
    lines: Sequence[Line], rules: frozenset[int], expected: Expected, notes: Sequence[OpenNote]
) -> int | None:
    """Where the notes of a column begin below their ruled line; None where there is none."""
    ruled = [at for at, line in enumerate(lines) if line.rule and round(line.rule) in rules]
    if ruled and (notes or label_of(lines[ruled[-1]], expected, 0)):
        return ruled[-1]
    return None


def _text_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size of the running text: the largest that much is set in. Notes may well be longer."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(2 * line.size) / 2] += len(line.text)
    much = _MUCH * sizes.total()
    return max((size for size, signs in sizes.items() if signs >= much), default=0.0)


def _zone(lines: list[Line], size: float, expected: Expected, notes: list[OpenNote]) -> int:
    """Where the notes of a column begin; its length where it has none."""
    small = len(lines)
    while small and lines[small - 1].size <= _SMALLER * size:
        small -= 1
    last = last_label(notes)
    labelled = (at for at in range(small, len(lines)) if label_of(lines[at], expected, last))
    first = next(labelled, None)
    if first is not None:
        return _with_words_before(lines, small, first) if notes else first
    if _goes_on_from_before(lines, small, size, notes):
        return small
    return _as_large_as_text(lines, expected, notes)


def _as_large_as_text(lines: list[Line], expected: Expected, notes: list[OpenNote]) -> int:
    """Where notes begin that are set as large as the text; the column's length where none do.

    A raised label that is marked above is enough. Level ones must be the very numbers that the page
    points to, or the first of them, with a blank above.
    """
    last = last_label(notes)
    labels = ((at, label_of(line, expected, last)) for at, line in enumerate(lines))
    heads = [(at, label) for at, label in labels if label in expected.marked]
    raised = [at for at, _ in heads if lines[at].pieces[0].shift is Shift.RAISED]
    first = raised[0] if raised else _first_of_the_very(heads, expected.marked)
    if first is None:
        return len(lines)
    above, goes_on = _blank_above(lines, first), bool(notes) and _is_unfinished(notes[-1])
    if above is not None and (goes_on or above == first):
        return above
    return first if raised else len(lines)


def _first_of_the_very(heads: Sequence[tuple[int, str]], marked: frozenset[str]) -> int | None:
    """The first of the lines whose labels are those of the page; None where they are not."""
    wanted = sorted(int(label) for label in marked if label.isdecimal())
    found = [(at, int(label)) for at, label in heads if label.isdecimal()]
    numbers = [number for _, number in found]
    return found[0][0] if found and numbers == wanted[: len(numbers)] else None


def _blank_above(lines: Sequence[Line], at: int) -> int | None:
    """The line, from this one upwards, that a blank stands above; None where none does."""
    leads = [above.baseline - below.baseline for above, below in pairwise(lines)]
    widest = _BLANK * median([lead for lead in leads if lead > 0] or [0])
    return next((higher for higher in range(at, 0, -1) if leads[higher - 1] > widest), None)


def _with_words_before(lines: list[Line], small: int, first: int) -> int:
    """Words above the first label go on from the page before, if they are set like notes."""
    like = lines[first].size
    at = first
    while at > small and abs(lines[at - 1].size - like) < 0.04 * like and _close(lines, at):
        at -= 1
    return at if at == small else first


def _goes_on_from_before(lines: list[Line], small: int, size: float, notes: list[OpenNote]) -> bool:
    """Whether small print without a label is the end of a note from the page before."""
    if not notes or not notes[-1].lines or small == len(lines):
        return False
    like = notes[-1].lines[-1].line.size
    is_like = all(abs(line.size - like) < 0.03 * size for line in lines[small:])
    # Where nothing stands above it, the note takes the whole of the page.
    gap = lines[small - 1].baseline - lines[small].baseline if small else inf
    return is_like and gap > 1.5 * size and _is_unfinished(notes[-1])


def _is_unfinished(note: OpenNote) -> bool:
    """Whether a note may go on: its words do not end as a sentence does."""
    return not note.lines[-1].line.text.rstrip().endswith((".", "!", "?", "”", ")"))


def _close(lines: list[Line], at: int) -> bool:
    return 0 < lines[at - 1].baseline - lines[at].baseline < _WIDEST_LEAD * lines[at].size


def last_label(notes: Sequence[OpenNote]) -> int:
    """The number of the last note that has one; 0 where none has."""
    return next((int(note.label) for note in reversed(notes) if note.label.isdecimal()), 0)


def _take(notes: list[OpenNote], lines: list[Line], page: int, expected: Expected) -> None:
    for line in lines:
        label = label_of(line, expected, last_label(notes))
        if label:
            notes.append(OpenNote(label, page, [PlacedLine(without_label(line, label), page)]))
        elif notes:
            notes[-1].lines.append(PlacedLine(line, page))
