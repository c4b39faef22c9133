from __future__ import annotations

import pytest

from provenance.model.dated import TaggedDate
from provenance.model.documents import Document
from provenance.model.spans import Span
from provenance.model.values import DateValue, Day
from provenance.rendering.read_json import dumps, read
from tests.factories import document
from tests.golden_files import assert_golden
from tests.rendering.documents import WORKS, noted_document
from tests.rendering.test_check_json import schema

KEYS = {"path", "sha256", "format", "chars", "layers", "markers", "notes", "works", "dates"}


@pytest.mark.parametrize(
    "read_document",
    [
        pytest.param(noted_document(), id="with notes, layers and pages"),
        pytest.param(document("", "seeds/empty.txt"), id="empty"),
    ],
)
def test_it_keeps_its_schema_and_has_every_key(read_document: Document) -> None:
    told = read(read_document, WORKS)
    schema("read").validate(told)
    assert {"schema", "garbles", *KEYS} <= set(told)


def test_offsets_count_in_the_text() -> None:
    noted = noted_document()
    told = read(noted)
    (note,) = told["notes"]
    assert noted.text[note["start"] : note["end"]] == "Hasegawa, Racing the Enemy, 142."
    assert [noted.text[m["start"] : m["end"]] for m in told["markers"]] == ["1", "2"]
    assert [m["note"] for m in told["markers"]] == ["n1", None]


def test_golden() -> None:
    assert_golden("rendering/read.json", dumps(read(noted_document(), WORKS)))


def test_dates_are_told_with_their_days_and_basis() -> None:
    text = "He left on 3 July, not on June 15."
    known = DateValue("1945-07-03", Day(1945, 7, 3), Day(1945, 7, 3))
    unknown = DateValue("XXXX-06-15", None, None)
    dates = (
        TaggedDate(Span(11, 17), known, "year from the document's date"),
        TaggedDate(Span(26, 33), unknown, "the year is not known"),
    )
    told = read(document(text, "seeds/a.txt"), dates=dates)
    schema("read").validate(told)
    first, second = told["dates"]
    assert first == {
        "start": 11,
        "end": 17,
        "text": "3 July",
        "edtf": "1945-07-03",
        "earliest": "1945-07-03",
        "latest": "1945-07-03",
        "basis": "year from the document's date",
    }
    assert (second["text"], second["earliest"], second["latest"]) == ("June 15", None, None)
