"""The board as a grid of drawn cells, upright or turned, fitted to a width."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
    Pencil,
    cell_words,
    in_lines,
    origins_words,
    table_text,
    verdict_words,
)

_PADDING = 2
_LEAST_HEAD, _MOST_HEAD = 22, 56
_LEAST_CELL, _MOST_CELL = 13, 34
_VERDICT_WIDTH = 14
_MOST_LINES = 3
_SCROLLBAR = 1


Drawn = tuple[tuple[str, ...], Mark]
"""A cell's lines and the mark they are coloured by."""


@dataclass(frozen=True)
class GridColumn:
    key: str
    """A source's id, `QUESTION` or `VERDICT`; turned, a claim's id."""
    label: Text
    width: int


@dataclass(frozen=True)
class GridRow:
    key: str
    """A claim's id; turned, a source's id or `VERDICT`."""
    cells: tuple[Text, ...]
    height: int


@dataclass(frozen=True)
class Grid:
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    turned: bool

    def spot_at(self, row: int, column: int) -> Spot | None:
        """What stands there; None outside the grid."""
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.columns)):
            return None
        down, across = self.rows[row].key, self.columns[column].key
        if not self.turned:
            return Spot(down, across)
        # The first column of a turned board names the source and belongs to no question.
        return Spot(across, down)

    def place_of(self, spot: Spot) -> tuple[int, int] | None:
        """Row and column of a spot; None where it is not shown."""
        down, across = (spot.source, spot.claim) if self.turned else (spot.claim, spot.source)
        row = next((i for i, row in enumerate(self.rows) if row.key == down), None)
        column = next((i for i, column in enumerate(self.columns) if column.key == across), None)
        if self.turned and spot.source == QUESTION:
            row = 0 if self.rows else None
        return None if row is None or column is None else (row, column)


def grid_of(board: Board, pencil: Pencil, room: Size) -> Grid:
    """The grid of a board, for a table of a size. Where all rows fit with air, they get air."""
    draw = _turned if board.turned else _upright
    grid = draw(board, pencil, room.width)
    head = max(column.label.plain.count("\n") + 1 for column in grid.columns)
    if head + sum(row.height + 1 for row in grid.rows) > room.height:
        return grid
    airy = tuple(replace(row, height=row.height + 1) for row in grid.rows)
    return replace(grid, rows=airy)


def _upright(board: Board, pencil: Pencil, width: int) -> Grid:
    head, cell, last = _widths(width, len(board.sources))
    columns = (
        GridColumn(QUESTION, table_text(["Question"]), head),
        *(
            GridColumn(entry.source.id, _source_label(entry, board, pencil, cell), cell)
            for entry in board.dossier.sources
        ),
        GridColumn(VERDICT, table_text(["Verdict"]), last),
    )
    rows = []
    for row in board.rows:
        asked = in_lines(row.claim.question, head, _MOST_LINES)
        said = _cells(row, board, pencil, cell)
        lines = [asked, *(lines for lines, _ in said), _verdict(row, board, pencil, last)]
        texts = (
            table_text(asked),
            *(table_text(lines, pencil.in_table(mark)) for lines, mark in said),
            table_text(lines[-1], pencil.in_table(verdict_mark(row)[0])),
        )
        rows.append(GridRow(row.claim.id, texts, max(map(len, lines))))
    return Grid(columns, tuple(rows), turned=False)


def _turned(board: Board, pencil: Pencil, width: int) -> Grid:
    shown = board.rows
    head, cell, _ = _widths(width, len(shown), last=0)
    columns = (
        GridColumn(QUESTION, table_text(["Source"]), head),
        *(
            GridColumn(
                row.claim.id, table_text(in_lines(row.claim.question, cell, _MOST_LINES)), cell
            )
            for row in shown
        ),
    )
    drawn = [_cells(row, board, pencil, cell) for row in shown]
    rows = []
    for number, entry in enumerate(board.dossier.sources):
        said = [cells[number] for cells in drawn]
        label = _source_label(entry, board, pencil, head)
        height = max([label.plain.count("\n") + 1, *(len(lines) for lines, _ in said)])
        texts = [table_text(lines, pencil.in_table(mark)) for lines, mark in said]
        rows.append(GridRow(entry.source.id, (label, *texts), height))
    verdicts = [
        table_text(_verdict(row, board, pencil, cell), pencil.in_table(verdict_mark(row)[0]))
        for row in shown
    ]
    if shown:
        height = max(text.plain.count("\n") + 1 for text in verdicts)
        rows.append(GridRow(VERDICT, (table_text(["Verdict"], "bold"), *verdicts), height))
    return Grid(columns, tuple(rows), turned=True)


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


def _cells(
    row: Row, board: Board, pencil: Pencil, width: int
) -> list[tuple[tuple[str, ...], Mark]]:
    marks = board.marks(row)
    drawn = []
    for cell in row.cells:
        mark = marks[cell.source]
        hanging = 3 if cell.is_proposed else 2
        drawn.append(
            (in_lines(cell_words(cell, mark, pencil), width, _MOST_LINES, hanging=hanging), mark)
        )
    return drawn


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


def _widths(width: int, cells: int, last: int = _VERDICT_WIDTH) -> tuple[int, int, int]:
    """The widths of the head column, of the others, and of a last one (0 for none).

    Where not all fit, a whole number of equal columns does, so that scrolling sideways from one
    to the next never leaves half a word at the edge.
    """
    room = width - _SCROLLBAR
    ends = _PADDING + (last + _PADDING if last else 0)
    for head in (max(_LEAST_HEAD, room // (3 if cells < 4 else 4)), _LEAST_HEAD):
        cell = min(_MOST_CELL, (room - head - ends) // max(1, cells) - _PADDING)
        if cell >= _LEAST_CELL:
            spare = room - head - ends - cells * (cell + _PADDING)
            return min(_MOST_HEAD, head + spare), cell, last
    across = room - _LEAST_HEAD - _PADDING
    fitting = max(1, across // (max(_LEAST_CELL, last) + _PADDING))
    cell = max(_LEAST_CELL, across // fitting - _PADDING)
    head = room - _PADDING - fitting * (cell + _PADDING)
    return head, cell, cell if last else 0
