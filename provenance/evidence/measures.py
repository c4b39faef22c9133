"""Questions for a measure, *how long*, *what was the weight of*, and the units that answer them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model.units import unit_named


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured, and how it is told."""

    families: frozenset[str]
    """Families of `model.units`."""
    units: frozenset[str]
    """Further units, in the singular."""
    told_by: frozenset[str]
    """Words beside a number that say what it measures."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LENGTHS = frozenset({"metric length", "imperial length"})
_OF_LENGTH = _words("fathom furlong league chain rod perch pole ell cubit pace hand verst")
_TIMES = frozenset({"time", "years"})
_WEIGHTS = frozenset({"metric weight", "imperial weight"})
_MONEY = frozenset({"sterling", "dollars", "euros"})

_LENGTH = Measure(_LENGTHS, _OF_LENGTH, _words("long length stem end"))
_WIDTH = Measure(_LENGTHS, _OF_LENGTH, _words("wide broad width breadth beam across diameter"))
_HEIGHT = Measure(_LENGTHS, _OF_LENGTH, _words("high tall height elevation"))
_DEPTH = Measure(_LENGTHS, _OF_LENGTH, _words("deep depth draught draft"))
_THICKNESS = Measure(_LENGTHS, _OF_LENGTH, _words("thick thickness"))
_DISTANCE = Measure(_LENGTHS, _OF_LENGTH, _words("far distant distance away off"))
_WEIGHT = Measure(
    _WEIGHTS | {"sterling"},
    _words("ton hundredweight cwt quintal carat grain pood dram"),
    _words("heavy weight weighed weigh weighs weighing gross burden"),
)
_AGE = Measure(_TIMES, frozenset(), _words("old age aged"))
_TIME = Measure(_TIMES, frozenset(), _words("lasted last for during"))
_SPEED = Measure(_LENGTHS, _words("knot mph kph league"), _words("fast speed hour an per"))
_COST = Measure(
    _MONEY,
    _words(
        "guinea crown florin franc mark rouble ruble lira peseta peso yen yuan tael gulden guilder "
        "thaler ducat livre sou krona krone rupee farthing"
    ),
    _words("cost price paid pay sum"),
)
_ASKING = _words(
    "long length wide broad width breadth high tall height deep depth draught thick thickness far "
    "distance heavy weight old age fast speed"
)
_HOW = r"\b(?:how\s+{0}|what\s+(?:was|were|is|are)\s+(?:the|its|his|her|their)\s+(?:\w+\s+)?{1})\b"
_ASKED: tuple[tuple[re.Pattern[str], tuple[Measure, ...]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), measures)
    for pattern, measures in (
        (r"\bhow\s+long\s+(?:did|does|do|had|has|have|will|would)\b", (_TIME,)),
        (r"\bhow\s+long\s+(?:was|were|is|are)\s+(?:he|she|they|it)\s+\w", (_TIME,)),
        (r"\bhow\s+long\b", (_LENGTH, _TIME)),
        (r"\bwhat\s+(?:was|is)\s+the\s+length\s+of\b", (_LENGTH, _TIME)),
        (_HOW.format("(?:wide|broad)", "(?:width|breadth|beam|diameter)"), (_WIDTH,)),
        (_HOW.format("(?:high|tall)", "height"), (_HEIGHT,)),
        (_HOW.format("deep", "(?:depth|draught)"), (_DEPTH,)),
        (_HOW.format("thick", "thickness"), (_THICKNESS,)),
        (_HOW.format("far", "distance"), (_DISTANCE,)),
        (_HOW.format("heavy", "weight"), (_WEIGHT,)),
        (_HOW.format("old", "age"), (_AGE,)),
        (_HOW.format("fast", "speed"), (_SPEED,)),
        (r"\bhow\s+much\b[^?]*\b(?:cost|pa(?:y|id)|fined?|price)\b", (_COST,)),
        (r"\bwhat\s+(?:was|is)\s+the\s+(?:cost|price)\b", (_COST,)),
    )
)


def measures_asked(question: str) -> tuple[Measure, ...]:
    """What a question asks to be measured; none where it asks for none, or does not tell which."""
    return next((measures for asks, measures in _ASKED if asks.search(question)), ())


def told_by(measures: tuple[Measure, ...]) -> frozenset[str]:
    """Words beside a number that say that it measures this."""
    return frozenset(word for each in measures for word in each.told_by)


def asking_words(measures: tuple[Measure, ...]) -> frozenset[str]:
    """Words of such a question that ask, and need not stand in an answer: *412 feet* is a length
    without the word. What was paid must be said to have been."""
    return told_by(measures) & _ASKING


def fits(unit: str, measures: tuple[Measure, ...]) -> bool:
    """Whether a folded, singular unit may measure any of what is asked."""
    family = unit_named(unit).family
    return any(family in each.families or unit in each.units for each in measures)


def says_another(words: Sequence[str], measures: tuple[Measure, ...]) -> bool:
    """Whether folded words right behind a number tell of another measure: *ten feet deep*."""
    own = told_by(measures)
    others = frozenset(word for _, told in _ASKED for each in told for word in each.told_by) - own
    first = next((word for word in words if word in own or word in others), "")
    return first in others
