"""The shapes of calendar dates: days, months, years, decades, centuries, in figures and names.

Every pattern is tried where a trigger stands and reads to the right of it; none can backtrack
over more than the few words of one date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from provenance.evidence.date_phrase import Phrase
from provenance.evidence.date_words import MONTHS

Build = Callable[[re.Match[str]], list[Phrase]]
Rule = tuple[re.Pattern[str], Build]


def any_of(words: Iterable[str]) -> str:
    """An alternation that tries long words first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


# White space within one date may break a line but not a paragraph.
GAP = r"[^\S\n]{0,90}\n?[^\S\n]{0,90}"
_STOP = r"(?:(?<![A-Za-z]{4})(?<!May)(?<!MAY)|(?<=Sept))\."
MONTH = rf"(?P<month>{any_of(MONTHS)})(?![^\W\d_])(?:{_STOP}(?={GAP}[0-9]))?"
# A note's number may be fused to a year ("June 194512"), so digits may follow it here.
YEAR = r"(?P<year>(?:1[0-9]|20)[0-9]{2}(?=[0-9]{0,3}(?![0-9])))"
ERA = (
    r"(?:BCE?(?!\w)|B\.\s?C\.\s?E\.?|B\.\s?C(?:\.(?!$|\n|\s+[A-Z])|(?!\w))"
    r"|v\.\s?Chr\.|av(?:ant|\.)\s(?:J\.-C\.|Jésus-Christ))"
)
ORDINAL = (
    r"(?:[12][0-9]|3[01]|0?[1-9])"
    r"(?:st|nd|rd|th|er|d|\.(?=\s?(?:und|bis|oder|[-–]|/)\s?[0-9]))?(?![0-9])"
)
DASH = r"\s?[-–—]\s?"
_AND = r"\s+(?:and|or|to|&|und|bis|et|au)\s+(?:the\s+)?"
DAYS = (
    rf"(?P<days>{ORDINAL}"
    rf"(?:(?:{DASH}|{_AND}|/){ORDINAL}|(?:,\s+{ORDINAL}){{1,6}},?\s+(?:and|or)\s+{ORDINAL})?)"
)
MONTH_DAYS = (
    rf"(?P<days>{ORDINAL}"
    rf"(?:(?:{DASH}|{_AND}){ORDINAL}(?!\s+[a-z]+s\b|[.,:]?[0-9%]|\s+[ap]\.?m\b|{DASH}[A-Z])"
    rf"|(?:,\s+{ORDINAL}){{1,6}},?\s+(?:and|or)\s+{ORDINAL})?)"
)
SEASON = (
    r"(?P<season>[Ss]pring|SPRING|[Ss]ummer|SUMMER|[Aa]utumn|AUTUMN|[Ff]all|FALL|[Ww]inter|WINTER)"
)
# `11 February 1731/32`: Old Style years began in March, so early months bore two.
DOUBLE = r"(?:/(?P<double>[0-9]{1,2})(?![0-9/]))?"
OF_YEAR = (
    r"\s+of\s+(?:(?P<that>that(?:\s+same)?|the\s+same|the)|(?P<next>the\s+(?:following|next))"
    r"|(?P<last>the\s+(?:previous|preceding|prior)))\s+year(?![\w])"
    r"|\s+of\s+(?P<written>this|last|next)\s+year(?!\w)"
    r"|,?\s+(?P<nearby>last|next)(?=[.,;:)])"
)
