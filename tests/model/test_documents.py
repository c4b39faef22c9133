"""Where in a document an offset stands, as a reader would say it."""

from __future__ import annotations

import pytest

from provenance.model.documents import Document, Page
from provenance.model.spans import Span

TEXT = "One.\n\nTwo,\nstill two.\n \n\nThree."


@pytest.mark.parametrize(
    ("words", "paragraph"),
    [
        pytest.param("One", 1, id="the first"),
        pytest.param("Two", 2, id="behind a blank line"),
        pytest.param("still", 2, id="a line end parts nothing"),
        pytest.param("Three", 3, id="blank lines do not pile up"),
    ],
)
def test_paragraphs_are_counted_from_one(words: str, paragraph: int) -> None:
    assert Document("a", "0" * 64, "txt", TEXT).paragraph_of(TEXT.index(words)) == paragraph


def test_a_page_may_have_a_second_stretch_for_its_notes() -> None:
    pages = (Page("7", Span(0, 6)), Page("8", Span(6, 20)), Page("7", Span(20, 32)))
    document = Document("a", "0" * 64, "pdf", TEXT, pages=pages)
    assert [document.page_of(at) for at in (0, 7, 25)] == ["7", "8", "7"]
