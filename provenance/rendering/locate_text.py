"""Where a quotation stands in a file, for a person to read."""

from __future__ import annotations

from provenance.model.alignments import Found, FoundPlace, Located
from provenance.model.documents import Document
from provenance.rendering.statements_in_words import counted, difference_in_words
from provenance.rendering.wrapping import Paper, laid_out

_SAID = {
    Found.EXACT: "Found word for word.",
    Found.FOLDED: "Found, but for case, quotation marks, line ends or spacing.",
    Found.NEAR: "Found, but not word for word. The nearest words are these.",
    Found.SEVERAL: "Found at several places: add words before or after to say which.",
    Found.NONE: "Not found.",
}


def locate(
    document: Document, quote: str, located: Located, *, width: int | None, colour: bool
) -> str:
    """What was found, then each place as `path:line:column` with its words and what differs."""
    paper = Paper(width, colour)
    lines = laid_out(_SAID[located.found], paper, style="bold")
    if located.found is Found.NONE:
        size = counted(len(document.text), "character")
        lines += laid_out(f"Looked through all of {document.path}, {size}.", paper)
    for place in located.places:
        lines += _place(place, quote, document, paper)
    return "\n".join(lines) + "\n"


def _place(place: FoundPlace, quote: str, document: Document, paper: Paper) -> list[str]:
    span = place.span
    line, column = document.line_of(span.start), document.column_of(span.start)
    where = f"{document.path}:{line}:{column}, characters {span.start}–{span.end}"
    layer, page = document.layer_of(span), document.page_of(span.start)
    where += f", page {page}" if page else ""
    where += f", {layer.name} layer" if layer else ""
    lines = laid_out(where, paper)
    lines += laid_out(f"“{span.of(document.text)}”", paper, indent=2)
    for difference in place.differences:
        lines += laid_out(difference_in_words(difference, quote, document), paper, indent=2)
    return lines
