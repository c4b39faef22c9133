"""A statement says one date, and the only date in its own quotation is another.

What it means: `says` and the quoted words cannot both be right, as far as the words state a day,
month or year themselves. Where they only lead to a date (*the day after*), nothing is said.

Why it matters: the board compares what `says` says. A slip there makes a conflict that is none, or
hides one.

To put it right: correct `says`; or quote the words that the date was taken from.

Bad:  `says: 1945-06-16` beside `quote: "not until June 15 that he was officially informed"`.

Good: `says: 1945-06-15`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from provenance.checks.subject import Quotation, Subject
from provenance.drafts.compared_dates import are_apart
from provenance.errors import inert, quoted
from provenance.evidence.dates import AS_WRITTEN, tag_dates
from provenance.model.dated import TaggedDate
from provenance.model.findings import Finding, Severity
from provenance.model.spans import Span
from provenance.model.values import DateValue
from provenance.model.verdicts import StatementState

CODE = "PV206"
SEVERITY = Severity.WARNING
TITLE = "Statement says another date than its quotation"

_LEADS_ELSEWHERE = re.compile(
    r"\b(?:after|before|following|later|earlier|since|ago|eve|previous|next|last|yesterday|today|"
    r"tomorrow|tonight|morning|evening|night|days?|weeks?|months?|then|meanwhile|prior|within)\b",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(
    r"\b(?:message|letter|cable|cablegram|telegram|note|despatch|dispatch|memorandum|instructions?|"
    r"agreement|declaration|treaty|pact|order|report|minutes?|no\.?\s*\d+)s?\s+(?:(?:of|dated|from)\s+)?"
    r"(?:the\s+)?\Z",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    for quotation in subject.quotations:
        # What a proposal says may come from the words around its quotation, and nobody wrote it.
        if quotation.placed.state is StatementState.PROPOSED:
            continue
        other = _other_date(quotation)
        if other is None:
            continue
        statement = quotation.placed.statement
        yield quotation.finding(
            CODE,
            SEVERITY,
            f"It says {inert(statement.says)}, and the date in its words is"
            f" {quoted(other.span.of(statement.quote))}.",
            "Correct `says`, or quote the words that the date was taken from.",
        )


@lru_cache(maxsize=4_096)
def _dates_in(quote: str, written: DateValue | None, language: str) -> tuple[TaggedDate, ...]:
    # Every decision has the whole board checked again, and few of its quotations are new then.
    return tag_dates(quote, written=written, language=language)


def _other_date(quotation: Quotation) -> TaggedDate | None:
    """The only date of a quotation, where it cannot be what the statement says."""
    statement = quotation.placed.statement
    if not isinstance(statement.value, DateValue) or _LEADS_ELSEWHERE.search(statement.quote):
        return None
    source = quotation.entry.source
    dates = _dates_in(statement.quote, source.issued, source.language)
    if len(dates) != 1 or not any(sign.isdigit() for sign in dates[0].span.of(statement.quote)):
        return None
    if _OF_A_PAPER.search(statement.quote[: dates[0].span.start]):
        return None
    said = TaggedDate(Span(0, 0), statement.value, AS_WRITTEN)
    return dates[0] if are_apart(said, dates[0]) else None
