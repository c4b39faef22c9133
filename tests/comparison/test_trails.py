"""Positions, circles, pivots and what to pull next; the last two against trying everything."""

from __future__ import annotations

import random

import pytest

from provenance.comparison.pulls import pull_next
from provenance.comparison.trails import loops
from provenance.comparison.verdicts import verdict_of
from provenance.model.origins import Basis, Edge, Node, NodeKind
from provenance.model.verdicts import Cell, Pair
from tests.comparison.networks import Told, Web, web


def test_origins_stand_behind_each_position() -> None:
    told = web(
        {"a": "D", "b": "D", "c": Told("E", "1841-05-14"), "d": Told("?", "1841-05-14")}
    ).trail
    assert [
        (p.says, [source for source, _ in p.statements], p.origins.at_most, p.origins.unknown)
        for p in told.positions
    ] == [("14 March 1841", ["a", "b"], 1, 0), ("14 May 1841", ["c", "d"], 2, 1)]


def test_a_circle_is_printed_hop_by_hop_with_its_words() -> None:
    (loop,) = web({"a": "b", "b": "cD", "c": "ae", "d": "a", "e": "f", "f": "c"}).trail.loops
    assert [(edge.start.id, edge.end.id) for edge in loop] == [("a", "b"), ("b", "c"), ("c", "a")]
    assert [edge.words for edge in loop] == [
        "History of bbbland", "History of cccland", "History of aaaland"
    ]  # fmt: skip


def test_a_web_of_500_sources_without_a_circle_has_no_loop() -> None:
    def source(number: int) -> Node:
        return Node(NodeKind.SOURCE, f"{number:03}")

    edges = [
        Edge(source(at), source(other), Basis.DECLARED)
        for at in range(500)
        for other in range(at + 1, min(at + 8, 500))
    ]
    assert loops(edges) == ()
    (only,) = loops([*edges, Edge(source(499), source(492), Basis.DECLARED)])
    assert [edge.start.id for edge in only] == ["492", "499"]


def test_the_one_source_whose_loss_flips_the_verdict() -> None:
    told = web({"a": "", "b": "", "c": Told(says="1841-05-14")}).trail
    first = told.pivots[0]
    assert (first.source, first.verdict.value, first.flips_verdict) == ("c", "agreed", True)


def test_the_source_that_ties_two_together_flips_the_count() -> None:
    """Only what `t` declares makes `a` and `b` one."""
    told = web({"a": "t", "b": "x"}, held="tx", derived={"t": "x"})
    assert told.row.origins.at_most == 1
    assert [(p.source, p.origins.at_most, p.flips_single) for p in told.trail.pivots][-1:] == [
        ("t", 2, True)
    ]


def test_where_everything_passes_one_source() -> None:
    told = web({"a": "t", "b": "t"}, held="t", derived={"t": "xy"}).trail
    assert told.strait is not None
    assert told.strait.id == "t"


def test_pull_next_ranks_by_the_claims_that_wait() -> None:
    told = web({"a": "D", "b": "D", "c": "?E"})
    pulls = pull_next([told.row], [told.trail], told.grounds)
    assert [(p.work.label, p.behind) for p in pulls] == [
        ("WriterD, Annals of DDDville", ("closed",)),
        ("WriterE, Annals of EEEville", ("closed",)),
    ]
    assert [p.cited for p in pulls] == [(("a", "1"), ("b", "1")), (("c", "2"),)]


def test_a_claim_of_two_origins_and_no_unknown_waits_for_nothing() -> None:
    told = web({"a": "D", "b": "E"})
    assert pull_next([told.row], [told.trail], told.grounds) == ()


def test_what_a_source_cites_elsewhere_may_be_what_an_unknown_is() -> None:
    """`a` cites D on another matter; its statement here rests on a note that is missing."""
    told = web({"a": [Told("D")]})
    other = web({"a": [Told("?"), Told("D", says="1850")]})
    pulls = pull_next([other.row], [other.trail], other.grounds)
    assert [(p.behind, p.perhaps) for p in pulls] == [(("closed",), ())]
    assert told.trail.own == ()


@pytest.mark.parametrize("seed", range(50))
def test_random_webs_agree_with_brute_force(seed: int) -> None:
    told, edges, speaking = _random(seed)
    assert told.row.origins.at_most == _most(speaking, edges)
    assert told.row.origins.unknown == sum(
        any(end.startswith("?") for end in edges[source]) for source in speaking
    )
    _pivots_agree(told, edges, speaking)
    _pulls_agree(told, edges, speaking)


def _random(seed: int) -> tuple[Web, dict[str, set[str]], list[str]]:
    """A web of at most eight sources, with circles, works nobody holds and missing notes."""
    chance = random.Random(seed)
    names = "abcdefgh"[: chance.randint(2, 8)]
    speaking = sorted(chance.sample(names, chance.randint(1, min(5, len(names)))))
    notes: dict[str, str] = {}
    derived: dict[str, str] = {}
    for name in names:
        others = [other for other in names if other != name]
        if name in speaking:
            pool = [*others, *"WXYZ"]
            notes[name] = "".join(chance.sample(pool, chance.choice((0, 1, 1, 2))))
            notes[name] += "?" if chance.random() < 0.2 else ""
        if chance.random() < 0.45:
            derived[name] = "".join(chance.sample(others, min(len(others), chance.randint(1, 2))))
    says = {name: chance.choice(("1841-03-14", "1841-03", "1841-05-14")) for name in speaking}
    told = web(
        {name: Told(notes[name], says[name]) for name in speaking},
        derived=derived,
        held="".join(name for name in names if name not in speaking),
    )
    edges = {
        name: {f"?{name}" if end == "?" else end for end in notes.get(name, "")}
        | set(derived.get(name, ""))
        for name in names
    }
    return told, edges, speaking


def _most(speaking: list[str], edges: dict[str, set[str]]) -> int:
    """The most chains with no common link, each choice tried."""
    ends = _ends(edges)

    def most(at: int, taken: frozenset[str]) -> int:
        if at == len(speaking):
            return 0
        best = most(at + 1, taken)
        for chain in _chains(speaking[at], edges, ends, ()):
            if taken.isdisjoint(chain):
                best = max(best, 1 + most(at + 1, taken | set(chain)))
        return best

    return most(0, frozenset())


def _ends(edges: dict[str, set[str]]) -> set[str]:
    """What rests on nothing, and one of each circle that rests on nothing outside."""
    nodes = set(edges) | {end for ends in edges.values() for end in ends}
    reach = {node: _reach(node, edges) for node in nodes}
    closed = {
        node: frozenset(reach[node])
        for node in nodes
        if edges.get(node) and all(node in reach[other] for other in reach[node])
    }
    return {node for node in nodes if not edges.get(node)} | {
        min(circle) for circle in closed.values()
    }


def _reach(start: str, edges: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for other in edges.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _chains(
    node: str, edges: dict[str, set[str]], ends: set[str], way: tuple[str, ...]
) -> list[tuple[str, ...]]:
    if node in way:
        return []
    here = (*way, node)
    found = [here] if node in ends else []
    for other in sorted(edges.get(node, ())):
        found += _chains(other, edges, ends, here)
    return found


def _pivots_agree(told: Web, edges: dict[str, set[str]], speaking: list[str]) -> None:
    expected = {}
    for gone in edges:
        left = {name: set() if name == gone else ends for name, ends in edges.items()}
        most = _most([name for name in speaking if name != gone], left)
        cells = [cell for cell in told.row.cells if cell.source != gone]
        verdict = verdict_of(*_of(cells, told, gone))[0]
        if verdict is not told.row.verdict or most != told.row.origins.at_most:
            expected[gone] = (verdict, most)
    found = {p.source: (p.verdict, p.origins.at_most) for p in told.trail.pivots}
    # A source that no chain reaches is behind nothing, so its loss may go unnoticed only if it
    # changes nothing; and nothing else may.
    reached = set(speaking).union(*(_reach(name, edges) for name in speaking))
    assert found == {name: change for name, change in expected.items() if name in reached}


def _of(cells: list[Cell], told: Web, gone: str) -> tuple[list[Cell], list[Pair]]:
    speaking = [cell for cell in cells if cell.statements]
    silent = [cell for cell in cells if not cell.statements]
    pairs = [pair for pair in told.row.pairs if gone not in (pair.a, pair.b)]
    return [*speaking, *silent], pairs


def _pulls_agree(told: Web, edges: dict[str, set[str]], speaking: list[str]) -> None:
    origins = told.row.origins
    waits = origins.at_most <= 1 or origins.unknown > 0
    behind = {
        end
        for name in speaking
        for end in _reach(name, edges)
        if waits and end.isupper() and not end.startswith("?")
    }
    pulls = pull_next([told.row], [told.trail], told.grounds)
    found = {p.work.key for p in pulls if p.behind}
    labels = {
        edge.end.id
        for edge in told.trail.edges
        if edge.end.kind is NodeKind.WORK and edge.words[-8:-5] in {e * 3 for e in behind}
    }
    assert found == labels
    assert len(found) == len(behind)
