"""Clicking on words, as a reader with a mouse does."""

from __future__ import annotations

from typing import cast

from rich.cells import cell_len
from textual.pilot import Pilot

from provenance.tui.app import BoardApp
from tests.tui.driving import screen_lines, settled


async def click_on(pilot: Pilot[None], words: str) -> None:
    """Click on the first place on the screen where some words stand."""
    lines = screen_lines(cast("BoardApp", pilot.app))
    row = next(number for number, line in enumerate(lines) if words in line)
    column = cell_len(lines[row][: lines[row].index(words)])
    await pilot.click(offset=(column, row))
    await settled(pilot)
