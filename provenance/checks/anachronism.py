"""A source rests on something later than itself, or asserts what had not happened yet.

What it means: what is cited, reported or derived from is dated after the source that does so; or
the source asserts an event of a later day than its own, and not as a plan or a forecast.

Why it matters: one of the dates is wrong, or the text was changed after its date, or the note was
put to the wrong sentence. Each of them breaks the chain.

To put it right: check both dates; give the edition that was used; or record what is said of the
future with `holds: planned` or `probable`.

Bad:  an article of 1951 that cites a book of 1963.

Good: the article's description gives `issued: 1971`, the year of the reprint that was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from provenance.checks.chains_in_words import at_edge, is_proposed, named
from provenance.checks.subject import Subject
from provenance.errors import inert
from provenance.model.claims import Holds
from provenance.model.findings import Finding, Severity
from provenance.model.origins import Edge, NodeKind
from provenance.model.values import DateValue
from provenance.model.verdicts import Row

CODE = "PV602"
SEVERITY = Severity.WARNING
TITLE = "A source rests on what is later than itself"


def check(subject: Subject) -> Iterator[Finding]:
    for row, trail in subject.traced:
        for edge in dict.fromkeys(trail.edges):
            later = _later(subject, edge)
            if later:
                message = (
                    f"{inert(edge.start.id)} is dated {_dated(subject, edge.start.id)} and rests on"
                    f" {named(subject, edge.end)}, which is of {later}."
                )
                hint = "Check both dates, and which edition was used."
                yield at_edge(subject, row, edge, (CODE, SEVERITY, message, hint))
        yield from _foreseen(subject, row)


def _later(subject: Subject, edge: Edge) -> str:
    """The date of what an edge leads to, where it is after the date of where it starts."""
    issued = _issued(subject, edge.start.id) if edge.start.kind is NodeKind.SOURCE else None
    if issued is None or issued.latest is None:
        return ""
    if edge.end.kind is NodeKind.SOURCE:
        other = _issued(subject, edge.end.id)
        is_later = other and other.earliest and other.earliest > issued.latest
        return other.edtf if other and is_later else ""
    key = edge.end.id.partition("#")[0]
    year = next((work.year for work in subject.works if work.key == key), "")
    is_year = year.isdecimal() and len(year) == 4
    return year if is_year and int(year) > issued.latest.year else ""


def _foreseen(subject: Subject, row: Row) -> Iterator[Finding]:
    """Own statements of a day after their source's own, said as a fact."""
    for cell in row.cells:
        issued = _issued(subject, cell.source)
        for placed in cell.statements:
            statement, value = placed.statement, placed.statement.value
            if placed.span is None or is_proposed(placed):
                continue
            if statement.holds is not Holds.ASSERTED:
                continue
            if not isinstance(value, DateValue) or statement.speaker:
                continue
            if issued and issued.latest and value.earliest and value.earliest > issued.latest:
                message = (
                    f"{inert(cell.source)} is dated {inert(issued.edtf)} and asserts"
                    f" {inert(value.edtf)}, which is later."
                )
                hint = "Record it as planned or probable, or check the date of the source."
                place = statement.place if statement.place.path else row.claim.place
                yield Finding(CODE, SEVERITY, place, message, hint, claim=row.claim.id)


def _issued(subject: Subject, id_: str) -> DateValue | None:
    entry = subject.by_id.get(id_)
    return entry.source.issued if entry else None


def _dated(subject: Subject, id_: str) -> str:
    issued = _issued(subject, id_)
    return inert(issued.edtf) if issued else "undated"
