"""The place of an altered quotation, with every difference from the text named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from provenance.alignment.difference_kinds import Setting, one_sided_kind
from provenance.alignment.differences import compare
from provenance.alignment.fold import fold
from provenance.alignment.quotations import Quotation, without_asides
from provenance.alignment.wording import words_of
from provenance.model.alignments import Change, Difference, DifferenceKind, FoundPlace, Run
from provenance.model.spans import Span

SHORT_OMISSION = 5
"""Up to so many words left out, a negation or number among them is what the omission is about."""
_AROUND = 80
"""How far to look for the rest of a word."""
# Signs of layout and emphasis, which no one quotes, and blanks.
_UNQUOTED = re.compile(r"[\s*_#>|\\\u2060]+")
_FINAL = re.compile(r"[?!]")


def whole_words(text: str, span: Span) -> Span:
    """A stretch widened to the words it touches, with the signs and units of numbers."""
    start = _edges(text, span, span.start)
    end = _edges(text, span, span.end)
    return Span(min(span.start, *start), max(span.end, *end))


def _edges(text: str, span: Span, edge: int) -> list[int]:
    """Where the words around one edge of a stretch begin and end that the stretch touches."""
    start = max(0, edge - _AROUND)
    found = [edge]
    for word in words_of(text[start : edge + _AROUND]):
        place = Span(start + word.span.start, start + word.span.end)
        if place.overlaps(span) and place.start <= edge <= place.end:
            found += [place.start, place.end]
    return found


def place_of(quotation: Quotation, text: str, parts: Sequence[Span | None]) -> FoundPlace:
    """One place over all parts that were found, and what differs within and between them.

    `parts` has a stretch of the text for each part of the quotation, None where it has none.
    """
    found = [part for part in parts if part]
    told: list[Difference] = []
    last: tuple[Span, Span] | None = None
    for said, stands in zip(quotation.parts, parts, strict=True):
        if stands is None:
            told.append(_missing(quotation, said, last[1].end if last else found[0].start))
            continue
        if last:
            told += _omitted(text, Span(last[0].end, said.start), Span(last[1].end, stands.start))
        told += _within(quotation.text, text, said, stands)
        last = said, stands
    return FoundPlace(Span(found[0].start, found[-1].end), tuple(told))


def with_ends(text: str, span: Span, quotation: str) -> Span:
    """A place widened by the signs at its ends that the quotation has at its own."""
    letters = [place for place, sign in enumerate(quotation) if sign.isalnum()]
    opening = _signs(quotation[: letters[0]])
    closing = _signs(quotation[letters[-1] + 1 :])
    start, end = span.start, span.end
    while start and _signs(text[start - 1]) and _signs(text[start - 1]) in opening:
        start -= 1
    while end < len(text) and _signs(text[end]) and _signs(text[end]) in closing:
        end += 1
    return Span(start, end)


def matching_ends(quotation: Quotation, text: str, span: Span) -> int:
    """How many of the signs before and after the quotation's words stand at the place too."""
    said = words_of(quotation.text)
    before, after = quotation.text[: said[0].span.start], quotation.text[said[-1].span.end :]
    stands_after = _signs(text[span.end : span.end + _AROUND])
    stands_before = _signs(text[max(0, span.start - _AROUND) : span.start])
    return stands_before.endswith(_signs(before)) + stands_after.startswith(_signs(after))


def _missing(quotation: Quotation, said: Span, at: int) -> Difference:
    return Difference(DifferenceKind.ONLY_LEFT, _trimmed(quotation.text, said), Span(at, at))


def _omitted(text: str, mark: Span, gap: Span) -> list[Difference]:
    """What the quotation's ellipsis stands for."""
    left_out = words_of(gap.of(text))
    if not left_out:
        return [Difference(DifferenceKind.SPELLING, mark, Span(gap.start, gap.start))]
    kind = DifferenceKind.ONLY_RIGHT
    if len(left_out) <= SHORT_OMISSION:
        kind = one_sided_kind(left_out, Setting(), kind)
    start, end = left_out[0].span.start, left_out[-1].span.end
    return [Difference(kind, mark, Span(gap.start + start, gap.start + end))]


def _within(quotation: str, text: str, said: Span, stands: Span) -> list[Difference]:
    """What differs in words and punctuation between a part and its place, in order."""
    left, right = said.of(quotation), without_asides(stands.of(text))
    runs = compare(left, right)
    differences = [Difference(run.kind, run.left, run.right) for run in runs if run.kind]
    differences += _punctuation(left, right, runs)
    differences += _final(left, text, stands)
    differences.sort(key=lambda difference: (difference.left, difference.right))
    return [
        Difference(d.kind, _shifted(d.left, said.start), _shifted(d.right, stands.start))
        for d in differences
    ]


def _punctuation(left: str, right: str, runs: Sequence[Run]) -> Iterator[Difference]:
    """Where other signs stand between words that are the same."""
    for run in runs:
        if run.change is not Change.SAME:
            continue
        ours = [_shifted(word.span, run.left.start) for word in words_of(run.left.of(left))]
        theirs = [_shifted(word.span, run.right.start) for word in words_of(run.right.of(right))]
        for (a, b), (c, d) in zip(pairwise(ours), pairwise(theirs), strict=True):
            said, stands = Span(a.end, b.start), Span(c.end, d.start)
            if _signs(said.of(left)) != _signs(stands.of(right)):
                yield Difference(
                    DifferenceKind.SPELLING, _trimmed(left, said), _trimmed(right, stands)
                )


@lru_cache(maxsize=1_024)
def _signs(between: str) -> str:
    return _UNQUOTED.sub("", fold(_UNQUOTED.sub(" ", between)).text).replace('"', "'")


def _final(left: str, text: str, stands: Span) -> Iterator[Difference]:
    """A question or exclamation that the quotation ends with and the text does not."""
    words = words_of(left)
    tail = Span(words[-1].span.end, len(left))
    mark = _FINAL.search(tail.of(left))
    if mark and not _FINAL.search(re.split(r"[\w\n]", text[stands.end : stands.end + 8])[0]):
        place = tail.start + mark.start()
        end = len(stands)
        yield Difference(DifferenceKind.SPELLING, Span(place, place + 1), Span(end, end))


def _trimmed(text: str, span: Span) -> Span:
    """A stretch without the blanks at its ends."""
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, start + len(inside.strip()))


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
