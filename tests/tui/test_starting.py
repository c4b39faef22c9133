"""From an empty folder on, and what the board does by itself: look at files, say what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from provenance import run
from provenance.errors import Place, Problem
from provenance.tui.app import BoardApp
from provenance.tui.deciding import Pen
from provenance.tui.screens.form import FormScreen
from provenance.tui.screens.loading import LoadingScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.screens.start import StartScreen
from provenance.tui.widgets.board_table import BoardTable
from tests.factories import example_dossier
from tests.golden_files import assert_golden
from tests.tui.driving import board_app, press, running, screen_text, settled
from tests.workspace.folders import make

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((104, 32), id="104x32")]


def board(root: Path, *, begin: bool = False) -> BoardApp:
    return BoardApp(
        root=root,
        load=lambda tell: run.check(root, tell),
        environment={},
        pen=Pen("AB"),
        begin=begin,
    )


async def test_an_empty_folder_becomes_a_workspace_by_a_key(tmp_path: Path) -> None:
    app = board(tmp_path, begin=True)
    async with running(app, (80, 24)) as pilot:
        assert isinstance(app.screen, StartScreen)
        assert "an empty folder" in screen_text(app)
        assert not list(tmp_path.iterdir()), "nothing is written before it is chosen"
        await press(pilot, "s")
        assert isinstance(app.screen, MatrixScreen)
        assert (tmp_path / "provenance.yaml").is_file()
        text = screen_text(app)
        assert "There is no claim to look at yet." in text
        assert "+   adds your first source" in text
        assert "+ Add" in text.splitlines()[-1]
        assert "Next conflict" not in text, "keys that would do nothing are not offered"


async def test_a_file_that_is_saved_shows_up_but_not_under_a_form(tmp_path: Path) -> None:
    make(tmp_path, {"claims/a.yaml": "question: When?\n"})
    app = board(tmp_path)
    claim = tmp_path / "claims/a.yaml"

    async def looked(shows: str) -> bool:
        app.look_at_files()
        await settled(pilot)
        assert app.dossier is not None
        return app.dossier.row("a").claim.question == shows

    async with running(app) as pilot:
        assert await looked("When?")
        claim.write_text("question: When was it?\n", encoding="utf-8")
        assert await looked("When was it?")
        await press(pilot, "plus", "enter")
        assert isinstance(app.screen, FormScreen)
        claim.write_text("question: Why was it ever?\n", encoding="utf-8")
        assert await looked("When was it?")
        await press(pilot, "escape")
        assert await looked("Why was it ever?")


async def test_what_the_editor_saved_is_read_when_it_is_closed(tmp_path: Path) -> None:
    make(tmp_path, {"claims/a.yaml": "question: When?\n"})

    def edit(command: list[str], folder: Path) -> None:
        Path(command[-1]).write_text("question: Where was it?\n", encoding="utf-8")

    app = board(tmp_path)
    app.environment, app._run_editor = {"EDITOR": "ed"}, edit
    async with running(app, keys=["o"]):
        assert app.dossier is not None
        assert app.dossier.rows[0].claim.question == "Where was it?"


async def test_the_focus_comes_back_after_a_window_that_was_too_small() -> None:
    app = board_app()
    async with running(app) as pilot:
        await pilot.resize_terminal(40, 10)
        await settled(pilot)
        assert "60 × 16" in screen_text(app)
        await pilot.resize_terminal(104, 32)
        await settled(pilot)
        assert isinstance(app.focused, BoardTable)


async def test_while_a_search_lasts_n_is_said_to_go_to_what_was_found() -> None:
    app = board_app()
    async with running(app, keys=["slash", *"bridge", "enter"]) as pilot:
        assert "n Next found" in screen_text(app)
        await press(pilot, "escape")
        assert "n Next conflict" in screen_text(app)


def _loading(app: BoardApp) -> LoadingScreen:
    assert isinstance(app.screen, LoadingScreen)
    return app.screen


def _told(app: BoardApp) -> None:
    _loading(app).tell(run.Progress("reading seeds/a very long name of a file.txt", 3, 9))


def _wrong(app: BoardApp) -> None:
    place = Place("provenance.yaml", 3, 1)
    problem = Problem("unknown-key", "“tilte” is not a key", place, "did you mean “title”?")
    _loading(app).say_problems((problem,))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("name", "show"),
    [pytest.param("loading", _told, id="loading"), pytest.param("failed", _wrong, id="failed")],
)
async def test_a_screen_without_a_board_reads_as_it_did(
    name: str, show: Callable[[BoardApp], None], size: tuple[int, int]
) -> None:
    app = BoardApp(root=Path("workspace"), environment={})
    async with running(app, size) as pilot:
        await app.push_screen(LoadingScreen(app.root))
        app.clear_notifications()
        show(app)
        await settled(pilot)
        assert_golden(f"screens/{name}-{size[0]}x{size[1]}.txt", screen_text(app))


@pytest.mark.parametrize("size", [*SIZES, pytest.param((50, 12), id="50x12")])
async def test_an_empty_board_reads_as_it_did(size: tuple[int, int]) -> None:
    app = board_app(replace(example_dossier(), rows=(), sources=(), findings=()), pen=Pen("AB"))
    async with running(app, size) as pilot:
        await settled(pilot)
        assert_golden(f"screens/empty-{size[0]}x{size[1]}.txt", screen_text(app))


async def test_keys_move_the_cursor_in_a_browser_that_told_of_no_focus(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(BoardApp, "is_web", True)
    async with running(board_app()) as pilot:
        pilot.app.post_message(events.AppBlur())
        await press(pilot, "right")
        table = pilot.app.screen.query_one(BoardTable)
        assert (table.has_focus, table.cursor_column) == (True, 1)


async def test_a_board_to_be_read_writes_nothing_whatever_is_pressed(tmp_path: Path) -> None:
    asked = "question: When did Soong see Stalin?\ntype: date\nstatements: []\n"
    root = make(tmp_path, {"claims/seen.yaml": asked})

    def files() -> dict[Path, bytes]:
        kept = (p for p in root.rglob("*") if p.is_file() and ".provenance" not in p.parts)
        return {path: path.read_bytes() for path in kept}

    before = files()
    app = BoardApp(
        root=root,
        load=lambda tell: run.check(root, tell),
        environment={"EDITOR": "touch"},
        run_editor=lambda *_: pytest.fail("no editor opens"),
        pen=Pen("AB"),
        read_only=True,
    )
    async with running(app, keys=["right"]) as pilot:
        matrix = app.screen
        assert isinstance(matrix, MatrixScreen)
        assert matrix.proposal is not None
        for key in "axirEo+zZ":
            await press(pilot, key)
            assert app.screen is matrix, key
        await press(pilot, "e")
        assert "goes to your downloads" in screen_text(app)
    assert files() == before
