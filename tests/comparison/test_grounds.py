"""What statements rest on: notes, speakers, declarations, layers; and what counts as unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from provenance.comparison.grounds import ground
from provenance.model.documents import Layer
from provenance.model.notes import Citation, CitationKind, Note, Resolution
from provenance.model.origins import Basis, Node, NodeKind
from provenance.model.sources import Source
from provenance.model.spans import Span
from tests import factories
from tests.comparison.networks import QUOTE, Told, listed, source, title, web

COUNTS = [
    pytest.param(web({"a": "D", "b": "D", "c": "D"}), 3, 1, 0, id="three papers, one dispatch"),
    pytest.param(web({"a": "t", "b": "t"}, held="t", derived={"t": "xy"}), 2, 1, 0,
                 id="two roots behind one translator"),
    pytest.param(web({"a": "d", "b": "d"}, held="d"), 2, 1, 0, id="a dispatch held and silent"),
    pytest.param(web({"a": "D", "b": "E"}), 2, 2, 0, id="two works, two origins at most"),
    pytest.param(web({"a": "DE", "b": "D"}), 2, 2, 0, id="one has a second way"),
    pytest.param(web({"a": "?", "b": "D"}), 2, 2, 1, id="a missing note is unknown"),
    pytest.param(web({"a": "?", "b": "?"}), 2, 2, 2, id="two missing notes are two unknowns"),
    pytest.param(web({"a": "?D", "b": "D"}), 2, 2, 1, id="a missing note beside one that is read"),
    pytest.param(web({"a": "-", "b": ""}), 2, 2, 0, id="a note that cites nothing is the author's"),
    pytest.param(web({"a": "b", "b": ""}), 2, 1, 0, id="who cites the other"),
    pytest.param(web({"a": "b", "b": "c", "c": "a"}), 3, 1, 0, id="a circle is one at most"),
    pytest.param(web({"a": [Told("D"), Told("")], "b": "D"}), 2, 2, 0,
                 id="one statement from the dispatch, one of its own"),
    pytest.param(web({"a": "DEFG"}), 1, 1, 0, id="no more origins than sources"),
    pytest.param(web({"a": "D", "b": "D"}, drafts="b"), 1, 1, 0, id="the draft counts as nothing"),
    pytest.param(web({"a": "", "b": ""}, derived={"b": "a"}), 2, 1, 0, id="declared to derive"),
    pytest.param(web({"a": "", "b": ""}, derived={"a": "W", "b": "W"}), 2, 1, 0,
                 id="declared to derive from a work nobody holds"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "sources", "at_most", "unknown"), COUNTS)
def test_origins_are_counted_over_notes(
    told: object, sources: int, at_most: int, unknown: int
) -> None:
    origins = told.row.origins  # type: ignore[attr-defined]
    assert (origins.sources, origins.at_most, origins.unknown) == (sources, at_most, unknown)


def test_a_family_is_one_voice_only_when_it_is_confirmed() -> None:
    apart = web({"a": "", "b": "", "c": ""}).row.origins
    kin = web({"a": "", "b": "", "c": ""}, families={"a": "wire", "c": "wire"}).row.origins
    assert (apart.families, apart.at_most) == (3, 3)
    assert (kin.sources, kin.families, kin.at_most) == (3, 2, 2)


def test_edges_belong_to_the_claim_and_not_to_the_source() -> None:
    """What `b` cites elsewhere is nothing to a claim on which it does not speak."""
    told = web({"a": "b"}, held="b")
    assert [(edge.start.id, edge.end.id) for edge in told.trail.edges] == [("a", "b")]


def test_a_speaker_whose_words_are_held_is_rested_on() -> None:
    told = web({"a": Told(speaker="Ada Authorb"), "b": ""})
    (edge,) = told.trail.edges
    assert (edge.basis, edge.start.id, edge.end.id) == (Basis.SPEAKER, "a", "b")
    assert told.row.origins.at_most == 1


def test_a_speaker_of_whom_nothing_is_held_adds_no_edge() -> None:
    told = web({"a": Told(speaker="Lord Elsewhere"), "b": ""})
    assert told.trail.edges == ()
    assert told.row.origins.at_most == 2


def test_the_archives_summary_is_no_origin_beside_the_transcript() -> None:
    summary = "told in short that it was closed"
    layers = (
        Layer("summary", Span(0, len(summary) + 1), "The archive"),
        Layer("transcript", Span(len(summary) + 2, len(summary) + 3 + len(QUOTE)), "Ada Authora"),
    )
    told = web({"a": [Told(words=summary), Told()]}, layers={"a": layers})
    assert told.row.origins.at_most == 1
    (hand,) = told.trail.other_hands
    assert (hand.statement, hand.layer, hand.author) == (0, "summary", "The archive")


def test_a_citation_that_cannot_be_told_is_an_unknown() -> None:
    text = f"{QUOTE}.\n1 See his book, p. 3.\n"
    citation = Citation("c1", Span(len(QUOTE) + 8, len(text) - 2), CitationKind.SHORT)
    note = Note("n1", "1", Span(len(QUOTE) + 2, len(text) - 1), citations=(citation,))
    read = replace(factories.document(text), notes=(note,))
    grounds = ground({"a": source("a")}, {"a": read})
    stated = factories.statement("a", notes=("1",))
    from provenance.comparison.origins import count_origins

    cell = factories.cell(factories.placed(stated, text=text), source_id="a")
    assert count_origins((cell,), grounds).unknown == 1


def test_what_is_quoted_in_another_book_is_reached_through_it() -> None:
    text = f"{QUOTE}.\n1 {title('X')}, quoted in {title('y')}"
    first = Citation("c1", Span(text.index(title("X")), text.index(", quoted")), CitationKind.FULL,
                     author=("AuthorX",), title=title("X"), work="w1",
                     resolution=Resolution.RESOLVED)  # fmt: skip
    second = Citation("c2", Span(text.index(title("y")), len(text)), CitationKind.FULL,
                      signal="quoted in", author=("Authory",), title=title("y"), work="w2",
                      resolution=Resolution.RESOLVED)  # fmt: skip
    note = Note("n1", "1", Span(len(QUOTE) + 2, len(text)), citations=(first, second))
    read = replace(factories.document(text), notes=(note,))
    sources = {"a": source("a"), "y": source("y")}
    grounds = ground(sources, {"a": read}, bibliography=listed(sources, {"a": read}))
    from provenance.comparison.grounds import ways

    stated = factories.statement("a", notes=("1",))
    cell = factories.cell(factories.placed(stated, text=text), source_id="a")
    edges = {(e.start.id[:1], e.end.id[:1], e.basis) for e in ways((cell,), grounds).edges}
    assert edges == {("y", "a", Basis.QUOTED_IN), ("a", "y", Basis.NOTE)}


HELD = [
    pytest.param(source("b"), "b", id="author and title"),
    pytest.param(replace(source("b"), title="Another book"), "", id="another title"),
    pytest.param(replace(source("b"), authors=("Ada Other",)), "", id="another author"),
    pytest.param(source("b", issued="1841"), "b", id="a year that fits"),
    pytest.param(source("b", issued="1700"), "", id="a year that does not"),
    pytest.param(replace(source("b"), title=f"[{title('b')}]"), "", id="a title we supplied"),
    pytest.param(
        replace(source("b"), title="Other", fields=(("title-short", title("b")),)), "b",
        id="a short title",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("described", "held"), HELD)
def test_a_work_is_held_where_one_source_fits_it(described: Source, held: str) -> None:
    (work,) = _cited_by_a({"a": source("a"), "b": described})
    assert work == held


def test_two_sources_that_fit_a_work_are_not_one() -> None:
    twin = replace(source("b"), id="b2", path="seeds/b2.txt")
    assert _cited_by_a({"a": source("a"), "b": source("b"), "b2": twin}) == [""]


def test_an_alias_names_a_work() -> None:
    described = replace(source("b"), title="Other", authors=())
    found = _cited_by_a({"a": source("a"), "b": described}, (("b", title("b")),))
    assert found == ["b"]


def _cited_by_a(sources: dict[str, Source], aliases: tuple[tuple[str, ...], ...] = ()) -> list[str]:
    text = f"1 See Authorb, {title('b')} (1841)"
    cited = Citation("c1", Span(6, len(text)), CitationKind.FULL, author=("Authorb",),
                     title=title("b"), year="1841", work="w1",
                     resolution=Resolution.RESOLVED)  # fmt: skip
    note = Note("n1", "1", Span(0, len(text)), citations=(cited,))
    read = replace(factories.document(text), notes=(note,))
    return [work.held for work in listed(sources, {"a": read}, aliases)]


def test_one_work_cited_by_two_sources_is_one_work() -> None:
    told = web({"a": "D", "b": "D", "c": "E"})
    assert [len(work.cited) for work in told.bibliography] == [2, 1]
    assert {edge.end for edge in told.trail.edges} == {
        Node(NodeKind.WORK, work.key) for work in told.grounds.catalogue.works
    }
