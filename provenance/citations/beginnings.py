"""Where a citation can begin: names and a title, a quotation, a case, a letter, *ibid.*"""

from __future__ import annotations

import re

from provenance.citations.author_date import begins_with_year
from provenance.citations.enclosed import masked, quotations
from provenance.citations.endings import FINITE_VERB
from provenance.citations.lexicon import MONTH_WORDS
from provenance.citations.names import UP, read_authors
from provenance.citations.papers import DOCUMENT, LETTER, archive_in
from provenance.citations.references import back_reference, same_author
from provenance.citations.traits import (
    ACT,
    CASE,
    CLOSING,
    CONGRESS,
    DATE,
    GAZETTE,
    ISSUE,
    PAGES_AT_END,
    REPORT_FIRST,
    SERIES,
    URL,
    YEAR,
    YEAR_GROUP,
)

_SLASHED_ALONE = re.compile(rf"{UP}[\w’-]+(?:/{UP}[\w’-]+)+(?:\s(?:[IVX]+\s)?\d|[.,;)]|$)")


_DAY_FIRST = re.compile(rf"(?:{MONTH_WORDS})\.?\s\d|{DATE.pattern}")
_RELATIVE = re.compile(r",\s(?:who|which|whose|where|whom|qui|dont)\s")
_STATES = 40
"""Letters of the longest quotation in lower case that is still a title and no statement."""
_THANKS = re.compile(
    r"\b(?:I|We|we|thanks?|grateful|gratitude|indebted|acknowledge\w*|Dank|danke[nt]?|remercie\w*)\b"
)
_LONG_WORD = re.compile(r"(?<![\w’'])[^\W\d_]{4,}")
_TELLS = re.compile(r"\b[a-z]{3,}ed\b")
_DATES_AN_EVENT = re.compile(r"[(\[](?:post|pre|in|since|from|until|by|ca?\.|circa|born|died)\b")
_CIRCUMSTANCE = re.compile(
    r"(?:On|In|At|By|For|From|During|After|Before|Since|Until|Between|Am|Im|Nach|Vor|Seit)\s"
)


def begins_citation(rest: str) -> bool:
    """Whether a citation can begin here: names and what follows names, a quoted title, a case, a"
    "n act."""
    if _DAY_FIRST.match(rest):
        return False
    return is_firm(rest) or has_names_and_title(rest) or _is_letter_or_file(rest)


def is_firm(rest: str) -> bool:
    """Beginnings that are citations whatever follows."""
    reference = back_reference(rest[:120])
    if reference is not None:
        before = rest[: reference.span.start].rstrip(" ,(")
        if not before:
            return True
        authors = read_authors(rest)
        if authors is not None and authors.end >= len(before):
            return True
    return bool(
        CASE.match(rest)
        or ACT.match(rest)
        or REPORT_FIRST.match(rest)
        or SERIES.match(rest)
        or begins_with_year(rest)
        or ISSUE.match(rest)
        or GAZETTE.match(rest)
        or (same_author(rest) and CLOSING.search(rest))
        or _SLASHED_ALONE.match(rest)
    )


def has_names_and_title(rest: str) -> bool:
    """Whether names stand first and a title, a year or pages behind them, as in a citation."""
    for quotation in quotations(rest)[:1]:
        if quotation.start == 0:
            if len(quotation) > _STATES and rest[1].islower():
                return False
            behind = rest[quotation.end :].lstrip(" ,.")
            names = read_authors(behind)
            is_said = quotation.of(rest)[-2] not in ",;"
            is_quoted_statement = is_said and names is not None and behind[names.end] == ","
            return closes(rest[quotation.end :]) and not (
                is_quoted_statement and len(quotation) > 70
            )
    authors = read_authors(rest)
    if authors is None:
        return False
    behind = rest[authors.end :]
    if _RELATIVE.match(behind):
        return False
    if re.match(r"\s*(?:,|:\s|[“‘„\"«])", behind):
        return closes(behind)
    if re.match(r"\s(?:[IVX]+\s|\d\s)?\d+(?:\s?f+\.?)?(?:[.,;)]|\s\(|\s?$)", behind):
        return not (authors.is_corporate and re.match(rf"\s{YEAR}\b", behind))
    return (
        (authors.are_editors and bool(CLOSING.search(behind)))
        or (bool(re.match(rf"\s(?:{UP}|\()", behind)) and bool(YEAR_GROUP.search(behind[:160])))
        or (re.fullmatch(r"[\s.]*", behind) is not None and "/" in rest)
    )


def begins_document(rest: str) -> bool:
    """Beginnings that no archive's name goes on with: a letter, a document, an author's title."""
    authors = read_authors(rest)
    return bool(
        LETTER.match(rest)
        or re.match(r"[“„\"]", rest)
        or (DOCUMENT.match(rest) and rest[0].islower())
        or (authors is not None and re.match(r",\s[“„\"]", rest[authors.end :]))
    )


def closes(behind: str) -> bool:
    """Whether something that ends citations stands there: pages, a year, an address, *ibid.*"""
    return bool(CLOSING.search(behind) or URL.search(behind)) or back_reference(behind) is not None


def _is_letter_or_file(rest: str) -> bool:
    if LETTER.match(rest):
        return True
    archive = archive_in(rest)
    if archive is None or FINITE_VERB.search(masked(rest[: archive.start()])):
        return False
    return archive.start() == 0 or bool(
        DOCUMENT.match(rest) or (re.match(rf"[“„\"]?{UP}", rest) and CLOSING.search(rest))
    )


def is_title_alone(rest: str) -> bool:
    """An anonymous work: a title with place and year, or pages, that makes no sentence."""
    if not re.match(rf"[“‘„\"(\[]?{UP}|https?://|www\.", rest):
        return False
    if URL.search(rest):
        return True
    closing = _first_closing(rest)
    if closing is None:
        return False
    title = rest[: closing.start()]
    if not title.strip() or len(title) >= 260:
        return False
    if DATE.fullmatch(title.strip(" ,:")):
        return False
    bare = masked(title)
    group = YEAR_GROUP.match(rest, closing.start())
    is_weak = group is None or _DATES_AN_EVENT.match(group.group()) is not None
    if is_weak and (_TELLS.search(bare) or _CIRCUMSTANCE.match(rest)):
        return False
    if group is not None and _DAY_FIRST.match(group.group(), 1) and not _is_in_capitals(bare):
        return False
    return not FINITE_VERB.search(bare) and not _THANKS.search(bare)


def _first_closing(rest: str) -> re.Match[str] | None:
    group, congress = YEAR_GROUP.search(rest), CONGRESS.search(rest)
    if group is not None and (congress is None or group.start() < congress.start()):
        return group
    return congress or PAGES_AT_END.search(rest)


def _is_in_capitals(title: str) -> bool:
    """Whether most of its long words are capitalised, as in an English title."""
    words: list[str] = _LONG_WORD.findall(title)
    return 2 * sum(word[0].isupper() for word in words) >= len(words)
