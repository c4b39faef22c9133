"""How far a draft is supported, and when an audit fails."""

from __future__ import annotations

from decimal import Decimal

import pytest

from provenance.errors import Place
from provenance.model.audit import (
    Audit,
    AuditedDraft,
    DraftCitation,
    DraftSentence,
    LookedAt,
    Support,
)
from provenance.model.findings import Finding, Severity
from provenance.model.notes import Citation, CitationKind, Note
from provenance.model.spans import Span
from provenance.rendering.audit_in_words import coverage_in_words
from tests.factories import document, source


def draft(supported: int, quoted: int = 0, not_checkable: int = 0, bare: int = 0) -> AuditedDraft:
    kinds = (
        [Support.SUPPORTED] * supported
        + [Support.QUOTED] * quoted
        + [Support.NOT_CHECKABLE] * not_checkable
        + [Support.BARE] * bare
    )
    sentences = tuple(DraftSentence(Span(0, 1), kind, "") for kind in kinds)
    return AuditedDraft(source("draft"), document(), sentences)


@pytest.mark.parametrize(
    ("audited", "share", "reached"),
    [
        pytest.param(draft(19, bare=1), "95", True, id="exactly the share"),
        pytest.param(draft(1899, bare=101), "95", False, id="94.95 is not 95"),
        pytest.param(draft(1899, bare=101), "94.95", True, id="a share with a fraction"),
        pytest.param(draft(10, quoted=9, bare=1), "95", True, id="quoted counts"),
        pytest.param(draft(1, not_checkable=99), "100", True, id="not checkable does not count"),
        pytest.param(draft(999, bare=1), "100", False, id="all but one is not all"),
        pytest.param(draft(0, not_checkable=3), "100", True, id="nothing to support"),
        pytest.param(draft(0, bare=1), "0", True, id="nothing is asked"),
    ],
)
def test_a_share_is_reached_exactly_or_not(
    audited: AuditedDraft, share: str, reached: bool
) -> None:
    audit = Audit("", (audited,), require_coverage=Decimal(share))
    assert audited.reaches(Decimal(share)) is reached
    assert audit.falls_short == (() if reached else (audited,))
    assert audit.fails is not reached


def test_each_draft_must_reach_the_share_on_its_own() -> None:
    good, bad = draft(100), draft(1, bare=1)
    assert Audit("", (good, bad), require_coverage=Decimal(90)).falls_short == (bad,)


def test_what_rests_on_a_source_that_is_held_is_counted_once() -> None:
    def sentence(start: int, kind: Support, *notes: str) -> DraftSentence:
        return DraftSentence(Span(start, start + 9), kind, "", notes)

    def cited(note: str, held: str) -> DraftCitation:
        citation = Citation(f"c-{note}-{held}", Span(90, 95), CitationKind.FULL)
        return DraftCitation(citation, Note(note, note, Span(90, 99)), None, held)

    audited = AuditedDraft(
        source("draft"),
        document(),
        (
            sentence(0, Support.SUPPORTED, "opened"),
            sentence(10, Support.SUPPORTED, "unopened", "opened"),
            sentence(20, Support.SUPPORTED, "unopened"),
            sentence(30, Support.SUPPORTED),
            sentence(40, Support.NOT_CHECKABLE, "opened"),
            sentence(50, Support.BARE),
        ),
        (cited("opened", "gazette"), cited("opened", "herald"), cited("unopened", "")),
        looked_at=(LookedAt(Span(32, 36), "AB", "2024-03-01T09:30:00Z"),),
    )
    assert audited.borne_out == 4
    assert audited.compared == 3


def test_a_sentence_with_an_error_is_not_borne_out() -> None:
    kinds = (Support.SUPPORTED, Support.SUPPORTED, Support.QUOTED, Support.BARE)
    sentences = tuple(DraftSentence(Span(n * 10, n * 10 + 9), k, "") for n, k in enumerate(kinds))
    audited = AuditedDraft(
        source("draft"), document(), sentences, mistaken=(Span(2, 4), Span(5, 6), Span(22, 24))
    )
    assert audited.borne_out == 1
    assert audited.coverage[Support.SUPPORTED] == 2
    assert audited.with_errors == dict.fromkeys(Support, 0) | {
        Support.SUPPORTED: 1,
        Support.QUOTED: 1,
    }
    assert coverage_in_words(audited).startswith(
        "4 sentences: 1 supported, 1 bare, 2 with errors; 1 of 4 checkable"
    )


@pytest.mark.parametrize(
    ("fail_on", "fails"),
    [(Severity.ERROR, False), (Severity.WARNING, True), (Severity.NOTE, True), (None, False)],
)
def test_it_fails_from_the_severity_on_that_was_asked_for(
    fail_on: Severity | None, fails: bool
) -> None:
    finding = Finding("PV302", Severity.WARNING, Place("draft.md", 1), "m")
    assert Audit("", (), (finding,), fail_on=fail_on).fails is fails
