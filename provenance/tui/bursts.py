"""Keys that arrive faster than the screen changes reach what the keys before them opened."""

from __future__ import annotations

from collections import deque

from textual import events
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from provenance.tui.styling import StyledApp

_REMEMBERED = 256
"""Keys on their way at once, at most."""


class BurstApp(StyledApp):
    """An app in which what a key opened takes the keys typed right behind it.

    A terminal may send many keys in one go. All of them were given to what had the focus then, and
    come back here when that has no use for them: a search box or a form is open by then, and they
    were meant for it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._under_way: deque[tuple[events.Key, Screen[object], Widget | None]] = deque(
            maxlen=_REMEMBERED
        )
        """Keys, with the screen that was shown and what had the focus when they arrived."""

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded and self.screen_stack:
            if not self.screen.is_mounted:
                # It is being opened: the key waits behind what there still is to do for that.
                self.call_later(self.post_message, event)
                return
            self._under_way.append((event, self.screen, self.focused))
        await super().on_event(event)

    async def _on_key(self, event: events.Key) -> None:
        shown = next(((s, f) for key, s, f in self._under_way if key is event), None)
        screen, focused = self.screen, self.focused
        if shown is None or shown == (screen, focused):
            return
        if shown[0] is not screen:
            self.post_message(event.copy())
        elif isinstance(focused, Input | TextArea):
            again = event.copy()
            self._under_way.append((again, screen, focused))
            focused._forward_event(again)
        else:
            return
        # Textual goes on to the app's own handling of keys unless it is told not to.
        event.prevent_default()
