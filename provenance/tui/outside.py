"""What leaves the board: words for the clipboard, places for the reader's editor."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from textual import events
from textual.app import SuspendNotSupported

from provenance.errors import Place
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bursts import BurstApp
from provenance.tui.clipboard import send
from provenance.tui.editor import chosen_editor, editor_command
from provenance.tui.hints import with_keys
from provenance.tui.screens.copied import CopyScreen

RunEditor = Callable[[list[str], Path], None]
"""Runs a command in a folder. Raises `OSError` where it cannot be started."""


class OutsideApp(BurstApp):
    """An app that copies and opens files, and says what came of it."""

    keymap: Mapping[str, str] = MappingProxyType({})
    """The keys that the user set, by command, as Textual names them."""
    read_only = False
    """Whether nothing of the workspace may be changed, by an editor or an export either."""

    def __init__(
        self, *, root: Path, run_editor: RunEditor | None, environment: Mapping[str, str]
    ) -> None:
        super().__init__()
        self.root = root
        self.environment = environment
        self._run_editor = run_editor or self._run_in_foreground

    async def on_event(self, event: events.Event) -> None:
        # In a browser a board begins as if it had no focus, and the page may have taken the focus
        # before the board could hear of it: then no key would move anything.
        if not (self.is_web and isinstance(event, events.AppBlur)):
            await super().on_event(event)

    def action_copy_selection(self) -> None:
        """Copy what the mouse selected; ctrl+c stops nothing here, so it says what would."""
        selected = self.screen.get_selected_text()
        if selected:
            self.send_to_clipboard(selected)
        else:
            self.notify(with_keys(self, "Nothing is selected. {app.quit} leaves the board."))

    def send_to_clipboard(self, text: str) -> None:
        """Copy, and say how much went where; show it where nobody took it."""
        if self.is_web:
            # The reader's clipboard is the browser's, whatever tools this machine has.
            self.copy_to_clipboard(text)
            took: str | None = "the clipboard of your browser"
        else:
            took = send(text, self.environment, to_terminal=self.copy_to_clipboard)
        if took is None:
            self.push_screen(CopyScreen(text))
            return
        self.notify(f"Sent {counted(len(text), 'character')} to {took}.", markup=False)

    @property
    def has_editor(self) -> bool:
        """Whether files may be opened. In a browser there is no terminal for an editor."""
        return not (self.read_only or self.is_web)

    @property
    def delivers(self) -> bool:
        """Whether what is exported goes to the reader's downloads, not to the workspace."""
        return self.read_only or self.is_web

    def open_editor(self, place: Place) -> None:
        """Open a file of the workspace in the reader's editor, at the line."""
        if not self.has_editor:
            self._say_not_opened("This board opens no editor", place)
            return
        editor = chosen_editor(self.environment)
        if not editor:
            self._say_not_opened("EDITOR is not set", place)
            return
        try:
            command = editor_command(editor, str(self.root / place.path), place.line)
            self._run_editor(command, self.root)
            self.look_at_files()
        except (OSError, ValueError, SuspendNotSupported) as error:
            self._say_not_opened(str(error), place)

    def look_at_files(self) -> None:
        """Read again what was saved meanwhile."""

    def _run_in_foreground(self, command: list[str], folder: Path) -> None:
        with self.suspend():
            subprocess.run(command, cwd=folder, check=False)

    def _say_not_opened(self, why: str, place: Place) -> None:
        words = f"{on_one_line(why)}. The place is {on_one_line(str(place))}"
        self.notify(words, title="Not opened", severity="warning", markup=False)
