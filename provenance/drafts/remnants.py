"""Words of another language's citations, left in the notes of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.citations.enclosed import quotations
from provenance.drafts.draft import Draft
from provenance.evidence.date_languages import language_of
from provenance.model.notes import Note
from provenance.model.spans import Span

_NUMBER = r"(?=\s?(?:\d|[IVXLC]+\b))"
_CONGRESS = r"(?!\s?\d+[^;.]{0,20}\b(?:Cong|Sess|Rpt|Doc))"
_NEVER = r"(?!)"
_TERMS: tuple[dict[str, tuple[str, str]], ...] = (
    {
        "en": (rf"[Vv]ols?\.{_NUMBER}", "vol."),
        "de": (rf"(?:Bde?\.|Band){_NUMBER}", "Bd."),
        "fr": (r"t(?:ome|\.)(?=\s?[IVX]+\b)", "t."),
    },
    {
        "en": (rf"pp\.{_NUMBER}", "p."),
        "de": (rf"S\.(?=\s?\d){_CONGRESS}", "S."),
        "fr": (_NEVER, "p."),
    },
    {
        "en": (_NEVER, "ibid."),
        "de": (r"(?:[Ee]bd\.|[Ee]benda\b|[Ee]bendort\b)", "ebd."),
        "fr": (_NEVER, "ibid."),
    },
    {
        "en": (r"[Ss]ee (?:also|generally)\b", "see also"),
        "de": (r"[Vv]gl\.", "vgl."),
        "fr": (r"[Vv]oir (?:aussi|également)\b", "voir aussi"),
    },
    {
        "en": (r"(?:\([Ee]ds?\.\)|\beds\.)", "ed."),
        "de": (r"(?:[Hh]rsg\.(?:\s?v(?:on|\.))?|[Hh]g\.\s?v(?:on|\.))", "Hrsg."),
        "fr": (r"(?:\(dir\.\)|sous la direction de\b)", "dir."),
    },
    {
        "en": (r"\d+(?:st|nd|rd|th) ed\.", "2nd ed."),
        "de": (r"\d+\.,?\s(?:\w+\.?,?\s)?Aufl\.", "2. Aufl."),
        "fr": (r"\d+e éd\.", "2e éd."),
    },
    {
        "en": (r"(?:[Qq]uoted|[Cc]ited) in\b", "quoted in"),
        "de": (r"[Zz]it\. n(?:ach\b|\.)", "zit. nach"),
        "fr": (r"[Cc]ité (?:par|dans)\b", "cité par"),
    },
    {
        "en": (rf"[Nn]o\.{_NUMBER}", "no."),
        "de": (rf"(?:Nr\.|Heft\b){_NUMBER}", "Nr."),
        "fr": (r"n°", "n°"),
    },
    {"en": (r"n\.\s?d\.", "n.d."), "de": (r"o\.\s?[JO]\.", "o. J."), "fr": (r"s\.\s?d\.", "s.d.")},
    {"en": (_NEVER, "op. cit."), "de": (r"[Aa]\.\s?a\.\s?O\.", "a. a. O.")},
    {"en": (_NEVER, "idem"), "de": (r"(?:[Dd]ers|[Dd]ies)\.(?=,)", "ders.")},
    {"en": (_NEVER, "et al."), "de": (r"u\.\s?a\.", "u. a.")},
    {"en": (_NEVER, "n."), "de": (rf"(?:Anm\.|Fußn\.){_NUMBER}", "Anm.")},
    {"en": (_NEVER, "vol."), "de": (rf"(?:Jg\.|Jahrgang){_NUMBER}", "Jg.")},
)
"""What one term is in the citations of a language, as a pattern and as it is written there. A term
that a language shares with another has no pattern there.
"""


_SIGNS = {
    "en": re.compile(r"\b(?:pp?\.\s?\d|[Ii]bid\b|[Vv]ol\.|[Ee]ds?\.|[Nn]o\.\s?\d|trans\.)"),
    "de": re.compile(r"\b(?:S\.\s?\d|[Ee]bd|Bde?\.|Hrsg|[Vv]gl\.|Nr\.|Aufl\.)"),
    "fr": re.compile(r"\b(?:pp?\.\s?\d|[Ii]bid\b|[Vv]oir\b|éd\.|t\.\s?[IVX])"),
}
"""By language, what its citations are full of."""
_MANY = 5


@dataclass(frozen=True, slots=True)
class Remnant:
    """A word of another language."""

    span: Span
    language: str
    """The language it belongs to."""
    instead: str
    """What the draft's own language writes."""


def remnants(draft: Draft) -> Iterator[tuple[Note, tuple[Remnant, ...]]]:
    """Every note with such words, and the words in order.

    What stands in quotation marks is another's and may keep its language. Where most terms of all
    notes are another language's, that is their language, and none is told of.
    """
    document = draft.document
    own = (document.language or draft.source.language).split("-")[0] or language_of(document.text)
    if own not in _SIGNS:
        return
    patterns = [
        (language, re.compile(rf"(?<![\w.]){pattern}"), term[own][1])
        for term in _TERMS
        for language, (pattern, _) in sorted(term.items())
        if language != own and own in term
    ]
    found = [(note, _in_note(document.text, note, patterns)) for note in document.notes]
    foreign = sum(len(words) for _, words in found)
    native = sum(len(_SIGNS[own].findall(note.span.of(document.text))) for note in document.notes)
    if foreign < _MANY or foreign <= native:
        yield from ((note, words) for note, words in found if words)


def _in_note(
    text: str, note: Note, patterns: Sequence[tuple[str, re.Pattern[str], str]]
) -> tuple[Remnant, ...]:
    body = note.span.of(text)
    quoted = quotations(body)
    found = sorted(
        (Span(*match.span()), language, instead)
        for language, pattern, instead in patterns
        for match in pattern.finditer(body)
    )
    return tuple(
        Remnant(Span(note.span.start + span.start, note.span.start + span.end), language, instead)
        for span, language, instead in found
        if not any(other.overlaps(span) for other in quoted)
    )
