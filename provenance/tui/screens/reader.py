"""The reader: one source from its first word to its last, with its notes beside it."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input

from provenance.errors import Place
from provenance.model.documents import Document
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.spans import Span
from provenance.rendering.citation_line import passage_with_citation
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.beside import Stated, beside, markers_in, note_of, painted, stated_in
from provenance.tui.bindings import Scope, bindings
from provenance.tui.designs_of_layers import LayerDesign, ends_of
from provenance.tui.designs_of_statements import StatementDesign
from provenance.tui.designs_of_versions import VersionDesign
from provenance.tui.reading import found
from provenance.tui.screens.base import BoardScreen
from provenance.tui.widgets.headline import Headline
from provenance.tui.widgets.pane import Pane
from provenance.tui.widgets.search_line import SearchLine
from provenance.tui.widgets.source_text import SourceText


class ReaderScreen(BoardScreen):
    """Pushed wherever a source is under the cursor."""

    BINDINGS = bindings(Scope.READER)
    AUTO_FOCUS = "#source-text"
    PURPOSE = (
        "One source, whole, with the notes in view beside it; what statements quote, markers of "
        "notes and names that look garbled are marked in the text. Go from word to word, mark "
        "some with {reading.mark} or with shift and the arrows, and make them a statement with "
        "{reader.state}."
    )

    def __init__(
        self,
        dossier: Dossier,
        source: str,
        at: Span | None = None,
        claim: str = "",
        marked: Callable[[Span | None, str], None] | None = None,
    ) -> None:
        """`at` is where to begin; `claim` the one that marked words are meant for, "" for none.

        `marked` is told of the words where a form waits for them; then they make no statement.
        """
        super().__init__(dossier)
        self._marked = marked
        self.source = source
        self.claim = claim
        self._begin = at
        self._sought: tuple[Span, ...] = ()
        self._words = ""
        self._came_from: list[Span] = []
        """Where the cursor was before it jumped, the newest last."""
        self._beside: object = None

    @property
    def entry(self) -> ReadSource:
        return self.dossier.source(self.source)

    @property
    def document(self) -> Document:
        document = self.entry.document
        assert document is not None  # Only what was read is opened.
        return document

    @property
    def text(self) -> SourceText:
        return self.query_one(SourceText)

    def compose_board(self) -> ComposeResult:
        yield Headline()
        with Horizontal(id="reader"):
            yield SourceText(self.document, self.pencil)
            yield Pane(id="beside", title="Here, and notes in view")
        yield SearchLine("words of this source")

    def on_mount(self) -> None:
        if self._begin is not None:
            self.call_after_refresh(self.text.go, self._begin)

    def renew(self, dossier: Dossier) -> None:
        before = self.document
        known = {entry.source.id for entry in dossier.sources if entry.document}
        if self.source not in known:
            self.dismiss(None)
            return
        self.dossier = dossier
        if self.document.text != before.text:
            self.dismiss(None)
            self.notify(f"{self.source} changed on disk; open it again.", markup=False)
            return
        self.redraw()

    # What is drawn

    @property
    def stated(self) -> tuple[Stated, ...]:
        """The statements that quote this source."""
        return stated_in(self.dossier, self.source)

    def redraw(self) -> None:
        self.text.put(painted(self.entry, self.document, self.stated), self.pencil)
        self._beside = None
        self._draw_beside()

    def on_source_text_moved(self) -> None:
        self._draw_beside()

    def _draw_beside(self) -> None:
        text, document = self.text, self.document
        self._draw_head()
        shown = (text.at, text.view)
        if shown != self._beside:
            self._beside = shown
            lines = beside(self.entry, document, self.stated, text.at, text.view)
            self.query_one("#beside", Pane).show(lines)
        self.refresh_bindings()

    def _draw_head(self) -> None:
        document, at = self.document, self.text.at.start
        page = document.page_of(at)
        parts = [
            f"page {on_one_line(page)}" if page else "",
            f"line {document.line_of(at):,} of {document.line_of(len(document.text)):,}",
            counted(len(self.stated), "statement"),
        ]
        marked = self.text.marked
        if marked is not None:
            parts[-1] = f"{counted(len(marked.of(document.text).split()), 'word')} marked"
        if self._marked is not None:
            parts.insert(0, "mark the words for your form")
        if self._words:
            parts.insert(0, f"{len(self._sought)} × “{on_one_line(self._words)}”")
        said = Content(" · ".join(part for part in parts if part))
        self.query_one(Headline).show(f"{self.source} · {self.entry.source.title}", said)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("state", "layer"):
            return self.board_app.pen is not None
        if action == "version":
            return self.board_app.pen is not None and self.entry.state is SourceState.CHANGED
        return super().check_action(action, parameters)

    def action_version(self) -> None:
        """Show what changed in the source's file, to be accepted."""
        self.board_app.open_form(VersionDesign, {"source": self.source})

    def action_search(self) -> None:
        self.query_one(SearchLine).open(self._words)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.query_one(SearchLine).close()
        self.text.focus()
        self._search(event.value.strip())
        if self._sought:
            self.action_found(0)
        elif self._words:
            self.notify(f"“{on_one_line(self._words)}” stands nowhere in it.", markup=False)
            self._search("")

    def _search(self, words: str) -> None:
        self._words = words
        self._sought = found(self.document.text, words)
        self.text.put_found(self._sought)
        self._draw_head()

    def action_found(self, step: int) -> None:
        """Go to the next place with the words searched for; else to the next statement."""
        places = self._sought or tuple(each.span for each in self.stated)
        what = f"place with “{on_one_line(self._words)}”" if self._sought else "statement"
        if not places:
            self.hint("No statement quotes this source yet. {reader.search} finds words in it.")
            return
        self._go(_next(places, self.text.at, step), f"{what} of {len(places)}")

    def _go(self, reached: tuple[Span, bool], what: str) -> None:
        span, wrapped = reached
        self.text.go(span)
        if wrapped:
            self.notify(f"Round the end, to the other end: {what}.", markup=False)

    def action_note(self) -> None:
        """From a marker to its note, from a note back to its marker; else to the next marker."""
        document, at = self.document, self.text.at
        everywhere = markers_in(document, Span(0, len(document.text)))
        markers = [each for each in everywhere if self.text.place_of(each).overlaps(at)]
        if markers:
            note = note_of(document, markers[0])
            if note is None:
                self.notify(f"The body of note {markers[0].label} is not here.", markup=False)
                return
            self._came_from.append(at)
            self.text.go(note.span)
            return
        inside = next((n for n in document.notes if n.span.overlaps(at)), None)
        if inside is not None:
            self._back_from(inside.marker)
            return
        self.action_marker(1)

    def _back_from(self, marker: str | None) -> None:
        places = {each.id: self.text.place_of(each) for each in self.document.markers}
        if self._came_from:
            self.text.go(self._came_from.pop())
        elif marker in places:
            self.text.go(places[marker])
        else:
            self.notify("No marker points to this note.")

    def action_marker(self, step: int) -> None:
        document = self.document
        markers = markers_in(document, Span(0, len(document.text)))
        places = tuple(map(self.text.place_of, markers))
        if not places:
            self.notify("No marker of a note was found in this source.")
            return
        self._go(_next(places, self.text.at, step), "marker")

    @property
    def labels(self) -> dict[str, str]:
        return super().labels | ({"reader.state": "Take the words"} if self._marked else {})

    def _give(self, span: Span | None) -> None:
        """Go back to the form that waits for words, with those of a place or with none."""
        assert self._marked is not None
        self.dismiss(None)
        self._marked(span, span.of(self.document.text) if span else "")

    def action_state(self) -> None:
        """Make the marked words a statement, or give them to the form that waits for them; where
        none are marked, the sentence."""
        if self._marked is not None:
            self._give(self._chosen())
            return

        def then(done: bool | None) -> None:
            if done:
                self.text.forget_mark()

        span = self._chosen()
        about = {"source": self.source, "start": str(span.start), "end": str(span.end)}
        self.board_app.open_form(StatementDesign, about | {"claim": self.claim}, then=then)

    def action_layer(self) -> None:
        """Make the marked words a layer; where none are marked, what begins with the sentence."""
        first, last = ends_of(self._chosen().of(self.document.text))
        about = {"source": self.source, "layer": "", "from": first}
        self.board_app.open_form(LayerDesign, about | ({"to": last} if self.text.marked else {}))

    def _chosen(self) -> Span:
        return self.text.marked or self.text.steps.sentence_at(self.text.at.start)

    def action_copy(self) -> None:
        self.send_to_clipboard(passage_with_citation(self._chosen(), self.entry))

    def action_copy_words(self) -> None:
        self.send_to_clipboard(self._chosen().of(self.document.text))

    def action_editor(self) -> None:
        line = self.document.line_of(self.text.at.start)
        self.open_editor(Place(self.entry.source.path, line))

    def action_back(self) -> None:
        """The search box first, then the mark, then the search, then the screen."""
        search = self.query_one(SearchLine)
        if search.display:
            search.close()
            self.text.focus()
        elif self.text.forget_mark():
            return
        elif self._words:
            self._search("")
        elif self._marked is not None:
            self._give(None)
        else:
            super().action_back()


def _next(places: tuple[Span, ...], at: Span, step: int) -> tuple[Span, bool]:
    """The next place behind a word or before it, and whether that was round the end.

    A step of 0 takes a place at the word too.
    """
    if step < 0:
        before = [place for place in places if place.end <= at.start]
        return (before[-1], False) if before else (places[-1], True)
    behind = [place for place in places if place.start >= (at.end if step else at.start)]
    return (behind[0], False) if behind else (places[0], True)
