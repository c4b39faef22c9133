"""The cite-checker's list: one row a citation, with what was found and who looked at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, fields

from provenance.model.audit import Audit, AuditedDraft, DraftCitation
from provenance.model.findings import Finding
from provenance.model.notes import Note, Resolution, Work
from provenance.model.spans import Span
from provenance.rendering.audit_in_words import Show, listed, standings, title_of
from provenance.rendering.untrusted import on_one_line

_MARKS = "*_ "
"""What Markdown puts round a title, and is none of it."""
LONGEST_CELL = 8_000
"""Code points of a cell that are written; spreadsheets hold four times as many."""


@dataclass(frozen=True, slots=True)
class Row:
    """Every field is safe to show and stands on one line. Its doc is the column's heading."""

    draft: str
    note: str
    """As the draft shows its number."""
    sentence: str
    """The one the note's marker stands in; "" where the note has no marker."""
    cited_as: str
    """The citation's own words; of a note in which no citation was read, the note's."""
    author: str
    title: str
    date: str
    locator: str
    held: str
    """The file in seeds/ that is the work."""
    status: str
    findings: str
    checked_by: str
    checked_on: str


HEADINGS = (
    "Draft",
    "Note",
    "Sentence",
    "Cited as",
    "Author",
    "Title",
    "Date",
    "Locator",
    "Held in seeds/ as",
    "Status",
    "Findings",
    "Checked by",
    "Checked on",
)


def rows(audit: Audit) -> tuple[Row, ...]:
    """Every citation of every draft in order; a note in which none was read has a row as well."""
    return tuple(row for draft in audit.drafts for row in _rows_of(audit, draft))


def cells(row: Row) -> tuple[str, ...]:
    """A row's texts in the order of `HEADINGS`, none longer than a spreadsheet takes."""
    return tuple(
        text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
        for text in astuple(row)
    )


def _rows_of(audit: Audit, draft: AuditedDraft) -> Iterator[Row]:
    beside = standings(audit)
    path = draft.document.path
    found = [f for f in listed(audit, Show.ALL) if f.place.path == path and f.span]
    works = {work.id: work for work in draft.works}
    by_note: dict[str, list[DraftCitation]] = {}
    for each in draft.citations:
        by_note.setdefault(each.note.id, []).append(each)
    for note in draft.document.notes:
        cited: list[DraftCitation | None] = [*by_note.get(note.id, ())]
        for citation in cited or [None]:
            sentence = citation.sentence if citation else _sentence(draft, note)
            here = _findings_at(found, note, citation, sentence)
            yield _row(audit, draft, note, citation, sentence, here, beside, works)


def _row(
    audit: Audit,
    draft: AuditedDraft,
    note: Note,
    each: DraftCitation | None,
    sentence: Span | None,
    findings: list[Finding],
    beside: Mapping[Finding, str],
    works: Mapping[str, Work],
) -> Row:
    text = draft.document.text
    cited = each.citation if each else None
    work = works.get(cited.work or "") if cited else None
    author = (cited.author if cited else ()) or (work.author if work else ())
    named = [cited.title, work.title if work else "", cited.container] if cited else []
    named += [work.container] if work else []
    dates = [cited.year, work.year if work else ""] if cited else []
    checked = _checked(audit, draft, sentence, findings)
    said = Row(
        draft=draft.document.path,
        note=note.label,
        sentence=sentence.of(text) if sentence else "",
        cited_as=(cited.span if cited else note.span).of(text),
        author="; ".join(author),
        title=next((name for name in named if name), "").strip(_MARKS),
        date=next((date for date in dates if date), ""),
        locator=_locator(cited.volume, cited.locator or cited.pages) if cited else "",
        held=_held_as(audit, each.held) if each else "",
        status=_status(each, works),
        findings="; ".join(_told(audit, finding, beside) for finding in findings),
        checked_by="; ".join(dict.fromkeys(by for by, _ in checked)),
        checked_on="; ".join(dict.fromkeys(at[:10] for _, at in checked)),
    )
    return Row(*(on_one_line(getattr(said, field.name)) for field in fields(said)))


def _findings_at(
    found: list[Finding], note: Note, each: DraftCitation | None, sentence: Span | None
) -> list[Finding]:
    """What was found in the citation, in its note at no citation, and in its sentence."""
    others = [c.span for c in note.citations if each is None or c.id != each.citation.id]

    def is_here(span: Span) -> bool:
        if each and span.overlaps(each.citation.span):
            return True
        if span.overlaps(note.span):
            return not any(span.overlaps(other) for other in others)
        return sentence is not None and span.overlaps(sentence)

    return [finding for finding in found if finding.span and is_here(finding.span)]


def _sentence(draft: AuditedDraft, note: Note) -> Span | None:
    return next((s.span for s in draft.sentences if note.id in s.notes), None)


def _checked(
    audit: Audit, draft: AuditedDraft, sentence: Span | None, findings: list[Finding]
) -> list[tuple[str, str]]:
    """Who confirmed the sentence or set a finding of the row aside, and when, oldest first."""
    looked = [
        (each.by, each.at) for each in draft.looked_at if sentence and each.span.overlaps(sentence)
    ]
    aside = [(s.waiver.by, s.waiver.at) for s in audit.set_aside if s.finding in findings]
    return sorted([*looked, *aside], key=lambda who: (who[1], who[0]))


def _status(each: DraftCitation | None, works: Mapping[str, Work]) -> str:
    if each is None:
        return "no citation read"
    citation = each.citation
    if citation.resolution is Resolution.AMBIGUOUS:
        names = " or ".join(works[id_].label for id_ in citation.candidates if id_ in works)
        return f"ambiguous: {names}" if names else "ambiguous"
    if citation.resolution is Resolution.UNRESOLVED:
        return "unresolved"
    return "held" if each.held else "not held"


def _held_as(audit: Audit, held: str) -> str:
    return next((source.path for source in audit.sources if source.id == held), held)


def _locator(volume: str, place: str) -> str:
    said = [f"vol. {volume}" if volume else "", place]
    return ", ".join(part for part in said if part)


def _told(audit: Audit, finding: Finding, beside: Mapping[Finding, str]) -> str:
    standing = f" ({beside[finding]})" if finding in beside else ""
    return f"{title_of(audit, finding.code)}: {finding.message}{standing}"
