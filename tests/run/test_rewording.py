"""Words that a person changes, looked for in their source."""

from __future__ import annotations

import pytest

from provenance.model.alignments import Found
from provenance.model.documents import Document
from provenance.model.spans import Span
from provenance.run.rewording import Rewording

TEXT = "It rained. The bridge was closed on 14 March. It snowed. The bridge was closed on 14 March."
SECOND = Span(TEXT.rindex("closed"), TEXT.rindex("closed") + 6)


@pytest.mark.parametrize(
    ("quote", "found", "words"),
    [
        pytest.param("bridge was closed", Found.EXACT, "bridge was closed", id="longer"),
        pytest.param("It rained.", Found.EXACT, "It rained.", id="elsewhere"),
        pytest.param("bridge was shut on 14 March", Found.NEAR, "bridge was closed on 14 March",
                     id="nearly: what the source has is given"),
        pytest.param("no such thing at all", Found.NONE, "", id="not there"),
    ],
)  # fmt: skip
def test_it_is_said_where_changed_words_stand(quote: str, found: Found, words: str) -> None:
    document = Document(path="a.txt", sha256="0" * 64, format="txt", text=TEXT)
    stands = Rewording(document, SECOND).where(quote)
    assert (stands.found, stands.words) == (found, words)
    if quote.startswith("bridge"):
        assert stands.span is not None
        assert stands.span.start > TEXT.index("snowed"), "the place nearest to the old words"


def test_what_stands_beside_tells_the_place_from_its_likes() -> None:
    document = Document(path="a.txt", sha256="0" * 64, format="txt", text=TEXT)
    prefix, _ = Rewording(document, SECOND).beside("bridge was closed")
    assert "snowed" in prefix
