"""How many claims, sources, origins and findings there are, in the words every output shares."""

from __future__ import annotations

from collections import Counter

from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.findings import Severity
from provenance.rendering.marks import VERDICT_MARKS
from provenance.rendering.statements_in_words import counted, notes_unread


def claims_in_words(dossier: Dossier) -> str:
    """`3 claims: 1 disputed, 1 agreed, 1 resolved`."""
    verdicts = Counter(row.verdict for row in dossier.rows if row.resolution is None)
    told = [
        f"{verdicts[verdict]} {word}"
        for verdict, (_, word) in VERDICT_MARKS.items()
        if verdicts[verdict]
    ]
    resolved = sum(row.resolution is not None for row in dossier.rows)
    told += [f"{resolved} resolved"] if resolved else []
    claims = counted(len(dossier.rows), "claim")
    return f"{claims}: {', '.join(told)}" if told else claims


def sources_in_words(dossier: Dossier) -> str:
    """`4 sources (3 read, 1 partly read), at most 4 origins, 5 notes unread, and 1 draft …`.

    An unread note is one that a statement rests on and whose body is not in the file.
    """
    entries = dossier.counted_sources
    states = Counter(entry.state for entry in entries)
    told = ", ".join(
        f"{states[state]} {state.value.replace('-', ' ')}" for state in SourceState if states[state]
    )
    drafts = len(dossier.sources) - len(entries)
    return (
        counted(len(entries), "source")
        + (f" ({told})" if told else "")
        + f", at most {counted(at_most_origins(dossier), 'origin')}"
        + notes_unread(unknown_origins(dossier))
        + (f", and {counted(drafts, 'draft')} being checked" if drafts else "")
    )


def findings_in_words(dossier: Dossier) -> str:
    """`2 errors, 1 warning, 1 set aside`, or that there are none."""
    numbers = Counter(finding.severity for finding in dossier.findings)
    told = [counted(numbers[each], each.value) for each in Severity if numbers[each]]
    aside = len(dossier.decided.set_aside)
    if aside:
        told = [*(told or ["none open"]), f"{aside} set aside"]
    said = f"Findings: {', '.join(told)}" if told else "No findings"
    has_draft = len(dossier.sources) > len(dossier.counted_sources)
    if not has_draft or dossier.drafts:
        return said
    return f"{said} (in claims and sources; provenance audit adds those of the draft)"


def at_most_origins(dossier: Dossier) -> int:
    """Sources that were read; those of one family, and the same bytes twice, count once."""
    read = [entry for entry in dossier.counted_sources if entry.state is not SourceState.UNREAD]
    return len({_kin(entry) for entry in read})


def _kin(entry: ReadSource) -> tuple[str, str]:
    """What a source counts as: its family, else its bytes."""
    if entry.family:
        return "family", entry.family
    digest = entry.document.sha256 if entry.document else ""
    return ("bytes", digest) if digest else ("source", entry.source.id)


def unknown_origins(dossier: Dossier) -> int:
    """Notes that statements on any claim rest on and whose body is not in the file."""
    documents = {entry.source.id: entry.document for entry in dossier.counted_sources}
    missing = {
        (cell.source, label)
        for row in dossier.rows
        for cell in row.cells
        for placed in cell.statements
        if placed.span is not None and (document := documents.get(cell.source))
        for label in placed.statement.notes
        if document.note_labelled(label) is None
    }
    return len(missing)
