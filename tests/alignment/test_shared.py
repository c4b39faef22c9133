"""Shared passages with their words compared: nothing but what `align` and `compare` say."""

from __future__ import annotations

import pytest

from provenance.alignment.align import align
from provenance.alignment.shared import shared
from provenance.model.alignments import Change
from tests.factories import CLERK, DIARY, GAZETTE


def test_every_passage_comes_with_the_runs_of_its_own_words() -> None:
    found = list(shared(CLERK, GAZETTE))
    assert tuple(each.passage for each in found) == align(CLERK, GAZETTE)
    ours, theirs = found[0].passage.left.of(CLERK), found[0].passage.right.of(GAZETTE)
    told = [(run.left.of(ours), run.right.of(theirs)) for run in found[0].runs if run.kind]
    assert ("March 1841", "May instant") in told
    same = [run for run in found[0].runs if run.change is Change.SAME]
    assert all(run.left.of(ours).split() == run.right.of(theirs).split() for run in same)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(CLERK, DIARY, id="nothing in common"),
        pytest.param(CLERK, "", id="an empty side"),
    ],
)
def test_texts_that_share_nothing_give_nothing(left: str, right: str) -> None:
    assert list(shared(left, right)) == []
