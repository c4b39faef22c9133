"""A person at the board, who reads what stands on the screen and acts by keyboard or by mouse.

Words that she acts on are words that she sees: a mouse clicks on what is drawn, a keyboard goes to
where it is. Text is typed by both. Each waits for what she expects to see, and never by the clock.
"""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from time import monotonic
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.containers import VerticalScroll
from textual.coordinate import Coordinate
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button, DataTable, Input, OptionList, Tree

from provenance.model.spans import Span
from provenance.tui.app import BoardApp
from provenance.tui.board import QUESTION, VERDICT, Spot
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.widgets.folder_list import FolderList, PathLine
from provenance.tui.widgets.form_row import OneOf
from provenance.tui.widgets.source_text import SourceText
from tests.tui.driving import at_work, notices, taken

_MOST_TURNS = 60
"""Turns of the wheel that bring anything into view."""
_PATIENCE = 60.0
"""Seconds until what does not show is taken to be missing: long, for machines that are busy."""
_FRAME = str.maketrans(dict.fromkeys("│─┌┐└┘╭╮╰╯┃━▌▎▏▐▊▔▁▼", " "))
_SHOWN = {"escape": "esc", "plus": "+"}


class Person(ABC):
    """Sees, and acts. `app` is the board she sits at."""

    def __init__(self, pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, BoardApp)
        self.pilot, self.app = pilot, pilot.app

    # What she sees

    @property
    def lines(self) -> list[str]:
        """The screen as it is drawn, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def text(self) -> str:
        """The same in one line, without frames and gaps."""
        return " ".join(" ".join(self.lines).translate(_FRAME).split())

    async def sees(self, *words: str) -> None:
        """All of the words come to stand on the screen."""
        await self.waits(lambda: all(each in self.text for each in words), words)

    async def sees_not(self, *words: str) -> None:
        """None of the words stands on the screen any more."""
        await self.waits(lambda: not any(each in self.text for each in words), words)

    async def is_told(self, *words: str) -> None:
        """All of the words are told in passing; she reads and clears what is told."""
        await self.waits(lambda: all(each in " ".join(notices(self.app)) for each in words), words)
        self.app.clear_notifications()
        await self.rest()

    async def is_refused(self) -> None:
        """The form that is open does not let itself be confirmed as it stands."""
        await self.waits(
            lambda: any(
                b.disabled and b.variant == "primary" for b in self.app.screen.query(Button)
            ),
            "a form that is refused",
        )

    async def waits(self, holds: Callable[[], bool], what: object) -> None:
        """Wait until something holds."""
        end = monotonic() + _PATIENCE
        while not holds():
            assert monotonic() < end, f"waited for {what} at\n" + "\n".join(self.lines)
            await self.rest()
            await asyncio.sleep(0.05)

    async def rest(self) -> None:
        """Have what was done so far handled and drawn, and what it set to work come to an end."""
        while True:
            await self.pilot.pause(0)
            await taken(self.app)
            await self.pilot.pause(0)
            working = at_work(self.pilot)
            if not working:
                return
            await self.app.workers.wait_for_complete(working)

    # What both do in the same way

    async def press(self, *keys: str) -> None:
        """Press keys one upon the other."""
        for key in keys:
            is_character = len(key) == 1
            name = key if key.isalnum() or not is_character else _character_to_key(key)
            self.app.post_message(events.Key(name, key if is_character else None))
        await self.rest()

    async def fill(self, field: str, text: str) -> None:
        """Write text into a field in place of what it holds."""
        await self.go_to(field)
        box = await self.widget(field)
        assert isinstance(box, Input)
        # Keys that are no characters take longer ways, so they are not pressed in one go with them.
        if box.value:
            await self.press("home", "shift+end")
            await self.waits(lambda: box.selected_text == box.value, "all of it marked")
        await self.press(*text)
        await self.waits(lambda: box.value == text, text)
        await self.rest()

    async def _one_of(self, field: str, words: str) -> OneOf | None:
        """The choice with these words, of a field whose choices all stand in the form."""
        choices = (await self.widget(field)).query(OneOf)
        return next((each for each in choices if words in each.said), None)

    async def widget(self, id: str) -> Widget:
        """A widget of the screen on top, by its id, as soon as it is there."""
        await self.waits(lambda: bool(self.app.screen.query(f"#{id}")), id)
        return self.app.screen.query_one(f"#{id}")

    def _rows(self) -> tuple[list[str], int]:
        """What stands in the list, folder or table with the focus, and where its cursor is."""
        focused = self.app.focused
        if isinstance(focused, PathLine):
            # The list is one step down from the line above it.
            listed = self.app.screen.query_one(FolderList)
            return [str(each.prompt) for each in listed.options], -1
        if isinstance(focused, OptionList):
            return [str(each.prompt) for each in focused.options], focused.highlighted or 0
        if isinstance(focused, Tree):
            nodes = [focused.get_node_at_line(n) for n in range(focused.last_line + 1)]
            return [str(node.label) if node else "" for node in nodes], focused.cursor_line
        if isinstance(focused, DataTable):
            columns = range(len(focused.ordered_columns))
            rows = [
                " ".join(str(focused.get_cell_at(Coordinate(row, column))) for column in columns)
                for row in range(focused.row_count)
            ]
            return rows, focused.cursor_row
        return [], 0

    # What each does her own way

    @abstractmethod
    async def command(self, key: str, label: str) -> None:
        """Do what the line of keys, or the list of all commands, calls by a label."""

    @abstractmethod
    async def mode(self, number: str, name: str) -> None:
        """Go to one of the four modes."""

    @abstractmethod
    async def pick(self, words: str) -> None:
        """Pick the entry of a list, or the file of a folder, with these words."""

    @abstractmethod
    async def go_to(self, field: str) -> None:
        """Go to a field of a form."""

    @abstractmethod
    async def choose(self, field: str, words: str) -> None:
        """Choose one of what a field offers."""

    @abstractmethod
    async def confirm(self, button: str = "Confirm") -> None:
        """Confirm the form."""

    @abstractmethod
    async def look_at(self, claim: str, source: str) -> None:
        """Go to a cell of the matrix."""

    @abstractmethod
    async def look_at_row(self, words: str) -> None:
        """Go to the row of a table, or to the line of a tree, with these words."""

    @abstractmethod
    async def mark(self, words: str) -> None:
        """Mark words in the reader."""

    @abstractmethod
    async def leave(self) -> None:
        """Quit the board."""


class Keyboard(Person):
    """Never touches a mouse."""

    async def command(self, key: str, label: str) -> None:
        await self.press(key)

    async def mode(self, number: str, name: str) -> None:
        await self.press(number)
        await self.sees(f"[{number} {name}")

    async def pick(self, words: str) -> None:
        await self.look_at_row(words)
        focused = self.app.focused
        await self.press("enter")
        await self.waits(lambda: self.app.focused is not focused, "the list closed")

    async def go_to(self, field: str) -> None:
        wanted = await self.widget(field)
        await self.waits(lambda: self.app.focused is not None, field)
        chain = self.app.screen.focus_chain
        here = chain.index(self.app.focused) if self.app.focused in chain else -1
        await self.press(*_steps(chain.index(wanted) - here, "shift+tab", "tab"))
        await self.waits(lambda: self.app.focused is wanted, field)

    async def choose(self, field: str, words: str) -> None:
        if one := await self._one_of(field, words):
            await self.go_to(one.id or "")
            await self.press("space")
            return
        await self.go_to(field)
        await self.press("enter")
        await self.pick(words)

    async def confirm(self, button: str = "Confirm") -> None:
        await self.press("ctrl+s")

    async def look_at(self, claim: str, source: str) -> None:
        screen, wanted = self.app.screen, Spot(claim, source)
        assert isinstance(screen, MatrixScreen)
        here, there = (screen.grid.place_of(s) if s else None for s in (screen.spot, wanted))
        assert here is not None
        assert there is not None
        down = _steps(there[0] - here[0], "up", "down")
        await self.press(*down, *_steps(there[1] - here[1], "left", "right"))
        await self.waits(lambda: screen.spot == wanted, wanted)

    async def look_at_row(self, words: str) -> None:
        await self.waits(lambda: any(words in each for each in self._rows()[0]), words)
        said, here = self._rows()
        wanted = next(number for number, each in enumerate(said) if words in each)
        await self.press(*_steps(wanted - here, "up", "down"))
        await self.waits(lambda: self._rows()[1] == wanted, words)

    async def mark(self, words: str) -> None:
        text = self.app.screen.query_one(SourceText)
        whole = text.document.text
        start = whole.index(words)
        words_before = len(whole[:start].split()) - len(whole[: text.at.start].split())
        await self.press(*_steps(words_before, "left", "right"), "v")
        await self.press(*_steps(len(words.split()) - 1, "left", "right"))
        await self.waits(lambda: text.marked == Span(start, start + len(words)), words)

    async def leave(self) -> None:
        await self.press("ctrl+q")


class Mouse(Person):
    """Clicks on what she sees, and types only what is text."""

    async def command(self, key: str, label: str) -> None:
        words, line = f"{_shown(key)} {label}", await self.widget("keys")
        everything = "^p Commands"
        await self.waits(
            lambda: any(self._place(each, line) for each in (words, everything)), words
        )
        if self._place(words, line) is not None:
            await self._click_on(words, line)
            return
        named = f"{label} ("
        await self._click_on(everything, line)
        await self.press(*label)
        await self._click_on(named)

    async def mode(self, number: str, name: str) -> None:
        await self._click_on(f"{number} {name}", await self.widget("modes"))
        await self.sees(f"[{number} {name}")

    async def pick(self, words: str) -> None:
        await self.waits(lambda: words in self.text, words)
        focused = self.app.focused
        await self._click_on(words, None if isinstance(focused, PathLine) else focused)

    async def go_to(self, field: str) -> None:
        wanted = await self.widget(field)
        await self._into_view(wanted)
        await self.waits(lambda: bool(wanted.content_region), field)
        await self._click(*wanted.content_region.offset)
        await self.waits(lambda: wanted.has_focus_within or wanted.has_focus, field)

    async def choose(self, field: str, words: str) -> None:
        if one := await self._one_of(field, words):
            await self._into_view(one)
            await self._click_on(words, one)
            return
        await self.go_to(field)
        await self.waits(lambda: isinstance(self.app.focused, OptionList), field)
        await self._click_on(words, self.app.focused)

    async def confirm(self, button: str = "Confirm") -> None:
        buttons = self.app.screen.query(Button)
        (wanted,) = (each for each in buttons if str(each.label) == button)
        await self._into_view(wanted)
        await self._click_on(button, wanted)

    async def look_at(self, claim: str, source: str) -> None:
        table, screen, wanted = await self.widget("matrix"), self.app.screen, Spot(claim, source)
        assert isinstance(screen, MatrixScreen)
        if screen.spot != wanted:
            question = screen.dossier.row(claim).claim.question
            head = {QUESTION: "Question", VERDICT: "Verdict"}.get(source, source)
            (x, _), (_, y) = await self._find(head, table), await self._find(question[:12], table)
            await self._click(x, y)
        await self.waits(lambda: screen.spot == wanted, wanted)

    async def look_at_row(self, words: str) -> None:
        await self.waits(lambda: self._place(words, None) is not None, words)
        said, here = self._rows()
        if words not in said[here]:
            await self._click_on(words)
        await self.waits(lambda: words in self._rows()[0][self._rows()[1]], words)

    async def mark(self, words: str) -> None:
        first, *_, last = words.split()
        text = self.app.screen.query_one(SourceText)
        await self._mouse(events.MouseDown, *await self._find(first, text))
        end = await self._find(last, text)
        await self._mouse(events.MouseMove, *end)
        await self._mouse(events.MouseUp, *end)

    async def leave(self) -> None:
        await self.command("ctrl+q", "Quit")

    # The hand on the mouse

    async def _click_on(self, words: str, where: Widget | None = None) -> None:
        x, y = await self._find(words, where)
        await self._click(x + min(1, len(words) - 1), y)

    async def _click(self, x: int, y: int) -> None:
        await self._mouse(events.MouseDown, x, y)
        await self._mouse(events.MouseUp, x, y)

    async def _mouse(self, event: type[Any], x: int, y: int, button: int = 1) -> None:
        """Tell the board of the mouse as a terminal does."""
        self.app.post_message(event(None, x, y, 0, 0, button, False, False, False, x, y))
        await self.rest()

    async def _find(self, words: str, where: Widget | None = None) -> tuple[int, int]:
        """Column and line where words are drawn first; within a widget, if one is given."""
        await self.waits(lambda: self._place(words, where) is not None, words)
        place = self._place(words, where)
        assert place is not None
        return place

    def _place(self, words: str, where: Widget | None) -> tuple[int, int] | None:
        box = (where or self.app.screen).region
        for y, line in enumerate(self.lines):
            x = line.find(words)
            while x >= 0:
                column = cell_len(line[:x])
                if box.contains(column, y):
                    return column, y
                x = line.find(words, x + 1)
        return None

    async def _into_view(self, wanted: Widget) -> None:
        """Turn the wheel over the form until a widget of it is in view."""
        box = next((each for each in wanted.ancestors if isinstance(each, VerticalScroll)), None)
        for _ in range(_MOST_TURNS if isinstance(box, VerticalScroll) else 0):
            assert isinstance(box, VerticalScroll)
            if box.content_region.contains_region(wanted.region):
                return
            is_above = wanted.region.y < box.content_region.y
            turn = events.MouseScrollUp if is_above else events.MouseScrollDown
            await self._mouse(turn, *box.content_region.offset, 0)


def _steps(distance: int, back: str, on: str) -> list[str]:
    return [on if distance > 0 else back] * abs(distance)


def _shown(key: str) -> str:
    """A key as the line of keys calls it."""
    return _SHOWN.get(key, key).replace("ctrl+", "^")
