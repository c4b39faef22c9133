"""What every sentence of a draft rests on: a note, a confirmed claim, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.drafts.prose import Sentence
from provenance.model.audit import DraftSentence, Support
from provenance.model.dated import TaggedDate
from provenance.model.documents import Document
from provenance.model.spans import Span


def supported(
    document: Document,
    sentences: Sequence[Sentence],
    dates: Sequence[TaggedDate],
    confirmed: Sequence[Span],
) -> tuple[DraftSentence, ...]:
    """Every sentence with what it rests on, in order.

    `confirmed` are the stretches that a person confirmed as statements of claims.
    """
    return tuple(_supported(sentence, dates, confirmed) for sentence in sentences)


def _supported(
    sentence: Sentence, dates: Sequence[TaggedDate], confirmed: Sequence[Span]
) -> DraftSentence:
    support, why = Support.NOT_CHECKABLE, "It states no date that a source could bear out."
    if sentence.notes:
        support, why = Support.SUPPORTED, "It has a note."
    elif any(span.overlaps(sentence.span) for span in confirmed):
        support, why = Support.SUPPORTED, "It is a confirmed statement of a claim."
    elif any(sentence.span.covers(date.span) for date in dates):
        support, why = Support.BARE, "It states a date and has no note."
    return DraftSentence(sentence.span, support, why, sentence.notes)
