"""Trees that are clicked as tables are: the first click goes to a line, the second opens it."""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.widgets import Tree

Entry = TypeVar("Entry")


class SecondClickTree(Tree[Entry], inherit_bindings=False):
    """So that a mouse alone can go to a line to act on it, without what the line opens."""

    async def _on_click(self, event: events.Click) -> None:
        line = event.style.meta.get("line")
        is_fold = event.style.meta.get("toggle", False)
        if isinstance(line, int) and line != self.cursor_line and not is_fold:
            event.prevent_default()
            event.stop()
            self.cursor_line = line
