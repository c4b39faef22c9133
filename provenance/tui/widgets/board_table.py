"""The table of the matrix and of the sources, with our keys and our focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.style import Style
from textual.widgets.data_table import CursorType

from provenance.rendering.wrapping import column
from provenance.tui.bindings import Scope, bindings
from provenance.tui.drawing import in_lines
from provenance.tui.sheet import LinedSheet
from provenance.tui.widgets.captions import caption
from provenance.tui.widgets.lazy_table import LazyTable

_WIDE = 1
"""The column that takes the room which the others leave."""
_MOST, _LEAST_WIDE, _MOST_WIDE, _MOST_LINES = 40, 16, 60, 3


class BoardTable(LazyTable, inherit_bindings=False):
    """A data table whose keys come from our own table of keys.

    A screen's `enter` would be shadowed by `DataTable`'s own hidden one, so the keys live here.
    """

    BINDINGS = bindings(Scope.TABLE)

    def __init__(
        self, *, id: str, cursor: CursorType = "cell", title: str = "", opens: bool = True
    ) -> None:
        super().__init__(id=id, cursor_type=cursor, fixed_columns=1)
        self._caption = title
        self.opens = opens
        """Whether there is something to open under the cursor."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.opens and self.row_count > 0 if action == "select_cursor" else True

    @property
    def caption(self) -> str:
        return self._caption

    @caption.setter
    def caption(self, words: str) -> None:
        self._caption = words
        self._draw_caption()

    def put(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        keys: Sequence[str],
        width: int,
        style_of: Callable[[int], Style | str] = lambda _: "",
    ) -> None:
        """Fill it anew with one line a row, but for its second column, which wraps. The cursor
        stays on its row. `width` is the screen's; `style_of` gives each row's."""
        at = self.cursor_row
        widths = [
            column([head, *(cells[number] for cells in rows)], _MOST)
            for number, head in enumerate(heads)
        ]
        others = sum(widths) - widths[_WIDE] + 2 * len(widths)
        wide = widths[_WIDE] = max(_LEAST_WIDE, min(_MOST_WIDE, width - others - 3))

        def lined(row: int) -> list[tuple[str, ...]]:
            return [
                in_lines(cell, wide, _MOST_LINES) if number == _WIDE else (cell,)
                for number, cell in enumerate(rows[row])
            ]

        self.fill(LinedSheet(list(zip(heads, widths, strict=True)), keys, lined, style_of))
        self.move_cursor(row=at)

    def _scroll_cursor_into_view(self, animate: bool = False) -> None:
        super()._scroll_cursor_into_view(animate)
        self.call_after_refresh(self._show_whole_rows)

    def _show_whole_rows(self) -> None:
        """Leave no row cut at the upper edge: its question would be lost, and its end misread."""
        top = 0
        for row in self.ordered_rows:
            if top < self.scroll_y < top + row.height:
                # The cursor's own row is never scrolled away.
                is_above = self._get_row_region(self.cursor_row).y - self.header_height > top
                self.scroll_to(y=top + row.height if is_above else top, animate=False)
                return
            top += row.height

    def on_mount(self) -> None:
        self._draw_caption()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._draw_caption()

    def _draw_caption(self) -> None:
        self.border_title = caption(self, self._caption, focused=self.has_focus)
