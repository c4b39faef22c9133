"""Layers stand where a description says, or it is said why they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance.errors import Place
from provenance.model.sources import LayerRule
from provenance.readers.layers import layers_of
from provenance.readers.read import read
from provenance.workspace.folder import open_workspace
from tests.workspace.golden import assert_golden

TEXT = """\
Summary: Soong promises to keep to the agreement.

Transcript: This morning I called on Dr. Soong. He will tell Stalin again.
He promises nothing else. He will tell Stalin again tonight.

Note: Soong promises to keep to the agreement.
"""
PLACE = Place("seeds/cable.txt.source.yaml", 9, 5)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        pytest.param("This morning", "nothing else", "This morning…nothing else", id="two places"),
        pytest.param("Transcript:", "", "Transcript:…the agreement.\n", id="to the end"),
        pytest.param("this  MORNING", "Dr. Soong", "This morning…Dr. Soong", id="folded"),
        pytest.param(
            "Note:", "promises to keep to the agreement.", "Note:…agreement.", id="end said before"
        ),
        pytest.param("nothing else", "nothing else", "nothing else…nothing else", id="one place"),
    ],
)
def test_a_layer_runs_from_its_first_words_to_its_last(first: str, last: str, words: str) -> None:
    (layer,), problems = layers_of(TEXT, (LayerRule("part", first, last, "the archive", PLACE),))
    begins, ends = words.split("…")
    found = layer.span.of(TEXT)
    assert (found.startswith(begins), found.endswith(ends)) == (True, True), found
    assert (layer.name, layer.author, problems) == ("part", "the archive", ())


@pytest.mark.parametrize(
    ("case", "first", "last"),
    [
        pytest.param("layer-not-found", "Here begins nothing", "", id="first words not there"),
        pytest.param("layer-ends-before", "Note:", "Dr. Soong. He will", id="last words before"),
        pytest.param("layer-several", "Soong promises to keep", "", id="first words twice"),
        pytest.param("layer-ends-twice", "This morning", "He will tell Stalin again", id="last"),
    ],
)
def test_a_layer_without_one_place_is_left_out(case: str, first: str, last: str) -> None:
    layers, problems = layers_of(TEXT, (LayerRule("part", first, last, place=PLACE),))
    assert layers == ()
    assert_golden(case, problems)


def test_a_layer_whose_words_differ_is_taken_and_told_of() -> None:
    rule = LayerRule("part", "This evening I called on Dr. Soong", "", place=PLACE)
    (layer,), problems = layers_of(TEXT, (rule,))
    assert layer.span.of(TEXT).startswith("This morning I called")
    assert_golden("layer-near", problems)


def test_a_bad_rule_stops_no_other() -> None:
    rules = (LayerRule("a", "nowhere at all", "", place=PLACE), LayerRule("b", "Note:", ""))
    layers, problems = layers_of(TEXT, rules)
    assert [layer.name for layer in layers] == ["b"]
    assert [problem.slug for problem in problems] == ["layer-not-found"]


def test_every_layer_of_the_example_is_found() -> None:
    workspace = open_workspace(Path(__file__).parents[2])
    assert workspace.problems == ()
    for source in workspace.sources:
        text = read(workspace.root / source.path, source.path).text
        layers, problems = layers_of(text, source.layers)
        assert problems == ()
        assert [layer.name for layer in layers] == [rule.name for rule in source.layers]
        for layer, rule in zip(layers, source.layers, strict=True):
            assert layer.span.of(text).startswith(rule.start)
            assert layer.span.of(text).endswith(rule.end)
