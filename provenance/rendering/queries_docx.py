"""The queries to an author as a Word document, the same bytes for the same queries."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document

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

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_QUOTE = "Intense Quote"


def queries(audit: Audit, queries: Sequence[Query]) -> bytes:
    """A heading for each query, by number; under each open one, room for an answer."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title_in_words(audit), "", ""
    properties.created = properties.modified = datetime(*_LONG_AGO)
    document.add_heading(title_in_words(audit), 0)
    document.add_paragraph(counts_in_words(queries))
    document.add_paragraph(LEAD)
    for query in queries:
        _add(document, audit, query)
    made = BytesIO()
    document.save(made)
    return _settled(made.getvalue())


def _add(document: Document, audit: Audit, query: Query) -> None:
    document.add_heading(f"Query {query.numbered.number} ({query.state.value})", 2)
    document.add_paragraph().add_run(places_in_words(audit, query)).italic = True
    if words := words_of(query):
        document.add_paragraph(words, _QUOTE)
    document.add_paragraph(said_in_words(query))
    source, said = others_words(query)
    if said:
        document.add_paragraph(f"{source} has:")
        document.add_paragraph(said, _QUOTE)
    if hint := hint_of(query):
        document.add_paragraph(hint)
    if closed := closed_in_words(query):
        document.add_paragraph().add_run(closed).bold = True
    else:
        document.add_paragraph().add_run("Answer: ").bold = True


def _settled(content: bytes) -> bytes:
    """The same package with its parts in order of their names, and made long ago."""
    settled = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as package, zipfile.ZipFile(settled, "w") as made:
        for name in sorted(package.namelist()):
            part = zipfile.ZipInfo(name, _LONG_AGO)
            part.external_attr = 0o600 << 16
            made.writestr(part, package.read(name), zipfile.ZIP_DEFLATED)
    return settled.getvalue()
