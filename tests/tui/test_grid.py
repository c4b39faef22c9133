"""The board as a grid: which cells stand where, and that whole words fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Size

from provenance.model.sources import Role
from provenance.tui.board import QUESTION, VERDICT, Board, Spot
from provenance.tui.drawing import Pencil
from provenance.tui.grid import Grid, grid_of
from tests.factories import example_dossier
from tests.rendering.dossiers import crowded_dossier

BOARD = Board(example_dossier())


def _grid(width: int = 100, height: int = 20, board: Board = BOARD) -> Grid:
    return grid_of(board, Pencil(), Size(width, height))


def _words(grid: Grid, row: int) -> list[str]:
    return [" ".join(cell.plain.split()) for cell in grid.rows[row].cells]


def test_upright_every_row_is_a_question_and_every_column_a_source() -> None:
    grid = _grid(200)
    assert [column.key for column in grid.columns] == [
        QUESTION,
        "clerk",
        "gazette",
        "diary",
        "history",
        VERDICT,
    ]
    assert _words(grid, 2) == [
        "Did the clerk sign the order?",
        "? not read",
        "! no",
        "(· silent)",
        "(! yes (planned))",
        "! open",
    ]


def test_turned_every_row_is_a_source_and_the_last_one_the_verdict() -> None:
    grid = _grid(200, board=replace(BOARD, turned=True))
    assert [row.key for row in grid.rows] == ["clerk", "gazette", "diary", "history", VERDICT]
    assert _words(grid, 1) == [
        "gazette 20 May 1841",
        "✗ 14 May 1841 [1]",
        "● 40 pounds [1]",
        "! no",
    ]
    assert _words(grid, 4) == ["Verdict", "✗ disputed", "● agreed max 2 origins", "! open"]


@pytest.mark.parametrize("turned", [False, True], ids=["upright", "turned"])
def test_a_spot_is_found_where_it_is_drawn(turned: bool) -> None:
    grid = _grid(board=replace(BOARD, turned=turned))
    for row in range(len(grid.rows)):
        for column in range(turned, len(grid.columns)):
            spot = grid.spot_at(row, column)
            assert spot is not None
            assert grid.place_of(spot) == (row, column)
    assert grid.spot_at(99, 0) is None
    assert grid.place_of(Spot("nowhere", "clerk")) is None


@pytest.mark.parametrize(
    ("width", "at", "fixed"),
    [
        pytest.param(200, 5, 1, id="last where all fit"),
        pytest.param(78, 1, 2, id="beside the question, and stays there, where not all fit"),
        pytest.param(58, 1, 1, id="beside the question where few fit, and scrolls with them"),
    ],
)
def test_the_verdict_is_in_the_first_look(width: int, at: int, fixed: int) -> None:
    grid = _grid(width)
    assert [column.key for column in grid.columns].index(VERDICT) == at
    assert grid.fixed == fixed
    assert sum(column.width + 2 for column in grid.columns[: at + 1]) < width
    assert _words(grid, 2)[at] == "! open"
    told = [words for place, words in enumerate(_words(grid, 2)) if place != at]
    assert told[1:] == ["? not read", "! no", "(· silent)", "(! yes (planned))"]


def test_rows_get_air_where_there_is_room_for_all() -> None:
    tight, airy = _grid(height=8), _grid(height=40)
    assert [row.height + 1 for row in tight.rows] == [row.height for row in airy.rows]


@settings(max_examples=30, deadline=None)
@given(st.integers(min_value=56, max_value=240), st.booleans())
def test_a_whole_number_of_columns_fits_and_no_line_is_wider_than_its_column(
    width: int, turned: bool
) -> None:
    for board in (BOARD, Board(crowded_dossier())):
        grid = _grid(width, board=replace(board, turned=turned))
        widths = [column.width + 2 for column in grid.columns]
        if sum(widths) > width:
            rest = width - 1 - sum(widths[: grid.fixed])
            equal = set(widths[grid.fixed :])
            assert len(equal) == 1, "equal, so that each scroll step shows whole ones"
            assert rest % equal.pop() == 0
        for row in grid.rows:
            for cell, column in zip(row.cells, grid.columns, strict=True):
                lines = cell.plain.split("\n")
                assert len(lines) <= row.height
                assert all(cell_len(line) <= column.width for line in lines)


def test_a_draft_says_that_it_is_one() -> None:
    dossier = example_dossier()
    first = dossier.sources[0]
    draft = replace(first, source=replace(first.source, role=Role.DRAFT))
    grid = _grid(board=Board(replace(dossier, sources=(draft, *dossier.sources[1:]))))
    assert grid.columns[2].label.plain.split("\n")[1] == "draft"
