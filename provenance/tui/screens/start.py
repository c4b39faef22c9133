"""The first screen of all, in a folder that is no workspace yet: what is here, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Static

from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.hints import key_of
from provenance.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from provenance.tui.app import BoardApp

_MOST_NAMED = 5


class StartScreen(Screen[None], inherit_bindings=False):
    """Offers to make the folder a workspace. Nothing is written before that is chosen."""

    BINDINGS = bindings(Scope.START)
    AUTO_FOCUS = "#start-here"
    PURPOSE = (
        "This folder is no workspace yet. Starting one makes the folders seeds, claims and reports "
        "in it, and a file of settings; what is here already stays as it is."
    )

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root

    def compose(self) -> ComposeResult:
        with Vertical(id="start"):
            yield Static(Content("\n").join(self._lines()), id="start-words")
            with Horizontal(id="start-buttons"):
                yield Button("Start here", id="start-here", variant="primary", compact=True)
                yield Button("Leave", id="start-leave", compact=True)
        yield KeyLine()

    def _lines(self) -> Iterator[Content]:
        names = self._names()
        yield Content.styled("There is no workspace here yet.", "bold")
        yield Content("")
        yield Content(f"Looked in  {on_one_line(str(self.root))}")
        yield Content("           and in every folder above it.")
        found = counted(len(names), "file") if names else "an empty folder"
        yield Content(f"Found      {found}")
        for name in names[:_MOST_NAMED]:
            yield Content.styled(f"           {on_one_line(name)}", "$muted")
        yield Content("")
        yield Content(
            "A workspace is a folder with your sources, your questions and what is reported on "
            "them. Starting one here changes nothing that is here. Then "
            f"{key_of(self.app, 'app.add')} adds the first source, and the first question."
        )
        yield Content("")

    def _names(self) -> list[str]:
        try:
            entries = sorted(self.root.iterdir())
            return [path.name for path in entries if path.is_file() and path.name[:1] != "."]
        except OSError:
            return []

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "start-here":
            self.action_start()
        else:
            self.app.exit()

    def action_start(self) -> None:
        cast("BoardApp", self.app).start_workspace()
