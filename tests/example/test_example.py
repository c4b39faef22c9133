"""The example in this repository, against what was worked out by hand and against the files."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from provenance.model.claims import ClaimType
from provenance.model.dossier import Dossier, SourceState
from provenance.model.origins import NodeKind
from provenance.model.verdicts import Pair, PlacedStatement, Relation, Row, Standing
from provenance.rendering.marks import mark_of
from provenance.run import check

ROOT = Path(__file__).parents[2]
SEEDS_AS_RECEIVED = ROOT.parent / "shared" / "data" / "seeds"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "expected.yaml").read_text(encoding="utf-8")
)
SHORT = {"harriman-cable": "cable", "yalta-essay": "essay"}

# Note markers of the essay as they stand in it, read off by eye. 24, 12A and 17 are paragraph
# numbers and 36 is a body without a marker: no statement may cite them.
MARKERS = {
    "19": "zones.” 19 Hopkins",
    "20": "Tokyo.20 The",
    "21": "Hopkins. 21 This",
    "29": "June 15.29 that",
    "30": "instructions.30 12A",
}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return check(ROOT)


@pytest.fixture(params=sorted(EXPECTED))
def claim(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def row(dossier: Dossier, claim: str) -> Row:
    return dossier.row(claim)


def test_the_archives_summary_is_no_origin_beside_the_transcript(dossier: Dossier) -> None:
    row, trail = dossier.row("soong-stood-on-rights"), dossier.trail("soong-stood-on-rights")
    assert trail is not None
    assert [(hand.source, hand.layer) for hand in trail.other_hands] == [
        ("harriman-cable", "summary")
    ]
    assert (row.origins.sources, row.origins.at_most) == (2, 2)


def test_statements_on_notes_29_and_30_count_as_unknown(dossier: Dossier) -> None:
    resting = {
        (edge.end.id, claim.claim)
        for claim in dossier.trails
        for edge in claim.edges
        if edge.end.kind is NodeKind.UNKNOWN
    }
    for label, claim in (("29", "chiang-told"), ("29", "terms-known"), ("30", "talks-break-off")):
        assert (f"yalta-essay#{label}", claim) in resting
        assert dossier.row(claim).origins.unknown > 0


def test_the_works_of_note_36_stand_in_the_pull_next_list(dossier: Dossier) -> None:
    labels = " | ".join(pull.work.label for pull in dossier.pull_next)
    for words in ("FRUS", "Racing the Enemy", "Soviet Factor in Ending the Pacific War"):
        assert words in labels
    for pull in dossier.pull_next:
        assert pull.cited == (("yalta-essay", "36"),)
        assert "chiang-told" in pull.perhaps


def test_the_two_documents_are_no_family(dossier: Dossier) -> None:
    assert dossier.proposed_families == ()


def _placed(dossier: Dossier) -> list[PlacedStatement]:
    return [placed for row in dossier.rows for cell in row.cells for placed in cell.statements]


def _text(dossier: Dossier, source: str) -> str:
    document = dossier.source(source).document
    assert document is not None
    return document.text


def _ends(pair: Pair) -> str:
    return f"{SHORT[pair.a]} {pair.a_index} x {SHORT[pair.b]} {pair.b_index}"


def test_every_claim_has_an_expectation_and_every_expectation_a_claim(dossier: Dossier) -> None:
    assert [row.claim.id for row in dossier.rows] == sorted(EXPECTED)


def test_nothing_was_left_out(dossier: Dossier) -> None:
    assert dossier.problems == ()
    assert [entry.source.id for entry in dossier.sources] == list(SHORT)
    assert {entry.state for entry in dossier.sources} == {SourceState.READ}


def test_the_verdict_is_the_one_worked_out_by_hand(row: Row, claim: str) -> None:
    assert row.verdict.value == EXPECTED[claim]["verdict"], row.why


def test_the_marks_are_those_worked_out_by_hand(row: Row, claim: str) -> None:
    marks = {SHORT[cell.source]: mark_of(cell).value for cell in row.cells}
    assert marks == EXPECTED[claim]["marks"], [cell.why for cell in row.cells]


def test_the_relations_are_those_worked_out_by_hand(row: Row, claim: str) -> None:
    relations = {_ends(pair): pair.relation.value for pair in row.pairs}
    assert relations == EXPECTED[claim].get("pairs", {}), [pair.why for pair in row.pairs]


def test_notes_without_a_body_count_as_unknown_origins(row: Row, claim: str) -> None:
    assert row.origins.unknown == EXPECTED[claim].get("unknown", 0)


def test_every_possible_conflict_says_that_a_plan_or_a_report_is_behind_it(
    dossier: Dossier,
) -> None:
    reasons = [
        pair.why
        for row in dossier.rows
        for pair in row.pairs
        if pair.relation is Relation.POSSIBLE_CONFLICT
    ]
    assert reasons
    for reason in reasons:
        assert re.search(r"\bplan|\breport", reason, re.IGNORECASE), reason


def test_the_documents_hold_no_outright_conflict(dossier: Dossier) -> None:
    """Nowhere do two own voices assert what excludes each other; none may be made up."""
    found = {pair.relation for row in dossier.rows for pair in row.pairs}
    assert found == set(Relation) - {Relation.CONFLICT}


def test_all_five_types_are_asked_for(dossier: Dossier) -> None:
    assert {row.claim.type for row in dossier.rows} == set(ClaimType)


def test_every_quotation_stands_word_for_word_where_it_is_said_to(dossier: Dossier) -> None:
    for placed in _placed(dossier):
        quote, text = placed.statement.quote, _text(dossier, placed.statement.source)
        assert placed.standing is Standing.EXACT, quote
        assert placed.span is not None
        assert placed.words == quote == placed.span.of(text)
        assert text.count(quote) == 1, quote


def test_every_statement_of_the_cable_lies_in_a_layer_with_an_author(dossier: Dossier) -> None:
    for placed in _placed(dossier):
        if placed.statement.source == "harriman-cable":
            assert placed.layer is not None, placed.words
            assert placed.layer.author
            assert placed.statement.layer in ("", placed.layer.name)


@pytest.mark.parametrize(
    ("source", "layer", "first", "last"),
    [
        pytest.param("harriman-cable", "heading", "# July 5", "T. V. Soong", id="heading"),
        pytest.param("harriman-cable", "citation", '"Cable', "/123415", id="citation"),
        pytest.param("harriman-cable", "summary", "Soong promises", "of China.", id="summary"),
        pytest.param("harriman-cable", "credits", "This document", "Foundation", id="credits"),
        pytest.param("harriman-cable", "transcript", "PARAPHRASE", "\n\nRPM", id="transcript"),
        pytest.param("yalta-essay", "declaration", "The Prime", "problems.", id="declaration"),
    ],
)
def test_a_layer_runs_from_its_first_words_to_its_last(
    dossier: Dossier, source: str, layer: str, first: str, last: str
) -> None:
    document = dossier.source(source).document
    assert document is not None
    (span,) = [found.span for found in document.layers if found.name == layer]
    assert span.of(document.text).startswith(first)
    assert span.of(document.text).endswith(last)


def test_layers_do_not_overlap(dossier: Dossier) -> None:
    for entry in dossier.sources:
        assert entry.document is not None
        spans = [layer.span for layer in entry.document.layers]
        assert not any(a.overlaps(b) for a in spans for b in spans if a is not b)


def test_every_note_cited_has_its_marker_in_the_sentence_quoted(dossier: Dossier) -> None:
    text = _text(dossier, "yalta-essay")
    cited = [(placed, label) for placed in _placed(dossier) for label in placed.statement.notes]
    assert {label for _, label in cited} == set(MARKERS)
    for placed, label in cited:
        marker = MARKERS[label]
        assert placed.statement.source == "yalta-essay"
        assert text.count(marker) == 1
        assert placed.span is not None
        start = text.index(marker)
        assert placed.span.start < start + len(marker)
        between = text[placed.span.end : max(placed.span.end, start)]
        assert not re.search(r"[.?!]”? ", between), (placed.words, label)


def test_recorded_hashes_are_those_of_the_bytes(dossier: Dossier) -> None:
    for entry in dossier.sources:
        recorded = entry.source.sha256
        assert recorded == hashlib.sha256((ROOT / entry.source.path).read_bytes()).hexdigest()


@pytest.mark.skipif(
    not SEEDS_AS_RECEIVED.is_dir(), reason="the documents as received are not beside this checkout"
)
@pytest.mark.parametrize("name", ["000_bf7882e8a4dd9ff4.txt", "003_d6e0b7a1977aff21.txt"])
def test_a_seed_is_byte_for_byte_what_was_received(name: str) -> None:
    assert (ROOT / "seeds" / name).read_bytes() == (SEEDS_AS_RECEIVED / name).read_bytes()
