"""XML that means harm, and XML that is merely broken."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from provenance.errors import Place, ProvenanceError
from provenance.readers.tei import read_xml
from tests.readers.files import is_sound, tei_file

PLACE = Place("seeds/a.xml")
_LAUGHS = "".join(
    f'<!ENTITY l{n} "{("&l" + str(n - 1) + ";") * 10 if n else "ha" * 90}">' for n in range(10)
)


@pytest.mark.parametrize(
    ("before", "body"),
    [
        pytest.param(f"<!DOCTYPE TEI [{_LAUGHS}]>", "<p>Begin &l9; end</p>", id="a billion laughs"),
        pytest.param(
            '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
            "<p>Begin &x; end</p>",
            id="a file",
        ),
        pytest.param(
            '<!DOCTYPE TEI SYSTEM "http://localhost:1/x.dtd" [<!ENTITY % p SYSTEM '
            '"http://localhost:1/y"> %p;]>',
            "<p>Begin &z; end</p>",
            id="the network",
        ),
        pytest.param(
            f'<!DOCTYPE TEI [<!ENTITY a "{"x" * 5000}">]>', "<p>Begin " + "&a;" * 5000 + " end</p>",
            id="one long entity many times",
        ),
    ],
)  # fmt: skip
def test_no_entity_grows_or_is_fetched_and_what_is_missing_is_said(before: str, body: str) -> None:
    started = time.process_time()
    reading = read_xml(tei_file(body, before=before), PLACE)
    assert time.process_time() - started < 2
    is_sound(reading)
    assert len(reading.text) < 20_000
    assert reading.text.startswith("Begin")
    assert "root:" not in reading.text
    assert any(
        "not looked up" in gap.reason or "may be missing" in gap.reason for gap in reading.gaps
    )


def test_small_entities_of_the_document_are_characters() -> None:
    before = '<!DOCTYPE TEI [<!ENTITY dash "—"><!ENTITY who "T. V. Soong">]>'
    reading = read_xml(tei_file("<p>&who; &dash; &#233;</p>", before=before), PLACE)
    assert reading.text == "T. V. Soong — é"
    assert reading.gaps == ()


def test_damaged_xml_is_read_as_far_as_it_goes() -> None:
    reading = read_xml(tei_file("<p>One.</p><p>Two</q></p>"), PLACE)
    assert reading.text.startswith("One.\n\nTwo")
    assert "damaged" in reading.gaps[0].reason


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<?xml version='1.0'?>", id="nothing but a declaration"),
        pytest.param(b"<?xml version='1.0'?>\xff\xfe\x00", id="bytes"),
    ],
)
def test_what_is_no_xml_at_all_says_so(content: bytes) -> None:
    with pytest.raises(ProvenanceError) as raised:
        read_xml(content, PLACE)
    assert raised.value.problems[0].slug == "broken-file"


def test_depth_is_bounded() -> None:
    content = tei_file("<hi>" * 5000 + "deep" + "</hi>" * 5000)
    with suppress(ProvenanceError):
        is_sound(read_xml(content, PLACE))


def test_nothing_is_written_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    read_xml(tei_file("<p>x</p>"), PLACE)
    assert list(tmp_path.iterdir()) == []
