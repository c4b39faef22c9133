"""Which of the works that are cited are held: the step from a citation to the source it leads to.

A work is held where exactly one source fits it, as any citation gives it or as the user's own
bibliography does; several are not one. Files that are the same to the byte are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from provenance.citations.dated_papers import DatedPapers
from provenance.citations.names import families_of, fold
from provenance.citations.work_signs import names_of
from provenance.citations.works import title_words, titles_agree
from provenance.model.bibliography import ListedWork, Reference
from provenance.model.dossier import ReadSource
from provenance.model.names import fold_text
from provenance.model.notes import Work
from provenance.model.sources import Role, Source

_SUPPLIED = re.compile(r"\s*\[.*\]\s*", re.DOTALL)
"""A title in brackets was supplied by whoever described the source; nobody cites it."""
_RESOLVER = re.compile(r"^(?:(?:dx\.|www\.)?doi\.org/|doi:\s*)")
_SHORTEST_ADDRESS = len("10.1/12")


def holding(
    works: Iterable[ListedWork],
    sources: Sequence[ReadSource],
    aliases: Iterable[tuple[str, ...]] = (),
) -> tuple[ListedWork, ...]:
    """The works, each with the source that it is. `aliases` are groups of names for one bearer or
    one work; a group that has a source's id or title makes its other names names of that source.
    """
    shelf = HeldSources((entry.source for entry in sources), aliases)
    first = _first_copies(sources)
    spelled = {(entry.source.id, work.id): work for entry in sources for work in entry.works}
    written = dict(_citations(sources))
    told = []
    for work in works:
        found: set[str] = set()
        for spelling in work.spellings:
            found |= shelf.that_are(spelled[spelling.source, spelling.work])
        for at in work.cited:
            found |= shelf.addressed(written[at])
        for spelling in work.spellings:
            cited = spelled[spelling.source, spelling.work]
            for id_ in cited.cited:
                words = written[spelling.source, id_]
                found = shelf.of_a_day(cited, words, found)
        if work.reference is not None:
            found |= shelf.entered_as(work.reference)
        found = {first.get(id_, id_) for id_ in found}
        told.append(replace(work, held=min(found) if len(found) == 1 else ""))
    return tuple(told)


def _first_copies(sources: Iterable[ReadSource]) -> Mapping[str, str]:
    """For every source that was read, the first by id with the same bytes."""
    first: dict[str, str] = {}
    read = {e.source.id: e.document.sha256 for e in sources if e.document}
    for id_ in sorted(read):
        first.setdefault(read[id_], id_)
    return {id_: first[sha256] for id_, sha256 in read.items()}


def _citations(sources: Iterable[ReadSource]) -> Iterator[tuple[tuple[str, str], str]]:
    """The words of every citation, by source and citation id."""
    for entry in sources:
        if entry.document is not None:
            for note in entry.document.notes:
                for citation in note.citations:
                    yield (entry.source.id, citation.id), citation.span.of(entry.document.text)


class HeldSources:
    """The sources that are held, by what a citation or a description may call them."""

    def __init__(self, sources: Iterable[Source], aliases: Iterable[tuple[str, ...]] = ()) -> None:
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._by_alias: dict[str, set[str]] = defaultdict(set)
        """Names that a title alone does not account for: no author or year speaks against them."""
        self._by_key: dict[str, list[Source]] = defaultdict(list)
        self._by_address: list[tuple[str, str]] = []
        groups = [frozenset(fold_text(name) for name in group) for group in aliases]
        held = [source for source in sources if source.role is not Role.DRAFT]
        self._dated = DatedPapers(held)
        for source in sorted(held, key=lambda source: source.id):
            self._put(source, groups)

    def _put(self, source: Source, groups: Iterable[frozenset[str]]) -> None:
        for key in _findable(source):
            self._by_key[key].append(source)
        titles = {fold_text(title) for title in _titles(source)}
        names = {fold_text(source.id), *titles}
        for group in groups:
            names |= group if not names.isdisjoint(group) else frozenset()
        for name in names - {""}:
            self._by_name[name].add(source.id)
            if name not in titles:
                self._by_alias[name].add(source.id)
        for variable in ("DOI", "URL"):
            address = _address(source.described_as(variable))
            if address:
                self._by_address.append((address, source.id))

    def called(self, name: str) -> str:
        """The one source of that id, title or alias; "" where there is none, or several."""
        found = self._by_name.get(fold_text(name), set())
        return min(found) if len(found) == 1 else ""

    def that_are(self, work: Work) -> set[str]:
        """The sources that may be a work as one document cites it."""
        title = work.title or work.container
        found: set[str] = set()
        for name in {fold_text(title), *names_of(work)} - {""}:
            found |= self._by_alias.get(name, set())
        for key in ("".join(work.author[:1]), title):
            folded = " ".join(title_words(key)) if key is title else fold(key)
            found |= {s.id for s in self._by_key.get(folded, ()) if _is(s, work)}
        return found

    def addressed(self, words: str) -> set[str]:
        """The sources whose DOI or address stands in some words."""
        if "/" not in words:
            return set()
        low = words.casefold()
        return {id_ for address, id_ in self._by_address if address in low}

    def of_a_day(self, work: Work, words: str, found: set[str]) -> set[str]:
        """What was found of a work, as some words cite it: more where they name a paper by its
        day, less where they name another day. A letter's writer and day alone count where nothing
        else tells it."""
        named = found | self._dated.that_are(work, words)
        kept = named - self._dated.of_another_day(work, words)
        return kept or self._dated.of_the_writer(work, words)

    def entered_as(self, reference: Reference) -> set[str]:
        """The sources that an entry of the user's own bibliography may be."""
        names = tuple(person.family for person in reference.authors or reference.editors)
        work = Work(reference.id, names, reference.title, reference.year, ())
        found = self.that_are(work) if reference.title else set()
        return found | self.addressed(f"{reference.doi} {reference.url}")


def _address(written: str) -> str:
    # However a DOI is written, its number is what a citation of it has.
    bare = _RESOLVER.sub("", (written.partition("://")[2] or written).casefold()).rstrip("/")
    return bare if len(bare) >= _SHORTEST_ADDRESS else ""


def _titles(source: Source) -> list[str]:
    given = (source.title, source.described_as("title-short"))
    return [title for title in given if title and not _SUPPLIED.fullmatch(title)]


def _findable(source: Source) -> set[str]:
    """The authors' family names, and the titles as their telling words."""
    families = families_of(source.authors)
    return (families | {" ".join(title_words(title)) for title in _titles(source)}) - {""}


def _is(source: Source, work: Work) -> bool:
    """Whether a source may be a work: the titles agree, and neither author nor year speaks
    against it."""
    families = families_of(source.authors)
    author = fold(work.author[0]) if work.author else ""
    if author and families and author not in families:
        return False
    issued = source.issued.earliest if source.issued else None
    if work.year.isdecimal() and issued and abs(issued.year - int(work.year)) > 1:
        return False
    title = work.title or work.container
    if author and families:
        return any(titles_agree(held, title) for held in _titles(source))
    return any(title_words(held) == title_words(title) for held in _titles(source))
