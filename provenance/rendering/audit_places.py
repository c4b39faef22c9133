"""Where a finding of an audit stands, the way a person would look it up in that kind of file."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.audit import Audit, AuditedDraft
from provenance.model.findings import Finding
from provenance.model.notes import MarkerKind
from provenance.model.spans import Span

_TEXT_FORMATS = frozenset({"txt", "md"})
"""Of whose files the canonical text is the content, so that its lines are the file's lines."""


@dataclass(frozen=True, slots=True)
class Spot:
    path: str
    line: int = 0
    """Of the file itself; 0 where the file has no lines a person could count."""
    column: int = 0
    page: str = ""
    paragraph: int = 0
    """Of the text that was read; 0 where a line tells more."""
    note: str = ""
    """The label of the note it stands in or at; "" elsewhere."""


def draft_of(audit: Audit, finding: Finding) -> AuditedDraft | None:
    """The draft a finding is about; None where it is about another file."""
    path = finding.place.path
    return next((draft for draft in audit.drafts if draft.document.path == path), None)


def spot_of(audit: Audit, finding: Finding) -> Spot:
    """Where a finding stands."""
    draft, place = draft_of(audit, finding), finding.place
    if draft is None:
        return Spot(place.path, place.line, place.column)
    document, span = draft.document, finding.span
    note = note_at(draft, span) if span else ""
    if document.format in _TEXT_FORMATS or span is None:
        return Spot(place.path, place.line, place.column, note=note)
    page, paragraph = document.page_of(span.start), document.paragraph_of(span.start)
    return Spot(place.path, page=page, paragraph=paragraph, note=note)


def note_at(draft: AuditedDraft, span: Span) -> str:
    """The label of the note whose body a stretch lies in, whose marker it holds, or whose marker
    stands next behind it in its sentence; "" where there is none.
    """
    document = draft.document
    inside = (note.label for note in document.notes if note.span.covers(span))
    markers = [marker for marker in document.markers if marker.kind is MarkerKind.NOTE]
    at = (marker.label for marker in markers if span.covers(marker.span))
    around = next((s.span for s in draft.sentences if s.span.covers(span)), span)
    behind = (
        marker.label
        for marker in markers
        if around.covers(marker.span) and marker.span.start >= span.end
    )
    return next(inside, "") or next(at, "") or next(behind, "")


def spot_in_words(spot: Spot) -> str:
    """`draft.md:12:5`, or `draft.docx, page 3, paragraph 12, note 4`. Not safe for a terminal."""
    if spot.line:
        return ":".join(str(part) for part in (spot.path, spot.line, spot.column) if part)
    return ", ".join([spot.path, *_parts(spot)])


def within_file(spot: Spot) -> str:
    """The same without the file."""
    if spot.line:
        return f"line {spot.line}" + (f", note {spot.note}" if spot.note else "")
    return ", ".join(_parts(spot))


def _parts(spot: Spot) -> list[str]:
    said = (("page", spot.page), ("paragraph", spot.paragraph), ("note", spot.note))
    return [f"{name} {value}" for name, value in said if value]
