"""What two sources share, ready to be drawn: how much it is, and each passage as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from provenance.alignment.shared import ComparedPassage
from provenance.model.alignments import DifferenceKind
from provenance.model.documents import Document
from provenance.model.spans import Span
from provenance.rendering.alignment_in_words import passage_in_words
from provenance.rendering.statements_in_words import counted
from provenance.tui.passages import Excerpt, Part, PassageRow, Side, rows_of

_LONGEST = 600
"""Characters that fared alike and are shown whole; of more, the beginning and the end."""
_EITHER_END = 240
_MOST_RUNS = 400
"""Of a passage, drawn at most: a whole book in another may hold tens of thousands."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of a source stands in another."""

    passages: int
    words: int
    """Of the source itself, in those passages."""
    share: float
    """Of its characters, from 0 to 1."""


def overlap(found: Sequence[ComparedPassage], document: Document) -> Overlap:
    """How much of `document`, the left one, is in the passages."""
    characters, end = 0, 0
    for span in sorted(each.passage.left for each in found):
        # Passages may overlap on one side: what two of them hold counts once.
        characters += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    words = sum(each.passage.left_words for each in found)
    return Overlap(len(found), words, characters / max(1, len(document.text.strip())))


def passage_rows(found: ComparedPassage, left: Document, right: Document) -> tuple[PassageRow, ...]:
    """The rows of a shared passage; of a very long one, those it begins with."""
    ours, theirs = found.passage.left, found.passage.right
    runs = found.runs[:_MOST_RUNS]
    if len(runs) < len(found.runs):
        ours = Span(ours.start, ours.start + runs[-1].left.end)
        theirs = Span(theirs.start, theirs.start + runs[-1].right.end)
    rows = rows_of(runs, _whole(ours, left), _whole(theirs, right))
    return tuple(
        replace(row, left=_shortened(row.left), right=_shortened(row.right)) for row in rows
    )


def _whole(span: Span, document: Document) -> Excerpt:
    return Excerpt(document, span, Span(span.start, span.start))


def _shortened(side: Side | None) -> Side | None:
    if side is None:
        return None
    return replace(side, parts=tuple(map(_shortened_part, side.parts)))


def _shortened_part(part: Part) -> Part:
    left_out = len(part.text) - 2 * _EITHER_END
    if len(part.text) <= _LONGEST:
        return part
    gap = f" [… {left_out:,} characters …] "
    return replace(part, text=part.text[:_EITHER_END] + gap + part.text[-_EITHER_END:])


def told(found: ComparedPassage) -> Iterator[str]:
    """What is said below a passage: its kind, and what its differences are about."""
    yield passage_in_words(found.passage)
    kinds = Counter(run.kind for run in found.runs if run.kind)
    named = ", ".join(
        f"{kinds[kind]} {kind.value.replace('-', ' ')}" for kind in DifferenceKind if kinds[kind]
    )
    total = sum(kinds.values())
    yield f"{counted(total, 'difference')}: {named}" if total else "no word differs"
    if len(found.runs) > _MOST_RUNS:
        yield (
            f"shown: the first {_MOST_RUNS} of {len(found.runs):,} stretches; "
            "provenance align A B --html shows all"
        )
