"""The sources: what was given to read, what of it was read, and whether it is unchanged."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import DataTable

from provenance.errors import Place
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.origins import FamilyProposal
from provenance.model.sources import Role
from provenance.rendering.citation_line import short_hash
from provenance.rendering.dates_in_words import date_short
from provenance.rendering.kin_in_words import Kin, kin_of
from provenance.rendering.source_types_in_words import type_in_words
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.designs_of_sources import SourceDesign
from provenance.tui.designs_of_versions import VersionDesign
from provenance.tui.drawing import Line, muted
from provenance.tui.hints import key_of, with_keys
from provenance.tui.screens.finding_rows import FindingRows
from provenance.tui.screens.kin import KinScreen
from provenance.tui.screens.notes import NotesScreen
from provenance.tui.screens.others import OthersScreen
from provenance.tui.screens.shared import SharedScreen
from provenance.tui.source_fields import label_of
from provenance.tui.widgets.board_table import BoardTable
from provenance.tui.widgets.headline import Headline, Modes
from provenance.tui.widgets.pane import Pane
from provenance.tui.widgets.search_line import SearchLine

_HEADS = ("Name", "Title", "Date", "Kind", "Text", "Words", "Checksum")
_TEXTS = {
    SourceState.READ: "readable",
    SourceState.PARTLY_READ: "in part",
    SourceState.UNREAD: "not readable",
    SourceState.CHANGED: "changed",
}
"""What the program could make of a source's text; whether a person read it is another matter."""

_MARKED = "*"
_NARROW = 100
_LEFT_OUT_IF_NARROW = "Kind"
"""The pane below says it as well."""


class SourcesScreen(FindingRows, KinScreen):
    """One row a source."""

    BINDINGS = bindings(Scope.SOURCES)
    AUTO_FOCUS = "#sources"
    PURPOSE = (
        "Every document that was given to read, and what could be read of it. {table.open} shows "
        "what the source under the cursor shares with the others, or with the one you marked with "
        "{sources.mark}; {sources.accept} confirms a family that is proposed for it, "
        "{sources.reject} rejects it."
    )
    ON_ENTRIES = frozenset(
        ("read", "notes", "mark", "copy", "editor", "edit", "layers", "search", "found")
    )

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(dossier)
        self.marked = ""
        """The id of the source that the next one to be opened is compared with; "" for none."""

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield Modes("sources")
        yield BoardTable(id="sources", cursor="row", title="Sources")
        yield SearchLine("words of a title, an author or anything else said of a source")
        yield Pane(id="source-pane")

    def on_resize(self) -> None:
        self.call_after_refresh(self.redraw)

    def redraw(self) -> None:
        entries = self.dossier.sources
        self.query_one(Headline).show(self.dossier.title, counted(len(entries), "source"))
        self.query_one(Modes).show(len(self.dossier.findings), sought=self.sought)
        table = self.query_one("#sources", BoardTable)
        table.caption = f"Sources · {_MARKED} {self.marked}" if self.marked else "Sources"
        left_out = _LEFT_OUT_IF_NARROW if self.size.width < _NARROW else ""
        heads = [head for head in _HEADS if head != left_out]
        rows = [[self._cells(entry)[head] for head in heads] for entry in entries]
        table.put(heads, rows, [entry.source.id for entry in entries], self.size.width)
        self._draw_pane()

    def _cells(self, entry: ReadSource) -> dict[str, str]:
        source = entry.source
        name = on_one_line(source.id)
        return {
            "Name": f"{_MARKED} {name}" if source.id == self.marked else name,
            "Title": on_one_line(source.title) or "(no title)",
            "Date": date_short(source.issued) if source.issued else "undated",
            "Kind": _kind(entry),
            "Text": _TEXTS[entry.state],
            "Words": f"{len(entry.document.text.split()):,}" if entry.document else "–",
            "Checksum": short_hash(entry)[:8],
        }

    def said_in_rows(self) -> Iterator[str]:
        for entry in self.dossier.sources:
            said = [*self._cells(entry).values(), *entry.source.authors, entry.source.path]
            yield " ".join([*said, *(value for _, value in entry.source.fields)])

    @property
    def is_empty(self) -> bool:
        return not self.dossier.sources

    @property
    def entry(self) -> ReadSource | None:
        """The source under the cursor."""
        if not self.is_mounted:
            return None
        row = self.query_one("#sources", BoardTable).cursor_row
        return self.dossier.sources[row] if row < len(self.dossier.sources) else None

    @property
    def family(self) -> FamilyProposal | None:
        """The family that the source under the cursor is proposed to belong to."""
        entry, families = self.entry, self.dossier.proposed_families
        id_ = entry.source.id if entry else ""
        return next((family for family in families if id_ in family.members), None)

    def on_data_table_row_highlighted(self, _: DataTable.RowHighlighted) -> None:
        self._draw_pane()

    def _draw_pane(self) -> None:
        self.refresh_bindings()
        entry = self.entry
        pane = self.query_one("#source-pane", Pane)
        if entry is None:
            by_key = "" if self.board_app.pen is None else f"{key_of(self.app, 'app.add')}, or "
            words = f"No source yet: {by_key}`provenance add FILE` at the command line adds one."
            pane.show([Line(Content(words))], "")
            return
        lines = _described(entry, kin_of(self.dossier, entry))
        if self._has_changed() and self.board_app.pen is not None:
            lines.insert(1, self._hint("{sources.version} shows what changed, to accept it."))
        elif newer := self.board_app.newer_of(entry.source.id):
            told = f"It changed where it lies: {on_one_line(str(newer.file))}"
            lines.insert(0, Line(Content.styled(told, "bold $warning")))
            lines.insert(1, self._hint("{sources.version} shows what changed, to take it in."))
        if self.family is not None and self.board_app.pen is not None:
            rejects = "{sources.reject} rejects it."
            lines.append(self._hint("{sources.accept} confirms the family, " + rejects))
        pane.show(lines, entry.source.id)

    def _hint(self, words: str) -> Line:
        return Line(Content.styled(with_keys(self.app, words), "$accent"))

    def action_notes(self) -> None:
        if self.entry is None or self.entry.document is None:
            self.notify("This source was not read, so its notes are not known.")
            return
        self.app.push_screen(NotesScreen(self.dossier, (self.entry.source.id,)))

    def action_edit(self) -> None:
        if self.entry is not None:
            self.board_app.open_form(SourceDesign, {"source": self.entry.source.id})

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "version":
            return self.board_app.pen is not None and not self.is_empty
        return super().check_action(action, parameters)

    def _has_changed(self) -> bool:
        return self.entry is not None and self.entry.state is SourceState.CHANGED

    def show_newer(self) -> None:
        super().show_newer()
        self._draw_pane()

    def action_version(self) -> None:
        """Show what changed in the source's file, to be accepted; else take in another file."""
        if self._has_changed() and self.entry is not None:
            self.board_app.open_form(VersionDesign, {"source": self.entry.source.id})
        elif self.entry is not None:
            self.board_app.take_version(self.entry.source.id)

    def action_layers(self) -> None:
        """Change a layer of the source, or add one."""
        if self.entry is None or self.entry.document is None:
            self.notify("This source was not read, so there is nothing to tell apart in it.")
            return
        self.board_app.choose_layer(self.entry.source.id)

    def action_read(self) -> None:
        if self.entry is not None:
            self.read_source(self.entry.source.id)

    def renew(self, dossier: Dossier) -> None:
        if not any(entry.source.id == self.marked for entry in dossier.sources):
            self.marked = ""
        super().renew(dossier)

    def on_data_table_row_selected(self, _: DataTable.RowSelected) -> None:
        if not self.is_on_top:
            return
        entry = self.entry
        if entry is None or not self._was_read(entry):
            return
        id_ = entry.source.id
        others = [e.source.id for e in self.dossier.sources if e.source.id != id_ and e.document]
        if self.marked and self.marked != id_:
            self.app.push_screen(SharedScreen(self.dossier, self.marked, id_))
        elif len(others) == 1:
            self.app.push_screen(SharedScreen(self.dossier, id_, others[0]))
        elif others:
            self.app.push_screen(OthersScreen(self.dossier, id_))
        else:
            self.notify("No other source was read, so there is nothing to compare it with.")

    def action_mark(self) -> None:
        entry = self.entry
        if entry is None or not self._was_read(entry):
            return
        self.marked = "" if self.marked == entry.source.id else entry.source.id
        self.redraw()
        if self.marked:
            words = f"{self.marked} is marked. Open another to see what the two share."
            self.notify(words, markup=False)

    def _was_read(self, entry: ReadSource) -> bool:
        if entry.document is None:
            self.notify(f"{entry.source.id} was not read: {on_one_line(entry.why)}", markup=False)
        return entry.document is not None

    def action_back(self) -> None:
        """The search first, then the mark, then the screen."""
        if self.marked and not self.is_searching and not self.board_app.stop_checking():
            self.marked = ""
            self.redraw()
        else:
            super().action_back()

    def action_copy(self) -> None:
        if self.entry is not None:
            kin = kin_of(self.dossier, self.entry)
            lines = [(line.lead + line.body).plain for line in _described(self.entry, kin)]
            self.send_to_clipboard("\n".join(lines))

    def action_editor(self) -> None:
        if self.entry is not None:
            self.open_editor(Place(self.entry.source.path, 1))


def _kind(entry: ReadSource) -> str:
    if entry.source.role is Role.DRAFT:
        return "draft"
    return entry.source.kind.value if entry.source.kind else ""


def _noted(entry: ReadSource) -> str:
    if entry.document is None:
        return ""
    works = f", which cite {counted(len(entry.works), 'work')}" if entry.works else ""
    return f"{len(entry.document.notes)}{works}"


def _described(entry: ReadSource, kin: Kin) -> list[Line]:
    source = entry.source
    facts = [
        ("title", source.title),
        ("by", ", ".join(source.authors)),
        ("date", date_short(source.issued) if source.issued else "the file does not say"),
        ("kind", _kind(entry)),
        ("what it is", type_in_words(source.type)),
        ("file", source.path),
        ("rests on", ", ".join(source.derived_from)),
        ("family", "; ".join(kin.facts())),
        *((label_of(name), value) for name, value in source.fields),
        (
            "layers",
            ", ".join(layer.name for layer in entry.document.layers) if entry.document else "",
        ),
        ("notes", _noted(entry)),
        ("garbles", "; ".join(f"{g.text}, perhaps {g.suggestion}" for g in entry.garbles)),
        ("checksum", entry.document.sha256 if entry.document else source.sha256),
    ]
    width = max(len(on_one_line(name)) for name, value in facts if value) + 2
    lines = [
        Line(Content(on_one_line(value)), muted(on_one_line(name).ljust(width)))
        for name, value in facts
        if value
    ]
    if entry.state is not SourceState.READ or entry.why:
        told = f"text {_TEXTS[entry.state]}: {on_one_line(entry.why)}"
        lines.insert(0, Line(Content.styled(told, "bold $warning")))
    return lines
