"""Which items of two sequences correspond: difflib, wrapped once and kept within bounds.

`SequenceMatcher` as it comes drops every item that makes up over one per cent of 200 or more, which
in prose is every "the" and "not" (`autojunk`), and takes time that grows with the square of its
input. Here the first is off, and long or repetitive sequences are first cut at runs that stand once
on either side, in the order in which most of them agree (patience diff, after Bram Cohen).
Where `cydifflib` is installed it does the work, with identical results.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher as _StandardMatcher
from functools import lru_cache

try:
    from cydifflib import SequenceMatcher
except ImportError:
    SequenceMatcher = _StandardMatcher

LONGEST = 2_000
"""Items a side that the matcher is given at once."""
MOST_PAIRS = 200_000
"""Equal pairs of items it is given at once: what its time truly grows with."""
DEEPEST = 40
"""How often a stretch between two such runs is cut again; prose needs two or three."""
_ANCHORS = (4, 3, 2, 1)
"""Lengths of the runs that long sequences are cut at, tried in this order."""


@dataclass(frozen=True, slots=True)
class Block:
    """`size` items from `left` on equal as many from `right` on."""

    left: int
    right: int
    size: int


def blocks(left: Sequence[str], right: Sequence[str]) -> tuple[Block, ...]:
    """Runs of equal items, in the order of both sides; no item in two of them.

    The pairing is not symmetric, so callers keep one order throughout: the quotation on the left,
    the text on the right. Where two long sequences have no run that is rare enough to hold on to,
    nothing between the nearest such runs is paired: bounded time comes first.
    """
    joined: list[Block] = []
    for block in _blocks(left, right, 0, len(left), 0, len(right)):
        last = joined[-1] if joined else None
        if last and last.left + last.size == block.left and last.right + last.size == block.right:
            joined[-1] = Block(last.left, last.right, last.size + block.size)
        else:
            joined.append(block)
    return tuple(joined)


def similarity(left: str, right: str) -> float:
    """How alike two words are by their letters, from 0 to 1: difflib's ratio."""
    if left == right:
        return 1.0
    if max(len(left), len(right)) > LONGEST:
        return 0.0
    return float(SequenceMatcher(None, left, right, autojunk=False).ratio())


def similarity_from(least: float, left: str, right: str) -> float:
    """The same where it comes to `least`, else 0: of most words that is known from their letters.

    Letters that one side alone has are among no equal ones, so that the ratio cannot be higher
    than what the others come to.
    """
    if left == right:
        return 1.0
    both = len(left) + len(right)
    if 2.0 * min(len(left), len(right)) < least * both:
        return 0.0
    alone = len(_letters(left) - _letters(right))
    if 2.0 * min(len(left) - alone, len(right)) / both < least:
        return 0.0
    share = similarity(left, right)
    return share if share >= least else 0.0


@lru_cache(maxsize=50_000)
def _letters(word: str) -> frozenset[str]:
    return frozenset(word)


def _blocks(
    left: Sequence[str], right: Sequence[str], a: int, b: int, c: int, d: int, depth: int = 0
) -> Iterator[Block]:
    """The blocks of `left[a:b]` and `right[c:d]`."""
    if a == b or c == d or depth > DEEPEST:
        return
    if _is_small(left, right, a, b, c, d):
        matcher = SequenceMatcher(None, left[a:b], right[c:d], autojunk=False)
        for i, j, size in matcher.get_matching_blocks():
            if size:
                yield Block(a + i, c + j, size)
        return
    head = _shared(left, right, a, c, 1, min(b - a, d - c))
    if head:
        yield Block(a, c, head)
    tail = _shared(left, right, b - 1, d - 1, -1, min(b - a, d - c) - head)
    inner = (a + head, b - tail, c + head, d - tail)
    anchors = [] if head or tail else _anchors(left, right, *inner)
    if head or tail:
        yield from _blocks(left, right, *inner, depth + 1)
    previous = (inner[0], inner[2])
    for block in anchors:
        yield from _blocks(
            left, right, previous[0], block.left, previous[1], block.right, depth + 1
        )
        yield block
        previous = (block.left + block.size, block.right + block.size)
    if anchors:
        yield from _blocks(left, right, previous[0], inner[1], previous[1], inner[3], depth + 1)
    if tail:
        yield Block(b - tail, d - tail, tail)


def _is_small(left: Sequence[str], right: Sequence[str], a: int, b: int, c: int, d: int) -> bool:
    if max(b - a, d - c) > LONGEST:
        return False
    if (b - a) * (d - c) <= MOST_PAIRS:
        return True
    ours, theirs = Counter(left[a:b]), Counter(right[c:d])
    return sum(count * theirs[item] for item, count in ours.items()) <= MOST_PAIRS


def _shared(left: Sequence[str], right: Sequence[str], i: int, j: int, step: int, most: int) -> int:
    """How many items are equal from `i` and `j` on, stepping forwards or back."""
    count = 0
    while count < most and left[i] == right[j]:
        i, j, count = i + step, j + step, count + 1
    return count


def _anchors(
    left: Sequence[str], right: Sequence[str], a: int, b: int, c: int, d: int
) -> list[Block]:
    """Runs that stand once on either side, in an order both sides agree on, none overlapping."""
    for size in _ANCHORS:
        ours, theirs = _once(left, a, b, size), _once(right, c, d, size)
        pairs = sorted((i, theirs[run]) for run, i in ours.items() if run in theirs)
        anchors: list[Block] = []
        for i, j in _rising(pairs):
            last = anchors[-1] if anchors else None
            if last is None or (last.left + last.size <= i and last.right + last.size <= j):
                anchors.append(Block(i, j, size))
        if anchors:
            return anchors
    return []


def _once(items: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    """Where each run that stands only once starts."""
    places: dict[tuple[str, ...], int] = {}
    for i in range(start, end - size + 1):
        run = tuple(items[i : i + size])
        places[run] = -1 if run in places else i
    return {run: i for run, i in places.items() if i >= 0}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rise on both sides; they come sorted by the first."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, right) in enumerate(pairs):
        length = bisect_left(tails, right)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [right]
        ends[length : length + 1] = [index]
    rising: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        rising.append(pairs[index])
        index = before[index]
    return rising[::-1]
