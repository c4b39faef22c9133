"""Works that are cited anywhere in the workspace, each once, and which of them are held.

A note's citation names a work by author, title and year, and two authors seldom do so alike. Two
citations are of one work where author and title agree and nothing contradicts them. A work is held
where exactly one source fits it: several are not one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from provenance.citations.names import fold
from provenance.citations.works import title_words, titles_agree
from provenance.model.documents import Document
from provenance.model.names import fold_text
from provenance.model.notes import Citation, Note, WorkKind
from provenance.model.origins import CitedWork, Node, NodeKind
from provenance.model.sources import Role, Source

_NOT_A_LETTER = re.compile(r"[^0-9a-z]+")
_LONGEST_KEY = 60
_SUPPLIED = re.compile(r"\s*\[.*\]\s*", re.DOTALL)
"""A title in brackets was supplied by whoever described the source; nobody cites it."""
_SERIES = (WorkKind.DOCUMENT_SERIES, WorkKind.ARCHIVAL)
"""A volume of these holds many documents; two pages of it are not one origin."""


@dataclass(slots=True)
class _Gathered:
    """One work while its citations are being gathered."""

    author: str
    title: str
    year: str
    volume: str
    kind: WorkKind
    shown_author: str
    held: set[str] = field(default_factory=set)
    cited: list[tuple[str, str]] = field(default_factory=list)

    def is_cited_by(self, other: _Gathered) -> bool:
        """Whether the other's citations may be of this work."""
        if self.author and other.author and self.author != other.author:
            return False
        if self.kind in _SERIES and (self.volume, self.year) != (other.volume, other.year):
            return False
        if not self.title or not other.title:
            same_place = (self.title, self.year, self.volume) == (
                other.title,
                other.year,
                other.volume,
            )
            return bool(self.author) and self.author == other.author and same_place
        if self.author and other.author:
            return titles_agree(self.title, other.title)
        return title_words(self.title) == title_words(other.title)

    @property
    def label(self) -> str:
        named = ", ".join(part for part in (self.shown_author, self.title) if part)
        if self.kind in _SERIES and self.volume:
            named = f"{named}, vol. {self.volume}"
        return f"{named} ({self.year})" if self.year else named or "(a work without a name)"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every work cited, and what each citation and each declared id leads to."""

    works: tuple[CitedWork, ...]
    by_citation: Mapping[tuple[str, str], Node]
    """By source and citation id; a citation that could not be told is not in it."""
    declared: Mapping[tuple[str, str], Node]
    """By source and the id it gives in `derived-from`."""

    def work_of(self, node: Node) -> str:
        """The key of the work a node stands for, or stands for a page of."""
        return node.id.partition("#")[0]


def catalogue(
    sources: Mapping[str, Source],
    documents: Mapping[str, Document],
    aliases: Iterable[tuple[str, ...]] = (),
) -> Catalogue:
    """Gather what the notes of all documents cite and what descriptions declare."""
    shelf = _Shelf(sources, aliases)
    gathered: list[_Gathered] = []
    cited: dict[tuple[str, str], tuple[_Gathered, str]] = {}
    buckets: dict[str, list[_Gathered]] = {}
    for id_ in sorted(documents):
        document = documents[id_]
        for citations in _by_work(document.notes):
            work = _gathered(citations, buckets, gathered)
            for note, citation in citations:
                work.cited.append((id_, note.label))
                work.held |= shelf.holding(work, citation.span.of(document.text))
                part = citation.pages if work.kind in _SERIES else ""
                cited[id_, citation.id] = (work, part)
    declared = _declared(sources, shelf, gathered)
    keys = _keys(gathered)
    return Catalogue(
        tuple(_frozen(work, keys[id(work)]) for work in gathered),
        {at: _node(work, part, keys[id(work)]) for at, (work, part) in cited.items()},
        {
            at: to if isinstance(to, Node) else _node(to, "", keys[id(to)])
            for at, to in declared.items()
        },
    )


def _by_work(notes: Iterable[Note]) -> Iterator[list[tuple[Note, Citation]]]:
    """The citations of one document that are tied to one work, in the order of the works."""
    found: dict[str, list[tuple[Note, Citation]]] = {}
    for note in notes:
        for citation in note.citations:
            if citation.work is not None:
                found.setdefault(citation.work, []).append((note, citation))
    return iter(found.values())


def _gathered(
    citations: list[tuple[Note, Citation]],
    buckets: dict[str, list[_Gathered]],
    gathered: list[_Gathered],
) -> _Gathered:
    """The work these citations are of: one that is known, or a new one."""
    new = _described(citations)
    # Authors tell works apart; where one of two names none, only the very same title will do.
    names = {new.author, " ".join(title_words(new.title))} - {""}
    known = (work for name in sorted(names) for work in buckets.get(name, ()))
    found = next((work for work in known if work.is_cited_by(new)), None)
    if found is None:
        gathered.append(new)
        found = new
    found.year = found.year or new.year
    for name in names:
        if found not in buckets.setdefault(name, []):
            buckets[name].append(found)
    return found


def _described(citations: list[tuple[Note, Citation]]) -> _Gathered:
    """What the fullest of several citations of one work say together."""
    every = [citation for _, citation in citations]
    authors = next((c.author for c in every if c.author), ())
    title = next((c.title for c in every if c.title), "")
    year = next((c.year for c in every if c.year), "")
    volume = next((c.volume for c in every if c.volume), "")
    kind = next((c.work_kind for c in every if c.work_kind is not WorkKind.UNKNOWN), None)
    container = next((c.container for c in every if c.container), "")
    return _Gathered(
        author=fold(authors[0]) if authors else "",
        title=title or container,
        year=year,
        volume=volume,
        kind=kind or WorkKind.UNKNOWN,
        shown_author=authors[0] if authors else "",
    )


def _declared(
    sources: Mapping[str, Source], shelf: _Shelf, gathered: list[_Gathered]
) -> dict[tuple[str, str], Node | _Gathered]:
    """What each id in a `derived-from` is: a source, a work that is cited, or one of its own."""
    found: dict[tuple[str, str], Node | _Gathered] = {}
    of_its_own: dict[str, _Gathered] = {}
    for id_, source in sorted(sources.items()):
        for name in source.derived_from:
            held = shelf.called(name)
            if held:
                found[id_, name] = Node(NodeKind.SOURCE, held)
                continue
            key = _slug(name)
            work = of_its_own.get(key) or next(
                (work for work in gathered if key in (_slug(work.label), _named(work))), None
            )
            if work is None:
                work = _Gathered("", name, "", "", WorkKind.UNKNOWN, "")
                of_its_own[key] = work
                gathered.append(work)
            work.cited.append((id_, ""))
            found[id_, name] = work
    return found


class _Shelf:
    """The sources that are held, by what a citation may call them."""

    def __init__(self, sources: Mapping[str, Source], aliases: Iterable[tuple[str, ...]]) -> None:
        self._by_name: dict[str, set[str]] = {}
        self._by_alias: dict[str, set[str]] = {}
        """Names that a title alone does not account for: no author or year speaks against them."""
        self._by_key: dict[str, list[Source]] = {}
        self._by_address: list[tuple[str, str]] = []
        groups = [frozenset(fold_text(name) for name in group) for group in aliases]
        for id_, source in sorted(sources.items()):
            if source.role is Role.DRAFT:
                continue
            for name in _findable(source):
                self._by_key.setdefault(name, []).append(source)
            titles = {fold_text(title) for title in _titles(source)}
            names = {fold_text(id_), *titles}
            for group in groups:
                names |= group if not names.isdisjoint(group) else frozenset()
            for name in names - {""}:
                self._by_name.setdefault(name, set()).add(id_)
                if name not in titles:
                    self._by_alias.setdefault(name, set()).add(id_)
            for variable in ("DOI", "URL"):
                address = source.described_as(variable).partition("://")[2]
                address = address or source.described_as(variable)
                if len(address) > len("10.1/1"):
                    self._by_address.append((address.casefold().rstrip("/"), id_))

    def called(self, name: str) -> str:
        """The one source of that id, title or alias; "" where there is none, or several."""
        found = self._by_name.get(fold_text(name), set())
        return min(found) if len(found) == 1 else ""

    def holding(self, work: _Gathered, words: str) -> set[str]:
        """The sources that may be a work, as a citation in these words gives it."""
        found = set(self._by_alias.get(fold_text(work.title), ())) if work.title else set()
        for key in (work.author, " ".join(title_words(work.title))):
            found |= {s.id for s in self._by_key.get(key, ()) if key and _is(s, work)}
        low = words.casefold()
        return found | {id_ for address, id_ in self._by_address if address in low}


def _titles(source: Source) -> list[str]:
    given = (source.title, source.described_as("title-short"))
    return [title for title in given if title and not _SUPPLIED.fullmatch(title)]


def _findable(source: Source) -> set[str]:
    """The authors' family names, and the titles as their telling words."""
    families = {fold(name.split()[-1]) for name in source.authors if name.split()}
    return families | {" ".join(title_words(title)) for title in _titles(source)}


def _is(source: Source, work: _Gathered) -> bool:
    """Whether a source may be a work: the titles agree, and neither author nor year speaks
    against it."""
    families = {fold(name.split()[-1]) for name in source.authors if name.split()}
    if work.author and families and work.author not in families:
        return False
    issued = source.issued.earliest if source.issued else None
    if work.year.isdecimal() and issued and abs(issued.year - int(work.year)) > 1:
        return False
    if work.author and families:
        return any(titles_agree(title, work.title) for title in _titles(source))
    return any(title_words(title) == title_words(work.title) for title in _titles(source))


def _node(work: _Gathered, part: str, key: str) -> Node:
    if len(work.held) == 1:
        return Node(NodeKind.SOURCE, min(work.held))
    return Node(NodeKind.WORK, f"{key}#{part}" if part else key)


def _frozen(work: _Gathered, key: str) -> CitedWork:
    held = min(work.held) if len(work.held) == 1 else ""
    return CitedWork(key, work.label, work.year, held, tuple(dict.fromkeys(work.cited)))


def _keys(gathered: Iterable[_Gathered]) -> dict[int, str]:
    """A key for each, by its place in memory while it is being gathered; none is given twice."""
    taken: set[str] = set()
    keys: dict[int, str] = {}
    for work in gathered:
        first = _named(work)
        keys[id(work)] = next(
            key
            for number in count(1)
            if (key := first if number == 1 else f"{first}-{number}") not in taken
        )
        taken.add(keys[id(work)])
    return keys


def _named(work: _Gathered) -> str:
    parts = [work.author, *title_words(work.title)]
    if work.kind in _SERIES:
        parts += [work.year, work.volume]
    return _slug(" ".join(part for part in parts if part)) or "work"


def _slug(text: str) -> str:
    return _NOT_A_LETTER.sub("-", fold_text(text))[:_LONGEST_KEY].strip("-") or "work"
