"""Works gathered from the citations of one document: each once, however it was cited."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from provenance.citations.names import fold
from provenance.citations.special import Fields
from provenance.model.notes import Work, WorkKind

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    {"the", "a", "an", "of", "and", "in", "on", "to", "for", "le", "la", "les", "et", "de"}
    | {"der", "die", "das", "des", "dem", "den", "und", "im", "zur", "zum", "von", "ein", "eine"}
)
_FRUS = re.compile(r"\bForeign Relations(?: of the United States)?(?::\sDiplomatic Papers)?\b")
_LIKE_ENOUGH = 0.8
_SPECIFIC = 4
_MOST_BY_ONE = 100
"""Whoever has more works than this is a ministry or its minister: only whole titles tell them."""


@lru_cache(maxsize=8192)
def title_words(title: str) -> tuple[str, ...]:
    """The words of a title that tell it from others, folded; a series by its one short name."""
    words = [fold(word) for word in _WORD.findall(_FRUS.sub("FRUS", title))]
    return tuple(word for word in words if word not in _SMALL) or tuple(words)


def titles_agree(one: str, other: str) -> bool:
    """Whether one title is the other, or is it in short: its first words, or some in order."""
    a, b = sorted((title_words(one), title_words(other)), key=len)
    if not a or not b:
        return False
    if a == b[: len(a)]:
        return True
    remaining = iter(b)
    if all(word in remaining for word in a):
        return len(a) > 1 or len(a[0]) >= _SPECIFIC
    if [word for word in a if word.isdigit()] != [word for word in b if word.isdigit()]:
        return False
    common = len(set(a) & set(b))
    return common >= _LIKE_ENOUGH * len(set(a) | set(b)) and common > 1


@dataclass(slots=True)
class GatheredWork:
    """A work while its citations are being gathered."""

    id: str
    fields: Fields
    kind: WorkKind
    citations: list[str] = field(default_factory=list)
    chapters: set[str] = field(default_factory=set)
    """Titles cited as parts of it, where they were cited through the volume they stand in."""
    is_listed: bool = False
    """Whether it comes from a list of abbreviations and not from a note."""

    @property
    def is_a_name_alone(self) -> bool:
        """Whether nothing is known of it but who wrote it."""
        return not self.fields.title and not self.fields.container

    def names(self) -> frozenset[str]:
        return frozenset(fold(name) for name in (*self.fields.families, *self.fields.hosts))

    def authored_by(self, families: Iterable[str]) -> bool:
        """Whether the first of these names is its first."""
        wanted = [fold(name) for name in families]
        own = [fold(name) for name in self.fields.families]
        return (
            bool(wanted and own)
            and wanted[0] == own[0]
            and (len(wanted) == 1 or len(own) == 1 or wanted[1] == own[1])
        )

    def agrees(self, fields: Fields) -> bool:
        """Whether a citation with a title may cite this work."""
        if bool(self.fields.families) != bool(fields.families):
            return False
        if fields.families and not self.authored_by(fields.families):
            return False
        own = self.fields
        if own.year and fields.year and own.year != fields.year and not own.is_entry_with(fields):
            return False
        volumes = {self.fields.volume, fields.volume} - {""}
        if self.kind is WorkKind.DOCUMENT_SERIES and len(volumes) > 1:
            return False
        if self.kind is WorkKind.CASE and self.fields.volume and fields.volume:
            same_report = (self.fields.volume, self.fields.container) == (
                fields.volume,
                fields.container,
            )
            # "Penn Central, 438 U.S. at 128" is Penn Cent. Transp. Co. in that volume.
            own_words, words = title_words(own.title), title_words(fields.title)
            begins_alike = bool(words) and not fields.year and own_words[:1] == words[:1]
            return same_report and (begins_alike or titles_agree(own.title, fields.title))
        if not self.fields.title and not fields.title:
            return self._same_place(fields)
        if self.kind is WorkKind.ARCHIVAL:
            # Letters and minutes have much the same titles: every word counts, and the file.
            same_file = (
                own.year or not own.container or fold(own.container) == fold(fields.container)
            )
            return bool(same_file) and title_words(own.title) == title_words(fields.title)
        if not fields.families:
            return title_words(self.fields.title) == title_words(fields.title)
        return titles_agree(self.fields.title, fields.title)

    def _same_place(self, fields: Fields) -> bool:
        """Whether two citations without a title name the same file or the same page of a report."""
        own = self.fields
        same = (fold(own.container), own.volume) == (fold(fields.container), fields.volume)
        is_file = self.kind is WorkKind.ARCHIVAL
        return same and bool(own.container) and (is_file or own.pages[:3] == fields.pages[:3])

    def frozen(self) -> Work:
        is_volume = len(self.chapters - {self.fields.title}) > 0 and bool(self.fields.container)
        return Work(
            self.id,
            () if is_volume else self.fields.authors,
            self.fields.container if is_volume else (self.fields.title or self._described()),
            self.fields.year,
            tuple(self.citations),
            WorkKind.BOOK if is_volume else self.kind,
            "" if is_volume else self.fields.container,
            self.fields.volume,
        )

    def _described(self) -> str:
        """What to call a work that is cited without a title: its report, its file, its place."""
        if self.kind is WorkKind.ARCHIVAL:
            return self.fields.container
        parts = (self.fields.volume, self.fields.container, self.fields.pages)
        return " ".join(part for part in parts if part) if self.fields.container else ""


class WorkList:
    """The works of one document, in the order they were first cited."""

    def __init__(self) -> None:
        self._works: dict[str, GatheredWork] = {}
        self._short: dict[str, str] = {}
        self._by_first: dict[str, list[GatheredWork]] = defaultdict(list)
        self._by_title: dict[str, list[GatheredWork]] = defaultdict(list)
        self._by_report: dict[tuple[str, str], list[GatheredWork]] = defaultdict(list)
        self._by_word: dict[str, list[GatheredWork]] = defaultdict(list)

    def __iter__(self) -> Iterator[GatheredWork]:
        return iter(self._works.values())

    def __getitem__(self, work: str) -> GatheredWork:
        return self._works[work]

    def add(self, fields: Fields, kind: WorkKind) -> GatheredWork:
        work = GatheredWork(f"w{len(self._works) + 1}", fields, kind)
        self._works[work.id] = work
        self._by_first[_first(fields)].append(work)
        self._by_title[_whole(fields)].append(work)
        if kind is WorkKind.CASE:
            self._by_report[_report(fields)].append(work)
        for word in title_words(fields.title)[:1]:
            self._by_word[word].append(work)
        return work

    def call(self, name: str, work: str) -> None:
        """Remember a short name that the document gives a work: "hereafter cited as …"."""
        if len(fold(name)) > 1:
            self._short.setdefault(fold(name), work)

    def known_as(self, name: str, fields: Fields, kind: WorkKind) -> None:
        """Take in a work from the document's own list of abbreviations."""
        work = self.add(fields, kind)
        work.is_listed = True
        self.call(name, work.id)

    def called(self, citation: str) -> tuple[GatheredWork, str] | None:
        """The work whose given short name a citation begins with; the longest name wins."""
        if not self._short:
            return None
        words = list(_WORD.finditer(citation))[:12]
        for last in reversed(words):
            work = self._short.get(fold(citation[: last.end()]))
            if work is not None:
                return self._works[work], citation[: last.end()]
        return None

    def beginning(self, title: str) -> list[GatheredWork]:
        """The works whose titles begin with these words: "Three Decades" for a longer title."""
        words = title_words(title)
        if not words or len(words[0]) < _SPECIFIC:
            return []
        same = self._by_word.get(words[0], [])
        return [work for work in same if title_words(work.fields.title)[: len(words)] == words]

    def by_author(self, families: Iterable[str]) -> list[GatheredWork]:
        wanted = tuple(families)
        same_first = self._by_first.get(fold(wanted[0]), []) if wanted else []
        return [work for work in same_first if work.authored_by(wanted)]

    def titled(self, fields: Fields, kind: WorkKind) -> list[GatheredWork]:
        """Works a citation with this title may cite; those that agree in the year first decide."""
        found = [
            work
            for work in self._near(fields, kind)
            if bool(work.fields.title) == bool(fields.title) and work.agrees(fields)
        ]
        exact = [work for work in found if fields.year and work.fields.year == fields.year]
        return exact or found

    def _near(self, fields: Fields, kind: WorkKind) -> list[GatheredWork]:
        """Works that may agree: all that do are among them."""
        if kind is WorkKind.CASE and fields.volume and fields.container:
            return self._by_report.get(_report(fields), [])
        works = self._by_first.get(_first(fields), [])
        if kind is WorkKind.ARCHIVAL or len(works) > _MOST_BY_ONE:
            return self._by_title.get(_whole(fields), [])
        return works


def _report(fields: Fields) -> tuple[str, str]:
    return fields.volume, fold(fields.container)


def _whole(fields: Fields) -> str:
    """The first author with the whole title."""
    author = fold(fields.families[0]) if fields.families else ""
    return f"{author}: {' '.join(title_words(fields.title or fields.container))}"


def _first(fields: Fields) -> str:
    """What works are looked up by: the first family name, else the first words of the title."""
    if fields.families:
        return fold(fields.families[0])
    return " ".join(title_words(fields.title or fields.container)[:2])
