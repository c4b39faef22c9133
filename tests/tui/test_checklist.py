"""What holds of every screen, at every size: the checklist of the terminal interface."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from provenance.model.dossier import Dossier
from provenance.tui.app import BoardApp
from provenance.tui.bindings import MOST_IN_FOOTER
from provenance.tui.deciding import Pen
from provenance.tui.screens.audit import AuditScreen
from provenance.tui.screens.choosing import ChoiceScreen
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.decisions import DecisionsScreen
from provenance.tui.screens.exporting import ExportScreen
from provenance.tui.screens.form import FormScreen
from provenance.tui.screens.notes import NotesScreen
from provenance.tui.screens.origins import OriginsScreen
from provenance.tui.screens.others import OthersScreen
from provenance.tui.screens.picking import PickScreen
from provenance.tui.screens.reader import ReaderScreen
from provenance.tui.screens.settings import SettingsScreen
from provenance.tui.screens.shared import SharedScreen
from provenance.tui.screens.sources import SourcesScreen
from provenance.tui.widgets.key_line import KeyLine
from tests.factories import example_dossier
from tests.run.test_deciding import bridge
from tests.run.test_reviewing import CLAIM
from tests.tui.driving import board_app, press, running, screen_lines, screen_text, settled
from tests.tui.test_audit import whole_dossier


@dataclass(frozen=True)
class Stop:
    """A screen on the walk."""

    name: str
    kind: type[Screen[Any]]
    keys: tuple[str, ...]
    """From the screen below; the last opens it."""
    copies: tuple[str, str] = ("", "")
    """The key that copies, and what tells where the words are from."""
    over: tuple[Stop, ...] = ()
    """The screens that are opened from it."""


_CLAIM = (
    Stop("notes", NotesScreen, ("m",), ("y", "seeds/gazette.txt")),
    Stop("review of the claim", FormScreen, ("r",)),
)
_OTHERS = Stop(
    "others",
    OthersScreen,
    ("enter",),
    ("y", "clerk"),
    (Stop("shared", SharedScreen, ("enter",), ("y", "seeds/clerk.txt")),),
)
STOPS = (
    Stop("claim", ClaimScreen, ("n", "enter"), ("y", "seeds/gazette.txt"), _CLAIM),
    Stop("origins", OriginsScreen, ("g",)),
    Stop("adding", ChoiceScreen, ("plus",)),
    Stop("question", FormScreen, ("plus", "enter")),
    Stop("picking", PickScreen, ("plus", "down", "enter")),
    Stop("export", ExportScreen, ("e",), ("ctrl+y", "seeds/gazette.txt")),
    Stop("settings", SettingsScreen, ("f2",), ("y", "title")),
    Stop(
        *("audit", AuditScreen, ("2",), ("y", "PV201")),
        (Stop("setting aside", FormScreen, ("s",)),),
    ),
    Stop(
        *("sources", SourcesScreen, ("3",), ("y", "checksum")),
        (
            _OTHERS,
            Stop("reader", ReaderScreen, ("v",), ("y", "sha256")),
            Stop("notes of a source", NotesScreen, ("down", "m"), ("y", "seeds/gazette.txt")),
        ),
    ),
    Stop("decisions", DecisionsScreen, ("4",)),
)
_CHOSEN = ("question", "picking")
"""Those that a list was asked for, which is gone when they are left."""
SIZES = ((200, 60), (40, 10), (60, 20), (80, 24))
"""The sizes a screen that was opened at 80 × 24 is brought to, one after the other."""
OF_FORMS = ((60, 20), (80, 24))
"""The same of what stands over another screen, which never grows wide."""


async def _quiet(pilot: Pilot[None]) -> str:
    """The screen without what was told in passing; of one that stands over another its own box, as
    what is behind it is drawn in its own time."""
    assert isinstance(pilot.app, BoardApp)
    pilot.app.clear_notifications()
    await settled(pilot)
    if not isinstance(pilot.app.screen, ModalScreen):
        return screen_text(pilot.app)
    box = pilot.app.screen.children[0].region
    lines = screen_lines(pilot.app)[box.y : box.bottom]
    return "\n".join(line[box.x : box.right] for line in lines)


def _cut(app: App[None]) -> Iterator[str]:
    """Widgets that reach over the edge of what holds them, where nothing scrolls to the rest."""
    for widget in app.screen.query(Widget):
        holder = widget.parent
        if not isinstance(holder, Widget) or not widget.display or not widget.region:
            continue
        scrolls = any(isinstance(a, Widget) and a.is_scrollable for a in widget.ancestors[:-2])
        if not scrolls and not holder.region.contains_region(widget.region):
            yield f"{widget!r} at {widget.region} in {holder.region}"


def _footer(app: App[None]) -> list[str]:
    line = app.screen.query(KeyLine).last()
    return line._shown.split("  ") if line.display else []


class _Walk:
    """What of the checklist does not hold."""

    def __init__(self, pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, BoardApp)
        self.pilot, self.app = pilot, pilot.app
        self.wrong: list[str] = []

    def want(self, holds: object, what: str) -> None:
        if not holds:
            self.wrong.append(what)

    async def check(self, stop: Stop) -> None:
        """A screen, those over it, and the way back."""
        await press(self.pilot, *stop.keys[: -1 if stop.name not in _CHOSEN else 0])
        below, before = self.app.screen, _place(self.app.screen)
        await press(self.pilot, *stop.keys[-1 if stop.name not in _CHOSEN else 0 :])
        screen, opened = self.app.screen, await _quiet(self.pilot)
        assert isinstance(screen, stop.kind), stop.name
        focus = screen.focused
        await self.resize(stop.name)
        self.want(screen.focused is focus, f"{stop.name}: the focus went to {screen.focused}")
        after = await _quiet(self.pilot)
        self.wrong += _changed(f"{stop.name}, resized and back", opened, after)
        await self.help(stop.name)
        await self.copy(stop)
        for each in stop.over:
            await self.check(each)
        await press(self.pilot, "escape")
        self.want(self.app.screen is below, f"escape of {stop.name} leads to {self.app.screen}")
        self.want(_place(below) == before, f"escape of {stop.name} leads to {_place(below)}")

    async def resize(self, name: str) -> None:
        sizes = OF_FORMS if isinstance(self.app.screen, ModalScreen) else SIZES
        for width, height in sizes:
            await self.pilot.resize_terminal(width, height)
            await settled(self.pilot)
            if width < 60:
                continue
            where, keys = f"{name} at {width} × {height}", _footer(self.app)
            self.wrong += [f"{where}: {cut}" for cut in _cut(self.app)]
            self.want(len(keys) <= MOST_IN_FOOTER, f"{where}: {len(keys)} keys")
            self.want(any(key.endswith(" Help") for key in keys), f"{where}: no help in {keys}")

    async def help(self, name: str) -> None:
        screen = self.app.screen
        focus, purpose = screen.focused, getattr(screen, "PURPOSE", "")
        sentences = re.findall(r"[.?!](?:\s|$)", purpose)
        self.want(len(sentences) == 2, f"{name}: not two sentences: {purpose}")
        await press(self.pilot, "f1")
        told = " ".join(screen_text(self.app).replace("│", " ").split())
        self.want(purpose[:40] in told, f"{name}: the help does not begin with what it is for")
        await press(self.pilot, "escape")
        self.want(self.app.screen is screen, f"{name}: help leads to {self.app.screen}")
        self.want(screen.focused is focus, f"{name}: help loses the focus")

    async def copy(self, stop: Stop) -> None:
        key, citation = stop.copies
        if key:
            self.app.copy_to_clipboard("")
            await press(self.pilot, key)
            copied = self.app.clipboard
            self.want(citation in copied, f"{stop.name}: “{copied}” does not say where from")


@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
async def test_a_screen_with_nothing_on_it_offers_nothing_to_do_with_it(key: str) -> None:
    app = board_app(Dossier("Nothing", (), ()))
    async with running(app, (80, 24), keys=(key,)) as pilot:
        before = await _quiet(pilot)
        offered = {item.partition(" ")[2] for item in _footer(app)}
        assert offered <= {"Back", "Help", "Commands"}
        assert "No " in before or "Nothing" in before or "Nobody" in before
        for each in ("enter", "n", "f", "g", "y", "o", "v", "m", "space", "slash"):
            await press(pilot, each)
        assert await _quiet(pilot) == before


def _place(screen: Screen[Any]) -> tuple[object, ...]:
    """What has the focus, and where its cursor is."""
    focused = screen.focused
    names = ("cursor_coordinate", "cursor_line", "highlighted", "value")
    return focused, *(getattr(focused, name, None) for name in names)


def _changed(where: str, before: str, after: str) -> list[str]:
    """The lines of a screen that are not as they were."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [f"{where}: “{was}” became “{now}”" for was, now in pairs if was != now]


async def test_every_screen_keeps_the_checklist(tmp_path: Path) -> None:
    whole = whole_dossier()
    dossier = replace(example_dossier(), findings=whole.findings, decided=whole.decided)
    app = BoardApp(
        root=bridge(tmp_path, CLAIM),
        dossier=dossier,
        environment={"TERM": "xterm"},
        pen=Pen("EF", chosen=True),
    )
    async with running(app, (80, 24)) as pilot:
        walk = _Walk(pilot)
        for stop in STOPS:
            await walk.check(stop)
    assert "\n".join(walk.wrong) == ""


_NO_SIGNS = "“”‘’…–—£"
"""Punctuation, and what the sources themselves say."""


async def _signs(pilot: Pilot[None], stop: Stop) -> Iterator[str]:
    """What a screen, and those over it, draw beyond ASCII."""
    await press(pilot, *stop.keys)
    assert isinstance(pilot.app, BoardApp)
    shown = [f"{stop.name}: {line}" for line in screen_lines(pilot.app) if _is_drawn_badly(line)]
    for each in stop.over:
        shown += await _signs(pilot, each)
    await press(pilot, "escape")
    return iter(shown)


def _is_drawn_badly(line: str) -> bool:
    return not line.translate(dict.fromkeys(map(ord, _NO_SIGNS))).isascii()


async def test_with_letters_every_screen_is_drawn_in_ascii(tmp_path: Path) -> None:
    whole = whole_dossier()
    dossier = replace(example_dossier(), findings=whole.findings, decided=whole.decided)
    root, pen = bridge(tmp_path, CLAIM), Pen("EF", chosen=True)
    app = BoardApp(root=root, dossier=dossier, environment={}, pen=pen, letters=True)
    async with running(app, (80, 24)) as pilot:
        wrong = [line for stop in STOPS for line in await _signs(pilot, stop)]
    assert "\n".join(wrong) == ""
