"""The trail of one claim: positions, circles, straits and what a removal would change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.comparison.flow import knots, shortest_circle, strait
from provenance.comparison.grounds import Grounds, Ways, ways
from provenance.comparison.ladders import ladders
from provenance.comparison.origins import count_behind, network, unknown_among
from provenance.comparison.verdicts import verdict_of
from provenance.comparison.voices import is_other_hand
from provenance.comparison.wording import said
from provenance.model.origins import (
    Basis,
    Edge,
    Node,
    NodeKind,
    OtherHand,
    Pivot,
    Position,
    Trail,
)
from provenance.model.verdicts import Cell, Origins, PlacedStatement, Relation, Row

Stated = tuple[str, int]
"""A statement, as its source and its place in the cell."""


def trace(row: Row, grounds: Grounds) -> Trail:
    """What a judged claim rests on."""
    cells = tuple(cell for cell in row.cells if cell.statements)
    along = ways(cells, grounds)
    counted = tuple(cell for cell in cells if not grounds.is_draft(cell.source))
    alone = {source for source, _ in along.own}
    several = row.origins.sources > 1 and row.origins.at_most == 1
    return Trail(
        claim=row.claim.id,
        edges=along.edges,
        own=tuple(cell.source for cell in cells if cell.source in alone),
        positions=_positions(row, counted, along, grounds),
        loops=loops(along.edges),
        strait=_strait(counted, along, grounds) if several else None,
        pivots=_pivots(row, counted, along, grounds),
        ladders=ladders(row, cells, along),
        other_hands=tuple(_other_hands(cells, grounds)),
    )


def loops(edges: Iterable[Edge]) -> tuple[tuple[Edge, ...], ...]:
    """For every knot of sources that rest on one another, its shortest circle, hop by hop."""
    between: dict[Node, dict[Node, Edge]] = {}
    for edge in edges:
        between.setdefault(edge.start, {}).setdefault(edge.end, edge)
    found = []
    for knot in sorted(knots(between), key=min):
        circle = shortest_circle(knot, between)
        hops = zip(circle, (*circle[1:], circle[0]), strict=True)
        found.append(tuple(between[start][end] for start, end in hops))
    return tuple(found)


def _stated(cells: Iterable[Cell]) -> list[tuple[str, int, PlacedStatement]]:
    return [
        (cell.source, at, placed)
        for cell in cells
        for at, placed in enumerate(cell.statements)
        if placed.span is not None
    ]


def _positions(
    row: Row, counted: Sequence[Cell], along: Ways, grounds: Grounds
) -> tuple[Position, ...]:
    """Statements that agree with one another, in the order of the board.

    Agreement within a tolerance does not carry over, so a statement joins the first position in
    which it agrees with every other.
    """
    agree = {
        frozenset(((pair.a, pair.a_index), (pair.b, pair.b_index)))
        for pair in row.pairs
        if pair.relation is Relation.AGREE
    }
    groups: list[list[Stated]] = []
    words: list[str] = []
    for source, at, placed in _stated(counted):
        mine = (source, at)
        for group in groups:
            if all(frozenset((mine, other)) in agree for other in group):
                group.append(mine)
                break
        else:
            groups.append([mine])
            words.append(said(placed.statement.value, placed.statement.holds))
    return tuple(
        Position(says, tuple(group), count_behind(group, along, grounds))
        for says, group in zip(words, groups, strict=True)
    )


def _strait(counted: Sequence[Cell], along: Ways, grounds: Grounds) -> Node | None:
    net = network(_places(counted), along, grounds)
    return strait(net.starts, net.graph, net.own)


def _pivots(row: Row, counted: Sequence[Cell], along: Ways, grounds: Grounds) -> tuple[Pivot, ...]:
    """Every source whose removal changes the verdict or the number of origins, gravest first.

    Removed means that nobody holds it: what cites it still does, and what it says and rests on is
    not known.
    """
    speaking = [cell for cell in counted if any(s.span is not None for s in cell.statements)]
    held = {cell.source for cell in speaking}
    # Where every voice is an origin already, the others stay that without one of them, and what
    # does not speak ties nobody to anybody.
    apart = row.origins.at_most == row.origins.families
    if not apart:
        held |= {edge.source for edge in along.edges if not grounds.is_draft(edge.source)}
    found = []
    for source in sorted(held):
        cells = [cell for cell in speaking if cell.source != source]
        origins = _fewer(cells, along, grounds) if apart else _behind(source, cells, along, grounds)
        found.append(_pivot(source, row, cells, origins, grounds))
    changing = [pivot for pivot in found if pivot is not None]
    return tuple(
        sorted(changing, key=lambda p: (not p.flips_verdict, not p.flips_single, p.source))
    )


def _pivot(
    source: str, row: Row, cells: Sequence[Cell], origins: Origins, grounds: Grounds
) -> Pivot | None:
    pairs = [pair for pair in row.pairs if source not in (pair.a, pair.b)]
    ids = {cell.source for cell in cells}
    if not cells:
        # Whether nobody speaks or nobody was read is told by those that do not.
        others = (cell for cell in row.cells if cell.source != source)
        cells = [cell for cell in others if not grounds.is_draft(cell.source)]
    verdict, _ = verdict_of(cells, [p for p in pairs if p.a in ids and p.b in ids])
    flips_verdict = verdict is not row.verdict
    if not flips_verdict and origins.at_most == row.origins.at_most:
        return None
    flips_single = (origins.at_most > 1) is not (row.origins.at_most > 1)
    return Pivot(source, verdict, origins, flips_verdict, flips_single)


def _fewer(cells: Sequence[Cell], along: Ways, grounds: Grounds) -> Origins:
    """Origins behind cells of which every voice is one."""
    ids = {cell.source for cell in cells}
    voices = len({grounds.voice(Node(NodeKind.SOURCE, id_)) for id_ in ids})
    return Origins(len(ids), voices, voices, unknown_among(_places(cells), along.edges))


def _behind(source: str, cells: Sequence[Cell], along: Ways, grounds: Grounds) -> Origins:
    """Origins behind cells where nobody holds a source."""
    edges = tuple(e for e in along.edges if e.source != source and not _is_gone(e, source))
    kept = {(edge.source, edge.statement) for edge in edges}
    # Who reported a speaker whose words are not held any more rests, so far, on nothing.
    orphaned = {
        (edge.source, edge.statement)
        for edge in along.edges
        if edge.statement is not None and _is_gone(edge, source)
    }
    own = {stated for stated in along.own if stated[0] != source}
    own |= {
        (id_, at)
        for id_, at in orphaned - kept
        if at is not None and id_ != source and not grounds.declared.get(id_)
    }
    return count_behind(_places(cells), Ways(edges, frozenset(own)), grounds)


def _places(cells: Iterable[Cell]) -> frozenset[Stated]:
    return frozenset((source, at) for source, at, _ in _stated(cells))


def _is_gone(edge: Edge, source: str) -> bool:
    """Whether an edge is known only because the source is held: its speaker's own words."""
    return edge.basis is Basis.SPEAKER and edge.end.id == source


def _other_hands(cells: Iterable[Cell], grounds: Grounds) -> Iterable[OtherHand]:
    for source, at, placed in _stated(cells):
        described = grounds.sources.get(source)
        layer = placed.layer
        if described is not None and layer is not None and is_other_hand(layer, described):
            yield OtherHand(source, at, layer.name, layer.author)
