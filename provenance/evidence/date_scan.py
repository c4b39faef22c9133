"""From a text to the expressions of dates in it, in order, each by itself."""

from __future__ import annotations

import re

from provenance.evidence import date_relative_rules, date_rules
from provenance.evidence.date_calendar import Grain, years_extent
from provenance.evidence.date_languages import GRAMMARS
from provenance.evidence.date_modifiers import qualified
from provenance.evidence.date_patterns import SEASON, Rule
from provenance.evidence.date_phrase import Phrase
from provenance.evidence.date_rules import NOT_COUNTED
from provenance.evidence.date_triggers import trigger
from provenance.evidence.date_words import ENGLISH_MONTHS, MONTHS, SEASONS

_RULES: dict[str, tuple[Rule, ...]] = {
    "digit": (
        *date_relative_rules.COUNT_RULES,
        *date_rules.DIGIT_RULES,
        *date_relative_rules.LETTER_RULES,
    ),
    "month": date_rules.MONTH_RULES,
    "the": date_relative_rules.THE_RULES,
    "part": date_relative_rules.THE_RULES,
    "that": date_relative_rules.THAT_RULES,
    "this": date_relative_rules.THIS_RULES,
    "last": date_relative_rules.LAST_RULES,
    "later": date_relative_rules.LATER_RULES,
    "count": date_relative_rules.COUNT_RULES,
    "season": date_rules.SEASON_RULES,
    "quarter": date_rules.QUARTER_RULES,
    "fiscal": date_rules.FISCAL_RULES,
    "word": date_relative_rules.WORD_RULES,
    "century": date_rules.CENTURY_RULES,
    "ordinal": (*date_rules.ORDINAL_RULES, *date_relative_rules.ORDINAL_RULES),
    "short": (),
}
_NUMBERED = re.compile(
    r"(?:\b(?:[Nn]os?|[Nn]r|[Pp]p?|[Vv]ols?|[Bb]d|[Dd]ocuments?|[Dd]oc|[Bb]ox|[Pp]ages?|[Nn]otes?|nn?|"
    r"[Ff]iles?|[Ii]tems?|[Rr]esolutions?|[Oo]rder|[Ff]olios?|[Ff]rame|[Rr]oll|[Rr]eel|[Pp]aras?|"
    r"[Ss]ection|[Cc]ablegram|[Tt]elegrams?|[Ll]ine|Ser|col|cols|S|l|D|RG|M)\.?\s?"
    r"|(?<![0-9])[0-9]{1,3},\s|[0-9]\s?[–-]\s?"
    r"|\bpp?\.\s[0-9ff, –-]{1,20}|\bnearly\s|\bover\s|\bsome\s|\bthan\s)\Z"
)
_COUNTED = re.compile(
    r"\s(?!(?:was|is|has|as|its|this|thus|series)\b)(?:[A-Z][a-z]+\s)?[a-z]+(?:s|men)\b"
)
_ROUGHLY = re.compile(r"\b(?:about|some|nearly|over|than|around|least|most)\s\Z")
_PAGES = re.compile(r"[0-9)]\s?:\s?\Z")
"""After a volume or its year, two figures with a dash are pages: `25 (1938): 1002-1006`."""
_FUSED_AFTER = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Aa]fter|[Bb]efore)\s\Z")
"""A note's number fused to a year, `in 194512 The`, is believed only after these."""
_PREPOSITION = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Ff]rom|to|of|[Uu]ntil|[Ss]ince|[Ll]ate|[Ee]arly|and|[Bb]etween|[Dd]uring|[Aa]fter"
    r"|[Bb]efore|AD|A\.D\.|[Tt]hrough|year|[Cc]irca|ca\.|c\.|[-–(])\s?\Z"
)
_MONTH_CUE = re.compile(
    r"(?:\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Ff]rom|to|and|or|of|[Ll]ate|[Ee]arly|[Ll]ast|next|"
    r"[Dd]uring|this|between|through|before|[Aa]fter|following|that|previous|[Mm]id|on|throughout)\s"
    r"|[-–(/])\s?\Z"
)
_PROPER_NAME = re.compile(
    r"\s+(?:Revolution|Days|Massacres?|Crisis|Uprising|Manifesto|Plot|Decrees?|Putsch|Accords?"
    r"|Revolt|Coup|Offensive|Rising|Rebellion|Truce|Movement|Group|Palace|First|Fourth)\b|[’']s\b|-(?!\s?(?:Jan|Feb|Mar|Apr|May|Jun"
    r"|Jul|Aug|Sep|Oct|Nov|Dec))"
)
_DAY_CUE = re.compile(r"\b(?:of|on|dated|until|by|the)\s\Z")
_HOLIDAY_CUE = re.compile(
    r"\b(?:[Aa]t|[Oo]n|[Bb]y|[Bb]efore|[Aa]fter|[Uu]ntil|[Ss]ince|of|for|the|[Ll]ast|next|[Dd]uring)\s\Z"
)
_SHORT_YEAR = re.compile(r"[’'‘](?P<far>[0-9]{2})(?![0-9\w])")
_SHORT_DECADE = re.compile(r"[’'‘](?P<far>[0-9]0)s(?!\w)")
_THREE_DIGITS = re.compile(r"[0-9]{3}(?![\w,.]*[0-9])" + NOT_COUNTED)
_LATEST_YEAR = 2059


def scan(text: str, language: str = "en") -> list[Phrase]:
    """The expressions of dates, in order and apart from one another."""
    begins = trigger(language)
    local = GRAMMARS.get(language, ("", ()))[1]
    phrases: list[Phrase] = []
    has_era = "BC" in text or "B.C" in text
    position = 0
    while match := begins.search(text, position):
        kind = match.lastgroup or ""
        floor = phrases[-1].end if phrases else 0
        found = _read(text, match.start(), kind, local)
        if not found and has_era and kind == "digit":
            found = _three_digits(text, match.start())
        if not found:
            position = match.start() + 1
            continue
        found[0] = qualified(text, found[0], floor)
        phrases.extend(found)
        position = found[-1].end
    return phrases


def _read(text: str, start: int, kind: str, local: tuple[Rule, ...]) -> list[Phrase]:
    if kind == "local":
        return _read(text, start, "month", ()) or _first_of(text, start, local, kind)
    if found := _first_of(text, start, _RULES[kind], kind):
        return found
    if kind == "month":
        return _bare_month(text, start)
    if kind == "season":
        return _bare_season(text, start)
    if kind == "short":
        return _short_year(text, start)
    return []


def _first_of(text: str, start: int, rules: tuple[Rule, ...], kind: str) -> list[Phrase]:
    for pattern, build in rules:
        if match := pattern.match(text, start):
            phrases = build(match)
            if phrases and _is_date(text, phrases, kind):
                return phrases
    return []


def _is_date(text: str, phrases: list[Phrase], kind: str) -> bool:
    """Whether figures that look like a year are one, and a weekday is not part of a name."""
    phrase = phrases[0]
    before = _before(text, phrase.start, 24)
    if phrase.holiday and phrase.year is None:
        return bool(_HOLIDAY_CUE.search(before)) and not _PROPER_NAME.match(text, phrase.end)
    if kind == "word":
        return not before.endswith(
            ("Black ", "Bloody ", "Holy ", "Good ", "Easter ", "Palm ", "Ash ")
        )
    if kind == "digit" and phrase.day and not phrase.month and phrase.shift is None:
        return bool(_DAY_CUE.search(before))
    if kind != "digit" or phrase.month or phrase.season or phrase.year is None or phrase.year <= 0:
        return True
    if phrase.year > _LATEST_YEAR or _NUMBERED.search(before):
        return False
    if text[phrase.end : phrase.end + 1].isdigit() and not _FUSED_AFTER.search(before):
        return False
    if len(phrases) > 1 and _PAGES.search(before):
        return False
    if _COUNTED.match(text, phrase.end) and (phrase.year % 100 == 0 or _ROUGHLY.search(before)):
        return False
    return phrase.year >= 1400 or bool(_PREPOSITION.search(before))


def _before(text: str, start: int, reach: int) -> str:
    """What stands before, runs of white space drawn together."""
    before = text[max(0, start - reach) : start]
    if "\n" in before or "  " in before:
        wider = text[max(0, start - 200) : start]
        before = (" ".join(wider.split()) + " " * wider[-1:].isspace())[-reach:]
    return before


def _bare_month(text: str, start: int) -> list[Phrase]:
    match = _NAME.match(text, start)
    if match is None or match[0].capitalize() not in ENGLISH_MONTHS or match[0].islower():
        return []
    before = _before(text, start, 12)
    if _PROPER_NAME.match(text, match.end()):
        return []
    if match[0].casefold() in ("may", "march", "august") and not (
        _MONTH_CUE.search(before)
        or (before.endswith(("a ", "the ")) and _ATTRIBUTE.match(text, match.end()))
        or (match[0] == "August" and _LOWER_NEXT.match(text, match.end()))
    ):
        return []
    return [Phrase(start, match.end(), month=MONTHS[match[0]])]


_LOWER_NEXT = re.compile(r"\s[a-z]|[.,;:)]")
_ATTRIBUTE = re.compile(r"\s(?!on\b|of\b|from\b|to\b|against\b|through\b)[a-z]{4}")
_NAME = re.compile(r"[A-Z][A-Za-z]+")
_SEASON_NAME = re.compile(SEASON + r"(?!\w)")
_SEASON_CUE = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ll]ate|[Ee]arly|[Dd]uring|[Tt]hroughout|over|for|[Mm]id|and"
    r"|of|[Tt]he)[\s-]\Z"
)
_AFTER_SEASON = re.compile(
    r"[.,;:)]|\s(?:and|of|in|to|when|while|by|at|with|as|for|on|the|he|they|it|was|were|had|after|before"
    r"|[a-z]+ing|[a-z]+ed)\b|\Z|\s?\n"
)
_IN_SEASON = re.compile(
    r"\s(?:[Oo]ffensives?|[Cc]ampaigns?|[Ff]ighting|attacks?|raids?|retreat|elections?|[Hh]arvest)\b"
)


def _bare_season(text: str, start: int) -> list[Phrase]:
    match = _SEASON_NAME.match(text, start)
    if match is None:
        return []
    found = [Phrase(start, match.end(), season=SEASONS[match[0].casefold()])]
    if _IN_SEASON.match(text, match.end()):
        return found
    before = _before(text, start, 12)
    if not _SEASON_CUE.search(before) or not _AFTER_SEASON.match(text, match.end()):
        return []
    fall = match[0].casefold() == "fall"
    if fall and (not before.endswith(("the ", "The ")) or text.startswith(" of", match.end())):
        return []
    return found


def _short_year(text: str, start: int) -> list[Phrase]:
    if (match := _SHORT_DECADE.match(text, start)) is not None:
        first = 1900 + int(match["far"])
        days = years_extent(first, first + 9, Grain.DECADE)
        basis = ("taken for the twentieth century",)
        edtf = f"{first // 10}X"
        return [Phrase(start, match.end(), fixed=days, edtf=edtf, basis=basis)]
    match = _SHORT_YEAR.match(text, start)
    if match is None or not _PREPOSITION.search(_before(text, start, 12)):
        return []
    return [Phrase(start, match.end(), short_year=int(match["far"]))]


def _three_digits(text: str, start: int) -> list[Phrase]:
    """`in 499`, in a text that counts years before Christ."""
    match = _THREE_DIGITS.match(text, start)
    before = _before(text, start, 12)
    if match is None or before.endswith(("-", "–")) or not _PREPOSITION.search(before):
        return []
    return [Phrase(start, match.end(), old_year=int(match[0]))]
