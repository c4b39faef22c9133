"""From a text to the expressions of dates in it, in order, each by itself."""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.evidence import date_patterns, date_relative
from provenance.evidence.date_calendar import Grain, exists, years_extent
from provenance.evidence.date_languages import GRAMMARS
from provenance.evidence.date_modifiers import qualified
from provenance.evidence.date_patterns import Rule, any_of
from provenance.evidence.date_phrase import Phrase
from provenance.evidence.date_words import ENGLISH_MONTHS, FAMOUS, MONTHS, SEASONS

_NAMED = (
    r"Christmas|New\sYear|Boxing|Bastille|Michaelmas|Easter|Good\sF|Palm\sS|Ash\sW|Whit\sS|Pentecost"
    rf"|{any_of(FAMOUS)}|Weihnacht|Heiligabend|Silvester|Ostern|Karfreitag|Pfingsten|Noël|Toussaint"
    r"|Pâques|Pentecôte"
)
_ENGLISH = (
    r"(?P<digit>(?=[0-9])(?<![$£€#/])(?<![0-9][.,:]))"
    r"|(?P<short>(?=[’'‘][0-9]{2}(?![0-9])))"
    rf"|(?P<month>(?=(?:{any_of(MONTHS)})(?![^\W\d_])))"
    r"|(?P<the>(?![Tt]he\s(?:first|second|third|fourth)\squarter)(?=[Tt]he\s+(?:next|following|subseq|succe|coming|ensuing|same|very|selfsame|prev"
    r"|preced|prior|day|night|morning|evening|week|month|year|end|beginning|start|close|mid|opening"
    r"|outset|onset|rest|remainder|latter|early|earlier|later|first|second|last|closing|final|present|current"
    r"|[0-9])))"
    r"|(?P<part>(?=(?:end|beginning|start|middle|most|rest|close)\sof\s))"
    r"|(?P<that>(?=[Tt]hat\s))|(?P<this>(?=[Tt]his\s))|(?P<last>(?=[Ll]ast\s|[Nn]ext\s))"
    r"|(?P<later>(?=(?:[Ll]ater?|[Ee]arly|[Ee]arlier)\s+(?:on\s+|in\s+)?(?:that|the|this)\s))"
    r"|(?P<century>(?=[A-Za-z]+teenth[-\s]c|[Tt]wentieth[-\s]c|[Tt]wenty-first\sc|[A-Za-z]+th[-\s]cent"
    r"|[A-Za-z]+[sr][td]\scent))"
    r"|(?P<count>(?=(?:(?:[Aa]lmost|[Jj]ust|[Nn]early|[Oo]nly|[Aa]bout|[Oo]ver|[Mm]ore\sthan|[Ll]ess\sthan|a\smere)\s)?\w+\s+(?:days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))"
    r"\s+(?:later|earlier|before|prev|ago|after|hence|there|prior)))"
    rf"|(?P<season>(?=[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all\b|[Ww]inter|SPRING|SUMMER|AUTUMN|WINTER))"
    r"|(?P<quarter>(?=(?:[Tt]he\s)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[\s-]quarter))"
    r"|(?P<fiscal>(?=[Ff]iscal\s|[Ff]inancial\s|FY\s?[0-9]))"
    r"|(?P<word>(?=[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|day[’']s|week[’']s|month[’']s|year[’']s"
    rf"|decade[’']s|century[’']s|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|{_NAMED}))"
)
_TRIGGERS = {
    "en": re.compile(rf"(?<!\w)(?:{_ENGLISH})"),
    **{
        language: re.compile(rf"(?<!\w)(?:(?P<local>{trigger})|{_ENGLISH})")
        for language, (trigger, _) in GRAMMARS.items()
    },
}
_RULES: dict[str, tuple[Rule, ...]] = {
    "digit": (*date_relative.COUNT_RULES, *date_patterns.DIGIT_RULES),
    "month": date_patterns.MONTH_RULES,
    "the": date_relative.THE_RULES,
    "part": date_relative.THE_RULES,
    "that": date_relative.THAT_RULES,
    "this": date_relative.THIS_RULES,
    "last": date_relative.LAST_RULES,
    "later": date_relative.LATER_RULES,
    "count": date_relative.COUNT_RULES,
    "season": date_patterns.SEASON_RULES,
    "quarter": date_patterns.QUARTER_RULES,
    "fiscal": date_patterns.FISCAL_RULES,
    "word": date_relative.WORD_RULES,
    "century": date_patterns.CENTURY_RULES,
    "short": (),
}
_NUMBERED = re.compile(
    r"(?:\b(?:[Nn]os?|[Nn]r|[Pp]p?|[Vv]ols?|[Bb]d|[Dd]ocuments?|[Dd]oc|[Bb]ox|[Pp]ages?|[Nn]otes?|nn?|"
    r"[Ff]iles?|[Ii]tems?|[Rr]esolutions?|[Oo]rder|[Ff]olios?|[Ff]rame|[Rr]oll|[Rr]eel|[Pp]aras?|"
    r"[Ss]ection|[Cc]ablegram|[Tt]elegrams?|[Ll]ine|Ser|col|cols|S|l|D|RG|M)\.?\s?"
    r"|(?<![0-9])[0-9]{1,3},\s|[0-9]\s?[–-]\s?"
    r"|\bpp?\.\s[0-9ff, –-]{1,20}|\bnearly\s|\bover\s|\bsome\s|\bthan\s)\Z"
)
_COUNTED = re.compile(r"\s(?!(?:was|is|has|as|its|this|thus|series)\b)(?:[A-Z][a-z]+\s)?[a-z]+(?:s|men)\b")
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
_HOLIDAY_CUE = re.compile(
    r"\b(?:[Aa]t|[Oo]n|[Bb]y|[Bb]efore|[Aa]fter|[Uu]ntil|[Ss]ince|of|for|the|[Ll]ast|next|[Dd]uring)\s\Z"
)
_SHORT_YEAR = re.compile(r"[’'‘](?P<far>[0-9]{2})(?![0-9\w])")
_SHORT_DECADE = re.compile(r"[’'‘](?P<far>[0-9]0)s(?!\w)")
_THREE_DIGITS = re.compile(r"[0-9]{3}(?![\w,.]*[0-9])" + date_patterns.NOT_COUNTED)
_LATEST_YEAR = 2059


def scan(text: str, language: str = "en") -> list[Phrase]:
    """The expressions of dates, in order and apart from one another.

    English words for dates are looked for in every language, the others only in their own.
    """
    trigger = _TRIGGERS.get(language, _TRIGGERS["en"])
    local = GRAMMARS.get(language, ("", ()))[1]
    phrases: list[Phrase] = []
    has_era = "BC" in text or "B.C" in text
    position = 0
    while match := trigger.search(text, position):
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
        return not before.endswith(("Black ", "Bloody ", "Holy ", "Good ", "Easter ", "Palm ", "Ash "))
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
    ):
        return []
    return [Phrase(start, match.end(), month=MONTHS[match[0]])]


_ATTRIBUTE = re.compile(r"\s(?!on\b|of\b|from\b|to\b|against\b|through\b)[a-z]{4}")
_NAME = re.compile(r"[A-Z][A-Za-z]+")
_SEASON_NAME = re.compile(date_patterns.SEASON + r"(?!\w)")
_SEASON_CUE = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ll]ate|[Ee]arly|[Dd]uring|[Tt]hroughout|over|for|[Mm]id|and"
    r"|of|[Tt]he)[\s-]\Z"
)
_AFTER_SEASON = re.compile(
    r"[.,;:)]|\s(?:and|of|in|to|when|while|by|at|with|as|for|on|the|he|they|it|was|were|had|after|before"
    r"|[a-z]+ing|[a-z]+ed)\b|\Z|\s?\n"
)
_IN_SEASON = re.compile(
    r"\s(?:offensives?|[Cc]ampaigns?|[Ff]ighting|attacks?|raids?|retreat|elections?|[Hh]arvest)\b"
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


def tied_ranges(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases where the first of a range takes the year its far end states."""
    linked = _both_styles(text, _unfused(phrases))
    for place in range(len(linked) - 2, -1, -1):
        first, last = linked[place], linked[place + 1]
        gap = text[first.end : last.start]
        if len(gap) > 24 or not _JOINED.fullmatch(gap):
            continue
        if _lends_year(first, last) and last.year is not None:
            later = first.month > last.month > 0
            year = last.year - 1 if later and not _AND.search(gap) else last.year
            linked[place] = replace(first, year=year)
        elif not last.tied and last.is_bare:
            linked[place + 1] = replace(last, tied=True)
    return linked


def _unfused(phrases: list[Phrase]) -> list[Phrase]:
    """`June 1529` among dates of the twentieth century is June 15 and note 29."""
    years = sorted(phrase.year for phrase in phrases if phrase.year is not None)
    if not years or years[len(years) // 2] < 1750:
        return phrases
    return [_split_marker(phrase) for phrase in phrases]


def _split_marker(phrase: Phrase) -> Phrase:
    year = phrase.year
    if year is None or phrase.day or not phrase.month or not 1000 <= year < 1650:
        return phrase
    if not exists(2000, phrase.month, year // 100):
        return phrase
    basis = ("the last two figures taken for a note's number",)
    return replace(phrase, year=None, day=year // 100, end=phrase.end - 2, basis=basis)


def _both_styles(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """`25 October (7 November) 1917`: the year that follows belongs to both days."""
    linked: list[Phrase] = []
    for phrase in phrases:
        if (
            len(linked) > 1
            and phrase.year is not None
            and not phrase.month
            and all(found.is_bare and found.day for found in linked[-2:])
            and _IN_BRACKETS.fullmatch(text[linked[-2].end : phrase.start])
        ):
            linked[-2] = replace(linked[-2], year=phrase.year)
            linked[-1] = replace(linked[-1], year=phrase.year, end=phrase.end)
        else:
            linked.append(phrase)
    return linked


_IN_BRACKETS = re.compile(r"\s[(\[][^()\[\]\n]{3,24}[)\]],?\s")
_JOINED = re.compile(
    r"\s*(?:[-–—/]|to|and|or|until|till|through|&)\s*(?:from\s+|in\s+|by\s+|the\s+|late\s+|early\s+)*"
    r"|,\s+(?:and\s+|or\s+)?"
)
_AND = re.compile(r"and|or|,")


def _lends_year(first: Phrase, last: Phrase) -> bool:
    if not first.is_bare or first.old_year or first.short_year is not None:
        return False
    if first.holiday or not (first.month or first.season):
        return False
    return last.year is not None and bool(last.month or last.season or last.day)
