"""Two passages put level: which rows they make where they share words, and their surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from provenance.model.alignments import Change, Run
from provenance.model.documents import Document
from provenance.model.spans import Span

# The stop after an initial (T. V. Soong) ends no sentence.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?]['\"’”»)\]]*\s+(?=\S)")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*")
_OPENINGS = "([{<“‘«„\"'"
_MOST_AROUND = 240
"""Characters shown before and after a quotation at most, where sentences are very long."""

_LEAST_RUN = 4
"""Words in a row that count as shared: shorter runs (`of the`) stand in any two texts."""
_LEAST_SHARE = 0.25
"""Of the shorter passage, in such runs. Below it the two are shown as two texts."""
_JOINED = 4
"""Differences with fewer equal words between them are one row."""
_LEAD_IN = 4
"""Equal words that lead into a difference, so that it can be read by itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one side that fared alike."""

    text: str
    change: Change = Change.SAME
    quoted: bool = False
    """Whether the statement's own words."""


@dataclass(frozen=True, slots=True)
class Side:
    line: int
    """Of the source's file, from 1; 0 where the words are not from a file."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PassageRow:
    """One level of the two passages."""

    sign: str
    """`=` same, `~` replaced, `+` only right, `-` only left; "" where nothing is compared."""
    kinds: tuple[str, ...]
    """What differs, in words."""
    left: Side | None
    right: Side | None

    @property
    def differs(self) -> bool:
        return self.sign in ("~", "+", "-")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a document with a quotation in it."""

    document: Document
    span: Span
    quoted: Span

    @property
    def text(self) -> str:
        return self.span.of(self.document.text)


def excerpt(document: Document, quoted: Span, around: int = 1) -> Excerpt:
    """The quotation with `around` sentences of its paragraph before and after its own."""
    text = document.text
    paragraph = _paragraph(text, quoted)
    ends = (m.end() for m in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end))
    bounds = sorted({paragraph.start, *ends, paragraph.end})
    first = max(i for i, bound in enumerate(bounds) if bound <= quoted.start)
    last = min(i for i, bound in enumerate(bounds) if bound >= quoted.end)
    start, end = bounds[max(0, first - around)], bounds[min(last + around, len(bounds) - 1)]
    if quoted.start - start > _MOST_AROUND:
        start = _word_after(text, quoted.start - _MOST_AROUND, quoted.start)
    if end - quoted.end > _MOST_AROUND:
        end = max(quoted.end, text.rfind(" ", quoted.end, quoted.end + _MOST_AROUND))
    return Excerpt(document, Span(start, end), quoted)


def _paragraph(text: str, span: Span) -> Span:
    breaks = list(_PARAGRAPH_END.finditer(text))
    start = max((m.end() for m in breaks if m.end() <= span.start), default=0)
    end = min((m.start() for m in breaks if m.start() >= span.end), default=len(text))
    return Span(start, end)


def _word_after(text: str, start: int, before: int) -> int:
    space = text.find(" ", start, before)
    return space + 1 if space >= 0 else before


def level(left: Excerpt, right: Excerpt) -> tuple[PassageRow, ...]:
    """The rows of two passages, equal words level. () where they share next to nothing."""
    from provenance.alignment.differences import compare

    runs = compare(left.text, right.text)
    if not _share(runs, left.text, right.text):
        return ()
    return rows_of(runs, left, right)


def rows_of(runs: tuple[Run, ...], left: Excerpt, right: Excerpt) -> tuple[PassageRow, ...]:
    """The rows of two passages whose words were compared. The runs count in the excerpts."""
    return tuple(_rows(_whole(runs, left.text, right.text), left, right))


def alone(passage: Excerpt) -> Side:
    """A passage that is compared with nothing. Where its paragraph goes on, it says so."""
    side = _side(passage, passage.span, Change.SAME)
    paragraph = _paragraph(passage.document.text, passage.quoted)
    before = (Part("… "),) if passage.span.start > paragraph.start else ()
    after = (Part(" …"),) if passage.span.end < paragraph.end else ()
    return Side(side.line, (*before, *side.parts, *after))


def _share(runs: tuple[Run, ...], left: str, right: str) -> bool:
    """Whether the two have enough words in common, in a row, for a comparison to mean anything."""
    same = sum(
        words
        for run in runs
        if run.change is Change.SAME and (words := _words(run.left.of(left))) >= _LEAST_RUN
    )
    return same >= _LEAST_SHARE * min(_words(left), _words(right)) and same > 0


def _words(text: str) -> int:
    return len(text.split())


def _whole(runs: tuple[Run, ...], left: str, right: str) -> list[Run]:
    """The runs widened so that they hold every character: what stands between goes before."""
    lefts = _widened([run.left for run in runs], left)
    rights = _widened([run.right for run in runs], right)
    return [
        Run(run.change, ours, theirs, run.kind)
        for run, ours, theirs in zip(runs, lefts, rights, strict=True)
    ]


def _widened(spans: list[Span], text: str) -> list[Span]:
    starts = [_with_openings(span.start, text) for span in spans if len(span)]
    ends = [*starts[1:], len(text)]
    starts[:1] = [0]
    stretches = iter(zip(starts, ends, strict=True))
    at = 0
    widened = []
    for span in spans:
        start, end = next(stretches) if len(span) else (at, at)
        widened.append(Span(start, end))
        at = end
    return widened


def _with_openings(start: int, text: str) -> int:
    """Brackets and quotation marks that open before a word belong to it."""
    while start and text[start - 1] in _OPENINGS:
        start -= 1
    return start


def _rows(runs: list[Run], left: Excerpt, right: Excerpt) -> Iterator[PassageRow]:
    group: list[Run] = []
    for number, run in enumerate(runs):
        if run.change is not Change.SAME:
            group.append(run)
            continue
        is_joint = 0 < number < len(runs) - 1 and _words(run.left.of(left.text)) < _JOINED
        if is_joint:
            group.append(run)
            continue
        if group:
            yield _row(group, left, right)
        group = []
        body, lead = _lead_in(run, left.text, right.text, is_last=number == len(runs) - 1)
        if body is not None:
            yield _row([body], left, right)
        if lead is not None:
            group = [lead]
    if group:
        yield _row(group, left, right)


def _lead_in(run: Run, left: str, right: str, *, is_last: bool) -> tuple[Run | None, Run | None]:
    """An equal run split before its last words, which lead into the difference after it."""
    if is_last:
        return run, None
    here, there = _cut(run.left, left), _cut(run.right, right)
    lead = Run(Change.SAME, Span(here, run.left.end), Span(there, run.right.end))
    if here == run.left.start or there == run.right.start:
        return None, run
    return Run(Change.SAME, Span(run.left.start, here), Span(run.right.start, there)), lead


def _cut(span: Span, text: str) -> int:
    words = list(re.finditer(r"\S+", span.of(text)))
    return span.start + (words[-_LEAD_IN].start() if len(words) > _LEAD_IN else 0)


def _row(runs: list[Run], left: Excerpt, right: Excerpt) -> PassageRow:
    differing = [run for run in runs if run.change is not Change.SAME]
    kinds = tuple(dict.fromkeys(run.kind.value for run in differing if run.kind))
    return PassageRow(
        _sign(differing),
        tuple(kind for kind in kinds if not kind.startswith("only-") or len(kinds) == 1),
        _joined([_side(left, _shifted(run.left, left), run.change) for run in runs]),
        _joined([_side(right, _shifted(run.right, right), run.change) for run in runs]),
    )


def _sign(differing: list[Run]) -> str:
    changes = {run.change for run in differing}
    if not changes:
        return "="
    if len(changes) > 1:
        return "~"
    return {Change.ONLY_LEFT: "-", Change.ONLY_RIGHT: "+"}.get(changes.pop(), "~")


def _shifted(span: Span, passage: Excerpt) -> Span:
    """From the excerpt's own offsets to the document's."""
    return Span(span.start + passage.span.start, span.end + passage.span.start)


def _joined(sides: list[Side]) -> Side | None:
    parts = tuple(part for side in sides for part in side.parts if part.text)
    line = next((side.line for side in sides if side.parts), 0)
    return Side(line, parts) if any(part.text.strip() for part in parts) else None


def _side(passage: Excerpt, span: Span, change: Change) -> Side:
    text, quoted = passage.document.text, passage.quoted
    cuts = sorted({span.start, span.end, *(c for c in _ends(quoted) if span.start < c < span.end)})
    parts = tuple(
        Part(text[a:b], change, quoted.start <= a and b <= quoted.end) for a, b in pairwise(cuts)
    )
    words = re.search(r"\S", span.of(text))
    return Side(passage.document.line_of(span.start + (words.start() if words else 0)), parts)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
