"""Keys that arrive faster than the screen changes reach what the keys before them opened."""

from __future__ import annotations

from collections import deque

from textual import events
from textual.app import App
from textual.widget import Widget
from textual.widgets import Input, TextArea

_REMEMBERED = 256
"""Keys on their way at once, at most."""


class BurstApp(App[None]):
    """An app in which a box for text that a key opened takes the keys typed right behind it.

    A terminal may send many keys in one go. All of them were given to what had the focus then, and
    come back here when that has no use for them: the search box is open by then, and they were
    meant for it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._under_way: deque[tuple[events.Key, Widget | None]] = deque(maxlen=_REMEMBERED)
        """Keys and what had the focus when they arrived."""

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._under_way.append((event, self.focused))
        await super().on_event(event)

    async def _on_key(self, event: events.Key) -> None:
        meant_for = next((focus for key, focus in self._under_way if key is event), self.focused)
        focused = self.focused
        if focused is not meant_for and isinstance(focused, Input | TextArea):
            again = event.copy()
            self._under_way.append((again, focused))
            focused._forward_event(again)
            # Textual goes on to the app's own handling of keys unless it is told not to.
            event.prevent_default()
