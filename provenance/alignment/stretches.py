"""What difflib finds in a region, and the stretches of it that are more than chance.

Inside a region difflib pairs the words one by one. The matching blocks count for, the gaps between
them against; the runs of blocks that score highest are the stretches. *Whether* one is more than
chance is weighed by how rare its words are in the two texts. *Where it ends* is weighed by the
words' lengths alone, so that it does not move with what else stands in the texts.
How dear a gap is at the *edge* of a stretch depends on the stretch itself: where nine words in ten
are the same, three that differ mark the end; in a free translation they mark nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from provenance.alignment.chains import Region
from provenance.alignment.matching import Block, blocks, similarity_from
from provenance.alignment.rarity import Compared

MARGIN = 24
"""Words around a region that difflib is shown."""
GAP = 0.8
"""Nats for the first word of a gap between two blocks; the next ones cost less and less."""
SLANT = 0.2
"""Nats, on the same scale, for each word by which the two sides of a gap differ in length."""
GROWTH = 0.75
"""Power of its length that the cost of a gap grows with."""
LONG = 3_000
"""Words from which a stretch is not looked at again: its region was no narrower."""
WIDEST = 50
"""Words of the widest gap that still lies within one stretch."""
NEEDED = 0.5
"""Nats that make a stretch, above chance and above a nat for each of its first words: stock phrases
("I should be sorry to think") are no chance and no quotation either."""
_DOUBTED = 10
"""How many first words."""
LOOSE, _LOOSE_FROM = 8.0, 0.75
"""Nats more for a stretch of which a smaller share than this matches, times what it falls short by:
a few words strewn over a sentence convince less than as many in a row."""
FEWEST = 3
"""Words that difflib must pair."""
_HOPE = 1.0
"""Nats below chance at which looking at words letter by letter may still save a stretch."""
_COSTS = [GAP * float(words**GROWTH) for words in range(WIDEST + 1)]
_SLANTS = [SLANT * float(words**GROWTH) for words in range(WIDEST + 1)]
ALIKE = 0.62
"""Share of letters from which two words are taken for one, misread or inflected."""
_ALIKE_FROM = 0.35
"""Share of letters at which a pair of words counts for nothing; unrelated words often have it."""
_MOST_FOR_ALIKE = 6.0
"""Nats for the rarest pair of words that are alike and not the same."""
_SHORTEST_ALIKE = 4
"""Letters of the shortest word that is read so: "or" and "of" are not the same word misread."""
_WIDEST_READ = 8
"""Words of the widest gap in which words are compared by their letters."""
_LOOSE_END = 14.0
"""Nats from which an end of a stretch stands whatever the gap that ties it on."""
_EDGE, _LEAST_EDGE = 1.2, 1.2
"""Nats for a word at an edge that does not match: a factor of what the stretch's rate makes of it,
and the least."""
_SUREST = 0.97
"""Rate above which no stretch is rated: its next word may always differ."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Matching blocks that belong together, in words of the two texts."""

    blocks: tuple[Block, ...]
    score: float
    """Nats above what chance explains."""
    rate: float
    """Share of the shorter side's words that match, between 0 and 1, drawn towards the middle."""

    @property
    def left(self) -> int:
        return self.blocks[0].left

    @property
    def left_end(self) -> int:
        return self.blocks[-1].left + self.blocks[-1].size

    @property
    def right(self) -> int:
        return self.blocks[0].right

    @property
    def right_end(self) -> int:
        return self.blocks[-1].right + self.blocks[-1].size

    @property
    def matched(self) -> int:
        """Words that difflib paired."""
        return sum(block.size for block in self.blocks)

    @property
    def region(self) -> Region:
        return Region(self.left, self.left_end, self.right, self.right_end, self.score)

    @property
    def edge_cost(self) -> float:
        """Nats for a word at its edge that does not match: the rarer inside, the dearer."""
        return max(_LEAST_EDGE, -_EDGE * math.log(1 - self.rate))


def stretches(regions: list[Region], compared: Compared) -> Iterator[Stretch]:
    """The stretches of all regions; regions that overlap may give the same one twice."""
    for region in regions:
        yield from _in_region(region, compared)


def settled(stretch: Stretch, compared: Compared) -> Stretch:
    """The stretch as difflib sees it from its own edges, not from those of its region.

    A region hangs on which words are rare, and so on all of the two texts; where a passage begins
    and ends should not.
    """
    if stretch.left_end - stretch.left > LONG:
        return stretch
    own = stretch.region
    again = [other for other in _in_region(own, compared) if other.region.meets(own)]
    return max([stretch, *again], key=lambda other: other.score)


def _in_region(region: Region, compared: Compared) -> Iterator[Stretch]:
    found = _paired(region, compared)
    costs = [0.0, *(-_cost(*_gap(one, next_)) for one, next_ in pairwise(found))]
    if _best_run(found, costs, compared, 0, len(found))[0] < compared.chance - _HOPE:
        return
    ties = [0.0, *(_tie(one, next_, compared) for one, next_ in pairwise(found))]
    for start, end in _best_runs(found, ties, compared):
        stretch = _trimmed(found[start:end], ties[start:end], compared)
        if _convinces(stretch):
            yield stretch


def _convinces(stretch: Stretch) -> bool:
    loose = max(0.0, _LOOSE_FROM - stretch.rate)
    needed = NEEDED + LOOSE * loose + min(stretch.matched, _DOUBTED)
    return stretch.matched >= FEWEST and stretch.score >= needed


def _paired(region: Region, compared: Compared) -> list[Block]:
    """What difflib pairs in a region and the words around it."""
    left, right = max(0, region.left - MARGIN), max(0, region.right - MARGIN)
    found = blocks(
        compared.left.stems[left : region.left_end + MARGIN],
        compared.right.stems[right : region.right_end + MARGIN],
    )
    return [Block(left + b.left, right + b.right, b.size) for b in found]


def _cost(left: int, right: int) -> float:
    """Nats for a gap of so many words on either side."""
    wider = max(left, right)
    return _COSTS[wider] + _SLANTS[abs(left - right)] if wider <= WIDEST else math.inf


def _gap(one: Block, next_: Block) -> tuple[int, int]:
    """Words between two blocks, on either side."""
    return next_.left - one.left - one.size, next_.right - one.right - one.size


def _tie(one: Block, next_: Block, compared: Compared) -> float:
    """What the gap between two blocks adds: less than nothing but for words that look alike."""
    left, right = _gap(one, next_)
    if not (0 < left <= _WIDEST_READ and 0 < right <= _WIDEST_READ):
        return -_cost(left, right)
    start, other = one.left + one.size, one.right + one.size
    gained, pairs = 0.0, 0
    for place in range(start, next_.left):
        for candidate in range(other, next_.right):
            worth = look_alike(place, candidate, compared)
            if worth:
                gained, pairs, other = gained + worth, pairs + 1, candidate + 1
                break
    return gained - _cost(left - pairs, right - pairs)


def look_alike(left: int, right: int, compared: Compared) -> float:
    """Nats for two words of much the same letters, at two places; 0 where they are not."""
    one, other = compared.left.tokens.words[left], compared.right.tokens.words[right]
    if one[:1] != other[:1] and one[-1:] != other[-1:]:
        return 0.0
    if min(len(one), len(other)) < _SHORTEST_ALIKE:
        return 0.0
    alike = similarity_from(ALIKE, one, other)
    if not alike:
        return 0.0
    weight = min(compared.left.usual(left, left + 1), compared.right.usual(right, right + 1))
    return min(weight, _MOST_FOR_ALIKE) * (alike - _ALIKE_FROM)


def _best_runs(
    found: list[Block], ties: list[float], compared: Compared
) -> Iterator[tuple[int, int]]:
    """The runs of blocks that score above chance, the best first, none overlapping."""
    pending = [(0, len(found))]
    while pending:
        start, end = pending.pop()
        score, first, last = _best_run(found, ties, compared, start, end)
        if score > compared.chance:
            yield first, last
            pending += [(start, first), (last, end)]


def _best_run(
    found: list[Block], ties: list[float], compared: Compared, start: int, end: int
) -> tuple[float, int, int]:
    """The score of the best run of blocks, its first block and the one after its last."""
    summed = compared.left.usual_summed
    best, run, score, first = 0.0, (start, start), 0.0, start
    for index in range(start, end):
        score += ties[index]
        if score <= 0 or index == start:
            score, first = 0.0, index
        block = found[index]
        score += summed[block.left + block.size] - summed[block.left]
        if score > best:
            best, run = score, (first, index + 1)
    return (best, *run)


def _trimmed(run: list[Block], ties: list[float], compared: Compared) -> Stretch:
    """Without the blocks at its ends that do not pay for the gap that ties them on."""
    whole = _stretch(run, ties, compared)
    first = _loose(run, whole.edge_cost, compared)
    last = len(run) - _loose(run[::-1], whole.edge_cost, compared)
    if last - first in (0, len(run)) or first > last:
        return whole
    return _stretch(run[first:last], ties[first:last], compared)


def _loose(run: list[Block], edge_cost: float, compared: Compared) -> int:
    """How many blocks at the start of the run hang loose."""
    held, loose = 0.0, 0
    for index, (outer, inner) in enumerate(pairwise(run)):
        held += compared.left.usual(outer.left, outer.left + outer.size)
        if held > _LOOSE_END:
            break
        low, high = sorted((outer, inner), key=lambda block: block.left)
        held -= edge_cost * float(max(_gap(low, high)) ** GROWTH)
        if held < 0:
            held, loose = 0.0, index + 1
    return loose


def _stretch(run: list[Block], ties: list[float], compared: Compared) -> Stretch:
    summed, last = compared.left.summed, run[-1]
    score = sum(ties[1:]) + sum(summed[b.left + b.size] - summed[b.left] for b in run)
    matched = sum(block.size for block in run)
    words = min(last.left - run[0].left, last.right - run[0].right) + last.size
    return Stretch(tuple(run), score - compared.chance, min(_SUREST, (matched + 1.8) / (words + 3)))
