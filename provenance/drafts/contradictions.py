"""Dates, numbers and names of a draft that the passage of its own cited source contradicts.

Precision first. A value is held only against a passage that speaks of the same in most of its
words, whose own value stands in the clause that does; and wherever the source has the draft's value
too, near such words, nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from provenance.alignment.lexicon import MONTHS
from provenance.comparison import numbers
from provenance.comparison.outcomes import Fit
from provenance.drafts import compared_dates
from provenance.drafts.compared_names import Names, replaced_names
from provenance.drafts.rests_on import Bearers, Match, SourcePassages
from provenance.evidence.clauses import clause_at, clauses
from provenance.evidence.dates import tag_dates
from provenance.evidence.names import Aliases
from provenance.evidence.quantities import FoundQuantity, quantities
from provenance.evidence.stance import stance_at
from provenance.model.claims import ClaimType, Event, Tolerance
from provenance.model.dated import TaggedDate
from provenance.model.documents import Document
from provenance.model.sources import Source
from provenance.model.spans import Span
from provenance.model.units import unit_named

_IN_CLAUSE = 0.5
"""Share of the words both have that the clause with the source's value must hold."""

_FEW = 5
"""Telling words of a clause with fewer of which its whole sentence is looked for."""


_BOUND = re.compile(
    r"\b(?:by|before|until|till|after|since|from|bis|vor|nach|seit|ab)\s(?:the\s)?$", re.IGNORECASE
)
"""In front of a day that only bounds when something was: what had begun by the 3rd began before."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A value of the draft, and the passage of its source that has another."""

    type: ClaimType
    said: Span
    """In the draft."""
    source: str
    passage: Span
    """In the source."""
    stands: Span
    """The source's value."""
    is_close: bool
    """Whether the passage says the rest in nearly the same words."""


@dataclass(frozen=True, slots=True)
class Resting:
    """A sentence of the draft and the sources its notes cite."""

    sentence: Span
    sources: tuple[str, ...]
    is_all: bool
    """Whether nothing else is cited, which might have the sentence's value."""
    quoted: tuple[Span, ...] = ()
    """Its quotations, whose words are held against the source on their own."""


@dataclass(frozen=True, slots=True)
class _Value:
    found: TaggedDate | FoundQuantity

    @property
    def span(self) -> Span:
        return self.found.span

    def is_like(self, other: _Value) -> bool:
        """Whether the two can be held against one another: two dates, or amounts of one unit."""
        match self.found, other.found:
            case TaggedDate(), TaggedDate():
                return True
            case FoundQuantity(value=a), FoundQuantity(value=b):
                return unit_named(a.unit).family == unit_named(b.unit).family
        return False

    def is_apart(self, other: _Value) -> bool:
        match self.found, other.found:
            case TaggedDate() as a, TaggedDate() as b:
                return compared_dates.are_apart(a, b)
            case FoundQuantity(value=a), FoundQuantity(value=b):
                return numbers.compare_numbers(a, b, Tolerance()).fit is Fit.CLASH
        return False

    def agrees(self, other: _Value) -> bool:
        match self.found, other.found:
            case TaggedDate() as a, TaggedDate() as b:
                return compared_dates.agree(a, b)
            case FoundQuantity(value=a), FoundQuantity(value=b):
                return numbers.compare_numbers(a, b, Tolerance()).fit is Fit.AGREE
        return False


@dataclass(frozen=True)
class Valued:
    """A document with its passages and its typed values, each found once."""

    source: Source
    document: Document
    events: tuple[Event, ...]
    bearers: Bearers

    @cached_property
    def dates(self) -> tuple[TaggedDate, ...]:
        """All dates of its text, notes included."""
        return tag_dates(
            self.document.text,
            written=self.source.issued,
            events=self.events,
            language=self.document.language or self.source.language,
        )

    @cached_property
    def quantities(self) -> tuple[FoundQuantity, ...]:
        """Amounts that say of what, in order."""
        apart = [date.span for date in self.dates]
        apart += [marker.span for marker in self.document.markers]
        return tuple(each for each in quantities(self.document.text, apart) if each.value.unit)

    @cached_property
    def values(self) -> tuple[_Value, ...]:
        """Dates that say themselves when, and amounts, in order."""
        dates = (_Value(date) for date in self.dates if self._is_stated(date))
        amounts = (_Value(amount) for amount in self.quantities)
        return tuple(sorted((*dates, *amounts), key=lambda value: value.span))

    def _is_stated(self, date: TaggedDate) -> bool:
        """Whether a date says itself when: not `the next day`, nor a year that tells things apart
        (`the 1866 law`).
        """
        words = date.span.of(self.document.text).casefold()
        if not any(sign.isdigit() for sign in words) and MONTHS.isdisjoint(words.split()):
            return False
        is_year = len(date.value.edtf) == len("1866")
        before = self.document.text[max(0, date.span.start - 4) : date.span.start]
        return not is_year or before.casefold().endswith(("in ", "in\n"))

    @cached_property
    def passages(self) -> SourcePassages:
        return SourcePassages(self.document, self.bearers)

    def values_in(self, span: Span) -> list[_Value]:
        """Its values within a stretch, in order."""
        found = []
        for value in self.values[bisect_left(self._starts, span.start) :]:
            if value.span.start >= span.end:
                break
            if span.covers(value.span):
                found.append(value)
        return found

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(value.span.start for value in self.values)


@dataclass(frozen=True)
class Contradictions:
    """Looks for them. `sources` are those that were read, by id."""

    draft: Valued
    sources: Mapping[str, Valued]
    aliases: Aliases

    @cached_property
    def _known(self) -> Mapping[str, Names]:
        draft = self.draft.document.text
        return {id_: Names((draft, each.document.text)) for id_, each in self.sources.items()}

    def find(self, resting: Iterable[Resting]) -> Iterator[Contradiction]:
        """In the order of the sentences."""
        for each in resting:
            for id_ in each.sources:
                if id_ in self.sources:
                    yield from self._of_values(each, id_)
                    yield from self._of_names(each, id_)

    def _of_values(self, resting: Resting, id_: str) -> Iterator[Contradiction]:
        text, held = self.draft.document.text, self.sources[id_]
        for part in clauses(text, resting.sentence):
            values = self.draft.values_in(part.span)
            values = [v for v in values if not any(q.covers(v.span) for q in resting.quoted)]
            values = [v for v in values if not _is_bound(text, v)]
            if not values:
                continue
            wanted = self._telling(part.span, resting.sentence, held)
            for match in _usable(held.passages.rested_on(wanted), resting)[:1]:
                for value in values:
                    if self._is_one_of_several(value, resting) and not match.is_close:
                        continue
                    rival = self._rival(value, resting, held, match, wanted)
                    if rival is not None:
                        type_ = _type_of(value)
                        yield Contradiction(
                            type_, value.span, id_, match.span, rival.span, match.is_close
                        )

    def _is_one_of_several(self, value: _Value, resting: Resting) -> bool:
        """Whether a sentence has amounts that may be parts of one: `1,000 and another 1,000`."""
        return _type_of(value) is ClaimType.NUMBER and len(self._alike(value, resting)) > 1

    def _alike(self, value: _Value, resting: Resting) -> list[_Value]:
        every = self.draft.values_in(resting.sentence)
        return [each for each in every if value.is_like(each)]

    def _telling(self, clause: Span, sentence: Span, held: Valued) -> frozenset[str]:
        """What a clause says. What all its sentence says, where it has few words or a passage says
        all of that.
        """
        text = self.draft.document.text
        wanted = self.draft.bearers.stems(clause.of(text))
        whole = self.draft.bearers.stems(sentence.of(text))
        is_whole = any(match.is_close for match in held.passages.rested_on(whole)[:1])
        return whole if is_whole or len(wanted) < _FEW else wanted

    def _rival(
        self, value: _Value, resting: Resting, held: Valued, match: Match, wanted: frozenset[str]
    ) -> _Value | None:
        """The value a passage has instead; None where it has none, or the source has ours too."""
        alike = [each for each in held.values_in(match.span) if value.is_like(each)]
        beside = [each for each in alike if self._hangs_on_it(each, held, match)]
        if match.is_close and len(alike) == len(self._alike(value, resting)) == 1:
            beside = alike
        if not beside or not all(value.is_apart(each) for each in beside):
            return None
        search = held.passages.rested_on if match.is_close else held.passages.matches
        near = (m.span for m in search(wanted))
        if any(value.agrees(each) for span in near for each in held.values_in(span)):
            return None
        put_alike = (e for e in beside if self._are_put_alike(value, resting, e, held, match))
        return next(put_alike, None)

    def _hangs_on_it(self, value: _Value, held: Valued, match: Match) -> bool:
        """Whether the source's clause with the value has most of the words both have."""
        text = held.document.text
        parts = clauses(text, match.span)
        at = parts.index(clause_at(parts, value.span.start))
        own = held.bearers.stems(parts[at].span.of(text))
        if len(own) < _FEW and at + 1 < len(parts):
            # "It was not until June 15 that he was told": the rest stands behind it.
            own |= held.bearers.stems(parts[at + 1].span.of(text))
        within = sum(1 for word in match.shared if held.passages.has(word, own))
        return within >= max(2, _IN_CLAUSE * len(match.shared))

    def _are_put_alike(
        self, value: _Value, resting: Resting, other: _Value, held: Valued, match: Match
    ) -> bool:
        """Whether both are asserted, planned or denied alike: a plan is no report."""
        ours = stance_at(self.draft.document.text, resting.sentence, value.span)
        theirs = stance_at(held.document.text, match.span, other.span)
        return (ours.denied, ours.holds) == (theirs.denied, theirs.holds)

    def _of_names(self, resting: Resting, id_: str) -> Iterator[Contradiction]:
        text, held = self.draft.document.text, self.sources[id_]
        wanted = self.draft.bearers.stems(resting.sentence.of(text))
        known = self._known[id_]
        for match in held.passages.rested_on(wanted)[:1]:
            left, right = resting.sentence.of(text), match.span.of(held.document.text)
            for said, stands in replaced_names(left, right, known, self.aliases):
                own = _shifted(said, resting.sentence.start)
                if not any(quoted.overlaps(own) for quoted in resting.quoted):
                    there = _shifted(stands, match.span.start)
                    yield Contradiction(ClaimType.NAME, own, id_, match.span, there, match.is_close)


def _usable(matches: Sequence[Match], resting: Resting) -> list[Match]:
    """Where other works are cited too, only a passage in nearly the same words is surely meant."""
    return [match for match in matches if resting.is_all or match.is_close]


def _is_bound(text: str, value: _Value) -> bool:
    start = value.span.start
    is_date = isinstance(value.found, TaggedDate)
    return is_date and _BOUND.search(text[max(0, start - 12) : start]) is not None


def _type_of(value: _Value) -> ClaimType:
    return ClaimType.DATE if isinstance(value.found, TaggedDate) else ClaimType.NUMBER


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
