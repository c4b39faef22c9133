"""One claim, and every word behind it, one fact a line: the linear twin of the claim screen."""

from __future__ import annotations

from provenance.errors import in_marks
from provenance.model.claims import Claim
from provenance.model.dossier import Dossier, ReadSource
from provenance.model.sources import Role
from provenance.model.verdicts import Cell, CellState, PlacedStatement, Row
from provenance.rendering.board_text import STYLES
from provenance.rendering.facts import facts
from provenance.rendering.findings_text import finding_lines
from provenance.rendering.kin_in_words import kin_of
from provenance.rendering.marks import LOOKS, Mark, mark_of, sign_of, verdict_mark
from provenance.rendering.origins_text import tree_lines
from provenance.rendering.review_in_words import drift_in_words, review_facts
from provenance.rendering.statements_in_words import (
    against,
    cell_sign,
    cell_word,
    is_proposed,
    near_sign,
    origins_in_words,
    silence_in_words,
    source_in_words,
    verdict_with_origins,
    why_of_verdict,
)
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_in_words
from provenance.rendering.wrapping import Paper, laid_out

_NOT_SPEAKING = {
    CellState.SILENT: "a person read it through and it does not say",
    CellState.PROPOSED_SILENT: "a search found nothing; no person has confirmed it",
    CellState.UNREAD: "a gap: nobody knows yet whether it says anything",
}


def show(
    dossier: Dossier,
    row: Row,
    *,
    width: int | None = None,
    colour: bool = False,
    letters: bool | None = None,
) -> str:
    """The claim, its verdict, and for each source its words, place, voice, notes and reasons."""
    paper = Paper(width, colour)
    letters = dossier.letters if letters is None else letters
    lines = _head(row, paper, letters)
    decided = dossier.decided
    for fact in review_facts(row, decided.review(row.claim.id)):
        lines += _fact(fact.name, fact.said, paper, 2)
    for drifted in (each for each in decided.drifted if each.claim == row.claim.id):
        lines += _fact("draft", drift_in_words(drifted), paper, 2)
    for cell in row.cells:
        entry = dossier.source(cell.source)
        lines += ["", *_cell(row, cell, entry, paper, letters)]
        kin = kin_of(dossier, entry).facts() if cell.statements else ()
        lines += [line for said in kin for line in _fact("kin", said, paper, 2)]
    trail = dossier.trail(row.claim.id)
    if trail is not None and trail.edges:
        lines += ["", *laid_out("", paper, lead="What it rests on", style="bold")]
        for line in tree_lines(dossier, row, trail):
            bare = line.lstrip()
            lines += laid_out(bare, paper, indent=2 + len(line) - len(bare))
    touching = [finding for finding in dossier.findings if finding.claim == row.claim.id]
    if touching:
        lines += ["", *finding_lines(touching, paper)]
    return "\n".join(lines) + "\n"


def _head(row: Row, paper: Paper, letters: bool) -> list[str]:
    mark = verdict_mark(row)[0]
    sign = sign_of(mark, letters=letters)
    lines = laid_out(row.claim.question, paper, lead=f"{row.claim.id}: ", style="bold")
    lines += _fact("verdict", f"{sign} {verdict_with_origins(row)}", paper, 2, STYLES[mark])
    lines += _fact("why", why_of_verdict(row), paper, 2)
    lines += _fact("rests on", origins_in_words(row), paper, 2)
    lines += _fact("type", _type(row.claim), paper, 2)
    return [*lines, *_fact("claim file", row.claim.place.path, paper, 2)]


def _cell(row: Row, cell: Cell, entry: ReadSource, paper: Paper, letters: bool) -> list[str]:
    mark = mark_of(cell)
    role = "draft, counts in no verdict: " if entry.source.role is Role.DRAFT else ""
    lines = laid_out(
        f"{role}{source_in_words(entry.source)}", paper, lead=f"{cell.source}: ", style="bold"
    )
    shown = f"{cell_sign(cell, mark, letters=letters).strip()} {cell_word(cell, mark)}"
    lines += _fact("mark", shown, paper, 2, STYLES[mark])
    if cell.state is not CellState.SPEAKS:
        lines += _fact("means", _NOT_SPEAKING[cell.state], paper, 2)
    lines += _fact("why", silence_in_words(cell), paper, 2)
    for index, placed in enumerate(cell.statements):
        lines += _statement(row, placed, index, len(cell.statements), entry, paper)
    return lines


def _statement(
    row: Row, placed: PlacedStatement, index: int, of: int, entry: ReadSource, paper: Paper
) -> list[str]:
    statement = placed.statement
    state = "proposed, not confirmed by a person" if is_proposed(placed) else "confirmed"
    lines = laid_out(f"statement {index + 1} of {of}, {state}", paper, indent=2)
    lines += _fact("says", f"{near_sign(placed)}{said_in_words(statement)}", paper)
    words = placed.words if placed.span else statement.quote
    lines += _fact("words" if placed.span else "quoted", in_marks(on_one_line(words)), paper)
    for fact in facts(placed, entry):
        lines += _fact(fact.name, fact.said, paper)
    return [*lines, *_relations(row, placed, index, paper)]


def _relations(row: Row, placed: PlacedStatement, index: int, paper: Paper) -> list[str]:
    lines: list[str] = []
    for other in against(row, placed.statement.source, index):
        several = len(row.cell(other.source).statements) > 1
        which = f", statement {other.index + 1}" if several else ""
        look = LOOKS[Mark(other.relation.value)]
        name = f"beside {on_one_line(other.source)}{which}"
        lines += _fact(name, f"{look.word}. {other.why}", paper)
    return lines


def _fact(name: str, said: str, paper: Paper, indent: int = 4, style: str = "") -> list[str]:
    if style:
        return laid_out("", paper, lead=f"{name}: {on_one_line(said)}", indent=indent, style=style)
    return laid_out(said, paper, lead=f"{name}: ", indent=indent)


def _type(claim: Claim) -> str:
    """The type, and where it comes from when no person gave it."""
    shown = claim.type_proposed
    return f"{claim.type.value}, proposed: {shown}" if shown else claim.type.value
