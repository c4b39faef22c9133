"""Markdown footnotes scanned in the raw text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.citations.markdown_notes import markdown_notes
from provenance.model.notes import MarkerEvidence


def read(text: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(marker text, body it leads to or "-"), (label, body)."""
    found = markdown_notes(text)
    bodies = {note.id: note.span.of(text) for note in found.notes}
    markers = [(m.span.of(text), bodies.get(m.note or "", "-")) for m in found.markers]
    return markers, [(note.label, note.span.of(text)) for note in found.notes]


@pytest.mark.parametrize(
    ("text", "markers", "notes"),
    [
        pytest.param(
            "A.[^1]\n\n[^1]: Smith, 4.\n",
            [("[^1]", "Smith, 4.")],
            [("1", "Smith, 4.")],
            id="one note",
        ),
        pytest.param(
            "A.[^a]\n\n[^a]: One\n  lazy line.\n\n    A second paragraph.\n\nProse again.\n",
            [("[^a]", "One\n  lazy line.\n\n    A second paragraph.")],
            [("a", "One\n  lazy line.\n\n    A second paragraph.")],
            id="continuation lines",
        ),
        pytest.param(
            "A.^[See [this] and `]` there.] B.^[Two.]\n",
            [("^[See [this] and `]` there.]", "See [this] and `]` there."), ("^[Two.]", "Two.")],
            [("1", "See [this] and `]` there."), ("2", "Two.")],
            id="inline notes with brackets and code",
        ),
        pytest.param("A.[^9] B.\n", [("[^9]", "-")], [], id="a reference without a definition"),
        pytest.param("A.\n\n[^1]: Unused.\n", [], [("1", "Unused.")], id="an unused definition"),
        pytest.param(
            "A.[^1] B.[^1]\n\n[^1]: Once.\n",
            [("[^1]", "Once."), ("[^1]", "Once.")],
            [("1", "Once.")],
            id="two references to one note",
        ),
        pytest.param(
            "A.[^1]\n\n[^1]: First.\n\n[^1]: Second.\n",
            [("[^1]", "First.")],
            [("1", "First."), ("1", "Second.")],
            id="a label defined twice",
        ),
        pytest.param(
            "A.[^1]\n\n[^1]: One.\n[^2]: Two.\n",
            [("[^1]", "One.")],
            [("1", "One."), ("2", "Two.")],
            id="definitions on neighbouring lines",
        ),
        pytest.param(
            "A.[^1]\n\n[^1]: See[^2] too.\n[^2]: Nested.\n",
            [("[^1]", "See[^2] too."), ("[^2]", "Nested.")],
            [("1", "See[^2] too."), ("2", "Nested.")],
            id="a note in a note",
        ),
        pytest.param(
            "| a[^1] | b |\n|---|---|\n\n# Head[^2]\n\n[^1]: T.\n[^2]: H.\n",
            [("[^1]", "T."), ("[^2]", "H.")],
            [("1", "T."), ("2", "H.")],
            id="notes in tables and headings",
        ),
        pytest.param(
            "`[^1]` and \\[^2] and ``^[x]``\n\n```\n[^3]\n[^4]: no\n```\n\n<!-- [^5] -->\n",
            [],
            [],
            id="code, escapes and comments hold none",
        ),
        pytest.param("Text\n\n    [^1]\n    code\n", [], [], id="an indented block of code"),
        pytest.param(
            "A.[^é]\n\n[^é]: הוא הסכים.\n",
            [("[^é]", "הוא הסכים.")],
            [("é", "הוא הסכים.")],
            id="right to left",
        ),
        pytest.param("A.[^1]\n\n[^1]:\n", [("[^1]", "")], [("1", "")], id="an empty note"),
        pytest.param("x^[never closed\n\nmore]\n", [], [], id="an inline note that never closes"),
    ],
)
def test_notes_are_read_where_they_stand(
    text: str, markers: list[tuple[str, str]], notes: list[tuple[str, str]]
) -> None:
    assert read(text) == (markers, notes)


def test_a_note_knows_its_first_marker() -> None:
    found = markdown_notes("A.[^1] B.[^1]\n\n[^1]: Once.\n")
    assert found.notes[0].marker == found.markers[0].id
    assert {marker.evidence for marker in found.markers} == {MarkerEvidence.LINK}


@given(
    st.lists(st.sampled_from(["[^1]", "[^a]: x", "^[y]", "\n\n", "\n", "    ", "`", "```\n", "w "]))
)
@settings(max_examples=150, deadline=None)
def test_any_arrangement_is_read_without_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = markdown_notes(text)
    ids = {note.id for note in found.notes}
    assert all(m.note is None or m.note in ids for m in found.markers)
    assert all(0 <= n.span.start <= n.span.end <= len(text) for n in found.notes)
