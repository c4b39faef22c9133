from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.model.documents import Layer, Page
from provenance.model.spans import Span
from provenance.model.verdicts import Standing
from provenance.rendering.citation_line import (
    passage_with_citation,
    short_hash,
    statement_with_citation,
)
from tests.factories import document, placed, read_source, source, statement

TEXT = "First line.\nHe was\x1b told on June 15.\n"


def test_words_carry_everything_that_finds_them_again() -> None:
    read = document(TEXT, "seeds/clerk.txt", layers=(Layer("transcript", Span(0, len(TEXT))),))
    entry = read_source(
        replace(source(), fields=(("archive", "County\nRecord Office"), ("URL", "https://x.y"))),
        replace(read, pages=(Page("12", Span(0, len(TEXT))),)),
    )
    said = placed(statement(quote="told on June 15"), text=TEXT)
    assert statement_with_citation(said, entry) == (
        "“told on June 15” (J. Hartley, The clerk's minute book; 20 March 1841; "
        "County Record Office; https://x.y; p. 12; seeds/clerk.txt:2; "
        f"sha256 {short_hash(entry)})"
    )


def test_another_voice_is_named_first() -> None:
    said = placed(statement(quote="told on June 15", speaker="Soong"), text=TEXT)
    pasted = statement_with_citation(said, read_source(source(), document(TEXT)))
    assert pasted.startswith("“told on June 15” (Soong, asserted; J. Hartley, ")


def test_lost_words_are_pasted_as_recorded_and_say_so() -> None:
    said = placed(statement(), standing=Standing.LOST)
    pasted = statement_with_citation(said, read_source(source(), document(TEXT)))
    assert "closed on the fourteenth of March 1841" in pasted
    assert "quotation not found in the source" in pasted


def test_any_passage_can_be_pasted_and_none_of_it_acts() -> None:
    pasted = passage_with_citation(Span(0, 25), read_source(source(), document(TEXT)))
    assert pasted.startswith("“First line. He was␛ told” (")


def test_a_source_that_was_not_read_has_no_passage() -> None:
    with pytest.raises(ValueError, match="was not read"):
        passage_with_citation(Span(0, 1), read_source(source()))
