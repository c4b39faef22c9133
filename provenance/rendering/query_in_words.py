"""A query to an author in the phrases that every list of them shares."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.audit import Audit
from provenance.model.queries import Query, QueryState
from provenance.rendering.audit_places import spot_in_words, spot_of
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line

LEAD = (
    "Each query keeps its number in every list, also when it was answered or mended."
    " Please answer below each one that is open."
)


def title_in_words(audit: Audit) -> str:
    """`Queries on Yalta and China`."""
    return on_one_line(f"Queries on {audit.title or 'the draft'}")


def counts_in_words(queries: Sequence[Query]) -> str:
    """`12 queries: 7 open, 3 answered, 2 mended`."""
    numbers = [(state, sum(q.state is state for q in queries)) for state in QueryState]
    told = ", ".join(f"{number} {state.value}" for state, number in numbers if number)
    return f"{counted(len(queries), 'query', 'queries')}: {told}" if told else "No queries."


def places_in_words(audit: Audit, query: Query) -> str:
    """`draft.docx, page 3, paragraph 12, note 4; and …`; of a mended one, its file."""
    places = dict.fromkeys(spot_in_words(spot_of(audit, f)) for f in query.findings)
    return on_one_line("; and ".join(places) or query.numbered.file)


def said_in_words(query: Query) -> str:
    """What is asked."""
    return on_one_line(query.findings[0].message if query.findings else query.numbered.said)


def words_of(query: Query) -> str:
    """The draft's own words; "" where there are none."""
    return on_one_line(query.findings[0].words if query.findings else query.numbered.words)


def others_words(query: Query) -> tuple[str, str]:
    """What a source has instead: which, and its words; two empty texts where nothing is."""
    other = query.findings[0].counterpart if query.findings else None
    if other is None:
        return "", ""
    return on_one_line(f"{other.source} ({other.place})"), on_one_line(other.words)


def hint_of(query: Query) -> str:
    """How it is put right; "" where that is not asked any more."""
    is_open = query.state is QueryState.OPEN and query.findings
    return on_one_line(query.findings[0].hint) if is_open else ""


def closed_in_words(query: Query) -> str:
    """What became of it; "" for an open one."""
    if query.state is QueryState.MENDED:
        return "Mended: this is not found in the draft any more."
    if query.waiver is None:
        return ""
    waiver = query.waiver
    until = f" until {waiver.expires}" if waiver.expires else ""
    return on_one_line(f"Answered ({waiver.by}, {waiver.at[:10]}{until}): {waiver.why}")
