from __future__ import annotations

import pytest

from provenance.citations.linked_markers import with_linked_markers
from provenance.citations.markers import FoundNotes
from provenance.model.notes import Note
from provenance.model.spans import Span


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param("recognise Outer Mongolia.[4](#f4) This came", ["[4](#f4)"], id="a link"),
        pytest.param("as said.[^4^](#note-4)", ["[^4^](#note-4)"], id="in superscript"),
        pytest.param("see [4](https://a.example/4)", [], id="a link that leaves the page"),
        pytest.param("as said.[5](#f5)", [], id="a label without a note"),
        pytest.param("as said [4].", [], id="no link"),
    ],
)
def test_a_link_to_a_note_without_a_marker_is_its_marker(text: str, marked: list[str]) -> None:
    whole = f"{text}\n\n4  Hasluck announced this decision.\n"
    body = Note("n1", "4", Span(len(text) + 5, len(whole) - 1))
    found = with_linked_markers(whole, FoundNotes((), (body,)))
    assert [marker.span.of(whole) for marker in found.markers] == marked
    assert [marker.note for marker in found.markers] == ["n1"] * len(marked)
    assert found.notes[0].marker == (found.markers[0].id if marked else None)
