"""The one table of marks: what the board, the reports and the commands draw for each outcome."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from provenance.model.verdicts import Cell, CellState, Outcome, Relation, Resolution, Row, Verdict
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import value_in_words, value_short


class Mark(Enum):
    """What a cell shows, firmest first."""

    CONFLICT = "conflict"
    POSSIBLE_CONFLICT = "possible-conflict"
    UNDETERMINED = "undetermined"
    COMPATIBLE = "compatible"
    AGREE = "agree"
    ALONE = "alone"
    RESOLVED = "resolved"
    """A person weighed the conflict and holds this right; of a claim, that somebody did."""
    OUTWEIGHED = "outweighed"
    """A person weighed the conflict and holds another answer right."""
    LOST = "lost"
    """What was quoted from it does not stand there: a gap, until a person has looked."""
    SILENT = "silent"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark is drawn. Colour only repeats what sign and word already say."""

    sign: str
    letter: str
    """For terminals that draw the signs too wide, and for those who prefer ASCII."""
    word: str
    dark: str
    """Colour on a dark ground; at least 4.5:1 on #121212."""
    light: str
    """Colour on a light ground; at least 4.5:1 on #FAFAFA."""
    style: str = ""
    """Weight and form, in Rich's words."""


_ORANGE, _VERMILION = "#E69F00", "#B34700"
_GREY_DARK, _GREY_LIGHT = "#8C8C8C", "#6B6B6B"

LOOKS: dict[Mark, Look] = {
    Mark.CONFLICT: Look("✗", "X", "conflict", _ORANGE, _VERMILION, "bold underline"),
    Mark.POSSIBLE_CONFLICT: Look("!", "P", "possible conflict", _ORANGE, _VERMILION, "bold"),
    Mark.UNDETERMINED: Look("○", "U", "undetermined", "#CC99BB", "#8A4A75"),
    Mark.COMPATIBLE: Look("◐", "C", "compatible", "#F0E442", "#8A6D00", "italic"),
    Mark.AGREE: Look("●", "A", "agrees", "#56B4E9", "#0072B2"),
    Mark.ALONE: Look("1", "1", "only source", "#D0D0D0", "#404040"),
    Mark.RESOLVED: Look("✓", "R", "resolved", "#2FBF8F", "#00664B", "bold"),
    Mark.OUTWEIGHED: Look("⊘", "W", "outweighed", _GREY_DARK, _GREY_LIGHT, "italic"),
    Mark.LOST: Look("¿", "L", "lost", _GREY_DARK, _GREY_LIGHT, "reverse"),
    Mark.SILENT: Look("·", "-", "silent", _GREY_DARK, _GREY_LIGHT),
    Mark.UNREAD: Look("?", "?", "not read", _GREY_DARK, _GREY_LIGHT, "reverse"),
}

VERDICT_MARKS: dict[Verdict, tuple[Mark, str]] = {
    Verdict.DISPUTED: (Mark.CONFLICT, "disputed"),
    Verdict.OPEN: (Mark.POSSIBLE_CONFLICT, "open"),
    Verdict.SINGLE: (Mark.ALONE, "one source"),
    Verdict.AGREED: (Mark.AGREE, "agreed"),
    Verdict.COMPATIBLE: (Mark.COMPATIBLE, "compatible"),
    Verdict.SILENT: (Mark.SILENT, "silent"),
}


_OF_OUTCOMES = {Outcome.CHOSEN: Mark.RESOLVED, Outcome.OUTWEIGHED: Mark.OUTWEIGHED}
_SETTLED_BY_OUTCOME = (Relation.CONFLICT, Relation.POSSIBLE_CONFLICT, Relation.UNDETERMINED)


def mark_of(cell: Cell, relation: Relation | None = None) -> Mark:
    """The mark of a cell; `relation` replaces the cell's own, for a board with a base column."""
    if cell.state is CellState.UNREAD:
        return Mark.UNREAD
    if cell.state is not CellState.SPEAKS:
        return Mark.SILENT
    if all(placed.span is None for placed in cell.statements):
        return Mark.LOST
    shown = relation or cell.mark
    if cell.outcome and shown in _SETTLED_BY_OUTCOME:
        return _OF_OUTCOMES[cell.outcome]
    return Mark(shown.value) if shown else Mark.ALONE


def verdict_mark(row: Row) -> tuple[Mark, str]:
    """The mark and the word of a row's verdict: `resolved: 14 March 1841` where persons resolved
    it. What is open without any clash is undetermined.

    Agreement of sources that all go back to one origin is drawn as what one source says: it is no
    more than that.
    """
    if row.resolution is not None:
        return Mark.RESOLVED, f"resolved: {chosen_in_words(row.resolution)}"
    mark, word = VERDICT_MARKS[row.verdict]
    agrees = row.verdict in (Verdict.AGREED, Verdict.COMPATIBLE)
    if agrees and row.origins.sources > 1 and row.origins.at_most == 1:
        return Mark.ALONE, word
    clashes = any(pair.relation is Relation.POSSIBLE_CONFLICT for pair in row.pairs)
    return (Mark.UNDETERMINED if row.verdict is Verdict.OPEN and not clashes else mark), word


def chosen_in_words(resolution: Resolution) -> str:
    """The answer held right, as the board words it."""
    if resolution.value is None:
        return on_one_line(resolution.says)
    return value_in_words(resolution.value)


def chosen_short(resolution: Resolution) -> str:
    """The same for a cell of a table."""
    if resolution.value is None:
        return on_one_line(resolution.says)
    return value_short(resolution.value)


def sign_of(mark: Mark, *, letters: bool = False) -> str:
    """The sign to draw: a glyph, or an ASCII letter where the user asked for letters."""
    return LOOKS[mark].letter if letters else LOOKS[mark].sign
