"""Canonical text woven from a document's structure, with the places of markers, notes and pages.

Three rules hold for every format that has a structure:

- A marker is a place, not a word. Its sign is left out of the text, so that "June 15⁵" stays a date
  and a quotation goes on past a marker as the reader's eye does; its span is empty and stands right
  behind the words it belongs to. The label is the marker's.
- A note's label is left out of the text likewise; its span is its body alone.
- A note that the file keeps in a place of its own (a list of notes on a web page) stays there. One
  that it keeps within a sentence, in a part of its own or at the foot of a page is set behind the
  text, one paragraph or more for each note, in the order of the markers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from provenance.model.documents import Gap, Page, SetOff
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind, Note
from provenance.model.spans import Span

WORD, CELL, LINE, PARAGRAPH = " ", "\t", "\n", "\n\n"
_FIRMNESS = {"": 0, WORD: 1, CELL: 2, LINE: 3, PARAGRAPH: 4}
_BLANKS = re.compile(r"[ \t\n\r\f]+")
"""What runs together in markup. A no-break space does not."""
_HIDDEN = str.maketrans("", "", "\u00ad\ufeff\ufffc")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_SIGNED_DIGITS = re.compile(r"[+-]?[0-9]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format's reader makes of a file."""

    text: str
    markers: tuple[Marker, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: tuple[Page, ...] = ()
    set_off: tuple[SetOff, ...] = ()
    gaps: tuple[Gap, ...] = ()
    remarks: tuple[str, ...] = ()
    encoding: str = "utf-8"
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Mark:
    position: int
    key: str
    label: str
    evidence: MarkerEvidence
    is_detached: bool = False


@dataclass(slots=True)
class _Body:
    key: str
    label: str
    kind: str
    start: int
    end: int = -1


@dataclass(slots=True)
class _Apart:
    """A note whose body is woven apart and set behind the text."""

    key: str
    label: str
    kind: str
    page: str
    weaver: Weaver


@dataclass(slots=True)
class Weaver:
    """Takes words and breaks in reading order. White space runs together, breaks do not pile up."""

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _break: str = ""
    _is_wrapped: bool = False
    """Whether the blank that waits is only where the file's line was broken."""
    _marks: list[_Mark] = field(default_factory=list)
    _bodies: list[_Body] = field(default_factory=list)
    _apart: list[_Apart] = field(default_factory=list)
    _pages: list[tuple[int, str]] = field(default_factory=list)
    _set_off: list[SetOff] = field(default_factory=list)
    _set_off_from: list[int] = field(default_factory=list)
    """For each quotation that is open, how many parts stood before it."""
    _waiting_marks: list[tuple[str, str, MarkerEvidence]] = field(default_factory=list)
    _waiting_bodies: list[_Body] = field(default_factory=list)
    _waiting_pages: list[str] = field(default_factory=list)

    def words(self, piece: str | None) -> None:
        """Running text as markup has it: any white space counts as one space."""
        if not piece:
            return
        if piece[0] in " \t\n\r\f":
            self.part(WORD)
        core = _BLANKS.sub(" ", piece).strip(" ").translate(_HIDDEN)
        if core:
            self._put(core)
        if piece[-1] in " \t\n\r\f":
            self.part(WORD)
            self._is_wrapped = piece[len(piece.rstrip()) :] != " "

    def verbatim(self, piece: str) -> None:
        """Text whose white space counts: code, verse, preformatted lines."""
        lines = piece.replace("\r\n", "\n").replace("\r", "\n").strip("\n").translate(_HIDDEN)
        if lines.strip():
            self._put(lines)

    def raised(self, piece: str) -> None:
        """A superscript that is no marker: digits stay raised, since 10² is not 102."""
        self._shifted(piece, _RAISED)

    def lowered(self, piece: str) -> None:
        """A subscript: digits stay lowered, as in H₂O."""
        self._shifted(piece, _LOWERED)

    def part(self, separator: str) -> None:
        """Part what follows from what stands: `WORD`, `CELL`, `LINE` or `PARAGRAPH`."""
        if _FIRMNESS[separator] > _FIRMNESS[self._break]:
            self._break = separator

    def mark(self, key: str, label: str, evidence: MarkerEvidence = MarkerEvidence.LINK) -> None:
        """A marker here, for the note known by `key`; "" where there can be none."""
        if self._break in (LINE, PARAGRAPH) or not self._length:
            self._waiting_marks.append((key, label, evidence))
        else:
            is_detached = self._break == WORD and not self._is_wrapped
            self._marks.append(_Mark(self._length, key, label, evidence, is_detached))

    def open_note(self, key: str, label: str, kind: str = "") -> None:
        """What follows, until `close_note`, is the body of a note. Bodies may nest.

        Notes of one `kind` are numbered together.
        """
        self.part(PARAGRAPH)
        self._waiting_bodies.append(_Body(key, label, kind, -1))

    def close_note(self, key: str) -> None:
        """The body of the note known by `key` ends here."""
        waiting = [body for body in self._waiting_bodies if body.key == key]
        if waiting:
            waiting[-1].start = waiting[-1].end = self._length
            self._waiting_bodies.remove(waiting[-1])
            self._bodies.append(waiting[-1])
        else:
            opened = (body for body in reversed(self._bodies) if body.key == key and body.end < 0)
            for body in islice(opened, 1):
                body.end = self._length
        self.part(PARAGRAPH)

    def open_quotation(self) -> None:
        """What follows, until `close_quotation`, is set off as quoted. The outermost counts."""
        self._set_off_from.append(len(self._parts))

    def close_quotation(self, *, is_named: bool | None = True) -> None:
        """What was opened last ends here. `is_named`: whether the file calls it a quotation; None
        where it turns out not to be set off.
        """
        if not self._set_off_from:
            return
        words = "".join(self._parts[self._set_off_from.pop() :]).strip()
        if words and is_named is not None and not self._set_off_from:
            self._set_off.append(SetOff(Span(self._length - len(words), self._length), is_named))

    def note_apart(self, key: str, label: str, kind: str = "", page: str = "") -> Weaver:
        """Where to weave the body of a note that is set behind the text."""
        weaver = Weaver()
        self._apart.append(_Apart(key, label, kind, page, weaver))
        return weaver

    def page(self, label: str) -> None:
        """A page of the original begins here."""
        self._waiting_pages.append(label)

    def finish(
        self,
        *,
        gaps: Iterable[Gap] = (),
        remarks: Iterable[str] = (),
        language: str = "",
        encoding: str = "utf-8",
    ) -> Reading:
        """The whole as a value: markers and notes tied by their keys and numbered by place."""
        pages = self._woven_pages()
        self._set_apart(pages)
        self._settle()
        text = "".join(self._parts)
        markers, notes = _tied(self._marks, self._bodies)
        gaps = tuple(gaps)
        if not text.strip() and not gaps:
            gaps = (Gap("the file holds no text"),)
        return Reading(
            text,
            markers,
            notes,
            tuple(pages),
            tuple(self._set_off),
            gaps,
            tuple(remarks),
            encoding,
            valid_language(language),
        )

    def _put(self, piece: str) -> None:
        if self._length and self._break:
            self._parts.append(self._break)
            self._length += len(self._break)
        self._break = ""
        if self._waiting_bodies or self._waiting_marks or self._waiting_pages:
            self._settle()
        self._parts.append(piece)
        self._length += len(piece)

    def _settle(self) -> None:
        for body in self._waiting_bodies:
            body.start = self._length
            self._bodies.append(body)
        self._marks += [_Mark(self._length, *waiting) for waiting in self._waiting_marks]
        self._pages += [(self._length, label) for label in self._waiting_pages]
        self._waiting_bodies, self._waiting_marks, self._waiting_pages = [], [], []

    def _shifted(self, piece: str, table: dict[int, int]) -> None:
        self.words(piece.translate(table) if _SIGNED_DIGITS.fullmatch(piece.strip()) else piece)

    def _woven_pages(self) -> list[Page]:
        starts = [*self._pages, *((self._length, label) for label in self._waiting_pages)]
        self._waiting_pages = []
        ends = [*(start for start, _ in starts), self._length][1:]
        found = zip(starts, ends, strict=True)
        return [Page(label, Span(start, max(start, end))) for (start, label), end in found]

    def _set_apart(self, pages: list[Page]) -> None:
        """Bodies behind the text; a note within a note follows the note it stands in."""
        queue = list(reversed(self._apart))
        marked: dict[str, str] = {}
        while queue:
            note = queue.pop()
            self.open_note(note.key, note.label, note.kind)
            if not note.page and pages and not marked:
                marked = self._pages_of_marks(pages)
            page = note.page or marked.get(note.key, "")
            start = self._absorb(note.weaver)
            self.close_note(note.key)
            if page:
                _add_page(pages, Page(page, Span(start, self._length)))
            queue += reversed(note.weaver._apart)

    def _absorb(self, other: Weaver) -> int:
        other._settle()
        if other._parts:
            self._put("".join(other._parts))
        start = self._length - other._length
        self._marks += [replace(mark, position=start + mark.position) for mark in other._marks]
        for body in other._bodies:
            end = start + max(body.start, body.end)
            self._bodies.append(replace(body, start=start + body.start, end=end))
        return start

    def _pages_of_marks(self, pages: list[Page]) -> dict[str, str]:
        starts = [page.span.start for page in pages]
        found: dict[str, str] = {}
        for mark in self._marks:
            # A marker that ends a page stands where the next one begins.
            at = bisect_left(starts, mark.position) - 1
            found.setdefault(mark.key, pages[max(0, at)].label)
        return found


def _add_page(pages: list[Page], page: Page) -> None:
    """Notes that follow one another on one page are one stretch of it."""
    last = pages[-1] if pages else None
    if last and last.label == page.label and page.span.start - last.span.end <= len(PARAGRAPH):
        pages[-1] = Page(page.label, Span(last.span.start, page.span.end))
    else:
        pages.append(page)


def _tied(marks: list[_Mark], bodies: list[_Body]) -> tuple[tuple[Marker, ...], tuple[Note, ...]]:
    bodies = sorted(bodies, key=lambda body: (body.start, body.end))
    marks = sorted(marks, key=lambda mark: mark.position)
    ids: dict[str, str] = {}
    for number, body in enumerate(bodies, 1):
        ids.setdefault(body.key, f"n{number}")
    first: dict[str, str] = {}
    markers: list[Marker] = []
    for number, mark in enumerate(marks, 1):
        note = ids.get(mark.key) if mark.key else None
        place = Span(mark.position, mark.position)
        kind = MarkerKind.NOTE
        markers.append(
            Marker(f"m{number}", place, mark.label, kind, mark.evidence, note, mark.is_detached)
        )
        if note:
            first.setdefault(note, f"m{number}")
    series = series_of([(body.kind, body.label) for body in bodies])
    notes = tuple(
        Note(
            f"n{number}",
            body.label,
            Span(body.start, max(body.start, body.end)),
            first.get(f"n{number}"),
            series[number - 1],
        )
        for number, body in enumerate(bodies, 1)
    )
    return tuple(markers), notes


def series_of(notes: list[tuple[str, str]]) -> list[int]:
    """For notes as (kind, label) in their order, the numbering each belongs to, from 1.

    Every kind is numbered on its own. A numbering begins anew where a number comes a second time,
    or a 1 after a higher one; an asterisk may come as often as it likes.
    """
    current: dict[str, tuple[int, set[str]]] = {}
    count = 0
    series: list[int] = []
    for kind, label in notes:
        number, seen = current.get(kind, (0, set()))
        is_numbered = label.isalnum()
        if not number or (is_numbered and (label in seen or (label in "1i" and len(seen) > 0))):
            count += 1
            number, seen = count, set()
        if is_numbered:
            seen.add(label)
        current[kind] = (number, seen)
        series.append(number)
    return series


_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*", re.IGNORECASE)


def valid_language(said: str) -> str:
    """A language tag as a document gives it, "" where it is none (such as the C locale)."""
    tag = said.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else ""
