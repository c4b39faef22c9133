"""What a quotation's ellipses and brackets do to the sense of what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.alignment.lexicon import MONTHS, NUMBERS
from provenance.alignment.sentences import sentences
from provenance.drafts.held_quotations import HeldQuotation
from provenance.evidence import cues
from provenance.evidence.clauses import clause_at, clauses
from provenance.evidence.names import Aliases
from provenance.model.alignments import Difference, DifferenceKind
from provenance.model.names import fold_text, may_be_one_bearer
from provenance.model.spans import Span

_FOUR_POINTS = re.compile(r"[.!?…][\])]?\s?(?:…|\.\s?\.\s?\.)|(?:…|\.\s?\.\s?\.)[\])]?\s?[.!?]")
"""An ellipsis beside a full stop: it owns up to a sentence's end."""
_WORD = re.compile(r"\w")
_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
_PRONOUNS = frozenset(
    re.findall(r"\w+", "he she it they we i you his her its their our my him them this that")
)
_REACH = 4_000
"""How far around a gap its sentences are looked for."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """One ellipsis or bracket that does more than a reader will think it does."""

    difference: Difference
    why: str
    """What it does, in one sentence; the source's words stand in the finding beside it."""
    changes: str
    """Which of the source's words it does away with."""
    is_grave: bool
    """Whether the sense is turned, not only loosened."""


def beyond(held: HeldQuotation, text: str, aliases: Aliases) -> Iterator[Beyond]:
    """What ellipses and brackets of a quotation do beyond what they may. `text`: the source's."""
    for difference in held.differences:
        if held.hides(difference):
            yield from _hidden(held, difference, text)
        elif held.brackets(difference):
            yield from _replaced(held, difference, text, aliases)


def _hidden(held: HeldQuotation, difference: Difference, text: str) -> Iterator[Beyond]:
    gap = difference.right
    around = _sentences_around(text, gap)
    for sentence in around:
        within = Span(max(sentence.start, gap.start), max(min(sentence.end, gap.end), gap.start))
        denial = _denial(text, sentence, within, gap)
        if denial:
            said = denial.of(text)
            yield Beyond(difference, f"the ellipsis hides “{said}”", said, is_grave=True)
            return
    if len(around) > 1 and _joins(held, difference, text, around[0], around[-1]):
        yield Beyond(
            difference,
            "the ellipsis joins the beginning of one sentence to the end of another",
            " ".join(gap.of(text).split()),
            is_grave=False,
        )


def _sentences_around(text: str, gap: Span) -> list[Span]:
    """The sentences a gap lies in, first to last, of which some words are kept."""
    low = max(0, text.rfind("\n\n", max(0, gap.start - _REACH), gap.start))
    high = text.find("\n\n", gap.end, gap.end + _REACH)
    high = min(len(text), gap.end + _REACH) if high < 0 else high
    found = [Span(low + s.start, low + s.end) for s in sentences(text[low:high])]
    return [span for span in found if span.overlaps(gap)]


def _denial(text: str, sentence: Span, within: Span, gap: Span) -> Span | None:
    """A denial among the words left out of a sentence, in a clause of which others are kept."""
    parts = clauses(text, sentence)
    skipped = [Span(*m.span()) for m in cues.NOT_NEGATING.finditer(text, within.start, within.end)]
    for pattern in (cues.NEGATION, cues.REFUSING):
        for match in pattern.finditer(text, within.start, within.end):
            span = Span(*match.span())
            clause = clause_at(parts, span.start).span
            before = text[clause.start : max(clause.start, gap.start)]
            after = text[min(gap.end, clause.end) : clause.end]
            kept = _WORD.search(before) or _WORD.search(after)
            if kept and not any(each.overlaps(span) for each in skipped):
                return span
    return None


def _joins(held: HeldQuotation, difference: Difference, text: str, first: Span, last: Span) -> bool:
    """Whether both sentences are cut, and nothing shows that there are two."""
    written, mark = held.quotation.written, difference.left
    if _FOUR_POINTS.search(written[max(0, mark.start - 3) : mark.end + 3]):
        return False
    gap = difference.right
    cut_first = _WORD.search(text[gap.start : first.end]) and _WORD.search(
        text[first.start : gap.start]
    )
    cut_last = _WORD.search(text[last.start : gap.end]) and _WORD.search(text[gap.end : last.end])
    goes_on = written[mark.end :].lstrip(" \n])")[:1].islower()
    return bool(cut_first and cut_last and goes_on)


def _replaced(
    held: HeldQuotation, difference: Difference, text: str, aliases: Aliases
) -> Iterator[Beyond]:
    said = difference.left.of(held.quotation.written).strip(" []")
    stands = " ".join(difference.right.of(text).split())
    if difference.kind is DifferenceKind.NEGATION:
        why = f"the brackets put “{said}”" + (f" for “{stands}”" if stands else " in")
        yield Beyond(difference, why, stands, is_grave=True)
    elif stands and _replaces_value(difference.kind, said, stands, aliases):
        why = f"the brackets put “{said}” for “{stands}”"
        yield Beyond(difference, why, stands, is_grave=True)


def _replaces_value(kind: DifferenceKind, said: str, stands: str, aliases: Aliases) -> bool:
    """Whether one number, date or name stands for another; for a pronoun or `that day` it may."""
    if kind in (DifferenceKind.NUMBER, DifferenceKind.DATE):
        return _has_value(said) and _has_value(stands)
    if kind is not DifferenceKind.NAME:
        return False
    said, stands = (_ARTICLE.sub("", each) for each in (said, stands))
    if not (said[:1].isupper() and stands[:1].isupper()):
        return False
    one, other = aliases.key(said), aliases.key(stands)
    if one == other or may_be_one_bearer(one, other) or _is_pronoun(other) or _is_pronoun(one):
        return False
    return _initials(said) != stands.casefold() and _initials(stands) != said.casefold()


def _has_value(words: str) -> bool:
    return any(
        word[0].isdigit() or word in NUMBERS or word in MONTHS for word in fold_text(words).split()
    )


def _is_pronoun(key: str) -> bool:
    return key in _PRONOUNS


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split() if word[0].isupper()).casefold()
