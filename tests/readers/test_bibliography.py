"""A user's own bibliography in BibTeX, RIS and CSL-JSON: entries, and what is wrong with others."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import ProvenanceError
from provenance.model.bibliography import Person, Reference
from provenance.readers.bibliography import ReadBibliography, read_bibliography
from provenance.readers.bibliography_bibtex import read_bibtex
from provenance.readers.bibliography_csl import read_csl
from provenance.readers.bibliography_ris import read_ris

BIBTEX = r"""
Anything here is a comment.
@string{hup = "Harvard University Press"}
@book{hasegawa05,
  author = {Hasegawa, Tsuyoshi and {Department of State} and M{\"u}ller, J{\"o}rg and others},
  title = {Racing the {Enemy}: Stalin \& Truman},
  year = 2005, month = jun, publisher = hup # ", Belknap", address = {Cambridge},
}
@incollection{ch, title={A Chapter --- ``so''}, crossref={hasegawa05}, pages={1--9}}
@article{diary, journaltitle={The Journal}, date={1945-06-15}, volume={2}, number={3},
  editor={Charles de Gaulle}, title={Days}, subtitle={Nights}}
"""
RIS = """TY  - CHAP
AU  - Hasegawa, Tsuyoshi
A2  - Editor, Ann
TI  - A title that
  goes on
T2  - The Book
DA  - 1945/06/15
PY  - 1946
SP  - 1
EP  - 9
ID  - h1
ER  -
"""
CSL = json.dumps(
    [
        {
            "id": 7,
            "type": "book",
            "title": "The  War",
            "author": [
                {"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"},
                {"literal": "Department of State"},
            ],
            "issued": {"date-parts": [["1945", 6]]},
        }
    ]
)


def test_bibtex_as_people_write_it() -> None:
    book, chapter, article = read_bibtex(BIBTEX, "x.bib").references
    assert (book.id, book.type, book.title) == (
        "hasegawa05",
        "book",
        "Racing the Enemy: Stalin & Truman",
    )
    assert book.authors == (
        Person("Hasegawa", "Tsuyoshi"),
        Person("Department of State"),
        Person("Müller", "Jörg"),
    )
    assert (book.issued, book.publisher) == ("2005-06", "Harvard University Press, Belknap")
    assert (book.publisher_place, book.place.line) == ("Cambridge", 4)
    assert (chapter.title, chapter.pages) == ("A Chapter — “so”", "1-9")
    assert (chapter.container, chapter.year) == ("Racing the Enemy: Stalin & Truman", "2005")
    assert (article.type, article.container, article.issued) == (
        "article-journal",
        "The Journal",
        "1945-06-15",
    )
    assert (article.title, article.editors) == ("Days: Nights", (Person("de Gaulle", "Charles"),))
    assert (article.volume, article.issue) == ("2", "3")


def test_ris_as_programs_export_it() -> None:
    (chapter,) = read_ris(RIS, "x.ris").references
    assert chapter == Reference(
        "h1",
        "chapter",
        (Person("Hasegawa", "Tsuyoshi"),),
        (Person("Editor", "Ann"),),
        "A title that goes on",
        "1945-06-15",
        "The Book",
        pages="1-9",
        place=chapter.place,
    )


def test_csl_json_as_zotero_exports_it() -> None:
    (book,) = read_csl(CSL, "x.json").references
    assert (book.id, book.title, book.issued) == ("7", "The War", "1945-06")
    assert book.authors == (Person("de Gaulle", "Charles"), Person("Department of State"))


@pytest.mark.parametrize(
    ("text", "entries", "problems"),
    [
        pytest.param(
            "@book{a,\n title={Open\n@book{b, title={B}}",
            ["b"],
            [("bad-bibliography", 1, "cannot be read")],
            id="bibtex: an entry never closed",
        ),
        pytest.param(
            "@book{a, title={A}}\n\n@book{a, title={B}}",
            ["a"],
            [("duplicate-id", 3, "x:1")],
            id="bibtex: a key used twice",
        ),
        pytest.param(
            "@book{a, title={A}, title={B}}",
            ["a"],
            [("bad-bibliography", 1, "“title” twice")],
            id="bibtex: a field given twice",
        ),
        pytest.param(
            "stray\nTY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B\nER  - \nAU  - X\n",
            ["ris-1", "ris-2"],
            [
                ("bad-bibliography", 1, "outside of any record"),
                ("bad-bibliography", 2, "no end"),
                ("bad-bibliography", 7, "outside of any record"),
            ],
            id="ris: lines outside of records, and a record without an end",
        ),
        pytest.param(
            '[{"id": "a", "title": "A"}, 3, {"id": "b"}, {"id": "a", "title": "C"}]',
            ["a"],
            [
                ("bad-bibliography", 0, "item 2 is no object"),
                ("bad-bibliography", 0, "item 3 has neither"),
                ("duplicate-id", 0, "“a”"),
            ],
            id="csl: items that are none",
        ),
    ],
)
def test_a_bad_entry_is_told_with_its_line_and_stops_no_other(
    tmp_path: Path, text: str, entries: list[str], problems: list[tuple[str, int, str]]
) -> None:
    file = tmp_path / "x"
    file.write_text(text, encoding="utf-8")
    found = read_bibliography(file, "x")
    assert [entry.id for entry in found.references] == entries
    told = [(p.slug, p.place.line if p.place else 0, p.message) for p in found.problems]
    assert [(slug, line) for slug, line, _ in told] == [(s, line) for s, line, _ in problems]
    assert all(words in said[2] for said, (_, _, words) in zip(told, problems, strict=True))


@pytest.mark.parametrize(
    ("content", "slug", "words"),
    [
        pytest.param(b"Dear all,\n", "bad-bibliography", "BibTeX, RIS or CSL-JSON", id="a letter"),
        pytest.param(b'[{"id": 1,\n}]', "bad-bibliography", ":2:1", id="broken JSON"),
        pytest.param(b"[" * 100_000, "bad-bibliography", "nested too deep", id="a JSON bomb"),
        pytest.param(b"\x00\x01\x02", "not-text", "zero", id="no text"),
        pytest.param(b"%PDF-1.4\x00", "broken-file", "", id="another format"),
    ],
)
def test_what_cannot_be_read_at_all_says_so(
    tmp_path: Path, content: bytes, slug: str, words: str
) -> None:
    file = tmp_path / "x.bib"
    file.write_bytes(content)
    with pytest.raises(ProvenanceError) as raised:
        read_bibliography(file, "x.bib")
    assert raised.value.problems[0].slug == slug
    assert words in str(raised.value)


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    file = tmp_path / "x.bib"
    file.write_text(RIS, encoding="utf-8")
    assert [entry.id for entry in read_bibliography(file, "x.bib").references] == ["h1"]


def test_an_empty_file_holds_no_entry(tmp_path: Path) -> None:
    file = tmp_path / "x.bib"
    file.write_text(" \n", encoding="utf-8")
    assert read_bibliography(file, "x.bib") == ReadBibliography()


_SIGNS = '@{}"#,=%\\$~ \n[]:'
_WORDS = ("@book{", "title", "author", " and ", "TY  - BOOK\n", "ER  -\n", "AU  - X, Y\n", "1945")
_TRAPS = ('"issued"', '{"date-parts": [[', "{\\'e}", "\\frac", "月")
_PIECES = st.lists(
    st.sampled_from([*_SIGNS, *_WORDS, *_TRAPS]),
    max_size=40,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(text=_PIECES)
def test_nothing_makes_a_reader_fail_but_with_an_error_for_the_user(text: str) -> None:
    for reader in (read_bibtex, read_ris, read_csl):
        with suppress(ProvenanceError):
            assert all(entry.place.path == "x" for entry in reader(text, "x").references)


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, len(BIBTEX) - 1), sign=st.sampled_from(list('@{}",=#\\\x00é')))
def test_a_broken_sign_costs_an_entry_at_most_and_is_never_a_crash(at: int, sign: str) -> None:
    found = read_bibtex(BIBTEX[:at] + sign + BIBTEX[at + 1 :], "x.bib")
    assert len(found.references) + len(found.problems) >= 1


@pytest.mark.parametrize(
    ("read", "text"),
    [
        pytest.param(
            read_bibtex, "@online{a, title={A}, note={A copy.}, urldate={2024-03-05}}", id="bibtex"
        ),
        pytest.param(
            read_ris, "TY  - WEB\nTI  - A\nN1  - A copy.\nY2  - 2024/03/05\nER  - \n", id="ris"
        ),
        pytest.param(
            read_csl,
            '[{"title": "A", "note": "A copy.", "accessed": {"date-parts": [[2024, 3, 5]]}}]',
            id="csl",
        ),
    ],
)
def test_remarks_and_the_day_a_page_was_seen_are_kept(
    read: Callable[[str, str], ReadBibliography], text: str
) -> None:
    (entry,) = read(text, "x").references
    assert (entry.note, entry.accessed) == ("A copy.", "2024-03-05")
