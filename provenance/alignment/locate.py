"""Where a quotation stands in a text, and how its words differ from the text's own.

Three searches, each only where the one before found nothing: the words as they are; the words but
for what a reader does not see (`fold`); words near them, whose differences are all named. What was
found by the third and differs in nothing but brackets and line-end hyphens counts as folded. No
altered word ever comes back as exact or folded, and two places never come back as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice, pairwise

from provenance.alignment.altered import matching_ends, place_of, whole_words, with_ends
from provenance.alignment.context import Context
from provenance.alignment.edges import closes_word, opens_word
from provenance.alignment.fold import Folded, fold
from provenance.alignment.near import Candidate, candidates
from provenance.alignment.quotations import Quotation, read_quotation
from provenance.alignment.tokens import words
from provenance.alignment.word_index import WordIndex
from provenance.model.alignments import Found, FoundPlace, Located
from provenance.model.spans import Span

MOST_PLACES = 1_000
"""Places told of one quotation; the first of them where there are more."""
MOST_LOOKED_AT = 100_000
"""Occurrences looked at, whole words or not."""
_WORD = re.compile(r"[^\W_]")
_EDGE_SIGNS = " .,;:'\"-()[]"
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_BLANKS = re.compile(r"\s+")
_AS_GOOD = 0.05
"""Two near places whose edits differ by no more than this are equally near."""
NOWHERE = Located(Found.NONE)


def locate(text: str, quotation: str, *, prefix: str = "", suffix: str = "") -> Located:
    """Where a quotation stands in a text. For many quotations of one text, keep a `Locator`."""
    return Locator(text).locate(quotation, prefix=prefix, suffix=suffix)


class Locator:
    """A text in which quotations are looked for; what a search needs of it is made once.

    `markers` are stretches of the text that a quotation may leave out without changing a word:
    note markers, above all.
    """

    def __init__(self, text: str, markers: Iterable[Span] = ()) -> None:
        self.text = text
        self._unmarked = _blanked(text, markers)
        self._located: dict[tuple[str, str, str], Located] = {}

    def locate(self, quotation: str, *, prefix: str = "", suffix: str = "") -> Located:
        """Where a quotation stands: no place, one or several.

        `prefix` and `suffix` are what stands before and after it (as in W3C's TextQuoteSelector);
        they choose between places, and are not needed for one. Places found exactly are without
        differences; so are folded ones. A quotation without a letter or digit stands nowhere.
        What was looked for once is known.
        """
        asked = quotation, prefix, suffix
        if asked not in self._located:
            self._located[asked] = self._looked_for(quotation, prefix, suffix)
        return self._located[asked]

    def _looked_for(self, quotation: str, prefix: str, suffix: str) -> Located:
        written = quotation.replace("\r\n", "\n").strip()
        if not _WORD.search(written):
            return NOWHERE
        context = Context(prefix, suffix)
        exact, cut = self._exact(written)
        folded, cut_folded = self._folded(written)
        if exact:
            plain = _plain(written)
            exact = sorted({*exact, *(s for s in folded if _plain(s.of(self.text)) == plain)})
        tried = ((Found.EXACT, exact), (Found.FOLDED, folded))
        for choose in (context.whole, context.likely, _any):
            for found, spans in tried:
                chosen = choose(self.text, spans)
                if chosen:
                    return _located(found, [FoundPlace(span) for span in chosen])
        near = (
            self._cut_short(written, cut or cut_folded)
            or self._hyphenated(written)
            or self._nearest(written, context)
        )
        fitting = set(context.fitting(self.text, [place.span for place in near]))
        near = [place for place in near if place.span in fitting] or near
        altered = any(place.differences for place in near)
        return _located(Found.NEAR if altered else Found.FOLDED, near)

    @cached_property
    def _fold(self) -> Folded:
        return fold(self.text)

    @cached_property
    def _unmarked_fold(self) -> Folded:
        return fold(self._unmarked)

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex(self._unmarked, words(self._unmarked))

    def _exact(self, written: str) -> tuple[list[Span], list[Span]]:
        """Where the very characters stand: as whole words, and cut from longer ones."""
        return self._sorted_out(_occurrences(self.text, written))

    def _folded(self, written: str) -> tuple[list[Span], list[Span]]:
        """The same but for what a reader does not see, nor the signs at either end."""
        needle = fold(written).text.strip()
        bare = needle.strip(_EDGE_SIGNS)
        texts = [self._fold]
        if self._unmarked is not self.text:
            texts.append(self._unmarked_fold)
        cut: list[Span] = []
        for wanted in dict.fromkeys((needle, bare)):
            for folded in texts:
                spans = (folded.back(span) for span in _occurrences(folded.text, wanted))
                whole, partly = self._sorted_out(spans)
                if whole:
                    return [with_ends(self.text, span, written) for span in whole], partly
                cut = cut or partly
        return [], cut

    def _sorted_out(self, spans: Iterable[Span]) -> tuple[list[Span], list[Span]]:
        whole: list[Span] = []
        cut: list[Span] = []
        for span in spans:
            is_whole = opens_word(self.text, span.start) and closes_word(self.text, span.end)
            if is_whole or len(cut) < MOST_PLACES:
                (whole if is_whole else cut).append(span)
        return whole, cut

    def _cut_short(self, written: str, spans: Sequence[Span]) -> list[FoundPlace]:
        """Places where words stand that the quotation cuts short; a lone stump stands nowhere."""
        if len(words(written)) < 2:
            return []
        return self._as_written(written, spans)

    def _hyphenated(self, written: str) -> list[FoundPlace]:
        """Places that differ in hyphens alone; where a line ends, that is no difference."""
        needle = fold(written).text.strip(_EDGE_SIGNS)
        joined = _HYPHEN.sub("", needle)
        if joined == needle:
            return []
        spans = (self._fold.back(span) for span in _occurrences(self._fold.text, joined))
        places = self._as_written(written, self._sorted_out(spans)[0])
        return [place for place in places if not place.differences] or places

    def _as_written(self, written: str, spans: Iterable[Span]) -> list[FoundPlace]:
        """Places for a quotation that stands there letter by letter, though not word by word."""
        quotation = Quotation(written, (Span(0, len(written)),))
        widened = dict.fromkeys(whole_words(self._unmarked, span) for span in spans)
        return [place_of(quotation, self._unmarked, [span]) for span in widened]

    def _nearest(self, written: str, context: Context) -> list[FoundPlace]:
        """The places with fewest edits, or those whose context is given."""
        quotation = read_quotation(written)
        parts = [words(part.of(quotation.text)).words for part in quotation.parts]
        found = candidates(self._index, parts) if any(parts) else ()
        if not found:
            return []
        spans = {self._span(candidate): candidate for candidate in found}
        fitting = context.fitting(self.text, list(spans))
        chosen = [spans[span] for span in fitting] or found
        least = min(candidate.edits for candidate in chosen)
        chosen = [candidate for candidate in chosen if candidate.edits <= least + _AS_GOOD]
        places = [place_of(quotation, self._unmarked, self._parts(c)) for c in chosen]
        return self._closest(quotation, places)

    def _closest(self, quotation: Quotation, places: Sequence[FoundPlace]) -> list[FoundPlace]:
        """Of places whose words are equally near, those whose punctuation is nearest."""

        def distance(place: FoundPlace) -> tuple[int, int]:
            ends = matching_ends(quotation, self._unmarked, place.span)
            return len(place.differences), -ends

        least = min(distance(place) for place in places)
        closest = [place for place in places if distance(place) == least]
        whole = [
            replace(place, span=with_ends(self.text, place.span, quotation.text))
            for place in closest
        ]
        return sorted(whole, key=lambda place: place.span)

    def _span(self, candidate: Candidate) -> Span:
        return self._index.tokens.span(candidate.first, candidate.last - 1)

    def _parts(self, candidate: Candidate) -> list[Span | None]:
        """Where the parts stand, widened to whole words where that makes none of them overlap."""
        tokens = self._index.tokens
        narrow = [tokens.span(p.first, p.last - 1) if p else None for p in candidate.parts]
        wide = [whole_words(self._unmarked, span) if span else None for span in narrow]
        placed = [span for span in wide if span]
        return narrow if any(a.end > b.start for a, b in pairwise(placed)) else wide


def _located(found: Found, places: Sequence[FoundPlace]) -> Located:
    if not places:
        return NOWHERE
    several = len(places) > 1
    return Located(Found.SEVERAL if several else found, tuple(places[:MOST_PLACES]))


def _any(_: str, spans: Sequence[Span]) -> list[Span]:
    return list(spans)


def _occurrences(text: str, wanted: str) -> Iterator[Span]:
    """Every place of a string, overlapping ones too, up to a bound."""

    def starts() -> Iterator[int]:
        start = text.find(wanted)
        while start >= 0:
            yield start
            start = text.find(wanted, start + 1)

    return (Span(start, start + len(wanted)) for start in islice(starts(), MOST_LOOKED_AT))


def _plain(words: str) -> str:
    """Words as they are but for blanks and line ends."""
    return _BLANKS.sub(" ", words)


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """A text as long as it was, with blanks for some of it."""
    pieces: list[str] = []
    end = 0
    for span in sorted(spans):
        if span.start >= end:
            pieces += [text[end : span.start], " " * len(span)]
            end = span.end
    return "".join([*pieces, text[end:]]) if pieces else text
