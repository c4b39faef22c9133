"""The best increasing series of labels over a whole text, by dynamic programming.

A marker's number is only one more than the last marker's, and that tells more than its surroundings
do: dates, pages and amounts do not count upwards. The score of a series is the sum of its
candidates' weights less the cost of every step that is not "one more": labels lost, a numbering
that starts again, a text spliced from pieces. A candidate is taken where it makes the best series
better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StepCosts:
    """What a step from one label to the next costs, in the units of the candidates' weights."""

    begin: float
    """For a series that begins with 1."""
    begin_later: float
    """More for every label missing before the first."""
    begin_at_most: float
    lost: float
    """For every label missing between two."""
    longest_loss: int
    again: float
    """For a label that stands twice running."""
    restart: float
    """For a numbering that begins anew with 1."""
    jump: float
    """For any other step, back or far ahead."""


NOTE_STEPS = StepCosts(
    begin=0.5,
    begin_later=2.0,
    begin_at_most=4.8,
    lost=1.6,
    longest_loss=6,
    again=5.0,
    restart=6.0,
    jump=7.0,
)
PARAGRAPH_STEPS = StepCosts(
    begin=2.5,
    begin_later=0.05,
    begin_at_most=3.0,
    lost=0.25,
    longest_loss=6,
    again=5.0,
    restart=3.0,
    jump=2.0,
)


@dataclass(frozen=True, slots=True)
class _Best:
    """The best series that ends with a given candidate."""

    score: float
    candidate: int
    before: int | None


def best_series(
    labels: Sequence[int], weights: Sequence[float], costs: StepCosts
) -> tuple[int, ...]:
    """Indices of the candidates that make up the best series, in order; () where none is worth it.

    `labels` and `weights` run over the same candidates, in the order of the text. Time grows as the
    number of candidates: the best series so far is kept for every last label, and once overall.
    """
    ends: dict[int, _Best] = {}
    best_of_all: _Best | None = None
    trail: dict[int, int | None] = {}
    for index, (label, weight) in enumerate(zip(labels, weights, strict=True)):
        score, before = _best_step(label, ends, best_of_all, costs)
        reached = _Best(score + weight, index, before)
        trail[index] = before
        if label not in ends or reached.score > ends[label].score:
            ends[label] = reached
        if best_of_all is None or reached.score > best_of_all.score:
            best_of_all = reached
    if best_of_all is None or best_of_all.score <= 0:
        return ()
    return _back_along(trail, best_of_all.candidate)


def _best_step(
    label: int, ends: dict[int, _Best], best_of_all: _Best | None, costs: StepCosts
) -> tuple[float, int | None]:
    first = min(costs.begin + costs.begin_later * (label - 1), costs.begin_at_most)
    options: list[tuple[float, int | None]] = [(-first, None)]
    for lost in range(costs.longest_loss + 1):
        last = ends.get(label - 1 - lost)
        if last is not None:
            options.append((last.score - costs.lost * lost, last.candidate))
    if label in ends:
        options.append((ends[label].score - costs.again, ends[label].candidate))
    if best_of_all is not None:
        leap = costs.restart if label == 1 else costs.jump
        options.append((best_of_all.score - leap, best_of_all.candidate))
    return max(options, key=lambda option: option[0])


def _back_along(trail: dict[int, int | None], last: int) -> tuple[int, ...]:
    series: list[int] = []
    here: int | None = last
    while here is not None:
        series.append(here)
        here = trail[here]
    return tuple(reversed(series))
