"""Where seeds crowd along a diagonal: the regions of two texts worth a closer look.

Laid out as points (place in the left text, place in the right), the seeds of a shared passage lie
near one diagonal. Along every band of diagonals the weights of the seeds are added up and the gaps
between them subtracted; where the sum rises high enough above its lowest point, a region is found.
Nothing is global, so that passages which changed places are found like any others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from provenance.alignment.rarity import Compared, Places, Weights
from provenance.alignment.seeds import Seeds

BAND = 48
"""Diagonals to a band, in words: how far a passage may drift by words left out or put in."""
GAP_COST = 0.6
"""Nats for each word between two seeds that neither covers."""
MUCH_LARGER = 2
"""Times the area of a region that it must be part of to be looked at alone as well."""
SURE = 8.0
"""Nats above chance from which a region is looked at alone too when it is part of a larger one."""
SLACK = 4.0
"""Nats that a region may fall short of what chance explains, before difflib has its say."""
_NEVER = 1e9
"""Cost between two bands: no region reaches across."""


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of words: `left` to `left_end` against `right` to `right_end`."""

    left: int
    left_end: int
    right: int
    right_end: int
    score: float
    """Nats by which its seeds outweigh their gaps."""

    @property
    def area(self) -> int:
        return (self.left_end - self.left) * (self.right_end - self.right)

    def meets(self, other: Region) -> bool:
        return (
            self.left < other.left_end
            and other.left < self.left_end
            and self.right < other.right_end
            and other.right < self.right_end
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Band:
    """The seeds in the order of their band, then of their places."""

    lefts: Places
    ends: Places
    rights: Places
    gains: Weights
    costs: Weights


def regions(seeds: Seeds, compared: Compared) -> list[Region]:
    """Every region whose seeds may be more than chance, alone and joined with those it meets."""
    if not len(seeds):
        return []
    least = compared.chance - SLACK
    # Two sets of bands, half a band apart: no passage lies at the border of both.
    alone = [
        region
        for shift in (0, BAND // 2)
        for region in _rises(_along(seeds, compared, shift), least)
    ]
    return sorted({*_joined(alone, compared.chance + SURE)}, key=_in_order)


def _in_order(region: Region) -> tuple[int, int, int, int]:
    return region.left, region.right, region.left_end, region.right_end


def _along(seeds: Seeds, compared: Compared, shift: int) -> _Band:
    bands = (seeds.lefts - seeds.rights + len(compared.right) + shift) // BAND
    order = np.argsort(
        (bands * len(compared.left) + seeds.lefts) * len(compared.right) + seeds.rights
    )
    bands, lefts, rights = bands[order], seeds.lefts[order], seeds.rights[order]
    sizes = seeds.sizes[order]
    ends = lefts + sizes
    opens = np.concatenate(([True], bands[1:] != bands[:-1]))
    # A word counts once, however many seeds of the band share it.
    offset = np.cumsum(opens) * (len(compared.left) + 1)
    reached = np.concatenate(([0], np.maximum.accumulate(ends + offset)[:-1])) - offset
    fresh = np.where(opens, lefts, np.maximum(lefts, reached))
    summed = np.array(compared.left.summed)
    gains = np.maximum(0.0, summed[np.maximum(ends, fresh)] - summed[fresh])
    skipped = np.maximum(lefts - reached, np.abs(np.diff(rights, prepend=0)) // 2 - sizes)
    costs = np.where(opens, _NEVER, GAP_COST * np.maximum(0, skipped))
    return _Band(lefts, ends, rights, gains, costs)


def _rises(band: _Band, least: float) -> Iterator[Region]:
    """Stretches along which gains outweigh costs by `least`, each up to its highest point."""
    after = np.cumsum(band.gains - band.costs)
    before = after - band.gains
    starts = np.flatnonzero(before <= np.minimum.accumulate(before))
    ends = np.append(starts[1:], len(after))
    heights = np.maximum.reduceat(after, starts) - before[starts]
    risen = heights >= least
    for start, end in zip(starts[risen].tolist(), ends[risen].tolist(), strict=True):
        while start < end:
            low = before[start]
            peak = start + int(np.argmax(after[start:end]))
            height = float(after[peak] - low)
            if height < least:
                break
            yield _region(band, start, peak + 1, height)
            # What follows the peak may rise again from a new low.
            start = _next_rise(before, after, peak + 1, end)


def _next_rise(before: Weights, after: Weights, start: int, end: int) -> int:
    """From where, after a peak, the highest rise begins; `end` where there is none."""
    if start >= end:
        return end
    lows = np.minimum.accumulate(before[start:end])
    top = int(np.argmax(after[start:end] - lows))
    return start + int(np.argmin(before[start : start + top + 1]))


def _region(band: _Band, start: int, end: int, score: float) -> Region:
    rights = band.rights[start:end]
    return Region(
        int(band.lefts[start]),
        int(band.ends[start:end].max()),
        int(rights.min()),
        int(rights.max()) + 1,
        score,
    )


def _joined(alone: list[Region], sure: float) -> Iterator[Region]:
    """Regions that meet on both sides, as one; and those it is much larger than, on their own.

    difflib holds on to the longest match first. In a text that repeats itself, that may be the
    wrong one for the whole, and the right one is found in a smaller region only.
    """
    open_: list[tuple[Region, list[Region]]] = []
    for region in sorted(alone, key=_in_order):
        yield from _parts([group for group in open_ if group[0].left_end <= region.left], sure)
        open_ = [group for group in open_ if group[0].left_end > region.left]
        whole, members, growing = region, [region], True
        while growing:
            met = [group for group in open_ if group[0].meets(whole)]
            open_ = [group for group in open_ if not group[0].meets(whole)]
            growing = bool(met)
            whole = _around([whole, *(group[0] for group in met)])
            members += [member for group in met for member in group[1]]
        open_.append((whole, members))
    yield from _parts(open_, sure)


def _parts(groups: list[tuple[Region, list[Region]]], sure: float) -> Iterator[Region]:
    for whole, members in groups:
        yield whole
        for member in members:
            if member.score >= sure and MUCH_LARGER * member.area < whole.area:
                yield member


def _around(regions: list[Region]) -> Region:
    return Region(
        min(r.left for r in regions),
        max(r.left_end for r in regions),
        min(r.right for r in regions),
        max(r.right_end for r in regions),
        max(r.score for r in regions),
    )
