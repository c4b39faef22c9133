"""Which passages of a source may speak on a claim: BM25 over sentences.

Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
2009), within one source, with two additions: words that stand side by side in the question and in
the passage count more, and a passage gains a little from its neighbours, since what a sentence is
about is often said in the one before. Names count under every alias.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from provenance.alignment.sentences import sentences
from provenance.alignment.tokens import words
from provenance.evidence.names import Aliases
from provenance.evidence.stems import FUNCTION_WORDS, stem
from provenance.model.claims import Claim
from provenance.model.documents import Document
from provenance.model.search import FoundPassage, Searched
from provenance.model.spans import Span

SATURATION = 0.9
"""BM25's k1. From 0.6 to 1.4 the share of first hits on our development set moves by .02."""
LENGTH_MATTERS = 0.3
"""BM25's b. The usual .75 is for documents; it punishes the long sentences that carry facts."""
PAIR_BONUS = 0.4
"""Share of a word pair's rarer half that two neighbours found side by side add."""
NEIGHBOURS = 0.1
"""Share of a neighbouring passage's score that a passage gains."""
MOST_FOUND = 10

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing searched for, under every form it may take in a text."""

    shown: str
    forms: frozenset[Stems]
    """Runs of stems. A name has one for each alias."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a claim is searched by, in the order of its words."""

    concepts: tuple[Concept, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(concept.shown for concept in self.concepts)


def query_of(claim: Claim, aliases: Aliases) -> Query:
    """The words of a claim's question and of its `find`, once each, names under every alias."""
    names = sorted(
        ({_stems(name) for name in group} - {()} for group in aliases.groups),
        key=lambda forms: sorted(forms),
    )
    concepts: dict[frozenset[Stems], Concept] = {}
    for phrase in (claim.question, *claim.find):
        for concept in _concepts(phrase, names):
            concepts.setdefault(concept.forms, concept)
    return Query(tuple(concepts.values()))


def _stems(text: str) -> Stems:
    return tuple(stem(word) for word in words(text).words if word not in FUNCTION_WORDS)


def _concepts(phrase: str, names: Sequence[set[Stems]]) -> Iterable[Concept]:
    tokens = words(phrase)
    kept = [i for i, word in enumerate(tokens.words) if word not in FUNCTION_WORDS]
    stems = tuple(stem(tokens.words[i]) for i in kept)
    at = 0
    while at < len(kept):
        length, forms = _name_at(stems, at, names)
        span = tokens.span(kept[at], kept[at + length - 1])
        yield Concept(span.of(phrase), forms)
        at += length


def _name_at(stems: Stems, at: int, names: Sequence[set[Stems]]) -> tuple[int, frozenset[Stems]]:
    """The longest alias that begins here, as all its group's forms; else the word alone."""
    best: tuple[int, frozenset[Stems]] = (1, frozenset({stems[at : at + 1]}))
    for group in names:
        for form in group:
            if stems[at : at + len(form)] == form and len(form) >= best[0]:
                best = (len(form), frozenset(group))
    return best


@dataclass(frozen=True)
class Passages:
    """The sentences of one source, ready to be searched many times."""

    source: str
    spans: tuple[Span, ...]
    stems: tuple[Stems, ...]
    notes: tuple[str | None, ...]
    """The id of the note each stands in."""

    @cached_property
    def mean_length(self) -> float:
        return max(1.0, sum(map(len, self.stems)) / max(1, len(self.stems)))

    @cached_property
    def postings(self) -> dict[str, tuple[int, ...]]:
        """Where each stem stands, by passage."""
        found: dict[str, list[int]] = {}
        for at, stems in enumerate(self.stems):
            for word in set(stems):
                found.setdefault(word, []).append(at)
        return {word: tuple(places) for word, places in found.items()}


def passages_of(source: str, document: Document) -> Passages:
    """Cut a document into the passages that are searched; bodies of notes are among them."""
    spans = sentences(document.text)
    # All words count towards a passage's length; function words are never searched for.
    stems = tuple(
        tuple(stem(word) for word in words(span.of(document.text)).words) for span in spans
    )
    notes = tuple(_note_of(span, document) for span in spans)
    return Passages(source, spans, stems, notes)


def _note_of(span: Span, document: Document) -> str | None:
    return next((note.id for note in document.notes if note.span.overlaps(span)), None)


def search(passages: Passages, query: Query, most: int = MOST_FOUND) -> Searched:
    """The best passages for a query, best first; equals in the order of the text."""
    counts = _counts(passages, query)
    total = len(passages.spans)
    rarity = {
        concept: log(1 + (total - len(by_passage) + 0.5) / (len(by_passage) + 0.5))
        for concept, by_passage in counts.items()
    }
    own = _own_scores(passages, query, counts, rarity)
    scores = {
        at: score + NEIGHBOURS * (own.get(at - 1, 0.0) + own.get(at + 1, 0.0))
        for at, score in own.items()
    }
    best = sorted(scores, key=lambda at: (-scores[at], at))[:most]
    found = tuple(
        FoundPassage(
            passages.spans[at],
            rank,
            _why(at, query, counts),
            passages.notes[at],
        )
        for rank, at in enumerate(best, 1)
    )
    return Searched(passages.source, total, found)


Counts = dict[Concept, dict[int, int]]
"""How often each concept stands in each passage that has it."""


def _counts(passages: Passages, query: Query) -> Counts:
    counts: Counts = {}
    for concept in query.concepts:
        by_passage: Counter[int] = Counter()
        for form in sorted(concept.forms):
            for at in passages.postings.get(form[0], ()):
                by_passage[at] += _occurrences(form, passages.stems[at])
        counts[concept] = {at: count for at, count in by_passage.items() if count}
    return counts


def _occurrences(form: Stems, stems: Stems) -> int:
    if len(form) == 1:
        return stems.count(form[0])
    last = len(stems) - len(form) + 1
    return sum(stems[at : at + len(form)] == form for at in range(last))


def _own_scores(
    passages: Passages, query: Query, counts: Counts, rarity: dict[Concept, float]
) -> dict[int, float]:
    scores: dict[int, float] = {}
    for concept, by_passage in counts.items():
        for at, count in by_passage.items():
            length = 1 - LENGTH_MATTERS
            length += LENGTH_MATTERS * len(passages.stems[at]) / passages.mean_length
            weight = count * (SATURATION + 1) / (count + SATURATION * length)
            scores[at] = scores.get(at, 0.0) + rarity[concept] * weight
    for first, second in zip(query.concepts, query.concepts[1:], strict=False):
        for at in counts[first].keys() & counts[second].keys():
            if _side_by_side(first, second, passages.stems[at]):
                scores[at] += PAIR_BONUS * min(rarity[first], rarity[second])
    return scores


def _side_by_side(first: Concept, second: Concept, stems: Stems) -> bool:
    kept = tuple(word for word in stems if word not in FUNCTION_WORDS)
    return any(
        _occurrences(before + after, kept) for before in first.forms for after in second.forms
    )


def _why(at: int, query: Query, counts: Counts) -> str:
    has = [concept.shown for concept in query.concepts if at in counts[concept]]
    listed = ", ".join(f"“{word}”" for word in has)
    return f"has {len(has)} of {len(query.concepts)} words searched for: {listed}"
