"""How much of a question a passage speaks to, its surroundings counted at a discount.

A passage that merely shares words is no statement. What is asked for is looked up in the passage
itself, then in what a reader has in mind on reaching it: the sentence before, the sentence a note
hangs on, the title, the author who says *I*, the source as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from provenance.evidence.corpus import Corpus, Searchable
from provenance.evidence.passages import Stems
from provenance.evidence.query import Concept, Query
from provenance.evidence.search import Match, Matches, matches_of

WORD, GARBLED, KIN = 1.0, 0.75, 0.6
"""What the very word, a garble of a name and another word for an act count in the passage."""
CARRIER, BEFORE, TITLE, AUTHOR, AFTER, ANYWHERE = 0.7, 0.5, 0.45, 0.5, 0.25, 0.2
"""What it counts that a word stands elsewhere: in the sentence a note hangs on, the sentence
before, the title, as the author who says *I*, in the sentence behind, anywhere in the source."""
SURE_OF_NAMES, SURE_OF_ACTS = 0.6, 0.6
"""Shares that must stand in the passage itself before its value may be called a conflict."""

_FIRST_PERSON = frozenset({"i", "me", "my", "we", "our", "us"})
_GOES_ON = frozenset({"it", "this", "that", "these", "those", "he", "she", "they"})
"""First words of a sentence that speaks of what the one before names."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One passage against one question. Shares are of what the question's words tell."""

    at: int
    own: float
    """What the passage itself has; a note, with the sentence it hangs on."""
    whole: float
    """The same with its surroundings."""
    names: float
    """Of the names asked for, with their surroundings; 1 where none is asked for."""
    names_asked: int
    names_missing: int
    """How many names asked for stand neither in it nor right around it."""
    acts: float
    """Of the other words, in the passage itself; 1 where there are none."""
    acts_before: float
    """Of them in the sentence before, where the passage goes on from it: *It broke out at ten*."""
    has_counted: bool
    """Whether the passage itself has the word for what the number of is asked."""
    is_sure: bool
    """Whether the passage itself speaks to all that matters of the question."""

    def at_place(self, at: int) -> Weighed:
        """The same of another passage."""
        # Not `replace`, which takes ten times as long, and there are hundreds of thousands.
        return Weighed(
            at,
            self.own,
            self.whole,
            self.names,
            self.names_asked,
            self.names_missing,
            self.acts,
            self.acts_before,
            self.has_counted,
            self.is_sure,
        )


def weigh(corpus: Corpus, entry: Searchable, query: Query) -> tuple[Matches, tuple[Weighed, ...]]:
    """Every passage that has any of the words asked for, or goes on from one that has, in the order
    of the text."""
    matches = matches_of(entry.passages, query, corpus.known_beside(entry.source.id))
    scale = _Scale(corpus, entry, query, matches)
    opened = entry.passages.words
    behind = {at + 1 for at in scale.rows if at + 1 < len(opened) and _goes_on(opened[at + 1])}
    return matches, tuple(scale.weighed(at) for at in sorted(behind.union(scale.rows)))


def _goes_on(words: Stems) -> bool:
    return not _GOES_ON.isdisjoint(words[:1])


Levels = Mapping[Concept, float]
"""What each thing asked for counts in a passage that has it."""
_Row = tuple[float, ...]
"""The same for all things asked for, in their order; 0 for what the passage does not have."""


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What a passage and its neighbours have: all that its weight hangs on."""

    own: Levels
    carrier: Levels | None
    before: Levels
    after: Levels
    is_first_person: bool
    goes_on: bool


class _Scale:
    """What each thing asked for tells, and what it counts wherever the passage stands."""

    def __init__(self, corpus: Corpus, entry: Searchable, query: Query, matches: Matches) -> None:
        wanted = (c for c in query.concepts if c.is_asked and not c.is_time and not c.is_counted)
        self.concepts = query.concepts
        self.wanted = tuple(wanted)
        self.names = tuple(concept for concept in self.wanted if concept.is_name)
        self.acts = tuple(concept for concept in self.wanted if not concept.is_name)
        self.tells = {concept: corpus.rarity(concept) for concept in self.wanted}
        self.extra = corpus.rarity
        self.passages = entry.passages
        self.anywhere = {c: _anywhere(c, entry, matches) for c in self.wanted}
        self.of_author = {c for c in self.names if _stems(c) & entry.author_stems}
        self.rows = _rows(query, matches)
        self.none: _Row = (0.0,) * len(self.concepts)
        self._known: dict[tuple[_Row | bool | None, ...], Weighed] = {}

    def weighed(self, at: int) -> Weighed:
        """A passage, weighed once for all that have the same in the same surroundings."""
        passages, rows, none = self.passages, self.rows, self.none
        notes, carrier = passages.notes, passages.carriers[at]
        key = (
            rows.get(at, none),
            None if carrier is None else rows.get(carrier, none),
            rows.get(at - 1, none) if at and notes[at - 1] == notes[at] else none,
            rows.get(at + 1, none) if at + 1 < len(notes) and notes[at + 1] == notes[at] else none,
            bool(self.of_author) and not _FIRST_PERSON.isdisjoint(passages.stems[at]),
            _goes_on(passages.words[at]),
        )
        known = self._known.get(key)
        if known is None:
            own, lent, before, after, is_first, goes_on = key
            told = None if lent is None else self._levels(lent)
            near = self._levels(before), self._levels(after)
            place = _Surroundings(self._levels(own), told, *near, is_first, goes_on)
            known = self._known[key] = _weighed(at, place, self)
        return known if known.at == at else known.at_place(at)

    def _levels(self, row: _Row) -> Levels:
        return {concept: level for concept, level in zip(self.concepts, row, strict=True) if level}

    def share(self, levels: Levels, among: Iterable[Concept]) -> float:
        total = reached = 0.0
        for concept in among:
            tells = self.tells[concept]
            total += tells
            reached += tells * levels.get(concept, 0.0)
        return reached / total if total else 1.0


def _rows(query: Query, matches: Matches) -> dict[int, _Row]:
    """What each passage has that has anything, by its place."""
    levels: dict[int, list[float]] = {}
    for index, concept in enumerate(query.concepts):
        for at, match in matches[concept].items():
            row = levels.get(at)
            if row is None:
                row = levels[at] = [0.0] * len(query.concepts)
            row[index] = _level(concept, match)
    return {at: tuple(row) for at, row in levels.items()}


def _level(concept: Concept, match: Match) -> float:
    if not match.how:
        return WORD
    return KIN if match.how in concept.kin and not concept.is_name else GARBLED


def _stems(concept: Concept) -> frozenset[str]:
    return concept.kin.union(*concept.forms)


def _anywhere(concept: Concept, entry: Searchable, matches: Matches) -> float:
    """What it counts for every passage that the source's title has a word, or any passage."""
    if _stems(concept) & entry.title_stems:
        return TITLE
    return ANYWHERE if matches[concept] else 0.0


def _weighed(at: int, place: _Surroundings, scale: _Scale) -> Weighed:
    own = place.own
    around = {c: max(own.get(c, 0.0), _around(c, place, scale)) for c in scale.wanted}
    times = _times(own, scale)
    bonus = _found_words(own, scale)
    own_names, own_acts = scale.share(own, scale.names), scale.share(own, scale.acts)
    return Weighed(
        at=at,
        own=scale.share(_with_carrier(place, scale), (*scale.wanted, *times)),
        whole=min(1.0, scale.share({**around, **times}, (*scale.wanted, *times)) + bonus),
        names=scale.share(around, scale.names),
        names_asked=len(scale.names),
        names_missing=sum(around[name] <= AFTER for name in scale.names),
        acts=max(own_acts, bonus),
        acts_before=BEFORE * scale.share(place.before, scale.acts) if place.goes_on else 0.0,
        has_counted=any(concept.is_counted for concept in own),
        is_sure=_is_sure(own_names, own_acts, own),
    )


def _with_carrier(place: _Surroundings, scale: _Scale) -> Levels:
    """A note completes the sentence it hangs on, and has what that has at a discount."""
    if place.carrier is None:
        return place.own
    lent = {c: CARRIER * place.carrier.get(c, 0.0) for c in scale.wanted}
    return {**place.own, **{c: max(level, place.own.get(c, 0.0)) for c, level in lent.items()}}


def _is_sure(names: float, acts: float, own: Levels) -> bool:
    """Other words for all that is asked of them may tell of another act."""
    told = [level for c, level in own.items() if not (c.is_name or c.is_time or c.is_counted)]
    in_its_words = not told or max(told) > KIN
    return names >= SURE_OF_NAMES and acts >= SURE_OF_ACTS and bool(own) and in_its_words


def _times(own: Levels, scale: _Scale) -> dict[Concept, float]:
    """The days and years asked for that the passage has; a number alone is none.

    A source seldom repeats its own date, so that what it lacks of them tells nothing.
    """
    found = {c: level for c, level in own.items() if c.is_time and c.is_asked}
    if len(found) < 2 and not any(len(c.shown) == 4 and c.shown.isdigit() for c in found):
        return {}
    for concept in found:
        scale.tells.setdefault(concept, scale.extra(concept))
    return found


def _found_words(own: Levels, scale: _Scale) -> float:
    """What the words to find add: they stand beside the question's, and replace none of them."""
    total = sum(scale.tells[concept] for concept in scale.wanted) or 1.0
    others = sum(level * scale.extra(c) for c, level in own.items() if not c.is_asked)
    return min(0.3, 0.5 * others / total)


def _around(concept: Concept, place: _Surroundings, scale: _Scale) -> float:
    found = scale.anywhere[concept]
    if place.carrier is not None:
        found = max(found, CARRIER * place.carrier.get(concept, 0.0))
    found = max(found, BEFORE * place.before.get(concept, 0.0))
    found = max(found, AFTER * place.after.get(concept, 0.0))
    if concept in scale.of_author and place.is_first_person:
        found = max(found, AUTHOR)
    return found
