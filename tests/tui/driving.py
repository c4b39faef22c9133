"""Driving the board in tests, and reading its screen as plain lines."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.widget import Widget
from textual.worker import Worker, WorkerFailed

from provenance.model.dossier import Dossier
from provenance.tui.app import BoardApp
from provenance.tui.bursts import BurstApp
from tests.factories import example_dossier

_TEXT = re.compile(r'<text class="[^"]*" x="([\d.]+)"[^>]*-line-(\d+)\)">([^<]*)</text>')
_QUIET_ROUNDS = 3
"""Rounds in which nothing was left to do before it is believed: a message that one widget is just
about to send to another stands in no queue."""
_MOST_ROUNDS = 200
"""Far more than any key leads to; what is still moving then moves by itself, as a spinner does."""
_COLUMN = 12.2
"""Width of a column in the SVG."""


def screen_lines(app: BoardApp) -> list[str]:
    """What stands on the screen, line by line, without colours."""
    lines: dict[int, str] = {}
    for x, number, escaped in _TEXT.findall(app.export_screenshot()):
        words = html.unescape(escaped).replace("\xa0", " ")
        line = lines.get(int(number), "")
        at = round(float(x) / _COLUMN)
        lines[int(number)] = line + " " * (at - cell_len(line)) + words
    return [lines.get(number, "").rstrip() for number in range(app.size.height)]


def screen_text(app: BoardApp) -> str:
    """The same as one text."""
    return "\n".join(screen_lines(app)) + "\n"


def board_app(dossier: Dossier | None = None, **wishes: Any) -> BoardApp:
    """A board over the example, with an environment in which no clipboard and no editor exist."""
    wishes.setdefault("environment", {})
    return BoardApp(root=Path("workspace"), dossier=dossier or example_dossier(), **wishes)


@asynccontextmanager
async def running(
    app: BoardApp, size: tuple[int, int] = (104, 32), keys: Sequence[str] = ()
) -> AsyncIterator[Pilot[None]]:
    """The board at a size, after some keys, with nothing left to do."""
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each when all that the one before led to has been done.

    Textual's own `press` waits for the processor to be idle instead, which a busy machine never is.
    """
    for key in keys:
        send(pilot, key)
        await settled(pilot)


def send(pilot: Pilot[None], *keys: str) -> None:
    """Send keys in one go, as a terminal does with what was typed ahead."""
    for key in keys:
        is_character = len(key) == 1
        name = key if key.isalnum() or not is_character else _character_to_key(key)
        pilot.app.post_message(events.Key(name, key if is_character else None))


async def settled(pilot: Pilot[None]) -> None:
    """Wait until workers, messages and layout have come to rest. Never by the clock."""
    # First let the key that starts a worker be handled.
    await pilot.pause(0)
    await pilot.pause(0)
    while True:
        # A check that fails is what some tests are about, so it is waited for and not asked about.
        with suppress(WorkerFailed):
            if working := at_work(pilot):
                await pilot.app.workers.wait_for_complete(working)
        await drawn(pilot)
        # A screen that was just opened may have begun to work only now.
        if all(worker.is_finished for worker in at_work(pilot)):
            return


async def drawn(pilot: Pilot[None]) -> None:
    """Wait until every message is handled and all of it is laid out.

    A resize lays out, what is laid out is drawn to its new width, that is laid out again, and each
    of these is told on from widget to widget: how many rounds that takes, the machine decides.
    """
    quiet = 0
    for _ in range(_MOST_ROUNDS):
        await taken(pilot.app)
        # Without a delay this waits for what is queued and draws it, however slow the machine.
        await pilot.pause(0)
        quiet = quiet + 1 if _is_quiet(pilot.app) else 0
        if quiet == _QUIET_ROUNDS:
            return


async def taken(app: App[None]) -> None:
    """Wait until all that was typed ahead is given out and dealt with.

    Nothing is asked meanwhile: who asks every widget whether it is done gives each something to do.
    """
    while isinstance(app, BurstApp) and app.is_taking_input:
        await asyncio.sleep(0.001)


def _is_quiet(app: App[None]) -> bool:
    """Whether nothing on the screen waits to be told, laid out or drawn."""
    screen = app.screen
    if screen._callbacks or screen._dirty_widgets:
        return False
    widgets = [node for node in screen.walk_children(with_self=True) if isinstance(node, Widget)]
    return not any(_has_messages(pump) for pump in (app, *widgets)) and not any(
        widget._layout_required
        or widget._scroll_required
        or widget._repaint_required
        or widget._recompose_required
        or widget._refresh_styles_required
        for widget in widgets
    )


def _has_messages(pump: MessagePump) -> bool:
    return bool(pump._next_callbacks) or not pump._message_queue.empty()


def at_work(pilot: Pilot[None]) -> list[Worker[Any]]:
    """The workers that come to an end; that of a tree of folders waits for the next folder."""
    return [worker for worker in pilot.app.workers if worker.group != "_loader"]


def notices(app: BoardApp) -> list[str]:
    """What was told in passing, oldest first."""
    return [notice.message for notice in app._notifications]
