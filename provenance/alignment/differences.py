"""How the words of two passages differ, told run by run.

Words are paired by difflib on what does not depend on case, accents or hyphens. What is left
unpaired between two such words is then paired by its letters (`tbe` with `the`, `to day` with
`today`), and words that changed places are told as that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.alignment.difference_kinds import Setting, one_sided_kind, replaced_kind
from provenance.alignment.lexicon import GERMAN
from provenance.alignment.likeness import alike
from provenance.alignment.matching import blocks
from provenance.alignment.wording import Word, words_of
from provenance.model.alignments import Change, Difference, DifferenceKind, Run
from provenance.model.spans import Span

_LONGEST_STRIDE = 3
"""Most words that others may be said to have changed places across."""
_FARTHEST_MOVE = 40
"""Most words between the two places of words that were moved."""
_OPPOSITE = {Change.ONLY_LEFT: Change.ONLY_RIGHT, Change.ONLY_RIGHT: Change.ONLY_LEFT}
_SENTENCE_END = re.compile(r"[.!?:]['\"’”»)\]]*\s")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Neighbouring words that fared alike, as half-open ranges of words."""

    change: Change
    left: tuple[int, int]
    right: tuple[int, int]
    kind: DifferenceKind | None = None

    def named(self, kind: DifferenceKind) -> _Stretch:
        return _Stretch(self.change, self.left, self.right, kind)


def compare(left: str, right: str) -> tuple[Run, ...]:
    """Runs that together hold every word of both sides once, in order.

    The pairing is not symmetric: the quotation goes on the left, the text on the right. The empty
    side of a one-sided run stands where its words would have stood.
    """
    ours, theirs = words_of(left), words_of(right)
    exchanged = _with_exchanges(_paired(ours, theirs), ours, theirs)
    moved = _with_moves(exchanged, ours, theirs)
    namer = _Namer(left, right, ours, theirs)
    named = [namer.named(stretch) for stretch in moved]
    return tuple(_run(stretch, ours, theirs) for stretch in _merged(named))


def differences(left: str, right: str) -> tuple[Difference, ...]:
    """What differs between two passages, in order; empty where the words are the same."""
    return tuple(
        Difference(run.kind, run.left, run.right) for run in compare(left, right) if run.kind
    )


def _paired(ours: Sequence[Word], theirs: Sequence[Word]) -> list[_Stretch]:
    """All words in order: paired, standing for one another, or alone."""
    stretches: list[_Stretch] = []
    i = j = 0
    matched = blocks([word.key for word in ours], [word.key for word in theirs])
    for block in matched:
        stretches += _gap(ours, theirs, (i, block.left), (j, block.right))
        for k in range(block.size):
            i, j = block.left + k, block.right + k
            change = Change.SAME if ours[i].same_as(theirs[j]) else Change.REPLACED
            stretches.append(_Stretch(change, (i, i + 1), (j, j + 1)))
        i, j = block.left + block.size, block.right + block.size
    stretches += _gap(ours, theirs, (i, len(ours)), (j, len(theirs)))
    return stretches


def _gap(
    ours: Sequence[Word], theirs: Sequence[Word], left: tuple[int, int], right: tuple[int, int]
) -> Iterator[_Stretch]:
    """What stands between two pairs of equal words, cut where words are alike by their letters."""
    i, j = left[0], right[0]
    keys = [w.key for w in ours[slice(*left)]], [w.key for w in theirs[slice(*right)]]
    for pair in alike(*keys):
        a, b = left[0] + pair.left, right[0] + pair.right
        yield from _unpaired((i, a), (j, b))
        i, j = a + pair.left_size, b + pair.right_size
        yield _Stretch(Change.REPLACED, (a, i), (b, j))
    yield from _unpaired((i, left[1]), (j, right[1]))


def _unpaired(left: tuple[int, int], right: tuple[int, int]) -> Iterator[_Stretch]:
    if left[0] < left[1] and right[0] < right[1]:
        yield _Stretch(Change.REPLACED, left, right)
    elif left[0] < left[1]:
        yield _Stretch(Change.ONLY_LEFT, left, right)
    elif right[0] < right[1]:
        yield _Stretch(Change.ONLY_RIGHT, left, right)


def _with_exchanges(
    stretches: Sequence[_Stretch], ours: Sequence[Word], theirs: Sequence[Word]
) -> list[_Stretch]:
    """Neighbours that changed places ("coming first", "first coming"), told as one difference."""
    told: list[_Stretch] = []
    index = 0
    while index < len(stretches):
        end = _end_of_exchange(stretches, index, ours, theirs)
        if end:
            first, last = stretches[index], stretches[end - 1]
            left, right = (first.left[0], last.left[1]), (first.right[0], last.right[1])
            told.append(_Stretch(Change.REPLACED, left, right))
        else:
            told.append(stretches[index])
        index = end or index + 1
    return told


def _end_of_exchange(
    stretches: Sequence[_Stretch], start: int, ours: Sequence[Word], theirs: Sequence[Word]
) -> int | None:
    """Past the stretch that gives back what the one at `start` took, a few same words later."""
    first = stretches[start]
    if first.change not in _OPPOSITE:
        return None
    for index in range(start + 1, min(start + _LONGEST_STRIDE + 2, len(stretches))):
        other = stretches[index]
        if other.change is _OPPOSITE[first.change] and index > start + 1:
            return index + 1 if _keys(first, ours, theirs) == _keys(other, ours, theirs) else None
        if other.change is not Change.SAME:
            return None
    return None


def _with_moves(
    stretches: Sequence[_Stretch], ours: Sequence[Word], theirs: Sequence[Word]
) -> list[_Stretch]:
    """Two or more words that stand elsewhere on the other side, told as moved at both places."""
    told = list(stretches)
    waiting: dict[tuple[str, ...], list[int]] = {}
    for index, stretch in enumerate(told):
        if stretch.change not in _OPPOSITE:
            continue
        keys = _keys(stretch, ours, theirs)
        others = waiting.setdefault(keys, [])
        partner = next((k for k in others if _is_move(told[k], stretch)), None)
        if partner is None or len(keys) < 2:
            others.append(index)
            continue
        others.remove(partner)
        for moved in (partner, index):
            told[moved] = told[moved].named(DifferenceKind.ORDER)
    return told


def _is_move(one: _Stretch, other: _Stretch) -> bool:
    near = abs(one.left[0] - other.left[0]) <= _FARTHEST_MOVE
    return near and other.change is _OPPOSITE[one.change]


def _keys(stretch: _Stretch, ours: Sequence[Word], theirs: Sequence[Word]) -> tuple[str, ...]:
    left, right = ours[slice(*stretch.left)], theirs[slice(*stretch.right)]
    return tuple(word.key for word in (*left, *right))


class _Namer:
    """Says what each difference of two passages is about, from its words and what is near."""

    def __init__(self, left: str, right: str, ours: Sequence[Word], theirs: Sequence[Word]) -> None:
        self.left, self.right, self.ours, self.theirs = left, right, ours, theirs
        self.capitals_tell = _capitals_tell((*ours, *theirs))

    def named(self, stretch: _Stretch) -> _Stretch:
        if stretch.change is Change.SAME or stretch.kind is not None:
            return stretch
        left, right = self.ours[slice(*stretch.left)], self.theirs[slice(*stretch.right)]
        setting = self._setting(stretch)
        if stretch.change is Change.REPLACED:
            return stretch.named(replaced_kind(left, right, setting))
        otherwise = DifferenceKind(stretch.change.value)
        return stretch.named(one_sided_kind((*left, *right), setting, otherwise))

    def _setting(self, stretch: _Stretch) -> Setting:
        near = [
            word.key
            for words, (start, end) in ((self.ours, stretch.left), (self.theirs, stretch.right))
            for word in (*words[max(0, start - 2) : start], *words[end : end + 2])
        ]
        return Setting(
            near=tuple(near),
            left_opens=_opens_sentence(self.left, self.ours, stretch.left[0]),
            right_opens=_opens_sentence(self.right, self.theirs, stretch.right[0]),
            capitals_tell=self.capitals_tell,
        )


def _capitals_tell(words: Sequence[Word]) -> bool:
    """Whether a capital means a name: not in German, whose nouns have one, nor in a heading."""
    if len({word.key for word in words} & GERMAN) > 1:
        return False
    lettered = [word for word in words if word.key[0].isalpha() and len(word.key) > 1]
    return sum(word.is_capital for word in lettered) <= 0.7 * len(lettered)


def _opens_sentence(text: str, words: Sequence[Word], index: int) -> bool:
    if index == 0:
        return True
    if index >= len(words):
        return False
    between = text[words[index - 1].span.end : words[index].span.start]
    return bool(_SENTENCE_END.search(between)) or "\n\n" in between


def _merged(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Neighbours with the same fate as one, but for words moved, which keep their own."""
    merged: list[_Stretch] = []
    for stretch in stretches:
        last = merged[-1] if merged else None
        if last and (last.change, last.kind) == (stretch.change, stretch.kind):
            left, right = (last.left[0], stretch.left[1]), (last.right[0], stretch.right[1])
            merged[-1] = _Stretch(last.change, left, right, last.kind)
        else:
            merged.append(stretch)
    return merged


def _run(stretch: _Stretch, ours: Sequence[Word], theirs: Sequence[Word]) -> Run:
    left, right = _span(ours, *stretch.left), _span(theirs, *stretch.right)
    return Run(stretch.change, left, right, stretch.kind)


def _span(words: Sequence[Word], start: int, end: int) -> Span:
    if start < end:
        return Span(words[start].span.start, words[end - 1].span.end)
    place = words[start - 1].span.end if start else 0
    return Span(place, place)
