"""Which two statements of a claim are looked at, and how they compare fact by fact."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.dossier import Dossier, ReadSource
from provenance.model.verdicts import CellState, PlacedStatement, Row
from provenance.rendering.dates_in_words import date_in_words
from provenance.rendering.statements_in_words import (
    HELD,
    Against,
    against,
    is_own_voice,
    is_proposed,
    layer_in_words,
    note_labels,
)
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import value_in_words


@dataclass(frozen=True, slots=True)
class Seat:
    """A statement of a row, by its source and its number there."""

    source: str
    index: int


def seats(row: Row) -> tuple[Seat, ...]:
    """Every statement of a row, in the order of the board."""
    return tuple(
        Seat(cell.source, index) for cell in row.cells for index in range(len(cell.statements))
    )


def statement_at(row: Row, seat: Seat) -> PlacedStatement:
    return row.cell(seat.source).statements[seat.index]


def first_pair(row: Row, source: str, base: str | None) -> tuple[Seat | None, Seat | None]:
    """The pair to begin with: the source asked for and the one it stands to most firmly (or the
    base); where none is asked for, the row's firmest pair. In the order of the board, base first.
    """
    taken = seats(row)
    asked = next((seat for seat in taken if seat.source == source), None)
    firmest = min(row.pairs, key=lambda pair: pair.relation.rank, default=None)
    if asked is None and firmest is not None:
        return Seat(firmest.a, firmest.a_index), Seat(firmest.b, firmest.b_index)
    asked = asked or (taken[0] if taken else None)
    if asked is None:
        return None, None
    other = _partner(row, asked, base)
    if other is None:
        return asked, None
    first, second = sorted(
        (asked, other), key=lambda seat: (seat.source != base, taken.index(seat))
    )
    return first, second


def _partner(row: Row, seat: Seat, base: str | None) -> Seat | None:
    others = against(row, seat.source, seat.index)
    wanted = [other for other in others if other.source == base] or list(others)
    if wanted:
        return Seat(wanted[0].source, wanted[0].index)
    return next((other for other in seats(row) if other != seat), None)


def next_seat(row: Row, here: Seat | None, other: Seat | None, step: int) -> Seat | None:
    """The statement after (or before) `here`, passing over the one on the other side."""
    free = [seat for seat in seats(row) if seat != other]
    if not free:
        return None
    if here not in free:
        return free[0 if step > 0 else -1]
    return free[(free.index(here) + step) % len(free)]


def relation_of(row: Row, left: Seat, right: Seat) -> Against | None:
    """How the two stand to one another; None where they were not compared."""
    for found in against(row, left.source, left.index):
        if (found.source, found.index) == (right.source, right.index):
            return found
    return None


@dataclass(frozen=True, slots=True)
class Compared:
    """One fact of two statements."""

    name: str
    left: str
    right: str

    @property
    def sign(self) -> str:
        return "=" if self.left == self.right else "~"


def facts_of_both(
    left: PlacedStatement | None, right: PlacedStatement | None, dossier: Dossier
) -> tuple[Compared, ...]:
    """Value, voice, firmness, layer and the rest, side by side; what neither has is left out."""
    ours, theirs = _facts(left, dossier), _facts(right, dossier)
    names = list(dict.fromkeys([*ours, *theirs]))
    shown = [Compared(name, ours.get(name, "–"), theirs.get(name, "–")) for name in names]
    return tuple(fact for fact in shown if {fact.left, fact.right} != {"–"})


def _facts(placed: PlacedStatement | None, dossier: Dossier) -> dict[str, str]:
    if placed is None:
        return {}
    statement = placed.statement
    entry = dossier.source(statement.source)
    return {
        "says": value_in_words(statement.value),
        "firmness": HELD[statement.holds],
        "speaker": _speaker(placed, entry),
        "layer": layer_in_words(placed).removesuffix(" layer") or "–",
        "about": on_one_line(statement.about) or "–",
        "as of": date_in_words(statement.as_of) if statement.as_of else "–",
        "notes": note_labels(statement) or "none",
        "state": "proposed" if is_proposed(placed) else "confirmed",
        "found": placed.standing.value,
    }


def _speaker(placed: PlacedStatement, entry: ReadSource) -> str:
    if is_own_voice(placed.statement, entry.source):
        return "the source itself"
    return f"{on_one_line(placed.statement.speaker)}, reported"


def silent_ones(row: Row) -> tuple[tuple[str, CellState, str], ...]:
    """Id, state and reason of every source that does not speak."""
    return tuple(
        (cell.source, cell.state, cell.why)
        for cell in row.cells
        if cell.state is not CellState.SPEAKS
    )
