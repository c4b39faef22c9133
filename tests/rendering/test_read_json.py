from __future__ import annotations

import pytest

from provenance.model.dossier import FileReading
from provenance.rendering.read_json import dumps, read
from tests.factories import document
from tests.golden_files import assert_golden
from tests.rendering.documents import noted_document, reading
from tests.rendering.test_check_json import schema

KEYS = {"path", "sha256", "format", "chars", "layers", "markers", "notes", "works", "dates"}


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(reading(), id="with notes, layers and pages"),
        pytest.param(FileReading(document("", "seeds/empty.txt")), id="empty"),
    ],
)
def test_it_keeps_its_schema_and_has_every_key(seen: FileReading) -> None:
    told = read(seen)
    schema("read").validate(told)
    assert {"schema", "garbles", *KEYS} <= set(told)


def test_offsets_count_in_the_text() -> None:
    noted = noted_document()
    told = read(FileReading(noted))
    (note,) = told["notes"]
    assert noted.text[note["start"] : note["end"]] == "Hasegawa, Racing the Enemy, 142."
    assert [noted.text[m["start"] : m["end"]] for m in told["markers"]] == ["Soong", "1", "2"]
    assert [m["note"] for m in told["markers"]] == [None, "n1", None]


def test_golden() -> None:
    assert_golden("rendering/read.json", dumps(read(reading())))
