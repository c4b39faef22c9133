"""What stands behind the cell under the cursor: words, place, voice, notes and reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from provenance.errors import Place
from provenance.model.documents import Layer
from provenance.model.dossier import Dossier, ReadSource
from provenance.model.spans import Span
from provenance.model.verdicts import Cell, CellState, Outcome, PlacedStatement, Row, Standing
from provenance.rendering.kin_in_words import kin_of
from provenance.rendering.marks import LOOKS, Mark, verdict_mark
from provenance.rendering.review_in_words import drift_in_words, review_facts
from provenance.rendering.statements_in_words import (
    against,
    cited_notes,
    differences_in_words,
    is_proposed,
    note_in_words,
    origins_in_words,
    silence_in_words,
    source_in_words,
    verdict_word,
    voice_in_words,
    why_of_verdict,
)
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_in_words
from provenance.tui.board import QUESTION, VERDICT, Board, Spot
from provenance.tui.drawing import NOT_COMPARED, Line, Pencil, muted


@dataclass(frozen=True)
class Peek:
    title: str
    lines: tuple[Line, ...]

    @property
    def plain(self) -> str:
        """As text to copy."""
        return "\n".join([self.title, *((line.lead + line.body).plain for line in self.lines)])


def peek_at(board: Board, spot: Spot, pencil: Pencil) -> Peek:
    """The peek pane for a spot of the board."""
    if not spot.claim:
        entry = board.dossier.source(spot.source)
        return Peek(entry.source.id, tuple(_of_source(board.dossier, entry)))
    row = board.dossier.row(spot.claim)
    if spot.source == QUESTION:
        return Peek(f"{row.claim.id} · {row.claim.place}", tuple(_of_question(row, board, pencil)))
    if spot.source == VERDICT:
        return Peek(f"{row.claim.id} · verdict", tuple(_of_verdict(row, board, pencil)))
    cell, entry = row.cell(spot.source), board.dossier.source(spot.source)
    mark = board.marks(row)[spot.source]
    return Peek(_title(cell, entry), tuple(_of_cell(row, cell, entry, mark, board, pencil)))


def file_place(placed: PlacedStatement | None, entry: ReadSource) -> Place:
    """The file and line that the reader's editor should open."""
    return place_of(placed.span if placed else None, entry)


def place_of(span: Span | None, entry: ReadSource) -> Place:
    """The file and line of a stretch of a source; the file alone where there is none."""
    if span is None or entry.document is None:
        return Place(entry.source.path)
    return Place(entry.source.path, entry.document.line_of(span.start))


def place_title(placed: PlacedStatement | None, entry: ReadSource) -> str:
    """`harriman-cable · transcript · seeds/a.txt:41`, with the page where there are pages."""
    layer = placed.layer if placed else None
    return _titled(entry, layer, placed.span if placed else None)


def passage_title(span: Span, entry: ReadSource) -> str:
    """The same for any stretch of a source."""
    return _titled(entry, entry.document.layer_of(span) if entry.document else None, span)


def _titled(entry: ReadSource, layer: Layer | None, span: Span | None) -> str:
    parts = [entry.source.id]
    parts += [layer.name] if layer else []
    if span and entry.document:
        page = entry.document.page_of(span.start)
        parts += [f"page {page}"] if page else []
    parts.append(str(place_of(span, entry)))
    return " · ".join(map(on_one_line, parts))


def quoted(words: str) -> Line:
    return Line(Content.styled(f"“{on_one_line(words)}”", "bold"))


def labelled(label: str, words: str | Content) -> Line:
    body = Content(words) if isinstance(words, str) else words
    return Line(body, muted(f"{label:<6}"))


def _title(cell: Cell, entry: ReadSource) -> str:
    if cell.may_speak is not None:
        return passage_title(cell.may_speak, entry)
    return place_title(cell.statements[0] if cell.statements else None, entry)


def _of_source(dossier: Dossier, entry: ReadSource) -> Iterator[Line]:
    yield Line(Content(source_in_words(entry.source)))
    yield Line(muted(f"{entry.state.value} {on_one_line(entry.why)}".rstrip()))
    yield from (labelled("kin", fact) for fact in kin_of(dossier, entry).facts())


def _of_question(row: Row, board: Board, pencil: Pencil) -> Iterator[Line]:
    claim = row.claim
    yield Line(Content.styled(on_one_line(claim.question), "bold"))
    sort = f"asks for a {claim.type.value}" if claim.type.value != "yes-no" else "asks yes or no"
    if claim.one_answer:
        sort += "; only one answer can be right"
    yield Line(muted(sort))
    yield from _of_verdict(row, board, pencil)


def _of_verdict(row: Row, board: Board, pencil: Pencil) -> Iterator[Line]:
    if not board.dossier.is_compared:
        yield Line(pencil.marked(Mark.UNREAD, NOT_COMPARED))
        yield labelled("why", on_one_line(row.why))
        return
    mark = verdict_mark(row)[0]
    yield Line(pencil.marked(mark, verdict_word(row)))
    yield labelled("why", why_of_verdict(row))
    yield labelled("rests", f"on {origins_in_words(row)}")
    yield from review_lines(row, board.dossier)


def review_lines(row: Row, dossier: Dossier) -> Iterator[Line]:
    """What people made of a claim, and what became of its words in the draft."""
    decided = dossier.decided
    for fact in review_facts(row, decided.review(row.claim.id)):
        yield labelled(f"{fact.name}: " if len(fact.name) > 5 else fact.name, fact.said)
    for each in decided.drifted:
        if each.claim == row.claim.id:
            yield labelled("draft", drift_in_words(each))


def _of_cell(
    row: Row, cell: Cell, entry: ReadSource, mark: Mark, board: Board, pencil: Pencil
) -> Iterator[Line]:
    if cell.state is not CellState.SPEAKS:
        word = f"{LOOKS[mark].word}, proposed" if cell.is_proposed else LOOKS[mark].word
        yield Line(pencil.marked(mark, word))
        yield labelled("why", silence_in_words(cell))
        return
    if cell.outcome and row.resolution:
        lost = "" if cell.outcome is Outcome.CHOSEN else f"{LOOKS[mark].word}; "
        by = " and ".join(map(on_one_line, row.resolution.by))
        yield Line(pencil.marked(mark, f"{lost}{verdict_word(row)}, by {by}"))
    for index, placed in enumerate(cell.statements):
        if index:
            yield Line(Content(""))
            yield Line(muted(place_title(placed, entry)))
        yield from statement_lines(placed, entry)
        yield from _reasons(row, cell, index, board, pencil)
    yield from (labelled("kin", fact) for fact in kin_of(board.dossier, entry).facts())


def statement_lines(placed: PlacedStatement, entry: ReadSource) -> Iterator[Line]:
    """Words, value, voice, standing and notes of one statement."""
    yield quoted(placed.words or placed.statement.quote)
    state = "proposed: nobody has confirmed it" if is_proposed(placed) else "confirmed"
    said = said_in_words(placed.statement)
    voice = voice_in_words(placed, entry.source)
    yield labelled("says", Content.assemble((said, "bold"), f" · {voice} · {state}"))
    if placed.standing is not Standing.EXACT:
        yield labelled("found", f"{placed.standing.value}: {on_one_line(placed.why)}")
    for difference in differences_in_words(placed, entry.document):
        yield labelled("", difference)
    for note in cited_notes(placed, entry.document, entry.works):
        yield labelled("note", f"[{on_one_line(note.label)}] {note_in_words(note)}")
        yield from (labelled("cites", cited) for cited in note.cites)


def _reasons(row: Row, cell: Cell, index: int, board: Board, pencil: Pencil) -> Iterator[Line]:
    told = against(row, cell.source, index)
    if board.base not in (None, cell.source):
        told = tuple(other for other in told if other.source == board.base)
    if not told:
        yield labelled("why", on_one_line(cell.why))
    alike: dict[tuple[Mark, str], list[str]] = {}
    for other in told:
        several = len(row.cell(other.source).statements) > 1
        name = f"{other.source} ({other.index + 1})" if several else other.source
        alike.setdefault((Mark(other.relation.value), other.why), []).append(name)
    # Ten sources that say the same are one reason, not ten.
    for (mark, why), names in alike.items():
        words = f" with {', '.join(map(on_one_line, names))}: {on_one_line(why)}"
        yield labelled("why", pencil.marked(mark) + words)
