"""From a citation to the source it leads to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.citations.annotate import annotate
from provenance.citations.held_works import HeldSources
from provenance.citations.together import Known, together
from provenance.model.bibliography import JoinRules, Person, Reference
from provenance.model.dossier import ReadSource
from provenance.model.sources import Role, Source
from tests.factories import date_value, document, read_source, source

FEIS = "Herbert Feis, The China Tangle (Princeton: Princeton University Press, 1953), 240."


def citing(body: str, id_: str = "essay") -> ReadSource:
    annotated = annotate(document(f"He was told in June.[1]\n\n[1] {body}\n", f"seeds/{id_}.txt"))
    return replace(read_source(source(id_), annotated.document), works=annotated.works)


def book(id_: str = "feis", **more: object) -> Source:
    given = {
        "title": "The China Tangle",
        "authors": ("Herbert Feis",),
        "issued": date_value("1953"),
        **more,
    }
    return replace(source(id_), **given)  # type: ignore[arg-type]


def read(described: Source, text: str = "Chiang was told late.") -> ReadSource:
    return read_source(described, document(text, f"seeds/{described.id}.txt"))


def held(*sources: ReadSource, known: Known | None = None) -> list[str]:
    return [work.held for work in together(sources, known or Known()).bibliography]


REFERENCE = Reference(
    "f53", "book", (Person("Feis"),), title="The China Tangle", issued="1953", doi="10.1515/123456"
)
DOI = (("DOI", "https://doi.org/10.1515/123456"),)

FOUND = [
    pytest.param(FEIS, book(), Known(), "feis", id="author, title and year"),
    pytest.param(FEIS, book(title="Another book"), Known(), "", id="another title"),
    pytest.param(FEIS, book(issued=date_value("1960")), Known(), "", id="another year"),
    pytest.param(
        FEIS, book(title="Another book", fields=DOI), Known(references=(REFERENCE,)), "feis",
        id="the DOI in the user's own bibliography",
    ),
    pytest.param(
        "Herbert Feis, China and Us (1953), https://doi.org/10.1515/123456.",
        book(fields=DOI), Known(), "feis", id="the DOI in the note",
    ),
    pytest.param(
        FEIS, book(title="Scan 17", authors=()), Known((("feis", "feis-china-tangle"),)), "feis",
        id="an alias that gives a source the work's key",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "described", "known", "expected"), FOUND)
def test_a_work_is_held_by_the_one_source_that_fits(
    body: str, described: Source, known: Known, expected: str
) -> None:
    assert held(citing(body), read(described), known=known) == [expected]


def test_several_are_not_one_but_the_same_bytes_are() -> None:
    twins = [book("feis"), book("feis-again")]
    apart = [read(twins[0]), read(twins[1], "Another edition.")]
    assert held(citing(FEIS), *apart) == [""]
    assert held(citing(FEIS), *(read(twin) for twin in twins)) == ["feis"]


def test_what_the_settings_join_is_held_however_it_is_cited() -> None:
    """A source fits the second spelling only."""
    diary = "Henry L. Stimson, Diary, 15 June 1945."
    sources = [citing(diary, "a"), citing(FEIS, "b"), read(book())]
    (first, second) = together(sources, Known()).bibliography
    assert {first.held, second.held} == {"", "feis"}
    rules = JoinRules(same=((first.key, second.key),))
    assert held(*sources, known=Known(rules=rules)) == ["feis"]


def test_a_draft_is_nobodys_source() -> None:
    assert HeldSources([book(role=Role.DRAFT)]).called("feis") == ""
    assert HeldSources([book()]).called("feis") == "feis"


def paper(title: str, day: str = "1842-03-16", *authors: str) -> Source:
    return replace(source("paper"), title=title, issued=date_value(day), authors=authors)


LETTER = "Harris to the owners, 16 March 1842."
OF_A_DAY = [
    pytest.param(
        LETTER, paper("Letter of Captain Harris to the owners of the brig Halcyon"), "paper",
        id="a letter cited shorter than it is described",
    ),
    pytest.param(
        "Thomas Harris to the owners of the Halcyon, 16 March 1842.",
        paper("To the owners", "1842-03-16", "Harris, Thomas"), "paper",
        id="a letter described shorter than it is cited",
    ),
    pytest.param(
        LETTER, paper("Letter", "1842-03-16", "Thomas Harris"), "paper", id="by its writer alone"
    ),
    pytest.param(
        "Harris to Kane, 16 March 1842.",
        paper("Letter to the owners", "1842-03-16", "Thomas Harris"), "",
        id="a letter of that day to somebody else",
    ),
    pytest.param(
        LETTER, paper("Harris to the owners", "1842-03-17", "Thomas Harris"), "",
        id="a letter of the day after",
    ),
    pytest.param(
        LETTER, paper("Kane to the owners", "1842-03-16", "William Kane"), "",
        id="a letter of that day by somebody else",
    ),
    pytest.param(
        "“The Brig Halcyon Lost off Hook”, The Ellery Courier, 16 March 1842.",
        paper("The Ellery Courier, 16 March 1842: Brig Halcyon lost"), "paper",
        id="an article that is described shorter than it is cited",
    ),
    pytest.param(
        "“The Brig Halcyon Lost off Hook”, The Ellery Courier, 16 March 1842.",
        paper("A storm on the coast, The Ellery Courier"), "",
        id="another article of that paper and day",
    ),
    pytest.param(
        "“The Brig Halcyon Lost off Hook”, The Ellery Courier, 16 March 1842.",
        paper("Brig Halcyon lost", "1842-03-16", "The Harrow Gazette"), "",
        id="an article of another paper",
    ),
    pytest.param(
        "Report of the inquest, 18 March 1842.", paper("The inquest", "1842-03-18"), "paper",
        id="a report",
    ),
    pytest.param(
        "Minutes of the committee, 3. Mai 1901.", paper("Minutes", "1901-05-03"), "",
        id="a description that tells it from nothing",
    ),
    pytest.param(
        LETTER, paper("Correspondence", "1842-03", "Thomas Harris"), "",
        id="only the month is known",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "described", "expected"), OF_A_DAY)
def test_a_paper_is_held_by_its_day_and_what_it_is_called(
    body: str, described: Source, expected: str
) -> None:
    assert held(citing(body), read(described)) == [expected]


DUNNING = "Josiah Dunning to the Commissioners of Customs, 2 April 1923."
REPORT, DAY = "The Collector's report", "1923-04-02"
OF_ITS_WRITER = [
    pytest.param(DUNNING, REPORT, DAY, "Josiah Dunning", "paper", id="writer and day"),
    pytest.param(
        "J. Dunning to the Commissioners, April 2, 1923, Customs Papers, box 4.",
        REPORT, DAY, "Dunning, Josiah", "paper", id="with an initial, and where it lies",
    ),
    pytest.param(DUNNING, REPORT, "1923-04-03", "Josiah Dunning", "", id="another day"),
    pytest.param(DUNNING, REPORT, "1923-04", "Josiah Dunning", "", id="only the month is known"),
    pytest.param(DUNNING, REPORT, DAY, "Edwin Hollis", "", id="another author"),
    pytest.param(DUNNING, REPORT, DAY, "Edwin Dunning", "", id="another of the family"),
    pytest.param(
        DUNNING, "Report to the Commissioners on the fire", DAY, "Josiah Dunning", "",
        id="a recipient that says more and less",
    ),
    pytest.param(
        DUNNING, "The Collector's report to the Commissioners", DAY, "Josiah Dunning", "paper",
        id="the same recipient",
    ),
    pytest.param(
        DUNNING, "The Collector's report to the Mayor", DAY, "Josiah Dunning", "",
        id="another recipient",
    ),
    pytest.param(
        "Josiah Dunning, The Lamp Oil, 2 April 1923.", REPORT, DAY, "Josiah Dunning", "",
        id="a title of its own",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "title", "day", "author", "expected"), OF_ITS_WRITER)
def test_a_letter_is_the_one_paper_of_its_writer_and_day(
    body: str, title: str, day: str, author: str, expected: str
) -> None:
    assert held(citing(body), read(paper(title, day, author))) == [expected]


def test_of_two_papers_of_a_day_a_letter_is_the_one_that_is_called_so() -> None:
    one = read(paper(REPORT, DAY, "Josiah Dunning"))
    other = replace(paper("The lamp oil", DAY, "Josiah Dunning"), id="oil")
    called = replace(other, title="Letter to the Commissioners of Customs")
    assert held(citing(DUNNING), one, read(other, "It was oil.")) == [""]
    assert held(citing(DUNNING), one, read(called, "It was oil.")) == ["oil"]
