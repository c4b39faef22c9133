"""A statement cites a note whose body is not in its source.

What it means: the label is known and the note is not: it was cut off, stands in another file, or
was not recognised. The statement rests on an unknown.

Why it matters: an unknown is not independence. Two statements that rest on missing notes may rest
on one and the same paper, so the count of origins says "unknown".

To put it right: add the file that holds the notes, correct the label, or leave it: the gap is then
on record. Where numbering restarts, write the series, `2/29`.

Bad:  `notes: ["29"]` counted as if note 29 named an independent source.

Good: `notes: ["29"]`, shown as an unknown until somebody has found the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.subject import Subject
from provenance.comparison.origins import missing_notes
from provenance.errors import inert
from provenance.model.findings import Finding, Severity

CODE = "PV301"
SEVERITY = Severity.NOTE
TITLE = "Statement rests on a note we do not hold"


def check(subject: Subject) -> Iterator[Finding]:
    for quotation in subject.quotations:
        placed, document = quotation.placed, quotation.entry.document
        if placed.span is None or document is None:
            continue
        for label in missing_notes(placed.statement.notes, document):
            yield quotation.finding(
                CODE,
                SEVERITY,
                f"It rests on note {inert(label)}, whose body is not in {inert(quotation.source)}.",
                "It counts as an unknown origin until the note is found.",
            )
