"""The settings, to be read: each value, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import DataTable

from provenance import run
from provenance.errors import Place, ProvenanceError
from provenance.model.dossier import Dossier
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, all_keys, bindings
from provenance.tui.designs_of_settings import SettingsDesign
from provenance.tui.drawing import Line, muted
from provenance.tui.hints import with_keys
from provenance.tui.screens.base import BoardScreen
from provenance.tui.themes import DEFAULT_THEME
from provenance.tui.widgets.board_table import BoardTable
from provenance.tui.widgets.headline import Headline
from provenance.tui.widgets.pane import Pane

_HEADS = ("Setting", "Value", "From")


class SettingsScreen(BoardScreen):
    """Pushed over any screen."""

    BINDINGS = bindings(Scope.SETTINGS)
    AUTO_FOCUS = "#settings"
    PURPOSE = (
        "Every setting with its value and where that comes from: the workspace's file, your own, "
        "your terminal, or the default. {settings.edit} changes the workspace's in a form; "
        "{settings.editor} opens the file at the line, and what you save there counts from the "
        "next check on."
    )

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(dossier)
        self._told: tuple[run.ToldSetting, ...] = ()

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield BoardTable(id="settings", cursor="row", title="Settings")
        yield Pane(id="setting-pane")

    def on_resize(self) -> None:
        self.call_after_refresh(self.redraw)

    def redraw(self) -> None:
        app = self.board_app
        ours = run.settings_told(app.root, app.environment)
        theme = self._theme()
        self._told = (*ours, theme, *self._keys())
        opens = "{settings.editor} opens the file"
        does = f"{{settings.edit}} changes them, {opens}" if app.pen else f"read-only; {opens}"
        self.query_one(Headline).show(f"Settings · {self.dossier.title}", with_keys(self.app, does))
        rows = [[on_one_line(w) for w in (t.name, t.value, t.origin)] for t in self._told]
        names = [told.name for told in self._told]
        self.query_one("#settings", BoardTable).put(_HEADS, rows, names, self.size.width)
        self._draw_pane()

    def _theme(self) -> run.ToldSetting:
        own = run.load_user_settings(self.board_app.environment)
        theme = self.board_app.theme
        does = with_keys(self.app, "the colours of the board; {app.palette} changes them for now")
        place = dict(own.places).get("theme") if own.theme == theme else None
        origin = str(place) if place else "default" if theme == DEFAULT_THEME else "this session"
        return run.ToldSetting("theme", theme, origin, place, does)

    def _keys(self) -> Iterator[run.ToldSetting]:
        """The keys of every command, by the id that a user's own keys go by."""
        own, places = self.board_app.own_keys
        for key in all_keys():
            place = places.get(key.id)
            origin = str(place) if place else "default"
            name = f"keys: {key.id}"
            yield run.ToldSetting(name, own.get(key.id, key.keys), origin, place, key.tooltip)

    @property
    def told(self) -> run.ToldSetting | None:
        """The setting under the cursor."""
        row = self.query_one("#settings", BoardTable).cursor_row
        return self._told[row] if row < len(self._told) else None

    def on_data_table_row_highlighted(self, _: DataTable.RowHighlighted) -> None:
        self._draw_pane()

    def on_data_table_row_selected(self, _: DataTable.RowSelected) -> None:
        if not self.is_on_top:
            return
        self.action_editor()

    def _draw_pane(self) -> None:
        told = self.told
        if told is None:
            return
        lines = [
            Line(Content.styled(on_one_line(told.value) or "not set", "bold"), muted("is    ")),
            Line(Content(on_one_line(told.origin)), muted("from  ")),
            Line(Content(on_one_line(told.does)), muted("does  ")),
        ]
        self.query_one("#setting-pane", Pane).show(lines, told.name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("undo", "redo"):
            return self.board_app.pen is not None
        return super().check_action(action, parameters)

    def action_edit(self) -> None:
        self.board_app.open_form(SettingsDesign)

    def action_undo(self) -> None:
        self.board_app.undo()

    def action_redo(self) -> None:
        self.board_app.redo()

    def action_copy(self) -> None:
        lines = (f"{told.name}: {told.value} ({told.origin})" for told in self._told)
        self.send_to_clipboard("\n".join(map(on_one_line, lines)))

    def action_editor(self) -> None:
        told = self.told
        if told is not None and told.is_to_be_made:
            try:
                run.start_user_file(self.board_app.environment)
            except (ProvenanceError, OSError) as error:
                self.notify(
                    on_one_line(str(error)), title="Not made", severity="error", markup=False
                )
                return
        self.open_editor(told.place if told and told.place else Place("provenance.yaml", 1))
