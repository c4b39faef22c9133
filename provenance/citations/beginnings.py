"""Where a citation can begin: names and a title, a quotation, a case, a letter, *ibid.*"""

from __future__ import annotations

import re

from provenance.citations.author_date import begins_with_year
from provenance.citations.enclosed import masked, quotations
from provenance.citations.endings import FINITE_VERB
from provenance.citations.names import UP, read_authors
from provenance.citations.references import back_reference, same_author
from provenance.citations.traits import (
    ACT,
    ARCHIVE,
    CASE,
    CLOSING,
    CONGRESS,
    DOCUMENT,
    GAZETTE,
    ISSUE,
    LETTER,
    PAGES_AT_END,
    REPORT_FIRST,
    SERIES,
    URL,
    YEAR_GROUP,
)

_SLASHED_ALONE = re.compile(rf"{UP}[\w’-]+(?:/{UP}[\w’-]+)+(?:\s(?:[IVX]+\s)?\d|[.,;)]|$)")


_TELLS = re.compile(r"\b[a-z]{3,}ed\b")
_DATES_AN_EVENT = re.compile(r"[(\[](?:post|pre|in|since|from|until|by|ca?\.|circa|born|died)\b")
_CIRCUMSTANCE = re.compile(
    r"(?:On|In|At|By|For|From|During|After|Before|Since|Until|Between|Am|Im|Nach|Vor|Seit)\s"
)


def begins_citation(rest: str) -> bool:
    """Whether a citation can begin here: names and what follows names, a quoted title, a case, a"
    "n act."""
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
    for quotation in quotations(rest)[:1]:
        if quotation.start == 0:
            behind = rest[quotation.end :].lstrip(" ,.")
            names = read_authors(behind)
            is_quoted_statement = names is not None and behind[names.end :].startswith(", ")
            return closes(rest[quotation.end :]) and not (
                is_quoted_statement and len(quotation) > 70
            )
    authors = read_authors(rest)
    if authors is None:
        return False
    behind = rest[authors.end :]
    if re.match(r"\s*(?:,|:\s|[“‘„\"«])", behind):
        return closes(behind)
    if re.match(r"\s(?:[IVX]+\s|\d\s)?\d+(?:\s?f+\.?)?(?:[.,;)]|\s\(|\s?$)", behind):
        return True
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
    return bool(CLOSING.search(behind) or URL.search(behind)) or back_reference(behind) is not None


def _is_letter_or_file(rest: str) -> bool:
    if LETTER.match(rest):
        return True
    archive = ARCHIVE.search(rest)
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
    closing = YEAR_GROUP.search(rest) or CONGRESS.search(rest) or PAGES_AT_END.search(rest)
    if closing is None:
        return False
    title = rest[: closing.start()]
    group = YEAR_GROUP.match(rest, closing.start())
    is_weak = group is None or _DATES_AN_EVENT.match(group.group()) is not None
    if is_weak and (_TELLS.search(masked(title)) or _CIRCUMSTANCE.match(rest)):
        return False
    return len(title) < 260 and not FINITE_VERB.search(masked(title))
