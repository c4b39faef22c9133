"""The table of the matrix and of the sources, with our keys and our focus."""

from __future__ import annotations

from rich.text import Text
from textual.content import Content
from textual.widgets import DataTable

from provenance.tui.bindings import Scope, bindings


class BoardTable(DataTable[Text], inherit_bindings=False):
    """A data table whose keys come from our own table of keys.

    A screen's `enter` would be shadowed by `DataTable`'s own hidden one, so the keys live here.
    """

    BINDINGS = bindings(Scope.TABLE)

    def __init__(self, *, id: str, cursor: str = "cell", title: str = "") -> None:
        super().__init__(id=id, cursor_type=cursor, fixed_columns=1)  # type: ignore[arg-type]
        self.caption = title
        self._draw_caption()

    def on_focus(self) -> None:
        self._draw_caption()

    def on_blur(self) -> None:
        self._draw_caption()

    def _draw_caption(self) -> None:
        lead = "▸ " if self.has_focus else ""
        self.border_title = Content(f"{lead}{self.caption}") if self.caption else ""
