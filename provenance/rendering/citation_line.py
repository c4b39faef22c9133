"""Words with the citation that lets anybody find them again: what the copy keys put in a paste."""

from __future__ import annotations

from provenance.model.dossier import ReadSource
from provenance.model.spans import Span
from provenance.model.verdicts import PlacedStatement
from provenance.rendering.dates_in_words import date_in_words
from provenance.rendering.statements_in_words import HELD, is_own_voice, layer_in_words
from provenance.rendering.untrusted import on_one_line

_SHORT_HASH = 12
"""Hexadecimal digits of a file's hash that are shown: enough to tell any two files apart."""


def statement_with_citation(placed: PlacedStatement, entry: ReadSource) -> str:
    """A statement's words, who says them, and where they stand; as recorded where they are lost."""
    words = on_one_line(placed.words or placed.statement.quote)
    parts = [*_reported_by(placed, entry), *_cited(entry, placed.span)]
    layer = layer_in_words(placed)
    parts += [layer] if layer else []
    parts += ["quotation not found in the source"] if placed.span is None else []
    return f"“{words}” ({'; '.join([*parts, *_hash(entry)])})"


def passage_with_citation(span: Span, entry: ReadSource) -> str:
    """Any stretch of a source, with where it stands. The source must have been read."""
    if entry.document is None:
        raise ValueError(f"{entry.source.id} was not read")
    words = on_one_line(span.of(entry.document.text))
    layer = entry.document.layer_of(span)
    parts = [*_cited(entry, span), *([f"{on_one_line(layer.name)} layer"] if layer else [])]
    return f"“{words}” ({'; '.join([*parts, *_hash(entry)])})"


def short_hash(entry: ReadSource) -> str:
    """The first digits of the hash of the file as it was read, else as recorded; "" for neither."""
    whole = entry.document.sha256 if entry.document else entry.source.sha256
    return on_one_line(whole)[:_SHORT_HASH]


def _reported_by(placed: PlacedStatement, entry: ReadSource) -> list[str]:
    statement = placed.statement
    if is_own_voice(statement, entry.source):
        return []
    return [f"{on_one_line(statement.speaker)}, {HELD[statement.holds]}"]


def _cited(entry: ReadSource, span: Span | None) -> list[str]:
    """Author, title, date, archive, address, then page and line."""
    source = entry.source
    title = on_one_line(source.title) or on_one_line(source.id)
    parts = [f"{on_one_line(', '.join(source.authors))}, {title}" if source.authors else title]
    parts += [date_in_words(source.issued)] if source.issued else []
    for name in ("archive", "archive_location", "URL", "url"):
        given = on_one_line(source.described_as(name))
        parts += [given] if given else []
    if span is not None and entry.document is not None:
        page = on_one_line(entry.document.page_of(span.start))
        parts += [f"p. {page}"] if page else []
        parts += [f"{on_one_line(source.path)}:{entry.document.line_of(span.start)}"]
    return parts


def _hash(entry: ReadSource) -> list[str]:
    found = short_hash(entry)
    return [f"sha256 {found}"] if found else []
