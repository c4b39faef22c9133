"""Chains without a common link, circles and knots, against trying everything."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.comparison.flow import knots, most_disjoint_chains, shortest_circle, strait
from provenance.model.origins import Node, NodeKind


def node(name: str) -> Node:
    return Node(NodeKind.SOURCE, name)


def graph(**rests_on: str) -> dict[Node, list[Node]]:
    return {node(name): [node(other) for other in others] for name, others in rests_on.items()}


def named(nodes: object) -> str:
    return "".join(each.id for each in nodes)  # type: ignore[attr-defined]


def test_a_loop_of_three_inside_a_larger_knot_is_the_one_found() -> None:
    # a → b → c → d → e → f → a is the knot; b → c → g → b is the loop planted in it.
    web = graph(a="b", b="c", c="dg", d="e", e="f", f="a", g="b")
    (knot,) = knots(web)
    assert named(sorted(knot)) == "abcdefg"
    assert named(shortest_circle(knot, web)) == "bcg"


def test_a_graph_of_500_sources_without_a_circle_has_none() -> None:
    names = [f"{number:03}" for number in range(500)]
    web = {
        node(name): [node(other) for other in names[at + 1 : at + 8]]
        for at, name in enumerate(names)
    }
    assert knots(web) == ()


def test_a_chain_of_500_is_walked_without_recursion() -> None:
    names = [f"{number:04}" for number in range(5_000)]
    web = {node(a): [node(b)] for a, b in pairwise(names)}
    assert most_disjoint_chains((node(names[0]), node(names[1])), web, frozenset()) == 1
    web[node(names[-1])] = [node(names[0])]
    (knot,) = knots(web)
    assert len(knot) == 5_000


STRAITS = [
    pytest.param(graph(a="t", b="t", t="xy"), "ab", "t", id="the translator"),
    pytest.param(graph(a="x", b="y"), "ab", "", id="two roots"),
    pytest.param(graph(a="xy", b="y", x="z", y="z"), "ab", "z", id="what lies behind both ways"),
    pytest.param(graph(b="a"), "ab", "a", id="the original itself"),
]


@pytest.mark.parametrize(("web", "starts", "found"), STRAITS)
def test_the_strait_every_chain_passes(
    web: dict[Node, list[Node]], starts: str, found: str
) -> None:
    passed = strait([node(name) for name in starts], web, frozenset())
    assert (passed.id if passed else "") == found


NAMES = "abcdefg"
webs = st.fixed_dictionaries(
    {name: st.sets(st.sampled_from(NAMES), max_size=2).map(sorted) for name in NAMES}
)


@settings(max_examples=80, deadline=None)
@given(webs)
def test_the_shortest_circle_of_a_knot_is_as_short_as_any(web: dict[str, list[str]]) -> None:
    ways = {node(a): [node(b) for b in bs if b != a] for a, bs in web.items()}
    circles = _all_circles({a: [b for b in bs if b != a] for a, bs in web.items()})
    found = knots(ways)
    assert {frozenset(n.id for n in knot) for knot in found} == _merged(circles)
    for knot in found:
        inside = [c for c in circles if set(c) <= {n.id for n in knot}]
        circle = shortest_circle(knot, ways)
        assert len(circle) == min(map(len, inside))
        hops = zip(circle, (*circle[1:], circle[0]), strict=True)
        assert all(b in ways[a] for a, b in hops)


def _all_circles(web: dict[str, list[str]]) -> set[tuple[str, ...]]:
    found = set()
    for size in range(2, len(NAMES) + 1):
        for path in permutations(NAMES, size):
            hops = zip(path, (*path[1:], path[0]), strict=True)
            if path[0] == min(path) and all(b in web[a] for a, b in hops):
                found.add(path)
    return found


def _merged(circles: set[tuple[str, ...]]) -> set[frozenset[str]]:
    groups: list[set[str]] = []
    for circle in circles:
        joined = set(circle)
        for group in [g for g in groups if not g.isdisjoint(joined)]:
            joined |= group
            groups.remove(group)
        groups.append(joined)
    return {frozenset(group) for group in groups}
