"""What the notes of a draft cite without being understood, and what they leave open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.citations.lexicon import SIGNALS
from provenance.citations.references import back_reference
from provenance.citations.shape import reads_as_citation, sentences
from provenance.model.documents import Document
from provenance.model.notes import Citation, Note
from provenance.model.spans import Span

_OPEN = re.compile(
    r"\[(?:(?:add|insert|check|find|missing|which|look up)\s)?(?:source|citation|cite|reference|ref"
    r"|page(?: number)?s?|date|year|author|title|quelle|beleg|seite|TK|TODO|XXX|\.{3}|…)"
    r"\s?(?:needed|missing|fehlt|nachtragen|prüfen|check|\?+|TK)\]"
    r"|\[(?:source|citation|cite|ref|check|quelle|beleg|TK|TODO|XXX|nachtragen|prüfen)\]"
    r"|\bTK(?:TK)?\b|\bTODO\b|\bFIXME\b|(?<=\s)\?{2,}"
    r"|\b(?:pp?\.|S\.|[Vv]ols?\.|Bd\.|[Nn]os?\.|Nr\.|[Bb]ox)\s?"
    r"(?:0{2,}\b|\?+|_{2,}|(?P<held>[xX]{2,3})[-–](?P=held)\b)(?:[-–](?:0+|\?+))?"
)
"""Places held open: "[source?]", "p. 00", "TK"; not "[no date]", not the page xx."""
_UNLIKELY = re.compile(r"[)\]”’]|(?:pp?\.\s?)?\d+|(?:vol|no|p)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_BEGINS = re.compile(r"[“‘\"'„«(\[]*[^\W\d_a-zß-ÿ]")
_PLACED = re.compile(
    r"\b(?:pp?|S|[Ff]ols?|[Vv]ols?|Bde?|[Nn]os?|Nr)\.\s?[\dIVXLC]|\(\D*\d{4}\)"
    r"|[,:]\s?\d{1,3}(?:[-–]\d+)?\W*\Z"
)
_CALLED = re.compile(
    r"\b(?:hereafter|hereinafter|henceforth|im Folgenden|nachfolgend|ci-après)"
    r"(?:\s(?:cited|referred to|zitiert))?(?:\sas|\sals)?:?\s[“„\"‘*_]*"
    r"(?P<name>[^)\]”“\"’*_;]{2,60})"
)
"""A name by which the draft says it will cite a work."""
_FILED = re.compile(
    rf"\A(?:{SIGNALS})\b|\b(?:box|folder|file|reel|fol|ms|mss|kasten|mappe|akte|bl)\b\.?\s?\d",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:chapters?|sections?|appendix|table|figure|map|notes?|nn?\.|above|below|supra|infra|oben"
    r"|unten|kapitel|abschnitt|anm)\b",
    re.IGNORECASE,
)
"""Points to another place of the draft."""
_SHORT = 15
"""Words of the longest note that is nothing but a signature."""
_LONGEST = 25
"""Words of the longest sentence that is nothing but a citation."""


@dataclass(frozen=True, slots=True)
class Unparsed:
    """A stretch of a note."""

    span: Span
    is_open: bool
    """Whether the author left a place open there."""


def unparsed(document: Document) -> Iterator[Unparsed]:
    """Sentences that look like citations with none found in them, and places held open."""
    names = tuple(match["name"].strip() for match in _CALLED.finditer(document.text))
    for note in document.notes:
        held = [
            Span(note.span.start + m.start(), note.span.start + m.end())
            for m in _OPEN.finditer(note.span.of(document.text))
        ]
        yield from (Unparsed(span, is_open=True) for span in held)
        for sentence in sentences(document.text, note.span):
            if any(span.overlaps(sentence) for span in held):
                continue
            if sentence.of(document.text).startswith(names):
                continue
            is_citation = _is_citation(document.text, sentence) or _is_file(note, document.text)
            if is_citation and not _is_parsed(note, sentence):
                yield Unparsed(sentence, is_open=False)


def _is_citation(text: str, sentence: Span) -> bool:
    words = " ".join(sentence.of(text).split())
    if len(words.split()) > _LONGEST or not _BEGINS.match(words) or not _PLACED.search(words):
        return False
    return reads_as_citation(words) and back_reference(words) is None


def _is_file(note: Note, text: str) -> bool:
    """Whether a short note that names nothing known has a signature: "Compare JK II 4b, box 9."."""
    words = " ".join(note.span.of(text).split())
    if note.citations or len(words.split()) > _SHORT or not re.search(r"\d", words):
        return False
    return _FILED.search(words) is not None and not _WITHIN.search(words)


def _is_parsed(note: Note, sentence: Span) -> bool:
    return any(c.span.overlaps(sentence) and is_sound(c) for c in note.citations)


def is_sound(citation: Citation) -> bool:
    """Whether a citation was made out: by a title or a place, or as a reference back."""
    named = citation.title or citation.container
    if not named:
        return bool(citation.author or citation.work or citation.candidates or citation.note)
    is_whole = named.count("(") == named.count(")") and not _UNLIKELY.match(named)
    return is_whole and _LETTERS.search(named) is not None
