"""The passages two files share, for a person to read."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.alignments import Run, SharedPassage
from provenance.model.documents import Document
from provenance.model.spans import Span
from provenance.rendering.alignment_in_words import (
    difference_in_words,
    passage_in_words,
    place_in_words,
    shared_in_words,
)
from provenance.rendering.wrapping import Paper, laid_out

LONGEST = 600
"""Characters of a passage that are shown whole; of a longer one, its beginning and its end."""
MOST_DIFFERENCES = 12
"""Differences listed for a passage. How many more there are is said."""


def align(
    left: Document,
    right: Document,
    passages: Sequence[SharedPassage],
    runs: Sequence[Sequence[Run]],
    *,
    width: int | None,
    colour: bool,
) -> str:
    """Each passage with its place and its words on both sides, and what differs, named.

    `runs` holds, for each passage, the runs of its two slices; empty for one that was not compared
    word by word.
    """
    paper = Paper(width, colour)
    lines = laid_out(shared_in_words(passages, left, right), paper, style="bold")
    for number, (passage, its_runs) in enumerate(zip(passages, runs, strict=True), start=1):
        lines += ["", *laid_out(passage_in_words(passage), paper, lead=f"{number}. ", style="bold")]
        for side, document, span, elsewhere in (
            ("left", left, passage.left, passage.elsewhere_left),
            ("right", right, passage.right, passage.elsewhere_right),
        ):
            lines += laid_out(place_in_words(span, document), paper, lead=f"{side}: ", indent=3)
            lines += _words(span, document, paper)
            for place in elsewhere:
                said = f"also at {place_in_words(place, document)}"
                lines += laid_out(said, paper, indent=6)
        lines += _differences(passage, its_runs, left, right, paper)
    return "\n".join(lines) + "\n"


def _words(span: Span, document: Document, paper: Paper) -> list[str]:
    if len(span) <= LONGEST:
        return laid_out(f"“{span.of(document.text)}”", paper, indent=6)
    half = LONGEST // 2
    first, last = Span(span.start, span.start + half), Span(span.end - half, span.end)
    return [
        *laid_out(f"“{first.of(document.text)}", paper, indent=6),
        *laid_out(f"[… {len(span) - 2 * half:,} characters …]", paper, indent=6),
        *laid_out(f"{last.of(document.text)}”", paper, indent=6),
    ]


def _differences(
    passage: SharedPassage, runs: Sequence[Run], left: Document, right: Document, paper: Paper
) -> list[str]:
    differing = [run for run in runs if run.kind]
    ours, theirs = passage.left.of(left.text), passage.right.of(right.text)
    lines: list[str] = []
    for run in differing[:MOST_DIFFERENCES]:
        said = difference_in_words(run, ours, theirs)
        lines += laid_out(said, paper, lead="≠ ", indent=3)
    if len(differing) > MOST_DIFFERENCES:
        more = len(differing) - MOST_DIFFERENCES
        plural = "s" if more > 1 else ""
        lines += laid_out(f"and {more:,} more difference{plural}", paper, indent=5)
    return lines
