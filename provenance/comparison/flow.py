"""How many chains can be laid through a graph without a common link, and its circles.

By Menger's theorem the most such chains is a flow of ones, found by augmenting paths (L. R. Ford
and D. R. Fulkerson, Canadian Journal of Mathematics 8, 1956). Knots are strong components, found by
R. Tarjan's search (SIAM Journal on Computing 1, 1972) without recursion, since chains may be long.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence, Set
from itertools import pairwise

from provenance.model.origins import Node

Graph = Mapping[Node, Collection[Node]]
"""What each node rests on. A node it does not list rests on nothing."""

_Half = tuple[int, Node | None]
"""A node as it is entered (0) or left (1), so that it can be passed through but once."""
_START: _Half = (2, None)
_GOAL: _Half = (3, None)


def most_disjoint_chains(starts: Collection[Node], graph: Graph, own: Set[Node]) -> int:
    """The most chains from different starts to their ends of which no two share a node.

    `own` are nodes that a chain may end at though they rest on something too.
    """
    # Never more chains than starts: where the first ways tried are free, there is no more to find.
    if len(starts) < 2 or _are_plainly_apart(starts, graph, own):
        return len(starts)
    nodes = reached(starts, graph)
    ends = ends_of(graph, nodes, own)
    open_ways: dict[_Half, set[_Half]] = {_START: {(0, start) for start in starts}}
    for node in nodes:
        open_ways[0, node] = {(1, node)}
        open_ways[1, node] = {(0, other) for other in graph.get(node, ())}
        if node in ends:
            open_ways[1, node].add(_GOAL)
    chains = 0
    while path := _way_through(open_ways):
        chains += 1
        for half, following in pairwise(path):
            open_ways[half].discard(following)
            open_ways.setdefault(following, set()).add(half)
    return chains


def _are_plainly_apart(starts: Collection[Node], graph: Graph, own: Set[Node]) -> bool:
    """Whether chains laid one after the other, each where it first can be, share no node."""
    taken = set(starts)
    for start in starts:
        waiting = [start]
        while waiting:
            node = waiting.pop()
            onward = graph.get(node)
            if not onward or node in own:
                break
            free = [other for other in onward if other not in taken]
            taken.update(free)
            waiting += free
        else:
            return False
    return True


def _way_through(open_ways: Mapping[_Half, set[_Half]]) -> list[_Half]:
    """From start to goal over ways that are still open; empty where there are none."""
    came_from: dict[_Half, _Half] = {_START: _START}
    waiting = deque([_START])
    while waiting and _GOAL not in came_from:
        half = waiting.popleft()
        for following in open_ways.get(half, ()):
            if following not in came_from:
                came_from[following] = half
                waiting.append(following)
    if _GOAL not in came_from:
        return []
    path = [_GOAL]
    while path[-1] != _START:
        path.append(came_from[path[-1]])
    return path[::-1]


def reached(starts: Collection[Node], graph: Graph) -> dict[Node, None]:
    """Every node that the starts rest on, themselves included, nearest first."""
    seen = dict.fromkeys(starts)
    waiting = deque(starts)
    while waiting:
        for other in graph.get(waiting.popleft(), ()):
            if other not in seen:
                seen[other] = None
                waiting.append(other)
    return seen


def ends_of(graph: Graph, nodes: Collection[Node], own: Set[Node]) -> frozenset[Node]:
    """Where chains end: what rests on nothing, what is `own`, and one node of each closed circle.

    A circle is closed where it rests on nothing outside: somewhere in it the chain must end, and
    nobody can tell where, so it ends once.
    """
    ends = {node for node in nodes if node in own or not graph.get(node)}
    under: dict[Node, list[Node]] = {}
    for node in nodes:
        for other in graph.get(node, ()):
            under.setdefault(other, []).append(node)
    lost = set(nodes) - set(reached(tuple(ends), under))
    if not lost:
        return frozenset(ends)
    for knot in knots({node: graph[node] for node in sorted(lost)}):
        if all(other in knot for node in knot for other in graph[node]):
            ends.add(min(knot))
    return frozenset(ends)


def knots(graph: Graph) -> tuple[frozenset[Node], ...]:
    """Every set of two or more nodes of which each rests, in the end, on each of the others."""
    return tuple(_Search(graph).run())


class _Search:
    """Tarjan's depth-first search, with a stack of its own."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.number: dict[Node, int] = {}
        self.low: dict[Node, int] = {}
        self.open: list[Node] = []
        self.is_open: set[Node] = set()
        self.found: list[frozenset[Node]] = []

    def run(self) -> list[frozenset[Node]]:
        for node in self.graph:
            if node not in self.number:
                self._from(node)
        return self.found

    def _from(self, root: Node) -> None:
        way = [(root, iter(self._entered(root)))]
        while way:
            node, onward = way[-1]
            for other in onward:
                if other not in self.number:
                    way.append((other, iter(self._entered(other))))
                    break
                if other in self.is_open:
                    self.low[node] = min(self.low[node], self.number[other])
            else:
                way.pop()
                self._leave(node)
                if way:
                    above = way[-1][0]
                    self.low[above] = min(self.low[above], self.low[node])

    def _entered(self, node: Node) -> Collection[Node]:
        self.number[node] = self.low[node] = len(self.number)
        self.open.append(node)
        self.is_open.add(node)
        return self.graph.get(node, ())

    def _leave(self, node: Node) -> None:
        if self.low[node] != self.number[node]:
            return
        knot: set[Node] = set()
        while node not in knot:
            knot.add(self.open.pop())
        self.is_open -= knot
        if len(knot) > 1:
            self.found.append(frozenset(knot))


def shortest_circle(knot: Set[Node], graph: Graph) -> tuple[Node, ...]:
    """The shortest circle of a knot, from its first node in order; of several, the first."""
    best: tuple[Node, ...] = ()
    for start in sorted(knot):
        circle = _circle_from(start, knot, graph, len(best) or len(knot) + 1)
        if circle:
            best = circle
            if len(best) == 2:
                break
    return best


def _circle_from(start: Node, knot: Set[Node], graph: Graph, shorter_than: int) -> tuple[Node, ...]:
    came_from: dict[Node, Node | None] = {start: None}
    layer: Sequence[Node] = [start]
    for _ in range(1, shorter_than):
        following: list[Node] = []
        for node in layer:
            for other in sorted(graph.get(node, ())):
                if other == start:
                    return _path(node, came_from)
                if other in knot and other not in came_from:
                    came_from[other] = node
                    following.append(other)
        layer = following
    return ()


def _path(node: Node, came_from: Mapping[Node, Node | None]) -> tuple[Node, ...]:
    path: list[Node] = []
    at: Node | None = node
    while at is not None:
        path.append(at)
        at = came_from[at]
    return tuple(reversed(path))


def strait(starts: Collection[Node], graph: Graph, own: Set[Node]) -> Node | None:
    """The first node that every chain passes, on the way from the first start; None where none."""
    nodes = reached(starts, graph)
    ends = ends_of(graph, nodes, own)
    for node in _one_chain(min(starts), graph, ends):
        without = {a: [b for b in graph.get(a, ()) if b != node] for a in nodes if a != node}
        left = reached([start for start in starts if start != node], without)
        if ends.isdisjoint(left):
            return node
    return None


def _one_chain(start: Node, graph: Graph, ends: Set[Node]) -> tuple[Node, ...]:
    """The shortest chain from a start to an end."""
    came_from: dict[Node, Node | None] = {start: None}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        if node in ends:
            return _path(node, came_from)
        for other in sorted(graph.get(node, ())):
            if other not in came_from:
                came_from[other] = node
                waiting.append(other)
    return ()
