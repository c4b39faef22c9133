"""What two files share, in the phrases that the text and the HTML have in common.

Everything returned is safe for a terminal and stands on one line.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.alignments import PassageKind, Run, SharedPassage
from provenance.model.documents import Document
from provenance.model.spans import Span
from provenance.rendering.untrusted import on_one_line

KINDS = {
    PassageKind.VERBATIM: "word for word",
    PassageKind.NEAR: "nearly word for word",
    PassageKind.GARBLED: "the same words, garbled",
    PassageKind.REWORDED: "reworded",
}


def shared_in_words(passages: Sequence[SharedPassage], left: Document, right: Document) -> str:
    """`a.txt and b.txt share 3 passages.`, or that they share none, and how much was read."""
    names = f"{on_one_line(left.path)} and {on_one_line(right.path)}"
    if not passages:
        read = f"{len(left.text):,} and {len(right.text):,} characters"
        return f"{names} share no passage that chance does not explain. Compared: {read}."
    return f"{names} share {len(passages):,} passage{'s' if len(passages) > 1 else ''}."


def passage_in_words(passage: SharedPassage) -> str:
    """`nearly word for word: 24 of 26 words on the left, 25 on the right`."""
    kind, longer = KINDS[passage.kind], max(passage.left_words, passage.right_words)
    if passage.kind is PassageKind.VERBATIM:
        return f"{kind}: {_words(longer)}"
    counts = f"{passage.left_words:,} words on the left, {passage.right_words:,} on the right"
    return f"{kind}: {passage.same_words:,} words the same, of {counts}"


def place_in_words(span: Span, document: Document) -> str:
    """`path:line:column, characters 120–480, page 7`."""
    line, column = document.line_of(span.start), document.column_of(span.start)
    page, layer = document.page_of(span.start), document.layer_of(span)
    where = f"{document.path}:{line}:{column}, characters {span.start}–{span.end}"
    where += f", page {page}" if page else ""
    where += f", {layer.name} layer" if layer else ""
    return on_one_line(where)


def difference_in_words(run: Run, left: str, right: str) -> str:
    """`number: “308” on the left, “803” on the right`; or what only one side has."""
    ours, theirs = on_one_line(run.left.of(left)), on_one_line(run.right.of(right))
    if not theirs:
        return f"only on the left: “{ours}”"
    if not ours:
        return f"only on the right: “{theirs}”"
    kind = f"{run.kind.value}: " if run.kind else ""
    return f"{kind}“{ours}” on the left, “{theirs}” on the right"


def _words(count: int) -> str:
    return f"{count:,} word{'' if count == 1 else 's'}"
