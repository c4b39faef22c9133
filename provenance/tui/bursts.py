"""Keys, pastes and clicks that arrive in one go are given out one by one, in their order."""

from __future__ import annotations

import asyncio
from collections import deque

from textual import events
from textual._queue import Queue
from textual.app import App
from textual.command import CommandPalette
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Input, TextArea

from provenance.tui.styling import StyledApp

_PAUSE = 0.001
"""Seconds between two looks at whether all is still."""
_STILL_ROUNDS = 2
"""Looks at which all was still, one upon the other: what a key set going in the background may
open a form when nothing else is left to do."""
_MOST_ROUNDS = 500
"""Looks after which the next one is given out, come what may."""


class BurstApp(StyledApp):
    """An app in which what a key opened takes the keys typed right behind it.

    A terminal may send many keys, pastes and clicks in one go. The next is given out only when the
    one before has been dealt with: when everything on the board waits for something to do again.
    What goes on in the background, such as a search, is not waited for; nor does the first wait.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed_ahead: deque[events.Event] = deque()
        self._is_dealing = False
        """Whether what was given out last has not been dealt with yet."""
        self._rounds = self._still_rounds = 0
        self._was_focused: Widget | None = None
        """What had the focus when the last one was given out."""

    @property
    def is_taking_input(self) -> bool:
        """Whether anything is being dealt with, or waits behind it."""
        return self._is_dealing

    async def on_event(self, event: events.Event) -> None:
        if not _is_done_by_hand(event) or not self.screen_stack:
            await super().on_event(event)
        elif self._is_dealing or not self.screen.is_mounted:
            self._typed_ahead.append(event)
            if not self._is_dealing:
                self._wait_for_stillness()
        else:
            await self._give_out(event)

    def simulate_key(self, key: str) -> None:
        # What a click on the line of keys stands for comes before all that was typed behind it.
        self.call_later(self._give_out, events.Key(key, None))

    async def _give_out(self, event: events.Event) -> None:
        self._is_dealing, self._was_focused = True, self.focused
        try:
            await super().on_event(event)
        finally:
            self._wait_for_stillness()

    async def _give_out_next(self) -> None:
        if self._typed_ahead:
            await self._give_out(self._typed_ahead.popleft())

    def _wait_for_stillness(self) -> None:
        is_watching = self._rounds > 0
        self._is_dealing, self._rounds, self._still_rounds = True, 1, 0
        if not is_watching:
            asyncio.get_running_loop().call_later(_PAUSE, self._see_whether_still)

    def _see_whether_still(self) -> None:
        """Give out the next one if all is still; else look again a moment later."""
        self._still_rounds = self._still_rounds + 1 if self._is_still() else 0
        if self._still_rounds < _STILL_ROUNDS and self._rounds < _MOST_ROUNDS and self.is_running:
            self._rounds += 1
            asyncio.get_running_loop().call_later(_PAUSE, self._see_whether_still)
            return
        self._rounds = 0
        self._is_dealing = bool(self._typed_ahead) and self.is_running
        if self._is_dealing:
            self.call_later(self._give_out_next)

    def _is_still(self) -> bool:
        """Whether nothing is left to do that might change what the next one reaches."""
        if not self.screen_stack or not self.screen.is_mounted:
            return False
        following = self._typed_ahead[0] if self._typed_ahead else None
        if isinstance(following, events.MouseEvent) and self.screen._layout_required:
            # Where things are is known when they are laid out.
            return False
        if self._is_finding_commands and not _is_text(following):
            return False
        is_put_off = any(screen._callbacks for screen in self.screen_stack)
        if is_put_off and not self._is_typed_on(following):
            return False
        return all(_is_at_rest(pump) for pump in (self, *self._registry))

    def _is_typed_on(self, event: events.Event | None) -> bool:
        """Whether it goes on with a text: no letter has to wait until the one before is drawn."""
        focused = self.focused
        is_in_text = isinstance(focused, Input | TextArea) and focused is self._was_focused
        return is_in_text and _is_text(event)

    @property
    def _is_finding_commands(self) -> bool:
        """Whether the list of commands is not yet that of the words above it."""
        return isinstance(self.screen, CommandPalette) and any(
            worker.node is self.screen and not worker.is_finished for worker in self.workers
        )


def _is_done_by_hand(event: events.Event) -> bool:
    """Whether it was just typed, pasted or clicked. A mouse may move on and scroll meanwhile."""
    if event.is_forwarded:
        return False
    is_drag = isinstance(event, events.MouseMove) and event.button != 0
    return is_drag or isinstance(
        event, events.Key | events.Paste | events.MouseDown | events.MouseUp
    )


def _is_text(event: events.Event | None) -> bool:
    return isinstance(event, events.Paste) or (isinstance(event, events.Key) and event.is_printable)


def _is_at_rest(pump: MessagePump) -> bool:
    """Whether it waits for its next message: it has none, and is not in the middle of one."""
    if not isinstance(pump, App) and (pump._task is None or pump._task.done()):
        return True
    queue: Queue[Message | None] = pump._message_queue
    return queue.empty() and bool(queue.ready_event._waiters)
