"""Every marker and every note of the development data, where it is at hand."""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from provenance.model.documents import Document
from provenance.readers.read import read

SHARED = Path(__file__).parents[3] / "shared" / "data"
NOTES = SHARED / "notes"
_READ_ELSEWHERE = (".md", ".rst")
"""Markdown's notes are found in its text, not by a reader; reStructuredText is not promised."""

needs_shared = pytest.mark.skipif(not NOTES.is_dir(), reason="the development data is not here")


def letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def gold() -> list[Any]:
    found = []
    for folder in ("formats14", "pandoc_fixtures"):
        listing = NOTES / folder / "gold.jsonl"
        if not listing.is_file():
            continue
        for line in listing.read_text("utf-8").splitlines():
            case = json.loads(line)
            if not case["path"].endswith(_READ_ELSEWHERE):
                found.append(pytest.param(folder, case, id=case["path"]))
    return found or [pytest.param("", {}, id="no data")]


@needs_shared
@pytest.mark.parametrize(("folder", "case"), gold())
def test_every_marker_stands_in_its_place_and_leads_to_its_note(
    folder: str, case: dict[str, Any]
) -> None:
    document = read(NOTES / folder / case["path"], case["path"])
    bodies = {note.id: letters(note.span.of(document.text)) for note in document.notes}
    wanted = {note["label"]: letters(note["text"]) for note in case["notes"]}
    found = [
        (letters(_before(document, marker.span.start))[-12:], bodies.get(marker.note or ""))
        for marker in document.markers
    ]
    expected = [
        (letters(marker["before"])[-12:], wanted[marker["note"]]) for marker in case["markers"]
    ]
    if case["path"].endswith(".tex"):
        # An accent that the source lacks, a blank for an index: letters decide, not their number.
        assert [body for _, body in found] == [body for _, body in expected]
    else:
        assert found == expected
    shown = [{marker["label"], *marker.get("also", ())} for marker in case["markers"]]
    assert all(m.label in labels for m, labels in zip(document.markers, shown, strict=True))


def _before(document: Document, place: int) -> str:
    return document.text[max(0, place - 200) : place]


@needs_shared
@pytest.mark.parametrize(
    "name",
    [
        "foundation-of-frus.xml",
        "frus-history-chapter-2.xml",
        "frus-history-chapter-4.xml",
        "frus-history-chapter-8.xml",
    ],
)
def test_every_note_of_a_real_chapter_is_read(name: str) -> None:
    path = SHARED / "real" / name
    if not path.is_file():
        pytest.skip("the development data is not here")
    before = time.process_time()
    document = read(path, name)
    assert time.process_time() - before < 3
    root = etree.parse(str(path)).getroot()
    text = next(root.iter("{*}text"))
    notes = list(text.iter("{*}note"))
    assert [note.label for note in document.notes] == [note.get("n") for note in notes]
    assert [letters(note.span.of(document.text)) for note in document.notes] == [
        letters("".join(str(piece) for piece in note.itertext())) for note in notes
    ]
    assert [marker.note for marker in document.markers] == [note.id for note in document.notes]
    places = [letters(_before(document, marker.span.start))[-20:] for marker in document.markers]
    assert places == [_words_before(note)[-20:] for note in notes]


def _words_before(note: Any) -> str:
    """The letters of the paragraph before a note, without those of other notes."""
    paragraph = next(note.iterancestors("{*}p", "{*}item", "{*}head", "{*}quote"))
    words = ""
    for event, element in etree.iterwalk(paragraph, events=("start", "end")):
        inside = element.tag.endswith("}note") or any(
            True for _ in element.iterancestors("{*}note")
        )
        if element is note:
            break
        if event == "start" and not inside:
            words += element.text or ""
        elif event == "end" and (element.tag.endswith("}note") or not inside):
            own = not any(True for _ in element.iterancestors("{*}note"))
            words += (element.tail or "") if own and element is not paragraph else ""
    return letters(words)
