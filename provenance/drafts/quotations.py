"""The quotations of a draft's prose, and the notes or sources each is credited to.

What is in quotation marks is not always quoted: one to three words are set apart for their own
sake, and titles stand in marks too. These are found, and held against nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from provenance.alignment.tokens import words
from provenance.drafts.marks import Marks, Quoted, marks_of
from provenance.drafts.prose import Sentence, list_of_works
from provenance.drafts.set_off import (
    QUOTED_LINE,
    SetOffParagraph,
    set_off_paragraphs,
    without_reference,
)
from provenance.evidence.stems import FUNCTION_WORDS
from provenance.model.documents import Document
from provenance.model.notes import Marker, MarkerKind
from provenance.model.spans import Span

FEWEST_WORDS = 4
"""Fewer are set apart for their own sake: a term, an irony, a nickname."""
_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_MOSTLY = 0.7
"""Share of a paragraph that is set off, from which on the words in marks are all there is to it."""
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
    citations: tuple[str, ...] = ()
    """Ids of the citations of its notes that it is taken from; () where it may be any."""
    is_sure: bool = True
    """Whether it is surely quoted, and from there; else only where a source has words so near."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words."""
        return words(self.written).words

    @property
    def is_checkable(self) -> bool:
        """Whether it promises the very words of a source."""
        return len(self.words) >= FEWEST_WORDS and not self.is_title and not self.is_translated

    def credited(
        self, notes: tuple[str, ...], citations: tuple[str, ...] = (), *, is_sure: bool
    ) -> DraftQuotation:
        """The same, credited to other notes."""
        return replace(self, notes=notes, citations=citations, is_sure=is_sure)


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
        blocks = [block for block in self._blocks() if not _is_in_marks(block, alone)]
        whole = [block for block in blocks if block.is_sure]
        alone = [each for each in alone if not any(block.span.covers(each.span) for block in whole)]
        blocks = [
            block
            for block in blocks
            if not any(block.span.overlaps(each.span) for each in alone if len(each.words) > 3)
        ]
        return tuple(sorted([*alone, *blocks], key=lambda each: each.span))

    def between(self, quoted: Quoted, of: str, sentence: Span) -> DraftQuotation:
        """What stands between some marks, credited to nobody. `of` is the text it is taken from,
        with blanks for what is no word of it.
        """
        inside = quoted.words
        within = [_moved(mark, inside) for mark in quoted.marks if inside.covers(mark)]
        written = QUOTED_LINE.sub(_blanks, _blanked(of[inside.start : inside.end], within))
        return DraftQuotation(
            quoted.span,
            written.strip(),
            inside.end - len(written.lstrip()),
            sentence,
            is_title=self._is_title(quoted.span, written),
            is_translated=bool(_OWN_TRANSLATION.search(sentence.of(self.document.text))),
        )

    def _marked(self, quoted: Quoted) -> DraftQuotation:
        sentence = self._sentence(quoted.span)
        notes, is_near = self._credited(quoted.span, sentence)
        return self._told(self.between(quoted, self._plain, sentence), notes, is_near)

    def _blocks(self) -> Iterator[DraftQuotation]:
        """Paragraphs that are set off as quotations."""
        text = _blanked(self.document.text, self.apart)
        for each in set_off_paragraphs(self.document, text):
            span, sentence = each.span, self._sentence(each.span)
            written = QUOTED_LINE.sub(_blanks, self._plain[span.start : span.end])
            block = DraftQuotation(
                span,
                without_reference(written).strip(),
                span.end - len(written.lstrip()),
                sentence,
                is_block=True,
                is_sure=each.is_sure,
                is_title=self._is_title(span, written),
            )
            yield self._told(block, *self._credited_block(each, sentence))

    def _credited_block(
        self, block: SetOffParagraph, sentence: Span
    ) -> tuple[tuple[str, ...], bool]:
        """The notes of a paragraph that is set off: its own, else those of the paragraphs that
        follow it there, else the last of the words that lead it in.
        """
        notes, is_near = self._credited(block.span, sentence)
        if notes:
            return notes, is_near
        end = self._sentence(block.whole).end if block.whole else block.span.end
        later = [m for m in self._markers if block.span.end <= m.span.start <= end]
        if later:
            return tuple(m.note for m in self._side_by_side(later) if m.note), False
        leading = [m for m in self._markers if block.before.covers(m.span)]
        sentence = self._sentence(Span(max(0, block.before.end - 1), block.before.end))
        inside = [m for m in leading if m.span.start >= sentence.start][-1:]
        return tuple(m.note for m in inside if m.note), True

    def _told(
        self, quotation: DraftQuotation, notes: tuple[str, ...], is_near: bool
    ) -> DraftQuotation:
        """A quotation with its notes, and whether the draft or they say who translated it."""
        bodies = (
            note.span.of(self.document.text) for note in self.document.notes if note.id in notes
        )
        said = (quotation.sentence.of(self.document.text), *bodies)
        is_translated = any(_OWN_TRANSLATION.search(each) for each in said)
        return replace(quotation, notes=notes, is_near=is_near, is_translated=is_translated)

    @cached_property
    def _markers(self) -> tuple[Marker, ...]:
        found = (m for m in self.document.markers if m.kind is MarkerKind.NOTE and m.note)
        return tuple(sorted(found, key=lambda marker: marker.span))

    @cached_property
    def plain_of_notes(self) -> str:
        """The text with blanks for markers."""
        return _blanked(self.document.text, [marker.span for marker in self.document.markers])

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


def _is_in_marks(block: DraftQuotation, quoted: Sequence[DraftQuotation]) -> bool:
    """Whether what is set off stands in quotation marks as well."""
    inside = [each for each in quoted if each.span.overlaps(block.span)]
    return any(len(each.words) >= _MOSTLY * len(block.words) for each in inside)


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
