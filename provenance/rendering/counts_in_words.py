"""How many claims, sources, origins and findings there are, in the words every output shares."""

from __future__ import annotations

from collections import Counter

from provenance.model.dossier import Dossier, SourceState
from provenance.model.findings import Severity
from provenance.rendering.marks import VERDICT_MARKS
from provenance.rendering.statements_in_words import counted


def claims_in_words(dossier: Dossier) -> str:
    """`3 claims: 1 disputed, 1 open, 1 agreed`."""
    verdicts = Counter(row.verdict for row in dossier.rows)
    told = ", ".join(
        f"{verdicts[verdict]} {word}"
        for verdict, (_, word) in VERDICT_MARKS.items()
        if verdicts[verdict]
    )
    claims = counted(len(dossier.rows), "claim")
    return f"{claims}: {told}" if told else claims


def sources_in_words(dossier: Dossier) -> str:
    """`4 sources (3 read, 1 partly read), at most 4 origins, 1 unknown, and 1 draft being checked`.

    An unknown is a statement that rests on a note whose body is not in the file.
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
        + f", {unknown_origins(dossier)} unknown"
        + (f", and {counted(drafts, 'draft')} being checked" if drafts else "")
    )


def findings_in_words(dossier: Dossier) -> str:
    """`2 errors, 1 warning`, or that there are none."""
    numbers = Counter(finding.severity for finding in dossier.findings)
    told = [counted(numbers[each], each.value) for each in Severity if numbers[each]]
    return f"Findings: {', '.join(told)}" if told else "No findings"


def at_most_origins(dossier: Dossier) -> int:
    """Sources, those of one family counted once."""
    families = {entry.family for entry in dossier.counted_sources if entry.family}
    alone = [entry for entry in dossier.counted_sources if not entry.family]
    return len(families) + len(alone)


def unknown_origins(dossier: Dossier) -> int:
    """Statements on any claim that rest on a note whose body is not in the file."""
    return sum(row.origins.unknown for row in dossier.rows)
