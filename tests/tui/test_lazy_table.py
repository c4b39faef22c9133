"""The table that draws what is in view: it shows what a table that is wholly drawn would show."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.geometry import Size

from provenance.model.dossier import Dossier
from provenance.tui.board import Board
from provenance.tui.drawing import Pencil
from provenance.tui.grid import grid_of
from provenance.tui.widgets import lazy_table
from provenance.tui.widgets.board_table import BoardTable
from provenance.tui.widgets.lazy_table import LazyTable
from tests.factories import example_dossier
from tests.tui.driving import board_app, press, running, screen_text

_SCROLLBARS = re.compile("[▁-▏▐]| +$", re.MULTILINE)
_LOOKS = [("f",), ("S",), ("right", "b", "t")]


def _long(times: int = 30) -> Dossier:
    """The example's questions again and again; some of them are too long for one line."""
    dossier = example_dossier()
    rows = []
    for number in range(times):
        for row in dossier.rows:
            question = f"{row.claim.question} {'And who says so? ' * (number % 3)}{number}"
            claim = replace(row.claim, id=f"{row.claim.id}-{number:02}", question=question)
            rows.append(replace(row, claim=claim))
    return replace(dossier, rows=tuple(rows))


LONG = _long()


@settings(max_examples=20, deadline=None)
@given(
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 89), st.integers(0, 8)), max_size=12),
    st.integers(56, 140),
)
def test_rows_are_as_high_as_their_cells_whatever_was_settled_first(
    turned: bool, looked_at: list[tuple[int, int]], width: int
) -> None:
    grid = grid_of(Board(LONG, turned=turned), Pencil(), Size(width, 12))
    for row, column in looked_at:
        row, column = row % len(grid.keys), column % len(grid.columns)
        grid.settle(range(row, row + 1), range(column, column + 1))
        assert grid.heights[row] >= grid.cell(row, column).plain.count("\n") + 1
    for row, drawn in enumerate(grid.rows):
        assert drawn.height == max(cell.plain.count("\n") + 1 for cell in drawn.cells)
        assert grid.heights[row] == drawn.height


async def _seen(keys: tuple[str, ...], size: tuple[int, int]) -> tuple[object, ...]:
    app = board_app(LONG)
    async with running(app, size=size) as pilot:
        await press(pilot, *keys)
        table = app.screen.query_one(BoardTable)
        heights = [row.height for row in table.ordered_rows]
        return screen_text(app), heights, table.virtual_size, table.scroll_offset


@pytest.mark.parametrize("keys", [(), *_LOOKS], ids=lambda keys: " ".join(keys) or "opened")
async def test_filled_in_batches_it_ends_as_if_filled_at_once(
    keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ("pagedown", *keys, "down")
    at_once = await _seen(keys, (80, 24))
    monkeypatch.setattr(lazy_table, "_AT_ONCE", 0)
    assert await _seen(keys, (80, 24)) == at_once


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("ctrl+end",), id="the last cell"),
        pytest.param(("ctrl+end", "up", "up", "pageup"), id="up again from the end"),
        pytest.param(("pagedown", "pagedown", "left"), id="two pages on"),
        pytest.param(("N",), id="the last conflict"),
        pytest.param(("slash", *"so? 29", "enter"), id="words far below"),
        pytest.param(("t", "ctrl+end"), id="the last cell of a turned board"),
    ],
)
async def test_what_is_gone_to_before_the_rest_is_settled_is_drawn_whole(
    keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = str((await _seen(keys, (104, 32)))[0])

    async def never(table: LazyTable, sheet: object) -> None:
        """The background has no turn at all."""

    monkeypatch.setattr(lazy_table, "_AT_ONCE", 0)
    monkeypatch.setattr(LazyTable, "_settle_rest", never)
    seen = str((await _seen(keys, (104, 32)))[0])
    assert _SCROLLBARS.sub("", seen) == _SCROLLBARS.sub("", at_once)
