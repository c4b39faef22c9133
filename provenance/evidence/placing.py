"""Where a statement's quotation stands in its source, and in which layer."""

from __future__ import annotations

from provenance.alignment.locate import Locator
from provenance.model.claims import Statement
from provenance.model.documents import Document
from provenance.model.verdicts import PlacedStatement


def place(
    statement: Statement,
    document: Document | None,
    *,
    changed: bool,
    locator: Locator | None = None,
) -> PlacedStatement:
    """Find the quotation. `changed`: the source is not the bytes that were recorded.

    `locator` is one over the document's text, given when many quotations are placed in it.
    """
    raise NotImplementedError
