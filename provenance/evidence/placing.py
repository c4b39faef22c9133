"""Where a statement's quotation stands in its source, and in which layer."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.alignment.locate import Locator
from provenance.alignment.substance import substantial
from provenance.errors import quoted
from provenance.model.alignments import Difference, Found, FoundPlace, Located
from provenance.model.claims import Statement
from provenance.model.documents import Document, Layer
from provenance.model.spans import Span
from provenance.model.verdicts import PlacedStatement, Standing, StatementState

_MOST_LINES = 5
"""Places named one by one in a reason; more than these nobody reads."""
_MOST_DIFFERENCES = 3


def place(
    statement: Statement,
    document: Document | None,
    *,
    changed: bool,
    locator: Locator | None = None,
    unread: str = "",
    state: StatementState = StatementState.CONFIRMED,
) -> PlacedStatement:
    """Find the quotation. `changed`: the source is not the bytes that were recorded.

    `locator` is one over the document's text, given when many quotations are placed in it. In a
    changed source a quotation that still stands there once has moved; one that is only near is
    lost, since similar words are not the words a person chose. Words with another number, date,
    name or negation are lost in any source: they say something else. `unread` is why nothing of
    the source was read.
    """
    if document is None or unread:
        why = f": {unread}" if unread else ", since the source could not be read"
        return _lost(statement, state, f"It could not be looked up{why}.", Found.NONE)
    if not statement.quote.strip():
        return _lost(statement, state, "There are no words to find.", Found.NONE)
    finder = locator or Locator(document.text)
    located = finder.locate(statement.quote, prefix=statement.prefix, suffix=statement.suffix)
    if located.found in (Found.NONE, Found.SEVERAL):
        return _lost(statement, state, _why_lost(located, document, changed), located.found)
    only = located.places[0]
    altered = substantial(only.differences, _as_looked_for(statement), document.text)
    if located.found is Found.NEAR and (changed or altered):
        why = _why_altered(only, altered or only.differences, statement, document, changed)
        return _lost(statement, state, why, Found.NEAR)
    standing = Standing.MOVED if changed else Standing(located.found.value)
    return PlacedStatement(
        statement=statement,
        state=state,
        standing=standing,
        span=only.span,
        words=only.span.of(document.text),
        layer=_layer(document, only.span, statement.layer),
        why=_why_placed(standing, only, document.line_of(only.span.start)),
        found=located.found,
        differences=only.differences,
    )


def _lost(statement: Statement, state: StatementState, why: str, found: Found) -> PlacedStatement:
    return PlacedStatement(statement, state, Standing.LOST, None, "", None, why, found)


def _layer(document: Document, span: Span, named: str) -> Layer | None:
    """The layer a person named, if the words do lie in it; else the innermost that holds them."""
    holding = [layer for layer in document.layers if layer.name == named]
    return next((layer for layer in holding if layer.span.covers(span)), document.layer_of(span))


def _why_lost(located: Located, document: Document, changed: bool) -> str:
    if located.found is Found.NONE:
        since = "The source changed, and these" if changed else "These"
        return f"{since} words stand nowhere in it."
    lines = sorted({document.line_of(place.span.start) for place in located.places})
    shown = ", ".join(str(line) for line in lines[:_MOST_LINES])
    more = ", …" if len(lines) > _MOST_LINES else ""
    where = f"lines {shown}{more}" if len(lines) > 1 else f"all in line {shown}"
    return f"It stands at {len(located.places)} places ({where}); prefix or suffix decide."


def _why_altered(
    place: FoundPlace,
    differences: Sequence[Difference],
    statement: Statement,
    document: Document,
    changed: bool,
) -> str:
    since = "The source changed, and other words stand there now" if changed else "Altered"
    line = document.line_of(place.span.start)
    quote = _as_looked_for(statement)
    shown = "; ".join(_told(d, quote, document.text) for d in differences[:_MOST_DIFFERENCES])
    more = len(differences) - _MOST_DIFFERENCES
    return f"{since}, at line {line}: {shown}{f'; and {more} more' if more > 0 else ''}."


def _as_looked_for(statement: Statement) -> str:
    """The quotation in which differences count, as the search has it."""
    return statement.quote.replace("\r\n", "\n").strip()


def _told(difference: Difference, quote: str, text: str) -> str:
    ours, theirs = difference.left.of(quote), difference.right.of(text)
    if not theirs.strip():
        return f"it does not have {quoted(ours)}"
    if not ours.strip():
        return f"it also has {quoted(theirs)}"
    return f"it has {quoted(theirs)}, not {quoted(ours)}"


def _why_placed(standing: Standing, place: FoundPlace, line: int) -> str:
    match standing:
        case Standing.EXACT:
            return f"Found word for word at line {line}."
        case Standing.FOLDED:
            return f"Found at line {line}, but for case, quotation marks, hyphens or white space."
        case Standing.MOVED:
            return f"The source changed, and the words still stand there once, at line {line}."
        case _:
            count = len(place.differences)
            differ = "one difference" if count == 1 else f"{count} differences"
            return f"Only similar words were found, at line {line}, with {differ}."
