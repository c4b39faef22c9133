"""Keys, pastes and clicks that come in one go do what they do one by one."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from provenance import run
from provenance.tui.app import BoardApp
from provenance.tui.deciding import Pen
from provenance.tui.screens.form import FormScreen
from tests.factories import example_dossier
from tests.run.test_deciding import bridge
from tests.run.test_reviewing import CLAIM
from tests.tui.driving import board_app, running, screen_text, send, settled

WORDS = "Who stood?"
PASTED = "Paste:"
CLICKED = "Click:"


def act(pilot: Pilot[None], done: str) -> None:
    """Post what a terminal would: a key, `Paste:` and words, or `Click:` and a place."""
    if done.startswith(PASTED):
        pilot.app.post_message(events.Paste(done.removeprefix(PASTED)))
    elif done.startswith(CLICKED):
        x, y = map(int, done.removeprefix(CLICKED).split(","))
        for each in (events.MouseDown, events.MouseUp):
            pilot.app.post_message(each(None, x, y, 0, 0, 1, False, False, False, x, y))
    else:
        send(pilot, done)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bridge(tmp_path_factory.mktemp("bursts"), CLAIM)


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_kept() -> object:
    # What one way of typing left unfinished would be offered to the other.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "keep_unfinished", lambda root, form: None)
        yield


async def left(root: Path, done: Sequence[str], *, at_once: bool) -> tuple[str, object, object]:
    """What some keys lead to: what the screen shows, what has the focus, what the files say."""
    folder = root.parent / f"{root.name}-{'once' if at_once else 'each'}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root, folder)
    pen = Pen("EF", lambda: datetime(2024, 3, 1, tzinfo=UTC), chosen=True)
    app = BoardApp(root=folder, dossier=example_dossier(), environment={}, pen=pen)
    async with running(app) as pilot:
        for each in done:
            act(pilot, each)
            if not at_once:
                await settled(pilot)
        await settled(pilot)
        # What is told in passing goes by the clock.
        app.clear_notifications()
        await settled(pilot)
        files = {
            str(path.relative_to(folder)): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        return screen_text(app), app.focused and app.focused.id, files


@pytest.mark.parametrize(
    "done",
    [
        pytest.param(["/", *"no", "enter", "n"], id="a search is confirmed"),
        pytest.param(["f", "/", "x", "escape", "right", "enter"], id="a search is left"),
        pytest.param(["+", "enter", *"Who?", "tab", "x"], id="a question is typed into a new form"),
        pytest.param(["ctrl+p", *"Settin", "enter", "down"], id="a command is sought and done"),
        pytest.param(["right", "a", "down", "a"], id="cells are gone through"),
        pytest.param(["E", "!", "ctrl+s", "n", "E"], id="keys come behind the writing of a form"),
        pytest.param(["escape", "2", "down", "enter"], id="a finding is opened"),
        pytest.param(["question_mark", "escape", "n"], id="the help is left"),
        pytest.param(["E", f"{PASTED} once", "tab", "y"], id="words are pasted into a form"),
        pytest.param(["f", f"{CLICKED}4,7", "enter"], id="a click comes behind a key"),
        pytest.param(["enter", "escape", "2", "1", "g"], id="screens are opened and left"),
    ],
)
async def test_what_comes_at_once_does_what_it_does_one_by_one(root: Path, done: list[str]) -> None:
    assert await left(root, done, at_once=True) == await left(root, done, at_once=False)


PLACES = (f"{CLICKED}4,7", f"{CLICKED}60,5", f"{CLICKED}3,31")
KEYS = st.sampled_from(
    (
        *("enter", "escape", "tab", "down", "right", "up", "n", "f", "S", "t", "b", "p", "u", "g"),
        *("/", "+", "E", "question_mark", "1", "2", "3", "4", "r", "a", "v", "ctrl+p", "ctrl+s"),
        *(f"{PASTED}bridge", *PLACES),
    )
)


@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(done=st.lists(KEYS, min_size=4, max_size=8))
async def test_whatever_comes_at_once_does_what_it_does_one_by_one(
    root: Path, done: list[str]
) -> None:
    assert await left(root, done, at_once=True) == await left(root, done, at_once=False)


async def test_a_text_typed_ahead_into_a_form_arrives_whole(root: Path) -> None:
    app = BoardApp(root=root, dossier=example_dossier(), environment={}, pen=Pen("AB"))
    async with running(app) as pilot:
        send(pilot, "+", "enter", *WORDS)
        await settled(pilot)
        assert isinstance(app.screen, FormScreen)
        assert app.screen.query(Input).first().value == WORDS


async def test_a_lone_key_waits_for_nothing() -> None:
    app = board_app()
    async with running(app):
        app.screen.query_one("#matrix").call_later(asyncio.sleep, 0)
        await app.on_event(events.Key("slash", "/"))
        assert app.is_taking_input
        assert not app._typed_ahead


async def test_a_key_does_not_wait_for_what_never_comes_to_rest() -> None:
    app = board_app()
    async with running(app) as pilot:
        is_over = asyncio.Event()

        async def again() -> None:
            await asyncio.sleep(0)
            if not is_over.is_set():
                app.screen.call_later(again)

        await again()
        send(pilot, "/", *"bc")
        while app.is_taking_input or not app.screen.query_one("#search", Input).value:
            await asyncio.sleep(0.02)
        is_over.set()
        assert app.screen.query_one("#search", Input).value == "bc"
