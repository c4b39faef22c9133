"""The wording ladder: what became of a statement's words on the way up from its origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from provenance.comparison.grounds import Ways
from provenance.comparison.rungs import changes
from provenance.model.origins import Ladder, NodeKind, Rung
from provenance.model.verdicts import Cell, PlacedStatement, Relation, Row

MOST_LADDERS = 24
"""Ladders told of one claim, in the order of the board. Sources that all cite one another have
thousands, and nobody climbs them."""
LONGEST_LADDER = 12
"""Hops of a ladder at the most."""

Stated = tuple[str, int]


def ladders(row: Row, cells: Sequence[Cell], along: Ways) -> tuple[Ladder, ...]:
    """From each origin that speaks up to each source that nobody in the row rests on.

    `cells` are those of the row that hold statements.
    """
    if not any(edge.end.kind is NodeKind.SOURCE for edge in along.edges):
        return ()
    standing = {
        (cell.source, at): placed
        for cell in cells
        for at, placed in enumerate(cell.statements)
        if placed.span is not None
    }
    below = _below(row, along, standing)
    if not below:
        return ()
    rested_on = {end for ends in below.values() for end in ends}
    # In a circle everything is rested on, so every statement in it is a way in.
    tops = [stated for stated in below if stated not in rested_on] or list(below)
    told: list[Ladder] = []
    for top in tops:
        for climb in _climbs((top,), below):
            told.append(_ladder(climb[::-1], standing))
            if len(told) == MOST_LADDERS:
                return tuple(told)
    return tuple(told)


def _climbs(
    way: tuple[Stated, ...], below: Mapping[Stated, Sequence[Stated]]
) -> Iterator[tuple[Stated, ...]]:
    onward = [stated for stated in below.get(way[-1], ()) if stated not in way]
    if not onward or len(way) == LONGEST_LADDER:
        if len(way) > 1:
            yield way
        return
    for stated in onward:
        yield from _climbs((*way, stated), below)


def _below(
    row: Row, along: Ways, standing: Mapping[Stated, PlacedStatement]
) -> dict[Stated, list[Stated]]:
    """For every statement, the statements of other sources that it rests on."""
    found: dict[Stated, list[Stated]] = {}
    by_source: dict[str, list[Stated]] = {}
    for stated in standing:
        by_source.setdefault(stated[0], []).append(stated)
    for edge in along.edges:
        if edge.end.kind is not NodeKind.SOURCE or edge.start.id not in by_source:
            continue
        others = by_source.get(edge.end.id)
        if not others or edge.end.id == edge.start.id:
            continue
        own = edge.start.id == edge.source and edge.statement is not None
        tops = [(edge.source, edge.statement or 0)] if own else by_source[edge.start.id]
        for top in tops:
            nearest = _nearest(row, top, others)
            if nearest not in found.setdefault(top, []):
                found[top].append(nearest)
    return found


def _nearest(row: Row, top: Stated, others: Sequence[Stated]) -> Stated:
    """The statement that most agrees with one that rests on its source."""
    if len(others) == 1:
        return others[0]
    ranks = {
        frozenset(((pair.a, pair.a_index), (pair.b, pair.b_index))): pair.relation.rank
        for pair in row.pairs
    }
    weakest = Relation.CONFLICT.rank - 1
    return max(others, key=lambda other: (ranks.get(frozenset((top, other)), weakest), -other[1]))


def _ladder(climb: Sequence[Stated], standing: Mapping[Stated, PlacedStatement]) -> Ladder:
    rungs: list[Rung] = []
    for at, stated in enumerate(climb):
        placed = standing[stated]
        before = standing[climb[at - 1]] if at else None
        changed = changes(before, placed) if before else ()
        rungs.append(Rung(stated[0], stated[1], placed.words, changed))
    return Ladder(tuple(rungs))
