"""What statements rest on: the edges of one claim.

An edge belongs to the claim, not to the source: it goes from a statement over the notes it rests on
to the works they cite. Beside it stand the speaker whose own words are held, and what a description
declares. A note that is missing, or that cites what could not be told, leads to an unknown.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from provenance.comparison.voices import is_other_hand, is_own_voice, is_same_person
from provenance.comparison.works import Catalogue, catalogue
from provenance.model.bibliography import ListedWork
from provenance.model.documents import Document
from provenance.model.names import fold_name
from provenance.model.notes import Citation, Note
from provenance.model.origins import Basis, Edge, Node, NodeKind
from provenance.model.sources import Role, Source
from provenance.model.verdicts import Cell, PlacedStatement

_CONTRARY = re.compile(
    r"\b(?:but (?:see|cf)|contra|contrast|compare|cf|vgl|dagegen|anders|otherwise)\b", re.IGNORECASE
)
"""Signals of works that are named beside a statement, not under it."""
_TAKEN_FROM = re.compile(
    r"\b(?:quoted|cited|reprinted|printed|as (?:quoted|cited)) (?:in|from|by|after)\b"
    r"|\bzit(?:iert|\.)? ?(?:nach|bei)\b|\bcité (?:dans|par)\b",
    re.IGNORECASE,
)
"""Signals of a work that another was taken from."""


@dataclass(frozen=True)
class Grounds:
    """Everything that does not change from claim to claim."""

    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    families: Mapping[str, str]
    """By source id, the name of the family a person confirmed it to belong to."""
    catalogue: Catalogue

    def voice(self, node: Node) -> Node:
        """The node that stands for it when voices are counted: a family speaks with one."""
        family = self.families.get(node.id) if node.kind is NodeKind.SOURCE else None
        return Node(NodeKind.SOURCE, f"family {family}") if family else node

    def note(self, source: str, label: str) -> Note | None:
        """The note that a source shows under a label, if its body was read."""
        at = (source, label)
        if at not in self._notes:
            document = self.documents.get(source)
            self._notes[at] = document.note_labelled(label) if document else None
        return self._notes[at]

    @cached_property
    def _notes(self) -> dict[tuple[str, str], Note | None]:
        return {}

    @cached_property
    def declared(self) -> Mapping[str, tuple[Edge, ...]]:
        """What each source is declared to rest on."""
        found: dict[str, tuple[Edge, ...]] = {}
        for id_, source in self.sources.items():
            start = Node(NodeKind.SOURCE, id_)
            ends = [self.catalogue.declared[id_, name] for name in source.derived_from]
            found[id_] = tuple(
                Edge(start, end, Basis.DECLARED, id_) for end in sorted(set(ends)) if end != start
            )
        return found

    def is_draft(self, source: str) -> bool:
        return source in self.sources and self.sources[source].role is Role.DRAFT


def ground(
    sources: Mapping[str, Source],
    documents: Mapping[str, Document],
    families: Mapping[str, str] | None = None,
    aliases: Iterable[tuple[str, ...]] = (),
    bibliography: Sequence[ListedWork] = (),
) -> Grounds:
    """Prepare to trace claims. `aliases` are groups of names for one bearer or one work.

    `bibliography` says which work each citation is of, and which source is that work; a citation
    that is not in it leads to an unknown.

    `families` are those a person confirmed, by source. Files that are the same to the byte are one
    family without anybody's word.
    """
    copies = _copies(documents)
    alike = _resting_alike(sources, copies)
    voices = copies | dict(families or {})
    return Grounds(alike, documents, voices, catalogue(alike, documents, bibliography, aliases))


def _resting_alike(sources: Mapping[str, Source], copies: Mapping[str, str]) -> dict[str, Source]:
    """The sources, each copy resting on whatever any of its twins is said to rest on."""
    stated: dict[str, dict[str, None]] = {}
    for id_, name in copies.items():
        stated.setdefault(name, {}).update(dict.fromkeys(sources[id_].derived_from))
    return {
        id_: replace(source, derived_from=tuple(stated[copies[id_]])) if id_ in copies else source
        for id_, source in sources.items()
    }


def _copies(documents: Mapping[str, Document]) -> dict[str, str]:
    """For every source that has a twin, the first of them by id."""
    first: dict[str, str] = {}
    for id_ in sorted(documents):
        first.setdefault(documents[id_].sha256, id_)
    owners = {id_: first[document.sha256] for id_, document in documents.items()}
    shared = {owner for id_, owner in owners.items() if owner != id_}
    return {id_: f"copies of {owner}" for id_, owner in owners.items() if owner in shared}


@dataclass(frozen=True, slots=True)
class Ways:
    """The edges of one claim."""

    edges: tuple[Edge, ...]
    own: frozenset[tuple[str, int]]
    """Statements that rest on nothing, as source and place in its cell."""


def ways(cells: Sequence[Cell], grounds: Grounds) -> Ways:
    """Every edge behind the cells that speak, the draft's too, over as many sources as it takes."""
    speaking = {cell.source: cell for cell in cells if cell.statements and _standing(cell)}
    edges: list[Edge] = []
    own: set[tuple[str, int]] = set()
    waiting = deque(Node(NodeKind.SOURCE, id_) for id_ in speaking)
    seen = set(waiting)
    while waiting:
        node = waiting.popleft()
        if node.kind is not NodeKind.SOURCE:
            continue
        found = list(grounds.declared.get(node.id, ()))
        if node.id in speaking:
            stated, alone = _stated(speaking[node.id], speaking, grounds)
            own.update((node.id, at) for at in alone if not found)
            found += stated
        edges += found
        for edge in found:
            if edge.end not in seen:
                seen.add(edge.end)
                waiting.append(edge.end)
    return Ways(tuple(edges), frozenset(own))


def _standing(cell: Cell) -> list[tuple[int, PlacedStatement]]:
    return [(at, placed) for at, placed in enumerate(cell.statements) if placed.span is not None]


def _stated(
    cell: Cell, speaking: Mapping[str, Cell], grounds: Grounds
) -> tuple[list[Edge], list[int]]:
    """The edges of a cell's statements, and the places of those that rest on nothing."""
    edges: list[Edge] = []
    alone: list[int] = []
    for at, placed in _standing(cell):
        found = [*_by_notes(at, placed, grounds), *_by_speaker(at, placed, speaking, grounds)]
        if not any(edge.start.id == cell.source for edge in found):
            alone.append(at)
        edges += found
    return edges, alone


def _by_notes(at: int, placed: PlacedStatement, grounds: Grounds) -> Iterator[Edge]:
    source = placed.statement.source
    start = Node(NodeKind.SOURCE, source)
    for label in placed.statement.notes:
        unknown = Edge(
            start, Node(NodeKind.UNKNOWN, f"{source}#{label}"), Basis.NOTE, source, at, label
        )
        note = grounds.note(source, label)
        if note is None:
            yield unknown
            continue
        supporting = [c for c in note.citations if not _CONTRARY.search(c.signal)]
        told = list(_cited(start, at, label, supporting, grounds))
        yield from told
        # A note that cites nothing is the author's own remark; one that cites we know not what
        # is an unknown.
        if supporting and not told:
            yield unknown


def _cited(
    start: Node, at: int, label: str, citations: Sequence[Citation], grounds: Grounds
) -> Iterator[Edge]:
    """Edges to the works that citations name; a work taken from another is reached through that."""
    document = grounds.documents[start.id]
    for citation, following in zip_longest(citations, citations[1:]):
        end = grounds.catalogue.by_citation.get((start.id, citation.id))
        if end is None or end == start or grounds.is_draft(end.id):
            continue
        words, by, basis = citation.span.of(document.text), start, Basis.NOTE
        if following is not None and _TAKEN_FROM.search(following.signal):
            through = grounds.catalogue.by_citation.get((start.id, following.id))
            if through is not None and through not in (start, end):
                by, basis = through, Basis.QUOTED_IN
        yield Edge(by, end, basis, start.id, at, label, words, citation.span)


def _by_speaker(
    at: int, placed: PlacedStatement, speaking: Mapping[str, Cell], grounds: Grounds
) -> Iterator[Edge]:
    """Edges to sources in which somebody who is reported says it himself."""
    statement = placed.statement
    if not statement.speaker:
        return
    reporter = grounds.sources.get(statement.source)
    if reporter is None or is_own_voice(statement.speaker, reporter, placed.layer):
        return
    speaker = fold_name(statement.speaker)
    start = Node(NodeKind.SOURCE, statement.source)
    for id_, cell in sorted(speaking.items()):
        if id_ == statement.source or grounds.is_draft(id_):
            continue
        if _speaks_itself(speaker, cell, grounds.sources.get(id_)):
            end = Node(NodeKind.SOURCE, id_)
            yield Edge(start, end, Basis.SPEAKER, start.id, at, words=statement.speaker)


def _speaks_itself(speaker: str, cell: Cell, source: Source | None) -> bool:
    """Whether a cell holds words of a speaker in his own voice."""
    if source is None:
        return False
    for _, placed in _standing(cell):
        if not is_own_voice(placed.statement.speaker, source, placed.layer):
            continue
        layer = placed.layer
        if layer is not None and layer.author and is_other_hand(layer, source):
            authors: tuple[str, ...] = (layer.author,)
        else:
            authors = source.authors
        if any(is_same_person(speaker, fold_name(author)) for author in authors):
            return True
    return False
