"""The sources of a workspace: every document in `seeds/`, described or not."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from provenance.alignment.nearest import nearest
from provenance.errors import Place, Problem, ProvenanceError, quoted
from provenance.model.sources import Source
from provenance.workspace.paths import SEEDS, content_of, listing, misnamed
from provenance.workspace.sources import DESCRIPTION, id_in, read_source, slug, undescribed


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sources that could be described, and what is wrong with the others."""

    sources: tuple[Source, ...]
    """In no particular order."""
    left_out: frozenset[str]
    """Ids of sources that a person meant, but described wrongly."""
    problems: tuple[Problem, ...]


def read_shelf(root: Path) -> Shelf:
    """Every source there is; what is wrong stands among the problems, and raises nothing."""
    names, refused = listing(root, SEEDS, deep=True)
    wrong = [problem for name in names for problem in misnamed(name, DESCRIPTION)]
    descriptions = [name for name in names if name.endswith(DESCRIPTION)]
    documents = [n for n in names if n not in descriptions and not misnamed(n, DESCRIPTION)]
    unreadable = {problem.place.path for problem in refused if problem.place}
    described: list[Source] = []
    left_out: set[str] = set()
    for description in descriptions:
        source, problems = _described(root, description, documents, unreadable)
        wrong += problems
        if problems or source.path in unreadable:
            left_out.add(source.id)
        else:
            described.append(source)
    single, twins = _apart(described)
    left_out |= {source.id for source in described} - {source.id for source in single}
    told_of = {name.removesuffix(DESCRIPTION) for name in descriptions}
    bare = _undescribed(
        [name for name in documents if name not in told_of],
        {source.id for source in described} | left_out,
    )
    return Shelf((*single, *bare), frozenset(left_out), (*refused, *wrong, *twins))


def _described(
    root: Path, description: str, documents: list[str], unreadable: set[str]
) -> tuple[Source, tuple[Problem, ...]]:
    """The source a description tells of; with problems, no more than its id is to be relied on."""
    document = description.removesuffix(DESCRIPTION)
    content = b""
    try:
        content = content_of(root, description)
        source = read_source(content, description, document)
    except ProvenanceError as error:
        return undescribed(document, id_in(content) or slug(document)), error.problems
    if document in documents or document in unreadable:
        return source, ()
    near = nearest(document, documents)
    return source, (
        Problem(
            "missing-source",
            f"there is no {quoted(document)} for this to describe",
            Place(description),
            f"did you mean {quoted(near)}?" if near else "put it back, or delete this description",
        ),
    )


def _apart(sources: list[Source]) -> tuple[list[Source], tuple[Problem, ...]]:
    """The sources whose ids are theirs alone, and a problem for every two that share one.

    None of several is kept: which of them a claim means, only a person can tell.
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
    return [source for source in sources if len(namesakes[source.id.casefold()]) == 1], problems


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
