"""What the bibliography comes to where origins are counted: the node that a citation leads to.

A work that is held is that source. A volume of documents holds many, so two pages of it are two
origins. What a description declares is a source, a work that is cited, or a work of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance.citations.held_works import HeldSources
from provenance.model.bibliography import ListedWork
from provenance.model.documents import Document
from provenance.model.names import fold_text
from provenance.model.notes import WorkKind
from provenance.model.origins import Node, NodeKind
from provenance.model.sources import Source

_NOT_A_LETTER = re.compile(r"[^0-9a-z]+")
_LONGEST_KEY = 60
_SERIES = (WorkKind.DOCUMENT_SERIES, WorkKind.ARCHIVAL)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every work that sources rest on, and what each citation and each declared id leads to."""

    works: tuple[ListedWork, ...]
    """The bibliography, then what only descriptions name."""
    of_descriptions: tuple[ListedWork, ...]
    """Works that no note cites: a `derived-from` alone names them."""
    by_citation: Mapping[tuple[str, str], Node]
    """By source and citation id; a citation that could not be told is not in it."""
    declared: Mapping[tuple[str, str], Node]
    """By source and the id it gives in `derived-from`."""
    named_in: Mapping[str, tuple[tuple[str, str], ...]]
    """By a work's key, the sources and note labels that name it; a description has no label."""

    def work_of(self, node: Node) -> str:
        """The key of the work a node stands for, or stands for a page of."""
        return node.id.partition("#")[0]


def catalogue(
    sources: Mapping[str, Source],
    documents: Mapping[str, Document],
    bibliography: Sequence[ListedWork],
    aliases: Iterable[tuple[str, ...]] = (),
) -> Catalogue:
    """What the notes of all documents cite, as the bibliography has it, and what descriptions
    declare."""
    by_citation: dict[tuple[str, str], Node] = {}
    named_in: dict[str, dict[tuple[str, str], None]] = {}
    works = {at: work for work in bibliography for at in work.cited}
    for id_, document in documents.items():
        for note in document.notes:
            for citation in note.citations:
                work = works.get((id_, citation.id))
                if work is None:
                    continue
                part = citation.pages if work.kind in _SERIES else ""
                by_citation[id_, citation.id] = _node(work, part)
                named_in.setdefault(work.key, {})[id_, note.label] = None
    declared, of_descriptions = _declared(
        sources, HeldSources(sources.values(), aliases), bibliography
    )
    for (id_, _), node in declared.items():
        if node.kind is NodeKind.WORK:
            named_in.setdefault(node.id, {})[id_, ""] = None
    return Catalogue(
        (*bibliography, *of_descriptions),
        of_descriptions,
        by_citation,
        declared,
        {key: tuple(places) for key, places in named_in.items()},
    )


def _declared(
    sources: Mapping[str, Source], held: HeldSources, bibliography: Sequence[ListedWork]
) -> tuple[dict[tuple[str, str], Node], tuple[ListedWork, ...]]:
    """What each id in a `derived-from` is: a source, a work that is cited, or one of its own."""
    found: dict[tuple[str, str], Node] = {}
    cited = {_slug(work.label): work for work in reversed(bibliography)}
    cited |= {work.key: work for work in bibliography}
    own: dict[str, ListedWork] = {}
    for id_, source in sorted(sources.items()):
        for name in source.derived_from:
            called = held.called(name)
            if called:
                found[id_, name] = Node(NodeKind.SOURCE, called)
                continue
            key = _slug(name)
            work = cited.get(key) or own.setdefault(key, _of_its_own(key, name))
            found[id_, name] = _node(work, "")
    return found, tuple(own.values())


def _of_its_own(key: str, name: str) -> ListedWork:
    return ListedWork(key, (), name, "", WorkKind.UNKNOWN, "", "", (), ())


def _node(work: ListedWork, part: str) -> Node:
    if work.held:
        return Node(NodeKind.SOURCE, work.held)
    return Node(NodeKind.WORK, f"{work.key}#{part}" if part else work.key)


def _slug(text: str) -> str:
    return _NOT_A_LETTER.sub("-", fold_text(text))[:_LONGEST_KEY].strip("-") or "work"
