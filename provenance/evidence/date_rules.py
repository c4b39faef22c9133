"""The shapes of calendar dates, in the order they are tried where a trigger stands."""

from __future__ import annotations

import re

from provenance.evidence.date_builders import (
    QUARTERS,
    century,
    day_in_figures,
    day_with_short_year,
    days_of_month,
    decade,
    fiscal_year,
    iso_day,
    month_and_days,
    month_of_year,
    quarter,
    season_of_year,
    years,
    years_before_christ,
)
from provenance.evidence.date_day_words import ENGLISH_DAYS
from provenance.evidence.date_patterns import (
    DASH,
    DAYS,
    DOUBLE,
    ERA,
    GAP,
    MONTH,
    MONTH_DAYS,
    OF_YEAR,
    SEASON,
    YEAR,
    Rule,
    any_of,
)
from provenance.evidence.date_words import ORDINALS

NOT_COUNTED = (
    r"(?!\s+(?:men|troops|soldiers|people|persons|prisoners|tons|tonnes|miles|km|kilomet|metres"
    r"|meters|feet|yards|acres|hectares|copies|aircraft|tanks|guns|ships|dead|casualties|civilians"
    r"|dollars|francs|pounds|marks|rubles|roubles|words|pages|horses|cavalry|infantry|hoplites"
    r"|hours|hrs|h|GMT|warships|triremes|workers|students|refugees|families|houses|volunteers|sailors|deaths)\b"
    r"|%|,[0-9]{3}(?![0-9])|\.[0-9]+\s*(?:million|billion|percent|per))"
)
QUARTER_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"(?:[Tt]he\s+)?(?P<which>{any_of(QUARTERS)}|[1-4](?:st|nd|rd|th))[\s-]quarter(?![\w’'])"
            rf"(?:,?{GAP}(?:of\s+)?{YEAR}(?![0-9])|{OF_YEAR})?(?!\s+of\b)",
            re.I,
        ),
        quarter,
    ),
)
DIGIT_RULES: tuple[Rule, ...] = (
    (re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{2})(?![0-9/])"), day_with_short_year),
    (re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9-])"), iso_day),
    (re.compile(r"([0-9]{1,2})([/.])\s?([0-9]{1,2})\2\s?([12][0-9]{3})(?![0-9])"), day_in_figures),
    (
        re.compile(
            rf"{DAYS}\.?{GAP}(?:(?:day\s+)?of\s+|de\s+)?{MONTH}"
            rf"(?:,?{GAP}(?:of\s+|de\s+)?(?:{YEAR}{DOUBLE}|(?P<old>[0-9]{{1,3}})\s?{ERA})|{OF_YEAR})?"
        ),
        days_of_month,
    ),
    (
        re.compile(
            r"(?P<n>[0-9]{1,2})(?:st|nd|rd|th)"
            r"(?:[-\s]+centur(?:y|ies)(?:\s(?P<era>" + ERA + r"))?"
            r"|(?P<rest>(?=\s?(?:[-–—]|\sand|\sto)\s?(?:(?:early|late|mid)[-\s])?(?:the\s)?"
            r"[0-9]{1,2}(?:st|nd|rd|th)[-\s]+centur)))",
            re.I,
        ),
        century,
    ),
    (
        re.compile(
            rf"(?:(?P<first>[0-9]{{1,4}})(?:{DASH}|\s+(?:to|and|or|until)\s+))?"
            rf"(?P<year>[0-9]{{1,4}})\s?(?P<era>{ERA})"
        ),
        years_before_christ,
    ),
    (re.compile(rf"([0-9]{{2,3}}0)['’]?s(?![\w])(?:\s(?P<era>{ERA}))?"), decade),
    (re.compile(rf"{YEAR}\s+{SEASON}(?!\w)(?!\s+of\b)"), season_of_year),
    (
        re.compile(
            r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?:(?![0-9/])|(?=[0-9]{1,2}(?:\s+[A-Z“\"]|\s*\n|\s*\Z)))"
            r"(?:\s?[-–—]\s?(?P<far>(?:1[0-9]|20)[0-9]{2}|[0-9]{2})(?![0-9]|[-–][0-9]))?"
            + NOT_COUNTED
        ),
        years,
    ),
    (
        re.compile(r"(?P<year>1[0-9]{3}|20[0-9]{2})/(?P<far>[0-9]{2}|[0-9]{4})(?![0-9/])"),
        years,
    ),
)
CENTURY_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"(?P<n>{any_of(ORDINALS)})[-\s]+centur(?:y|ies)(?:\s(?P<era>{ERA}))?",
            re.I,
        ),
        century,
    ),
)
_WORDS_OF_MONTH = (
    re.compile(
        rf"{ENGLISH_DAYS}\s+(?i:day\s+of|of)\s+{MONTH}(?![’']s)"
        rf"(?:,?{GAP}(?:of\s+)?{YEAR}{DOUBLE}|{OF_YEAR})?",
    ),
    days_of_month,
)
_MONTH_AND_WORDS = (
    re.compile(
        rf"{MONTH}{GAP}(?:the\s+)?{ENGLISH_DAYS}"
        rf"(?:,?{GAP}(?:of\s+)?{YEAR}{DOUBLE}|{OF_YEAR}|(?=[.,;:)]))"
    ),
    month_and_days,
)
ORDINAL_RULES: tuple[Rule, ...] = (_WORDS_OF_MONTH,)
MONTH_RULES: tuple[Rule, ...] = (
    _MONTH_AND_WORDS,
    (
        re.compile(
            rf"{MONTH}{GAP}(?:the\s+)?{MONTH_DAYS}(?:,?{GAP}(?:of\s+)?{YEAR}{DOUBLE}|{OF_YEAR})?"
        ),
        month_and_days,
    ),
    (
        re.compile(
            rf"{MONTH}(?:,?{GAP}(?:of\s+|de\s+)?(?:{YEAR}{DOUBLE}|(?P<old>[0-9]{{1,3}})\s?{ERA})|{OF_YEAR})"
        ),
        month_of_year,
    ),
)
SEASON_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"{SEASON}(?:,?{GAP}(?:of\s+|in\s+)?(?:{YEAR}(?:[-–/](?P<far>[0-9]{{4}}|[0-9]{{2}}))?"
            rf"|(?P<old>[0-9]{{1,3}})\s?{ERA})|{OF_YEAR})"
        ),
        season_of_year,
    ),
)
FISCAL_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            r"(?:[Tt]he\s)?(?P<kind>[Ff]iscal|[Ff]inancial|FY)(?:\s?[Yy]ears?)?\s?"
            r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?:[-–/](?P<far>[0-9]{4}|[0-9]{2}))?(?![0-9])"
        ),
        fiscal_year,
    ),
)
