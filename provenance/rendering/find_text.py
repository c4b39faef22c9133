"""What a search for a claim found, for a person to read."""

from __future__ import annotations

from provenance.model.search import FoundPassage, Search, Searched
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.wrapping import Paper, laid_out

MOST_SHOWN = 5
"""Passages of a source shown as text; the JSON has them all."""


def find(search: Search, *, width: int | None, colour: bool) -> str:
    """The question, what was searched for, then each source's passages with the reasons."""
    paper = Paper(width, colour)
    claim = search.claim
    lines = laid_out(claim.question, paper, lead=f"{claim.id}  ", style="bold")
    if claim.type_proposed:
        told = f"Taken to ask for {claim.type.value}: {claim.type_proposed}."
        lines += laid_out(told, paper, indent=2)
    words = ", ".join(f"“{on_one_line(word)}”" for word in search.words)
    lines += laid_out(
        f"Searched for {words or 'nothing: the question has no words'}.", paper, indent=2
    )
    for each in search.searched:
        lines += ["", *_source(each, search, paper)]
    return "\n".join(lines) + "\n"


def _source(each: Searched, search: Search, paper: Paper) -> list[str]:
    lines = laid_out(each.source, paper, style="bold")
    if each.why:
        return [*lines, *laid_out(f"Not searched: {each.why}", paper, indent=2)]
    size = counted(each.passages_read, "passage")
    if not each.passages:
        return [*lines, *laid_out(f"Nothing found in {size}.", paper, indent=2)]
    for passage in each.passages[:MOST_SHOWN]:
        lines += _passage(passage, each.source, search, paper)
    more = len(each.passages) - MOST_SHOWN
    if more > 0:
        lines += laid_out(f"and {counted(more, 'passage')} more, of {size}", paper, indent=2)
    return lines


def _passage(passage: FoundPassage, source: str, search: Search, paper: Paper) -> list[str]:
    document = search.document(source)
    span = passage.span
    where = f"{document.path}:{document.line_of(span.start)}:{document.column_of(span.start)}"
    layer = document.layer_of(span)
    where += f", {layer.name} layer" if layer else ""
    where += ", in a note" if passage.in_note else ""
    return [
        *laid_out(f"“{span.of(document.text)}”", paper, lead=f"{passage.rank}. ", indent=2),
        *laid_out(f"{where}; {passage.why}", paper, indent=5, style="dim"),
    ]
