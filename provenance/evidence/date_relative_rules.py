"""The shapes of relative dates, in the order they are tried where a trigger stands."""

from __future__ import annotations

import re

from provenance.evidence.date_day_words import ENGLISH_DAY, ENGLISH_DAYS
from provenance.evidence.date_parts import PART_OF
from provenance.evidence.date_patterns import DAYS, SEASON, Rule, any_of
from provenance.evidence.date_relative import (
    BESIDE,
    beside_the_last,
    counted_units,
    day_alone,
    day_of_letter_month,
    end_of_unit,
    famous_day,
    holiday,
    last_or_next,
    part_of_unit,
    present_unit,
    that_unit,
    this_unit,
    unit_before_or_after,
    weekday_alone,
    within_unit,
    word_for_a_day,
)
from provenance.evidence.date_words import COUNTS, ENGLISH_MONTHS, FAMOUS, HOLIDAYS, MOVABLE

_DAY_PART = r"day|night|morning|afternoon|evening"
_UNIT = rf"(?P<unit>{_DAY_PART}|week|month|year|decade|century)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_MONTH = rf"(?P<month>{any_of(ENGLISH_MONTHS)})"
_WHAT = rf"(?:{_UNIT}|{SEASON}|{_WEEKDAY}|{_MONTH})(?![\w-])"
NUMBER = rf"(?P<count>[0-9]{{1,3}}|{any_of(COUNTS)})"
_ROUGHLY = (
    r"(?:(?:almost|just|nearly|only|about|some|over|barely|a\s+mere|more\s+than|less\s+than)\s+)?"
)
_HOLIDAY_NAMES = "|".join(
    r"[’']".join(re.escape(part) for part in name.split("'"))
    for name in sorted({*HOLIDAYS, *MOVABLE}, key=lambda name: (-len(name), name))
)

_OF_LETTER_MONTH = (
    r"\s+(?:(?:of\s+)?(?P<how>ult(?:imo)?|inst(?:ant)?|prox(?:imo)?)(?![a-z])\.?"
    r"|of\s+(?P<when>this|last|next|the\s+(?:present|current))\s+month\b)"
)
ORDINAL_RULES: tuple[Rule, ...] = (
    (re.compile(ENGLISH_DAYS + _OF_LETTER_MONTH), day_of_letter_month),
)
LETTER_RULES: tuple[Rule, ...] = (
    (re.compile(rf"(?:[Tt]he\s+)?{DAYS}{_OF_LETTER_MONTH}"), day_of_letter_month),
    (
        re.compile(
            r"(?P<day>[12]?[0-9]|3[01])(?:st|nd|rd|th)(?=[.,;:)]|\s+(?:and|from|to|at|that|in|we|I)\b)"
        ),
        day_alone,
    ),
)
THE_RULES: tuple[Rule, ...] = (
    (
        re.compile(r"[Tt]he\s+(?:present|current)\s+(?P<unit>month|year|decade|century)(?![\w-])"),
        present_unit,
    ),
    (
        re.compile(r"[Tt]he\s+day\s+(?:before\s+yesterday|after\s+tomorrow)\b"),
        word_for_a_day,
    ),
    (
        re.compile(
            rf"[Tt]he\s+(?P<how>{any_of(BESIDE)})\s+{_WHAT}(?!\s+(?:of|after|before|when)\b)"
        ),
        beside_the_last,
    ),
    (
        re.compile(
            r"[Tt]he\s+(?P<unit>day|night|morning|evening|week|month|year)\s+"
            r"(?P<how>before|after|following|earlier|later)(?=[.,;:)]|\s+(?:he|she|they|it|saw|and)\b)"
        ),
        unit_before_or_after,
    ),
    (
        re.compile(
            PART_OF
            + rf"(?P<det>(?:the\s+)?(?:{any_of(BESIDE)})|the|that(?:\s+same)?|this|last|next)"
            rf"\s+{_WHAT}(?!\s+(?:of|[0-9]))"
        ),
        part_of_unit,
    ),
    *LETTER_RULES,
    (
        re.compile(
            r"[Tt]he\s+(?P<day>[12]?[0-9]|3[01])(?:st|nd|rd|th)(?=[.,;:)]|\s+(?:and|to|until|when|the"
            r"|he|they|we|I|it|at|in|from|by|with|that|was|were|a|an|of\s+the\s+(?:month|same))\b)"
        ),
        day_alone,
    ),
)
THAT_RULES: tuple[Rule, ...] = (
    (re.compile(rf"[Tt]hat\s+(?:very\s+|same\s+)?{_WHAT}(?!\s+of\b)"), that_unit),
)
THIS_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"[Tt]his\s+(?P<unit>{_DAY_PART}|week|month|year|century)(?![\w-])"
            r"(?!\s+(?:before|after|later))"
        ),
        this_unit,
    ),
    (
        re.compile(rf"(?P<how>)(?P<det>[Tt]his)\s+(?:{SEASON}|{_WEEKDAY}|{_MONTH})(?![\w-])"),
        within_unit,
    ),
)
LAST_RULES: tuple[Rule, ...] = (
    (re.compile(r"[Ll]ast\s+(?:night|evening)\b"), word_for_a_day),
    (
        re.compile(rf"(?P<how>[Ll]ast|[Nn]ext)\s+{_WHAT}(?!\s+(?:of|before|in\s+which)\b)"),
        last_or_next,
    ),
)
LATER_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"(?P<how>[Ll]ater|[Ee]arlier|[Ll]ate|[Ee]arly)\s+(?:on\s+|in\s+)?"
            rf"(?P<det>that\s+same|that|the\s+same|the|this)\s+{_WHAT}(?!\s+of\b)"
        ),
        within_unit,
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
        counted_units,
    ),
)
WORD_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            r"(?:today|tonight|yesterday(?:\s+(?:morning|afternoon|evening))?"
            r"|tomorrow(?:\s+(?:morning|night|afternoon|evening))?)(?!\w|['’]s\b)",
            re.I,
        ),
        word_for_a_day,
    ),
    (
        re.compile(r"(?P<unit>day|week|month|year|decade|century)['’]s\s+end\b"),
        end_of_unit,
    ),
    (
        re.compile(
            rf"{_WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?(?![\w-])"
            rf"(?!,?\s+(?:the\s+)?(?:(?:dawn|morning|night)\s+of\s+)?(?:[0-9]|{_MONTH}\s|{ENGLISH_DAY}\s+of\b))"
        ),
        weekday_alone,
    ),
    (re.compile(rf"(?:{any_of(FAMOUS)})(?!\w)"), famous_day),
    (
        re.compile(
            rf"(?P<name>(?i:{_HOLIDAY_NAMES}))(?:,?\s+(?:of\s+)?(?P<year>[12][0-9]{{3}})(?![0-9]))?(?![\w-])"
        ),
        holiday,
    ),
)
