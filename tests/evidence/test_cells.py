"""What a search comes to in a cell: silence is proposed only where nothing speaks of it."""

from __future__ import annotations

from provenance.evidence.cells import gather
from provenance.evidence.propose import Proposed
from provenance.model.claims import ClaimType
from provenance.model.spans import Span
from provenance.model.verdicts import CellState
from tests.factories import claim, document, read_source, source

TEXT = "It rained.\n\nThe Corvina carried barrels enough for two voyages.\n"
POINT = claim(question="How many barrels did the Corvina carry?", type_=ClaimType.NUMBER)
ENTRY = read_source(source("log"), document(TEXT, "seeds/log.txt"))


def test_a_passage_that_may_speak_leaves_the_cell_undecided_and_is_named() -> None:
    found = Proposed((), ("barrels",), 2, may_speak=Span(12, len(TEXT) - 1))
    cell = gather(POINT, ENTRY, None, lambda _claim, _source: found)
    assert cell.state is CellState.UNREAD
    assert "may speak at line 3 (“The Corvina carried barrels" in cell.why
    assert cell.searched == ("barrels",)


def test_without_one_it_is_proposed_silent() -> None:
    cell = gather(POINT, ENTRY, None, lambda _claim, _source: Proposed((), ("barrels",), 2))
    assert cell.state is CellState.PROPOSED_SILENT


def test_what_a_person_rejected_is_not_offered_again_as_a_passage() -> None:
    found = Proposed((), ("barrels",), 2, rejected=1, may_speak=Span(12, len(TEXT) - 1))
    cell = gather(POINT, ENTRY, None, lambda _claim, _source: found)
    assert cell.state is CellState.PROPOSED_SILENT
