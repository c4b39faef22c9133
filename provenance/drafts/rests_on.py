"""Which passage of a source a clause of a draft rests on: the one that plainly speaks of the same.

Words are weighed by how rare they are in the source. Half of what a clause says is no match: most
sentences of a history share their people and places with a dozen passages of their sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log

from provenance.alignment.lexicon import NUMBERS
from provenance.alignment.tokens import words
from provenance.evidence.kin import kin_of
from provenance.evidence.names import Aliases
from provenance.evidence.passages import Passages, passages_of
from provenance.evidence.stems import FUNCTION_WORDS, stem
from provenance.model.documents import Document
from provenance.model.names import fold_name
from provenance.model.spans import Span

LEAST_SHARE = 0.6
"""Of the weight of a clause's words, what a passage must have to speak of the same."""
CLOSE_SHARE = 0.8
"""From this share on a passage says it in nearly the same words."""
FEWEST_WORDS = 3
"""Telling words that both must have."""
KIN = 0.5
"""What another word for the same act counts."""
_SHORTEST = 3
"""Letters of the shortest word that tells anything."""
_TIMES = frozenset(
    stem(word)
    for word in (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "monday", "tuesday", "wednesday", "thursday"),
        *("friday", "saturday", "sunday", "day", "days", "week", "weeks", "month", "months"),
        *("year", "years", "morning", "evening", "afternoon", "night", "early", "late", "only"),
    )
)


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that speaks of what a clause speaks of."""

    at: int
    """Its number among the source's passages."""
    span: Span
    share: float
    shared: frozenset[str]
    """The stems both have."""

    @property
    def is_close(self) -> bool:
        """Whether it says it in nearly the same words."""
        return self.share >= CLOSE_SHARE


@dataclass(frozen=True)
class Bearers:
    """One stem for all the single words that name one bearer."""

    aliases: Aliases

    @cached_property
    def _known(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for group in self.aliases.groups:
            keys = [fold_name(name).split() for name in group]
            alone = sorted(stem(key[0]) for key in keys if len(key) == 1)
            found |= dict.fromkeys(alone, alone[0])
        return found

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text that tell what it is about: no times, no numbers, no mere grammar."""
        return self.telling(words(text).words)

    def telling(self, folded: Iterable[str]) -> frozenset[str]:
        """The same of words already folded."""
        kept = (word for word in folded if word not in FUNCTION_WORDS and word not in NUMBERS)
        stems = (stem(word) for word in kept if len(word) >= _SHORTEST and word.isalpha())
        return frozenset(self._known.get(each, each) for each in stems if each not in _TIMES)


@dataclass(frozen=True)
class SourcePassages:
    """A source's passages, ready for many clauses. Bodies of notes are left out."""

    document: Document
    bearers: Bearers

    @cached_property
    def passages(self) -> Passages:
        return passages_of("", self.document)

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """The telling stems of each passage."""
        every = zip(self.passages.words, self.passages.notes, strict=True)
        return tuple(
            frozenset() if note else self.bearers.telling(folded) for folded, note in every
        )

    @cached_property
    def _postings(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, list[int]] = {}
        for at, stems in enumerate(self.stems):
            for each in stems:
                found.setdefault(each, []).append(at)
        return {word: tuple(places) for word, places in found.items()}

    def rarity(self, word: str) -> float:
        """BM25's inverse frequency of a stem within the source."""
        held = len(self._postings.get(word, ()))
        return log(1 + (len(self.stems) - held + 0.5) / (held + 0.5))

    def matches(self, wanted: frozenset[str]) -> list[Match]:
        """Passages that share two telling words at least, those that share most first."""
        total = sum(self.rarity(word) for word in wanted)
        shared: dict[int, dict[str, float]] = {}
        for word in sorted(wanted):
            for other, weight in self._forms(word):
                for at in self._postings.get(other, ()):
                    found = shared.setdefault(at, {})
                    found[word] = max(found.get(word, 0.0), weight * self.rarity(word))
        matches = [
            Match(at, self.passages.spans[at], sum(found.values()) / total, frozenset(found))
            for at, found in shared.items()
            if len(found) > 1
        ]
        return sorted(matches, key=lambda match: (-match.share, match.at))

    def rested_on(self, wanted: frozenset[str]) -> list[Match]:
        """Of these, the ones that plainly speak of the same."""
        return [
            match
            for match in self.matches(wanted)
            if match.share >= LEAST_SHARE and len(match.shared) >= FEWEST_WORDS
        ]

    def has(self, word: str, stems: frozenset[str]) -> bool:
        """Whether some stems have a word, or another for the same act."""
        return any(form in stems for form, _ in self._forms(word))

    def _forms(self, word: str) -> Iterator[tuple[str, float]]:
        yield word, 1.0
        for kin in sorted(kin_of(word)):
            yield kin, KIN
