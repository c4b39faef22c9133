"""The line to type in what is searched for. Keys that come at once after `/` reach it."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class SearchLine(Input):
    """Hidden until it is opened. Give it to a screen once."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(id="search", placeholder=placeholder)
        self.cursor_blink = False

    def on_mount(self) -> None:
        self.display = False

    def open(self, words: str) -> None:
        """Show it with what was searched for last, and take what is typed from now on."""
        self.display = True
        self.value = words
        self.cursor_position = len(words)
        # At once: what comes in the same burst of keys is already meant for it.
        self.screen.set_focus(self, scroll_visible=False)

    async def _on_key(self, event: events.Key) -> None:
        # What comes in the same burst behind the key that closed it is not meant for it any more.
        if self.screen.focused is not self:
            event.prevent_default()

    def close(self) -> None:
        """Hide it; who closes it says where the focus goes."""
        self.display = False
