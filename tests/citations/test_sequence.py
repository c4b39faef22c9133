"""The best increasing series of labels."""

from __future__ import annotations

import pytest

from provenance.citations.sequence import NOTE_STEPS, best_series


@pytest.mark.parametrize(
    ("labels", "weights", "chosen"),
    [
        pytest.param([1, 2, 3], [5, 5, 5], (0, 1, 2), id="all in order"),
        pytest.param(
            [1, 15, 2, 3], [5, 4, 5, 5], (0, 2, 3), id="a number out of order is left out"
        ),
        pytest.param([1, 2, 2, 3], [5, 5, -1, 5], (0, 1, 3), id="of two the likelier"),
        pytest.param([1, 3, 4], [5, 5, 5], (0, 1, 2), id="one lost"),
        pytest.param([1, 2, 3, 4], [5, -1, 5, 5], (0, 1, 2, 3), id="its neighbours speak for it"),
        pytest.param([1, 2, 1, 2, 3], [5, 5, 5, 5, 5], (0, 1, 2, 3, 4), id="a restart"),
        pytest.param([12], [-3], (), id="nothing worth it"),
        pytest.param([], [], (), id="nothing at all"),
    ],
)
def test_the_series_that_explains_most(
    labels: list[int], weights: list[float], chosen: tuple[int, ...]
) -> None:
    assert best_series(labels, weights, NOTE_STEPS) == chosen


def test_labels_and_weights_go_together() -> None:
    with pytest.raises(ValueError, match="shorter"):
        best_series([1, 2], [1.0], NOTE_STEPS)
