"""The clauses of a sentence: how far a negation, a condition or a verb of saying reaches.

Punctuation and the words that open a clause; no grammar. A clause here is what stands between two
of them, and that is as far as *not* denies and *if* makes depend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model.spans import Span

_EDGE = re.compile(
    r"[;:]\s+|\s[–—-]{1,2}\s|—|,\s+(?:and|but|or|while|although|though|whereas|because|since|so|yet|"
    r"which|who|where|when|as)\s+|,\s+|\s(?=(?:but|while|whereas|although|though|because|unless|"
    r"if|provided|which|whereby|that|whether)\s)|(?<!\bnot)\s(?=until\s)|\s(?:and|but)\s+(?=(?:he|she|it|they|we|I|"
    r"the|this|that|no|not|had|has|have|was|were|is|are|would|will|could|cannot|can|should|may|"
    r"might|to|(?-i:[A-Z][\w.]+\s(?:was|were|is|had|has|said|did|would|will|returned)))\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"[\s,;:–—(\"“‘'-]*(?:and|but|or|so|yet)?\s*"
    r"(?P<word>if|unless|provided(?: that)?|providing(?: that)?|on (?:the )?condition(?: that)?|"
    r"on the understanding that|in the event (?:that|of)|as long as|so long as|subject to|"
    r"only if|only when|until|although|though|while|whereas|even if|because|since|whether|"
    r"should (?=the|he|she|it|they|we|[A-Z]))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that holds one predicate, more or less."""

    span: Span
    opens: str
    """The folded conjunction it begins with; "" for none."""


def clauses(text: str, sentence: Span) -> tuple[Clause, ...]:
    """The clauses of a sentence of `text`, in order; together they hold all its words."""
    return tuple(_clauses(text, sentence))


def clause_at(found: tuple[Clause, ...], offset: int) -> Clause:
    """The clause that holds an offset; the last one for what lies behind them all."""
    return next((clause for clause in found if offset < clause.span.end), found[-1])


def _clauses(text: str, sentence: Span) -> Iterator[Clause]:
    start = sentence.start
    for edge in _EDGE.finditer(text, sentence.start, sentence.end):
        cut = edge.start() + 1 if edge.group()[:1] in ",;:" else edge.start()
        # A comma in a name or a list of single words opens no clause.
        short = len(text[start:cut].split()) < 2 and not _OPENING.match(text, cut, sentence.end)
        if short or len(text[cut : sentence.end].split()) < 2:
            continue
        yield _clause(text, Span(start, cut))
        start = cut
    yield _clause(text, Span(start, sentence.end))


def _clause(text: str, span: Span) -> Clause:
    match = _OPENING.match(text, span.start, span.end)
    return Clause(span, " ".join(match["word"].casefold().split()) if match else "")
