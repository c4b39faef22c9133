"""Export: choose a kind of file and which claims, see it as it will be, and write it."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import cast

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Select, Static
from textual.worker import Worker, get_current_worker

from provenance import run
from provenance.errors import ProvenanceError
from provenance.model.dossier import Dossier
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import for_terminal, on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.drawing import Line
from provenance.tui.outside import OutsideApp
from provenance.tui.styling import StyledScreen
from provenance.tui.widgets.key_line import KeyLine
from provenance.tui.widgets.pane import Pane

_MOST_LINES = 400
"""Lines of the preview: enough to judge it by, and quick to lay out."""
_CAPTION, _MAKING = "Preview", "Preview: being made …"
_ALL, _FILTERED, _OPEN = "all", "filtered", "open"


class ExportScreen(StyledScreen, ModalScreen[None], inherit_bindings=False):
    """The preview is the file itself, made anew for every choice."""

    BINDINGS = bindings(Scope.EXPORT)
    AUTO_FOCUS = "#export-format"
    PURPOSE = (
        "A file for others: the report of all questions or some, or the works your sources cite. "
        "What you see below is the file as it will be; nothing is written before you confirm."
    )

    def __init__(self, dossier: Dossier, filtered: tuple[str, ...], filter: str) -> None:
        """`filtered` are the claims that the board's filter lets pass, `filter` its name."""
        super().__init__()
        self._dossier, self._filtered, self._filter = dossier, filtered, filter
        self._text = ""
        """The file as it is shown: of what was chosen before, while `_is_making`."""
        self._rendered: tuple[run.Export, tuple[str, ...]] | None = None
        """What `_text` is or is being made: the format, and the claims in it."""
        self._is_making = False
        self._is_wrong = False
        """Whether the file cannot go where it is to go."""

    def compose(self) -> ComposeResult:
        kinds = [(export.words, export.id) for export in run.EXPORTS]
        with Vertical(id="export") as box:
            box.border_title = "Export"
            with Horizontal(classes="form-field"):
                yield Label("File")
                yield Select(kinds, allow_blank=False, id="export-format", compact=True)
            with Horizontal(classes="form-field", id="export-which"):
                yield Label("Claims")
                yield Select(self._scopes(), allow_blank=False, id="export-claims", compact=True)
            with Horizontal(classes="form-field", id="export-to"):
                yield Label("To")
                yield Input(id="export-path", compact=True)
            yield Static(id="export-told", classes="form-told", markup=False)
            with Horizontal(id="form-buttons"):
                write = "Download" if self._outside.delivers else "Write"
                yield Button(write, id="export-write", compact=True, variant="primary")
                yield Button("Copy", id="export-copy", compact=True)
                yield Button("Close", id="export-close", compact=True)
            yield Pane(id="preview", title=_MAKING)
        yield KeyLine()

    def _scopes(self) -> list[tuple[str, str]]:
        every, wanting = len(self._dossier.rows), len(self._wanting())
        scopes = [(f"all {every}", _ALL)]
        if self._filtered and len(self._filtered) < every:
            scopes.append((f"as filtered: {self._filter} ({len(self._filtered)})", _FILTERED))
        if wanting:
            scopes.append((f"only disputed and open ({wanting})", _OPEN))
        return scopes

    def _wanting(self) -> tuple[str, ...]:
        return tuple(row.claim.id for row in self._dossier.rows if row.is_open)

    def on_mount(self) -> None:
        self.query_one("#export-path", Input).cursor_blink = False
        self.query_one("#export-to").display = not self._outside.delivers
        self._choose()

    # What is chosen

    @property
    def export(self) -> run.Export:
        chosen = cast("Select[str]", self.query_one("#export-format")).value
        return next(export for export in run.EXPORTS if export.id == chosen)

    @property
    def only(self) -> tuple[str, ...]:
        """The claims of a partial report; () for all."""
        chosen = cast("Select[str]", self.query_one("#export-claims")).value
        if not self.export.of_claims or chosen == _ALL:
            return ()
        return self._filtered if chosen == _FILTERED else self._wanting()

    def on_select_changed(self, event: Select.Changed) -> None:
        self._choose()

    def _choose(self) -> None:
        export, only = self.export, self.only
        # Both lists tell of their first choice as well, and a long report takes its time.
        if (export, only) == self._rendered:
            return
        self._rendered = export, only
        self.query_one("#export-which").display = export.of_claims
        self.query_one("#export-path", Input).value = run.export_path(export)
        self._is_making = True
        again = f"{_CAPTION} of before; it is being made again …" if self._text else _MAKING
        self.query_one("#preview", Pane).caption = again
        self._make(export, only)
        self._tell()

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _make(self, export: run.Export, only: tuple[str, ...]) -> None:
        worker = get_current_worker()
        text = export.render(self._dossier, only)
        lines = for_terminal(text).split("\n")
        more = [f"… {len(lines) - _MOST_LINES:,} lines more"] if len(lines) > _MOST_LINES else []
        shown = [Line(Content(line)) for line in (*lines[:_MOST_LINES], *more)]
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, worker, text, shown)

    def _show(self, worker: Worker[None], text: str, shown: list[Line]) -> None:
        # Another kind of file may have been chosen meanwhile, or the screen left.
        if worker.is_cancelled or not self.is_mounted:
            return
        self._text, self._is_making = text, False
        self.query_one("#preview", Pane).show(shown, _CAPTION)
        self._tell()

    def on_input_changed(self, _: Input.Changed) -> None:
        self._tell()

    @property
    def _path(self) -> str:
        return self.query_one("#export-path", Input).value.strip()

    def _tell(self) -> None:
        told, style = "", "$muted"
        try:
            if self._outside.delivers:
                told = f"goes to your downloads as {self.export.name}"
            elif not self._path:
                told, style = "a file name is needed", "$error"
            elif run.is_there(self._root, self._path):
                told = "exists: will be replaced"
        except ProvenanceError as error:
            told, style = error.problems[0].message, "$error"
        self._is_wrong = style == "$error"
        self.query_one("#export-write", Button).disabled = self._is_wrong or self._is_making
        self.query_one("#export-copy", Button).disabled = self._is_making
        line = self.query_one("#export-told", Static)
        line.update(Content.styled(on_one_line(told), style) if told else "")
        line.display = bool(told)

    @property
    def _outside(self) -> OutsideApp:
        return cast(OutsideApp, self.app)

    @property
    def _root(self) -> Path:
        return self._outside.root

    # Keys

    def on_button_pressed(self, event: Button.Pressed) -> None:
        match event.button.id:
            case "export-write":
                self.action_confirm()
            case "export-copy":
                self.action_copy()
            case _:
                self.dismiss(None)

    def action_confirm(self) -> None:
        path = self._path
        if self._says_making():
            return
        if self._is_wrong:
            self.query_one("#export-path").focus()
            return
        if self._outside.delivers:
            self._deliver()
            return
        try:
            size = run.write_export(self._root, path, self._text)
        except ProvenanceError as error:
            words = on_one_line(str(error.problems[0]))
            self.notify(words, title="Not written", severity="error", markup=False)
            return
        self.notify(f"Wrote {path}, {counted(size, 'byte')}.", markup=False)
        self.dismiss(None)

    def _deliver(self) -> None:
        name = self.export.name
        self.app.deliver_text(StringIO(self._text), save_filename=name, encoding="utf-8")
        self.notify(f"Sent {name} to your downloads.", markup=False)
        self.dismiss(None)

    def action_copy(self) -> None:
        if not self._says_making():
            self._outside.send_to_clipboard(self._text)

    def _says_making(self) -> bool:
        """Whether the file is still being made, which is said."""
        if self._is_making:
            self.notify("The file is still being made.")
        return self._is_making
