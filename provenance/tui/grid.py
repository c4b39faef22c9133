"""The board as a grid of drawn cells, upright or turned, fitted to a width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from rich.style import Style as RichStyle
from rich.text import Text
from textual.geometry import Size

from provenance.model.dossier import ReadSource, SourceState
from provenance.model.sources import Role
from provenance.model.verdicts import Row
from provenance.rendering.dates_in_words import date_short
from provenance.rendering.kin_in_words import kin_of
from provenance.rendering.marks import Mark, verdict_mark
from provenance.rendering.review_in_words import status_beside
from provenance.rendering.untrusted import on_one_line
from provenance.tui.board import QUESTION, VERDICT, Board, Spot
from provenance.tui.drawing import (
    NOT_COMPARED,
    Pencil,
    cell_words,
    in_lines,
    origins_words,
    table_text,
    verdict_words,
)
from provenance.tui.sheet import SheetColumn

_PADDING = 2
_LEAST_HEAD, _MOST_HEAD = 22, 56
_LEAST_CELL, _MOST_CELL = 13, 34
_VERDICT_WIDTH = 14
_LEAST_STAYING = 2
"""Sources to be seen at once beside a question and a verdict that both stay in view."""
_MOST_LINES = 3
_MOST_OF_VERDICT = _MOST_LINES + 2
"""With the origins and the review under it."""
_SCROLLBAR = 1
_REMEMBERED = 256
"""Claims whose marks are kept: more than are ever in view."""


@dataclass(frozen=True)
class GridRow:
    """A row drawn whole."""

    key: str
    """A claim's id; turned, a source's id or `VERDICT`."""
    cells: tuple[Text, ...]
    height: int


Lined = tuple[tuple[str, ...], RichStyle | str]
"""A cell's lines and the style they are drawn in."""


class Grid:
    """A board's cells as a sheet. `keys` are the ids of claims, those of `columns` the ids of
    sources, `QUESTION` and `VERDICT`; turned, the other way round.
    """

    turned = False
    fixed = 1
    """Columns at the left that stay where they are when the others are scrolled."""

    def __init__(self, board: Board, pencil: Pencil) -> None:
        self.board = board
        self.pencil = pencil
        self.shown = board.rows
        self.columns: tuple[SheetColumn, ...] = ()
        self.keys: tuple[str, ...] = ()
        self.heights: list[int] = []
        self.head_height = 1
        self._marks: dict[int, dict[str, Mark]] = {}

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """All of it, drawn."""
        for _ in self.rest():
            pass
        across = range(len(self.columns))
        return tuple(
            GridRow(key, tuple(self.cell(row, column) for column in across), self.heights[row])
            for row, key in enumerate(self.keys)
        )

    def cell(self, row: int, column: int) -> Text:
        lines, style = self._lined(row, column)
        return table_text(lines, style)

    def _lined(self, row: int, column: int) -> Lined:
        raise NotImplementedError

    def settle(self, rows: range, columns: range) -> None:
        raise NotImplementedError

    def rest(self) -> Iterator[None]:
        raise NotImplementedError

    def give_air(self, room: int) -> None:
        """Add a line to every row where all have room for it."""
        steps = self.rest()
        while self.head_height + sum(self.heights) + len(self.heights) <= room:
            if next(steps, steps) is steps:
                self.heights = [height + 1 for height in self.heights]
                return

    def _said(self, row: int, source: int, width: int) -> Lined:
        """What a claim's cell says, and how it is drawn."""
        shown = self.shown[row]
        if source >= len(shown.cells):
            return ("",), ""
        cell = shown.cells[source]
        if row not in self._marks:
            if len(self._marks) > _REMEMBERED:
                self._marks.clear()
            self._marks[row] = self.board.marks(shown)
        mark = self._marks[row][cell.source]
        words, hanging = cell_words(cell, mark, self.pencil), 3 if cell.is_proposed else 2
        return in_lines(words, width, _MOST_LINES, hanging=hanging), self.pencil.in_table(mark)

    def _judged(self, row: int, width: int) -> Lined:
        shown = self.shown[row]
        if not self.board.dossier.is_compared:
            words = f"{self.pencil.sign(Mark.UNREAD)} {NOT_COMPARED}"
            return in_lines(words, width, _MOST_LINES), self.pencil.in_table(Mark.UNREAD)
        style = self.pencil.in_table(verdict_mark(shown)[0])
        return _verdict(shown, self.board, self.pencil, width), style

    def spot_at(self, row: int, column: int) -> Spot | None:
        """What stands there; None outside the grid."""
        if not (0 <= row < len(self.keys) and 0 <= column < len(self.columns)):
            return None
        down, across = self.keys[row], self.columns[column].key
        if not self.turned:
            return Spot(down, across)
        # The first column of a turned board names the source and belongs to no question.
        return Spot(across, down)

    def place_of(self, spot: Spot) -> tuple[int, int] | None:
        """Row and column of a spot; None where it is not shown."""
        down, across = (spot.source, spot.claim) if self.turned else (spot.claim, spot.source)
        row = next((i for i, key in enumerate(self.keys) if key == down), None)
        column = next((i for i, column in enumerate(self.columns) if column.key == across), None)
        if self.turned and spot.source == QUESTION:
            row = 0 if self.keys else None
        return None if row is None or column is None else (row, column)


def grid_of(board: Board, pencil: Pencil, room: Size, before: Grid | None = None) -> Grid:
    """The grid of a board, for a table of a size. Where all rows fit with air, they get air.

    `before` is what was shown last; heights that it found out hold where it was drawn alike.
    """
    grid = (
        _Turned(board, pencil, room.width)
        if board.turned
        else _Upright(board, pencil, room.width, before)
    )
    grid.give_air(room.height)
    return grid


class _Upright(Grid):
    def __init__(self, board: Board, pencil: Pencil, width: int, before: Grid | None) -> None:
        super().__init__(board, pencil)
        self._widths = _widths(width, len(board.sources))
        head, cell, last, self.fixed = self._widths
        labels = [_source_label(entry, board, pencil, cell) for entry in board.dossier.sources]
        question = SheetColumn(QUESTION, head, lambda: table_text(["Question"]))
        verdict = SheetColumn(VERDICT, last, lambda: table_text(["Verdict"]))
        sources = tuple(
            SheetColumn(id_, cell, partial(_given, label))
            for id_, label in zip(board.sources, labels, strict=True)
        )
        fits = sum(c.width + _PADDING for c in (question, *sources, verdict)) <= width
        # What a question comes to is read first, so it is never the column that has to be sought.
        self._first_source = 1 if fits else 2
        self.columns = (question, *sources, verdict) if fits else (question, verdict, *sources)
        self.head_height = max((_height(label) for label in labels), default=1)
        self.keys = tuple(row.claim.id for row in self.shown)
        self.known: dict[str, int] = {}
        """The lines each claim wants, as far as that was found out."""
        if isinstance(before, _Upright) and before.is_drawn_like(self):
            self.known = before.known
        self.heights = [self.known.get(key, 1) for key in self.keys]

    def is_drawn_like(self, other: _Upright) -> bool:
        """Whether every claim is as high there as here."""
        one, two = self.board, other.board
        return (
            one.dossier is two.dossier
            and one.base == two.base
            and self.pencil == other.pencil
            and self._widths == other._widths
        )

    def give_air(self, room: int) -> None:
        super().give_air(room)
        for row, key in enumerate(self.keys):
            if key not in self.known:
                asked = len(self.shown[row].claim.question)
                self.heights[row] = min(_MOST_LINES, 1 + asked // self._widths[0])

    def _lined(self, row: int, column: int) -> Lined:
        head, cell, last, _ = self._widths
        if column == 0:
            return in_lines(self.shown[row].claim.question, head, _MOST_LINES), ""
        if self.columns[column].key == VERDICT:
            return self._judged(row, last)
        return self._said(row, column - self._first_source, cell)

    def settle(self, rows: range, columns: range) -> None:
        for row in rows:
            key = self.keys[row]
            if key not in self.known:
                self.heights[row] = self.known[key] = self._height(row)

    def _height(self, row: int) -> int:
        across = sorted(range(len(self.columns)), key=lambda at: self.columns[at].key != VERDICT)
        highest = 0
        for column in across:
            if highest >= _MOST_LINES:
                break
            highest = max(highest, len(self._lined(row, column)[0]))
        return highest

    def rest(self) -> Iterator[None]:
        for row in range(len(self.keys)):
            self.settle(range(row, row + 1), range(0))
            # The next filter or order will want to know.
            self.board.gravities.of(self.shown[row])
            yield


class _Turned(Grid):
    turned = True

    def __init__(self, board: Board, pencil: Pencil, width: int) -> None:
        super().__init__(board, pencil)
        self._head, self._cell, _, _ = _widths(width, len(self.shown), last=0)
        self.columns = (
            SheetColumn(QUESTION, self._head, lambda: table_text(["Source"])),
            *(
                SheetColumn(row.claim.id, self._cell, partial(self._asked, number))
                for number, row in enumerate(self.shown)
            ),
        )
        self._labels = [
            _source_label(entry, board, pencil, self._head) for entry in board.dossier.sources
        ]
        self.keys = board.sources
        if self.shown:
            self.keys = (*self.keys, VERDICT)
            self._labels.append(table_text(["Verdict"], "bold"))
        self.heights = [_height(label) for label in self._labels]
        self._settled = 1
        """The first column that not every row was settled for."""
        for column in self.columns:
            self.head_height = max(self.head_height, _height(column.label))
            if self.head_height == _MOST_LINES:
                break

    def _asked(self, number: int) -> Text:
        return table_text(in_lines(self.shown[number].claim.question, self._cell, _MOST_LINES))

    def cell(self, row: int, column: int) -> Text:
        return self._labels[row] if column == 0 else super().cell(row, column)

    def _lined(self, row: int, column: int) -> Lined:
        if self.keys[row] == VERDICT:
            return self._judged(column - 1, self._cell)
        return self._said(column - 1, row, self._cell)

    def settle(self, rows: range, columns: range) -> None:
        for row in rows:
            most = _MOST_OF_VERDICT if self.keys[row] == VERDICT else _MOST_LINES
            for column in columns:
                if self.heights[row] >= most:
                    break
                if column >= self._settled:
                    self.heights[row] = max(self.heights[row], len(self._lined(row, column)[0]))

    def rest(self) -> Iterator[None]:
        for column in range(1, len(self.columns)):
            self.settle(range(len(self.keys)), range(column, column + 1))
            self._settled = max(self._settled, column + 1)
            yield


def _given(label: Text) -> Text:
    return label


def _height(drawn: Text) -> int:
    return drawn.plain.count("\n") + 1


def _verdict(row: Row, board: Board, pencil: Pencil, width: int) -> tuple[str, ...]:
    """The computed verdict or what it was resolved to, and under it how many origins agreement is
    worth and how far the review has come, once there is any."""
    if row.resolution is None:
        computed = in_lines(verdict_words(row, pencil), 99, 1)
    else:
        computed = in_lines(verdict_words(row, pencil), width, _MOST_LINES, hanging=2)
    if origins := origins_words(row):
        computed = (*computed, origins)
    decided = board.dossier.decided
    if not decided.are_reviews_told:
        return computed
    return (*computed, status_beside(row, decided.review(row.claim.id)))


def _source_label(entry: ReadSource, board: Board, pencil: Pencil, width: int) -> Text:
    source = entry.source
    name = f"base: {source.id}" if source.id == board.base else source.id
    when = date_short(source.issued) if source.issued else "undated"
    if source.role is Role.DRAFT:
        when = "draft"
    state = "" if entry.state is SourceState.READ else f", {entry.state.value.replace('-', ' ')}"
    text = table_text(in_lines(name, width, 1), "bold")
    text.append("\n")
    below = list(in_lines(f"{on_one_line(when)}{state}", width, 2))
    mark = kin_of(board.dossier, entry).mark
    below += in_lines(mark, width, 2) if mark else ()
    text.append("\n".join(below), pencil.colour("muted"))
    return text


def _widths(width: int, cells: int, last: int = _VERDICT_WIDTH) -> tuple[int, int, int, int]:
    """The widths of the head column, of the others, and of the verdict's (0 for none), and how
    many columns stay where they are.

    Where not all fit, a whole number of equal columns does, so that scrolling sideways from one
    to the next never leaves half a word at the edge. The verdict stays beside the question while
    two sources fit beside both; where it is narrower still, it scrolls like any other.
    """
    room = width - _SCROLLBAR
    ends = _PADDING + (last + _PADDING if last else 0)
    for head in (max(_LEAST_HEAD, room // (3 if cells < 4 else 4)), _LEAST_HEAD):
        cell = min(_MOST_CELL, (room - head - ends) // max(1, cells) - _PADDING)
        if cell >= _LEAST_CELL:
            spare = room - head - ends - cells * (cell + _PADDING)
            return min(_MOST_HEAD, head + spare), cell, last, 1
    across = room - _LEAST_HEAD - ends
    stays = last > 0 and across >= _LEAST_STAYING * (_LEAST_CELL + _PADDING)
    if not stays:
        across = room - _LEAST_HEAD - _PADDING
    least = _LEAST_CELL if stays else max(_LEAST_CELL, last)
    fitting = max(1, across // (least + _PADDING))
    cell = max(_LEAST_CELL, across // fitting - _PADDING)
    head = _LEAST_HEAD + across - fitting * (cell + _PADDING)
    if not last:
        return head, cell, 0, 1
    return (head, cell, last, 2) if stays else (head, cell, cell, 1)
