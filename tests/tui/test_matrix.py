"""The matrix under the keyboard and the mouse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from provenance.errors import Problem
from provenance.model.dossier import Dossier
from provenance.tui.app import BoardApp
from provenance.tui.board import QUESTION, VERDICT, Spot
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.copied import CopyScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.widgets.board_table import BoardTable
from tests.factories import example_dossier
from tests.tui.driving import board_app, notices, press, running, screen_text, settled


def matrix(app: BoardApp) -> MatrixScreen:
    assert isinstance(app.screen, MatrixScreen)
    return app.screen


async def test_n_goes_to_conflicts_then_possible_conflicts_then_round() -> None:
    app = board_app()
    async with running(app) as pilot:
        assert matrix(app).spot == Spot("closed", QUESTION)
        seen = []
        for _ in range(3):
            await press(pilot, "n")
            seen.append(matrix(app).spot)
        assert seen == [Spot("closed", "clerk"), Spot("signed", "gazette"), Spot("closed", "clerk")]
        assert notices(app) == ["That was the last conflict; this is the first of 2."]
        await press(pilot, "N")
        assert matrix(app).spot == Spot("signed", "gazette")
        assert "the first conflict; this is the last of 2" in notices(app)[-1]


async def test_u_goes_to_what_nobody_read() -> None:
    app = board_app()
    async with running(app, keys=["u"]) as pilot:
        assert matrix(app).spot == Spot("signed", "clerk")
        await press(pilot, "U")
        assert matrix(app).spot == Spot("signed", "clerk"), "the only one"
        assert notices(app)


async def test_b_compares_with_the_column_under_the_cursor() -> None:
    app = board_app()
    async with running(app, keys=["b"]) as pilot:
        assert matrix(app).board.base is None, "the cursor stands on a question"
        assert "column of a source" in notices(app)[0]
        await press(pilot, "right", "b")
        await settled(pilot)
        assert matrix(app).board.base == "clerk"
        assert "base: clerk" in screen_text(app)
        assert "◐ Mar 1841" in screen_text(app), "the history is only less precise than the clerk"
        await press(pilot, "b")
        await settled(pilot)
        assert matrix(app).board.base is None
        assert "✗ Mar 1841" in screen_text(app)


async def test_f_filters_and_the_cursor_comes_back_to_where_it_was() -> None:
    app = board_app()
    async with running(app, keys=["n", "n"]) as pilot:
        await press(pilot, "f", "f", "f")
        await settled(pilot)
        assert "filter: one source" in screen_text(app)
        assert "No question passes the filter" in screen_text(app)
        await press(pilot, "escape")
        await settled(pilot)
        assert "filter: all" in screen_text(app)
        assert matrix(app).spot == Spot("signed", "gazette")


async def test_order_turn_and_peek_change_the_view_and_keep_the_place() -> None:
    app = board_app()
    async with running(app, keys=["n", "S", "t"]) as pilot:
        assert "order: conflicts first" in screen_text(app)
        assert matrix(app).grid.turned
        assert matrix(app).spot == Spot("closed", "clerk")
        assert matrix(app).query_one("#peek").display
        await press(pilot, "t", "p")
        await settled(pilot)
        assert matrix(app).spot == Spot("closed", "clerk")
        assert not matrix(app).query_one("#peek").display


async def test_search_goes_from_hit_to_hit_and_escape_ends_it() -> None:
    app = board_app()
    async with running(app, keys=["slash", *"forty", "enter"]) as pilot:
        assert matrix(app).spot == Spot("cost", "clerk")
        assert "search: forty" in screen_text(app)
        await press(pilot, "n")
        assert matrix(app).spot == Spot("cost", "gazette")
        await press(pilot, "escape")
        await settled(pilot)
        assert "search:" not in screen_text(app)
        await press(pilot, "n")
        assert matrix(app).spot == Spot("signed", "gazette"), "n is for conflicts again"


async def test_a_search_that_finds_nothing_says_so() -> None:
    app = board_app()
    async with running(app, keys=["slash", *"[bold]", "enter"]):
        assert notices(app) == ["“[bold]” stands nowhere here."]
        assert matrix(app).sought == ""


async def test_keys_typed_into_the_search_box_are_words_and_no_commands() -> None:
    app = board_app()
    async with running(app, keys=["slash", *"nfbS?"]) as pilot:
        assert matrix(app).query_one("#search", Input).value == "nfbS?"
        await press(pilot, "escape")
        await settled(pilot)
        assert not matrix(app).query_one("#search", Input).display
        assert app.focused is matrix(app).query_one("#matrix")


COPIED = {
    ("n", "y"): (
        "“closed on the fourteenth of March 1841” (J. Hartley, The clerk's minute book; "
        "20 March 1841; County Record Office, Q/S 4; seeds/clerk.txt:3; sha256"
    ),
    ("Y",): "closed on the fourteenth of March 1841",
    ("home", "y"): "When was the bridge at Harrow closed?",
    ("end", "y"): "disputed",
}


async def test_copying_takes_the_words_with_their_citation_and_says_how_much_went_where() -> None:
    app = board_app(environment={"TERM": "xterm"})
    async with running(app) as pilot:
        for keys, told in COPIED.items():
            await press(pilot, *keys)
            await settled(pilot)
            assert told in app.clipboard, keys
            count = len(app.clipboard)
            assert notices(app)[-1] == f"Sent {count} characters to the clipboard of your terminal."


async def test_where_no_clipboard_is_reached_the_words_are_shown() -> None:
    app = board_app(environment={})
    async with running(app, keys=["n", "Y"]) as pilot:
        assert isinstance(app.screen, CopyScreen)
        assert "closed on the fourteenth of March 1841" in screen_text(app)
        await press(pilot, "escape")
        await settled(pilot)
        assert matrix(app)


async def test_o_opens_the_source_at_its_line_and_the_claim_at_its_place() -> None:
    opened: list[tuple[list[str], Path]] = []

    def run_editor(command: list[str], folder: Path) -> None:
        opened.append((command, folder))

    app = board_app(environment={"EDITOR": "vim -R"}, run_editor=run_editor)
    async with running(app, keys=["o", "n", "o"]):
        root = Path("workspace")
        assert opened == [
            (["vim", "-R", "+1", str(root / "claims/closed.yaml")], root),
            (["vim", "-R", "+3", str(root / "seeds/clerk.txt")], root),
        ]


async def test_without_an_editor_the_place_is_told() -> None:
    app = board_app(environment={})
    async with running(app, keys=["n", "o"]):
        assert notices(app) == ["EDITOR is not set. The place is seeds/clerk.txt:3"]


async def test_an_editor_that_does_not_start_is_told() -> None:
    def run_editor(command: list[str], folder: Path) -> None:
        raise FileNotFoundError(f"no such program: {command[0]}")

    app = board_app(environment={"EDITOR": "nosuch"}, run_editor=run_editor)
    async with running(app, keys=["n", "o"]):
        assert notices(app) == ["no such program: nosuch. The place is seeds/clerk.txt:3"]


async def test_escape_never_quits_and_says_how_to() -> None:
    app = board_app()
    async with running(app, keys=["escape"] * 5):
        assert app.is_running
        assert "ctrl+q" in notices(app)[-1]


async def test_enter_opens_the_claim_and_escape_comes_back_to_the_same_cell() -> None:
    app = board_app()
    async with running(app, keys=["n", "enter"]) as pilot:
        assert isinstance(app.screen, ClaimScreen)
        await press(pilot, "escape")
        await settled(pilot)
        assert matrix(app).spot == Spot("closed", "clerk")


async def test_letters_of_the_keyboard_move_like_arrows() -> None:
    app = board_app()
    async with running(app, keys=["j", "l", "l", "k", "h"]):
        assert matrix(app).spot == Spot("closed", "clerk")


async def test_the_mouse_filters_opens_and_changes_the_mode() -> None:
    app = board_app()
    async with running(app, (104, 32)) as pilot:
        lines = screen_text(app).split("\n")
        await pilot.click(offset=(lines[1].index("filter"), 1))
        await settled(pilot)
        assert "filter: conflicts" in screen_text(app)
        await pilot.click(offset=(lines[1].index("3 Sources"), 1))
        await settled(pilot)
        assert app.current_mode == "sources"
        await pilot.click(offset=(screen_text(app).split("\n")[1].index("1 Matrix"), 1))
        await settled(pilot)
        keys = screen_text(app).split("\n")[-2]
        await pilot.click(offset=(keys.index("n Next"), 31))
        await settled(pilot)
        assert matrix(app).spot == Spot("closed", "clerk")


async def test_the_peek_pane_follows_the_cursor() -> None:
    app = board_app()
    async with running(app, (80, 24), keys=["n", "n"]) as pilot:
        assert "“The clerk <b>signed</b> no order”" in screen_text(app)
        assert "! possible conflict with history" in screen_text(app)
        await press(pilot, "left")
        await settled(pilot)
        assert "Nobody has looked for it here yet." in screen_text(app)
        await press(pilot, "home", "right")
        await settled(pilot)
        assert matrix(app).spot == Spot("signed", VERDICT)
        assert "at most 2 origins" in screen_text(app)


SIZES = {(200, 60): True, (60, 16): True, (59, 20): False, (80, 15): False, (104, 32): True}


async def test_resizing_changes_the_shape_and_too_small_says_so() -> None:
    app = board_app()
    async with running(app, (104, 32), keys=["n"]) as pilot:
        for size, is_enough in SIZES.items():
            await pilot.resize_terminal(*size)
            await settled(pilot)
            text = screen_text(app)
            assert ("Harrow bridge" in text) == is_enough, size
            assert ("provenance show" in text) == (not is_enough), size
            assert matrix(app).spot == Spot("closed", "clerk"), size


@pytest.mark.parametrize(
    ("has_sources", "says"),
    [
        pytest.param(False, ("0 sources", "provenance add FILE", "provenance init"), id="nothing"),
        pytest.param(True, ("4 sources", "provenance check"), id="no claims"),
    ],
)
async def test_an_empty_workspace_says_what_was_read_and_what_to_do(
    has_sources: bool, says: tuple[str, ...]
) -> None:
    dossier = replace(
        example_dossier(), rows=(), findings=(), problems=(Problem("bad-yaml", "not YAML"),)
    )
    if not has_sources:
        dossier = replace(dossier, sources=())
    app = board_app(dossier)
    async with running(app, (80, 24), keys=["n", "u", "enter", "b", "y", "o", "slash", "x"]):
        for words in (*says, str(Path("workspace/seeds")), str(Path("workspace/claims"))):
            assert words in screen_text(app)
        assert "not YAML" in screen_text(app)


async def test_colours_of_another_theme_are_put_on_at_once() -> None:
    app = board_app()
    async with running(app) as pilot:
        before = app.export_screenshot()
        app.theme = "paper"
        await settled(pilot)
        after = app.export_screenshot()
        assert "#b34700" not in before.lower()
        assert "#b34700" in after.lower()


def _many_rows() -> Dossier:
    """Questions long enough to wrap, and more of them than fit."""
    dossier = example_dossier()
    rows = tuple(
        replace(row, claim=replace(row.claim, id=f"c{n}-{row.claim.id}", question=question))
        for n in range(9)
        for row in dossier.rows
        for question in [f"{row.claim.question} " * (1 + n % 3)]
    )
    return replace(dossier, rows=rows)


@pytest.mark.parametrize("width", [80, 104])
async def test_no_row_is_cut_at_the_upper_edge_after_a_step(width: int) -> None:
    app = board_app(_many_rows())
    async with running(app, (width, 24)) as pilot:
        table = app.screen.query_one("#matrix", BoardTable)
        for key in ("n", "n", "n", "n", "n", "down", "N", "up", "up", "up", "up", "up"):
            await press(pilot, key)
            await settled(pilot)
            heights = [row.height for row in table.ordered_rows]
            tops = [sum(heights[:number]) for number in range(len(heights))]
            assert table.scroll_y in (*tops, table.max_scroll_y), key
            at = tops[table.cursor_row]
            seen = table.size.height - table.header_height
            assert table.scroll_y <= at, key
            assert at + heights[table.cursor_row] <= table.scroll_y + seen, key
