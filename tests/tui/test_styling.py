"""What screens wear: found out once, and again when the theme or the room changed."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from textual.content import Content
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widgets import Static

from provenance.tui.deciding import Pen
from provenance.tui.screens.audit import AuditScreen
from provenance.tui.themes import INK, PAPER
from provenance.tui.widgets.words import Words
from tests.tui.driving import board_app, press, running, settled

_OPENING = [
    pytest.param(("2",), id="another mode"),
    pytest.param(("enter",), id="a claim"),
    pytest.param(("f2",), id="the settings"),
    pytest.param(("down", "right", "right", "v"), id="the reader"),
    pytest.param(("e",), id="the export"),
]


@pytest.mark.parametrize("keys", _OPENING)
async def test_a_screen_that_opens_is_styled_widget_by_widget_and_reads_no_sheet_again(
    keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    applied: Counter[DOMNode] = Counter()
    read: list[str] = []
    apply, reparse = Stylesheet.apply, Stylesheet.reparse

    def counted(sheet: Stylesheet, node: DOMNode, **wishes: Any) -> None:
        applied[node] += 1
        apply(sheet, node, **wishes)

    def told(sheet: Stylesheet) -> None:
        read.append("all")
        reparse(sheet)

    async with running(board_app(pen=Pen("AB"))) as pilot:
        await press(pilot, *keys[:-1])
        below = pilot.app.screen
        monkeypatch.setattr(Stylesheet, "apply", counted)
        monkeypatch.setattr(Stylesheet, "reparse", told)
        await press(pilot, keys[-1])
        screen = pilot.app.screen
        assert screen is not below
        # What has the focus, and what it stands in, is styled once more for that.
        still = [w for w in screen.query("*") if not w.has_focus_within]
        assert len(still) > 4
        assert sum(applied[widget] for widget in still) < 2 * len(still)
        assert applied[screen] == 1
        assert not read


@pytest.mark.parametrize("size", [(104, 32), (80, 24), (60, 16)], ids=["wide", "narrow", "tiny"])
async def test_a_screen_is_styled_for_the_room_from_the_start(size: tuple[int, int]) -> None:
    async with running(board_app(), size=size, keys=("2",)) as pilot:
        opened = pilot.app.screen.classes
        pilot.app.screen.remove_class(*opened)
        await pilot.resize_terminal(size[0] + 1, size[1])
        await settled(pilot)
        assert pilot.app.screen.classes == opened


async def test_a_mode_left_before_the_theme_changed_comes_back_in_the_new_one() -> None:
    async with running(board_app(theme=INK.name), keys=("2", "1")) as pilot:
        pilot.app.theme = PAPER.name
        await settled(pilot)
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, AuditScreen)
        tree = pilot.app.screen.query_one("#findings")
        assert tree.background_colors[1].hex == pilot.app.theme_variables["background"].upper()


async def test_what_lies_under_a_form_is_dimmed_cell_by_cell_as_textual_would() -> None:
    app = board_app(pen=Pen("AB"))
    async with running(app, keys=("question_mark",)) as pilot:
        ours = pilot.app.screen.render()
        theirs = type(ours).__mro__[1](ours.screen, ours.color)  # type: ignore[union-attr]
        console = app.console
        assert list(console.render(ours)) == list(console.render(theirs))


async def test_the_same_words_are_laid_out_once_and_again_in_another_theme(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[str] = []
    update = Static.update

    def told(widget: Static, content: Any = "", *, layout: bool = True) -> None:
        drawn.append(str(content))
        update(widget, content, layout=layout)

    async with running(board_app(theme=INK.name)) as pilot:
        words = Words()
        await pilot.app.screen.mount(words)
        monkeypatch.setattr(Static, "update", told)
        for content in (Content("a"), Content("a"), Content.styled("a", "bold"), Content("b")):
            words.update(content)
        assert drawn == ["a", "a", "b"]
        monkeypatch.undo()
        pilot.app.theme = PAPER.name
        await settled(pilot)
        monkeypatch.setattr(Static, "update", told)
        words.update(Content("b"))
        assert drawn == ["a", "a", "b", "b"]
