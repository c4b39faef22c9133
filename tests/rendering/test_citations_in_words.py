"""What a note cites, in words."""

from __future__ import annotations

import pytest

from provenance.model.notes import Citation, CitationKind, Resolution, Work
from provenance.model.spans import Span
from provenance.rendering.citations_in_words import citation_in_words

LYLE = Work("w1", ("Lyle",), "The Bridges of Harrow", "1902", ("c1",))


@pytest.mark.parametrize(
    ("signal", "opening"),
    [
        pytest.param("", "", id="none"),
        pytest.param("See", "", id="see says no more than that it is cited"),
        pytest.param("see", "", id="see within a note"),
        pytest.param("See also", "see also ", id="see also"),
        pytest.param("But see", "but see ", id="but see"),
    ],
)
def test_a_signal_is_told_where_it_says_how_a_work_is_cited(signal: str, opening: str) -> None:
    known = Resolution.RESOLVED
    cited = Citation("c1", Span(0, 4), CitationKind.FULL, signal, work="w1", resolution=known)
    assert citation_in_words(cited, {"w1": LYLE}) == opening + LYLE.label
