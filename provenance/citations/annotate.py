"""A document with its markers, notes, citations and works: the one way into this package.

A reader that knows a format's structure hands over markers and notes; for a text without structure
they are found. Either way every note is taken apart and every citation tied to a work.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from provenance.citations.bracketed_markers import with_bracketed_markers
from provenance.citations.linked_markers import with_linked_markers
from provenance.citations.markdown_notes import markdown_notes
from provenance.citations.markers import FoundNotes, find_markers
from provenance.citations.resolve import cite
from provenance.citations.tex_notes import tex_notes
from provenance.model.documents import Document
from provenance.model.notes import Work

_SCANNERS = {"md": markdown_notes, "tex": tex_notes}
"""For formats whose canonical text is the file's own, with its notes written out in it."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document whose notes hold their citations, and the works they cite."""

    document: Document
    works: tuple[Work, ...]


def annotate(document: Document) -> Annotated:
    """The document with every marker, note and citation that can be found in it.

    Markers and notes the document already has are kept as they are: they come from its structure.
    """
    found = mark(document)
    cited = cite(document.text, found.notes)
    return Annotated(replace(document, markers=found.markers, notes=cited.notes), cited.works)


def mark(document: Document) -> FoundNotes:
    """The markers of a document and its notes, which are not taken apart."""
    return with_linked_markers(document.text, _found_in(document))


def _found_in(document: Document) -> FoundNotes:
    if document.markers or document.notes:
        return FoundNotes(document.markers, document.notes)
    scan = _SCANNERS.get(document.format)
    if scan is not None:
        found = scan(document.text)
        if found.markers or found.notes:
            return found
    return with_bracketed_markers(document.text, find_markers(document.text))
