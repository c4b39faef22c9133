"""Quotations and brackets within a note: where nothing separates one citation from the next."""

from __future__ import annotations

import re
from functools import lru_cache

from provenance.citations.lexicon import SIGNALS
from provenance.model.spans import Span

_PAIRS = {"“": "”", "„": '“”"', "«": "»", "»": "«", "‘": "’", '"': '"”“', "‚": "‘’", "'": "'’"}
_LONGEST_QUOTATION = 400
CITING_BRACKET = re.compile(
    rf"[(\[](?=(?:{SIGNALS})[\s,]+(?!pp?\.|S\.\s?\d|n\.|note|above|below|chapter|oben|unten|also\b)"
    r"|(?:ibid|ebd|ebenda)\b)|(?<=[”“’\"]\s)\((?=(?![^()]*\b1[4-9]\d\d)[^()]{2,60},\s(?:pp?\."
    r"|S\.)\s?\d[^()]*\))",
    re.IGNORECASE,
)
"""A bracket that opens with a signal: it holds a citation of its own, not part of another."""


@lru_cache(maxsize=4096)
def quotations(text: str) -> tuple[Span, ...]:
    """Every outermost quotation, with its marks.

    An apostrophe closes nothing: a single mark closes where what follows could not continue the
    quoted words. Marks that never close open nothing.
    """
    found: list[Span] = []
    position = 0
    while position < len(text):
        if text[position] in _PAIRS and _may_open(text, position):
            end = _close(text, position)
            if end is not None:
                found.append(Span(position, end))
                position = end
                continue
        position += 1
    return tuple(found)


def _may_open(text: str, position: int) -> bool:
    before = text[position - 1 : position]
    after = text[position + 1 : position + 2]
    return (not before or before.isspace() or before in "([—–-“‘„/:") and bool(after.strip())


def _close(text: str, position: int) -> int | None:
    closers = _PAIRS[text[position]]
    is_single = text[position] in "‘'‚"
    fallback: int | None = None
    for place in range(position + 2, min(len(text), position + _LONGEST_QUOTATION)):
        if text[place] not in closers or text[place - 1].isspace():
            continue
        if is_single and text[place + 1 : place + 2].isalnum():
            continue
        if is_single and _is_possessive(text, place):
            fallback = fallback or place + 1
            continue
        return place + 1
    return fallback


def _is_possessive(text: str, place: int) -> bool:
    """Whether a mark behind an s may stand for a genitive, as in "the workers’ State"."""
    return (
        text[place - 1] == "s"
        and re.match(r" [^\W\d_]", text[place + 1 : place + 3]) is not None
        and re.search(r"[’'][\s,.;(]", text[place + 1 : place + 200]) is not None
        and re.match(r" in [^\W\d_a-z]", text[place + 1 : place + 6]) is None
    )


@lru_cache(maxsize=4096)
def brackets(text: str) -> tuple[Span, ...]:
    """Every outermost pair of round or square brackets that holds no citation of its own."""
    found: list[Span] = []
    opened: list[int] = []
    for position, sign in enumerate(text):
        if sign in "([":
            opened.append(position)
        elif sign in ")]" and opened:
            start = opened.pop()
            if not opened:
                found.append(Span(start, position + 1))
    return tuple(span for span in found if not CITING_BRACKET.match(text, span.start))


@lru_cache(maxsize=4096)
def masked(text: str) -> str:
    """The text with quotations and brackets blanked: what is found stands outside them."""
    signs = list(text)
    for span in (*quotations(text), *brackets(text)):
        signs[span.start : span.end] = "\x00" * len(span)
    return "".join(signs)
