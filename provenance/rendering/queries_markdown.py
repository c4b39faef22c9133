"""The queries to an author as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.model.audit import Audit
from provenance.model.queries import Query
from provenance.rendering.query_in_words import (
    LEAD,
    closed_in_words,
    counts_in_words,
    hint_of,
    others_words,
    places_in_words,
    said_in_words,
    title_in_words,
    words_of,
)
from provenance.rendering.untrusted import for_markdown as md


def queries(audit: Audit, queries: Sequence[Query]) -> str:
    """A heading for each query, by number. Not a Markdown list: that would number them anew."""
    lines = [f"# {md(title_in_words(audit))}", "", counts_in_words(queries), "", LEAD, ""]
    for query in queries:
        lines += _query(audit, query)
    return "\n".join(lines).rstrip("\n") + "\n"


def _query(audit: Audit, query: Query) -> Iterator[str]:
    yield f"## Query {query.numbered.number} ({query.state.value})"
    yield ""
    yield f"*{md(places_in_words(audit, query))}*"
    yield ""
    if words := words_of(query):
        yield f"> {md(words)}"
        yield ""
    yield md(said_in_words(query))
    yield ""
    source, said = others_words(query)
    if said:
        yield f"{md(source)} has:"
        yield ""
        yield f"> {md(said)}"
        yield ""
    if hint := hint_of(query):
        yield md(hint)
        yield ""
    yield f"**{md(closed)}**" if (closed := closed_in_words(query)) else "Answer:"
    yield ""
