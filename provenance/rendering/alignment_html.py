"""The passages two files share, side by side in one HTML file that opens offline.

Whatever comes from the files is made visible (`for_terminal`, `on_one_line`) and then escaped by
Jinja. What differs is told by sign and line, not by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Template

from provenance.model.alignments import Change, Run, SharedPassage
from provenance.model.documents import Document
from provenance.model.spans import Span
from provenance.rendering.alignment_in_words import (
    passage_in_words,
    place_in_words,
    shared_in_words,
)
from provenance.rendering.html_pages import html_environment
from provenance.rendering.untrusted import for_terminal


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a passage, with what differs in them; "" where nothing does."""

    words: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    place: str
    pieces: tuple[_Piece, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    heading: str
    columns: tuple[_Column, _Column]


def align(
    left: Document,
    right: Document,
    passages: Sequence[SharedPassage],
    runs: Sequence[Sequence[Run]],
) -> str:
    """Text to be written in UTF-8. `runs` as for the text; passages are shown whole."""
    rows = [
        _Row(
            passage_in_words(passage),
            (
                _column(
                    passage.left, [(r, r.left) for r in its_runs], left, passage.elsewhere_left
                ),
                _column(
                    passage.right, [(r, r.right) for r in its_runs], right, passage.elsewhere_right
                ),
            ),
        )
        for passage, its_runs in zip(passages, runs, strict=True)
    ]
    return _template().render(summary=shared_in_words(passages, left, right), rows=rows)


def _column(
    span: Span, runs: list[tuple[Run, Span]], document: Document, elsewhere: Sequence[Span]
) -> _Column:
    return _Column(
        place_in_words(span, document),
        tuple(_pieces(span.of(document.text), runs)),
        tuple(place_in_words(place, document) for place in elsewhere),
    )


def _pieces(words: str, runs: list[tuple[Run, Span]]) -> Iterator[_Piece]:
    """The passage cut where its words differ; nothing of it is left out."""
    shown = 0
    for run, span in runs:
        if run.change is Change.SAME or not len(span):
            continue
        if span.start > shown:
            yield _Piece(for_terminal(words[shown : span.start]))
        yield _Piece(for_terminal(span.of(words)), run.kind.value if run.kind else "")
        shown = span.end
    if shown < len(words):
        yield _Piece(for_terminal(words[shown:]))


@cache
def _template() -> Template:
    return html_environment().get_template("alignment.html")
