"""The sources of a workspace: every document in `seeds/`, described or not."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePosixPath

from provenance.alignment.nearest import nearest
from provenance.errors import Place, Problem, ProvenanceError, quoted
from provenance.model.sources import Source
from provenance.workspace.paths import SEEDS, content_of, listing, misnamed
from provenance.workspace.sources import (
    DESCRIPTION,
    id_in,
    read_as_far_as_possible,
    slug,
    undescribed,
)

_NO_FILE = "its file is missing"
_BAD_FILE = "its file is not one that may be read"
_BAD_DESCRIPTION = "its description needs mending"
_SHARED_ID = "another source has the same id"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sources there are, and what is wrong with those among them that cannot be used.

    A source that a person described keeps its column whatever becomes of its file: were it left
    out, the conflicts that it is part of would vanish with it.
    """

    sources: tuple[Source, ...]
    """In no particular order; ids differ."""
    problems: tuple[Problem, ...]


def read_shelf(root: Path) -> Shelf:
    """Every source there is; what is wrong stands among the problems, and raises nothing."""
    names, refused = listing(root, SEEDS, deep=True)
    wrong = [problem for name in names for problem in misnamed(name, DESCRIPTION)]
    descriptions = [name for name in names if name.endswith(DESCRIPTION)]
    documents = [n for n in names if n not in descriptions and not misnamed(n, DESCRIPTION)]
    unreadable = {problem.place.path for problem in refused if problem.place}
    described: list[Source] = []
    told_of = {name.removesuffix(DESCRIPTION) for name in descriptions}
    alone = [name for name in documents if name not in told_of]
    for description in descriptions:
        source, problems = _described(root, description)
        if source.path in unreadable:
            source = replace(source, unusable=_BAD_FILE)
        elif source.path not in documents:
            problems = (*problems, _without_document(description, source.path, alone))
            source = replace(source, unusable=_NO_FILE)
        described.append(source)
        wrong += problems
    single, twins = _apart(described)
    bare = _undescribed(alone, {source.id for source in described})
    return Shelf((*single, *bare), (*refused, *wrong, *twins))


def _described(root: Path, description: str) -> tuple[Source, tuple[Problem, ...]]:
    """The source a description tells of, as far as it can be read, and what is wrong with it."""
    document = description.removesuffix(DESCRIPTION)
    content = b""
    try:
        content = content_of(root, description)
        source, problems = read_as_far_as_possible(content, description, document)
    except ProvenanceError as error:
        id, place = id_in(content) or slug(document), Place(description)
        source, problems = replace(undescribed(document, id), place=place), error.problems
    return replace(source, unusable=_BAD_DESCRIPTION if problems else ""), problems


def _without_document(description: str, document: str, alone: list[str]) -> Problem:
    """What says that a described document is missing. `alone` are those nobody described."""
    by_name = {PurePosixPath(each).name: each for each in alone}
    near = by_name.get(nearest(PurePosixPath(document).name, by_name) or "")
    return Problem(
        "missing-source",
        f"there is no {quoted(document)} for this to describe",
        Place(description),
        f"did you mean {quoted(near)}?" if near else "put the file back under exactly that name",
    )


def _apart(sources: list[Source]) -> tuple[list[Source], tuple[Problem, ...]]:
    """One source an id, and a problem for every two that share one.

    None of those is usable: which of them a claim means, only a person can tell.
    """
    namesakes: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        namesakes[source.id.casefold()].append(source)
    problems = tuple(
        Problem(
            "duplicate-id",
            f"{quoted(second.id)} is the id of {first.path} and of {second.path}",
            second.place,
            "give one of them another id",
        )
        for first, *others in namesakes.values()
        for second in others
    )
    by_id = {source.id: source for source in reversed(sources)}
    crowded = {id for id, alike in namesakes.items() if len(alike) > 1}
    return [
        replace(source, unusable=_SHARED_ID) if id.casefold() in crowded else source
        for id, source in by_id.items()
    ], problems


def _undescribed(documents: list[str], taken: set[str]) -> list[Source]:
    """Documents without a description, each under an id that no other source has."""
    taken = {id.casefold() for id in taken}
    shared = Counter(slug(document) for document in documents)
    sources: list[Source] = []
    for document in documents:
        plain = slug(document)
        crowded = shared[plain] > 1 or plain in taken
        id = _free_id(slug(document, with_suffix=True) if crowded else plain, taken)
        taken.add(id)
        sources.append(undescribed(document, id))
    return sources


def _free_id(wanted: str, taken: set[str]) -> str:
    """The id itself, or with the first number that makes it one nobody has."""
    candidates = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(id for id in candidates if id not in taken)
