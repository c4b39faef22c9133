"""Web pages: which links are notes, and what is text."""

from __future__ import annotations

import time

import pytest

from provenance.errors import Place
from provenance.readers.html import read_html
from provenance.readers.weaver import Reading
from tests.readers.files import Pair, is_sound, pairs

PLACE = Place("seeds/a.html")


def read(body: str, head: str = "") -> Reading:
    reading = read_html(
        f"<!doctype html><html lang='de'>{head}<body>{body}</body></html>".encode(), PLACE
    )
    is_sound(reading)
    return reading


_LIST = '<ol class="footnotes"><li id="fn1"><p>Frank. <a href="#r1">↩</a></p></li></ol>'


@pytest.mark.parametrize(
    ("body", "text", "found"),
    [
        pytest.param(
            f'<p>On June 15<a id="r1" href="#fn1"><sup>1</sup></a> they met.</p>{_LIST}',
            "On June 15 they met.\n\nFrank.",
            [("On June 15", "1", "Frank.", 1)],
            id="a list with links back",
        ),
        pytest.param(
            '<p>A<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1'
            '</sup></a>.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" '
            'name="sdfootnote1sym" '
            'href="#sdfootnote1anc">1</a>Frank.</p><p>And more.</p></div>',
            "A.\n\nFrank.\n\nAnd more.",
            [("A", "1", "Frank.\n\nAnd more.", 1)],
            id="as LibreOffice saves a page",
        ),
        pytest.param(
            '<p>A<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1"><span '
            "class=MsoFootnoteReference>[1]</span></a>.</p><div style='mso-element:footnote' "
            'id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">'
            "<span>[1]</span></a> Frank.</p></div>",
            "A.\n\nFrank.",
            [("A", "1", "Frank.", 1)],
            id="as Word saves a page",
        ),
        pytest.param(
            '<p>A<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>, B'
            '<sup id="cite_ref-x_2-0" class="reference"><a href="#cite_note-x-2">[2]</a></sup>, '
            "C<sup "
            'id="cite_ref-x_2-1" class="reference"><a '
            'href="https://en.wikipedia.org/wiki/Y#cite_note-x-2">[2]</a></sup>.'
            '<span class="mw-editsection">[edit]</span></p><ol class="references">'
            '<li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b>'
            '</span> <span class="reference-text">Frank.</span></li><li id="cite_note-x-2">'
            '<span class="mw-cite-backlink">^ <a href="#cite_ref-x_2-0"><sup><i><b>a</b></i></sup>'
            '</a> <a href="#cite_ref-x_2-1"><sup><i><b>b</b></i></sup></a></span> '
            '<span class="reference-text">Feis.</span></li></ol>',
            "A, B, C.\n\nFrank.\n\nFeis.",
            [("A", "1", "Frank.", 1), ("A, B", "2", "Feis.", 1), ("A, B, C", "2", "Feis.", 1)],
            id="as Wikipedia has it, a note marked twice",
        ),
        pytest.param(
            '<p>A<sup class="reference" id="cite_ref-n_1"><a href="#cite_note-n-1">[a]</a></sup>.'
            '</p><ol><li id="cite_note-n-1">Note<sup class="reference" id="cite_ref-2">'
            '<a href="#cite_note-2">[1]</a></sup>.</li></ol>'
            '<ol><li id="cite_note-2">Frank.</li></ol>',
            "A.\n\nNote.\n\nFrank.",
            [("A", "a", "Note.", 1), ("A.\n\nNote", "1", "Frank.", 2)],
            id="a note within a note, in two lists",
        ),
        pytest.param(
            '<p>A<a href="#n1" id="b1">*</a> and B<a href="#n2" id="b2">†</a>.</p>'
            '<p class="n"><a id="n1" href="#b1">*</a> One.</p><p class="n">Goes on.</p>'
            '<p class="n"><a id="n2" href="#b2">†</a> Two.</p><p>The text goes on.</p>',
            "A and B.\n\nOne.\n\nGoes on.\n\nTwo.\n\nThe text goes on.",
            [("A", "*", "One.\n\nGoes on.", 1), ("A and B", "†", "Two.", 1)],
            id="by hand, signs for labels",
        ),
        pytest.param(
            '<table><tr><td>a</td><td>b<a href="#fn1" id="r1">1</a></td></tr></table>' + _LIST,
            "a\tb\n\nFrank.",
            [("a\tb", "1", "Frank.", 1)],
            id="in a table",
        ),
        pytest.param(
            f'<h2>Title<a href="#fn1" id="r1"><sup>1</sup></a></h2><p>Text.</p>{_LIST}',
            "Title\n\nText.\n\nFrank.",
            [("Title", "1", "Frank.", 1)],
            id="in a heading",
        ),
        pytest.param(
            '<p>See <a href="#two">2</a> and <a href="http://x.org/#fn1">site</a>.</p>'
            '<h2 id="two">2 Second part</h2>',
            "See 2 and site.\n\n2 Second part",
            [],
            id="a link to a chapter is no note",
        ),
        pytest.param(
            '<p>A<a href="#gone" role="doc-noteref">3</a>.</p>',
            "A.",
            [("A", "3", "", 0)],
            id="a marker whose note is gone stays a marker",
        ),
        pytest.param(
            '<p dir="rtl">طهران<a href="#fn1" id="r1"><sup>1</sup></a></p><ol><li id="fn1">'
            'ראה פרנק <a href="#r1">↩</a></li></ol>',
            "طهران\n\nראה פרנק",
            [("طهران", "1", "ראה פרנק", 1)],
            id="from right to left",
        ),
        pytest.param(
            "<p>10<sup>2</sup> H<sub>2</sub>O 5<sup>th</sup> <q>so <q>it</q></q><br>x</p>"
            "<pre>a\n  b</pre><script>no()</script><nav>Menu</nav><p hidden>no</p>",
            "10² H₂O 5th “so ‘it’”\nx\n\na\n  b",
            [],
            id="raised figures, quotations, code, and what is not shown",
        ),
    ],
)
def test_text_and_notes(body: str, text: str, found: list[Pair]) -> None:
    reading = read(body)
    assert reading.text == text
    assert pairs(reading) == found


def test_chapters_with_lists_of_their_own_are_series_of_their_own() -> None:
    chapter = (
        '<h1>{0}</h1><p>Text<a id="r{0}" href="#n{0}"><sup>1</sup></a>.</p>'
        '<ol><li id="n{0}">Note {0}. <a href="#r{0}">↩</a></li></ol>'
    )
    reading = read(chapter.format("A") + chapter.format("B"))
    assert [(label, body, series) for _, label, body, series in pairs(reading)] == [
        ("1", "Note A.", 1),
        ("1", "Note B.", 2),
    ]


def test_a_body_nothing_leads_to_is_a_note_without_a_marker() -> None:
    reading = read('<p>Text.</p><aside role="doc-footnote" id="x">1. Lost.</aside>')
    assert [(note.label, note.marker) for note in reading.notes] == [("1", None)]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param("<meta charset=utf-8><p>Où</p>".encode(), "utf-8", id="declared UTF-8"),
        pytest.param("<p>Où</p>".encode(), "utf-8", id="undeclared UTF-8"),
        pytest.param(
            "<meta charset='iso-8859-1'><p>Où</p>".encode("cp1252"), "cp1252", id="Latin-1"
        ),
        pytest.param(
            "<meta charset=koi8-r><p>Оù</p>".encode("koi8-r", "ignore"), "koi8-r", id="KOI8"
        ),
        pytest.param("\ufeff<p>Où</p>".encode("utf-16-le"), "utf-16-le", id="UTF-16"),
    ],
)
def test_the_declared_encoding_counts(content: bytes, encoding: str) -> None:
    reading = read_html(b"<html>" * (encoding != "utf-16-le") + content, PLACE)
    assert reading.encoding == encoding
    assert reading.text in {"Où", "О"}


def test_well_formed_xhtml_keeps_empty_anchors_empty() -> None:
    content = (
        b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        b'lang="en-US"><body><h1><a id="x"/>One</h1><p>Two&nbsp;3 &mdash; four</p></body></html>'
    )
    reading = read_html(content, PLACE)
    assert reading.text == "One\n\nTwo\u00a03 — four"
    assert reading.language == "en-US"
    assert reading.gaps == ()


def test_five_thousand_notes_take_bounded_time() -> None:
    text = "".join(
        f'<p>W{n}<a id="r{n}" href="#n{n}"><sup>{n}</sup></a></p>' for n in range(1, 5001)
    )
    notes = "".join(f'<li id="n{n}">Note {n}. <a href="#r{n}">↩</a></li>' for n in range(1, 5001))
    before = time.process_time()
    reading = read(f"{text}<ol>{notes}</ol>")
    assert time.process_time() - before < 6
    assert pairs(reading)[-1][1:] == ("5000", "Note 5000.", 1)


def test_a_page_nested_beyond_measure_is_read_as_far_as_it_goes_and_it_is_said() -> None:
    reading = read("<p>Before.</p>" + "<div>" * 3000 + "deep")
    assert reading.text == "Before."
    assert "not read to its end" in reading.gaps[0].reason
