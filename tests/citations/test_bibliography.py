"""Works of several sources in one bibliography: what is joined, why, and how to undo it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.citations.bibliography import bibliography
from provenance.citations.same_work import same_work
from provenance.errors import Place
from provenance.model.bibliography import JoinRules, ListedWork, Person, Reference
from provenance.model.notes import Work, WorkKind

FULL = "Racing the Enemy: Stalin, Truman, and the Surrender of Japan"


def work(
    author: str = "Hasegawa",
    title: str = FULL,
    year: str = "2005",
    *,
    id: str = "w1",
    kind: WorkKind = WorkKind.BOOK,
    volume: str = "",
    container: str = "",
) -> Work:
    names = tuple(name for name in author.split("|") if name)
    return Work(id, names, title, year, (f"c-{id}",), kind, container, volume)


def series(volume: str, year: str = "1945", title: str = "FRUS") -> Work:
    return work("", title, year, kind=WorkKind.DOCUMENT_SERIES, volume=volume)


def letter(title: str, author: str = "Cole", year: str = "1871") -> Work:
    return work(author, title, year, kind=WorkKind.ARCHIVAL)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        pytest.param(
            letter("Cole to Cole, 3 July 1871"),
            letter("Letter of Henry Cole, 3 Jul. 1871", ""),
            "its writer's paper of that day",
            id="a letter by writer and recipient, and by its form",
        ),
        pytest.param(
            letter("Henry Cole to Ruth Cole, July 3, 1871"),
            letter("Letter from H. Cole to Ruth Cole, 3 July 1871".replace("H.", "Henry")),
            "its writer's paper of that day",
            id="a letter, and its day written otherwise",
        ),
        pytest.param(work(), work(), "", id="written alike"),
        pytest.param(work("Müller"), work("Muller"), "", id="without the umlaut"),
        pytest.param(work(), work("HASEGAWA", FULL.upper()), "", id="in capitals"),
        pytest.param(work(), work(year=""), "", id="a year that one leaves out"),
        pytest.param(
            work(), work(title="Racing the Enemy", year=""), "in short", id="without the subtitle"
        ),
        pytest.param(
            work(), work("Hasagawa"), "7 of the 8 letters of “Hasegawa”", id="a name misread"
        ),
        pytest.param(
            work(title="The China Tangle"),
            work(title="The Chlna Tangle"),
            "10 of the 11 letters of “The China Tangle”",
            id="a title misread",
        ),
        pytest.param(series("7"), series("7"), "", id="the same volume"),
    ],
)
def test_one_work_in_two_spellings_is_one_and_says_why(one: Work, other: Work, why: str) -> None:
    same = same_work(one, other)
    assert same is not None
    assert (why in same.why) if why else (same.why == "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            letter("Cole to Cole, 3 July 1871"),
            letter("Letter of Henry Cole to the editor, 3 July 1871", ""),
            id="a letter of the day to somebody else",
        ),
        pytest.param(
            letter("Cole to Cole, 3 July 1871"), letter("Cole to Cole, 4 July 1871"), id="next day"
        ),
        pytest.param(
            letter("Cole to Reed, 3 July 1871"),
            letter("Letter of Henry Reed, 3 July 1871", "Reed"),
            id="the answer to a letter",
        ),
        pytest.param(work(title="War in the East"), work(title="War in the West"), id="one word"),
        pytest.param(work(), work(year="2006"), id="another year"),
        pytest.param(series("7"), series("6"), id="another volume"),
        pytest.param(series("7"), series("7", "1944"), id="another year of a series"),
        pytest.param(series("", title="FRUS: Yalta"), series("", title="FRUS: Malta"), id="series"),
        pytest.param(
            work(title="History of the War I"), work(title="History of the War II"), id="parts"
        ),
        pytest.param(
            work(title="Census of 1940", year=""),
            work(title="Census of 1941", year=""),
            id="numbers",
        ),
        pytest.param(work("Feis"), work("Hasegawa"), id="another author"),
        pytest.param(work("Feis|Bohlen"), work("Feis|Kennan"), id="another second author"),
        pytest.param(
            work("Hasagawa", "Racing the Enmy", ""),
            work("Hasegawa", "Racing the Enemy", ""),
            id="name and title both misread, and no year to hold on to",
        ),
        pytest.param(work(title="War"), work(title="Way"), id="titles too short to be misread"),
        pytest.param(work(""), work(year=""), id="no author, and no year that agrees"),
        pytest.param(
            work(title="", container="FO 371"), work(title="", container="FO 372"), id="file"
        ),
    ],
)
def test_two_works_stay_two_however_alike_they_look(one: Work, other: Work) -> None:
    assert same_work(one, other) is None
    assert same_work(other, one) is None


def listed(*sources: tuple[Work, ...], rules: JoinRules | None = None) -> tuple[ListedWork, ...]:
    named = [(f"s{number}", works) for number, works in enumerate(sources, 1)]
    return bibliography(named, rules or JoinRules()).works


def test_what_sources_cite_in_full_and_in_short_is_listed_once() -> None:
    (only,) = listed((work(title="Racing the Enemy", year=""),), (work(),))
    assert (only.key, only.title, only.year) == (
        "hasegawa-racing-enemy-stalin-truman-surrender-japan",
        FULL,
        "2005",
    )
    assert only.cited == (("s1", "c-w1"), ("s2", "c-w1"))
    assert [(s.source, bool(s.why)) for s in only.spellings] == [("s1", True), ("s2", False)]


def test_what_may_be_one_of_several_is_joined_with_none() -> None:
    short = work(title="China", year="")
    feis = (work(title="China Tangle"), work(title="China Hands", id="w2"))
    assert len(listed(feis, (short,))) == 3


def test_a_bare_name_is_no_work_yet() -> None:
    assert listed((work(title="", year=""),)) == ()


def test_the_settings_keep_apart_what_the_spelling_joins() -> None:
    sources = (work(),), (work(title="Racing the Enemy", year=""),)
    apart = (("hasegawa-racing-enemy", "Hasegawa, " + FULL + " (2005)"),)
    assert [len(listed(*sources)), len(listed(*sources, rules=JoinRules(apart=apart)))] == [1, 2]


def test_the_settings_join_what_the_spelling_keeps_apart() -> None:
    sources = (work("Stimson", "Diary", ""),), (work("Stimson", "Papers, Yale", ""),)
    rules = JoinRules(same=(("stimson-diary", "stimson-papers-yale"),))
    (only,) = listed(*sources, rules=rules)
    assert {spelling.why for spelling in only.spellings} == {"", "the settings say so"}


def test_a_name_that_no_source_cites_is_told() -> None:
    rules = JoinRules(same=(("feis-china-tangle", "nobody"),), apart=(("nobody", "no-one"),))
    found = bibliography([("s", (work("Feis", "The China Tangle"),))], rules)
    assert found.unknown == ("nobody", "no-one")


def test_two_works_under_one_name_get_two_keys() -> None:
    same = [work(year=year, id=f"w{year}") for year in ("2005", "2006")]
    assert len({entry.key for entry in listed(tuple(same))}) == 2


def entry(id: str, title: str, year: str = "", family: str = "Hasegawa") -> Reference:
    return Reference(id, "book", (Person(family),), title=title, issued=year, place=Place("x.bib"))


@pytest.mark.parametrize(
    ("entries", "found", "fitting"),
    [
        pytest.param([entry("a", FULL, "2005")], "a", (), id="the one that fits"),
        pytest.param([entry("a", "Racing the Enemy")], "a", (), id="in short"),
        pytest.param([entry("a", FULL, "1999")], None, (), id="another year"),
        pytest.param(
            [entry("a", FULL, "2005"), entry("b", FULL)], None, ("a", "b"), id="several is not one"
        ),
        pytest.param(
            [entry("a", "Racing the Enemy", "2005"), entry("b", FULL, "2005")],
            "b",
            (),
            id="what is written alike comes before what is in short",
        ),
        pytest.param([], None, (), id="none"),
    ],
)
def test_a_work_gets_the_one_entry_of_the_users_bibliography(
    entries: list[Reference], found: str | None, fitting: tuple[str, ...]
) -> None:
    (only,) = bibliography([("s", (work(),))], references=entries).works
    assert (only.reference.id if only.reference else None, only.fitting) == (found, fitting)


_WORKS = st.lists(
    st.builds(
        work,
        st.sampled_from(["", "Feis", "Fels", "Hasegawa", "Hasagawa"]),
        st.sampled_from(["", "China Tangle", "The Chlna Tangle", "China", FULL, "1945"]),
        st.sampled_from(["", "1945", "2005"]),
        volume=st.sampled_from(["", "1", "2"]),
        kind=st.sampled_from([WorkKind.BOOK, WorkKind.DOCUMENT_SERIES, WorkKind.UNKNOWN]),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(first=_WORKS, second=_WORKS)
def test_every_work_is_in_exactly_one_entry(first: list[Work], second: list[Work]) -> None:
    sources = []
    for id_, works in (("a", first), ("b", second)):
        numbered = [
            Work(f"w{n}", w.author, w.title, w.year, (f"c{n}",), w.kind, "", w.volume)
            for n, w in enumerate(works)
        ]
        sources.append((id_, numbered))
    found = bibliography(sources).works
    told = [(s.source, s.work) for listed_work in found for s in listed_work.spellings]
    assert sorted(told) == sorted((id_, w.id) for id_, works in sources for w in works if w.title)
    assert len({listed_work.key for listed_work in found}) == len(found)
    for listed_work in found:
        years = {s.written[-5:-1] for s in listed_work.spellings if s.written.endswith(")")}
        assert len(years) <= 1
