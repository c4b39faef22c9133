"""What words that a person marked in a source may state on a claim: a beginning, to be put right.

The same reading as for proposals, but of these words alone: a person chose them, so how well they
fit the question is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from provenance.evidence.answers import answers
from provenance.evidence.asked_passage import Passage
from provenance.evidence.corpus import Corpus, Searchable
from provenance.evidence.dates import tag_dates
from provenance.evidence.names import Aliases
from provenance.evidence.quantities import number_in_digits, quantities
from provenance.evidence.query import query_of
from provenance.evidence.question import asked
from provenance.evidence.search import matches_of
from provenance.evidence.stance import Stance, stance_at
from provenance.model.claims import Claim, ClaimType, Event, Holds
from provenance.model.documents import Document
from provenance.model.notes import MarkerKind
from provenance.model.spans import Span
from provenance.model.values import DateShape


@dataclass(frozen=True, slots=True)
class Marked:
    """What the words seem to state. "" where nothing shows it."""

    says: str
    holds: Holds
    speaker: str
    """Who is reported to say it; "" for the source's own voice."""
    notes: tuple[str, ...]
    """Labels of the notes they rest on."""
    basis: str = ""
    """What the value was taken from, where the words do not say it as they stand."""


def marked(claim: Claim, source: str, span: Span, corpus: Corpus, aliases: Aliases) -> Marked:
    """How marked words of a source answer a claim. `span` is in the source's canonical text."""
    entry = corpus.sources[source]
    events = corpus.events(claim.events, source)
    passage = _passage(claim, entry, span, events, corpus, aliases)
    found = max(answers(passage), key=lambda answer: answer.fit, default=None)
    focus = passage.nearest_act(span)
    stance = stance_at(entry.document.text, _sentence(entry, span), focus)
    says, basis = (found.says, found.basis) if found else _plainly(passage, stance)
    return Marked(
        says,
        _holds(claim.type, stance),
        stance.speaker,
        notes_at(entry.document, span, _sentence(entry, span)),
        basis,
    )


def notes_at(document: Document, span: Span, sentence: Span) -> tuple[str, ...]:
    """Labels of the notes some words rest on: those whose markers stand in them, or behind them in
    their sentence. Words of a note rest on that note."""
    inside = next((note for note in document.notes if note.span.overlaps(span)), None)
    if inside is not None:
        return (_label(document, inside.label, inside.series),)
    end = max(span.end, sentence.end) + 1
    series = {note.id: note.series for note in document.notes}
    near = (
        _label(document, marker.label, series.get(marker.note or "", 1))
        for marker in document.markers
        if marker.kind is MarkerKind.NOTE and span.start <= marker.span.start <= end
    )
    return tuple(dict.fromkeys(near))


def _label(document: Document, label: str, series: int) -> str:
    """The label, with its series where it is not the only one called so."""
    alike = sum(note.label == label for note in document.notes)
    return f"{series}/{label}" if alike > 1 else label


def _passage(
    claim: Claim,
    entry: Searchable,
    span: Span,
    events: tuple[Event, ...],
    corpus: Corpus,
    aliases: Aliases,
) -> Passage:
    known = corpus.known_beside(entry.source.id)
    matches = matches_of(entry.passages, query_of(claim, aliases), known)
    here = _passages_at(entry, span)
    own = {concept: found[at] for concept, found in matches.items() for at in here if at in found}
    return Passage(entry, span, asked(claim.question, claim.type), own, events, aliases, 1.0)


def _passages_at(entry: Searchable, span: Span) -> tuple[int, ...]:
    spans = entry.passages.spans
    return tuple(at for at, passage in enumerate(spans) if passage.overlaps(span))


def _sentence(entry: Searchable, span: Span) -> Span:
    """The passages the words stand in, from the first to the last."""
    spans = [entry.passages.spans[at] for at in _passages_at(entry, span)]
    return Span(
        min((span.start, *(each.start for each in spans))),
        max((span.end, *(each.end for each in spans))),
    )


def _plainly(passage: Passage, stance: Stance) -> tuple[str, str]:
    """A value and what it is from, where none hangs on what was asked."""
    text, span = passage.text, passage.span
    match passage.asked.type:
        case ClaimType.DATE:
            return _date_at(passage)
        case ClaimType.NUMBER:
            markers = _within(span, (marker.span for marker in passage.entry.document.markers))
            found = quantities(span.of(text), markers)
            return (number_in_digits(found[0].value), "") if found else ("", "")
        case ClaimType.YES_NO:
            return "no" if stance.denied else "yes", "read by cues alone"
        case ClaimType.TEXT:
            return " ".join(span.of(text).split()), ""
        case ClaimType.NAME:
            return "", ""


def _date_at(passage: Passage) -> tuple[str, str]:
    """The first date in the words; else the one they are a part of, `19 June` of *Friday, 19 June
    1908*, or of a stretch the end that they are by themselves."""
    span, dates = passage.span, passage.entry.dates(passage.events)
    inside = [date for date in dates if span.covers(date.span)]
    around = [date for date in dates if date.span.overlaps(span) and not span.covers(date.span)]
    if not inside and any(date.value.shape is DateShape.STRETCH for date in around):
        written = around[0].value
        inside = list(tag_dates(span.of(passage.text), written=written))
    return next(((date.value.edtf, date.basis) for date in (*inside, *around)), ("", ""))


def _within(span: Span, spans: Iterable[Span]) -> list[Span]:
    covered = (each for each in spans if span.covers(each))
    return [Span(each.start - span.start, each.end - span.start) for each in covered]


def _holds(type: ClaimType, stance: Stance) -> Holds:
    """A no of yes and no is in its value; any other value that is denied is held as denied."""
    if stance.denied and type is not ClaimType.YES_NO:
        return Holds.DENIED
    return stance.holds
