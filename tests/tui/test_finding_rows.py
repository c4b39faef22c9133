"""Words are found wherever a screen is one table of rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from provenance import run
from provenance.tui.app import BoardApp
from provenance.tui.widgets.board_table import BoardTable
from tests.run.test_deciding import bridge
from tests.run.test_reviewing import AB, CLAIM
from tests.tui.driving import board_app, notices, press, running, screen_text, settled

ROWS = [
    pytest.param(("3",), "harrow", [1, 3], id="a title of a source"),
    pytest.param(("3",), "seeds/diary", [2], id="a file, which has no column"),
    pytest.param(("3", "down", "m"), "county", [0], id="a note of a source"),
]


async def finds(app: BoardApp, keys: tuple[str, ...], words: str, rows: list[int]) -> None:
    """`/` and the words lead to these rows of the screen that the keys open, `n` round them."""
    async with running(app, (104, 32), keys=[*keys, "home", "slash", *words, "enter"]) as pilot:
        table = app.screen.query_one(BoardTable)
        assert table.has_focus
        assert notices(app)[-1].startswith(f"{len(rows)} found")
        assert f"search: {words}" in screen_text(app)
        seen = []
        for _ in rows:
            seen.append(table.cursor_row)
            await press(pilot, "n")
        assert sorted(seen) == rows
        assert table.cursor_row == seen[0], "round at the end"
        await press(pilot, "escape")
        await settled(pilot)
        assert f"search: {words}" not in screen_text(app)
        assert app.screen.query_one(BoardTable) is table, "escape left the search alone"


@pytest.mark.parametrize(("keys", "words", "rows"), ROWS)
async def test_slash_finds_words_and_n_goes_round(
    keys: tuple[str, ...], words: str, rows: list[int]
) -> None:
    await finds(board_app(), keys, words, rows)


async def test_a_reason_of_a_decision_is_found(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    run.comment(root, "closed", "Ask the county archive.", AB)
    run.comment(root, "closed", "The vicar has another diary.", AB)
    dossier = run.check(root)
    said = [each.why for each in dossier.decided.decisions]
    assert len(said) == 2
    await finds(BoardApp(root=root, dossier=dossier), ("4",), "vicar", [0])
    await finds(BoardApp(root=root, dossier=dossier), ("4",), "county", [1])


async def test_what_stands_nowhere_is_said_and_the_cursor_stays() -> None:
    app = board_app()
    async with running(app, keys=["3", "down", "slash", *"no such thing", "enter"]):
        assert "“no such thing” stands nowhere here." in notices(app)
        assert app.screen.query_one(BoardTable).cursor_row == 1
        assert "search:" not in screen_text(app)


async def test_n_without_a_search_says_what_searches() -> None:
    app = board_app()
    async with running(app, keys=["3", "n"]):
        assert notices(app)[-1].startswith("/ searches")


async def test_keys_typed_into_the_search_do_not_act() -> None:
    app = board_app()
    async with running(app, keys=["3", "slash", *"mvE"]) as pilot:
        assert app.screen.query_one("#search", Input).value == "mvE"
        await press(pilot, "escape")
        assert app.screen.query_one(BoardTable).has_focus
