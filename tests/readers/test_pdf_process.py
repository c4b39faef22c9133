"""PDFs that ask for more than any text needs are left out, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance.errors import Place, ProvenanceError
from provenance.readers import pdf_process
from provenance.readers.pdf import read_pdf
from provenance.readers.weaver import Reading

PLACE = Place("seeds/a.pdf")
DEPTH, WIDTH = 12, 10
"""Forms within forms, each drawn ten times by the one around it: 10 ** 12 words on one page."""


def pdf_of(*pages: str) -> bytes:
    """A file with one form to each page: the words given, or for `!` a bomb."""
    objects = {1: "<< /Type /Catalog /Pages 2 0 R >>"}
    kids = " ".join(f"{10 + at} 0 R" for at in range(len(pages)))
    objects[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"
    objects[3] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    for at, words in enumerate(pages):
        drawn = f"BT /F 12 Tf 72 700 Td ({words}) Tj ET" if words != "!" else "/X Do"
        objects[10 + at] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
            f"/Contents {100 + at} 0 R /Resources {_used(1000)} >>"
        )
        objects[100 + at] = _stream("", drawn)
    for level in range(DEPTH):
        is_last = level == DEPTH - 1
        drawn = "BT /F 12 Tf (Boom) Tj ET " if is_last else "/X Do "
        form = f"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources {_used(1001 + level)}"
        objects[1000 + level] = _stream(form, drawn * WIDTH)
    bodies = "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in objects.items())
    return f"%PDF-1.4\n{bodies}trailer << /Root 1 0 R >>\n%%EOF\n".encode()


def _used(form: int) -> str:
    return f"<< /Font << /F 3 0 R >> /XObject << /X {form} 0 R >> >>"


def _stream(said: str, drawn: str) -> str:
    return f"<< {said} /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"


def places(reading: Reading) -> list[str]:
    return [gap.where for gap in reading.gaps]


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "SECONDS_A_PAGE", 4.0)


@pytest.mark.usefixtures("hurried")
def test_a_page_without_end_is_left_out_and_the_others_are_read() -> None:
    reading = read_pdf(pdf_of("The first page.", "!", "The third page."), PLACE)
    assert reading.text == "The first page. The third page."
    assert places(reading) == ["page 2"]
    assert "more time or memory" in reading.gaps[0].reason
    assert [page.label for page in reading.pages][-1] == "3"


def test_a_document_of_nothing_else_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "SECONDS_A_PAGE", 0.5)
    reading = read_pdf(pdf_of("!", "!", "!", "!", "The fifth page."), PLACE)
    assert reading.text.strip() == ""
    assert places(reading) == ["page 1", "page 2", "page 3", "page 4", "page 5"]


def test_a_document_that_never_opens_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "SECONDS_A_PAGE", 0.0)
    with pytest.raises(ProvenanceError, match="more time or memory"):
        read_pdf(pdf_of("A page."), PLACE)


def test_a_process_that_was_ended_is_started_again() -> None:
    assert read_pdf(pdf_of("Before."), PLACE).text == "Before."
    child = pdf_process._children._child
    assert child is not None
    child._process.kill()
    child._process.wait()
    assert read_pdf(pdf_of("Behind."), PLACE).text == "Behind."


def test_nothing_is_imported_from_where_the_reader_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise SystemExit(1)", encoding="utf-8")
    pdf_process._children.end()
    monkeypatch.chdir(tmp_path)
    assert read_pdf(pdf_of("A page."), PLACE).text == "A page."


def test_a_mistake_of_ours_is_not_taken_for_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf_process._children.end()
    with pytest.raises(TypeError):
        pdf_process.look_at(None)  # type: ignore[arg-type]
    assert read_pdf(pdf_of("A page."), PLACE).text == "A page."
