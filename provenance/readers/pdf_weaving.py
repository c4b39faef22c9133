"""A PDF's lines as running text: paragraphs, broken words, pages, and markers tied to notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from statistics import median

from provenance.model.documents import Gap
from provenance.model.notes import MarkerEvidence
from provenance.readers.pdf_labels import SYMBOLS, labels_in
from provenance.readers.pdf_lines import TAB, Line, Piece, Shift
from provenance.readers.pdf_notes import Parted, PlacedLine
from provenance.readers.pdf_runs import LINE_END_HYPHEN
from provenance.readers.weaver import CELL, LINE, PARAGRAPH, WORD, Reading, Weaver

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
_FIRST_WORD = re.compile(r"^([^\W\d_]+)")
_ENDS_SENTENCE = re.compile(r"[.!?:…][”’\"')\]]*$")
_SYMBOL_IN_TEXT = re.compile(rf"(?<=\w)([.,;:”’\"]?)([{SYMBOLS}]{{1,4}})(?![\w{SYMBOLS}])")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FARTHEST_PAGE = 2
"""How many pages a footnote may stand behind its marker."""


@dataclass(slots=True)
class PdfWeaving:
    """Weaves the lines of one document."""

    parted: Parted
    labels: Sequence[str]
    text: Weaver = field(default_factory=Weaver)
    _words: Counter[str] = field(default_factory=Counter)
    _by_label: dict[str, list[int]] = field(default_factory=dict)
    _taken: set[int] = field(default_factory=set)
    _last_label: int = 0
    _page: int = -1

    def reading(self, gaps: Iterable[Gap], language: str) -> Reading:
        for number, note in enumerate(self.parted.notes):
            self._by_label.setdefault(note.label, []).append(number)
        self._count_words()
        self._lines(self.parted.body, self.text, in_body=True)
        for page in range(self._page + 1, len(self.labels)):
            self.text.page(self.labels[page])
        for number, note in enumerate(self.parted.notes):
            printed = self.labels[note.page]
            weaver = self.text.note_apart(f"note {number}", note.label, note.kind, printed)
            self._lines(note.lines, weaver, in_body=False)
        return self.text.finish(gaps=gaps, language=language)

    def _count_words(self) -> None:
        notes = (placed for note in self.parted.notes for placed in note.lines)
        for placed in (*self.parted.body, *notes):
            self._words.update(word.casefold() for word in _WORD.findall(placed.line.text))

    def _lines(self, lines: Sequence[PlacedLine], weaver: Weaver, *, in_body: bool) -> None:
        layout = Layout(lines, hangs=not in_body)
        for placed, after in zip_longest(lines, lines[1:]):
            if in_body:
                self._turn_to(placed.page)
            new = after is not None and layout.begins_paragraph(placed, after)
            goes_on = "" if after is None or new else self._hyphen_between(placed.line, after.line)
            self._line(placed, weaver, goes_on, in_body=in_body)
            if not goes_on:
                weaver.part(PARAGRAPH if new else _between(placed.line, after))

    def _turn_to(self, page: int) -> None:
        for each in range(self._page + 1, page + 1):
            self.text.page(self.labels[each])
        self._page = max(self._page, page)

    def _hyphen_between(self, above: Line, below: Line) -> str:
        """How a word goes on in the next line: "-" where the hyphen is its own; "" if none does."""
        first, second = _LAST_WORD.search(above.text), _FIRST_WORD.search(below.text)
        if first is None or second is None or above.pieces[-1].shift is not Shift.LEVEL:
            return ""
        joined = (first[1] + second[1]).casefold()
        hyphened = f"{first[1]}-{second[1]}".casefold()
        is_one_word = second[1][0].islower() or (first[1] + second[1]).isupper()
        if not is_one_word or self._words[hyphened] > self._words[joined]:
            return "-"
        return "joined"

    def _line(self, placed: PlacedLine, weaver: Weaver, goes_on: str, *, in_body: bool) -> None:
        last = len(placed.line.pieces) - 1
        for at, piece in enumerate(placed.line.pieces):
            if at and piece.after_blank:
                weaver.part(CELL if piece.text.startswith(TAB) else WORD)
            if piece.shift is Shift.RAISED:
                self._raised(piece, placed, weaver, in_body=in_body)
            elif piece.shift is Shift.LOWERED:
                weaver.lowered(piece.text)
            else:
                text = _without_hyphen(piece.text, goes_on if at == last else "")
                self._level(text, placed, weaver, in_body=in_body)

    def _raised(self, piece: Piece, placed: PlacedLine, weaver: Weaver, *, in_body: bool) -> None:
        labels = labels_in(piece.text)
        notes = [self._note_for(label, placed.page) for label in labels] if in_body else []
        if notes and all(note is not None for note in notes):
            for label, note in zip(labels, notes, strict=True):
                self._mark(weaver, f"note {note}", label)
        elif in_body and len(labels) == 1 and self._fits(labels[0]):
            self._mark(weaver, "", labels[0])
        else:
            weaver.raised(piece.text)

    def _mark(self, weaver: Weaver, key: str, label: str) -> None:
        weaver.mark(key, label, MarkerEvidence.SUPERSCRIPT)
        if label.isdecimal():
            self._last_label = int(label)

    def _fits(self, label: str) -> bool:
        """Whether a raised number without a note is the next label, and so no exponent."""
        return label.isdecimal() and int(label) == self._last_label + 1

    def _note_for(self, label: str, page: int) -> int | None:
        """The note a marker leads to: on its page or the next, else listed at an end.

        What was read as a footnote but stands far behind is such a list, if the marker counts on.
        """
        candidates = [n for n in self._by_label.get(label, ()) if n not in self._taken]
        near = [n for n in candidates if 0 <= self.parted.notes[n].page - page <= _FARTHEST_PAGE]
        listed = [n for n in candidates if self.parted.notes[n].kind == "end"]
        behind = [n for n in candidates if self.parted.notes[n].page > page and self._fits(label)]
        found = next(iter(near or listed or behind), None)
        if found is not None:
            self._taken.add(found)
        return found

    def _level(self, text: str, placed: PlacedLine, weaver: Weaver, *, in_body: bool) -> None:
        at = 0
        for found in _SYMBOL_IN_TEXT.finditer(text) if in_body else ():
            note = self._note_for(found[2], placed.page)
            if note is not None:
                weaver.words(text[at : found.start(2)])
                weaver.mark(f"note {note}", found[2], MarkerEvidence.PLAIN)
                at = found.end()
        for found in _RAISED.finditer(text, at) if in_body else ():
            label = found[0].translate(_FIGURES)
            note = self._note_for(label, placed.page)
            if note is not None:
                weaver.words(text[at : found.start()])
                self._mark(weaver, f"note {note}", label)
                at = found.end()
        weaver.words(text[at:])


def _between(line: Line, after: PlacedLine | None) -> str:
    """What parts a line from the next of its paragraph: rows of a table stay rows."""
    is_table = TAB in line.text or (after is not None and TAB in after.line.text)
    return LINE if is_table else WORD


def _without_hyphen(text: str, goes_on: str) -> str:
    if goes_on == "joined":
        return text[:-1].replace(LINE_END_HYPHEN, "-")
    return text.replace(LINE_END_HYPHEN, "-")


class Layout:
    """How the lines of a text are set: what tells a new paragraph from the next line."""

    def __init__(self, lines: Sequence[PlacedLine], *, hangs: bool) -> None:
        # A note's label may hang out, so that its second line looks indented.
        self._hung = lines[0] if hangs and lines else None
        lefts: dict[tuple[int, int], Counter[int]] = {}
        self._right: dict[tuple[int, int], float] = {}
        leads: dict[int, list[float]] = {}
        for placed, after in zip_longest(lines, lines[1:]):
            column = _column(placed)
            lefts.setdefault(column, Counter())[round(placed.line.left)] += 1
            self._right[column] = max(self._right.get(column, 0.0), placed.line.right)
            if after is not None and _column(after) == column:
                lead = placed.line.baseline - after.line.baseline
                if 0 < lead < 3 * placed.line.size:
                    leads.setdefault(round(placed.line.size), []).append(lead)
        self._left = {column: _margin(found) for column, found in lefts.items()}
        self._lead = {size: median(found) for size, found in leads.items()}

    def begins_paragraph(self, before: PlacedLine, placed: PlacedLine) -> bool:
        """Whether a line opens a paragraph, and does not go on from the line before."""
        above, line = before.line, placed.line
        if abs(above.size - line.size) > 0.08 * max(above.size, line.size):
            return True
        ends = _ENDS_SENTENCE.search(_bare(above)) is not None
        indent = line.left - self._left[_column(placed)]
        if _column(before) != _column(placed):
            return ends and (indent > 0.8 * line.size or self._is_short(before))
        lead = above.baseline - line.baseline
        usual = self._lead.get(round(line.size), 1.2 * line.size)
        if lead > 1.3 * usual or lead < 0:
            return True
        if line.left - above.left > 0.8 * line.size and before is not self._hung:
            return ends or self._is_short(before)
        return ends and self._is_short(before)

    def _is_short(self, placed: PlacedLine) -> bool:
        return placed.line.right < self._right[_column(placed)] - 3 * placed.line.size


def _column(placed: PlacedLine) -> tuple[int, int]:
    return placed.page, placed.line.column


def _margin(lefts: Counter[int]) -> int:
    """The left edge that most lines share; of those as frequent, the outermost."""
    return max(sorted(lefts), key=lambda left: lefts[left])


def _bare(line: Line) -> str:
    """A line's words without the marker it may end with."""
    level = [piece for piece in line.pieces if piece.shift is Shift.LEVEL]
    return level[-1].text if level else ""
