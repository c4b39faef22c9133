"""The sources: what was given to read, what of it was read, and whether it is unchanged."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import DataTable

from provenance.errors import Place
from provenance.model.dossier import ReadSource, SourceState
from provenance.model.sources import Role
from provenance.rendering.citation_line import short_hash
from provenance.rendering.dates_in_words import date_short
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.wrapping import column
from provenance.tui.bindings import Scope, bindings
from provenance.tui.drawing import Line, in_lines, muted, table_text
from provenance.tui.screens.base import BoardScreen
from provenance.tui.widgets.board_table import BoardTable
from provenance.tui.widgets.headline import Headline, Modes
from provenance.tui.widgets.pane import Pane

_HEADS = ("Id", "Title", "Date", "Kind", "State", "Words", "sha256")


class SourcesScreen(BoardScreen):
    """One row a source."""

    BINDINGS = bindings(Scope.SOURCES)
    AUTO_FOCUS = "#sources"
    PURPOSE = (
        "Every document that was given to read, with what could be read of it and the hash of its "
        "bytes. A source that changed since it was recorded, or that could not be read, says so."
    )

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield Modes("sources")
        yield BoardTable(id="sources", cursor="row", title="Sources", opens=False)
        yield Pane(id="source-pane")

    def on_resize(self) -> None:
        self.call_after_refresh(self.redraw)

    def redraw(self) -> None:
        entries = self.dossier.sources
        self.query_one(Headline).show(self.dossier.title, counted(len(entries), "source"))
        self.query_one(Modes).show(len(self.dossier.findings), Content(""))
        table = self.query_one("#sources", BoardTable)
        at = table.cursor_row
        table.clear(columns=True)
        rows = [self._cells(entry) for entry in entries]
        for number, head in enumerate(_HEADS):
            widest = column([head, *(cells[number] for cells in rows)], 40)
            width = self._title_width(rows) if number == 1 else widest
            table.add_column(table_text([head]), width=width)
        for entry, cells in zip(entries, rows, strict=True):
            title = in_lines(cells[1], self._title_width(rows), 3)
            drawn = [Text(cell, end="", no_wrap=True) for cell in cells]
            drawn[1] = table_text(title)
            table.add_row(*drawn, key=entry.source.id, height=len(title))
        table.move_cursor(row=at)
        self._draw_pane()

    def _title_width(self, rows: list[tuple[str, ...]]) -> int:
        others = sum(
            column([head, *(cells[n] for cells in rows)], 40) + 2
            for n, head in enumerate(_HEADS)
            if n != 1
        )
        return max(16, min(60, self.size.width - others - 5))

    def _cells(self, entry: ReadSource) -> tuple[str, ...]:
        source = entry.source
        kind = source.kind.value if source.kind else ""
        words = f"{len(entry.document.text.split()):,}" if entry.document else "–"
        return (
            on_one_line(source.id),
            on_one_line(source.title) or "(no title)",
            date_short(source.issued) if source.issued else "undated",
            "draft" if source.role is Role.DRAFT else kind,
            entry.state.value.replace("-", " "),
            words,
            short_hash(entry)[:8],
        )

    @property
    def entry(self) -> ReadSource | None:
        """The source under the cursor."""
        row = self.query_one("#sources", BoardTable).cursor_row
        return self.dossier.sources[row] if row < len(self.dossier.sources) else None

    def on_data_table_row_highlighted(self, _: DataTable.RowHighlighted) -> None:
        self._draw_pane()

    def _draw_pane(self) -> None:
        entry = self.entry
        pane = self.query_one("#source-pane", Pane)
        if entry is None:
            pane.show([Line(Content("No source yet: provenance add FILE"))], "")
            return
        pane.show(_described(entry), entry.source.id)

    def action_copy(self) -> None:
        if self.entry is not None:
            lines = [(line.lead + line.body).plain for line in _described(self.entry)]
            self.send_to_clipboard("\n".join(lines))

    def action_editor(self) -> None:
        if self.entry is not None:
            self.open_editor(Place(self.entry.source.path, 1))


def _described(entry: ReadSource) -> list[Line]:
    source = entry.source
    facts = [
        ("title", source.title),
        ("by", ", ".join(source.authors)),
        ("date", date_short(source.issued) if source.issued else "the file does not say"),
        ("type", source.type),
        ("file", source.path),
        ("rests on", ", ".join(source.derived_from)),
        *source.fields,
        (
            "layers",
            ", ".join(layer.name for layer in entry.document.layers) if entry.document else "",
        ),
        ("notes", str(len(entry.document.notes)) if entry.document else ""),
        ("sha256", entry.document.sha256 if entry.document else source.sha256),
    ]
    width = max(len(on_one_line(name)) for name, value in facts if value) + 2
    lines = [
        Line(Content(on_one_line(value)), muted(on_one_line(name).ljust(width)))
        for name, value in facts
        if value
    ]
    if entry.state is not SourceState.READ or entry.why:
        told = f"{entry.state.value.replace('-', ' ')}: {on_one_line(entry.why)}"
        lines.insert(0, Line(Content.styled(told, "bold $warning")))
    return lines


def _read(entry: ReadSource) -> list[tuple[str, str]]:
    document = entry.document
    if document is None:
        return [("sha256", entry.source.sha256)]
    return [
        ("layers", ", ".join(layer.name for layer in document.layers)),
        ("notes", str(len(document.notes))),
        ("sha256", document.sha256),
    ]
