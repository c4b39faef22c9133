"""All sources of a workspace, read and ready to be searched, each prepared once and when needed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from math import log

from provenance.alignment.tokens import words
from provenance.evidence.date_events import find_events
from provenance.evidence.date_ranges import join_ranges
from provenance.evidence.dates import tag_dates
from provenance.evidence.edtf_dates import read_date
from provenance.evidence.garbled import is_garble
from provenance.evidence.passages import Passages, passages_of
from provenance.evidence.query import Concept
from provenance.evidence.spoilt_digits import SpoiltDigits, spoilt_digits, told, with_digits
from provenance.evidence.stems import stem
from provenance.model.claims import Event
from provenance.model.dated import TaggedDate
from provenance.model.documents import Document
from provenance.model.dossier import ReadSource
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.model.values import DateValue


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

    @cached_property
    def title_stems(self) -> frozenset[str]:
        """The stems of its title and its shelf; a title in brackets is not its own."""
        title = _NO_TITLE.sub(" ", self.source.title)
        return _stems_of(f"{title} {self.source.described_as('archive')}")

    @cached_property
    def author_stems(self) -> frozenset[str]:
        return _stems_of(" ".join(self.source.authors))

    def dates(self, events: tuple[Event, ...]) -> tuple[TaggedDate, ...]:
        """The dates of its text; the two ends of a range are one, and what was inferred is said."""
        if events not in self._dates:
            language = self.source.language or self.document.language
            text = self.read
            found = tag_dates(text, written=self.written, events=events, language=language)
            reasoned = tuple(self._with_anchor(self._with_garble(date)) for date in found)
            self._dates[events] = tuple(_ranges_joined(text, reasoned))
        return self._dates[events]

    @cached_property
    def spoilt(self) -> tuple[SpoiltDigits, ...]:
        """The numbers whose digits recognition took for letters."""
        return spoilt_digits(self.document.text)

    @cached_property
    def read(self) -> str:
        """The text with those digits, for what reads numbers and dates; every offset the same."""
        return with_digits(self.document.text, self.spoilt)

    def garble_in(self, span: Span) -> str:
        """What of a stretch is read through a garble, in words; "" for nothing."""
        return told(self.document.text, span, self.spoilt)

    def _with_garble(self, date: TaggedDate) -> TaggedDate:
        garble = self.garble_in(date.span)
        if not garble:
            return date
        before = "" if date.basis == "as written" else f"{date.basis}; "
        return replace(date, basis=f"{before}{garble}")

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

    def events(self, own: tuple[Event, ...], source: str) -> tuple[Event, ...]:
        """The events dates of a source may hang on: those a person named, then those the sources
        date, each also under what the source may have made of its name."""
        named = {event.name.casefold() for event in own}
        events = (*own, *(event for event in self._dated if event.name.casefold() not in named))
        return (*events, *(each for event in events for each in self._garbled(event, source)))

    def _garbled(self, event: Event, source: str) -> Iterator[Event]:
        """`Jaalta Conference` for the Yalta Conference, where the source has such a name alone."""
        names = self.sources[source].passages.names - self.known_beside(source)
        for word in event.name.split():
            folded = word.casefold()
            if folded in self.sources[source].passages.postings:
                continue
            for garble in sorted(names):
                if is_garble(garble, (folded,)):
                    yield Event(event.name.replace(word, garble.capitalize()), event.when)

    @cached_property
    def _dated(self) -> tuple[Event, ...]:
        found: dict[str, list[Event]] = {}
        for id_ in sorted(self.sources):
            each = self.sources[id_]
            for event in find_events(each.document.text, each.dates(())):
                found.setdefault(event.name.casefold(), []).append(event)
        # What the sources date differently they are compared on; no other date can hang on it.
        agreed = (events for events in found.values() if len({e.when for e in events}) == 1)
        return tuple(sorted((events[0] for events in agreed), key=lambda event: event.name))

    @cached_property
    def _name_sources(self) -> Counter[str]:
        return Counter(word for each in self.sources.values() for word in each.passages.names)

    def known_beside(self, source: str) -> frozenset[str]:
        """Names that another source has too: they garble no other."""
        if source not in self._known:
            own = self.sources[source].passages.names
            self._known[source] = frozenset(word for word in own if self._name_sources[word] > 1)
        return self._known[source]

    _known: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)


_NO_TITLE = re.compile(r"[(\[].*?[)\]]")


def _stems_of(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text).words)


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


_RECORD_END = re.compile(r"[ \t]*\n(?:end|to|until|departure)[ _-]?(?:date)?:[ \t]*", re.IGNORECASE)


def _ranges_joined(text: str, dates: tuple[TaggedDate, ...]) -> list[TaggedDate]:
    """The dates, with the two ends of a range or of a record as the one stretch they are."""
    stretches = sorted(
        (*join_ranges(text, dates), *_record_stretches(text, dates)), key=lambda date: date.span
    )
    starts = [stretch.span.start for stretch in stretches]

    def is_end(date: TaggedDate) -> bool:
        at = bisect_right(starts, date.span.start) - 1
        return at >= 0 and stretches[at].span.covers(date.span)

    return sorted((*stretches, *(d for d in dates if not is_end(d))), key=lambda date: date.span)


def _record_stretches(text: str, dates: tuple[TaggedDate, ...]) -> Iterator[TaggedDate]:
    """`start-date: … end-date: …`, on two lines of a record."""
    for first, last in pairwise(dates):
        low, high = first.value.earliest, last.value.latest
        if not low or not high or high < low:
            continue
        if _RECORD_END.fullmatch(text, first.span.end, last.span.start):
            value = read_date(f"{first.value.edtf}/{last.value.edtf}")
            yield TaggedDate(Span(first.span.start, last.span.end), value, first.basis)
