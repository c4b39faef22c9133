"""What became of the words of a shared passage: verbatim, near, garbled or reworded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from provenance.alignment.extents import Extent
from provenance.alignment.matching import Block, blocks, similarity_from
from provenance.alignment.rarity import Compared
from provenance.alignment.stretches import ALIKE, Stretch
from provenance.model.alignments import PassageKind

NEAR = 0.75
"""Share of the longer side's words that are the same in a passage that is near, not reworded."""
GARBLED = 0.08
"""Share of words spelled otherwise that makes a passage garbled, where they are at least half of
the words that differ."""
_WIDEST_READ = 8
"""Words of the widest gap read letter by letter."""


def kind_of(stretch: Stretch, extent: Extent, compared: Compared) -> tuple[int, PassageKind]:
    """How many words of a passage are the same on both sides, and what kind of passage it is."""
    paired = tuple(_paired(stretch, extent, compared))
    matched = sum(block.size for block in paired)
    same = sum(_same(block, compared) for block in paired)
    left, right = extent.left_end - extent.left, extent.right_end - extent.right
    if same == left == right:
        return same, PassageKind.VERBATIM
    garbled = sum(_garbled(*gap, compared) for gap in _gaps(paired, extent))
    longer = max(left, right)
    # Words that differ in their endings alone are inflected, neither garbled nor reworded.
    if garbled >= GARBLED * longer and 2 * garbled >= longer - matched:
        return same, PassageKind.GARBLED
    return same, PassageKind.NEAR if same >= NEAR * longer else PassageKind.REWORDED


def _paired(stretch: Stretch, extent: Extent, compared: Compared) -> Iterator[Block]:
    """The blocks of the stretch, and those in what lies between it and the passage's edges."""
    left, right = compared.left.stems, compared.right.stems
    before = blocks(left[extent.left : stretch.left], right[extent.right : stretch.right])
    yield from (Block(b.left + extent.left, b.right + extent.right, b.size) for b in before)
    yield from stretch.blocks
    end, other = stretch.left_end, stretch.right_end
    after = blocks(left[end : extent.left_end], right[other : extent.right_end])
    yield from (Block(b.left + end, b.right + other, b.size) for b in after)


def _same(block: Block, compared: Compared) -> int:
    left = compared.left.tokens.words[block.left : block.left + block.size]
    return sum(map(eq, left, compared.right.tokens.words[block.right : block.right + block.size]))


def _gaps(paired: tuple[Block, ...], extent: Extent) -> Iterator[tuple[int, int, int, int]]:
    """The words between blocks and at the edges: start and end on the left, then on the right."""
    ends = Block(extent.left, extent.right, 0), Block(extent.left_end, extent.right_end, 0)
    for one, next_ in pairwise((ends[0], *paired, ends[1])):
        yield one.left + one.size, next_.left, one.right + one.size, next_.right


def _garbled(left: int, left_end: int, right: int, right_end: int, compared: Compared) -> int:
    """How many words of a gap are the other side's, spelled otherwise or cut otherwise."""
    if not (left < left_end <= left + _WIDEST_READ and right < right_end <= right + _WIDEST_READ):
        return 0
    one = "".join(compared.left.tokens.words[left:left_end])
    other = "".join(compared.right.tokens.words[right:right_end])
    return max(left_end - left, right_end - right) if similarity_from(ALIKE, one, other) else 0
