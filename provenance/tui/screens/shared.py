"""The passages that two sources share, side by side, one passage at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from provenance.alignment.shared import ComparedPassage, shared
from provenance.model.documents import Document
from provenance.model.dossier import Dossier, ReadSource
from provenance.model.spans import Span
from provenance.rendering.alignment_in_words import (
    difference_in_words,
    passage_in_words,
    place_in_words,
    shared_in_words,
)
from provenance.rendering.citation_line import passage_with_citation
from provenance.rendering.statements_in_words import counted, source_in_words
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.drawing import Line, muted
from provenance.tui.levelling import level_of
from provenance.tui.peek import passage_title, place_of
from provenance.tui.screens.base import BoardScreen
from provenance.tui.sharing import passage_rows, told
from provenance.tui.widgets.headline import Headline
from provenance.tui.widgets.pane import Pane
from provenance.tui.widgets.passages import Passages

Found = tuple[ComparedPassage, ...]


class SharedScreen(BoardScreen):
    """Pushed over the sources for two of them. Both must have been read."""

    BINDINGS = bindings(Scope.SHARED)
    AUTO_FOCUS = "#together"
    PURPOSE = (
        "What two sources have in common word for word or nearly so, one passage at a time. At "
        "the left edge, = is the same on both sides, ~ was replaced, - stands on the left alone "
        "and + on the right alone, each with what the difference is about."
    )

    def __init__(self, dossier: Dossier, left: str, right: str, found: Found | None = None) -> None:
        super().__init__(dossier)
        self.left, self.right = left, right
        self.found = found
        """None until the two were compared."""
        self.at = 0
        """The number of the passage that is shown, from 0."""
        self._comparing: Worker[Found] | None = None

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield Static(id="shared-words", markup=False)
        yield Passages()
        yield Pane(id="shared-facts", title="SHARED")

    def on_mount(self) -> None:
        super().on_mount()
        if self.found is None:
            self._compare()

    def renew(self, dossier: Dossier) -> None:
        before = [document.sha256 for document in self.documents]
        self.dossier = dossier
        read = {entry.source.id for entry in dossier.sources if entry.document}
        if not {self.left, self.right} <= read:
            self.dismiss(None)
            return
        if before != [document.sha256 for document in self.documents]:
            self.found, self.at = None, 0
            self._compare()
        self.redraw()

    # Comparing

    def _compare(self) -> None:
        left, right = self.documents

        def work() -> Found:
            worker, found = get_current_worker(), []
            for each in shared(left.text, right.text):
                if worker.is_cancelled:
                    break
                found.append(each)
            return tuple(found)

        self._comparing = self.run_worker(
            work, group="shared", exclusive=True, thread=True, exit_on_error=False
        )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.worker is not self._comparing:
            return
        if event.state is WorkerState.ERROR and event.worker.error:
            # A bug of ours: it ends the board, and the command line says whose fault it was.
            raise event.worker.error
        if event.state is WorkerState.SUCCESS:
            self.found = event.worker.result
            self.redraw()
            self.query_one("#together").focus()

    # What is drawn

    @property
    def entries(self) -> tuple[ReadSource, ReadSource]:
        """The two sources, as they were read."""
        return self.dossier.source(self.left), self.dossier.source(self.right)

    @property
    def documents(self) -> tuple[Document, Document]:
        left, right = (entry.document for entry in self.entries)
        assert left is not None
        assert right is not None
        return left, right

    @property
    def passage(self) -> ComparedPassage | None:
        """The passage that is shown."""
        return self.found[self.at] if self.found else None

    @property
    def spans(self) -> tuple[Span, Span] | None:
        """Its places on both sides."""
        if self.passage is None:
            return None
        return self.passage.passage.left, self.passage.passage.right

    def redraw(self) -> None:
        found = self.passage
        names = on_one_line(self.left), on_one_line(self.right)
        where = f"passage {self.at + 1} of {len(self.found)}" if self.found else ""
        self.query_one(Headline).show(f"What {names[0]} and {names[1]} share", where)
        self.query_one("#shared-words").display = found is None
        self.query_one(Passages).display = self.query_one(Pane).display = found is not None
        if found is None:
            self.query_one("#shared-words", Static).update(Content(self._instead()))
            return
        left, right = self.documents
        pencil = self.pencil
        levels = [level_of(row, pencil, around="") for row in passage_rows(found, left, right)]
        self.query_one(Passages).show(levels, (), self._heads(), names, pencil)
        self.query_one("#shared-facts", Pane).show(self._facts(found))

    def _instead(self) -> str:
        """What is said where there is no passage to show."""
        left, right = self.documents
        if self.found is None:
            sizes = f"{len(left.text):,} and {len(right.text):,} characters"
            return f"Comparing them: {sizes}. escape stops waiting."
        return shared_in_words((), left, right)

    def _heads(self) -> tuple[Content, Content]:
        assert self.spans is not None
        left, right = (
            Content.assemble(
                (passage_title(span, entry), "bold"),
                "\n",
                (source_in_words(entry.source), "$muted"),
            )
            for span, entry in zip(self.spans, self.entries, strict=True)
        )
        return left, right

    def _facts(self, found: ComparedPassage) -> Iterator[Line]:
        yield from (Line(Content(said)) for said in told(found))
        for name, document, places in self._elsewhere(found):
            for place in places:
                lead = muted(f"{on_one_line(name)} also at ")
                yield Line(Content(place_in_words(place, document)), lead)

    def _elsewhere(self, found: ComparedPassage) -> Iterator[tuple[str, Document, Sequence[Span]]]:
        left, right = self.documents
        yield self.left, left, found.passage.elsewhere_left
        yield self.right, right, found.passage.elsewhere_right

    # Keys

    def action_passage(self, step: int) -> None:
        if not self.found:
            self.notify("There is no passage to step to." if self.found == () else "Not yet.")
            return
        wanted = self.at + step
        if not 0 <= wanted < len(self.found):
            end = "last" if step > 0 else "first"
            self.notify(f"That was the {end} of {counted(len(self.found), 'passage')}.")
        self.at = wanted % len(self.found)
        self.redraw()

    def action_copy(self) -> None:
        if self.passage is None:
            self.send_to_clipboard(self._instead())
            return
        passage = self.passage.passage
        ours, theirs = (
            span.of(document.text)
            for span, document in zip((passage.left, passage.right), self.documents, strict=True)
        )
        left, right = self.entries
        lines = [
            passage_with_citation(passage.left, left),
            passage_with_citation(passage.right, right),
            passage_in_words(passage),
            *(difference_in_words(run, ours, theirs) for run in self.passage.runs if run.kind),
        ]
        self.send_to_clipboard("\n".join(lines))

    def action_editor(self) -> None:
        span = self.spans[1] if self.spans else None
        self.open_editor(place_of(span, self.entries[1]))
