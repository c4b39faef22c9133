"""A source cut into the passages that are searched, and what stands around each of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from provenance.alignment.sentences import LONGEST, sentences
from provenance.alignment.tokens import words
from provenance.evidence.kin import pairs
from provenance.evidence.stems import FUNCTION_WORDS, stem
from provenance.model.documents import Document
from provenance.model.spans import Span

Stems = tuple[str, ...]

MOST_RECORD_CHARACTERS = 800
"""Of a record taken as one passage; a longer one is a table, and its lines are searched alone."""

LEAST_BROKEN_LINES = 3
"""Blank lines within sentences that show a text to be set with a blank line behind each line."""

_BROKEN_LINE = re.compile(r"[a-z,] *\n *\n *[a-z]")
_PARAGRAPH = re.compile(r"\d{1,3}\\?[.)]?\s+\S|[_*#]")
_FIELD = re.compile(r"^[A-Za-z][\w -]{0,30}:[ \t]+\S.*$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TOPIC = re.compile(
    r"(?:[A-Z][\w’'-]*|of|and|the|in|for|to)(?:\s+(?:[A-Z][\w’'-]*|of|and|the|in|for|to)){0,3}[.:]"
)
_CAPITALISED = re.compile(r"(?<![.!?:]\s)(?<!\A)(?<=[\s(“\"'‘])[A-Z][\w’'`-]+")
_ANY_WORD = re.compile(r"[^\W\d_][\w’'`-]*")


@dataclass(frozen=True)
class Passages:
    """The sentences of one source, ready to be searched many times."""

    source: str
    spans: tuple[Span, ...]
    words: tuple[Stems, ...]
    """The folded words of each."""
    notes: tuple[str | None, ...]
    """The id of the note each stands in."""
    carriers: tuple[int | None, ...]
    """For a passage of a note, the passage its marker stands in."""
    names: frozenset[str]
    """Folded words that stand in capitals wherever they stand: names, and garbles of names."""

    @cached_property
    def stems(self) -> tuple[Stems, ...]:
        """The stems of each; all words count towards a passage's length."""
        return tuple(tuple(map(stem, each)) for each in self.words)

    @cached_property
    def mean_length(self) -> float:
        return max(1.0, sum(map(len, self.stems)) / max(1, len(self.stems)))

    @cached_property
    def kept(self) -> tuple[Stems, ...]:
        """The stems of each passage without function words."""
        return tuple(
            tuple(word for word in stems if word not in FUNCTION_WORDS) for stems in self.stems
        )

    @cached_property
    def postings(self) -> dict[str, dict[int, int]]:
        """In which passages each stem stands, in their order, and how often; `break out`, which
        is another word than `break`, besides."""
        found: dict[str, dict[int, int]] = {}
        joined = pairs()
        for at, stems in enumerate(self.stems):
            for word in stems:
                places = found.setdefault(word, {})
                places[at] = places.get(at, 0) + 1
            for first in joined.keys() & stems:
                for pair in _pairs_of(first, stems, joined[first]):
                    places = found.setdefault(pair, {})
                    places[at] = places.get(at, 0) + 1
        return found

    @cached_property
    def names_in_order(self) -> tuple[str, ...]:
        return tuple(sorted(self.names))


def _pairs_of(first: str, stems: Stems, seconds: frozenset[str]) -> Iterator[str]:
    for word, following in pairwise(stems):
        if word == first and following in seconds:
            yield f"{word} {following}"


def passages_of(source: str, document: Document) -> Passages:
    """Cut a document into the passages that are searched; bodies of notes are among them.

    A record of `field: value` lines is one passage, and so is a topic with the sentence behind it
    (`Outer Mongolia. Oppose unless …`). What Markdown keeps in front matter describes the file and
    says nothing.
    """
    text = document.text
    spans = _spans(text)
    notes = _notes_of(spans, document)
    carriers = _carriers(spans, notes, document)
    return Passages(source, spans, _words_of(spans, text), notes, carriers, _names(text))


def _spans(text: str) -> tuple[Span, ...]:
    front = _FRONT_MATTER.match(text)
    found = [span for span in sentences(text) if not front or span.start >= front.end()]
    if len(_BROKEN_LINE.findall(text)) >= LEAST_BROKEN_LINES:
        found = _lines_mended(text, found)
    return tuple(_with_topics(text, _records(text, found)))


def _lines_mended(text: str, spans: Sequence[Span]) -> list[Span]:
    """The passages of a text set with a blank line behind each line, as its sentences run on."""
    mended: list[Span] = []
    for span in spans:
        before = mended[-1] if mended else None
        if before and _runs_on(text, before, span) and span.end - before.start <= LONGEST:
            mended[-1] = Span(before.start, span.end)
        else:
            mended.append(span)
    return mended


def _runs_on(text: str, before: Span, span: Span) -> bool:
    if text[before.end - 1] in ".!?:-" or _PARAGRAPH.match(text, span.start):
        return False
    return text[before.end : span.start].count("\n") == 2


def _records(text: str, spans: Sequence[Span]) -> list[Span]:
    """The passages with those of one record joined."""
    blocks = _blocks(text)
    starts = [block.start for block in blocks]
    joined: list[Span] = []
    last: Span | None = None
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        block = blocks[at] if at >= 0 and span.start < blocks[at].end else None
        if block is not None and block is last:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
        last = block
    return joined


def _blocks(text: str) -> list[Span]:
    """Runs of at least three `field: value` lines that follow one another."""
    blocks: list[list[re.Match[str]]] = []
    for match in _FIELD.finditer(text):
        if blocks and not text[blocks[-1][-1].end() : match.start()].strip(" \t\r").strip("\n"):
            gap = text[blocks[-1][-1].end() : match.start()]
            if gap.count("\n") == 1:
                blocks[-1].append(match)
                continue
        blocks.append([match])
    spans = [Span(block[0].start(), block[-1].end()) for block in blocks if len(block) > 2]
    return [span for span in spans if span.end - span.start <= MOST_RECORD_CHARACTERS]


def _with_topics(text: str, spans: Sequence[Span]) -> Iterable[Span]:
    held: Span | None = None
    for span, following in pairwise([*spans, None]):
        assert span is not None
        whole = Span(held.start, span.end) if held else span
        held = None
        is_topic = _TOPIC.fullmatch(span.of(text)) is not None
        if is_topic and following and "\n" not in text[span.end : following.start]:
            held = whole
        else:
            yield whole


def _words_of(spans: Sequence[Span], text: str) -> tuple[Stems, ...]:
    """The words of each passage; the text is taken apart once, since every call has its price."""
    tokens = words(text)
    firsts = np.searchsorted(tokens.starts, [span.start for span in spans]).tolist()
    ends = np.searchsorted(tokens.starts, [span.end for span in spans]).tolist()
    return tuple(tokens.words[first:end] for first, end in zip(firsts, ends, strict=True))


def _notes_of(spans: Sequence[Span], document: Document) -> tuple[str | None, ...]:
    """The note each passage stands in; the first, where it touches several."""
    notes = sorted(document.notes, key=lambda note: note.span)
    ends = [note.span.end for note in notes]
    found: list[str | None] = []
    for span in spans:
        at = bisect_right(ends, span.start)
        inside = at < len(notes) and notes[at].span.overlaps(span)
        found.append(notes[at].id if inside else None)
    return tuple(found)


def _carriers(
    spans: Sequence[Span], notes: Sequence[str | None], document: Document
) -> tuple[int | None, ...]:
    starts = [span.start for span in spans]
    where = {
        marker.note: bisect_right(starts, marker.span.start) - 1
        for marker in reversed(document.markers)
        if marker.note
    }
    return tuple(where.get(note) if note else None for note in notes)


def _names(text: str) -> frozenset[str]:
    """Words in capitals within a sentence, and never in small letters anywhere."""
    small = {word for word in _ANY_WORD.findall(text) if word[0].islower()}
    capitals = {word for word in _CAPITALISED.findall(text) if word.casefold() not in small}
    return frozenset(words(" ".join(sorted(capitals))).words)
