"""Sources that cite one another in notes, from a line of letters each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from provenance.citations.bibliography import bibliography
from provenance.citations.held_works import holding
from provenance.comparison.grounds import Grounds, ground
from provenance.comparison.judge import judge
from provenance.comparison.pulls import pull_next
from provenance.comparison.trails import trace
from provenance.model.bibliography import ListedWork
from provenance.model.documents import Document, Layer
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.notes import Citation, CitationKind, Note, Resolution, Work
from provenance.model.origins import Trail
from provenance.model.sources import Kind, Role, Source
from provenance.model.spans import Span
from provenance.model.verdicts import Cell, CellState, Row
from tests import factories

QUOTE = "closed on the fourteenth of March 1841"


@dataclass(frozen=True)
class Told:
    """One statement: its value, what its notes cite, and who is reported."""

    cites: str = ""
    """Letters: a small one is a source's id, a capital one a work that nobody holds, `?` a note
    whose body is missing, `-` a note that cites nothing."""
    says: str = "1841-03-14"
    speaker: str = ""
    words: str = QUOTE


def source(id_: str, **more: object) -> Source:
    """A source whose title and author a citation can give."""
    given = {"title": title(id_), "authors": (f"Ada Author{id_}",), "issued": None, **more}
    return factories.source(id_, **given)  # type: ignore[arg-type]


def title(id_: str) -> str:
    return f"Annals of {id_ * 3}ville" if id_.isupper() else f"History of {id_ * 3}land"


def author(id_: str) -> str:
    return f"Writer{id_}" if id_.isupper() else f"Author{id_}"


def citation(document: str, cited: str, at: int, text: str, **more: object) -> Citation:
    span = Span(text.rindex(title(cited)), len(text))
    given = {
        "author": (author(cited),),
        "title": title(cited),
        "work": f"w-{cited}",
        "resolution": Resolution.RESOLVED,
        **more,
    }
    return Citation(f"{document}-c{at}", span, CitationKind.FULL, **given)  # type: ignore[arg-type]


def document(id_: str, told: Sequence[Told]) -> tuple[Document, list[tuple[str, ...]]]:
    """A source's text with a note for every letter, and the labels that each statement cites."""
    text = "".join(f"{each.words}.\n" for each in told)
    notes: list[Note] = []
    labels: list[tuple[str, ...]] = []
    number = 0
    for each in told:
        mine = []
        for letter in each.cites:
            number += 1
            mine.append(str(number))
            if letter == "?":
                continue
            start = len(text)
            text += f"{number} See {title(letter)}"
            cited = () if letter == "-" else (citation(id_, letter, number, text),)
            notes.append(Note(f"n{number}", str(number), Span(start, len(text)), citations=cited))
            text += ".\n"
        labels.append(tuple(mine))
    # Files that are the same to the byte would be one voice.
    text += f"Kept as {id_}.\n"
    return replace(factories.document(text, f"seeds/{id_}.txt"), notes=tuple(notes)), labels


def cited_works(read: Document) -> tuple[Work, ...]:
    """The works of a document as its citations tell them, each told by the first of them."""
    found: dict[str, list[Citation]] = {}
    for note in read.notes:
        for each in note.citations:
            if each.work is not None:
                found.setdefault(each.work, []).append(each)
    return tuple(
        Work(id_, c[0].author, c[0].title, c[0].year, tuple(each.id for each in c), c[0].work_kind,
             volume=c[0].volume)
        for id_, c in found.items()
    )  # fmt: skip


def entries(
    sources: Mapping[str, Source], documents: Mapping[str, Document]
) -> tuple[ReadSource, ...]:
    """Sources as they were read, with the works they cite."""
    return tuple(
        ReadSource(source, read, SourceState.READ, works=cited_works(read))
        if (read := documents.get(id_))
        else ReadSource(source, None, SourceState.UNREAD)
        for id_, source in sources.items()
    )


def listed(
    sources: Mapping[str, Source],
    documents: Mapping[str, Document],
    aliases: Sequence[tuple[str, ...]] = (),
) -> tuple[ListedWork, ...]:
    """The bibliography of sources, with what is held of it."""
    read = entries(sources, documents)
    works = bibliography((entry.source.id, entry.works) for entry in read).works
    return holding(works, read, aliases)


@dataclass(frozen=True)
class Web:
    row: Row
    grounds: Grounds
    trail: Trail
    bibliography: tuple[ListedWork, ...] = ()


def web(
    speaking: Mapping[str, str | Told | Sequence[Told]],
    *,
    derived: Mapping[str, str] | None = None,
    held: str = "",
    families: Mapping[str, str] | None = None,
    sources: Mapping[str, Source] | None = None,
    layers: Mapping[str, Sequence[Layer]] | None = None,
    drafts: str = "",
) -> Web:
    """A claim on which sources speak, each resting on what its letters say.

    `derived` gives what sources are declared to derive from, `held` sources that are silent.
    """
    derived, given, layers = derived or {}, dict(sources or {}), layers or {}
    described: dict[str, Source] = {}
    for id_ in [*speaking, *held, *derived]:
        if id_ in described or id_.isupper():
            continue
        role = Role.DRAFT if id_ in drafts else Role.SOURCE
        rests_on = tuple(derived.get(id_, ()))
        base = given.get(id_) or source(id_, kind=Kind.PRIMARY)
        described[id_] = replace(base, role=role, derived_from=rests_on)
    documents: dict[str, Document] = {}
    cells = []
    for id_ in described:
        told = _told(speaking.get(id_))
        read, labels = document(id_, told)
        documents[id_] = replace(read, layers=tuple(layers.get(id_, ())))
        cells.append(_cell(id_, told, labels, documents[id_]))
    works = listed(described, documents)
    grounds = ground(described, documents, families, bibliography=works)
    row = judge(factories.claim(), tuple(cells), described, documents, grounds)
    return Web(row, grounds, trace(row, grounds), works)


def _told(given: str | Told | Sequence[Told] | None) -> list[Told]:
    if given is None:
        return []
    if isinstance(given, str):
        return [Told(given)]
    return [given] if isinstance(given, Told) else list(given)


def _cell(
    id_: str, told: Sequence[Told], labels: Sequence[tuple[str, ...]], read: Document
) -> Cell:
    statements = []
    for each, notes in zip(told, labels, strict=True):
        stated = factories.statement(
            id_, each.says, notes=notes, speaker=each.speaker, quote=each.words
        )
        placed = factories.placed(stated, text=read.text)
        assert placed.span is not None
        statements.append(replace(placed, layer=read.layer_of(placed.span)))
    state = None if statements else CellState.SILENT
    return factories.cell(*statements, source_id=id_, state=state)


def dossier(told: Web, **more: object) -> Dossier:
    """A board with that one claim."""
    read = entries(told.grounds.sources, told.grounds.documents)
    family = told.grounds.families
    return replace(
        Dossier(
            "Harrow bridge",
            tuple(replace(entry, family=family.get(entry.source.id, "")) for entry in read),
            (told.row,),
            bibliography=told.bibliography,
            trails=(told.trail,),
            works_declared=told.grounds.catalogue.of_descriptions,
            pull_next=pull_next([told.row], [told.trail], told.grounds),
        ),
        **more,  # type: ignore[arg-type]
    )
