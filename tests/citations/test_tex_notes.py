"""Footnotes of TeX scanned in the raw text."""

from __future__ import annotations

import pytest

from provenance.citations.tex_notes import tex_notes


def read(text: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(label, body it leads to or "-") of every marker; (label, body) of every note."""
    found = tex_notes(text)
    bodies = {note.id: note.span.of(text) for note in found.notes}
    markers = [(m.label, bodies.get(m.note or "", "-")) for m in found.markers]
    return markers, [(note.label, note.span.of(text)) for note in found.notes]


@pytest.mark.parametrize(
    ("text", "markers", "notes"),
    [
        pytest.param(
            r"A.\footnote{Smith, \emph{Winds}, 4.} B.\footnote{Two.}",
            [("1", r"Smith, \emph{Winds}, 4."), ("2", "Two.")],
            [("1", r"Smith, \emph{Winds}, 4."), ("2", "Two.")],
            id="numbered as TeX numbers them",
        ),
        pytest.param(
            r"A.\footnotemark B.\footnotetext{Later.}",
            [("1", "Later.")],
            [("1", "Later.")],
            id="mark and text apart",
        ),
        pytest.param(
            r"A.\footnote[7]{Seven.} B.\footnote{One.}",
            [("7", "Seven."), ("1", "One.")],
            [("7", "Seven."), ("1", "One.")],
            id="a number of its own leaves the counter alone",
        ),
        pytest.param(
            r"\chapter{I} A.\footnote{x} \chapter{II} B.\footnote{y}",
            [("1", "x"), ("1", "y")],
            [("1", "x"), ("1", "y")],
            id="chapters begin anew",
        ),
        pytest.param(
            "A. % \\footnote{no}\n\\verb|\\footnote{no}| 5\\% \\footnote{yes}",
            [("1", "yes")],
            [("1", "yes")],
            id="comments and verbatim hold none",
        ),
        pytest.param(r"A.\footnote{never closed", [], [], id="a brace that never closes"),
        pytest.param(r"A.\footnotemark", [("1", "-")], [], id="a mark without a text"),
        pytest.param(r"\footnotesize small \footnoterule", [], [], id="other commands"),
        pytest.param("", [], [], id="empty"),
    ],
)
def test_tex_notes_are_read_where_they_stand(
    text: str, markers: list[tuple[str, str]], notes: list[tuple[str, str]]
) -> None:
    assert read(text) == (markers, notes)
