"""What stands round the two passages of a claim: the strip of sources, the notes, and WHY."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from provenance.model.dossier import Dossier
from provenance.model.verdicts import Cell, PlacedStatement, Row, Standing
from provenance.rendering.citation_line import statement_with_citation
from provenance.rendering.kin_in_words import Kin, kin_of
from provenance.rendering.marks import LOOKS, Mark, mark_of, verdict_mark
from provenance.rendering.statements_in_words import (
    Against,
    cited_notes,
    differences_in_words,
    note_in_words,
    origins_in_words,
    verdict_word,
    why_of_verdict,
)
from provenance.rendering.untrusted import on_one_line
from provenance.tui.drawing import Line, Pencil, in_pane, muted
from provenance.tui.levelling import level_of
from provenance.tui.pairing import Seat, relation_of, statement_at
from provenance.tui.passages import PassageRow
from provenance.tui.peek import labelled, review_lines
from provenance.tui.screens.notes import UNKNOWN
from provenance.tui.widgets.clickable import clickable


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of one claim, as they are looked at; a side may be empty."""

    dossier: Dossier
    row: Row
    left: Seat | None
    right: Seat | None

    @property
    def statements(self) -> tuple[PlacedStatement | None, PlacedStatement | None]:
        """What stands on the left and on the right."""
        left, right = (
            statement_at(self.row, seat) if seat else None for seat in (self.left, self.right)
        )
        return left, right

    @property
    def relation(self) -> Against | None:
        """How the two stand to each other; None where they were not compared."""
        if self.left is None or self.right is None:
            return None
        return relation_of(self.row, self.left, self.right)

    @property
    def names(self) -> tuple[str, str]:
        """What the sides are called: their sources, numbered where both are of one."""
        left, right = (
            on_one_line(seat.source) if seat else "–" for seat in (self.left, self.right)
        )
        if left == right and self.left and self.right:
            return f"{left} {self.left.index + 1}", f"{right} {self.right.index + 1}"
        return left, right


def strip_of(pair: Pair, pencil: Pencil, quiet: str = "") -> Content:
    """Every source with its mark; the two that are shown carry L and R. In brackets the one that
    is `quiet` and looked at.
    """
    items = []
    for number, cell in enumerate(pair.row.cells):
        mark = mark_of(cell)
        sides = _sides_of(pair, cell)
        sign = f"({pencil.sign(mark)})" if cell.is_proposed else pencil.sign(mark)
        several = f" of {len(cell.statements)}" if sides and len(cell.statements) > 1 else ""
        name = f"{on_one_line(cell.source)}{several}"
        kin = kin_of(pair.dossier, pair.dossier.source(cell.source)) if cell.statements else Kin()
        beside = (f" ({kin.confirmed})" if kin.confirmed else f" {kin.mark}").rstrip()
        shown = Content.assemble(
            (sign, in_pane(mark)), " ", (name, "bold" if sides else ""), (beside, "$muted")
        )
        if cell.source == quiet:
            shown = Content.assemble(("[", "bold $primary"), shown, ("]", "$primary"))
        if sides:
            shown = Content.assemble((f"[{sides} ", "bold $primary"), shown, ("]", "$primary"))
        items.append(clickable(shown, f"screen.put({number})"))
    return Content("   ").join(items)


def _sides_of(pair: Pair, cell: Cell) -> str:
    """`L`, `R`, with the number of the statement where the source makes several."""
    return " ".join(
        f"{side}{seat.index + 1 if len(cell.statements) > 1 else ''}"
        for side, seat in (("L", pair.left), ("R", pair.right))
        if seat is not None and seat.source == cell.source
    )


def notes_of(pair: Pair) -> Iterator[Line]:
    """The notes that the two name as what they rest on, with what those cite."""
    said = False
    for name, placed in zip(pair.names, pair.statements, strict=True):
        if placed is None:
            continue
        entry = pair.dossier.source(placed.statement.source)
        for note in cited_notes(placed, entry.document, entry.works):
            said = True
            words = note_in_words(note) if note.body else UNKNOWN
            yield Line(Content(words), muted(f"{name} [{on_one_line(note.label)}]  "))
            yield from (Line(Content(cited), muted("  cites ")) for cited in note.cites)
    if not said:
        yield Line(muted("Neither statement names a note it rests on."))


def why_of(pair: Pair, pencil: Pencil) -> Iterator[Line]:
    """How the two stand to each other, how each stands in its source, and the verdict."""
    row = pair.row
    stand = pair.relation
    if stand is not None:
        mark = Mark(stand.relation.value)
        yield Line(Content(on_one_line(stand.why)), pencil.marked(mark) + ": ")
    elif pair.left and pair.right:
        yield Line(Content("These two were not compared: one of them is lost or set aside."))
    for name, placed in zip(pair.names, pair.statements, strict=True):
        if placed is not None:
            yield from _standing(pair.dossier, name, placed)
    verdict = verdict_mark(row)[0]
    why = why_of_verdict(row)
    why = why.replace(on_one_line(stand.why), "See above.") if stand else why
    yield Line(Content(why), pencil.marked(verdict, verdict_word(row)) + ": ")
    yield labelled("rests", f"on {origins_in_words(row)}")
    if pair.dossier.decided.are_reviews_told:
        yield from review_lines(row, pair.dossier)


def _standing(dossier: Dossier, name: str, placed: PlacedStatement) -> Iterator[Line]:
    if placed.standing is Standing.EXACT:
        return
    document = dossier.source(placed.statement.source).document
    yield Line(Content(f"{placed.standing.value}: {on_one_line(placed.why)}"), muted(f"{name} "))
    for difference in differences_in_words(placed, document):
        yield Line(Content(difference), muted("  quoted otherwise  "))


def copied(pair: Pair, compared: tuple[PassageRow, ...], pencil: Pencil) -> Iterator[str]:
    """What is pasted: the question, both statements with their citations, how they stand.

    `pencil` has no colours: none come along into a paste, so differences have brackets.
    """
    yield on_one_line(pair.row.claim.question)
    for placed in pair.statements:
        if placed is not None:
            entry = pair.dossier.source(placed.statement.source)
            yield statement_with_citation(placed, entry)
    if stand := pair.relation:
        word = LOOKS[Mark(stand.relation.value)].word
        yield f"{word}: {on_one_line(stand.why)}"
    for row in compared:
        if row.differs:
            drawn = level_of(row, pencil)
            sides = " | ".join(side.plain.strip() or "–" for side in (drawn.left, drawn.right))
            yield f"{drawn.gutter.plain}: {sides}"
