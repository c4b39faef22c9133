"""Titles of panes, which say in words and sign what the border's colour says: the focus is here."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from provenance.tui.drawing import Pencil


def caption(widget: Widget, words: str, *, focused: bool) -> Content:
    """The title of a pane, pointed at while it has the focus."""
    pencil = getattr(widget.app, "pencil", Pencil())
    return Content(f"{pencil.pointer} {words}".rstrip() if focused else words)
