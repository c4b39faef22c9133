"""How the screens look, colours and weights too, as a handful of pictures; and rare states as text.

The pictures are Textual's own SVG, without what differs from one drawing to the next.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from provenance.model.dossier import Dossier
from provenance.tui.screens.loading import LoadingScreen
from tests.factories import example_dossier
from tests.golden_files import assert_golden
from tests.tui.driving import board_app, press, running, screen_text, settled
from tests.tui.test_audit import whole_dossier

_ID = re.compile(r"terminal-\d+")
_FONT = re.compile(r"\s*@font-face \{.*?\}\n", re.DOTALL)
NORMAL, NARROW = (104, 32), (80, 24)


def picture(svg: str) -> str:
    """An SVG that is the same for every drawing of the same screen, one element a line."""
    same = _FONT.sub("\n", _ID.sub("terminal", svg))
    return same.replace("><", ">\n<").rstrip() + "\n"


LOOKS = [
    pytest.param("matrix", NORMAL, (), {}, id="matrix"),
    pytest.param("matrix-paper", NORMAL, (), {"theme": "paper"}, id="matrix in paper"),
    pytest.param("matrix-plain", NORMAL, (), {"theme": "plain"}, id="matrix in plain"),
    pytest.param("matrix-narrow", NARROW, (), {}, id="matrix at 80 columns"),
    pytest.param("claim", NORMAL, ("enter", "n"), {}, id="claim"),
    pytest.param("audit", NORMAL, ("2",), {}, id="audit"),
    pytest.param("reader", NORMAL, ("3", "down", "v"), {}, id="reader"),
]


async def _seen(size: tuple[int, int], keys: tuple[str, ...], wishes: dict[str, Any]) -> str:
    app = board_app(whole_dossier(), **wishes)
    async with running(app, size, keys=keys) as pilot:
        app.clear_notifications()
        await settled(pilot)
        return picture(app.export_screenshot())


@pytest.mark.parametrize(("name", "size", "keys", "wishes"), LOOKS)
async def test_a_screen_looks_as_it_did(
    name: str, size: tuple[int, int], keys: tuple[str, ...], wishes: dict[str, Any]
) -> None:
    assert_golden(f"looks/{name}.svg", await _seen(size, keys, wishes))


async def test_without_colours_the_matrix_looks_as_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert_golden("looks/matrix-without-colours.svg", await _seen(NORMAL, (), {}))


def test_a_picture_is_the_same_for_every_drawing() -> None:
    drawn = (
        '<svg><style>\n    @font-face {\n  src: x;\n}\n</style><g id="terminal-{}-line-1"/></svg>'
    )
    assert picture(drawn.replace("{}", "17")) == picture(drawn.replace("{}", "4711"))


async def test_a_check_that_was_stopped_says_how_to_go_on() -> None:
    app = board_app()
    async with running(app, NARROW) as pilot:
        screen = LoadingScreen(app.root)
        await app.push_screen(screen)
        screen.say_stopped()
        await settled(pilot)
        assert_golden("screens/stopped-80x24.txt", screen_text(app))


async def test_results_that_are_older_are_marked_on_every_mode() -> None:
    app = board_app()
    async with running(app, NARROW) as pilot:
        for key, name in (("1", "matrix"), ("2", "audit"), ("3", "sources"), ("4", "decisions")):
            await press(pilot, key)
            app._say_doing("comparing clerk with gazette: 3 of 12")
            await settled(pilot)
            lines = screen_text(app).split("\n")
            told = [line for line in lines[:3] if "3 of 12 · escape stops · older" in line]
            assert told, f"{name}: {lines[:3]}"


async def test_one_question_and_one_source_read_as_they_did() -> None:
    dossier = example_dossier()
    clerk = dossier.sources[:1]
    row = dossier.rows[0]
    alone = Dossier(dossier.title, clerk, (replace(row, cells=row.cells[:1], pairs=()),))
    app = board_app(alone)
    async with running(app, NARROW):
        assert_golden("screens/one-of-each-80x24.txt", screen_text(app))
