"""Where words that were altered stand in a text.

Every word of the quotation votes for the places it could have come from, rare words first; at the
places with most votes difflib pairs the words, the run of pairs that says most is kept, and what is
left over at its ends is matched by letters. A place counts when most of the quotation is in it and
its words are too many, or too rare, to have met there by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from provenance.alignment.likeness import alike
from provenance.alignment.matching import Block, blocks
from provenance.alignment.windows import likely_windows
from provenance.alignment.word_index import WordIndex

LEAST_SHARE = 0.55
"""Of the quotation's words, how many must stand at a place; half a word more, for short ones."""
MOST_EDITS = 0.5
"""Edits a word of the quotation, half an edit more, that a place may have …"""
BEYOND_CHANCE = 3
"""… unless its surprise is so many times what rules out chance."""
KINSHIP = 0.7
"""What the surprise of words counts when they meet: words of one language keep company."""
GAP_COST = 1.0
"""What a word without counterpart takes from the surprise of the words around it."""
WIDEST_OMISSION = 400
"""Most words that an ellipsis may stand for."""
MOST_EDGE = 2
"""Most words at an end of a quotation that may all have been replaced."""

EDGE_LIKE = 0.6
"""Share of equal letters from which a word at an end is taken for the quotation's."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Words of a text, as a half-open range, that a part of a quotation may be."""

    first: int
    last: int
    same: float
    """Words of the part that stand there; a word that is nearly there counts as a share of one."""
    edits: float
    """Words changed, left out or put in, each at most one."""
    surprise: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place for a whole quotation: a placement for each part, None where a part is not there."""

    parts: tuple[Placement | None, ...]
    edits: float

    @property
    def first(self) -> int:
        return min(part.first for part in self.parts if part)

    @property
    def last(self) -> int:
        return max(part.last for part in self.parts if part)


def candidates(index: WordIndex, parts: Sequence[Sequence[str]]) -> tuple[Candidate, ...]:
    """Places for a quotation, given as the words between its ellipses; fewest edits first."""
    said = [sum(index.weight(word) for word in part) for part in parts]
    anchor = max(range(len(parts)), key=lambda k: said[k])
    length = sum(len(part) for part in parts)
    found: list[Candidate] = []
    for placement in _placements(index, parts[anchor], 0, len(index.words)):
        if len(parts) == 1 and placement.surprise < index.least:
            continue
        candidate = _around(index, parts, anchor, placement)
        if _holds(index, candidate, length):
            found.append(candidate)
    found.sort(key=lambda candidate: (candidate.edits, candidate.first, candidate.last))
    return tuple(_apart(found))


def _holds(index: WordIndex, candidate: Candidate, length: int) -> bool:
    """Whether enough of a quotation of that many words stands there, and not by chance."""
    same = sum(part.same for part in candidate.parts if part)
    surprise = sum(part.surprise for part in candidate.parts if part)
    if same < LEAST_SHARE * length + 0.5 or surprise < index.least:
        return False
    few = candidate.edits <= MOST_EDITS * length + 0.5
    return few or surprise >= BEYOND_CHANCE * index.least


def _apart(found: Iterable[Candidate]) -> list[Candidate]:
    """The best of those that overlap."""
    kept: list[Candidate] = []
    for candidate in found:
        if all(candidate.last <= k.first or k.last <= candidate.first for k in kept):
            kept.append(candidate)
    return kept


def _around(
    index: WordIndex, parts: Sequence[Sequence[str]], anchor: int, placement: Placement
) -> Candidate:
    """The candidate whose most telling part is placed, the others looked for on either side."""
    placed: list[Placement | None] = [None] * len(parts)
    placed[anchor] = placement
    end = placement.last
    for k in range(anchor + 1, len(parts)):
        reach = min(len(index.words), end + WIDEST_OMISSION + len(parts[k]))
        placed[k] = after = _beside(index, parts[k], end, reach, nearest_to=end)
        end = after.last if after else end
    start = placement.first
    for k in range(anchor - 1, -1, -1):
        reach = max(0, start - WIDEST_OMISSION - len(parts[k]))
        placed[k] = before = _beside(index, parts[k], reach, start, nearest_to=start)
        start = before.first if before else start
    edits = sum(
        part.edits if part else len(words) for part, words in zip(placed, parts, strict=True)
    )
    return Candidate(tuple(placed), edits)


def _beside(
    index: WordIndex, part: Sequence[str], low: int, high: int, *, nearest_to: int
) -> Placement | None:
    """Where another part stands within reach: as it is before altered, near before far."""
    if low >= high:
        return None
    found = [
        placement
        for placement in _placements(index, part, low, high)
        if not placement.edits
        or (placement.surprise >= 6 and placement.same >= LEAST_SHARE * len(part))
    ]

    def rank(placement: Placement) -> tuple[float, int]:
        return placement.edits, min(
            abs(placement.first - nearest_to), abs(placement.last - nearest_to)
        )

    return min(found, key=rank, default=None)


def _placements(index: WordIndex, part: Sequence[str], low: int, high: int) -> list[Placement]:
    """Where a part may stand between two words of the text, one for each likely window."""
    slack = max(8, len(part) // 2)
    chains = [
        _best_chain(index, part, max(low, first - slack), min(high, last + slack))
        for first, last in likely_windows(index, part, low, high, slack)
    ]
    least = max((chain.surprise for chain in chains), default=0.0) / 2
    telling = [chain for chain in chains if chain.blocks and chain.surprise >= least]
    again = [other for chain in telling for other in _again(index, part, chain)]
    telling += [chain for chain in again if chain.blocks and chain.surprise >= least]
    return list(dict.fromkeys(_placed(index, part, chain) for chain in telling))


def _again(index: WordIndex, part: Sequence[str], chain: _Chain) -> Iterator[_Chain]:
    """The best chains before and after one in its window, for words that come again at once."""
    head, tail = chain.blocks[0], chain.blocks[-1]
    before = chain.low, chain.low + head.right
    after = chain.low + tail.right + tail.size, chain.high
    for start, end in (before, after):
        if end - start >= LEAST_SHARE * len(part):
            yield _best_chain(index, part, start, end)


@dataclass(frozen=True, slots=True)
class _Chain:
    """Pairs of equal words in one window of the text, and how unlikely they are by chance."""

    blocks: tuple[Block, ...]
    surprise: float
    low: int
    high: int


def _best_chain(index: WordIndex, part: Sequence[str], low: int, high: int) -> _Chain:
    """The pairs of a window that together say most.

    Of equal runs difflib takes the first, though the words may go on from the second. Where the
    pairs leave a gap it is asked again backwards, when it takes the last; the better one is kept.
    """
    window = index.words[low:high]
    chain, surprise = _chained(index, part, blocks(part, window))
    if any(b.right - a.right > b.left - a.left for a, b in pairwise(chain)):
        backwards = [
            Block(len(part) - b.left - b.size, len(window) - b.right - b.size, b.size)
            for b in reversed(blocks(part[::-1], window[::-1]))
        ]
        told = (chain, surprise), _chained(index, part, backwards)
        chain, surprise = max(told, key=lambda one: one[1])
    return _Chain(chain, surprise, low, high)


def _chained(
    index: WordIndex, part: Sequence[str], paired: Sequence[Block]
) -> tuple[tuple[Block, ...], float]:
    """The neighbouring pairs that say most, each gap between them taking its toll."""
    best, best_start, best_end = 0.0, 0, 0
    running, start = 0.0, 0
    for k, block in enumerate(paired):
        if k:
            before = paired[k - 1]
            left = block.left - before.left - before.size
            running -= GAP_COST * max(left, block.right - before.right - before.size)
        if running <= 0:
            running, start = 0.0, k
        words = part[block.left : block.left + block.size]
        running += KINSHIP * sum(index.weight(word) for word in words)
        if running > best:
            best, best_start, best_end = running, start, k + 1
    return tuple(paired[best_start:best_end]), best


def _placed(index: WordIndex, part: Sequence[str], chain: _Chain) -> Placement:
    """The place that a chain shows, with the altered words at its ends."""
    head, tail = chain.blocks[0], chain.blocks[-1]
    low, high = chain.low, chain.high
    first = _first(index, part[: head.left], low, low + head.right)
    last = _last(index, part[tail.left + tail.size :], low + tail.right + tail.size, high)
    ends = [Block(0, first - low, 0), *chain.blocks, Block(len(part), last - low, 0)]
    same, edits = float(sum(block.size for block in chain.blocks)), 0.0
    for one, other in pairwise(ends):
        said = part[one.left + one.size : other.left]
        stands = index.words[low + one.right + one.size : low + other.right]
        more, changed = _unlike(said, stands)
        same, edits = same + more, edits + changed
    return Placement(first, last, same, edits, chain.surprise)


def _unlike(said: Sequence[str], stands: Sequence[str]) -> tuple[float, float]:
    """Of words that differ in one place: how many are nearly the same, and how many edits."""
    pairs = alike(said, stands)
    only_said = len(said) - sum(pair.left_size for pair in pairs)
    only_stands = len(stands) - sum(pair.right_size for pair in pairs)
    edits = sum(max(0.1, 1 - pair.share) for pair in pairs)
    return sum(2 * pair.share - 1 for pair in pairs), edits + max(only_said, only_stands)


def _first(index: WordIndex, said: Sequence[str], low: int, end: int) -> int:
    """Where a place begins whose first words, in front of word `end`, are not the same."""
    start = max(low, end - len(said) - MOST_EDGE)
    pairs = [p for p in alike(said, index.words[start:end]) if p.share >= EDGE_LIKE]
    first = start + pairs[0].right if pairs else end
    left = pairs[0].left if pairs else len(said)
    while 0 < left <= MOST_EDGE and first > low and not index.opens_sentence(first):
        first, left = first - 1, left - 1
    return first


def _last(index: WordIndex, said: Sequence[str], start: int, high: int) -> int:
    """Where a place ends whose last words, from word `start` on, are not the same."""
    end = min(high, start + len(said) + MOST_EDGE)
    pairs = [p for p in alike(said, index.words[start:end]) if p.share >= EDGE_LIKE]
    last, left = start, len(said)
    if pairs:
        last = start + pairs[-1].right + pairs[-1].right_size
        left -= pairs[-1].left + pairs[-1].left_size
    while 0 < left <= MOST_EDGE and last < high and not index.opens_sentence(last):
        last, left = last + 1, left - 1
    return last
