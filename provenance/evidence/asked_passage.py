"""A passage beside a question: what it has of it, where, and the answer that is found in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from provenance.alignment.tokens import words
from provenance.evidence.corpus import Searchable
from provenance.evidence.names import Aliases
from provenance.evidence.query import Concept
from provenance.evidence.question import Asked
from provenance.evidence.search import Match
from provenance.evidence.stance import Stance, stance_at
from provenance.evidence.stems import stem
from provenance.model.claims import Event, Holds
from provenance.model.spans import Span
from provenance.model.values import Value

SAID_PLAINLY = Stance(denied=False, holds=Holds.ASSERTED, condition=None, speaker="", cues=())

SHORTEST_SENTENCE = 12
"""Words from which on a passage without a full stop is taken for a sentence."""

_RECORD = re.compile(r"\A[A-Za-z][\w -]{0,30}:[ \t]+\S.*\n[A-Za-z][\w -]{0,30}:[ \t]")


@dataclass(frozen=True, slots=True)
class Found:
    """One answer in a passage."""

    span: Span
    """The words to quote."""
    value: Value
    says: str
    stance: Stance
    basis: str
    """What was inferred on the way to the value; "" for nothing."""
    fit: float
    """From 0 to 1: how closely the value hangs on what was asked."""


@dataclass(frozen=True)
class Passage:
    """A passage with what it has of the question."""

    entry: Searchable
    span: Span
    asked: Asked
    matches: Mapping[Concept, Match]
    events: tuple[Event, ...]
    aliases: Aliases
    names: float
    """Share of the names asked for that it speaks to."""

    @property
    def text(self) -> str:
        return self.entry.document.text

    def places(self, concept: Concept) -> list[Span]:
        """Where a thing asked for stands in the passage."""
        match = self.matches[concept]
        forms = [(match.how,)] if match.how else sorted(concept.forms)
        return self._standing({form[0] for form in forms})

    def _standing(self, wanted: set[str]) -> list[Span]:
        found = words(self.span.of(self.text))
        stems = [stem(word) for word in found.words]
        runs = [(at, at) for at, word in enumerate(stems) if word in wanted]
        if any(" " in word for word in wanted):
            both = enumerate(pairwise(stems))
            runs = sorted([*runs, *((at, at + 1) for at, two in both if " ".join(two) in wanted)])
        offset = self.span.start
        return [
            Span(offset + int(found.starts[first]), offset + int(found.ends[last]))
            for first, last in runs
        ]

    @property
    def act(self) -> tuple[Concept, Span] | None:
        """The act of the question that the passage has, and where; for want of one, a noun."""
        acts = [c for c in self.matches if not c.is_name and not c.is_time and c.is_asked]
        acts = acts or [c for c in self.matches if not c.is_name and not c.is_time]

        # A word known for an act, or a verb by its form, before a mere noun, then the very word
        # before another for it.
        def rank(concept: Concept) -> tuple[bool, bool]:
            is_verb = bool(concept.kin) or concept.shown.endswith("ed")
            return not is_verb, bool(self.matches[concept].how)

        for concept in sorted(acts, key=rank):
            places = self.places(concept)
            if places:
                return concept, places[0]
        return None

    @property
    def acts(self) -> list[Span]:
        """Where any act of the question stands."""
        return [place for concept in self._asked_acts for place in self.places(concept)]

    @property
    def stems_of_acts(self) -> frozenset[str]:
        """Every stem that may stand for an act of the question that the passage has."""
        return frozenset(
            word for c in self._asked_acts for word in (*c.kin, *(form[0] for form in c.forms))
        )

    @property
    def _asked_acts(self) -> list[Concept]:
        """What is asked of a number's things, not those things: a passage counts more than one."""
        acts = [c for c in self.matches if not c.is_name and not c.is_time and c.is_asked]
        return [c for c in acts if not c.is_counted] or acts

    @property
    def kindred(self) -> list[Span]:
        """Where any word for what is asked stands, the very word or another."""
        return self._standing(
            {word for c in self.matches for word in (*c.kin, *(form[0] for form in c.forms))}
        )

    @property
    def anchors(self) -> list[Span]:
        return sorted(place for concept in self.matches for place in self.places(concept))

    @property
    def is_record(self) -> bool:
        return is_record(self.text, self.span)

    def stance(self, focus: Span) -> Stance:
        """How it is put at some words; a record puts everything in the same way."""
        return SAID_PLAINLY if self.is_record else stance_at(self.text, self.span, focus)

    def nearest_act(self, at: Span) -> Span:
        """The act of the question that stands nearest; the nearest name where it has none."""
        places = self.acts or self.anchors
        return min(places, key=lambda place: abs(place.start - at.start), default=at)


def is_record(text: str, span: Span) -> bool:
    """Whether a passage is a record of `field: value` lines."""
    return bool(_RECORD.match(span.of(text)))


def is_heading(text: str, span: Span) -> bool:
    """Whether a passage is a heading, a line of capitals or a citation of the file itself."""
    words_of = span.of(text)
    if words_of.startswith("#") or "://" in words_of:
        return True
    return words_of.rstrip('"”’)]_* ')[-1:] not in (*".!?:;0123456789",) and (
        len(words_of.split()) < SHORTEST_SENTENCE
    )
