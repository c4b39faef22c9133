"""The bibliography exported, and read back by our own readers of the same forms."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.bibliography import ListedWork, Person, Reference, Spelling
from provenance.model.notes import WorkKind
from provenance.readers.bibliography_bibtex import read_bibtex
from provenance.readers.bibliography_csl import read_csl
from provenance.rendering import works_bibtex, works_csl, works_text
from tests.golden_files import assert_golden


def listed(
    title: str = "Racing the Enemy",
    author: tuple[str, ...] = ("Hasegawa",),
    *,
    key: str = "hasegawa-racing-enemy",
    year: str = "2005",
    kind: WorkKind = WorkKind.BOOK,
    container: str = "",
    volume: str = "",
    reference: Reference | None = None,
) -> ListedWork:
    spellings = (
        Spelling("essay", "w1", f"{title} ({year})"),
        Spelling("cable", "w4", "Racing\x1b[31m the Enmy", "its title has 13 of the 14 letters"),
    )
    cited = (("essay", "c1"), ("essay", "c2"), ("cable", "c9"))
    return ListedWork(
        key, author, title, year, kind, container, volume, spellings, cited, reference
    )


OWN = Reference(
    "hase05",
    "article-journal",
    (Person("Hasegawa", "Tsuyoshi"), Person("Department of State")),
    (Person("de Gaulle", "Charles"),),
    "50% of $2 & more_or ~less^ {so} #1 \\ end",
    "1945-06-15",
    "The Journal",
    "2",
    "3",
    "1-9",
    "A & B",
    "Cambridge, MA",
    "10.1000/x_y",
    "https://example.org/a_b?c=%20d&e={f}",
)
EVERY = (
    listed(),
    listed("FRUS: Potsdam", (), key="frus-2", kind=WorkKind.DOCUMENT_SERIES, volume="2", year=""),
    listed("Days", ("Feis",), key="feis", kind=WorkKind.ARTICLE, container="The Journal"),
    listed("", (), key="fo", kind=WorkKind.ARCHIVAL, container="FO 371/24", year=""),
    listed("A Case", (), key="case", kind=WorkKind.CASE, container="U.S.", volume="347"),
    listed(key="own", reference=OWN),
)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        pytest.param("works.bib", works_bibtex.works(EVERY), id="bibtex"),
        pytest.param("works.csl.json", works_csl.dumps(works_csl.works(EVERY)), id="csl-json"),
        pytest.param("works.txt", works_text.works(EVERY, width=80, colour=False), id="text"),
    ],
)
def test_golden(name: str, written: str) -> None:
    assert_golden(f"rendering/{name}", written)


def test_a_users_own_entry_comes_back_from_csl_json_as_it_was() -> None:
    written = works_csl.dumps(works_csl.works([listed(reference=OWN)]))
    (back,) = read_csl(written, "x.json").references
    assert replace(back, place=OWN.place) == OWN


def test_a_users_own_entry_comes_back_from_bibtex_as_it_was() -> None:
    (back,) = read_bibtex(works_bibtex.works([listed(reference=OWN)]), "x.bib").references
    # An address cannot hold braces in TeX, so they are written as a browser would write them.
    assert back.url == "https://example.org/a_b?c=%20d&e=%7Bf%7D"
    assert replace(back, url=OWN.url, place=OWN.place) == OWN


def test_two_works_that_are_one_entry_are_exported_once() -> None:
    works = [listed(key="a", reference=OWN), listed(key="b", reference=OWN)]
    assert len(works_csl.works(works)) == 1


def test_a_key_that_the_user_gave_to_another_entry_is_not_given_twice() -> None:
    works = [listed(key="hase05"), listed(key="b", reference=OWN)]
    assert sorted(item["id"] for item in works_csl.works(works)) == ["hase05", "hase05-cited"]


def test_nothing_cited_is_an_empty_export() -> None:
    assert (works_csl.works([]), works_bibtex.works([])) == ([], "")


_WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(title=_TEXTS, family=_TEXTS, container=_TEXTS)
def test_any_title_and_name_survive_both_forms(title: str, family: str, container: str) -> None:
    work = listed(title, (family,), kind=WorkKind.ARTICLE, container=container)
    json_back = read_csl(json.dumps(works_csl.works([work])), "x").references
    tex_back = read_bibtex(works_bibtex.works([work]), "x")
    assert tex_back.problems == ()
    for (entry,) in (json_back, tex_back.references):
        assert (entry.title, entry.container) == (title, container)
        assert entry.authors == (Person(family),)
        assert entry.year == "2005"
