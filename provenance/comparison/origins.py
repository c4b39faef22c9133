"""How many independent origins stand behind a claim and behind each position on it.

Independent means that chains from the origins up to the sources that speak share no link: two roots
behind one translator are one origin. Sources of one family speak with one voice; layers of one file
are one source, and so are files that are the same to the byte. A note that is cited but whose body
was not read is an unknown, never an origin more or less.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from provenance.comparison.flow import most_disjoint_chains
from provenance.comparison.grounds import Grounds, Ways, ways
from provenance.model.documents import Document
from provenance.model.origins import Edge, Node, NodeKind
from provenance.model.verdicts import Cell, Origins


def count_origins(cells: Sequence[Cell], grounds: Grounds) -> Origins:
    """Origins behind the cells that speak and count: never more than there are such cells.

    The draft may be among the cells; it counts as nothing.
    """
    counted = [cell for cell in cells if cell.statements and not grounds.is_draft(cell.source)]
    statements = [
        (cell.source, at)
        for cell in counted
        for at, placed in enumerate(cell.statements)
        if placed.span is not None
    ]
    return count_behind(statements, ways(counted, grounds), grounds)


def count_behind(statements: Collection[tuple[str, int]], along: Ways, grounds: Grounds) -> Origins:
    """Origins behind some statements of a claim, given as source and place in its cell."""
    chosen = frozenset(statements)
    ids = sorted({source for source, _ in chosen})
    starts = dict.fromkeys(grounds.voice(Node(NodeKind.SOURCE, id_)) for id_ in ids)
    at_most = len(starts)
    if at_most > 1:
        net = network(chosen, along, grounds)
        at_most = most_disjoint_chains(net.starts, net.graph, net.own)
    return Origins(len(ids), len(starts), at_most, unknown_among(chosen, along.edges))


@dataclass(frozen=True, slots=True)
class Network:
    """The chains of some statements, every family as one node."""

    starts: tuple[Node, ...]
    graph: Mapping[Node, Collection[Node]]
    own: frozenset[Node]
    """Where a chain may end, though it may go on too."""


def network(statements: Set[tuple[str, int]], along: Ways, grounds: Grounds) -> Network:
    """The graph behind some statements. What another source of the claim says is part of it where
    a chain leads there; of the sources that speak, only the statements given."""
    speaking = {source for source, _ in statements}
    families = grounds.families
    graph: dict[Node, dict[Node, None]] = {}
    for edge in along.edges:
        if edge.statement is not None and edge.source in speaking:
            told = (edge.source, edge.statement) in statements
        else:
            told = True
        if not told:
            continue
        start, end = edge.start, edge.end
        if families:
            start, end = grounds.voice(start), grounds.voice(end)
        if start != end:
            graph.setdefault(start, {})[end] = None
    own = {
        grounds.voice(Node(NodeKind.SOURCE, source))
        for source, at in along.own
        if source not in speaking or (source, at) in statements
    }
    voices = (grounds.voice(Node(NodeKind.SOURCE, id_)) for id_, _ in sorted(statements))
    starts = tuple(dict.fromkeys(voices))
    return Network(starts, graph, frozenset(own))


def missing_notes(labels: Iterable[str], document: Document | None) -> tuple[str, ...]:
    """The labels among those cited whose note was not read, in the order cited."""
    return tuple(
        label for label in labels if document is None or document.note_labelled(label) is None
    )


def unknown_among(statements: Set[tuple[str, int]], edges: Iterable[Edge]) -> int:
    """How many unknowns the statements rest on: a note is one, however many rest on it."""
    unknown = (edge for edge in edges if edge.end.kind is NodeKind.UNKNOWN)
    return len({edge.end for edge in unknown if (edge.source, edge.statement) in statements})
