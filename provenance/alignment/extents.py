"""Where a shared passage begins and ends.

The words that difflib paired are its core. Outwards from it, words that look alike belong to it
still; and where both sides then stand near the edge of a sentence, the passage ends there, because
people quote sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from provenance.alignment.rarity import Compared, Side
from provenance.alignment.stretches import Stretch, look_alike

_STEPS = sorted(
    ((left, right) for left in range(4) for right in range(4)),
    key=lambda step: (sum(step) + abs(step[0] - step[1]), step),
)
"""How far ahead of the edge the next pair of words may stand, nearest first."""
_LEAST_SKIP = 1.4
"""Nats for each word passed over on the way to the next pair."""
_UNEVEN = 0.5
"""Nats for each word that more is passed over on one side than on the other."""
_FURTHEST = 40
"""Pairs of words an edge may move by."""
_PATIENCE = 4.0
"""Nats below its best that the walk outwards goes on for."""
_SNAP, _SNAP_LOOSELY = 0.5, 8.0
"""Words an edge may move to a sentence's edge: the second for the share of words that differ."""
_SENTENCE_EDGE = re.compile(r"[.!?][\"'”’»)\]]*\s|[.!?:;,][\"'”’»)\]]*\s*\n|\n\s*\n|[。！？]")


@dataclass(frozen=True, slots=True)
class Extent:
    """The words of a passage on either side."""

    left: int
    left_end: int
    right: int
    right_end: int


def extent(stretch: Stretch, compared: Compared, texts: tuple[str, str]) -> Extent:
    """The passage around a stretch."""
    skip = max(_LEAST_SKIP, stretch.edge_cost)
    start = _walk(stretch.left - 1, stretch.right - 1, -1, skip, compared)
    end = _walk(stretch.left_end, stretch.right_end, 1, skip, compared)
    room = int(_SNAP + _SNAP_LOOSELY * (1 - stretch.rate) + 0.5)
    left, right = _snapped(start[0] + 1, start[1] + 1, -1, room, compared, texts)
    left_end, right_end = _snapped(*end, 1, room, compared, texts)
    return Extent(left, left_end, right, right_end)


def _walk(left: int, right: int, way: int, skip: float, compared: Compared) -> tuple[int, int]:
    """From the first words outside, pair by pair of like words; where the best walk stops."""
    score = best = 0.0
    stop = (left, right)
    for _ in range(_FURTHEST):
        for ahead_left, ahead_right in _STEPS:
            place, other = left + way * ahead_left, right + way * ahead_right
            worth = _pair(place, other, compared)
            if worth:
                break
        else:
            break
        score += worth - skip * max(ahead_left, ahead_right)
        score -= _UNEVEN * abs(ahead_left - ahead_right)
        left, right = place + way, other + way
        if score > best:
            best, stop = score, (left, right)
        if score < best - _PATIENCE:
            break
    return stop


def _pair(left: int, right: int, compared: Compared) -> float:
    if not (0 <= left < len(compared.left) and 0 <= right < len(compared.right)):
        return 0.0
    if compared.left.stems[left] == compared.right.stems[right]:
        return compared.left.usual(left, left + 1)
    return look_alike(left, right, compared)


def _snapped(
    left: int, right: int, way: int, room: int, compared: Compared, texts: tuple[str, str]
) -> tuple[int, int]:
    """Both edges at sentence edges outwards, where each has one within `room` words."""
    to_left = _sentence_edge(left, way, room, compared.left, texts[0])
    to_right = _sentence_edge(right, way, room, compared.right, texts[1])
    return (left, right) if to_left is None or to_right is None else (to_left, to_right)


def _sentence_edge(place: int, way: int, room: int, side: Side, text: str) -> int | None:
    for step in range(room + 1):
        edge = place + way * step
        if not 0 < edge < len(side):
            return edge if edge in (0, len(side)) else None
        between = text[side.tokens.ends[edge - 1] : side.tokens.starts[edge]]
        if _SENTENCE_EDGE.search(between):
            return edge
    return None
