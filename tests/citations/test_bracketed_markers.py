from __future__ import annotations

import pytest

from provenance.citations.annotate import annotate
from tests.factories import document

NOTES = "\n\nNotes\n\n1. Feis, Tangle (1953), 3.\n\n2. Feis, 4.\n\n3. Feis, 5.\n\n4. Feis, 6.\n"


def _labels(text: str) -> list[tuple[str, str | None]]:
    return [(marker.label, marker.note) for marker in annotate(document(text)).document.markers]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("It was told.[1] He knew.[3] He said.[2] He left.[4]", "1324", id="swapped"),
        pytest.param("It was told.[1] He knew.[2] He said.[1] He left.[3]", "1213", id="again"),
        pytest.param(
            "It was told.[1] He knew.[2] A word [9] of his.[3] He left.[4]", "1234",
            id="a number no note has is none",
        ),
        pytest.param(
            "It was told in June.1 He knew.2 He said [1] so.3 He left in July.4", "1234",
            id="brackets are not these markers' manner",
        ),
    ],
)  # fmt: skip
def test_every_bracket_with_a_notes_number_is_a_marker(text: str, labels: str) -> None:
    found = _labels(text + NOTES)
    assert found == [(label, f"n{label}") for label in labels]


def test_a_note_whose_only_marker_stands_out_of_order_has_it() -> None:
    text = "It was told.[1] He knew.[3] He said.[2] He left.[4]" + NOTES
    assert all(note.marker for note in annotate(document(text)).document.notes)
