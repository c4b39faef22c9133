"""What all screens of the board share: going back, copying, the editor, and too little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from provenance.errors import Place
from provenance.model.dossier import Dossier
from provenance.model.spans import Span
from provenance.rendering.untrusted import on_one_line
from provenance.tui.drawing import Pencil
from provenance.tui.hints import with_keys
from provenance.tui.styling import StyledScreen
from provenance.tui.widgets.headline import Headline
from provenance.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from provenance.tui.app import BoardApp

WIDTHS = [(0, "-tiny"), (60, "-narrow"), (100, "-normal"), (150, "-wide")]
HEIGHTS = [(0, "-flat"), (16, "-low"), (24, "-tall"), (40, "-lofty")]


class BoardScreen(StyledScreen, Screen[None], inherit_bindings=False):
    """A screen of the board. `dossier` is what it draws."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    PURPOSE = ""
    """Two sentences: what the screen is for. The help screen begins with them."""
    ON_ENTRIES: ClassVar[frozenset[str]] = frozenset()
    """Actions that are not offered while the screen has nothing to list."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self.dossier = dossier
        self._last_focus: Widget | None = None

    @property
    def labels(self) -> dict[str, str]:
        """What the line of keys calls a command for now, by its id."""
        return {}

    @property
    def unoffered(self) -> frozenset[str]:
        """Ids of commands that work and that the line of keys does not offer for now."""
        return frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list, whatever is chosen."""
        return False

    @property
    def board_app(self) -> BoardApp:
        return cast("BoardApp", self.app)

    @property
    def pencil(self) -> Pencil:
        return self.board_app.pencil

    def compose(self) -> ComposeResult:
        yield Static(id="too-small")
        with Vertical(id="whole"):
            yield from self.compose_board()
            yield KeyLine()

    def compose_board(self) -> ComposeResult:
        """The screen's own widgets."""
        yield from ()

    def on_mount(self) -> None:
        self.board_app.theme_changed_signal.subscribe(self, lambda _: self.redraw())
        self.redraw()
        self.set_progress(self.board_app.doing)

    def on_resize(self) -> None:
        words = (
            f"The board needs 60 × 16; here is room for {self.size.width} × {self.size.height}.\n"
            "Make the window larger, or print a claim:\nprovenance show CLAIM"
        )
        self.query_one("#too-small", Static).update(Content(words))
        self.call_after_refresh(self._focus_again)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self._last_focus = event.widget

    def _focus_again(self) -> None:
        """Give the focus back that was lost while the window was too small."""
        last = self._last_focus
        if self.focused is None and last is not None and last.is_mounted and last.focusable:
            self.set_focus(last)

    def redraw(self) -> None:
        """Draw everything anew: the dossier, the theme or the width changed."""

    def renew(self, dossier: Dossier) -> None:
        """Show a newer dossier, at the same place."""
        self.dossier = dossier
        self.redraw()

    def set_progress(self, words: str) -> None:
        """Say that a check is under way and that what is shown is older; "" when it is not."""
        for head in self.query(Headline):
            head.set_progress(
                words, is_searched=self.dossier.is_searched, standing=self.board_app.standing
            )

    def show_newer(self) -> None:
        """Say what changed outside the workspace, or that nothing is left of that."""
        self.set_progress(self.board_app.doing)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in self.ON_ENTRIES and self.is_empty:
            return False
        if action in ("edit", "layers"):
            return self.board_app.pen is not None
        return action != "editor" or self.board_app.has_editor

    @property
    def is_on_top(self) -> bool:
        """Whether no other screen was opened over it: a double click selects twice, the second time
        under what the first one opened."""
        return self.app.screen is self

    def action_back(self) -> None:
        if self.board_app.stop_checking():
            return
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.board_app.action_mode("matrix")

    def read_source(self, source: str, at: Span | None = None, claim: str = "") -> None:
        """Open a source in the reader, or say why that cannot be."""
        from provenance.tui.screens.reader import ReaderScreen

        entry = self.dossier.source(source)
        if entry.document is None or not entry.document.text.strip():
            why = on_one_line(entry.why) or "there is no text in it"
            self.notify(f"{source} cannot be read: {why}", markup=False)
            return
        self.board_app.opened.add((claim, source))
        self.app.push_screen(ReaderScreen(self.dossier, source, at, claim))

    def hint(self, words: str) -> None:
        """Tell in passing what to do, with the keys of the commands in braces."""
        self.notify(with_keys(self.app, words))

    def send_to_clipboard(self, text: str) -> None:
        """Copy, and say how much went where; show the text where nothing took it."""
        self.board_app.send_to_clipboard(text)

    def open_editor(self, place: Place) -> None:
        """Open a file of the workspace at its line, or say where it is."""
        self.board_app.open_editor(place)
