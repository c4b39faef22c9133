"""Where an expression of a date may begin: one pattern that passes over everything else fast."""

from __future__ import annotations

import re

from provenance.evidence.date_day_words import ENGLISH_DAY
from provenance.evidence.date_languages import GRAMMARS
from provenance.evidence.date_patterns import any_of
from provenance.evidence.date_words import COUNTS, FAMOUS, MONTHS, ORDINALS

_THE_NEXT = (
    *("next", "following", "subsequent", "succeeding", "coming", "ensuing", "same", "very"),
    *("selfsame", "previous", "preceding", "prior", "day", "night", "morning", "evening", "week"),
    *("month", "year", "end", "beginning", "start", "close", "mid", "opening", "outset", "rest"),
    *("remainder", "latter", "early", "earlier", "later", "first", "second", "last", "closing"),
    *("final", "present", "current"),
)
_NAMED_DAYS = (
    r"Christmas|New\sYear|Boxing\sDay|Bastille\sDay|Michaelmas|Easter|Good\sFriday|Palm\sSunday"
    r"|Ash\sWednesday|Whit\sSunday|Pentecost|Noël|Toussaint|Pâques|Weihnachten|Heiligabend|Silvester"
    r"|Ostern|Karfreitag|Pfingsten"
)
_WEEKDAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_ROUGHLY = "almost|just|nearly|only|about|some|over|barely|more\\sthan|less\\sthan|a\\smere"


def _cased(words: str) -> str:
    """An alternation, each word with or without a capital."""
    parts = words.split("|")
    return "|".join(f"[{part[0].upper()}{part[0]}]{part[1:]}" for part in parts)


_COUNTED = rf"(?:{_cased(any_of(COUNTS))}|[0-9]{{1,3}})"
_ROUGH = rf"(?:{_cased(_ROUGHLY)})\s+"
_INITIALS = "".join(
    sorted({form for word in (*COUNTS, *_ROUGHLY.split("|")) for form in word[0] + word[0].upper()})
)
_KINDS = {
    "digit": r"(?<![$£€#/])(?<![0-9][.,:])[0-9]",
    "short": r"[’'‘][0-9]{2}(?![0-9])",
    "month": rf"(?:{any_of(MONTHS)})(?![^\W\d_])",
    "quarter": rf"(?:[Tt]he\s)?(?:{_cased('first|second|third|fourth')})[\s-]quarter",
    "the": rf"[Tt]he\s+(?:{any_of(_THE_NEXT)}|[0-9])",
    "part": r"(?:end|beginning|start|middle|close)\sof\s",
    "that": r"[Tt]hat\s",
    "this": r"[Tt]his\s",
    "last": r"(?:[Ll]ast|[Nn]ext)\s",
    "later": r"(?:[Ll]ater?|[Ee]arly|[Ee]arlier)\s+(?:on\s+|in\s+)?(?:that|the|this)\s",
    "century": rf"(?:{_cased(any_of(ORDINALS))})[-\s]+[Cc]entur",
    "ordinal": ENGLISH_DAY,
    "count": (
        rf"(?=[{_INITIALS}0-9])(?:{_ROUGH})?{_COUNTED}\s+"
        r"(?:day|week|fortnight|month|year|decade|centur(?:ie|y))s?\s+"
        r"(?:later|earlier|before|previously|ago|after|hence|thereafter|prior)"
    ),
    "season": rf"{_cased('spring|summer|autumn|fall|winter')}|SPRING|SUMMER|AUTUMN|WINTER",
    "fiscal": r"(?:[Tt]he\s)?(?:[Ff]iscal|[Ff]inancial)\s|FY\s?[0-9]",
    "word": (
        rf"{_cased('today|tonight|yesterday|tomorrow')}|(?:day|week|month|year|decade|century)[’']s"
        rf"|{_WEEKDAYS}|{any_of(FAMOUS)}|{_NAMED_DAYS}"
    ),
}
_EVERYWHERE = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items())
# Most words begin no date; their first letter tells that before any pattern is tried.
_ENGLISH = re.compile(rf"(?<!\w)(?=[0-9’'‘A-Z\u00c0-\u00dd]|[a-fjl-oswyt])(?:{_EVERYWHERE})")
_LOCAL = {
    language: re.compile(rf"(?<!\w)(?:(?P<local>{trigger})|{_EVERYWHERE})")
    for language, (trigger, _) in GRAMMARS.items()
}


def trigger(language: str) -> re.Pattern[str]:
    """The pattern for a language; the group that matched says which rules to try.

    English words for dates are looked for in every language, the others only in their own.
    """
    return _LOCAL.get(language, _ENGLISH)
