"""ZIP files that mean harm."""

from __future__ import annotations

import struct

import pytest

from provenance.errors import Place, ProvenanceError
from provenance.readers.archive import MOST_ENTRIES, open_archive
from provenance.readers.docx import read_docx
from tests.readers.files import zipped

PLACE = Place("seeds/a.docx")


def slug_of(content: bytes) -> str:
    with pytest.raises(ProvenanceError) as raised:
        open_archive(content, PLACE)
    return raised.value.problems[0].slug


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("../../evil.xml", id="up"),
        pytest.param("word/../../evil.xml", id="up from within"),
        pytest.param("/etc/evil", id="from the root"),
        pytest.param("C:\\evil", id="on a drive"),
        pytest.param("..\\evil", id="up with backslashes"),
    ],
)
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    assert slug_of(zipped({"word/document.xml": "<x/>", name: "x"})) == "archive-bomb"


def test_a_name_with_dots_in_it_is_none_of_these() -> None:
    assert "word/a..b.xml" in open_archive(zipped({"word/a..b.xml": "x"}), PLACE)


def test_an_entry_without_a_name_is_passed_over() -> None:
    damaged = bytearray(zipped({"word/a.xml": "x", "?": "y"}))
    place = damaged.rindex(b"PK\x01\x02")
    damaged[place + 46] = 0
    assert open_archive(bytes(damaged), PLACE).names == ("word/a.xml",)


def test_a_part_that_grows_beyond_measure_is_refused() -> None:
    assert slug_of(zipped({"word/document.xml": b"0" * 20_000_000})) == "archive-bomb"


def test_more_parts_than_any_document_has_are_refused() -> None:
    assert slug_of(zipped({f"p{n}": b"" for n in range(MOST_ENTRIES + 1)})) == "archive-bomb"


def test_a_part_larger_than_it_says_is_not_read_to_its_end() -> None:
    content = bytearray(zipped({"word/document.xml": b"<w/>" + b" " * 100_000}))
    where = content.index(b"PK\x01\x02")
    content[where + 24 : where + 28] = struct.pack("<I", 10)
    with pytest.raises(ProvenanceError) as raised:
        read_docx(bytes(content), PLACE)
    assert raised.value.problems[0].slug in {"archive-bomb", "broken-file"}


def test_a_part_that_asks_for_a_password_says_so() -> None:
    content = bytearray(zipped({"word/document.xml": b"<w/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    with pytest.raises(ProvenanceError) as raised:
        read_docx(bytes(content), PLACE)
    assert raised.value.problems[0].slug == "encrypted"


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_file_cut_off_says_it_is_damaged(kept: float) -> None:
    content = zipped({"word/document.xml": b"<w/>" * 500, "word/b.xml": b"x"})
    assert slug_of(content[: int(len(content) * kept)]) == "broken-file"
