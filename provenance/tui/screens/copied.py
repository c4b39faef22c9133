"""The text to copy by hand, where no clipboard could be reached."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from provenance.rendering.untrusted import for_terminal
from provenance.tui.bindings import Scope, bindings
from provenance.tui.drawing import Line
from provenance.tui.styling import StyledScreen
from provenance.tui.widgets.key_line import KeyLine
from provenance.tui.widgets.pane import Pane


class CopyScreen(StyledScreen, ModalScreen[None], inherit_bindings=False):
    """Nothing took the text, so it is shown where the mouse can select it."""

    BINDINGS = bindings(Scope.HELP)
    AUTO_FOCUS = "#copied"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(id="copy-box") as box:
            box.border_title = "No clipboard took this: select it with the mouse"
            yield Pane(id="copied")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#copied", Pane).show(
            Line(Content(line)) for line in for_terminal(self._text).split("\n")
        )
