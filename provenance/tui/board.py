"""What the matrix shows: which questions, in which order, with which marks, and where to stop.

Nothing here judges. Marks come with the dossier, or from `comparison.judge` for a base column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from provenance.model.claims import Statement
from provenance.model.dossier import Dossier
from provenance.model.verdicts import CellState, Row, Verdict
from provenance.rendering.counts_in_words import at_most_origins, unknown_origins
from provenance.rendering.marks import Mark, mark_of, verdict_mark
from provenance.rendering.values_in_words import said_in_words

QUESTION, VERDICT = "", "*"
"""The columns beside the sources. No source can have these for an id."""


_GRAVITY = {mark: number for number, mark in enumerate(Mark)}


class Filter(Enum):
    ALL = "all"
    CONFLICTS = "conflicts"
    OPEN = "open"
    SINGLE = "one source"
    GAPS = "silent or unread"
    UNREVIEWED = "unreviewed"

    @property
    def next(self) -> Filter:
        members = list(Filter)
        return members[(members.index(self) + 1) % len(members)]


class Order(Enum):
    DRAFTED = "as in the draft"
    GRAVEST = "conflicts first"
    FILED = "by file name"


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of the board, by what it is and not by where it is drawn."""

    claim: str
    source: str
    """A source's id, `QUESTION` or `VERDICT`."""


class Gravities:
    """How grave every row is, found out once: 0 for a conflict, more for what is more harmless."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Row, int]] = {}

    def of(self, row: Row) -> int:
        # The row is kept with it, so that no other can come to have its number.
        known = self._known.get(id(row)) or (row, _gravity(row))
        self._known[id(row)] = known
        return known[1]


@dataclass(frozen=True)
class Board:
    """A dossier as the reader chose to look at it."""

    dossier: Dossier
    filter: Filter = Filter.ALL
    wanted: Order | None = None
    """The order that was chosen; None for the usual."""
    base: str | None = None
    """The source all others are marked against; None marks against all."""
    turned: bool = False
    """Sources down, questions across."""

    gravities: Gravities = field(default_factory=Gravities, repr=False, compare=False)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        return tuple(entry.source.id for entry in self.dossier.sources)

    @cached_property
    def usual(self) -> Order:
        """The order of a board at which none was chosen: the draft's, so that it can be
        followed, where there is one that says something."""
        return Order.DRAFTED if self.dossier.follows_draft else Order.FILED

    @property
    def order(self) -> Order:
        return self.usual if self.wanted is None else self.wanted

    @property
    def next_order(self) -> Order | None:
        """The order after this one; None for the usual."""
        orders = [o for o in Order if o is not Order.DRAFTED or self.usual is o]
        after = orders[(orders.index(self.order) + 1) % len(orders)]
        return None if after is self.usual else after

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The questions that are shown, in the order they are shown in."""
        follows = self.order is Order.DRAFTED
        every = self.dossier.rows_to_read if follows else self.dossier.rows
        shown = [row for row in every if self._passes(row)]
        if self.order is Order.GRAVEST:
            shown.sort(key=lambda row: (self.gravities.of(row), row.claim.id))
        return tuple(shown)

    def _passes(self, row: Row) -> bool:
        if self.filter is Filter.UNREVIEWED:
            return not self.dossier.decided.review(row.claim.id).is_done
        if self.filter is Filter.CONFLICTS:
            return self.gravities.of(row) <= 1
        return _passes(row, self.filter)

    def marks(self, row: Row) -> dict[str, Mark]:
        """The mark of every cell of a row, by source id."""
        if self.base is None:
            return {cell.source: mark_of(cell) for cell in row.cells}
        from provenance.comparison.judge import marks_against

        against = marks_against(row, self.base)
        return {cell.source: mark_of(cell, against.get(cell.source)) for cell in row.cells}

    def stops(self) -> tuple[Spot, ...]:
        """Where `n` stops: every conflict, then every possible conflict; each question once."""
        # Without a base no other row has a conflict to stop at.
        rows = self.rows if self.base else [r for r in self.rows if self.gravities.of(r) <= 1]
        marked = [(row, self.marks(row)) for row in rows]
        return tuple(
            Spot(row.claim.id, source)
            for wanted in (Mark.CONFLICT, Mark.POSSIBLE_CONFLICT)
            for row, marks in marked
            if (source := self._first_with(wanted, marks))
        )

    def _first_with(self, wanted: Mark, marks: dict[str, Mark]) -> str | None:
        gravest = min(marks.values(), key=_GRAVITY.__getitem__, default=None)
        if gravest is not wanted:
            return None
        return next((s for s in self.sources if marks.get(s) is wanted and s != self.base), None)

    def unread(self) -> tuple[Spot, ...]:
        """Every cell that nobody has read, in reading order."""
        return tuple(
            Spot(row.claim.id, cell.source)
            for row in self.rows
            for cell in row.cells
            if cell.state is CellState.UNREAD
        )

    def found(self, words: str) -> tuple[Spot, ...]:
        """Every spot whose question, words or value hold `words`, in reading order."""
        wanted = words.casefold()
        return tuple(
            Spot(row.claim.id, source)
            for row in self.rows
            for source, texts in _texts(row)
            if any(wanted in text.casefold() for text in texts)
        )


def following(spots: tuple[Spot, ...], here: Spot, step: int, rows: Iterable[str]) -> int | None:
    """The index of the spot that comes next; None where there is none.

    A spot in the row of `here` counts as the one we stand on. From anywhere else, the nearest
    spot in the direction of `step` comes first.
    """
    if not spots:
        return None
    for index, spot in enumerate(spots):
        if spot == here:
            return (index + step) % len(spots)
    order = {claim: number for number, claim in enumerate(rows)}
    at = order.get(here.claim, -1)
    kept: Callable[[int], bool] = (lambda n: n > at) if step > 0 else (lambda n: n < at)
    same_row = [i for i, spot in enumerate(spots) if spot.claim == here.claim]
    if same_row and here.source == QUESTION and step > 0:
        return same_row[0]
    ahead = [i for i, spot in enumerate(spots) if kept(order.get(spot.claim, -1))]
    if not ahead:
        return 0 if step > 0 else len(spots) - 1
    return ahead[0] if step > 0 else ahead[-1]


def counts(dossier: Dossier) -> tuple[str, ...]:
    """What the head line counts, most important first; what is nought and harmless is left out."""
    voices, unknown = at_most_origins(dossier), unknown_origins(dossier)
    said = [_number(len(dossier.rows), "claim")]
    sources = _number(len(dossier.counted_sources), "source")
    said.append(f"{sources}, at most {_number(voices, 'origin')}" if voices else sources)
    if unknown:
        said.append(f"{_number(unknown, 'note')} unread")
    if dossier.is_compared:
        said.append(_number(len(dossier.findings), "finding"))
    if dossier.problems:
        said.append(f"{_number(len(dossier.problems), 'file')} left out")
    return tuple(said)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _passes(row: Row, wanted: Filter) -> bool:
    match wanted:
        case Filter.ALL | Filter.UNREVIEWED | Filter.CONFLICTS:
            return True
        case Filter.OPEN:
            return row.is_open or _gravity(row) <= 1
        case Filter.SINGLE:
            return row.verdict is Verdict.SINGLE
        case Filter.GAPS:
            return any(cell.state is not CellState.SPEAKS for cell in row.cells)


def _gravity(row: Row) -> int:
    """0 for a row with a conflict; the further down the table of marks, the more harmless."""
    marks = [mark_of(cell) for cell in row.cells] or [verdict_mark(row)[0]]
    if any(cell.state is CellState.UNREAD for cell in row.cells):
        # A gap may hide anything, so it comes before what is settled.
        marks.append(Mark.UNDETERMINED)
    return min(map(_GRAVITY.__getitem__, marks))


def _texts(row: Row) -> Iterable[tuple[str, tuple[str, ...]]]:
    yield QUESTION, (row.claim.question, row.claim.id)
    for cell in row.cells:
        yield (
            cell.source,
            tuple(
                text
                for placed in cell.statements
                for text in (*_stated(placed.statement), placed.words)
            ),
        )


def _stated(statement: Statement) -> tuple[str, ...]:
    return statement.says, said_in_words(statement), statement.speaker, statement.quote
