"""The words before a date that narrow, widen or belong to it: late, the end of, about, Sunday."""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.evidence.date_day_words import ENGLISH_DAY
from provenance.evidence.date_parts import PART_OF, cut
from provenance.evidence.date_phrase import Part, Phrase
from provenance.evidence.date_words import PARTS, WEEKDAYS

_REACH = 48
_QUALIFIER = re.compile(
    r"(?<![\w-])(?:[Tt]he\s+)?(?:very\s+)?"
    r"(?P<part>[Ee]arly|[Ee]arlier|[Ll]ate|[Ll]ater|[Mm]id|[Mm]iddle|Anfang|Mitte|Ende|[Dd]ébut|[Ff]in|[Mm]i)"
    r"(?:\s*[-–]\s*|\s+)(?:in\s+|of\s+|des\s+|de\s+)?(?:the\s+)?\Z"
)
_PART_OF = re.compile(rf"(?<![\w-]){PART_OF}(?:the\s+)?(?:(?:month|year)s?\s+(?:of\s+)?)?\Z")
_TIME_OF = re.compile(
    r"(?<![\w-])(?:[Tt]he\s+)?(?:early\s+)?(?:"
    r"(?:night|morning|afternoon|evening|dawn|day|month|hours)\s+(?:hours\s+)?of\s+(?:the\s+)?"
    r"|years?\s+(?:of\s+)?)\Z"
)
_HOUR_OF = re.compile(r"(?<![\w-])(?:dawn|noon|midnight)\s+(?:of|on)\s+\Z")
_WEEKDAY = re.compile(
    r"(?<![\w-])(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),?\s+(?:the\s+|den\s+)?\Z",
    re.I,
)
_ABOUT = re.compile(
    r"(?<![\w-])(?:[Aa]bout|[Aa]round|[Cc]irca|[Cc]a\.?|c\.|[Aa]pproximately|[Rr]oughly"
    r"|um|vers|gegen|etwa|environ)\s*(?:the\s+)?\Z"
)
_ARTICLE = re.compile(r"(?<![\w-])[Tt]he\s+\Z")
_DAY_IN_WORDS = re.compile(ENGLISH_DAY)
_OPENERS = frozenset(
    (
        *("early", "earlier", "late", "later", "mid", "middle", "in", "on", "of", "the", "dawn"),
        *("year", "years", "month", "about", "around", "circa", "ca", "ca.", "c.", "roughly"),
        *("approximately", "um", "vers", "gegen", "etwa", "environ", "den", "des", "de"),
        *("anfang", "mitte", "ende", "début", "fin", "mi", *WEEKDAYS),
    )
)
"""The words after which it is worth looking for more."""


def qualified(text: str, phrase: Phrase, floor: int) -> Phrase:
    """The phrase with the words before it that belong to it; nothing before `floor` is taken."""
    for _ in range(4):
        widened = _one_more(text, phrase, max(floor, phrase.start - _REACH))
        if widened is None:
            return phrase
        phrase = widened
    return phrase


def _one_more(text: str, phrase: Phrase, floor: int) -> Phrase | None:
    before = _word_before(text, phrase.start)
    if before not in _OPENERS:
        return None
    if (match := _ABOUT.search(text, floor, phrase.start)) and phrase.shift is None:
        return replace(phrase, start=match.start(), approximate=True)
    if match := _QUALIFIER.search(text, floor, phrase.start):
        word, joined = match["part"].casefold(), match[0].casefold()
        if word in ("later", "earlier") and joined.endswith("in "):
            return replace(phrase, start=match.start())
        return _qualify(phrase, match.start(), PARTS[word])
    if match := _PART_OF.search(text, floor, phrase.start):
        return _cut(replace(phrase, start=match.start()), match["part"])
    for pattern in (_TIME_OF, _HOUR_OF, _WEEKDAY):
        if (match := pattern.search(text, floor, phrase.start)) and _takes(pattern, phrase):
            return replace(phrase, start=match.start())
    if _wants_article(text, phrase) and (match := _ARTICLE.search(text, floor, phrase.start)):
        return replace(phrase, start=match.start())
    return None


def _word_before(text: str, start: int) -> str:
    """The word that ends where the phrase begins, a space, comma or hyphen between them."""
    end = start
    while end > 0 and text[end - 1] in " \n\t\u00a0,-–":
        end -= 1
    begin = end
    while begin > 0 and (text[begin - 1].isalpha() or text[begin - 1] == "."):
        begin -= 1
    return text[begin:end].casefold()


def _qualify(phrase: Phrase, start: int, part: Part) -> Phrase | None:
    if phrase.part is not Part.WHOLE:
        return None
    return replace(phrase, start=start, part=part)


def _cut(phrase: Phrase, words: str) -> Phrase | None:
    if phrase.part is not Part.WHOLE or phrase.months:
        return None
    return next(iter(cut(phrase, words)), None)


def _takes(pattern: re.Pattern[str], phrase: Phrase) -> bool:
    if pattern is _TIME_OF:
        return phrase.shift is None or bool(phrase.month or phrase.day)
    return bool(phrase.day)


def _wants_article(text: str, phrase: Phrase) -> bool:
    """Whether `the` belongs to it: the spring of 1943, the 1930s, the 20th of June."""
    if phrase.day:
        return text[phrase.start].isdigit() or bool(_DAY_IN_WORDS.match(text, phrase.start))
    return bool(phrase.season or phrase.fixed) and phrase.weekday is None
