"""Whatever is done to a file's bytes, it is read in part, or it is said why not. Nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.errors import ProvenanceError
from provenance.readers.read import READABLE, read_content
from provenance.readers.recognise import recognise
from tests.readers.files import (
    docx_file,
    epub_file,
    is_sound,
    odt_file,
    odt_note,
    tei_file,
    word_paragraph,
    word_reference,
    word_run,
    zipped,
)
from tests.readers.pdf_files import paragraph, pdf_file

_NOTE = {1: word_paragraph(word_run("Frank.")), 2: word_paragraph(word_run("Feis."))}
_WEB = (
    '<p>A<a id="r1" href="#n1"><sup>1</sup></a> B<sup>2</sup></p><table><tr><td>c</td></tr></table>'
    '<ol><li id="n1">Frank. <a href="#r1">x</a></li></ol>'
)
_TEX = (
    "\\documentclass{book}\\newcommand{\\x}[1]{a #1}\\begin{document}\\chapter{A\\footnote{n}} "
    "\\x{b} "
    "``c'' \\footnotemark\\footnotetext[3]{d} $e^{2}$ \\begin{tabular}{l}f & g\\\\\\end{tabular} "
    "% h\n\\verb|i| \\'e \\enquote{j}\\end{document}"
)
FILES: dict[str, bytes] = {
    "a.docx": docx_file(
        word_paragraph(word_run("A"), word_reference(1), word_run("B"), word_reference(2)),
        footnotes=_NOTE,
        endnotes=_NOTE,
    ),
    "a.odt": odt_file(
        f"<text:p>A{odt_note('1', 'Frank.')} B{odt_note('i', 'x', 'endnote')}</text:p>"
    ),
    "a.epub": epub_file({"a.xhtml": _WEB, "b.xhtml": _WEB}),
    "a.html": f"<html><head><meta charset=utf-8></head><body>{_WEB}</body></html>".encode(),
    "a.xml": tei_file(
        '<pb n="1"/><p>A<note n="1">Frank <q>b</q>.</note></p><note xml:id="x">y</note>'
    ),
    "a.tex": _TEX.encode(),
    "a.pdf": pdf_file(
        [
            paragraph("The army was ready.^1^ So were they.^2^ " * 5)
            + paragraph("^1^ Frank.", y=120, size=9)
            + paragraph("^2^ Feis.", y=100, size=9)
        ]
        * 2
    ),
}
_QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
_FLIPS = st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), min_size=1, max_size=12)
_CUTS = st.tuples(st.floats(0, 1), st.floats(0, 1))


def reads_or_says_why(content: bytes, name: str) -> None:
    kind = recognise(content, name)
    if kind.format not in READABLE:
        return
    try:
        reading = read_content(content, kind, name)
    except ProvenanceError as error:
        slugs = {problem.slug for problem in error.problems}
    else:
        slugs = set()
    assert slugs <= {"broken-file", "encrypted", "archive-bomb"}
    if not slugs and kind.format not in {"txt", "md"}:
        is_sound(reading)


def flipped(content: bytes, flips: list[tuple[float, int]]) -> bytes:
    changed = bytearray(content)
    for place, value in flips:
        changed[int(place * len(changed))] = value
    return bytes(changed)


def within_parts(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """An archive whose parts are changed before they are packed, so that they still unpack."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return zipped({name: change(archive.read(name)) for name in archive.namelist()})


@pytest.mark.parametrize("name", sorted(FILES))
@_QUICK
@given(flips=_FLIPS)
def test_flipped_bytes(name: str, flips: list[tuple[float, int]]) -> None:
    reads_or_says_why(flipped(FILES[name], flips), name)


@pytest.mark.parametrize("name", sorted(FILES))
@_QUICK
@given(cut=_CUTS)
def test_a_stretch_cut_out(name: str, cut: tuple[float, float]) -> None:
    content = FILES[name]
    first, last = sorted(int(share * len(content)) for share in cut)
    reads_or_says_why(content[:first] + content[last:], name)
    reads_or_says_why(content[:first], name)


@pytest.mark.parametrize("name", ["a.docx", "a.epub", "a.odt"])
@_QUICK
@given(flips=_FLIPS)
def test_flipped_bytes_within_an_archive(name: str, flips: list[tuple[float, int]]) -> None:
    reads_or_says_why(within_parts(FILES[name], lambda part: flipped(part, flips)), name)


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_files_themselves_are_read_without_a_gap(name: str) -> None:
    reading = read_content(FILES[name], recognise(FILES[name], name), name)
    is_sound(reading)
    assert reading.notes
    assert reading.gaps == ()


@_QUICK
@given(
    st.recursive(
        st.sampled_from(
            ["words ", "\\footnote", "\\section", "[x]", "$y$", "%z\n", "&", "\\\\", "\\'"]
        ),
        lambda inner: st.lists(inner, max_size=4).map(lambda pieces: "{" + "".join(pieces) + "}"),
        max_leaves=25,
    )
)
def test_tex_of_any_shape(source: str) -> None:
    reads_or_says_why(f"\\documentclass{{book}}\\begin{{document}}x{source}".encode(), "a.tex")


_TAGS = st.sampled_from(
    ["p", "a href='#n'", "li id='n'", "sup", "ol", "table", "td", "note", "pre"]
)


@_QUICK
@given(
    st.recursive(
        st.sampled_from(["1", "words ", "[2]", "&amp;", "<br/>"]),
        lambda inner: st.tuples(_TAGS, st.lists(inner, max_size=4)).map(
            lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0].split()[0]}>"
        ),
        max_leaves=25,
    )
)
def test_markup_of_any_shape(body: str) -> None:
    reads_or_says_why(f"<html><body>x{body}</body></html>".encode(), "a.html")
    reads_or_says_why(tei_file(f"x{body}"), "a.xml")
    reads_or_says_why(epub_file({"a.xhtml": f"x{body}"}), "a.epub")
