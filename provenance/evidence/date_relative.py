"""Dates that hang on another: the next day, last Tuesday, two years later, the 15th ult."""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.evidence.date_calendar import Grain
from provenance.evidence.date_patterns import SEASON, Rule, any_of
from provenance.evidence.date_phrase import Base, Part, Phrase, Shift
from provenance.evidence.date_words import (
    COUNTS,
    ENGLISH_MONTHS,
    FAMOUS,
    HOLIDAYS,
    MOVABLE,
    PARTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

_DAY_PART = r"day|night|morning|afternoon|evening"
_UNIT = rf"(?P<unit>{_DAY_PART}|week|month|year|decade|century)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_MONTH = rf"(?P<month>{any_of(ENGLISH_MONTHS)})"
_WHAT = rf"(?:{_UNIT}|{SEASON}|{_WEEKDAY}|{_MONTH})(?![\w-])"
NUMBER = rf"(?P<count>[0-9]{{1,3}}|{any_of(word for word in COUNTS if word.isascii())})"

_AFTER = ("next", "following", "subsequent", "succeeding", "coming", "ensuing")
_SAME = ("same", "very same", "selfsame")
_BEFORE = ("previous", "preceding", "prior")
_THE_HOW = {
    **dict.fromkeys(_AFTER, 1),
    **dict.fromkeys(_SAME, 0),
    **dict.fromkeys(_BEFORE, -1),
}
_FIXED_WORDS = {
    **{"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2},
    **{"day after tomorrow": 2, "yesterday morning": -1, "yesterday afternoon": -1},
    **{"yesterday evening": -1, "last night": -1, "last evening": -1, "tomorrow morning": 1},
    **{"tomorrow night": 1, "tomorrow afternoon": 1, "tomorrow evening": 1},
}


_COUNTABLE = {
    **{"day": (Grain.DAY, 1), "week": (Grain.WEEK, 1), "fortnight": (Grain.WEEK, 2)},
    **{"month": (Grain.MONTH, 1), "year": (Grain.YEAR, 1), "decade": (Grain.YEAR, 10)},
    **{"century": (Grain.YEAR, 100), "centurie": (Grain.YEAR, 100)},
}
_ROUGHLY = (
    r"(?:(?:almost|just|nearly|only|about|some|over|barely|a\s+mere|more\s+than|less\s+than)\s+)?"
)


def _about(match: re.Match[str], base: Base, amount: int, start: int | None = None) -> list[Phrase]:
    """So many of the unit, season, weekday or month the match names, from the base."""
    groups = match.groupdict()
    begin = match.start() if start is None else start
    if unit := groups.get("unit"):
        shift = Shift(base, UNITS[unit.casefold()], amount)
        return [Phrase(begin, match.end(), shift=shift)]
    if season := groups.get("season"):
        shift = Shift(base, Grain.SEASON, amount)
        return [Phrase(begin, match.end(), season=SEASONS[season.casefold()], shift=shift)]
    if weekday := groups.get("weekday"):
        shift = Shift(base, Grain.WEEK, amount)
        return [Phrase(begin, match.end(), weekday=WEEKDAYS[weekday.casefold()], shift=shift)]
    shift = Shift(base, Grain.MONTH, amount)
    return [Phrase(begin, match.end(), month=ENGLISH_MONTHS[match["month"]], shift=shift)]


def _the(match: re.Match[str]) -> list[Phrase]:
    return _about(match, Base.RUNNING, _THE_HOW[" ".join(match["how"].casefold().split())])


def _that(match: re.Match[str]) -> list[Phrase]:
    return _about(match, Base.RUNNING, 0)


def _this(match: re.Match[str]) -> list[Phrase]:
    base = Base.RUNNING if match["unit"] == "day" else Base.WRITTEN
    return _about(match, base, 0)


def _last(match: re.Match[str]) -> list[Phrase]:
    amount = {"last": -1, "past": -1, "next": 1}[match["how"].casefold()]
    return _about(match, Base.WRITTEN, amount)


def _within(match: re.Match[str]) -> list[Phrase]:
    base = Base.WRITTEN if match["det"].casefold() == "this" else Base.RUNNING
    return _about(match, base, 0)


def _part_of(match: re.Match[str]) -> list[Phrase]:
    det = " ".join(match["det"].casefold().split())
    if det.startswith(("this", "last", "next")):
        found = _about(match, Base.WRITTEN, {"this": 0, "last": -1, "next": 1}[det.split()[0]])
    else:
        found = _about(match, Base.RUNNING, _THE_HOW.get(det.removeprefix("the "), 0))
    return cut(found[0], match["part"])


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


def _unit_end(match: re.Match[str]) -> list[Phrase]:
    return [replace(_about(match, Base.RUNNING, 0)[0], part=Part.LATE)]


def _counted(match: re.Match[str]) -> list[Phrase]:
    word = match["count"].casefold()
    count = int(word) if word.isdigit() else COUNTS[word]
    how = match["how"].casefold().split()[0]
    earlier = how in ("earlier", "before", "previously", "ago", "prior")
    base = Base.WRITTEN if how in ("ago", "hence") else Base.RUNNING
    unit, times = _COUNTABLE[match["unit"].casefold().removesuffix("s")]
    shift = Shift(base, unit, (-count if earlier else count) * times)
    return [Phrase(match.start(), match.end(), shift=shift)]


def _at_present(match: re.Match[str]) -> list[Phrase]:
    return _about(match, Base.WRITTEN, 0)


def _the_day_before(match: re.Match[str]) -> list[Phrase]:
    amount = -1 if match["how"] in ("before", "earlier") else 1
    return _about(match, Base.RUNNING, amount)


def _fixed_word(match: re.Match[str]) -> list[Phrase]:
    word = re.sub(r"^the\s+", "", " ".join(match[0].casefold().split()))
    shift = Shift(Base.WRITTEN, Grain.DAY, _FIXED_WORDS[word])
    return [Phrase(match.start(), match.end(), shift=shift)]


def _letter_month(match: re.Match[str]) -> list[Phrase]:
    """`the 15th ult.`: of last month, this month (inst.) or the next (prox.)."""
    amount = {"ult": -1, "ins": 0, "pro": 1}[match["how"][:3].casefold()]
    shift = Shift(Base.WRITTEN, Grain.MONTH, amount)
    return [Phrase(match.start(), match.end(), day=int(match["day"]), shift=shift)]


_COMING = re.compile(
    r"\b(?:will|shall|[’']ll|(?:is|are|was|were)\s+(?:to|due|scheduled|expected)|scheduled|expects?\s+to"
    r"|plans?\s+to|intends?\s+to|no\s+later\s+than)\b[^.!?\n]*\Z"
)
"""Words before a weekday in the same sentence that turn it to the future."""


def _weekday(match: re.Match[str]) -> list[Phrase]:
    ahead = _COMING.search(match.string, max(0, match.start() - 80), match.start())
    shift = Shift(Base.WRITTEN, Grain.WEEK, 1 if ahead else 0)
    number = WEEKDAYS[match["weekday"].casefold()]
    return [Phrase(match.start(), match.end(), weekday=number, shift=shift)]


def _holiday(match: re.Match[str]) -> list[Phrase]:
    name = " ".join(match["name"].casefold().replace("’", "'").split())
    year = int(match["year"]) if match["year"] else None
    return [Phrase(match.start(), match.end(), year=year, holiday=name)]


def _famous(match: re.Match[str]) -> list[Phrase]:
    days = FAMOUS[match[0]]
    known = "" if days.first == days.last else f"[{days.first}..{days.last}]"
    return [Phrase(match.start(), match.end(), fixed=days, edtf=known, basis=("a named day",))]


def _day_alone(match: re.Match[str]) -> list[Phrase]:
    return [Phrase(match.start(), match.end(), day=int(match["day"]))]


_HOLIDAY_NAMES = "|".join(
    r"[’']".join(re.escape(part) for part in name.title().replace("'S", "'s").split("'"))
    for name in sorted({*HOLIDAYS, *MOVABLE}, key=lambda name: (-len(name), name))
)
_MONTHS_IN_YEAR = tuple(word for word, n in COUNTS.items() if 2 <= n <= 11 and word.isascii())
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

THE_RULES: tuple[Rule, ...] = (
    (
        re.compile(r"[Tt]he\s+(?:present|current)\s+(?P<unit>month|year|decade|century)(?![\w-])"),
        _at_present,
    ),
    (
        re.compile(r"[Tt]he\s+day\s+(?:before\s+yesterday|after\s+tomorrow)\b"),
        _fixed_word,
    ),
    (
        re.compile(
            rf"[Tt]he\s+(?P<how>{any_of(_THE_HOW)})\s+{_WHAT}(?!\s+(?:of|after|before|when)\b)"
        ),
        _the,
    ),
    (
        re.compile(
            r"[Tt]he\s+(?P<unit>day|night|morning|evening|week|month|year)\s+"
            r"(?P<how>before|after|following|earlier|later)(?=[.,;:)]|\s+(?:he|she|they|it|saw|and)\b)"
        ),
        _the_day_before,
    ),
    (
        re.compile(
            PART_OF
            + rf"(?P<det>(?:the\s+)?(?:{any_of(_THE_HOW)})|the|that(?:\s+same)?|this|last|next)\s+{_WHAT}"
            r"(?!\s+(?:of|[0-9])|\s+[0-9])"
        ),
        _part_of,
    ),
    (
        re.compile(
            r"[Tt]he\s+(?P<day>[12]?[0-9]|3[01])(?:st|nd|rd|th|d)?\s+"
            r"(?:of\s+)?(?P<how>ult(?:imo)?|inst(?:ant)?|prox(?:imo)?)(?![a-z])\.?"
        ),
        _letter_month,
    ),
    (
        re.compile(
            r"[Tt]he\s+(?P<day>[12]?[0-9]|3[01])(?:st|nd|rd|th)(?=[.,;:)]|\s+(?:and|to|until|when|the"
            r"|he|they|we|I|it|at|in|from|by|with|that|was|were|a|an|of\s+the\s+(?:month|same))\b)"
        ),
        _day_alone,
    ),
)
THAT_RULES: tuple[Rule, ...] = (
    (re.compile(rf"[Tt]hat\s+(?:very\s+|same\s+)?{_WHAT}(?!\s+of\b)"), _that),
)
THIS_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"[Tt]his\s+(?P<unit>{_DAY_PART}|week|month|year|century)(?![\w-])"
            r"(?!\s+(?:before|after|later))"
        ),
        _this,
    ),
    (
        re.compile(rf"(?P<det>[Tt]his)\s+(?:{SEASON}|{_WEEKDAY}|{_MONTH})(?![\w-])"),
        _within,
    ),
)
LAST_RULES: tuple[Rule, ...] = (
    (re.compile(r"[Ll]ast\s+(?:night|evening)\b"), _fixed_word),
    (
        re.compile(rf"(?P<how>[Ll]ast|[Nn]ext)\s+{_WHAT}(?!\s+(?:of|before|in\s+which)\b)"),
        _last,
    ),
)
LATER_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"(?:[Ll]ater|[Ee]arlier|[Ll]ate|[Ee]arly)\s+(?:on\s+|in\s+)?"
            rf"(?P<det>that\s+same|that|the\s+same|the|this)\s+{_WHAT}(?!\s+of\b)"
        ),
        _within,
    ),
)
COUNT_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"{_ROUGHLY}{NUMBER}\s+(?P<unit>day|week|fortnight|month|year|decade|centurie|century)s?\s+"
            r"(?P<how>later|earlier|before(?!\s+(?:the|his|her|their|its|an?|[A-Z0-9]))|previously"
            r"|ago|afterwards?|hence|thereafter|prior(?!\s+to)"
            r"|after(?=[.,;]|\s+(?:that|this)\b))(?!\w)",
            re.I,
        ),
        _counted,
    ),
)
WORD_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            r"(?:today|tonight|yesterday(?:\s+(?:morning|afternoon|evening))?"
            r"|tomorrow(?:\s+(?:morning|night|afternoon|evening))?)(?!\w|['’]s\b)",
            re.I,
        ),
        _fixed_word,
    ),
    (
        re.compile(r"(?P<unit>day|week|month|year|decade|century)['’]s\s+end\b"),
        _unit_end,
    ),
    (
        re.compile(rf"{_WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?(?![\w-]|,?\s+[0-9])"),
        _weekday,
    ),
    (re.compile(rf"(?:{any_of(FAMOUS)})(?!\w)"), _famous),
    (
        re.compile(
            rf"(?P<name>{_HOLIDAY_NAMES})(?:,?\s+(?:of\s+)?(?P<year>[12][0-9]{{3}})(?![0-9]))?(?![\w-])"
        ),
        _holiday,
    ),
)
