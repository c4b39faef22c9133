"""All sources of a workspace, read and ready to be searched, each prepared once and when needed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import log

from provenance.evidence.dates import tag_dates
from provenance.evidence.edtf_dates import read_date
from provenance.evidence.passages import Passages, passages_of
from provenance.evidence.query import Concept
from provenance.model.claims import Event
from provenance.model.dated import TaggedDate
from provenance.model.documents import Document
from provenance.model.dossier import ReadSource
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.model.values import DateShape, DateValue


@dataclass(frozen=True)
class Searchable:
    """One source that was read."""

    source: Source
    document: Document
    written: DateValue | None
    """When it was written; for an undated one the year most other sources are of."""
    written_why: str
    """Where that is from; "" for the source's own date."""

    @cached_property
    def passages(self) -> Passages:
        return passages_of(self.source.id, self.document)

    def dates(self, events: tuple[Event, ...]) -> tuple[TaggedDate, ...]:
        """The dates of its text; the two ends of a range are one, and what was inferred is said."""
        if events not in self._dates:
            language = self.source.language or self.document.language
            text = self.document.text
            found = tag_dates(text, written=self.written, events=events, language=language)
            told = tuple(self._with_anchor(date) for date in found)
            self._dates[events] = tuple(_ranges_joined(text, told))
        return self._dates[events]

    _dates: dict[tuple[Event, ...], tuple[TaggedDate, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def _with_anchor(self, date: TaggedDate) -> TaggedDate:
        """Its basis, with what the year of an undated source was taken from."""
        if not self.written_why or date.basis == "as written":
            return date
        return replace(date, basis=f"{date.basis}; {self.written_why}")


@dataclass(frozen=True)
class Corpus:
    """Every source that could be read, by its id."""

    sources: Mapping[str, Searchable]

    @cached_property
    def passages(self) -> int:
        return sum(len(each.passages.spans) for each in self.sources.values())

    def rarity(self, concept: Concept) -> float:
        """How much it tells that a passage has a thing searched for: BM25's inverse frequency.

        Over all sources, since within a short one everything is rare. A word that no source has
        tells least of what they speak of: it counts as much as the commonest third.
        """
        if concept not in self._rarities:
            words = {form[0] for form in concept.forms} | concept.kin
            held = sum(
                len(set().union(*(each.passages.postings.get(word, ()) for word in words)))
                for each in self.sources.values()
            )
            top = log(1 + (self.passages + 0.5) / 1.5)
            common = log(1 + (self.passages - held + 0.5) / (held + 0.5))
            self._rarities[concept] = min(common, top) if held else top / 3
        return self._rarities[concept]

    _rarities: dict[Concept, float] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _name_sources(self) -> Counter[str]:
        return Counter(word for each in self.sources.values() for word in each.passages.names)

    def known_beside(self, source: str) -> frozenset[str]:
        """Names that another source has too: they garble no other."""
        own = self.sources[source].passages.names
        return frozenset(word for word in own if self._name_sources[word] > 1)


def corpus_of(entries: tuple[ReadSource, ...]) -> Corpus:
    """The sources that were read, in whole or in part."""
    year = _commonest_year(entries)
    return Corpus(
        {
            entry.source.id: _searchable(entry.source, entry.document, year)
            for entry in entries
            if entry.document is not None
        }
    )


def _searchable(source: Source, document: Document, year: str) -> Searchable:
    if source.issued is not None or not year or _YEAR.search(document.text):
        return Searchable(source, document, source.issued, "")
    why = f"no year stands in the source, and {year} is that of most others"
    return Searchable(source, document, read_date(year), why)


_YEAR = re.compile(r"(?<![\d-])1[0-9]\d\d(?![\d-])|(?<![\d-])20\d\d(?![\d-])")


def _commonest_year(entries: tuple[ReadSource, ...]) -> str:
    """The year most dated sources were written in; "" where none is."""
    years = Counter(
        entry.source.issued.earliest.year
        for entry in entries
        if entry.source.issued and entry.source.issued.earliest
    )
    best = sorted(years.items(), key=lambda item: (-item[1], item[0]))
    return f"{best[0][0]:04d}" if best and best[0][0] > 0 else ""


_BETWEEN_ENDS = re.compile(
    r"(?:,?\s*\d{4})?\s*(?:to|until|till|through|and|–|—|-|bis|au|\n\s*end[ -]?date:)\s*(?:the\s+)?",
    re.IGNORECASE,
)
_OPENS_RANGE = re.compile(r"(?:\bfrom|\bbetween|\bvom|\bdu|\bstart[ -]?date:)\s+(?:the\s+)?\Z", re.I)


def _ranges_joined(text: str, dates: tuple[TaggedDate, ...]) -> list[TaggedDate]:
    """Two dates with *to* or a dash between them as one stretch; with *and* after *between* too."""
    joined: list[TaggedDate] = []
    for date in dates:
        before = joined[-1] if joined else None
        if before is not None and _are_ends(text, before, date):
            joined[-1] = _stretch(before, date)
        else:
            joined.append(date)
    return joined


def _are_ends(text: str, first: TaggedDate, last: TaggedDate) -> bool:
    if first.value.shape is DateShape.STRETCH or last.value.shape is DateShape.STRETCH:
        return False
    gap = text[first.span.end : last.span.start]
    between = _BETWEEN_ENDS.fullmatch(gap)
    if between is None or not (first.value.earliest and last.value.latest):
        return False
    if first.value.earliest > last.value.latest:
        return False
    opened = _OPENS_RANGE.search(text, max(0, first.span.start - 14), first.span.start)
    return opened is not None or "and" not in gap.casefold()


def _stretch(first: TaggedDate, last: TaggedDate) -> TaggedDate:
    basis = " and ".join(dict.fromkeys((first.basis, last.basis)))
    value = read_date(f"{_day(first, at_start=True)}/{_day(last, at_start=False)}")
    return TaggedDate(Span(first.span.start, last.span.end), value, basis)


def _day(date: TaggedDate, *, at_start: bool) -> str:
    """One end of a range, as precise as it is written where EDTF can say so within a range."""
    plain = date.value.edtf
    if re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?", plain):
        return plain
    end = date.value.earliest if at_start else date.value.latest
    return str(end)
