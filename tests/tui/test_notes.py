"""The notes screen: markers beside notes, what is loose, and where references lead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.citations.annotate import annotate
from provenance.model.bibliography import ListedWork
from provenance.model.dossier import Dossier
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind, Note, WorkKind
from provenance.model.spans import Span
from provenance.tui.noted import followed, note_rows, tally
from provenance.tui.screens.notes import NotesScreen
from tests.factories import document, example_dossier, read_source, source
from tests.tui.driving import board_app, press, running, screen_text, settled

TEXT = (
    "Stalin agreed.[1] Soong did not.[2] Nobody asked.[4]\n\n"
    "[1] Herbert Feis, The China Tangle (Princeton: Princeton University Press, 1953), 240.\n"
    "[2] Feis, n. 1, 242.\n"
    "[3] Nobody points here.\n"
)


def dossier() -> Dossier:
    annotated = annotate(document(TEXT, "seeds/essay.txt"))
    entry = replace(
        read_source(source("essay", title="Essay"), annotated.document), works=annotated.works
    )
    feis = annotated.works[0]
    listed = ListedWork(
        "feis-china-tangle",
        feis.author,
        feis.title,
        feis.year,
        WorkKind.BOOK,
        "",
        "",
        (),
        tuple(("essay", id_) for id_ in feis.cited),
    )
    whole = example_dossier()
    return replace(whole, sources=(*whole.sources, entry), bibliography=(listed,))


def test_every_marker_and_note_has_one_row() -> None:
    rows = note_rows(dossier(), ("essay",))
    told = [(row.label, row.note is not None, row.marker is not None) for row in rows]
    assert told == [
        ("1", True, True),
        ("2", True, True),
        ("4", False, True),
        ("3", True, False),
    ]
    assert tally(rows) == "2 of 4 notes tied · 1 without a marker · 1 without a body"
    assert rows[0].cites == ("Feis, The China Tangle (1953), p. 240",)


def test_a_reference_leads_to_the_note_it_names_and_a_work_to_its_next_citation() -> None:
    rows = note_rows(dossier(), ("essay",))
    assert [followed(rows, at) for at in range(4)] == [1, 0, None, None]


def test_the_claims_that_rest_on_a_note_are_told() -> None:
    (row,) = note_rows(example_dossier(), ("gazette",))
    assert row.claims == ("closed", "cost")


def test_a_label_in_a_series_is_the_note_a_statement_names() -> None:
    whole = example_dossier()
    gazette = whole.source("gazette")
    assert gazette.document is not None
    notes = (
        *(replace(note, series=2) for note in gazette.document.notes),
        Note("n9", "8", Span(0, 3), series=1),
    )
    changed = replace(gazette, document=replace(gazette.document, notes=notes))
    sources = tuple(changed if s is gazette else s for s in whole.sources)
    rows = note_rows(replace(whole, sources=sources), ("gazette",))
    assert [(row.label, row.claims) for row in rows] == [("1/8", ()), ("2/1", ("closed", "cost"))]


async def test_from_the_sources_to_their_notes_and_along_a_reference() -> None:
    app = board_app(dossier())
    async with running(app, keys=["3", "end", "down", "down", "down", "down", "m"]) as pilot:
        assert isinstance(app.screen, NotesScreen)
        text = screen_text(app)
        assert "Notes · essay" in text
        assert "[1] line 1, behind “Stalin " in text
        assert "→ Feis, The China Tangle (1953), p. 240" in text
        assert "[3] no marker found" in text
        await press(pilot, "greater_than_sign")
        assert "cites      Feis, The China Tangle (1953), p. 242 (by note 1)" in screen_text(app)
        await press(pilot, "escape")
        await settled(pilot)
        assert not isinstance(app.screen, NotesScreen)


async def test_a_source_without_notes_says_so() -> None:
    app = board_app()
    async with running(app, keys=["3", "m"]):
        assert "No note, and no marker of one, was found." in screen_text(app)


@pytest.mark.parametrize("size", [(60, 16), (200, 50)], ids=["tiny", "wide"])
async def test_it_is_drawn_at_any_size_and_shows_nothing_raw(size: tuple[int, int]) -> None:
    whole = dossier()
    entry = whole.source("essay")
    assert entry.document is not None
    trap = Marker("mx", Span(0, 3), "\x1b[31m[b]", MarkerKind.NOTE, MarkerEvidence.PLAIN)
    changed = replace(entry.document, markers=(trap, *entry.document.markers))
    sources = tuple(replace(s, document=changed) if s is entry else s for s in whole.sources)
    app = board_app(replace(whole, sources=sources))
    async with running(app, size, keys=["3", "down", "down", "down", "down", "m"]):
        assert "\x1b" not in screen_text(app)
        assert "[␛[31m[b]]" in screen_text(app)
