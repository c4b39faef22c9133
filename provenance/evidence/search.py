"""Which passages of a source may speak on a claim: BM25 over sentences.

Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
2009), within one source, with three additions: words that stand side by side in the question and in
the passage count more; a passage gains a little from its neighbours, since what a sentence is about
is often said in the one before; and a bound form counts less than the word itself: another word for
the same act, or a garble of a name. Names count in full under every alias.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from provenance.evidence.garbled import SHORTEST, is_garble
from provenance.evidence.passages import Passages, Stems
from provenance.evidence.query import Concept, Query
from provenance.evidence.stems import stem
from provenance.model.search import FoundPassage, Searched

SATURATION = 0.9
"""BM25's k1. From 0.6 to 1.4 the share of first hits on our development set moves by .02."""
LENGTH_MATTERS = 0.3
"""BM25's b. The usual .75 is for documents; it punishes the long sentences that carry facts."""
PAIR_BONUS = 0.4
"""Share of a word pair's rarer half that two neighbours found side by side add."""
NEIGHBOURS = 0.1
"""Share of a neighbouring passage's score that a passage gains."""
KIN = 0.4
"""What another word for the same act counts, beside the word itself."""
GARBLE = 0.6
"""What a garble of a name counts, beside the name."""
MOST_FOUND = 10


@dataclass(frozen=True, slots=True)
class Match:
    """How a passage has one thing searched for."""

    times: float
    how: str
    """The stem of the word the text has instead; "" where it has the very word or an alias."""


@lru_cache(maxsize=4_096)
def _match(times: float, how: str) -> Match:
    """The same value for the same match: most passages have a word once, and as it is asked."""
    return Match(times, how)


Matches = Mapping[Concept, Mapping[int, Match]]
"""By thing searched for, then by passage."""


def search(
    passages: Passages, query: Query, most: int = MOST_FOUND, known: Collection[str] = ()
) -> Searched:
    """The best passages for a query, best first; equals in the order of the text.

    `known` are names that other sources have: a name that stands elsewhere garbles no other.
    """
    matches = matches_of(passages, query, known)
    total = len(passages.spans)
    rarity = {
        concept: log(1 + (total - len(by_passage) + 0.5) / (len(by_passage) + 0.5))
        for concept, by_passage in matches.items()
    }
    own = _own_scores(passages, query, matches, rarity)
    scores = {
        at: score + NEIGHBOURS * (own.get(at - 1, 0.0) + own.get(at + 1, 0.0))
        for at, score in own.items()
    }
    best = sorted(scores, key=lambda at: (-scores[at], at))[:most]
    found = tuple(
        FoundPassage(
            passages.spans[at], rank, why(passages, at, query, matches), passages.notes[at]
        )
        for rank, at in enumerate(best, 1)
    )
    return Searched(passages.source, total, found)


def matches_of(passages: Passages, query: Query, known: Collection[str] = ()) -> Matches:
    """How each passage has each thing searched for."""
    return {concept: _matches(passages, concept, known) for concept in query.concepts}


def why(passages: Passages, at: int, query: Query, matches: Matches) -> str:
    """Which of the words searched for a passage has, and how it has them."""
    has = [concept for concept in query.concepts if at in matches[concept]]
    listed = ", ".join(_shown(concept, matches[concept][at], passages.words[at]) for concept in has)
    return f"has {len(has)} of {len(query.concepts)} words searched for: {listed}"


def _shown(concept: Concept, match: Match, words: Stems) -> str:
    if not match.how:
        return f"“{concept.shown}”"
    near = "counts less" if match.how in concept.kin else "may be garbled"
    length = match.how.count(" ") + 1
    runs = (words[at : at + length] for at in range(len(words)))
    word = next((run for run in runs if " ".join(map(stem, run)) == match.how), (match.how,))
    return f"“{concept.shown}” as “{' '.join(word)}” ({near})"


def _matches(passages: Passages, concept: Concept, known: Collection[str]) -> dict[int, Match]:
    exact: Counter[int] = Counter()
    for form in sorted(concept.forms):
        for at, times in passages.postings.get(form[0], _NOWHERE).items():
            exact[at] += times if len(form) == 1 else _occurrences(form, passages.stems[at])
    found = {at: _match(count, "") for at, count in exact.items() if count}
    for word, weight in _lesser(passages, concept, known):
        for at, times in passages.postings.get(word, _NOWHERE).items():
            if at not in found:
                found[at] = _match(weight * times, word)
    return found


_NOWHERE: dict[int, int] = {}


def _lesser(
    passages: Passages, concept: Concept, known: Collection[str]
) -> list[tuple[str, float]]:
    """Words that may stand for a thing searched for, and what each counts."""
    kin = [(word, KIN) for word in sorted(concept.kin)]
    if not concept.is_name:
        return kin
    wanted = [form[0] for form in concept.forms if len(form) == 1]
    if not any(len(name) >= SHORTEST for name in wanted):
        return kin
    return kin + [
        (word, GARBLE)
        for word in passages.names_in_order
        if word not in known and is_garble(word, wanted)
    ]


def _occurrences(form: Stems, stems: Stems) -> int:
    if len(form) == 1:
        return stems.count(form[0])
    last = len(stems) - len(form) + 1
    return sum(stems[at : at + len(form)] == form for at in range(last))


def _own_scores(
    passages: Passages, query: Query, matches: Matches, rarity: Mapping[Concept, float]
) -> dict[int, float]:
    scores: dict[int, float] = {}
    for concept, by_passage in matches.items():
        for at, match in by_passage.items():
            length = 1 - LENGTH_MATTERS
            length += LENGTH_MATTERS * len(passages.stems[at]) / passages.mean_length
            weight = match.times * (SATURATION + 1) / (match.times + SATURATION * length)
            scores[at] = scores.get(at, 0.0) + rarity[concept] * weight
    for first, second in zip(query.concepts, query.concepts[1:], strict=False):
        for at in matches[first].keys() & matches[second].keys():
            if _side_by_side(first, second, passages.kept[at]):
                scores[at] += PAIR_BONUS * min(rarity[first], rarity[second])
    return scores


def _side_by_side(first: Concept, second: Concept, kept: Stems) -> bool:
    return any(
        _occurrences(before + after, kept) for before in first.forms for after in second.forms
    )
