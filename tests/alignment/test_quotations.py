"""A quotation is taken apart at its ellipses without moving a character."""

from __future__ import annotations

import pytest

from provenance.alignment.quotations import read_quotation
from provenance.alignment.tokens import words


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        pytest.param("he left", ["he left"], id="whole"),
        pytest.param("he … left", ["he", "left"], id="sign"),
        pytest.param("he... left", ["he", "left"], id="three full stops"),
        pytest.param("he . . . left", ["he", "left"], id="spaced"),
        pytest.param("he […] left", ["he", "left"], id="in brackets"),
        pytest.param("he [. . .] left (...) soon", ["he", "left", "soon"], id="two of them"),
        pytest.param("… he left …", ["he left"], id="at the ends"),
        pytest.param("…", [], id="nothing else"),
        pytest.param("he [t]hen left", ["he then left"], id="a letter changed"),
        pytest.param("[He] left [sic] soon", ["he left soon"], id="a word, and an aside"),
        pytest.param("he left [emphasis added]", ["he left"], id="another aside"),
    ],
)
def test_parts(written: str, parts: list[str]) -> None:
    quotation = read_quotation(written)
    assert len(quotation.text) == len(written)
    shown = [" ".join(words(part.of(quotation.text)).words) for part in quotation.parts]
    assert shown == parts
