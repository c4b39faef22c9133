"""Queries keep their numbers, whatever becomes of them."""

from __future__ import annotations

from dataclasses import replace

from provenance.errors import Place
from provenance.model.audit import Audit, AuditedDraft
from provenance.model.decided import SetAside
from provenance.model.findings import Finding, Severity
from provenance.model.queries import Numbered, QueryState, numbers_for, queries
from provenance.model.waivers import Waiver
from tests.factories import document, source

DRAFT = AuditedDraft(source("draft"), document(path="draft.md"))


def finding(words: str, severity: Severity = Severity.ERROR, file: str = "draft.md") -> Finding:
    return Finding("PV302", severity, Place(file, 1), f"About {words}.", words=words)


def audit(*findings: Finding) -> Audit:
    return Audit("", (DRAFT,), findings)


def anywhere(code: str, file: str) -> bool:
    return True


def kept(file: str) -> bool:
    return False


def said(numbers: tuple[Numbered, ...]) -> list[tuple[int, str]]:
    return [(each.number, each.words) for each in numbers]


def test_new_queries_get_the_next_numbers_and_old_ones_keep_theirs() -> None:
    first = numbers_for(audit(finding("one"), finding("two")), (), kept)
    assert said(first) == [(1, "one"), (2, "two")]
    second = numbers_for(audit(finding("zero"), finding("two"), finding("three")), first, kept)
    assert said(second) == [(1, "one"), (2, "two"), (3, "zero"), (4, "three")]


def test_the_number_of_a_query_that_was_taken_off_the_file_is_not_given_again() -> None:
    old = Numbered(7, finding("one").fingerprint, "PV302", "draft.md", "")
    assert said(numbers_for(audit(finding("two")), (old,), kept)) == [(7, ""), (8, "two")]


def test_alike_findings_are_one_query_and_notes_and_the_board_are_none() -> None:
    several = audit(
        finding("one"),
        finding("one"),
        finding("a note", Severity.NOTE),
        finding("the board", file="claims/x.yaml"),
    )
    numbers = numbers_for(several, (), kept)
    assert said(numbers) == [(1, "one")]
    (query,) = queries(several, numbers, anywhere)
    assert len(query.findings) == 2


def test_each_query_tells_what_became_of_it() -> None:
    one, two, three, four = map(finding, ("one", "two", "three", "four"))
    numbers = numbers_for(audit(one, two, three, four), (), kept)
    waiver = Waiver(two.fingerprint, "AB", "2024-03-01T09:30:00Z", "she is right")
    later = replace(audit(one), set_aside=(SetAside(two, waiver),), known=(four,))
    told = queries(later, numbers, anywhere)
    assert [(q.numbered.number, q.state) for q in told] == [
        (1, QueryState.OPEN),
        (2, QueryState.ANSWERED),
        (3, QueryState.MENDED),
        (4, QueryState.OPEN),
    ]
    assert told[1].waiver == waiver


def test_a_query_on_what_was_not_audited_is_not_said_to_be_mended() -> None:
    numbers = numbers_for(audit(finding("one")), (), kept)
    assert queries(audit(), numbers, lambda code, file: False) == ()
    assert queries(Audit("", ()), numbers, anywhere) == ()


def test_a_draft_under_a_new_name_keeps_its_numbers() -> None:
    long = "word " * 80
    first = numbers_for(audit(finding("one"), finding("two"), finding(long)), (), kept)
    first = tuple(replace(each, words=each.words[:199] + "…") for each in first)
    draft = AuditedDraft(source("draft"), document(path="draft-2.md"))
    now = [finding(words, file="draft-2.md") for words in ("new", long, "one")]
    second = Audit("", (draft,), tuple(now))
    numbers = numbers_for(second, first, lambda file: file == "draft.md")
    assert [(n.number, n.words[:5], n.file) for n in numbers] == [
        (1, "one", "draft-2.md"),
        (2, "two…", "draft.md"),
        (3, "word ", "draft-2.md"),
        (4, "new", "draft-2.md"),
    ]
    assert said(numbers_for(second, first, kept))[-1][0] == 6
