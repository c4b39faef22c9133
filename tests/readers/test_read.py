"""A text file as it was read: what stands in it, and what could not be read."""

from __future__ import annotations

import os
import time
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import Problem, ProvenanceError
from provenance.readers import read as reading
from provenance.readers.plain_text import read_text
from provenance.readers.read import read
from provenance.readers.recognise import recognise
from tests.workspace.golden import assert_golden


def stored(folder: Path, content: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        pytest.param(b"plain", "plain", "utf-8", id="ASCII"),
        pytest.param("Où 😀".encode(), "Où 😀", "utf-8", id="UTF-8"),
        pytest.param(b"\xef\xbb\xbfa\r\nb", "a\nb", "utf-8", id="BOM and CRLF"),
        pytest.param(b"a\r\n\r\nb\rc\nd", "a\n\nb\nc\nd", "utf-8", id="every line end"),
        pytest.param("\ufeffOù\r\n".encode("utf-16-le"), "Où\n", "utf-16-le", id="UTF-16"),
        pytest.param("\ufeffOù".encode("utf-16-be"), "Où", "utf-16-be", id="UTF-16, big end first"),
        pytest.param("\ufeffOù".encode("utf-32-le"), "Où", "utf-32-le", id="UTF-32"),
        pytest.param("“Où”".encode("cp1252"), "“Où”", "windows-1252", id="Windows-1252"),
        pytest.param("蒋介石 אבא".encode(), "蒋介石 אבא", "utf-8", id="Chinese and Hebrew"),
        pytest.param(b"a\x1b[2Jb\x0c", "a\x1b[2Jb\x0c", "utf-8", id="control characters stay"),
    ],
)
def test_text_is_decoded_and_its_line_ends_made_one(
    content: bytes, text: str, encoding: str, tmp_path: Path
) -> None:
    document = read(stored(tmp_path, content), "seeds/a.txt")
    assert (document.text, document.encoding, document.gaps) == (text, encoding, ())
    assert document.sha256 == sha256(content).hexdigest()
    assert (document.path, document.format) == ("seeds/a.txt", "txt")


@settings(max_examples=80, deadline=None)
@given(
    lines=st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00")), min_size=1
    ),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_offsets_do_not_depend_on_how_a_text_was_saved(
    lines: list[str], line_end: str, encoding: str
) -> None:
    text = "a" + "\n".join(lines)
    decoded = read_text(text.replace("\n", line_end).encode(encoding))
    assert decoded.text == text
    assert decoded.gaps == ()


@pytest.mark.parametrize(
    ("case", "content"),
    [
        pytest.param(
            "gap-utf8",
            "Où?\r\nOù \xff?\r\nOù?".encode().replace(b"\xc3\xbf", b"\xff"),
            id="one bad byte in UTF-8",
        ),
        pytest.param(
            "gap-cp1252", b"caf\xe9\ncaf\xe9 \x81 and \x9d", id="bytes Windows-1252 lacks"
        ),
        pytest.param(
            "gap-utf16", "\ufeffOù".encode("utf-16-le") + b"\x00\xd8a\x00", id="half a pair"
        ),
        pytest.param("gap-empty", b"", id="empty file"),
        pytest.param("gap-blank", b"\xef\xbb\xbf \r\n", id="nothing but white space"),
    ],
)
def test_what_could_not_be_read_is_a_gap(case: str, content: bytes, tmp_path: Path) -> None:
    document = read(stored(tmp_path, content), "seeds/a.txt")
    gaps = [
        Problem("gap", f"{gap.where}: {gap.reason}".removeprefix(": ")) for gap in document.gaps
    ]
    assert_golden(case, [Problem("text", repr(document.text)), *gaps])


def _zip(inside: bytes) -> bytes:
    return b"PK\x03\x04\x14\x00\x00\x00\x00\x00" + b"\x00" * 20 + inside


_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "name", "format"),
    [
        pytest.param(b"%PDF-1.7\n", "a.txt", "pdf", id="PDF by another name"),
        pytest.param(_zip(b"word/document.xml"), "a.docx", "docx", id="Word"),
        pytest.param(_zip(b"mimetypeapplication/epub+zip"), "a.zip", "epub", id="EPUB"),
        pytest.param(
            _zip(b"mimetypeapplication/vnd.oasis.opendocument.text"), "a", "odt", id="ODT"
        ),
        pytest.param(_zip(b"photos/1.jpg"), "a.docx", "zip", id="another ZIP"),
        pytest.param(b"{\\rtf1 text}", "a.txt", "rtf", id="RTF"),
        pytest.param(b"\xff\xd8\xff\xe0", "a.txt", "image", id="JPEG"),
        pytest.param(b"ab\x00\x01\x02cd", "a.txt", "binary", id="zero bytes"),
        pytest.param("Plain text".encode("utf-16-le"), "a.txt", "utf-16", id="UTF-16, no mark"),
        pytest.param(b"<?xml version='1.0'?>\n<TEI/>", "a.txt", "xml", id="XML by another name"),
        pytest.param(b"\xef\xbb\xbf<!doctype HTML>", "a.md", "html", id="HTML by another name"),
        pytest.param(b"<?xml version='1.0'?><!-- x --><html>", "a.xml", "html", id="XHTML"),
        pytest.param(b"<div>x</div>\n\n# T", "a.md", "md", id="Markdown that begins with a tag"),
        pytest.param(b"# Title", "a.markdown", "md", id="Markdown"),
        pytest.param(b"# Title", "a.MD", "md", id="Markdown in capitals"),
        pytest.param(b"\\section{x}", "a.tex", "tex", id="TeX"),
        pytest.param(b"% x\n\\documentclass{book}", "a.txt", "tex", id="TeX by another name"),
        pytest.param(b"Use\n\\documentclass{x}", "a.txt", "txt", id="text that tells of TeX"),
        pytest.param(b"<TEI xmlns='x'/>", "a.txt", "xml", id="TEI by another name"),
        pytest.param(b"Mail\n\x00%PDF-1.4", "a.pdf", "pdf", id="PDF behind other bytes"),
        pytest.param(b"<office:document/>", "a.fodt", "xml", id="flat OpenDocument"),
        pytest.param(b"a,b\n", "a.csv", "txt", id="any other text"),
        pytest.param(b"words", "README", "txt", id="no ending"),
        pytest.param("\ufeff<html>".encode("utf-16-le"), "a.txt", "html", id="HTML in UTF-16"),
    ],
)
def test_content_says_what_a_file_is_and_its_name_comes_second(
    content: bytes, name: str, format: str
) -> None:
    assert recognise(content, name).format == format


@pytest.mark.parametrize(
    ("case", "content", "name"),
    [
        pytest.param("broken-pdf", b"%PDF-1.7\n", "a.txt", id="PDF cut off"),
        pytest.param("broken-word", _zip(b"word/document.xml"), "a.docx", id="Word cut off"),
        pytest.param("locked-word", _LOCKED, "a.docx", id="Word with a password"),
        pytest.param("not-text-binary", b"ab\x00\x01\x02cd", "a.txt", id="zero bytes"),
        pytest.param("not-text-utf16", "Plain".encode("utf-16-le"), "a.txt", id="UTF-16, no mark"),
        pytest.param("format-unread", b"{\\rtf1 text}", "a.txt", id="RTF"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_it_seems_to_be(
    case: str, content: bytes, name: str, tmp_path: Path
) -> None:
    with pytest.raises(ProvenanceError) as raised:
        read(stored(tmp_path, content, name), f"seeds/{name}")
    assert_golden(case, raised.value.problems)


@pytest.mark.parametrize(
    ("content", "name", "remark"),
    [
        pytest.param(b"<html><p>Words.</p></html>", "a.docx", "HTML", id="a page called Word"),
        pytest.param(b"Words.", "a.pdf", "plain text", id="text called PDF"),
        pytest.param(b"<html><p>Words.</p></html>", "a.htm", "", id="a page called a page"),
        pytest.param(b"Words.", "a.csv", "", id="a name that promises nothing"),
    ],
)
def test_content_that_the_name_does_not_promise_is_said(
    content: bytes, name: str, remark: str, tmp_path: Path
) -> None:
    document = read(stored(tmp_path, content, name), name)
    assert document.text.strip() == "Words."
    assert document.gaps == ()
    assert [remark in said for said in document.remarks] == [True] * bool(remark)


def test_a_missing_file_a_folder_and_a_pipe_are_told_apart(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    problems: list[Problem] = []
    for name in ("missing.txt", ".", "pipe"):
        with pytest.raises(ProvenanceError) as raised:
            read(tmp_path / name, name)
        problems += raised.value.problems
    assert_golden("not-a-file", problems)


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = stored(tmp_path, b"x")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        with pytest.raises(ProvenanceError) as raised:
            read(path, "seeds/a.txt")
    assert_golden("unreadable", raised.value.problems)


def test_a_file_beyond_the_limit_is_not_even_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(3 * reading.MOST_BYTES)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", lambda *_: pytest.fail("opened"))
        with pytest.raises(ProvenanceError) as raised:
            read(path, "seeds/huge.txt")
    assert_golden("too-large-text", raised.value.problems)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("It was told to Chiang, où?\r\n".encode(), id="UTF-8"),
        pytest.param("It was told to Chiang, où?\r\n".encode("cp1252"), id="Windows-1252"),
    ],
)
def test_thirty_megabytes_are_read_in_bounded_time(line: bytes, tmp_path: Path) -> None:
    content = line * (30_000_000 // len(line))
    path = stored(tmp_path, content)
    before = time.process_time()
    document = read(path, "seeds/a.txt")
    assert time.process_time() - before < 5
    assert document.text.count("\n") == content.count(b"\n")
    assert document.gaps == ()
    assert document.line_of(len(document.text) - 1) == content.count(b"\n")
