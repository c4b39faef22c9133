"""A draft's quotations held against the sources they are credited to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from provenance.alignment.locate import Locator
from provenance.alignment.tokens import words
from provenance.drafts.quotations import DraftQuotation
from provenance.model.alignments import Difference, DifferenceKind, Found, FoundPlace, Located
from provenance.model.dossier import ReadSource, SourceState
from provenance.model.notes import Citation, Note
from provenance.model.spans import Span

SURELY_NEAR = 8
"""Words of the shortest quotation that words merely near are taken for where another work, which
nobody holds, may have the very words."""
MOST_ALTERED = 0.25
"""Share of such a quotation's words that may differ."""
LEAST_LIKE = 0.5
"""Share of a quotation's words that must be the place's for it to be this quotation, altered."""
GRAM = 4
"""Words in a row by which a source is known to have a quotation, before it is looked for there."""
LEAST_GRAMS = 0.4
"""Share of a quotation's rows of words that a source must have to be looked through: one slip of
spelling breaks as many rows as they have words."""
_BRACKETED = re.compile(r"\[[^\[\]]{1,200}\]")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_BESIDE = re.compile(
    r"\b(?:cf|compare|contrast|contra|but see|see also|also|generally|vgl)\b", re.I
)
"""Signals of works that a quotation is not taken from."""


@dataclass(frozen=True, slots=True)
class HeldQuotation:
    """A quotation, and what became of looking for it in the sources it is credited to."""

    quotation: DraftQuotation
    source: str
    """The source that has it, or has it most nearly; else the first it is credited to."""
    place: FoundPlace | None
    """None where no source it is credited to has such words."""
    places: tuple[Span, ...] = ()
    """Every place it stands at as it was written."""
    citations: tuple[Citation, ...] = ()
    """Those of its notes that cite the source."""
    elsewhere: tuple[str, Span] | None = None
    """Another source that has the very words, and where, when those credited have not."""

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What differs; `left` counts in `quotation.written`."""
        return self.place.differences if self.place else ()

    @property
    def is_whole(self) -> bool:
        """Whether it stands there word for word."""
        return self.place is not None and not self.place.differences

    @property
    def plain(self) -> tuple[Difference, ...]:
        """Differences that neither an ellipsis nor brackets own up to."""
        return tuple(d for d in self.differences if not self.hides(d) and not self.brackets(d))

    @property
    def altered(self) -> tuple[Difference, ...]:
        """Those of them that are more than spelling."""
        return tuple(d for d in self.plain if d.kind is not DifferenceKind.SPELLING)

    def hides(self, difference: Difference) -> bool:
        """Whether an ellipsis stands for it."""
        said = difference.left.of(self.quotation.written)
        return bool(_ELLIPSIS.search(said)) and not re.search(r"\w", said)

    def brackets(self, difference: Difference) -> bool:
        """Whether the draft has it in square brackets."""
        at = difference.left
        for match in _BRACKETED.finditer(self.quotation.written):
            span = Span(*match.span())
            if span.overlaps(at) or span.covers(at):
                return True
        return False


@dataclass(frozen=True)
class Holding:
    """Holds quotations against sources."""

    sources: Mapping[str, ReadSource]
    locators: Mapping[str, Locator]
    """What finds quotations in a source, for each that was read."""
    notes: Mapping[str, Note]
    held: Mapping[str, str]
    """By citation id, the source that is the work it cites."""
    named: Callable[[Span], str]
    """The one source that a stretch of the draft names; "" where it names none, or several."""

    def hold(self, quotations: Iterable[DraftQuotation]) -> Iterator[HeldQuotation]:
        """Those that can be held against a source that was read, in order."""
        for quotation in quotations:
            if quotation.is_checkable:
                found = self._by_notes(quotation) if quotation.notes else self._by_name(quotation)
                if found is not None:
                    yield found

    def _by_name(self, quotation: DraftQuotation) -> HeldQuotation | None:
        """Without a note, a source named beside it may have it; where not, it may be any other."""
        source = self.named(quotation.sentence)
        if source not in self.locators:
            return None
        best = self._best(quotation, source)
        is_sure = best.place and (not best.altered or _is_surely_near(best))
        return best if is_sure else None

    def _by_notes(self, quotation: DraftQuotation) -> HeldQuotation | None:
        citations = self._citations(quotation)
        cited = {c.id: self.held[c.id] for c in citations if c.id in self.held}
        sources = [id_ for id_ in dict.fromkeys(cited.values()) if id_ in self.locators]
        if not sources:
            return None
        is_all = len(cited) == len(citations) and all(map(self._was_read, cited.values()))
        best = min((self._best(quotation, id_) for id_ in sources), key=_badness)
        own = tuple(c for c in citations if cited.get(c.id) == best.source)
        best = replace(best, citations=own)
        if best.place and not best.altered:
            return best
        if not quotation.is_sure:
            return best if best.place and _is_surely_near(best) else None
        elsewhere = self._elsewhere(quotation, sources) if is_all else None
        if is_all or (best.place and _is_surely_near(best)):
            return replace(best, elsewhere=elsewhere)
        return None

    def nearly(self, quotations: Iterable[DraftQuotation]) -> Iterator[HeldQuotation]:
        """Those whose notes cite nothing that was read, and nearly whose words another source has:
        it may be what is cited under another name, or have copied it.
        """
        for quotation in quotations:
            if not (quotation.is_checkable and quotation.is_sure and quotation.notes):
                continue
            cited = {self.held.get(c.id) for c in self._citations(quotation)}
            if cited.isdisjoint(self.locators):
                like = (self._best(quotation, id_) for id_ in self._with_rows_of(quotation))
                best = min(like, key=_badness, default=None)
                if best and best.place and best.altered and _is_surely_near(best):
                    yield best

    def _citations(self, quotation: DraftQuotation) -> list[Citation]:
        """What its notes cite, but for works that are cited beside the one it is from."""
        every = [c for id_ in quotation.notes for c in self.notes[id_].citations]
        if quotation.citations:
            return [c for c in every if c.id in quotation.citations]
        return [c for c in every if not _BESIDE.search(c.signal)] or every

    def _was_read(self, source: str) -> bool:
        entry = self.sources.get(source)
        return entry is not None and entry.state in (SourceState.READ, SourceState.CHANGED)

    def _best(self, quotation: DraftQuotation, source: str) -> HeldQuotation:
        located = self.locators[source].locate(quotation.written)
        place = _nearest(located)
        whole = tuple(p.span for p in located.places if not p.differences)
        held = HeldQuotation(quotation, source, place, whole or _spans(located.places))
        is_like = _changed(held) <= (1 - LEAST_LIKE) * len(quotation.words)
        return held if is_like else HeldQuotation(quotation, source, None)

    def _elsewhere(
        self, quotation: DraftQuotation, cited: Sequence[str]
    ) -> tuple[str, Span] | None:
        for id_ in self._with_rows_of(quotation):
            if id_ in cited:
                continue
            place = _nearest(self.locators[id_].locate(quotation.written))
            if place and all(d.kind is DifferenceKind.SPELLING for d in place.differences):
                return id_, place.span
        return None

    def _with_rows_of(self, quotation: DraftQuotation) -> Iterator[str]:
        """The sources that may have a quotation, by id: enough of its rows of words stand there."""
        rows = _rows(quotation.words)
        for id_ in sorted(self.locators):
            if len(rows & self._rows_of(id_)) >= max(1, LEAST_GRAMS * len(rows)):
                yield id_

    def _rows_of(self, source: str) -> frozenset[tuple[str, ...]]:
        if source not in self._rows:
            self._rows[source] = _rows(words(self.locators[source].text).words)
        return self._rows[source]

    @cached_property
    def _rows(self) -> dict[str, frozenset[tuple[str, ...]]]:
        return {}


def _rows(of: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Every few words in a row."""
    return frozenset(tuple(of[at : at + GRAM]) for at in range(len(of) - GRAM + 1))


def _nearest(located: Located) -> FoundPlace | None:
    if located.found is Found.NONE:
        return None
    return min(located.places, key=lambda place: (len(place.differences), place.span))


def _spans(places: Sequence[FoundPlace]) -> tuple[Span, ...]:
    return tuple(place.span for place in places)


def _badness(held: HeldQuotation) -> tuple[int, int, int]:
    if held.place is None:
        return (2, 0, 0)
    return (int(bool(held.altered)), len(held.altered), len(held.differences))


def _is_surely_near(held: HeldQuotation) -> bool:
    """Whether words merely near are this quotation, altered, and no lookalike."""
    count = len(held.quotation.words)
    return count >= SURELY_NEAR and _changed(held) <= MOST_ALTERED * count


def _changed(held: HeldQuotation) -> int:
    """How many of a quotation's words are not the place's; words left out there count as one."""
    written = held.quotation.written
    return sum(len(d.left.of(written).split()) or 1 for d in held.altered)
