"""Lines that are cut to fit still tell one from another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from provenance.tui.apart import told_apart


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        pytest.param(["short", "other"], ["short", "other"], id="what fits stays whole"),
        pytest.param(
            ["the bridge was closed", "a ferry ran all year"],
            ["the bridge was…", "a ferry ran all…"],
            id="what differs at the beginning is cut at the end",
        ),
        pytest.param(
            ["bridge: resolved: ash against oak", "bridge: resolved: elm against oak"],
            ["… ash against o…", "… elm against o…"],
            id="what is alike for as long as fits begins where it differs",
        ),
        pytest.param(
            [
                "x: a long way: ash and also one",
                "x: a long way: ash and also two",
                "x: a long way: elm",
            ],
            ["… one", "… two", "… elm"],
            id="and again among those still alike",
        ),
        pytest.param(
            ["the very same words in both"] * 2,
            ["the very same w…"] * 2,
            id="the same stay the same",
        ),
        pytest.param(
            ["a rather long beginning", "a rather long beginning and more"],
            ["… beginning", "… beginning and…"],
            id="one that another begins with",
        ),
    ],
)
def test_lines_are_told_apart(said: list[str], lines: list[str]) -> None:
    assert told_apart(said, 16) == lines


@given(st.lists(st.lists(st.sampled_from(["ab", "cd", "efgh", "漢字"]), min_size=1).map(" ".join)))
@settings(max_examples=60, deadline=None)
def test_every_line_fits_and_none_is_lost(said: list[str]) -> None:
    lines = told_apart(said, 14)
    assert len(lines) == len(said)
    assert all(0 < cell_len(line) <= 14 for line in lines)
