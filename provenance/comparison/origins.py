"""How many independent origins stand behind a claim.

A source that is known to rest on another (`derived-from`) is not an origin of its own. Independent
means that chains from the origins up to the sources that speak share no link: two roots behind one
translator are one origin. By Menger's theorem the most such chains is a flow of ones, found here by
augmenting paths (L. R. Ford and D. R. Fulkerson, Canadian Journal of Mathematics 8, 1956).

Layers of one file are one source, and so one origin; so are files that are the same to the byte. A
note that is cited but whose body was not read is an unknown, never an origin more or less.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from itertools import pairwise

from provenance.model.documents import Document
from provenance.model.sources import Source
from provenance.model.verdicts import Cell, Origins

Node = tuple[str, str]
"""A source as it is entered or left, so that it can be passed through but once."""

_START: Node = ("start", "")
_GOAL: Node = ("goal", "")


def count_origins(
    speaking: Iterable[Cell], sources: Mapping[str, Source], documents: Mapping[str, Document]
) -> Origins:
    """Origins behind the cells of sources that speak. Never more than there are such cells."""
    cells = tuple(speaking)
    ids = tuple(cell.source for cell in cells)
    return Origins(
        sources=len(ids),
        families=len(ids),
        at_most=_most_disjoint_chains(ids, sources, _one_of_copies(documents)),
        unknown=len(_unknown_notes(cells, documents)),
    )


def _unknown_notes(
    cells: Iterable[Cell], documents: Mapping[str, Document]
) -> frozenset[tuple[str, str]]:
    """Source and label of every note that cells rest on and whose body was not read."""
    return frozenset(
        (cell.source, label)
        for cell in cells
        for placed in cell.statements
        if placed.span is not None
        for label in missing_notes(placed.statement.notes, documents.get(cell.source))
    )


def missing_notes(labels: Iterable[str], document: Document | None) -> tuple[str, ...]:
    """The labels among those cited whose note was not read, in the order cited."""
    return tuple(
        label for label in labels if document is None or document.note_labelled(label) is None
    )


def _one_of_copies(documents: Mapping[str, Document]) -> Mapping[str, str]:
    """For every source that was read, the first by id of those whose files are the same bytes."""
    first: dict[str, str] = {}
    for id_ in sorted(documents):
        first.setdefault(documents[id_].sha256 or id_, id_)
    return {id_: first[document.sha256 or id_] for id_, document in documents.items()}


def _most_disjoint_chains(
    ids: tuple[str, ...], sources: Mapping[str, Source], copies: Mapping[str, str]
) -> int:
    speaking = {copies.get(id_, id_) for id_ in ids}
    rests_on = _edges(speaking, sources, copies)
    open_ways: dict[Node, set[Node]] = {_START: {("enter", id_) for id_ in speaking}}
    for id_, on in rests_on.items():
        open_ways[("enter", id_)] = {("leave", id_)}
        open_ways[("leave", id_)] = {("enter", other) for other in on}
    for id_ in _roots(rests_on):
        open_ways[("leave", id_)].add(_GOAL)
    chains = 0
    while path := _way_through(open_ways):
        chains += 1
        for node, following in pairwise(path):
            open_ways[node].discard(following)
            open_ways.setdefault(following, set()).add(node)
    return chains


def _way_through(open_ways: Mapping[Node, set[Node]]) -> list[Node]:
    """Nodes from start to goal over ways that are still open; empty where there are none."""
    came_from: dict[Node, Node] = {_START: _START}
    waiting = deque([_START])
    while waiting and _GOAL not in came_from:
        node = waiting.popleft()
        for following in sorted(open_ways.get(node, ())):
            if following not in came_from:
                came_from[following] = node
                waiting.append(following)
    if _GOAL not in came_from:
        return []
    path = [_GOAL]
    while path[-1] != _START:
        path.append(came_from[path[-1]])
    return path[::-1]


def _edges(
    speaking: Iterable[str], sources: Mapping[str, Source], copies: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """What each source rests on, for every source and work reached from those that speak.

    Copies are one source, which rests on whatever any of them is said to rest on.
    """
    stated: dict[str, set[str]] = {}
    for id_, source in sources.items():
        on = {copies.get(other, other) for other in source.derived_from}
        stated.setdefault(copies.get(id_, id_), set()).update(on)
    rests_on: dict[str, tuple[str, ...]] = {}
    waiting = sorted(speaking)
    while waiting:
        id_ = waiting.pop()
        if id_ not in rests_on:
            rests_on[id_] = tuple(sorted(stated.get(id_, set()) - {id_}))
            waiting.extend(rests_on[id_])
    return rests_on


def _roots(rests_on: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Where chains end: what rests on nothing. A circle that rests on nothing else ends once."""
    roots = {id_ for id_, on in rests_on.items() if not on}
    for id_ in sorted(rests_on):
        if roots.isdisjoint(reached := _reached(id_, rests_on)):
            # Whoever reaches least is in the circle itself, not on the way to it.
            roots.add(min(reached, key=lambda other: (len(_reached(other, rests_on)), other)))
    return frozenset(roots)


def _reached(start: str, rests_on: Mapping[str, tuple[str, ...]]) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        id_ = waiting.pop()
        if id_ not in seen:
            seen.add(id_)
            waiting.extend(rests_on[id_])
    return seen
