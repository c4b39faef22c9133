"""Quotations and brackets within a note: where nothing separates one citation from the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from provenance.citations.lexicon import SIGNALS
from provenance.citations.names import UP
from provenance.citations.traits import ISSUE
from provenance.model.spans import Span

_PAIRS = {
    "“": "”",
    "”": "”",
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‘": "’",
    '"': '"”“',
    "‚": "‘’",
    "'": "'’",
}
_LONGEST_QUOTATION = 400
_CITING_BRACKET = re.compile(
    rf"[(\[](?=(?:{SIGNALS})[\s,]+(?!pp?\.|S\.\s?\d|n\.|note|above|below|chapter|oben|unten|also\b)"
    r"|(?:ibid|ebd|ebenda)\b)|(?<=[”“’\"]\s)\((?=(?![^()]*\b1[4-9]\d\d)[^()]{2,60},\s(?:pp?\."
    r"|S\.)\s?\d[^()]*\))",
    re.IGNORECASE,
)
_SHORT_IN_BRACKETS = re.compile(
    rf"\((?={UP}[\w’-]+,\s[“‘„]?{UP}[^()]{{2,60}},\s(?:pp?\.|S\.|[Cc]h(?:ap)?\.)\s?\d[^()]*\))"
    rf"|(?<=[”“’\"]\s)\((?={ISSUE.pattern})"
    rf"|(?<=[”“’\"]\s)\((?={UP}[\w’-]+(?:\s[^\W\d][\w’-]*){{1,7}},\s(?!(?:1[4-9]|20)\d\d\))"
    r"\d{1,4}(?:[-–]\d+)?\))"
)
"""A short title with its pages, or a newspaper behind the words it printed."""


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
    after = text[position + 1 : position + 3]
    if before and not before.isspace() and before not in "([—–-“‘„/:":
        return False
    # French marks, and marks within marks, stand off by a space.
    return bool(after[:1].strip()) or text[position] == "«" or after[1:] in tuple(_PAIRS)


def _close(text: str, position: int) -> int | None:
    closers = _PAIRS[text[position]]
    is_single = text[position] in "‘'‚"
    fallback: int | None = None
    for place in range(position + 2, min(len(text), position + _LONGEST_QUOTATION)):
        if text[place] not in closers or not _may_close(text, place):
            continue
        if is_single and text[place + 1 : place + 2].isalnum():
            continue
        if is_single and _is_possessive(text, place):
            fallback = fallback or place + 1
            continue
        return place + 1
    return fallback


def _may_close(text: str, place: int) -> bool:
    """Whether no space keeps a mark from closing: one may stand before a mark within marks."""
    before = text[place - 1]
    return not before.isspace() or text[place] == "»" or text[place - 2] in "’”'"


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
    return tuple(span for span in found if not cites(text, span.start))


def cites(text: str, place: int) -> bool:
    """Whether the bracket that opens here holds a citation of its own, not part of another."""
    return bool(_CITING_BRACKET.match(text, place) or _SHORT_IN_BRACKETS.match(text, place))


def citing_brackets(text: str) -> Iterator[Span]:
    """The insides of all brackets that hold a citation of their own."""
    for start, sign in enumerate(text):
        if sign not in "([" or not cites(text, start):
            continue
        depth = 0
        for place in range(start, len(text)):
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(text[place], 0)
            if depth == 0:
                yield Span(start + 1, place)
                break


@lru_cache(maxsize=4096)
def masked(text: str) -> str:
    """The text with quotations and brackets blanked: what is found stands outside them."""
    signs = list(text)
    for span in (*quotations(text), *brackets(text)):
        signs[span.start : span.end] = "\x00" * len(span)
    return "".join(signs)
