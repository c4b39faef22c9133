"""A table of any size that draws what is in view, and finds out the rest when nothing else is."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from time import perf_counter
from typing import Any, cast

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.coordinate import Coordinate
from textual.geometry import Size
from textual.widgets import DataTable
from textual.widgets._data_table import RowRenderables
from textual.widgets.data_table import Column, ColumnKey, Row, RowKey

from provenance.tui.sheet import LinedSheet, Sheet

_AT_ONCE = 1_200
"""Cells of a table that is small enough to be settled before it is shown."""
_STEP, _PAUSE = 0.008, 0.02
"""Seconds of settling what is out of view, and seconds in which keys have their turn."""
_NO_LABEL = Text()


class LazyTable(DataTable[Text]):
    """A data table filled with a sheet.

    How high a row is depends on all of its cells, so the heights of rows out of view are guesses
    until they are settled. What is in view stands still meanwhile.
    """

    def __init__(self, **wishes: Any) -> None:
        # Textual looks at the cursor, and so at these, while it begins.
        self._sheet: Sheet = LinedSheet((), (), lambda _: ())
        self._columns_in_order: list[Column] = []
        self._tops, self._edges = [0], [0]
        """Where each row and each column begins, and behind them where the last one ends."""
        super().__init__(**wishes)

    def fill(self, sheet: Sheet) -> None:
        """Show another sheet, from its first row. Small ones are settled before they are shown."""
        self._columns_in_order, self._edges = [], [0]
        self.clear(columns=True)
        self._sheet = sheet
        self.header_height = sheet.head_height
        for at, column in enumerate(sheet.columns):
            key = ColumnKey(column.key)
            width = column.width
            self.columns[key] = Column(key, _NO_LABEL, width, content_width=width)
            self._column_locations[key] = at
        self._columns_in_order = list(self.columns.values())
        room = 2 * self.cell_padding
        self._edges = [0, *accumulate(column.width + room for column in sheet.columns)]
        is_small = len(sheet.keys) * len(sheet.columns) <= _AT_ONCE
        if is_small:
            for _ in sheet.rest():
                pass
        for at, (name, height) in enumerate(zip(sheet.keys, sheet.heights, strict=True)):
            row = RowKey(name)
            self.rows[row] = Row(row, height, None, False)
            self._row_locations[row] = at
            self._data[row] = {}
        self._tops = [0, *accumulate(sheet.heights)]
        self._require_update_dimensions = True
        self._update_count += 1
        self._settle_near(0)
        if self.rows and self.columns:
            self._highlight_cursor()
        self.check_idle()
        self.workers.cancel_group(self, "settling")
        if not is_small:
            self.run_worker(self._settle_rest(sheet), group="settling")

    # How high the rows are

    async def _settle_rest(self, sheet: Sheet) -> None:
        await asyncio.sleep(_PAUSE)
        since = perf_counter()
        for _ in sheet.rest():
            if perf_counter() - since > _STEP:
                await asyncio.sleep(_PAUSE)
                since = perf_counter()
        self._take_heights()

    def _settle_near(self, row: int) -> None:
        """Settle a screenful on both sides of a row."""
        room, columns = self.size.height or self.app.size.height, self._columns_in_view()
        for step in (1, -1):
            at, used = row, 0
            while used < room and 0 <= at < self.row_count:
                self._sheet.settle(range(at, at + 1), columns)
                used += self._sheet.heights[at]
                at += step
        self._take_heights()

    def _settle_view(self) -> None:
        if self.row_count:
            self._settle_near(self._row_at(int(self.scroll_y)))

    def _take_heights(self) -> None:
        """Use the heights as they are known by now; the row at the upper edge stays there."""
        rows, heights = self.ordered_rows, self._sheet.heights
        changed = [at for at, row in enumerate(rows) if row.height != heights[at]]
        if not changed:
            return
        top = int(self.scroll_y)
        first, last = self._row_at(top), self._row_at(top + self.size.height)
        before = self._tops[first]
        for at in changed:
            rows[at].height = heights[at]
        self._tops = [0, *accumulate(heights)]
        self._offset_cache.clear()
        self._line_cache.clear()
        if any(first <= at <= last for at in changed):
            self._update_count += 1
        self.virtual_size = Size(self.virtual_size.width, self._tops[-1] + self.header_height)
        if grown := self._tops[first] - before:
            self.scroll_y = self.scroll_target_y = self.scroll_y + grown
        self.refresh()

    def _row_at(self, line: int) -> int:
        """The row that a line belongs to; the last one for lines below it."""
        return min(bisect_right(self._tops, line), self.row_count) - 1

    def _update_dimensions(self, new_rows: Iterable[RowKey]) -> None:
        # Every width and height is given, so no cell has to be measured for it.
        super()._update_dimensions(())

    def _scroll_cursor_into_view(self, animate: bool = False) -> None:
        self._settle_near(self.cursor_row)
        super()._scroll_cursor_into_view(animate)

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_x(old_value, new_value)
        self._settle_view()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._settle_view()

    # What is drawn

    @property
    def ordered_columns(self) -> list[Column]:
        return self._columns_in_order

    def get_cell_at(self, coordinate: Coordinate) -> Text:
        self.coordinate_to_cell_key(coordinate)  # Raises where nothing is.
        return self._sheet.cell(*coordinate)

    def _get_row_renderables(self, row_index: int) -> RowRenderables:
        return RowRenderables(None, cast("list[RenderableType]", _Cells(self._sheet, row_index)))

    def _columns_in_view(self) -> range:
        """The columns that are seen at least in part, beside those that are fixed."""
        count, fixed = len(self._columns_in_order), self.fixed_columns
        left = int(self.scroll_x)
        right = left + (self.size.width or self.app.size.width)
        first = bisect_right(self._edges, left + self._edges[min(fixed, count)]) - 1
        last = bisect_right(self._edges, right - 1)
        return range(min(max(first, fixed), count), min(last, count))

    def _render_line_in_row(
        self,
        row_key: RowKey,
        line_no: int,
        base_style: Style,
        cursor_location: Coordinate,
        hover_location: Coordinate,
    ) -> tuple[list[list[Segment]], list[list[Segment]]]:
        """As Textual does it, but blank where a column is out of view."""
        columns, seen = self._columns_in_order, self._columns_in_view()
        fixed = range(min(self.fixed_columns, len(columns)))
        if len(seen) + len(fixed) >= len(columns):
            return super()._render_line_in_row(
                row_key, line_no, base_style, cursor_location, hover_location
            )
        row = self._row_locations.get(row_key) if row_key in self._row_locations else -1
        assert row is not None
        head = self.get_component_styles("datatable--header").rich_style
        still = self.get_component_styles("datatable--fixed").rich_style
        still += Style.from_meta({"fixed": True})
        style = self._get_row_style(row, base_style)

        def line(column: int, style: Style) -> list[Segment]:
            here = Coordinate(row, column)
            return self._render_cell(
                row,
                column,
                style,
                columns[column].get_render_width(self),
                cursor=self._should_highlight(cursor_location, here, self.cursor_type),
                hover=self._should_highlight(hover_location, here, self.cursor_type),
            )[line_no]

        before = [Segment(" " * self._edges[seen.start], style)]
        after = [Segment(" " * (self._edges[-1] - self._edges[seen.stop]), style)]
        return (
            [line(column, head if row < 0 else still) for column in fixed],
            [before, *(line(column, style) for column in seen), after],
        )


class _Cells:
    """The cells of a row, drawn when one is asked for."""

    def __init__(self, sheet: Sheet, row: int) -> None:
        self._sheet, self._row = sheet, row

    def __getitem__(self, column: int) -> Text:
        if self._row < 0:
            return self._sheet.columns[column].label
        return self._sheet.cell(self._row, column)
