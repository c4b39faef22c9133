"""One source against all others: how much each of them has in common with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import DataTable, Static
from textual.worker import Worker, WorkerState, get_current_worker

from provenance.model.documents import Document
from provenance.model.dossier import Dossier, ReadSource
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.hints import with_keys
from provenance.tui.screens.base import BoardScreen
from provenance.tui.screens.shared import Found, SharedScreen
from provenance.tui.sharing import overlap
from provenance.tui.widgets.board_table import BoardTable
from provenance.tui.widgets.headline import Headline

if TYPE_CHECKING:
    from provenance.alignment.shared import ComparedPassage

_HEADS = ("Id", "Title", "Passages", "Words", "Of its text", "Longest")
_WAITING = "…"


class OthersScreen(BoardScreen):
    """Pushed over the sources for one of them, which must have been read."""

    BINDINGS = bindings(Scope.OTHERS)
    AUTO_FOCUS = "#others"
    PURPOSE = (
        "How much of one source stands in each of the others: passages, words, and the share of "
        "its text. {table.open} shows the passages side by side."
    )

    class Compared(Message):
        """Another source has been compared."""

        def __init__(self, source: str, found: Found) -> None:
            super().__init__()
            self.source, self.found = source, found

    def __init__(self, dossier: Dossier, source: str) -> None:
        super().__init__(dossier)
        self.source = source
        self.found: dict[str, Found] = {}
        """What was found so far, by the other source's id."""
        self._comparing: Worker[None] | None = None

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield BoardTable(id="others", cursor="row", title="Others")
        yield Static(id="others-words", markup=False)

    def on_mount(self) -> None:
        self._compare()

    def on_resize(self) -> None:
        self.call_after_refresh(self.redraw)

    def renew(self, dossier: Dossier) -> None:
        self.dossier = dossier
        if not any(e.source.id == self.source and e.document for e in dossier.sources):
            self.dismiss(None)
            return
        self.found = {}
        self._compare()
        self.redraw()

    # Comparing

    def _compare(self) -> None:
        document = self.document
        waiting = [(e.source.id, e.document) for e in self.others if e.document]

        def work() -> None:
            from provenance.alignment.shared import shared

            worker = get_current_worker()
            for source, other in waiting:
                found: list[ComparedPassage] = []
                for each in shared(document.text, other.text):
                    if worker.is_cancelled:
                        return
                    found.append(each)
                self.post_message(self.Compared(source, tuple(found)))

        self._comparing = self.run_worker(
            work, group="shared", exclusive=True, thread=True, exit_on_error=False
        )

    def on_others_screen_compared(self, event: Compared) -> None:
        self.found[event.source] = event.found
        self.redraw()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        is_ours = event.worker is self._comparing
        if is_ours and event.state is WorkerState.ERROR and event.worker.error:
            # A bug of ours: it ends the board, and the command line says whose fault it was.
            raise event.worker.error

    # What is drawn

    @property
    def document(self) -> Document:
        document = self.dossier.source(self.source).document
        assert document is not None
        return document

    @property
    def others(self) -> tuple[ReadSource, ...]:
        """Every other source, in the order of the board."""
        return tuple(e for e in self.dossier.sources if e.source.id != self.source)

    @property
    def entry(self) -> ReadSource | None:
        """The source under the cursor."""
        row = self.query_one("#others", BoardTable).cursor_row
        return self.others[row] if row < len(self.others) else None

    def redraw(self) -> None:
        others = self.others
        readable = sum(entry.document is not None for entry in others)
        done = f"{len(self.found)} of {readable} compared"
        title = f"What {on_one_line(self.source)} shares with the others"
        self.query_one(Headline).show(title, counted(len(others), "other source"))
        self.query_one("#others", BoardTable).put(
            _HEADS,
            [self._cells(entry) for entry in others],
            [entry.source.id for entry in others],
            self.size.width,
        )
        stops = with_keys(self.app, " {others.back} stops waiting.")
        said = f"{done}.{stops if len(self.found) < readable else ''}"
        self.query_one("#others-words", Static).update(Content(said))

    def _cells(self, entry: ReadSource) -> list[str]:
        title = on_one_line(entry.source.title) or "(no title)"
        return [on_one_line(entry.source.id), title, *self._counts(entry)]

    def _counts(self, entry: ReadSource) -> list[str]:
        if entry.document is None:
            return ["not read", "", "", ""]
        found = self.found.get(entry.source.id)
        if found is None:
            return [_WAITING] * 4
        if not found:
            return ["none", "", "", ""]
        much = overlap(found, self.document)
        longest = max(each.passage.left_words for each in found)
        share = f"{much.share:.0%}" if much.share >= 0.01 else "under 1%"
        return [f"{much.passages:,}", f"{much.words:,}", share, counted(longest, "word")]

    # Keys

    def on_data_table_row_selected(self, _: DataTable.RowSelected) -> None:
        if not self.is_on_top:
            return
        entry = self.entry
        if entry is None:
            return
        if entry.document is None:
            self.notify(f"{entry.source.id} was not read: {on_one_line(entry.why)}", markup=False)
            return
        found = self.found.get(entry.source.id)
        self.app.push_screen(SharedScreen(self.dossier, self.source, entry.source.id, found))

    def action_copy(self) -> None:
        title = f"What {on_one_line(self.source)} shares with the others"
        rows = [_HEADS, *map(self._cells, self.others)]
        self.send_to_clipboard("\n".join([title, *("\t".join(row) for row in rows)]))
