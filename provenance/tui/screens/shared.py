"""The passages that two sources share, side by side, one passage at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

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
from provenance.tui.hints import with_keys
from provenance.tui.levelling import level_of
from provenance.tui.peek import passage_title, place_of
from provenance.tui.screens.base import BoardScreen
from provenance.tui.sharing import Part, part_rows, parts, told
from provenance.tui.widgets.headline import Headline
from provenance.tui.widgets.pane import Pane
from provenance.tui.widgets.passages import Passages

if TYPE_CHECKING:
    from provenance.alignment.shared import ComparedPassage

Found = tuple["ComparedPassage", ...]


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
        self.parts = parts(found or ())
        self.at = 0
        """The number of the part that is shown, from 0."""
        self._comparing: Worker[Found] | None = None

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield Static(id="shared-words", markup=False)
        yield Passages()
        yield Pane(id="shared-facts", title="SHARED")

    def on_mount(self) -> None:
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
            self.found, self.parts, self.at = None, (), 0
            self._compare()
        self.redraw()

    # Comparing

    def _compare(self) -> None:
        left, right = self.documents

        def work() -> Found:
            from provenance.alignment.shared import shared

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
            self.parts = parts(self.found or ())
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
    def part(self) -> Part | None:
        """What is shown."""
        return self.parts[self.at] if self.parts else None

    def redraw(self) -> None:
        part = self.part
        names = on_one_line(self.left), on_one_line(self.right)
        self.query_one(Headline).show(f"What {names[0]} and {names[1]} share", self._where())
        self.query_one("#shared-words").display = part is None
        self.query_one(Passages).display = self.query_one(Pane).display = part is not None
        if part is None:
            self.query_one("#shared-words", Static).update(Content(self._instead()))
            return
        pencil = self.pencil
        levels = [level_of(row, pencil, around="") for row in part_rows(part, *self.documents)]
        self.query_one(Passages).show(levels, (), self._heads(part), names, pencil)
        self.query_one("#shared-facts", Pane).show(self._facts(part.whole))

    def _where(self) -> str:
        part = self.part
        if part is None:
            return ""
        where = f"passage {part.passage} of {len(self.found or ())}"
        return f"{where}, part {part.number} of {part.pieces}" if part.pieces > 1 else where

    def _instead(self) -> str:
        """What is said where there is no passage to show."""
        left, right = self.documents
        if self.found is None:
            sizes = f"{len(left.text):,} and {len(right.text):,} characters"
            return f"Comparing them: {sizes}. {with_keys(self.app, '{shared.back} stops waiting.')}"
        return shared_in_words((), left, right)

    def _heads(self, part: Part) -> tuple[Content, Content]:
        left, right = (
            Content.assemble(
                (passage_title(span, entry), "bold"),
                "\n",
                (source_in_words(entry.source), "$muted"),
            )
            for span, entry in zip((part.left, part.right), self.entries, strict=True)
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
        if len(self.parts) < 2:
            none = "There is no passage to step to." if self.found == () else "Not yet."
            self.notify("This is the only passage." if self.parts else none)
            return
        wanted = self.at + step
        if not 0 <= wanted < len(self.parts):
            end = "last" if step > 0 else "first"
            self.notify(f"That was the {end} of {counted(len(self.found or ()), 'passage')}.")
        self.at = wanted % len(self.parts)
        self.redraw()

    def action_copy(self) -> None:
        part = self.part
        if part is None:
            self.send_to_clipboard(self._instead())
            return
        left, right = self.documents
        ours, theirs = part.left.of(left.text), part.right.of(right.text)
        lines = [
            passage_with_citation(part.left, self.entries[0]),
            passage_with_citation(part.right, self.entries[1]),
            passage_in_words(part.whole.passage),
            *(difference_in_words(run, ours, theirs) for run in part.runs if run.kind),
        ]
        self.send_to_clipboard("\n".join(lines))

    def action_editor(self) -> None:
        self.open_editor(place_of(self.part.right if self.part else None, self.entries[1]))
