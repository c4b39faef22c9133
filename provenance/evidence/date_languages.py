"""Which language's dates to look for."""

from __future__ import annotations

import re
from collections import Counter

from provenance.evidence import date_french, date_german
from provenance.evidence.date_patterns import Rule

_SAMPLE = 6000
_LITTLE_WORDS = {
    "en": frozenset(["the", "of", "and", "was", "that", "with", "his", "by", "from", "were"]),
    "de": frozenset(["der", "die", "und", "das", "den", "von", "mit", "war", "nicht", "dem"]),
    "fr": frozenset(["le", "la", "les", "et", "des", "du", "que", "dans", "une", "est"]),
}
_WORD = re.compile(r"[^\W\d_]+")

GRAMMARS: dict[str, tuple[str, tuple[Rule, ...]]] = {
    "de": (date_german.TRIGGER, date_german.RULES),
    "fr": (date_french.TRIGGER, date_french.RULES),
}
"""A trigger and rules beside the ones that hold everywhere, by language."""


def language_of(text: str) -> str:
    """English, German or French by the small words of its beginning; "en" where none leads."""
    counted = Counter(word.casefold() for word in _WORD.findall(text[:_SAMPLE]))
    scores = {
        language: sum(counted[word] for word in words) for language, words in _LITTLE_WORDS.items()
    }
    best = max(sorted(scores), key=lambda language: scores[language])
    return best if scores[best] > scores["en"] else "en"
