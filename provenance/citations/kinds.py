"""What kind of work a citation cites, told by its form alone."""

from __future__ import annotations

import re

from provenance.citations.lexicon import MONTH_WORDS
from provenance.citations.papers import DOCUMENT, LETTER, archive_in
from provenance.citations.special import Fields
from provenance.citations.traits import (
    ACT,
    CASE,
    CONGRESS,
    DATE,
    GAZETTE,
    ISSUE,
    NEWSPAPER_WORD,
    REPORT_FIRST,
    SERIES,
    SHORT_CASE,
    URL,
)
from provenance.model.notes import WorkKind

_NEWSPAPER = re.compile(rf"{NEWSPAPER_WORD}")
_DAY = re.compile(rf"(?:{MONTH_WORDS})\.?\s+\d{{1,2}}\b|\d{{1,2}}\.?\s+(?:{MONTH_WORDS})\b")
_UNPUBLISHED = re.compile(
    r"\b(?:unpublished|unpubl\.|unveröff\w*|Ph\.?\s?D\.?|dissertation|Diss\.|thesis|Magisterarbeit|"
    r"Habilitationsschrift|manuscript|typescript|mimeo\w*|working paper|discussion papers?"
    r"|forthcoming)\b",
    re.IGNORECASE,
)
_VOLUME_AND_YEAR = re.compile(r"\s\d+\s\(\d{4}\)")
_PRESS = re.compile(
    r"\b(?:Press|Verlag|Books|Publish\w+|University|Printing Office|Company|Bros|& Co)\b"
    r"|\([^():]+:[^()]+\d{4}\)"
)


def kind_of(citation: str, fields: Fields) -> WorkKind:
    """The kind of work, or UNKNOWN where a short form does not tell."""
    special = _special_kind(citation)
    if special is not None:
        return special
    if _UNPUBLISHED.search(citation):
        return WorkKind.UNPUBLISHED
    is_in = re.search(r"(?:[,”’\"?]\s[Ii]n:?|\.\sIn:?)\s", citation) is not None
    if fields.container and (fields.hosts or (is_in and not _VOLUME_AND_YEAR.search(citation))):
        return WorkKind.CHAPTER
    if fields.container:
        has_day = DATE.search(citation) is not None and _DAY.search(citation) is not None
        if has_day and not fields.volume:
            return WorkKind.NEWSPAPER
        if URL.search(citation) and not fields.volume and not fields.pages:
            return WorkKind.WEB
        return WorkKind.NEWSPAPER if _is_newspaper(fields) else WorkKind.ARTICLE
    if URL.search(citation):
        return WorkKind.WEB
    if DOCUMENT.match(citation) and _DAY.search(citation) and DATE.search(citation):
        return WorkKind.UNPUBLISHED
    if fields.title and (fields.year or _PRESS.search(citation)):
        return WorkKind.BOOK
    return WorkKind.UNKNOWN


def _special_kind(citation: str) -> WorkKind | None:
    if ISSUE.match(citation):
        return WorkKind.NEWSPAPER
    if SERIES.match(citation) or CONGRESS.search(citation):
        return WorkKind.DOCUMENT_SERIES
    if LETTER.match(citation) and SERIES.search(citation) and not archive_in(citation):
        return WorkKind.DOCUMENT_SERIES
    if archive_in(citation) or LETTER.match(citation):
        return WorkKind.ARCHIVAL
    if re.match(r"[^,(]{0,30}§|[^,]{0,40}\) of [^,]{0,20}§", citation) or GAZETTE.match(citation):
        return WorkKind.STATUTE
    if SHORT_CASE.match(citation) or CASE.match(citation) or REPORT_FIRST.match(citation):
        return WorkKind.CASE
    return WorkKind.STATUTE if ACT.match(citation) else None


def _is_newspaper(fields: Fields) -> bool:
    return not fields.volume and _NEWSPAPER.fullmatch(fields.container.split()[-1]) is not None
