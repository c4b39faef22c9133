"""The board as plain text: the linear twin of the matrix, for pipes, logs and screen readers."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len

from provenance.model.dossier import Dossier, SourceState
from provenance.model.sources import Role
from provenance.model.verdicts import CellState, PlacedStatement, Relation, Row, Verdict
from provenance.rendering.counts_in_words import (
    claims_in_words,
    findings_in_words,
    sources_in_words,
)
from provenance.rendering.decisions_text import drift_lines
from provenance.rendering.findings_text import finding_lines, problem_lines
from provenance.rendering.kin_in_words import families_in_words
from provenance.rendering.marks import LOOKS, Mark, mark_of, sign_of, verdict_mark
from provenance.rendering.review_in_words import (
    reviewers_verdict,
    reviews_counted,
    status_in_words,
)
from provenance.rendering.statements_in_words import (
    NEAR_SIGN,
    NEAR_WORD,
    cell_sign,
    cell_word,
    counted,
    is_own_voice,
    near_sign,
    note_labels,
    origins_in_words,
    silence_in_words,
    verdict_with_origins,
    why_of_verdict,
)
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_short
from provenance.rendering.wrapping import Paper, column, fitted, laid_out, listed

BaseMarks = Mapping[str, Mapping[str, Relation | None]]
"""By claim, then by source: its firmest relation to the base column alone."""

# The terminal's own colours, which suit its ground, dark or light; weight and word say it first.
STYLES: dict[Mark, str] = {
    Mark.CONFLICT: "bold underline red",
    Mark.POSSIBLE_CONFLICT: "bold red",
    Mark.UNDETERMINED: "magenta",
    Mark.COMPATIBLE: "italic",
    Mark.AGREE: "",
    Mark.ALONE: "",
    Mark.RESOLVED: "bold",
    Mark.OUTWEIGHED: "dim",
    Mark.SILENT: "dim",
    Mark.LOST: "bold",
    Mark.UNREAD: "dim",
}
_WIDEST_ID, _WIDEST_WORD = 32, 27
_SIGN = 6
"""Columns of the indent and the sign."""
_LEAST_ROOM = 28
"""Columns that what is said needs beside the columns of source and mark."""
_NO_LIMIT = 1_000
_URGENCY = (Verdict.DISPUTED, Verdict.OPEN)


def board(
    dossier: Dossier,
    *,
    width: int | None,
    colour: bool,
    letters: bool | None = None,
    base: BaseMarks | None = None,
) -> str:
    """Every claim with its verdict and what each source says, then findings, counts and legend.

    `width` is the columns to fit, None for as long as it comes. `letters` draws marks in
    ASCII, or in signs; None leaves it to the workspace.
    `base`, where given, replaces every mark by the one against the base column.
    """
    paper = Paper(width, colour)
    letters = dossier.letters if letters is None else letters
    lines = laid_out(dossier.title or "Untitled", paper, style="bold")
    if not dossier.rows:
        lines += ["", *_nothing_yet(dossier, paper)]
    for row in dossier.rows_to_read:
        marks = (base or {}).get(row.claim.id, {})
        lines += ["", *_row(dossier, row, marks, paper, letters)]
    for section in (
        finding_lines(dossier.findings, paper),
        drift_lines(dossier.decided, paper)[:-1],
        problem_lines(dossier.problems, paper),
        _counts(dossier, paper),
        _legend(dossier, paper, letters) if dossier.rows else [],
    ):
        lines += ["", *section] if section else []
    return "\n".join(lines) + "\n"


def _row(
    dossier: Dossier,
    row: Row,
    base: Mapping[str, Relation | None],
    paper: Paper,
    letters: bool,
) -> list[str]:
    mark = verdict_mark(row)[0]
    sign = sign_of(mark, letters=letters)
    lines = laid_out(row.claim.question, paper, lead=f"{row.claim.id}  ", style="bold")
    lead = f"{sign} {verdict_with_origins(row)}{'.' if row.resolution else ':'} "
    lines += laid_out(why_of_verdict(row), paper, lead=lead, indent=2, style=STYLES[mark])
    lines += _reviewed(dossier, row, paper)
    marks = {cell.source: mark_of(cell, base.get(cell.source)) for cell in row.cells}
    lines += _speaking(dossier, row, marks, paper, letters)
    lines += _quiet(row, marks, paper, letters)
    if row.origins.sources:
        lines += laid_out(origins_in_words(row), paper, indent=6, style="dim")
    return lines


def _reviewed(dossier: Dossier, row: Row, paper: Paper) -> list[str]:
    """What people made of the claim, under what was computed; [] where nobody reviewed any."""
    if not dossier.decided.are_reviews_told:
        return []
    review = dossier.decided.review(row.claim.id)
    lines = laid_out(status_in_words(review), paper, lead="review: ", indent=2)
    verdict = reviewers_verdict(row, review)
    return lines + (
        laid_out(verdict, paper, lead="reviewers' verdict: ", indent=2) if verdict else []
    )


def _speaking(
    dossier: Dossier, row: Row, marks: Mapping[str, Mark], paper: Paper, letters: bool
) -> list[str]:
    """One line a statement, in columns where they leave room for what is said."""
    cells = [cell for cell in row.cells if cell.statements]
    names = column((on_one_line(cell.source) for cell in cells), _WIDEST_ID)
    words = column((cell_word(cell, marks[cell.source]) for cell in cells), _WIDEST_WORD)
    room = (paper.width or _NO_LIMIT) - (_SIGN + names + words + 4)
    lines: list[str] = []
    for cell in cells:
        mark, word = marks[cell.source], cell_word(cell, marks[cell.source])
        lead = f"{cell_sign(cell, mark, letters=letters)} {fitted(on_one_line(cell.source), names)}"
        lead += f"  {fitted(word, words)}  " if room >= _LEAST_ROOM else "  "
        said = "" if room >= _LEAST_ROOM else f"{word}: "
        for placed in cell.statements:
            told = f"{said}{_statement(dossier, placed, told_apart=not cell.is_proposed)}"
            lines += laid_out(told, paper, lead=lead, indent=2, style=STYLES[mark])
            lead, said = " " * cell_len(lead), ""
    return lines


def _quiet(row: Row, marks: Mapping[str, Mark], paper: Paper, letters: bool) -> list[str]:
    """Sources that do not speak; those of one kind, for one reason, on one line."""
    alike: dict[tuple[str, str, str, Mark], list[str]] = {}
    for cell in row.cells:
        if not cell.statements:
            mark = marks[cell.source]
            why = "" if cell.state is CellState.SILENT else silence_in_words(cell)
            kind = (cell_sign(cell, mark, letters=letters), cell_word(cell, mark), why, mark)
            alike.setdefault(kind, []).append(cell.source)
    lines: list[str] = []
    for (sign, word, why, mark), sources in alike.items():
        told = f"{', '.join(sources)}{' – ' if why else ''}{why}"
        lines += laid_out(told, paper, lead=f"{sign} {word}: ", indent=2, style=STYLES[mark])
    return lines


def _statement(dossier: Dossier, placed: PlacedStatement, *, told_apart: bool) -> str:
    """The value and its notes, with what makes it weigh less than its source's own word."""
    statement = placed.statement
    entry = dossier.source(statement.source)
    source = entry.source
    draft = "draft: " if source.role is Role.DRAFT else ""
    parts = [f"{draft}{near_sign(placed)}{said_short(statement)}", note_labels(statement)]
    if not is_own_voice(statement, source):
        parts.append(f"– {statement.speaker} as reported")
    if statement.about:
        parts.append(f"– about {statement.about}")
    if entry.state is SourceState.UNREAD:
        parts.append(f"– not looked up: {entry.why}")
    elif placed.span is None:
        parts.append("– lost: its words are no longer in the source")
    if told_apart and placed.state.value == "proposed":
        parts = [f"({' '.join(part for part in parts if part)}, proposed)"]
    return " ".join(part for part in parts if part)


def _nothing_yet(dossier: Dossier, paper: Paper) -> list[str]:
    if not dossier.sources:
        return laid_out("No sources and no claims yet. Begin with: provenance add FILE", paper)
    known = f"No claims yet, over {counted(len(dossier.sources), 'source')}."
    return laid_out(
        f"{known} Ask the first question at the board: provenance, then the key +", paper
    )


def _counts(dossier: Dossier, paper: Paper) -> list[str]:
    said = (
        claims_in_words(dossier),
        reviews_counted(dossier),
        sources_in_words(dossier),
        findings_in_words(dossier),
        *families_in_words(dossier),
    )
    return [line for each in said if each for line in laid_out(each, paper)]


def _legend(dossier: Dossier, paper: Paper, letters: bool) -> list[str]:
    sample = sign_of(Mark.COMPATIBLE, letters=letters)
    signs = [f"{sign_of(mark, letters=letters)} {look.word}" for mark, look in LOOKS.items()]
    signs += [f"({sample}) proposed, not confirmed", "[29] rests on note 29"]
    signs.append(f"{NEAR_SIGN} {NEAR_WORD}")
    return [
        *listed(signs, paper, lead="Marks: "),
        *laid_out(_next_step(dossier), paper, lead="Next: "),
    ]


def _next_step(dossier: Dossier) -> str:
    """The claim that most wants looking at."""
    waiting = [row for row in dossier.rows if row.is_open]
    urgent = [row for verdict in _URGENCY for row in waiting if row.verdict is verdict]
    row = (urgent or list(dossier.rows))[0]
    return f"provenance show {row.claim.id} – every word behind that claim"
