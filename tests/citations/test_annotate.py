"""One way in: documents with structure, with Markdown notes, and with neither."""

from __future__ import annotations

from provenance.citations.annotate import annotate
from provenance.model.documents import Document
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind, Note
from provenance.model.spans import Span


def document(
    text: str, kind: str = "txt", **fields: tuple[Marker, ...] | tuple[Note, ...]
) -> Document:
    return Document("x", "0" * 64, kind, text, **fields)  # type: ignore[arg-type]


def test_plain_text_is_searched() -> None:
    text = "It was so.1\n\nNotes\n\n1 A. Smith, Fair Winds (1999) 12.\n"
    found = annotate(document(text))
    assert [m.label for m in found.document.markers] == ["1"]
    assert [w.title for w in found.works] == ["Fair Winds"]


def test_markdown_is_scanned_and_falls_back_to_plain_text() -> None:
    notes = annotate(document("It was.[^1]\n\n[^1]: A. Smith, Fair Winds (1999) 12.\n", "md"))
    plain = annotate(document("It was. [1]\n\n ___\n\n1 A. Smith, Fair Winds (1999) 12.\n", "md"))
    assert [w.title for w in notes.works] == [w.title for w in plain.works] == ["Fair Winds"]
    assert notes.document.markers[0].evidence is MarkerEvidence.LINK
    assert plain.document.markers[0].evidence is MarkerEvidence.BRACKET


def test_tex_is_scanned() -> None:
    found = annotate(document(r"It was.\footnote{A. Smith, Fair Winds (1999) 12.}", "tex"))
    assert [w.title for w in found.works] == ["Fair Winds"]


def test_what_a_reader_knows_from_structure_is_kept() -> None:
    text = "In 1945 it ended.\nA. Smith, Fair Winds (1999) 12. 3The end.4"
    marker = Marker("m1", Span(17, 17), "i", MarkerKind.NOTE, MarkerEvidence.LINK, "n1")
    note = Note("n1", "i", Span(18, 49), "m1")
    found = annotate(document(text, "docx", markers=(marker,), notes=(note,)))
    assert found.document.markers == (marker,)
    assert [c.title for c in found.document.notes[0].citations] == ["Fair Winds"]


def test_the_text_is_never_altered() -> None:
    text = "One.1\r\n\tTwo.2"
    assert annotate(document(text)).document.text == text
