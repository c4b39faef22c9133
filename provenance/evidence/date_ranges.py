"""Ranges: two dates that a text joins into one stretch."""

from __future__ import annotations

import re
from itertools import pairwise

from provenance.evidence.date_values import stretch
from provenance.model.dated import TaggedDate
from provenance.model.spans import Span

_DASH = re.compile(r"\s*[-–—]\s*")
_TO = re.compile(
    r",?\s+(?:to|until|till|through|up\s+to|bis(?:\s+zum)?|au|à|jusqu['’]au)\s+(?:the\s+)?"
)
_AND = re.compile(r"\s+(?:and|und|et)\s+(?:the\s+)?")
_FROM = re.compile(r"\b(?:from|since|of|lasted|von|vom|du|de|dès)\s+(?:the\s+)?\Z", re.I)
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre)\s+(?:the\s+|le\s+|dem\s+)?\Z", re.I)
_REACH = 20


def join_ranges(text: str, dates: tuple[TaggedDate, ...]) -> tuple[TaggedDate, ...]:
    """The stretches that two neighbouring dates of `text` are the ends of, in order.

    `from July 17 to August 2, 1945` and `1941–1945` are stretches; the span takes in both dates and
    what joins them. `between March and May` is one moment somewhere within as often as a stretch:
    it is given as a stretch, and its basis says so.
    """
    joined = []
    for first, last in pairwise(dates):
        how = _joint(text, first.span, last.span)
        low, high = first.value.earliest, last.value.latest
        if not how or low is None or high is None or high < low:
            continue
        if last.value.earliest is not None and last.value.earliest < low:
            continue
        reasons = dict.fromkeys((*_reasons(first), *_reasons(last), how))
        reasons.pop("as written", None)
        basis = "; ".join(reason for reason in reasons if reason != _PLAIN) or "as written"
        span = Span(first.span.start, last.span.end)
        joined.append(TaggedDate(span, stretch(first.value, last.value), basis))
    return tuple(joined)


_PLAIN = "a stretch"


def _reasons(tagged: TaggedDate) -> list[str]:
    return tagged.basis.split("; ")


def _joint(text: str, first: Span, last: Span) -> str:
    gap = text[first.end : last.start]
    if len(gap) > _REACH:
        return ""
    before = text[max(0, first.start - _REACH) : first.start]
    if _DASH.fullmatch(gap):
        return _PLAIN
    if _TO.fullmatch(gap):
        return (
            _PLAIN if _FROM.search(before) or "to" not in gap.split() else "two dates joined by to"
        )
    if _AND.fullmatch(gap) and _BETWEEN.search(before):
        return "between the two, perhaps all of it"
    return ""
