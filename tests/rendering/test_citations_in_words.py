"""What a note cites, in words."""

from __future__ import annotations

import pytest

from provenance.model.notes import Citation, CitationKind, Resolution, Work, WorkKind
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


@pytest.mark.parametrize(
    ("title", "author", "year", "told"),
    [
        pytest.param(
            "Henry Cole to Ruth Cole, 3 July 1871",
            "Cole",
            "1871",
            "Henry Cole to Ruth Cole, 3 July 1871",
            id="both stand in the title",
        ),
        pytest.param(
            "Henry Cole to Ruth Cole", "Cole", "1871", "Henry Cole to Ruth Cole (1871)", id="no day"
        ),
        pytest.param(
            "Report on the ferry", "Cole", "1871", "Cole, Report on the ferry (1871)", id="neither"
        ),
        pytest.param(
            "The Coleridge papers", "Cole", "1871", "Cole, The Coleridge papers (1871)", id="a part"
        ),
    ],
)
def test_a_letter_tells_its_writer_and_year_once(
    title: str, author: str, year: str, told: str
) -> None:
    paper = Work("w1", (author,), title, year, ("c1",), WorkKind.ARCHIVAL)
    cited = Citation(
        "c1", Span(0, 4), CitationKind.ARCHIVAL, "", work="w1", resolution=Resolution.RESOLVED
    )
    assert citation_in_words(cited, {"w1": paper}) == told
