"""What a number counts, beside what a question asks the number of: men are no feet."""

from __future__ import annotations

import re

from provenance.evidence.clauses import clause_at, clauses
from provenance.evidence.kin import kin_of
from provenance.evidence.numbers import singular
from provenance.evidence.stems import stem
from provenance.model.names import fold_text
from provenance.model.spans import Span
from provenance.model.units import is_known, is_of_people, unit_named

_PERSONS = frozenset(
    re.findall(
        r"\w+",
        """
        sailor seaman crewman crew mariner fisherman soldier officer private trooper marine pilot
        rider passenger emigrant refugee prisoner captive convict patient worker workman labourer
        miner villager inhabitant citizen civilian resident islander settler colonist pilgrim
        delegate deputy member juror voter elector candidate student pupil teacher scholar monk nun
        priest woman child girl boy infant widow orphan husband wife father mother son daughter
        brother sister survivor casualty guest visitor employee servant slave guard policeman
        fireman volunteer recruit rebel protester demonstrator driver engineer clerk
        """,
    )
)
"""Who may be counted under one name where a source has another; `units` has the names that any
person may go by."""
_NOT_MEN = frozenset({"woman", "girl", "wife", "mother", "daughter", "sister", "widow", "nun"})
_CHILDREN = frozenset({"child", "infant", "boy", "girl"})
_ALONE = re.compile(
    r"(?:\[[^\]]*\]|\^)?\s*(?:[.,;:!?)\]”\"]|$|(?:of\s+(?:them|these|those|whom|the|her|his|their|"
    r"its|our|my|which)|in\s+all|all\s+told|were|was|are|is|had|have|has|and|or|but|who|whom|to|"
    r"on|at|when|while|including|namely|others?|more|did|could|would)\b)",
    re.IGNORECASE,
)
"""What stands behind a number that counts something named before."""
_NO_COUNT_BEFORE = re.compile(
    r"\b(?:at|past|to|by|till|until|since|before|after|aged|in|"
    r"(?:he|she|i)\s+(?:was|is|am)(?:\s+then)?)\s*\Z",
    re.IGNORECASE,
)
"""What stands before an hour, an age or a share."""


def counts(text: str, at: Span, unit: str, counted: frozenset[str], acts: frozenset[str]) -> bool:
    """Whether a number at a place may count what is asked the number of.

    `unit` is the number's own, `counted` the words the question has behind *how many*, both in
    the singular; `acts` are the stems of what is asked of them. A number without a unit of its own
    may count what was named before it: *Of these four perished.*
    """
    if not counted or unit in counted:
        return True
    if unit and any(_is_other_word_for(unit, word) for word in counted):
        return True
    behind = re.findall(r"[A-Za-z][\w-]*", text[at.start : at.end + 40])[:6]
    if any(singular(word) in counted for word in behind):
        return True
    if any(is_known(word) for word in counted):
        return False
    return (not unit or stem(fold_text(unit)) in acts) and _stands_for_them(text, at, acts)


def _is_other_word_for(unit: str, asked: str) -> bool:
    if is_known(unit) or is_known(asked):
        return unit_named(unit).family == unit_named(asked).family
    if is_of_people(unit) or is_of_people(asked):
        others = {unit, asked}
        is_man = "man" in others
        return all(_is_person(word) for word in others) and not (
            is_man and others & (_NOT_MEN | _CHILDREN)
        )
    return stem(unit) in kin_of(stem(asked))


def _is_person(word: str) -> bool:
    return is_of_people(word) or word in _PERSONS


def _stands_for_them(text: str, at: Span, acts: frozenset[str]) -> bool:
    if _NO_COUNT_BEFORE.search(text, max(0, at.start - 24), at.start):
        return False
    word = re.match(r"\s+([^\W\d_]+)", text[at.end : at.end + 40])
    if word and stem(fold_text(word[1])) in acts:
        return True
    return bool(_ALONE.match(text[at.end : at.end + 40]))


def is_nearest(text: str, sentence: Span, at: Span, acts: list[Span], others: list[Span]) -> bool:
    """Whether no other number stands nearer to every act: of *four perished, and eight were
    saved* the eight did not perish.

    `others` are the sentence's other numbers that may count the same thing.
    """
    if not acts or not others:
        return True
    parts = clauses(text, sentence)

    def apart(number: Span, act: Span) -> tuple[bool, int]:
        between = Span(*sorted((min(number.end, act.end), max(number.start, act.start))))
        same = clause_at(parts, number.start) == clause_at(parts, act.start)
        return not same, len(between.of(text).split())

    return any(all(apart(at, act) <= apart(other, act) for other in others) for act in acts)


_BEHIND_EVENT = re.compile(r",?\s+(?:when|where|in\s+which|at\s+which|on\s+which)\s")
_NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]+")


def is_of_another_event(text: str, sentence: Span, at: Span, question: str) -> bool:
    """Whether a number is told of an event named beside it that is not asked for: *the worst since
    the fire at Ashby, when nine were killed*."""
    openers = list(_BEHIND_EVENT.finditer(text, sentence.start, at.start))
    if not openers or re.search(r"[;,]\s", text[openers[-1].end() : at.start]):
        return False
    opener = openers[-1]
    before = text[max(sentence.start, opener.start() - 60) : opener.start()]
    asked = fold_text(question).split()
    return any(fold_text(name) not in asked for name in _NAME.findall(before))
