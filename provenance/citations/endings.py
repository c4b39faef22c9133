"""Where a citation ends: with the last year, page or address before prose takes over again."""

from __future__ import annotations

import re

from provenance.citations.enclosed import brackets, masked
from provenance.citations.names import read_authors
from provenance.citations.papers import LETTER, archive_in
from provenance.citations.references import back_reference
from provenance.citations.traits import (
    ACT,
    CASE,
    CLOSING,
    GAZETTE,
    SERIES,
    SERIES_OF_YEAR,
    URL,
)
from provenance.model.spans import Span

FINITE_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|does|do|will|would|should|could|may|might|can|must"
    r"|that|which|"
    r"who|ist|sind|war|waren|hat|haben|wird|werden|wurde|wurden|daß|dass|kann|könnte|soll|stammt"
    r"|stammen|beruht|beruhen)\b"
)
_NUMBERED_DOCUMENT = re.compile(r"\b(?:[Dd]ocuments?|[Dd]ocs?\.|Dok\.)\s\d+")
_TRAILING = re.compile(r"(?:[\s,;—–-]|,?\s(?:and|und|sowie|with)\s*$)+$")
_COMMENT_BEHIND = re.compile(r",?\s(?:per|who|which|der|die|das|where|wo|and|und)\s")
_PRINTED_IN = re.compile(r",?\s(?:(?:re)?printed\s)?in:?\s[“„\"]?[^\W\d_a-zß-ÿ]")


def end_of(rest: str) -> int:
    """Where the citation at the beginning of `rest` ends; 0 where it never amounts to one."""
    whole = len(_TRAILING.sub("", rest))
    if archive_in(rest):
        address = URL.search(rest)
        is_left = address is not None and prose_words(rest[address.end() : whole]) > 3
        return address.end() if address and is_left else whole
    # A search for parties costs most and is seldom of use: they are joined by "v.".
    patterns = (CLOSING, URL, ACT, GAZETTE, SERIES_OF_YEAR, *((CASE,) if " v" in rest else ()))
    elements = [Span(*match.span()) for pattern in patterns for match in pattern.finditer(rest)]
    if SERIES.match(rest):
        elements += (Span(*match.span()) for match in _NUMBERED_DOCUMENT.finditer(rest))
    reference = back_reference(rest)
    if reference is not None:
        elements.append(reference.span)
    if not elements:
        return whole if read_authors(rest) is not None else 0
    end = _last_element(rest, sorted(elements, key=lambda span: span.end))
    for bracket in brackets(rest):
        if 0 <= bracket.start - end <= 1:
            end = bracket.end
    tail = rest[end:whole]
    if prose_words(tail) <= 3 and len(tail) < 60 and not _COMMENT_BEHIND.match(tail):
        return whole
    stop = re.match(r"[.)\]”’\"]*", rest[end:])
    return end + (stop.end() if stop else 0)


def _last_element(rest: str, elements: list[Span]) -> int:
    """The end of the last year, page or address before the prose takes over again."""
    end = elements[0].end
    letter = LETTER.match(rest)
    letter_ends = letter.end() if letter else -1
    for element in elements[1:]:
        gap = rest[end : element.start]
        most = 25 if _PRINTED_IN.match(gap) or end == letter_ends else 6
        if prose_words(gap) >= most or FINITE_VERB.search(masked(gap)):
            break
        end = max(end, element.end)
    return end


def prose_words(stretch: str) -> int:
    """Words in lower case outside quotations and brackets: a citation has few behind its title."""
    return len(re.findall(r"(?<![\w’'])[a-zß-ÿ]{3,}\b", masked(stretch)))
