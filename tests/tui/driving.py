"""Driving the board in tests, and reading its screen as plain lines."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import Worker, WorkerFailed

from provenance.model.dossier import Dossier
from provenance.tui.app import BoardApp
from tests.factories import example_dossier

_TEXT = re.compile(r'<text class="[^"]*" x="([\d.]+)"[^>]*-line-(\d+)\)">([^<]*)</text>')
_ROUNDS = 6
"""Messages that lead to messages, at most: a resize lays out, what is laid out is drawn to its new
width, that is laid out again, and each of these is told on from widget to widget."""
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
        is_character = len(key) == 1
        name = key if key.isalnum() or not is_character else _character_to_key(key)
        pilot.app.post_message(events.Key(name, key if is_character else None))
        await settled(pilot)


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
        for _ in range(_ROUNDS):
            # Without a delay this waits for what is queued and draws it, however slow the machine.
            await pilot.pause(0)
        # A screen that was just opened may have begun to work only now.
        if all(worker.is_finished for worker in at_work(pilot)):
            return


def at_work(pilot: Pilot[None]) -> list[Worker[Any]]:
    """The workers that come to an end; that of a tree of folders waits for the next folder."""
    return [worker for worker in pilot.app.workers if worker.group != "_loader"]


def notices(app: BoardApp) -> list[str]:
    """What was told in passing, oldest first."""
    return [notice.message for notice in app._notifications]
