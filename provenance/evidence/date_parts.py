"""Words for a part of a date: the end of, the latter half of, the first six months of."""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.evidence.date_patterns import any_of
from provenance.evidence.date_phrase import Part, Phrase
from provenance.evidence.date_words import COUNTS, PARTS

_MONTHS_IN_YEAR = tuple(word for word, n in COUNTS.items() if 2 <= n <= 11)
_MONTH_COUNT = re.compile(
    rf"(?:(?P<last>last|closing|final)|first|opening)\s+(?P<count>{any_of(_MONTHS_IN_YEAR)})\s+months"
)
_PART_WORDS = (
    r"(?:very\s+)?(?:end|beginning|start|close|middle|midst|opening|outset|rest|remainder"
    r"|(?:latter|early|earlier|later|first|second|last|closing|opening|final)\s+"
    r"(?:part|half|days|weeks|months|week|years)"
    rf"|(?:first|last|closing|opening)\s+(?:{any_of(_MONTHS_IN_YEAR)})\s+months)"
)
PART_OF = rf"(?:[Tt]he\s+)?(?P<part>{_PART_WORDS})\s+of\s+"


def cut(phrase: Phrase, words: str) -> list[Phrase]:
    """The phrase with the part that words like `the first six months of` name; none if unknown."""
    if counted := _MONTH_COUNT.fullmatch(words):
        months = COUNTS[counted["count"].casefold()]
        return [replace(phrase, months=-months if counted["last"] else months)]
    part = part_of(words)
    return [] if part is None else [replace(phrase, part=part)]


def part_of(words: str) -> Part | None:
    """The part that `the latter half of`, `the end of`, `the last week of` name."""
    named = words.casefold().replace("very", "").split()
    if not named:
        return None
    if named[-1] == "half":
        return {"first": Part.FIRST_HALF, "former": Part.FIRST_HALF, "early": Part.FIRST_HALF}.get(
            named[0], Part.LAST_HALF
        )
    if named[-1] == "week":
        return Part.FIRST_WEEK if named[0] in ("first", "opening") else Part.LAST_WEEK
    if named[0] in ("rest", "remainder"):
        return Part.WHOLE
    return PARTS.get(named[0])
