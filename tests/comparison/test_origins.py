from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.comparison.grounds import ground
from provenance.comparison.origins import count_origins
from tests import factories


def at_most(speaking: str, **rests_on: str) -> int:
    """`at_most("ab", b="a")`: a and b speak, and b rests on a."""
    sources = {
        id_: factories.source(id_, derived_from=tuple(rests_on.get(id_, "")))
        for id_ in sorted({*speaking, *rests_on})
    }
    cells = [
        factories.cell(factories.placed(factories.statement(id_)), source_id=id_)
        for id_ in speaking
    ]
    return count_origins(cells, ground(sources, {})).at_most


@pytest.mark.parametrize(
    ("speaking", "rests_on", "expected"),
    [
        pytest.param("", {}, 0, id="nobody-speaks"),
        pytest.param("abc", {}, 3, id="three-that-rest-on-nothing"),
        pytest.param("abc", {"a": "x", "b": "x", "c": "x"}, 1, id="three-papers-one-dispatch"),
        pytest.param("ab", {"b": "a"}, 1, id="a-copy-and-its-original"),
        pytest.param("abc", {"b": "a", "c": "b"}, 1, id="a-chain-of-copies"),
        pytest.param("ab", {"a": "t", "b": "t", "t": "xy"}, 1, id="two-roots-one-translator"),
        pytest.param("ab", {"a": "xy", "b": "y"}, 2, id="one-has-a-second-root"),
        pytest.param("abc", {"a": "xy", "b": "x", "c": "y"}, 2, id="no-more-than-roots"),
        pytest.param("a", {"a": "xyz"}, 1, id="no-more-than-sources"),
        pytest.param("ab", {"a": "b", "b": "a"}, 1, id="a-circle"),
        pytest.param("abc", {"a": "b", "b": "a"}, 2, id="a-circle-and-another"),
        pytest.param("ab", {"a": "a"}, 2, id="resting-on-itself-is-nothing"),
        pytest.param("ab", {"a": "c", "c": "d", "d": "c", "b": "d"}, 1, id="a-circle-behind-both"),
    ],
)
def test_how_many_origins_at_most(speaking: str, rests_on: dict[str, str], expected: int) -> None:
    assert at_most(speaking, **rests_on) == expected


def test_the_same_bytes_twice_are_one_origin_and_rest_on_what_either_rests_on() -> None:
    same, other = factories.document("The same."), factories.document("Another.")
    cells = [
        factories.cell(factories.placed(factories.statement(id_)), source_id=id_) for id_ in "abc"
    ]
    sources = {id_: factories.source(id_) for id_ in "abc"}
    documents = {"a": same, "b": same, "c": other}
    assert count_origins(cells, ground(sources, documents)).at_most == 2
    resting = {**sources, "b": factories.source("b", derived_from=("c",))}
    assert count_origins(cells, ground(resting, documents)).at_most == 1


NODES = "abcdef"


@st.composite
def graphs(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """Graphs without circles: everything rests on what comes later in the alphabet."""
    rests_on = {
        node: "".join(draw(st.sets(st.sampled_from(NODES[place + 1 :]), max_size=2)))
        for place, node in enumerate(NODES[:-1])
    }
    speaking = draw(st.sets(st.sampled_from(NODES), min_size=1, max_size=4))
    return "".join(sorted(speaking)), {k: "".join(sorted(v)) for k, v in rests_on.items() if v}


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_origins_agree_with_brute_force(graph: tuple[str, dict[str, str]]) -> None:
    speaking, rests_on = graph
    assert at_most(speaking, **rests_on) == _by_trying_all(speaking, rests_on)


def _by_trying_all(speaking: str, rests_on: dict[str, str]) -> int:
    """The most chains without a common link, over every order and every choice of chains."""
    return max(_most(order, rests_on, frozenset()) for order in permutations(speaking))


def _most(order: tuple[str, ...], rests_on: dict[str, str], taken: frozenset[str]) -> int:
    if not order:
        return 0
    first, rest = order[0], order[1:]
    best = _most(rest, rests_on, taken)
    for chain in _chains(first, rests_on):
        if taken.isdisjoint(chain):
            best = max(best, 1 + _most(rest, rests_on, taken | set(chain)))
    return best


def _chains(start: str, rests_on: dict[str, str]) -> list[tuple[str, ...]]:
    if not rests_on.get(start):
        return [(start,)]
    return [(start, *chain) for on in rests_on[start] for chain in _chains(on, rests_on)]
