"""A pane of text that scrolls, and says by border and title whether it has the focus."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import ScrollableContainer

from provenance.tui.bindings import Scope, bindings
from provenance.tui.drawing import Line, laid
from provenance.tui.widgets.captions import caption
from provenance.tui.widgets.words import Words


class Scroller(ScrollableContainer, can_focus=True, inherit_bindings=False):
    """Something that scrolls, with our keys."""

    BINDINGS = bindings(Scope.PANE)


class Pane(Scroller, inherit_bindings=False):
    """Text in a frame. The words are `Content`: nothing in them is read as markup."""

    BINDINGS = bindings(Scope.PANE)

    def __init__(self, *, id: str, title: str = "") -> None:
        self._body = Words(id=f"{id}-body", classes="pane-body")
        super().__init__(self._body, id=id, classes="pane")
        self._lines: tuple[Line, ...] = ()
        self._laid_width = -1
        self._caption = title

    @property
    def caption(self) -> str:
        return self._caption

    @caption.setter
    def caption(self, words: str) -> None:
        self._caption = words
        self._draw_caption()

    def show(self, lines: Iterable[Line], caption: str | None = None) -> None:
        """Put new lines in the pane, from the top."""
        self._lines = tuple(lines)
        self._lay()
        self.scroll_home(animate=False)
        if caption is not None:
            self.caption = caption

    def on_mount(self) -> None:
        self._draw_caption()

    def on_resize(self) -> None:
        if self.size.width != self._laid_width:
            self._lay()

    def _lay(self) -> None:
        if not self.size.width:
            # Not on the screen yet: being given a width will lay it.
            return
        self._laid_width = self.size.width
        # A column is kept for the scrollbar, so that its coming does not wrap the words anew.
        self._body.update(laid(self._lines, max(20, self.size.width - 1)))

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._draw_caption()

    def _draw_caption(self) -> None:
        self.border_title = caption(self, self._caption, focused=self.has_focus)
