"""What every sentence of a draft rests on: a note, a confirmed claim, or nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from provenance.drafts.checkable import Stated
from provenance.drafts.prose import Sentence
from provenance.drafts.quotations import DraftQuotation
from provenance.drafts.rests_on import Bearers
from provenance.errors import inert
from provenance.model.audit import DraftSentence, Support
from provenance.model.documents import Document
from provenance.model.notes import MarkerKind
from provenance.model.spans import Span

MOSTLY = 0.6
"""Share of a sentence that is quoted, from which on the sentence is another's."""
_NOTHING = "It has no date, number, quotation or deed of somebody named to check."
_GOES_ON = re.compile(
    r"[\W\d]*(?:he|she|it|they|this|that|these|those|such|his|her|their|its|but|and|yet|however|"
    r"moreover|nevertheless|nonetheless|thus|then|also|both|there|in addition|as a result|for "
    r"example|for instance|similarly|finally|indeed|instead|still|consequently|therefore|"
    r"furthermore|meanwhile|later|afterwards?|so|soon|the (?:same|former|latter|other|two|result|"
    r"following)|another|other|some|one|when|while|although|though|despite|after|because|since|even)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"[(\[](?:see |cf\. |e\.g\.,? )?(?!(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b)[A-Z][\w’'-]+"
    r"(?:,? (?:and|&) [A-Z][\w’'-]+| et al\.?)?,? "
    r"(?:1[5-9]|20)\d\d[a-z]?(?:[,:] ?[^()\[\]]{1,40})?[)\]]"
)


@dataclass(frozen=True)
class Covering:
    """Tells of every sentence of a draft what it rests on."""

    document: Document
    sentences: Sequence[Sentence]
    stated: Stated
    quotations: Sequence[DraftQuotation]
    """Those that promise another's words."""
    confirmed: Sequence[Span]
    """What a person confirmed as statements of claims."""
    bearers: Bearers
    named: Callable[[Span], str]
    """The source that a stretch of the draft names; "" for none, or several."""

    def told(self) -> tuple[DraftSentence, ...]:
        """Every sentence, in order."""
        return tuple(self._told(at) for at in range(len(self.sentences)))

    def _told(self, at: int) -> DraftSentence:
        sentence = self.sentences[at]
        support, why = self._support(at, sentence)
        return DraftSentence(sentence.span, support, why, sentence.notes)

    def _support(self, at: int, sentence: Sentence) -> tuple[Support, str]:
        span = sentence.span
        if sentence.notes:
            return Support.SUPPORTED, "It has a note."
        if self._has_loose_marker(span):
            return Support.SUPPORTED, "It has a marker, whose note is missing."
        if any(each.overlaps(span) for each in self.confirmed):
            return Support.SUPPORTED, "It is a confirmed statement of a claim."
        if _REFERENCE.search(span.of(self.document.text)):
            return Support.SUPPORTED, "It has a reference in brackets."
        if quoted := self._quoted(span):
            return Support.QUOTED, quoted
        fact = self.stated.by(span, opens=self._opens(at))
        if not fact:
            return Support.NOT_CHECKABLE, self.stated.why_not(span) or _NOTHING
        if covered := self._covered(at) or self._credited(span):
            return Support.SUPPORTED, covered
        return Support.BARE, f"It states {fact}, and has no note."

    def _has_loose_marker(self, span: Span) -> bool:
        """Whether a marker without a note stands in a sentence: it rests on an unknown."""
        at = bisect_left(self._loose, span.start)
        return at < len(self._loose) and self._loose[at] < span.end

    @cached_property
    def _loose(self) -> tuple[int, ...]:
        markers = (m for m in self.document.markers if m.kind is MarkerKind.NOTE)
        return tuple(sorted(marker.span.start for marker in markers if marker.note is None))

    def _quoted(self, span: Span) -> str:
        """Why a sentence counts as another's words; "" where it does not, or nobody is named."""
        for quotation in self._quotations_at(span):
            shared = min(quotation.span.end, span.end) - max(quotation.span.start, span.start)
            if shared < MOSTLY * len(span):
                continue
            if quotation.notes:
                note = self._labels[quotation.notes[0]]
                return f"It is quoted, and note {inert(note)} says from where."
            if source := self.named(quotation.sentence):
                return f"It is quoted, and the text names {inert(source)}."
            if quotation.span.start < span.start - len(span):
                return "It goes on with what is quoted above."
        return ""

    def _credited(self, span: Span) -> str:
        """Why a sentence that leads a quotation in rests on that one's note; "" where none does."""
        led_in = (q for q in self.quotations if q.is_block and self._leads_in(span, q.span))
        every = (*self._quotations_at(span), *led_in)
        notes = (quotation.notes for quotation in every if quotation.notes)
        first = next(notes, None)
        return f"Note {inert(self._labels[first[0]])} is that of its quotation." if first else ""

    def _leads_in(self, span: Span, block: Span) -> bool:
        """Whether a block follows a sentence at once, which does not end there."""
        between = self.document.text[span.end : block.start]
        said = span.of(self.document.text).rstrip()
        return span.end <= block.start and not between.strip() and said[-1:] not in (".", "!", "?")

    def _quotations_at(self, span: Span) -> list[DraftQuotation]:
        return [each for each in self.quotations if each.span.overlaps(span)]

    def _covered(self, at: int) -> str:
        """Why a note further on in its paragraph covers a sentence; "" where none does."""
        following = self._next_noted(at)
        if following is None:
            return ""
        if not all(self._runs_on(k, following) for k in range(at, following)):
            return ""
        note = f"Note {inert(self._labels[self.sentences[following].notes[0]])}"
        is_last = following + 1 == len(self.sentences) or (
            self._paragraphs[following + 1] != self._paragraphs[following]
        )
        where = "at the end of" if is_last else "further on in"
        return f"{note}, {where} its paragraph, covers it: the text runs on."

    def _next_noted(self, at: int) -> int | None:
        for k in range(at + 1, len(self.sentences)):
            if self._paragraphs[k] != self._paragraphs[at]:
                return None
            if self.sentences[k].notes:
                return k
        return None

    def _runs_on(self, at: int, noted: int) -> bool:
        """Whether what follows a sentence is on the same matter: it points back, or shares words
        that tell with it, or the sentence that has the note does.
        """
        following = self.sentences[at + 1].span.of(self.document.text)
        if _GOES_ON.match(following):
            return True
        return not self._stems[at].isdisjoint(self._stems[at + 1] | self._stems[noted])

    def _opens(self, at: int) -> bool:
        """Whether a sentence opens a paragraph that goes on."""
        begins = at == 0 or self._paragraphs[at - 1] != self._paragraphs[at]
        goes_on = at + 1 < len(self.sentences) and self._paragraphs[at + 1] == self._paragraphs[at]
        return begins and goes_on

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return {note.id: note.label for note in self.document.notes}

    @cached_property
    def _paragraphs(self) -> tuple[int, ...]:
        return tuple(self.document.paragraph_of(each.span.start) for each in self.sentences)

    @cached_property
    def _stems(self) -> tuple[frozenset[str], ...]:
        text = self.document.text
        return tuple(self.bearers.stems(each.span.of(text)) for each in self.sentences)
