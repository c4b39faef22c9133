"""The table of the matrix and of the sources, with our keys and our focus."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import DataTable
from textual.widgets.data_table import CursorType

from provenance.tui.bindings import Scope, bindings
from provenance.tui.widgets.captions import caption


class BoardTable(DataTable[Text], inherit_bindings=False):
    """A data table whose keys come from our own table of keys.

    A screen's `enter` would be shadowed by `DataTable`'s own hidden one, so the keys live here.
    """

    BINDINGS = bindings(Scope.TABLE)

    def __init__(
        self, *, id: str, cursor: CursorType = "cell", title: str = "", opens: bool = True
    ) -> None:
        super().__init__(id=id, cursor_type=cursor, fixed_columns=1)
        self._opens = opens
        self._caption = title

    @property
    def caption(self) -> str:
        return self._caption

    @caption.setter
    def caption(self, words: str) -> None:
        self._caption = words
        self._draw_caption()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._opens if action == "select_cursor" else True

    def on_mount(self) -> None:
        self._draw_caption()

    def on_focus(self) -> None:
        self._draw_caption()

    def on_blur(self) -> None:
        self._draw_caption()

    def _draw_caption(self) -> None:
        self.border_title = caption(self, self._caption, focused=self.has_focus)
