"""The quotations of a draft's prose, and the notes or sources each is credited to.

What is in quotation marks is not always quoted: one to three words are set apart for their own
sake, and titles stand in marks too. These are found, and held against nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from provenance.alignment.tokens import words
from provenance.drafts.marks import Marks, Quoted, marks_of
from provenance.drafts.prose import Sentence, list_of_works
from provenance.evidence.stems import FUNCTION_WORDS
from provenance.model.documents import Document
from provenance.model.notes import Marker, MarkerKind
from provenance.model.spans import Span

FEWEST_WORDS = 4
"""Fewer are set apart for their own sake: a term, an irony, a nickname."""
_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")
_QUOTED_LINE = re.compile(r"^[^\S\n]*(?:>[^\S\n]?)+", re.MULTILINE)
_ALL_LINES_QUOTED = re.compile(r"[^\S\n]*>[^\n]*(?:\n[^\S\n]*>[^\n]*)*\n?\Z")
_TITLE_BEFORE = re.compile(
    r"\b(?:entitled|titled|headed|headlined|called|the title|article|essay|chapter|memorandum on|"
    r"betitelt|intitulée?)\W*\Z",
    re.IGNORECASE,
)
_OWN_TRANSLATION = re.compile(
    r"\b(?:my|our|author[’']s|own)\s+(?:own\s+)?translations?\b|\btranslat(?:ed|ion)\s+(?:by|mine)\b"
    r"|\bübersetz|\btraduit|\btraduction\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class DraftQuotation:
    """Words that a draft gives as another's."""

    span: Span
    """With its marks; of a block, without the signs that set it off."""
    written: str
    """The words as long as they stand, with blanks for marks that open it again, markers of notes
    and signs of layout: an offset in it, from `start`, is one in the draft."""
    start: int
    sentence: Span
    """The sentence it ends in, with its markers."""
    notes: tuple[str, ...] = ()
    """Ids of the notes it is credited to."""
    is_near: bool = True
    """Whether their markers stand in its sentence; else they follow in the paragraph."""
    is_block: bool = False
    """Set off as a paragraph of its own, without marks."""
    is_title: bool = False
    is_translated: bool = False
    """Whether the draft says that the translation is its own."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words."""
        return words(self.written).words

    @property
    def is_checkable(self) -> bool:
        """Whether it promises the very words of a source."""
        return len(self.words) >= FEWEST_WORDS and not self.is_title and not self.is_translated


@dataclass(frozen=True)
class Quotations:
    """All quotations of a draft's prose, in order, and what its quotation marks came to."""

    document: Document
    sentences: Sequence[Sentence]

    @cached_property
    def apart(self) -> tuple[Span, ...]:
        """What is no prose: notes, the list of works, what describes the file."""
        front = _FRONT_MATTER.match(self.document.text)
        found = [note.span for note in self.document.notes]
        found += [span for span in (list_of_works(self.document),) if span]
        return tuple(sorted([*found, *([Span(*front.span())] if front else [])]))

    @cached_property
    def marks(self) -> Marks:
        """The marks of the prose."""
        return marks_of(_blanked(self.document.text, self.apart))

    @cached_property
    def marks_of_notes(self) -> Marks:
        """The marks of the notes, each read for itself."""
        return marks_of(self.document.text, [note.span for note in self.document.notes])

    @cached_property
    def found(self) -> tuple[DraftQuotation, ...]:
        """The outermost quotations; what is quoted within one is part of it."""
        alone = [self._marked(each) for each in self.marks.quoted if each.inside is None]
        blocks = [
            block
            for block in self._blocks()
            if not any(block.span.overlaps(each.span) for each in alone if len(each.words) > 3)
        ]
        return tuple(sorted([*alone, *blocks], key=lambda each: each.span))

    def _marked(self, quoted: Quoted) -> DraftQuotation:
        inside = quoted.words
        within = [_moved(mark, inside) for mark in quoted.marks if inside.covers(mark)]
        written = _blanked(self._plain[inside.start : inside.end], within)
        return self._quotation(quoted.span, _QUOTED_LINE.sub(_blanks, written), inside.start)

    def _blocks(self) -> Iterator[DraftQuotation]:
        """Paragraphs whose lines all begin with `>`, as Markdown and letters set them off."""
        text = _blanked(self.document.text, self.apart)
        for match in _PARAGRAPH.finditer(text):
            if not _ALL_LINES_QUOTED.match(text, *match.span()):
                continue
            written = _QUOTED_LINE.sub(_blanks, self._plain[match.start() : match.end()])
            yield self._quotation(Span(*match.span()), written, match.start(), is_block=True)

    def _quotation(
        self, span: Span, written: str, start: int, *, is_block: bool = False
    ) -> DraftQuotation:
        sentence = self._sentence(span)
        notes, is_near = self._credited(span, sentence)
        bodies = (
            note.span.of(self.document.text) for note in self.document.notes if note.id in notes
        )
        said = (sentence.of(self.document.text), *bodies)
        return DraftQuotation(
            span,
            written,
            start,
            sentence,
            notes,
            is_near,
            is_block,
            is_title=self._is_title(span, written),
            is_translated=any(_OWN_TRANSLATION.search(each) for each in said),
        )

    @cached_property
    def _markers(self) -> tuple[Marker, ...]:
        found = (m for m in self.document.markers if m.kind is MarkerKind.NOTE and m.note)
        return tuple(sorted(found, key=lambda marker: marker.span))

    @cached_property
    def _plain(self) -> str:
        """The text with blanks for what is no prose, and for markers."""
        markers = [marker.span for marker in self.document.markers]
        return _blanked(self.document.text, [*markers, *self.apart])

    @cached_property
    def _marker_starts(self) -> tuple[int, ...]:
        return tuple(marker.span.start for marker in self._markers)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

    def _sentence(self, span: Span) -> Span:
        """From the beginning of the sentence a quotation begins in to the end of its last one."""
        first = bisect_right(self._sentence_starts, span.start) - 1
        last = bisect_left(self._sentence_starts, span.end) - 1
        if first < 0 or last < 0:
            return span
        begin, end = self.sentences[first].span, self.sentences[last].span
        return Span(min(begin.start, span.start), max(end.end, span.end))

    def _credited(self, span: Span, sentence: Span) -> tuple[tuple[str, ...], bool]:
        """The first note from its last word on, within its paragraph; else one before it in its
        sentence. Markers that stand side by side count together.
        """
        last = span.end - 1
        while last > span.start and not self.document.text[last].isalnum():
            last -= 1
        at = bisect_left(self._marker_starts, last + 1)
        # A closing mark may stand on a line of its own, behind the marker.
        ends_in = {self.document.paragraph_of(end) for end in (last, span.end - 1)}
        after = [
            marker
            for marker in self._markers[at : at + 6]
            if self.document.paragraph_of(max(0, marker.span.start - 1)) in ends_in
        ]
        inside = [m for m in self._markers[:at] if m.span.start >= sentence.start]
        if after and (after[0].span.start <= sentence.end or not inside):
            is_near = after[0].span.start <= sentence.end
            return tuple(m.note for m in self._side_by_side(after) if m.note), is_near
        return tuple(m.note for m in inside[-1:] if m.note), True

    def _side_by_side(self, markers: Sequence[Marker]) -> Iterator[Marker]:
        """The first of some markers, and those right behind it."""
        yield markers[0]
        for before, marker in pairwise(markers):
            if re.search(r"\w", self.document.text[before.span.end : marker.span.start]):
                return
            yield marker

    def _is_title(self, span: Span, written: str) -> bool:
        telling = [w for w in _WORD.findall(written) if w.casefold() not in FUNCTION_WORDS]
        if telling and all(word[0].isupper() for word in telling):
            return True
        before = self.document.text[max(0, span.start - 40) : span.start]
        return bool(_TITLE_BEFORE.search(before)) and written[:1].isupper()


def _moved(span: Span, within: Span) -> Span:
    return Span(span.start - within.start, span.end - within.start)


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _blanked(text: str, spans: Sequence[Span]) -> str:
    """A text as long as it was, with blanks for some of it; its line ends stay."""
    pieces: list[str] = []
    end = 0
    for span in sorted(spans):
        if span.start >= end:
            blank = re.sub(r"[^\n]", " ", span.of(text))
            pieces += [text[end : span.start], blank]
            end = span.end
    return "".join([*pieces, text[end:]])
