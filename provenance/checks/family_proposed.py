"""Sources share so much, or such errors, that they seem to copy one another.

What it means: they have long passages in common that neither marks as a quotation, or they read
alike where every other source reads otherwise. It is a proposal, and no count has changed.

Why it matters: copies are one voice. If these are, every claim that counts them apart counts one
origin too many.

To put it right: read the passages. At the board, open a claim's origins, or the sources:
Accept confirms the family, Reject rejects it for good. By hand, say so in `provenance.yaml`,
`families: {a-name: [one, other]}`, or give `derived-from:` in the description of the copy.

Bad:  two papers, word for word the same for a column, counted as two witnesses.

Good: `families: {reuter-4-may: [gazette, herald]}`, and one witness.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.chains_in_words import listed, quoted
from provenance.checks.subject import Subject
from provenance.errors import inert
from provenance.model.findings import Finding, Severity
from provenance.model.origins import Evidence, Kinship

CODE = "PV608"
SEVERITY = Severity.NOTE
TITLE = "Sources seem to be one family"


def check(subject: Subject) -> Iterator[Finding]:
    for family in subject.proposed_families:
        names = listed(inert(member) for member in family.members)
        evidence = "; ".join(_in_words(subject, kinship) for kinship in family.kinships)
        hint = "If they are copies, confirm the family at the board; until then each counts."
        place = subject.by_id[family.members[0]].source.place
        yield Finding(CODE, SEVERITY, place, f"{names} seem to be one family: {evidence}.", hint)


def _in_words(subject: Subject, kinship: Kinship) -> str:
    errors = [each for each in kinship.evidence if each.kind is Evidence.ERROR]
    shared = sum(each.same for each in kinship.evidence if each.kind is Evidence.PASSAGES)
    told = f"{inert(kinship.left)} and {inert(kinship.right)} share {shared} words"
    if errors:
        told += f", and {quoted(errors[0].why)}"
        more = len(errors) - 1
        told += f" ({more} more such)" if more else ""
    return f"{told}; {inert(kinship.why)}"
