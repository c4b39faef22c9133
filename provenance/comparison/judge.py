"""A claim's row: every pair of statements related, every cell marked, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations

from provenance.comparison.grounds import Grounds, ground
from provenance.comparison.origins import count_origins
from provenance.comparison.relate import relate
from provenance.comparison.verdicts import verdict_of
from provenance.model.claims import Claim
from provenance.model.documents import Document
from provenance.model.sources import Role, Source
from provenance.model.verdicts import (
    Cell,
    CellState,
    Pair,
    PlacedStatement,
    Relation,
    Row,
    StatementState,
    Verdict,
)


def judge(
    claim: Claim,
    cells: tuple[Cell, ...],
    sources: Mapping[str, Source],
    documents: Mapping[str, Document],
    grounds: Grounds | None = None,
) -> Row:
    """Relate, mark and judge. `cells` come in the order of the board; their marks are ignored.

    `documents` holds what was read, by source id; it tells which cited notes have a body.
    `grounds` is made of both; whoever judges several claims makes it once and hands it in. The
    draft is marked against the sources, but counts in no verdict, no other mark and no origin.
    """
    drafts = {cell.source for cell in cells if sources[cell.source].role is Role.DRAFT}
    told: _Told = {}
    pairs = _pairs(claim, cells, sources, told)
    counted = tuple(cell for cell in cells if cell.source not in drafts)
    between = tuple(pair for pair in pairs if drafts.isdisjoint((pair.a, pair.b)))
    verdict, why = verdict_of(counted, between)
    confirmed = tuple(_confirmed_only(cell) for cell in counted)
    firm, firm_why = verdict_of(confirmed, _pairs(claim, confirmed, sources, told))
    return Row(
        claim=claim,
        verdict=verdict,
        why=why,
        cells=tuple(_marked(cell, _that_mark(cell, pairs, drafts)) for cell in cells),
        pairs=pairs,
        origins=count_origins(cells, grounds or ground(sources, documents)),
        on_proposals=firm is not verdict or (verdict is Verdict.OPEN and firm_why != why),
    )


def marks_against(row: Row, base: str | None) -> dict[str, Relation | None]:
    """By source id, the firmest relation to the base column; None for `base`: to all others.

    The base column itself has no mark, nor has one that does not speak or is compared with nothing.
    """
    if base is None:
        return {cell.source: cell.mark for cell in row.cells}
    marks: dict[str, Relation | None] = {}
    for cell in row.cells:
        both = {cell.source, base}
        facing = [pair for pair in row.pairs if {pair.a, pair.b} == both and pair.a != pair.b]
        firmest = _firmest(facing)
        marks[cell.source] = firmest.relation if firmest else None
    return marks


_Told = dict[tuple[int, int], tuple[Relation, str]]
"""How two placed statements are related, by their identities: each two are related once."""


def _pairs(
    claim: Claim, cells: tuple[Cell, ...], sources: Mapping[str, Source], told: _Told
) -> tuple[Pair, ...]:
    """Every two statements that stand somewhere, those of one source included, in board order."""

    def related(one: PlacedStatement, other: PlacedStatement) -> tuple[Relation, str]:
        both = id(one), id(other)
        if both not in told:
            told[both] = relate(claim, one, other, sources)
        return told[both]

    standing = [
        (cell.source, index, placed)
        for cell in cells
        for index, placed in enumerate(cell.statements)
        if placed.span is not None
    ]
    return tuple(
        Pair(a, a_index, b, b_index, *related(one, other))
        for (a, a_index, one), (b, b_index, other) in combinations(standing, 2)
    )


def _that_mark(cell: Cell, pairs: Iterable[Pair], drafts: set[str]) -> list[Pair]:
    """The pairs a cell's mark rests on: with the other sources, and where it clashes with itself.

    That a source says one thing twice is no agreement with others, but that it contradicts itself
    must not hide behind one.
    """
    return [
        pair
        for pair in pairs
        if cell.source in (pair.a, pair.b)
        and (
            pair.relation is Relation.POSSIBLE_CONFLICT
            if pair.a == pair.b
            else drafts.isdisjoint({pair.a, pair.b} - {cell.source})
        )
    ]


def _marked(cell: Cell, facing: list[Pair]) -> Cell:
    if cell.state is not CellState.SPEAKS:
        return replace(cell, mark=None)
    firmest = _firmest(facing)
    if firmest:
        return replace(cell, mark=firmest.relation, why=_seen_from(cell.source, firmest))
    if not _speaks(cell):
        return replace(cell, mark=None, why="What was quoted from it is lost.")
    return replace(cell, mark=None, why="It alone speaks, so there is nothing to compare.")


def _seen_from(source: str, pair: Pair) -> str:
    if pair.a == pair.b:
        return f"Within itself: {pair.why}"
    return f"With {pair.b if pair.a == source else pair.a}: {pair.why}"


def _firmest(pairs: Iterable[Pair]) -> Pair | None:
    return min(pairs, key=lambda pair: pair.relation.rank, default=None)


def _speaks(cell: Cell) -> bool:
    """Whether it has words that stand somewhere: lost ones are listed, but say nothing."""
    return any(placed.span is not None for placed in cell.statements)


def _confirmed_only(cell: Cell) -> Cell:
    """The cell as it would be without what nobody has confirmed."""
    kept: tuple[PlacedStatement, ...] = tuple(
        placed for placed in cell.statements if placed.state is StatementState.CONFIRMED
    )
    if cell.state is CellState.SPEAKS and not kept:
        return Cell(cell.source, CellState.UNREAD, None, "Nobody has confirmed what it says.")
    if cell.state is CellState.PROPOSED_SILENT:
        return Cell(cell.source, CellState.UNREAD, None, "Nobody has confirmed its silence.")
    return replace(cell, statements=kept)
