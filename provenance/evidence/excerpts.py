"""Which words of a passage to quote for an answer, and how closely the answer hangs on the act."""

from __future__ import annotations

import re

from provenance.evidence.asked_passage import Passage
from provenance.evidence.clauses import clauses
from provenance.model.dated import TaggedDate
from provenance.model.spans import Span

LONGEST_QUOTE = 45
"""Words of the longest passage that is quoted whole; of a longer one, the clauses that matter."""
NEARER = 0.003
"""What each word between costs: of two values, the nearer one."""
FAR = 14
"""Words between a date or number and the act it may date or count; what is farther counts less."""


def hangs_on(passage: Passage, value: Span, focus: Span, values: list[Span]) -> float:
    """How closely a value hangs on what was asked: near it, in its clause, no other between."""
    if passage.is_record:
        return 1.0
    low, high = sorted((value, focus))
    if low.overlaps(high):
        return 1.0
    between = passage.text[low.end : high.start]
    fit = 1.0
    if _in_parenthesis(passage, value) and not _in_parenthesis(passage, focus):
        fit *= 0.6
    if any(low.end <= other.start and other.end <= high.start for other in values):
        fit *= 0.7
    if _NEW_SUBJECT.search(between):
        fit *= 0.7
    apart = len(between.split())
    if apart > FAR:
        fit *= 0.85
    return fit - NEARER * min(apart, FAR)


def _in_parenthesis(passage: Passage, span: Span) -> bool:
    before = passage.text[passage.span.start : span.start]
    return before.rfind("(") > before.rfind(")")


_NEW_SUBJECT = re.compile(
    r"[;.]\s|,?\s+(?:and|but|while|although|whereas)\s+(?:the|he|she|it|they|we|I|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_RECORD = re.compile(r"\A[A-Za-z][\w -]{0,30}:[ \t]+\S.*\n[A-Za-z][\w -]{0,30}:[ \t]")


def share_of(passage: Passage, date: TaggedDate, focus: Span, dates: list[TaggedDate]) -> Span:
    """The words to quote for one date: the passage, or the clauses that are this date's alone.

    From the date, or what is dated by it, to where the clauses of the next date begin.
    """
    parts = clauses(passage.text, passage.span)
    holding = [i for i, part in enumerate(parts) if part.span.overlaps(date.span)]
    others = {
        i
        for i, part in enumerate(parts)
        for other in dates
        if other is not date and part.span.overlaps(other.span)
    } - set(holding)
    if not others or passage.is_record or not holding:
        return quoted(passage, date.span)
    act = next((i for i, part in enumerate(parts) if part.span.overlaps(focus)), holding[0])
    first, last = min(act, holding[0]), max(act, holding[-1])
    if others & set(range(first, last + 1)):
        first, last = holding[0], holding[-1]
    while last + 1 < len(parts) and last + 1 not in others:
        last += 1
    whole = Span(parts[first].span.start, parts[last].span.end)
    if len(whole.of(passage.text).split()) > LONGEST_QUOTE:
        whole = Span(parts[first].span.start, parts[max(act, holding[-1])].span.end)
    return trimmed(passage.text, whole)


def quoted(passage: Passage, focus: Span) -> Span:
    """The passage whole, or the clauses around the focus up to the longest quotation."""
    if len(passage.span.of(passage.text).split()) <= LONGEST_QUOTE or passage.is_record:
        return passage.span
    parts = clauses(passage.text, passage.span)
    at = next((i for i, part in enumerate(parts) if focus.start < part.span.end), len(parts) - 1)
    first = last = at
    while True:
        wider = [
            (a, b) for a, b in ((first - 1, last), (first, last + 1)) if a >= 0 and b < len(parts)
        ]
        fitting = [
            (a, b)
            for a, b in wider
            if len(passage.text[parts[a].span.start : parts[b].span.end].split()) <= LONGEST_QUOTE
        ]
        if not fitting:
            break
        first, last = fitting[0]
    return trimmed(passage.text, Span(parts[first].span.start, parts[last].span.end))


def trimmed(text: str, span: Span) -> Span:
    """A stretch without the blanks and commas at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " \n\t,;:":
        start += 1
    while end > start and text[end - 1] in " \n\t,;:":
        end -= 1
    return Span(start, end)
