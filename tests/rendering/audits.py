"""Audits to render: one that has something of everything, and one made of hostile texts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from provenance.errors import Place, Problem
from provenance.model.audit import (
    Audit,
    AuditedDraft,
    DraftCitation,
    DraftSentence,
    LookedAt,
    Support,
)
from provenance.model.baseline import KnownFinding
from provenance.model.decided import SetAside
from provenance.model.documents import Document, Page
from provenance.model.findings import Counterpart, Finding, Rule, Severity
from provenance.model.notes import (
    Citation,
    CitationKind,
    Marker,
    MarkerEvidence,
    MarkerKind,
    Note,
    Resolution,
    Work,
)
from provenance.model.queries import Numbered, Query, QueryState
from provenance.model.sources import Role
from provenance.model.spans import Span
from provenance.model.waivers import Waiver
from tests.factories import HARD_TEXTS, document, source

TEXT = (
    "The Bridge\n\n"
    "The bridge was closed in March 1841.1 It reopened in May 1842. Nobody minded.\n\n"
    "The clerk wrote: “no order was signed.”2\n\n"
    "1. Smith, A History of Harrow (1901), p. 12; Jones, The River (1950).\n\n"
    "2. Ibid., p. 14.\n"
)
RULES = (
    Rule(
        "PV302",
        Severity.ERROR,
        "Marker without a note",
        "A marker points to nothing.\n\nWhat it means: the note is gone.\n\nGood: `[1]`",
    ),
    Rule("PV201", Severity.ERROR, "Quotation altered", "The words differ.\n\nGood: “exact”"),
    Rule("PV305", Severity.WARNING, "Statement without a note", "Nothing is named.\n\nGood: 1"),
)
WAIVER = Waiver(
    "0" * 12,
    "AB",
    "2024-03-01T09:30:00Z",
    "The archive, asked, confirmed it.",
    "2024-12-31",
    path="claims/decisions/x/y.yaml",
)


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _notes(text: str) -> tuple[tuple[Note, ...], tuple[DraftCitation, ...], tuple[Work, ...]]:
    first, second = _at(text, "Smith, A History"), _at(text, "Ibid., p. 14.")
    body = Span(first.start, text.index("\n\n2. "))
    smith = Span(body.start, text.index("; Jones"))
    jones = Span(smith.end + 2, body.end)
    works = (
        Work("w1", ("Smith",), "A History of Harrow", "1901", ("c1", "c3")),
        Work("w2", ("Jones",), "The River", "1950", ("c2",)),
    )
    resolved = Resolution.RESOLVED
    citations = (
        Citation(
            "c1",
            smith,
            CitationKind.FULL,
            author=("Smith",),
            title="A History of Harrow",
            year="1901",
            pages="12",
            work="w1",
            resolution=resolved,
        ),
        Citation(
            "c2",
            jones,
            CitationKind.FULL,
            candidates=("w1", "w2"),
            pages="3",
            resolution=Resolution.AMBIGUOUS,
        ),
        Citation("c3", second, CitationKind.IBID, pages="14", work="w1", resolution=resolved),
    )
    one = Note("n1", "1", body, "m1", citations=citations[:2])
    two = Note("n2", "2", second, "m2", citations=citations[2:])
    first_sentence = _at(text, "The bridge was closed in March 1841.1")
    last_sentence = _at(text, "The clerk wrote: “no order was signed.”2")
    listed = (
        DraftCitation(citations[0], one, first_sentence, "history"),
        DraftCitation(citations[1], one, first_sentence),
        DraftCitation(citations[2], two, last_sentence, "history"),
    )
    return (one, two), listed, works


def _document(path: str, format_: str) -> Document:
    notes, _, _ = _notes(TEXT)
    kind, evidence = MarkerKind.NOTE, MarkerEvidence.SUPERSCRIPT
    end_of_first = TEXT.index("1841.1") + 5
    end_of_second = TEXT.index("”2") + 1
    markers = (
        Marker("m1", Span(end_of_first, end_of_first + 1), "1", kind, evidence, "n1"),
        Marker("m2", Span(end_of_second, end_of_second + 1), "2", kind, evidence, "n2"),
    )
    bare = document(TEXT, path, notes=notes, markers=markers)
    middle = TEXT.index("The clerk")
    pages = (Page("iv", Span(0, middle)), Page("v", Span(middle, len(TEXT))))
    return replace(bare, format=format_, pages=pages if format_ == "docx" else ())


def audited_draft(path: str = "draft.docx", format_: str = "docx") -> AuditedDraft:
    kinds = (
        ("The bridge was closed in March 1841.1", Support.SUPPORTED, ("n1",)),
        ("It reopened in May 1842.", Support.BARE, ()),
        ("Nobody minded.", Support.NOT_CHECKABLE, ()),
        ("The clerk wrote: “no order was signed.”2", Support.QUOTED, ("n2",)),
    )
    sentences = tuple(
        DraftSentence(_at(TEXT, words), support, f"It is {support.value}.", notes)
        for words, support, notes in kinds
    )
    _, citations, works = _notes(TEXT)
    looked = (LookedAt(_at(TEXT, "closed in March 1841"), "CD", "2024-02-03T10:00:00Z"),)
    return AuditedDraft(
        source("draft", role=Role.DRAFT),
        _document(path, format_),
        sentences,
        citations,
        works,
        looked,
    )


def finding(
    draft: AuditedDraft, code: str, severity: Severity, words: str, message: str, **more: object
) -> Finding:
    document_ = draft.document
    span = _at(document_.text, words)
    place = Place(document_.path, document_.line_of(span.start), document_.column_of(span.start))
    made = Finding(code, severity, place, message, "Mend it.", span, words=words)
    return replace(made, **more)  # type: ignore[arg-type]


def example_audit(path: str = "draft.docx", format_: str = "docx") -> Audit:
    """Findings that are open, set aside, lapsed, known and mended; a draft that falls short."""
    draft = audited_draft(path, format_)
    has = Counterpart("minutes", "no order was ever signed", Place("seeds/minutes.txt", 14, 3))
    altered = finding(
        draft,
        "PV201",
        Severity.ERROR,
        "no order was signed",
        "The source has another word.",
        counterpart=has,
    )
    bare = finding(draft, "PV305", Severity.WARNING, "It reopened in May 1842.", "It has no note.")
    loose = finding(draft, "PV302", Severity.ERROR, "Ibid., p. 14.", "Which work is meant?")
    again = finding(draft, "PV305", Severity.WARNING, "Nobody minded.", "Who says so?")
    old = finding(draft, "PV302", Severity.ERROR, "Jones, The River (1950).", "An old one.")
    board = Finding(
        "PV501", Severity.ERROR, Place("claims/closed.yaml", 1, 1), "They conflict.", claim="closed"
    )
    return Audit(
        "Harrow bridge",
        (draft,),
        (board, bare, again, altered),
        (Problem("format-unread", "this is a picture", Place("seeds/x.png"), "leave it out"),),
        sources=(source("history", title="A History of Harrow"), source("minutes")),
        rules=RULES,
        require_coverage=Decimal(95),
        set_aside=(SetAside(loose, replace(WAIVER, fingerprint=loose.fingerprint)),),
        lapsed=(SetAside(again, replace(WAIVER, fingerprint=again.fingerprint)),),
        known=(old,),
        mended=(KnownFinding("a" * 12, "PV302", "draft.docx", "Marker 9 has no note.", 2),),
    )


HOSTILE = "\n\n".join(
    [
        *HARD_TEXTS.values(),
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\ud800 half, \ufffe none, \U000e0041 tag, \x00 nothing, ]]> end",
        "::error file=x::%0A100%,a:b",
        "](javascript:alert(1)) ![x](http://x.invalid) `a` | b",
        "'\"><img src=x onerror=alert(1)>{{ 7*7 }}{% x %}",
        "x" * 40_000,
    ]
)


def hostile_audit() -> Audit:
    """Every text of a document, of a person's and of a message in turn hostile."""
    lines = [line for line in HOSTILE.split("\n\n") if line.strip()]
    text = "\n\n".join(lines) + "\n"
    start, notes, citations, sentences, findings = 0, [], [], [], []
    for number, line in enumerate(lines):
        span = Span(start, start + len(line))
        cited = Citation(
            f"c{number}",
            span,
            CitationKind.FULL,
            author=(line,),
            title=line,
            year=line,
            pages=line,
            work="w1",
            resolution=Resolution.RESOLVED,
        )
        note = Note(f"n{number}", line, span, citations=(cited,))
        notes.append(note)
        citations.append(DraftCitation(cited, note, span, line))
        sentences.append(DraftSentence(span, Support.BARE, line, (note.id,)))
        place = Place(line, number + 1, 1)
        findings.append(
            Finding(
                "PV302",
                Severity.ERROR,
                place,
                line,
                line,
                span,
                words=line,
                counterpart=Counterpart(line, line, place),
            )
        )
        start += len(line) + 2
    safe = text.encode("utf-8", "replace").decode("utf-8")
    read = replace(document(safe, "draft.docx"), text=text, notes=tuple(notes), format="docx")
    draft = AuditedDraft(
        source("draft", role=Role.DRAFT),
        read,
        tuple(sentences),
        tuple(citations),
        (Work("w1", (lines[0],), lines[0], "", ()),),
    )
    mine = [replace(f, place=Place("draft.docx", f.place.line, 1)) for f in findings]
    waivers = [Waiver(f.fingerprint, f.message, f.message, f.message, f.message) for f in mine]
    problems = tuple(Problem("bad-text", line, Place(line), line) for line in lines)
    return Audit(
        lines[0],
        (draft,),
        (*findings, *mine),
        problems,
        sources=(replace(source(), id=lines[0], path=lines[0]),),
        rules=RULES,
        set_aside=tuple(SetAside(f, w) for f, w in zip(mine, waivers, strict=True)),
        known=tuple(findings),
        mended=tuple(KnownFinding("a" * 12, "PV302", line, line) for line in lines),
    )


def some_queries(audit: Audit) -> tuple[Query, ...]:
    """A query for each open finding of a draft, one that was answered, one that was mended."""
    path = audit.drafts[0].document.path
    mine = [f for f in audit.findings if f.place.path == path]

    def numbered(number: int, about: Finding) -> Numbered:
        return Numbered(number, about.fingerprint, about.code, path, about.message, about.words)

    open_ = [Query(numbered(n, f), QueryState.OPEN, (f,)) for n, f in enumerate(mine, 1)]
    last = len(open_)
    aside = audit.set_aside[0]
    answered = Query(
        numbered(last + 1, aside.finding), QueryState.ANSWERED, (aside.finding,), aside.waiver
    )
    gone = Numbered(last + 2, "b" * 12, "PV302", path, mine[0].message, mine[0].words)
    return (*open_, answered, Query(gone, QueryState.MENDED))
