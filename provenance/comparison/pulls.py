"""Which unopened work to pull next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from provenance.comparison.flow import reached
from provenance.comparison.grounds import Grounds
from provenance.model.origins import Edge, Node, NodeKind, Pull, Trail
from provenance.model.verdicts import Row


def pull_next(rows: Sequence[Row], trails: Sequence[Trail], grounds: Grounds) -> tuple[Pull, ...]:
    """Unopened works, the one first without which most claims stay as they are.

    A claim waits where it has one origin at most, or a statement that rests on an unknown. It waits
    for the works behind it; and for those that a source of it cites elsewhere, where its statement
    rests on an unknown or on no note at all: one of them may be what it rests on.
    """
    behind: dict[str, list[str]] = {}
    perhaps: dict[str, list[str]] = {}
    named_in = grounds.catalogue.named_in
    cited_in = _cited_in(named_in)
    for row, trail in zip(rows, trails, strict=True):
        if not _waits(row):
            continue
        found = dict.fromkeys(
            grounds.catalogue.work_of(edge.end)
            for edge in _counted(trail, grounds)
            if edge.end.kind is NodeKind.WORK
        )
        for key in found:
            behind.setdefault(key, []).append(row.claim.id)
        for key in _possible(trail, cited_in, grounds):
            if key not in found:
                perhaps.setdefault(key, []).append(row.claim.id)
    pulls = (
        Pull(
            work,
            tuple(behind.get(work.key, ())),
            tuple(perhaps.get(work.key, ())),
            named_in.get(work.key, ()),
        )
        for work in grounds.catalogue.works
        if not work.held and (work.key in behind or work.key in perhaps)
    )
    return tuple(sorted(pulls, key=_rank))


def _rank(pull: Pull) -> tuple[int, int, int, int, str]:
    sources = {source for source, _ in pull.cited}
    return (
        -len(pull.behind),
        -len(pull.perhaps),
        -len(sources),
        -len(pull.cited),
        pull.work.key,
    )


def _waits(row: Row) -> bool:
    speaks = row.origins.sources > 0
    return speaks and (row.origins.at_most <= 1 or row.origins.unknown > 0)


def _counted(trail: Trail, grounds: Grounds) -> list[Edge]:
    """The edges behind the sources that count, without those that only the draft leads to."""
    graph: dict[Node, list[Node]] = {}
    for edge in trail.edges:
        if not grounds.is_draft(edge.source):
            graph.setdefault(edge.start, []).append(edge.end)
    nodes = reached([Node(NodeKind.SOURCE, id_) for id_ in _speaking(trail)], graph)
    return [e for e in trail.edges if e.start in nodes and not grounds.is_draft(e.source)]


def _speaking(trail: Trail) -> list[str]:
    stated = (source for position in trail.positions for source, _ in position.statements)
    return list(dict.fromkeys(stated))


def _cited_in(
    named_in: Mapping[str, Sequence[tuple[str, str]]],
) -> Mapping[str, tuple[str, ...]]:
    """By source, the keys of the works it names."""
    found: dict[str, dict[str, None]] = {}
    for key, places in named_in.items():
        for source, _ in places:
            found.setdefault(source, {})[key] = None
    return {source: tuple(keys) for source, keys in found.items()}


def _possible(
    trail: Trail, cited_in: Mapping[str, tuple[str, ...]], grounds: Grounds
) -> dict[str, None]:
    """Works that a statement may rest on, though no note says so."""
    unsure = {edge.source for edge in trail.edges if edge.end.kind is NodeKind.UNKNOWN}
    unsure.update(trail.own)
    return {
        key: None
        for source in _speaking(trail)
        if source in unsure
        for key in cited_in.get(source, ())
    }
