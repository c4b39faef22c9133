"""The board as an application: loads in the background, holds the modes, and owns no judgement."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.widgets import Input

from provenance import run
from provenance.errors import Place, Problem, ProvenanceError
from provenance.model.dossier import Dossier
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.checking import CheckingApp, Kept, Load
from provenance.tui.commands import KeyCommands
from provenance.tui.deciding import Pen
from provenance.tui.drawing import Pencil
from provenance.tui.in_letters import InLetters
from provenance.tui.keymap import checked_keymap
from provenance.tui.outside import RunEditor
from provenance.tui.screens.base import BoardScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.themes import DEFAULT_THEME, THEMES, defaults_for

if TYPE_CHECKING:
    from provenance.tui.forms import ToMark
    from provenance.tui.writing import Marked


class BoardApp(CheckingApp):
    """The board over one workspace.

    Give it a `dossier`, or `load` to make one, which also lets the reader check again, and `kept`
    to open on the one it was left with. `root` is the workspace's folder, for the editor. `letters`
    draws marks in ASCII, whatever the dossier wishes. `keys` are the user's own, by command;
    `key_places` is where each is set. Without a `pen` nothing can be decided; `read_only` does
    without it, without the editor and without writing exports to the workspace. `watch` reads files
    again when they were saved; `begin` offers to make the folder a workspace first.
    """

    TITLE = "provenance"
    CSS_PATH = "board.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.APP)]
    COMMANDS: ClassVar = {KeyCommands}
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        *,
        root: Path,
        load: Load | None = None,
        kept: Kept | None = None,
        dossier: Dossier | None = None,
        letters: bool | None = None,
        theme: str = "",
        keys: Mapping[str, str] | None = None,
        key_places: Mapping[str, Place] | None = None,
        problems: tuple[Problem, ...] = (),
        run_editor: RunEditor | None = None,
        environment: Mapping[str, str] | None = None,
        pen: Pen | None = None,
        watch: bool = False,
        begin: bool = False,
        read_only: bool = False,
    ) -> None:
        keymap = checked_keymap(keys or {}, key_places or {})
        super().__init__(
            root=root,
            load=load,
            kept=kept,
            run_editor=run_editor,
            environment=os.environ if environment is None else environment,
            pen=None if read_only else pen,
        )
        self.read_only = read_only
        self.dossier = dossier
        self._watches = watch
        self._begins = begin and not read_only
        self._letters = letters
        self._in_letters = InLetters()
        self._is_open = False
        """Whether the modes are there."""
        self._wanted = ""
        """The claim to go to once it is on the board; "" for none."""
        self.animation_level = "none"
        for own in THEMES:
            self.register_theme(own)
        self.theme = theme or DEFAULT_THEME
        self._problems_at_start = problems
        self.set_keymap(keymap)
        self.keymap = keymap
        self.own_keys = (dict(keys or {}), dict(key_places or {}))
        """The user's own keys by command, and where each is set."""

    @property
    def pencil(self) -> Pencil:
        return Pencil(self.is_in_letters, self.no_color, self.theme_variables)

    @property
    def is_in_letters(self) -> bool:
        """Whether signs are drawn as letters: as the person wishes, else as the workspace does."""
        wished = bool(self.dossier and self.dossier.letters)
        return wished if self._letters is None else self._letters

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = super().get_line_filters()
        return [*filters, self._in_letters] if self.is_in_letters else filters

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return defaults_for(self.current_theme)

    async def on_mount(self) -> None:
        if self.dossier is not None:
            self.show_board(self.dossier)
            return
        if self._watches:
            self.start_watching()
        if self._begins:
            from provenance.tui.screens.start import StartScreen

            await self.push_screen(StartScreen(self.root))
            return
        await self.open_board()

    @work
    async def start_workspace(self) -> None:
        """Make the folder a workspace, and open the board on it."""
        try:
            run.init(self.root)
        except ProvenanceError as error:
            self.say_not_done("Not started", error)
            return
        await self.open_board()
        self.notify("The workspace is made.")

    def on_command_palette_opened(self) -> None:
        self.screen.query_one(Input).cursor_blink = False

    def show_board(self, dossier: Dossier) -> None:
        self.dossier = dossier
        if not self._is_open:
            self._is_open = True
            self.add_mode("matrix", lambda: MatrixScreen(self._current()))
            self.add_mode("audit", self._audit)
            self.add_mode("sources", self._sources)
            self.add_mode("decisions", self._decisions)
            self.switch_mode("matrix")
            for problem in self._problems_at_start:
                words = on_one_line(str(problem))
                self.notify(words, title="In your own settings", severity="warning", markup=False)
            self.call_after_refresh(self.look_elsewhere, offers=True)
            return
        screens = self.board_screens()
        if not screens:
            # It was made a moment ago, from what there was then, and is not there yet.
            self.call_later(self.show_board, dossier)
        for screen in screens:
            screen.renew(dossier)
            if isinstance(screen, MatrixScreen) and self._wanted:
                screen.go_to(self._wanted)
        self._wanted = ""

    # Imported when somebody goes there: the matrix is to be seen at once.

    def _audit(self) -> BoardScreen:
        from provenance.tui.screens.audit import AuditScreen

        return AuditScreen(self._current())

    def _sources(self) -> BoardScreen:
        from provenance.tui.screens.sources import SourcesScreen

        return SourcesScreen(self._current())

    def _decisions(self) -> BoardScreen:
        from provenance.tui.screens.decisions import DecisionsScreen

        return DecisionsScreen(self._current())

    def go_to_claim(self, claim: str) -> None:
        self._wanted = claim

    def _current(self) -> Dossier:
        assert self.dossier is not None
        return self.dossier

    def board_screens(self) -> list[BoardScreen]:
        stacks = [self.get_screen_stack(mode) for mode in self._screen_stacks]
        return [s for stack in stacks for s in stack if isinstance(s, BoardScreen) and s.is_mounted]

    # Keys that work everywhere

    def action_mode(self, mode: str) -> None:
        tells_more = mode in ("audit", "decisions")
        if self.dossier is not None and not (tells_more and self.is_too_early()):
            self.switch_mode(mode)

    def action_export(self) -> None:
        """Ask what to write for others, and of which claims."""
        if self.dossier is None or self.is_half("an export"):
            return
        from provenance.tui.screens.exporting import ExportScreen

        matrix = next((s for s in self.board_screens() if isinstance(s, MatrixScreen)), None)
        rows = matrix.board.rows if matrix else ()
        name = matrix.board.filter.value if matrix else ""
        claims = tuple(row.claim.id for row in rows)
        self.push_screen(ExportScreen(self.dossier, claims, name))

    def action_settings(self) -> None:
        from provenance.tui.screens.settings import SettingsScreen

        if self.dossier is not None and not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(self.dossier))

    def open_origins(self, claim: str) -> None:
        """Show what a claim rests on; go back where that is what the claim was opened from."""
        from provenance.tui.screens.origins import OriginsScreen

        if self.is_too_early():
            return
        below = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
        if isinstance(below, OriginsScreen) and below.claim == claim:
            self.pop_screen()
        else:
            self.push_screen(OriginsScreen(self._current(), claim))

    def read_to_mark(self, place: ToMark, marked: Marked) -> None:
        from provenance.tui.screens.reader import ReaderScreen

        entry = self._current().source(place.source)
        if entry.document is None or not entry.document.text.strip():
            self.notify(f"{place.source} has no text to mark words in.", markup=False)
            marked(None, "")
            return
        reader = ReaderScreen(self._current(), place.source, place.at, place.claim, marked)
        self.push_screen(reader)

    def action_help(self) -> None:
        from provenance.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))
