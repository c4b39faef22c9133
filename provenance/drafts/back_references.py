"""References back to earlier notes that lead nowhere, or to several works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from provenance.citations.names import fold
from provenance.citations.papers import DOCUMENT
from provenance.citations.references import Back, BackReference, back_reference
from provenance.citations.shape import reads_as_citation
from provenance.drafts.draft import Draft
from provenance.drafts.forms import Use, uses
from provenance.model.notes import CitationKind, Note, Resolution

_AHEAD = re.compile(r"\b(?:below|infra|unten|following|later|nachfolgend|ci-dessous)\b", re.I)
_SPOKEN_OF = re.compile(r"\b(?:pp?|S)\.\s?\d[\d–-]*,?\s(?:esp\.\s)?n", re.I)
_ONLY_PAGES = re.compile(r"(?:(?:pp?|S)\.\s?)?\d[\d\s,–-]*(?:ff?\.?)?")
_LABEL = re.compile(
    r"(?:Documents?|Dok(?:ument)?|Chapter|Volume|Box|Folder|Files?|Page|Section|Article|Table|Figure"
    r"|Map|Part|Appendix|Annex|Enclosure|Item|Number)\b",
)


class Astray(Enum):
    """How a reference back fails."""

    NOTHING_BEFORE = "nothing before"
    """It is an *ibid.*, and nothing was cited before it."""
    NO_NOTE = "no such note"
    OWN_NOTE = "its own note"
    LATER_NOTE = "a later note"
    """It points back, to a note that comes later."""
    NOT_THERE = "not there"
    """The note it names is there and does not cite what it says."""
    UNKNOWN = "unknown"
    """A surname alone, and no work of that author is known."""


IMPOSSIBLE = frozenset({Astray.NOTHING_BEFORE, Astray.NO_NOTE, Astray.OWN_NOTE, Astray.LATER_NOTE})


@dataclass(frozen=True, slots=True)
class LostReference:
    """A citation that points where its work is not."""

    use: Use
    how: Astray
    label: str = ""
    """The note it names; "" where it names none."""


def lost_references(draft: Draft) -> Iterator[LostReference]:
    """The references that fail, in order, each in the one way that tells most."""
    notes = draft.document.notes
    order = {note.id: place for place, note in enumerate(notes)}
    has_cited = False
    for use in uses(draft):
        citation, note = use.cited.citation, use.cited.note
        reference = back_reference(use.words)
        how = None
        if reference and reference.way is Back.NOTE:
            how = _to_note(draft, use, reference, order)
        elif reference and reference.way is Back.IBID and not has_cited:
            earlier = notes[: order[note.id]]
            how = None if _may_have_cited(draft, earlier) else Astray.NOTHING_BEFORE
        elif _is_named_again(use, reference) or (not reference and _is_name_alone(draft, use)):
            how = Astray.UNKNOWN
        has_cited = has_cited or reference is None or bool(citation.work)
        if how:
            yield LostReference(use, how, (reference.label or "") if reference else "")


def _is_named_again(use: Use, reference: BackReference | None) -> bool:
    """Whether it is an *op. cit.* of an author of whom nothing was cited."""
    citation = use.cited.citation
    is_named = reference is not None and reference.way is Back.NAMED and bool(citation.author)
    return is_named and citation.resolution is Resolution.UNRESOLVED and not citation.candidates


def _to_note(
    draft: Draft, use: Use, reference: BackReference, order: dict[str, int]
) -> Astray | None:
    label = reference.label or ""
    note = use.cited.note
    known = [n for n in draft.document.notes if n.label == label and n.series == note.series]
    if _SPOKEN_OF.search(use.words) or not any(n.label.isdecimal() for n in draft.document.notes):
        return None
    if not known:
        return Astray.NO_NOTE
    if known[0] is note:
        return Astray.OWN_NOTE
    names_author = bool(use.cited.citation.author)
    is_ahead = order[known[0].id] > order[note.id]
    if is_ahead and names_author and not _AHEAD.search(use.words):
        return Astray.LATER_NOTE
    is_lost = use.cited.citation.resolution is Resolution.UNRESOLVED
    if is_lost and names_author and not _speaks_of(draft, known[0], use):
        return Astray.NOT_THERE
    return None


def _speaks_of(draft: Draft, note: Note, use: Use) -> bool:
    """Whether a note has the author's name anywhere in it."""
    said = fold(note.span.of(draft.document.text))
    return any(fold(name) in said for name in use.cited.citation.author)


def _may_have_cited(draft: Draft, notes: tuple[Note, ...]) -> bool:
    """Whether notes cite what was not taken apart."""
    return any(reads_as_citation(draft.shown(note)) for note in notes)


def _is_name_alone(draft: Draft, use: Use) -> bool:
    """Whether a citation is a surname and a page, of an author nothing was cited of before."""
    citation = use.cited.citation
    if not citation.author or citation.kind not in (CitationKind.SHORT, CitationKind.FULL):
        return False
    # "Three Decades, 45" is a title, and so may be any word that an earlier note has.
    if not use.words.startswith(citation.author) or _was_said(draft, use):
        return False
    if DOCUMENT.match(use.words) or _LABEL.match(use.words):
        return False
    if not citation.title:
        return citation.resolution is Resolution.UNRESOLVED and not citation.container
    if not _ONLY_PAGES.fullmatch(citation.title):
        return False
    name = fold(citation.author[0])
    return not any(
        name in map(fold, work.author) and not _ONLY_PAGES.fullmatch(work.title)
        for work in draft.works
    )


def _was_said(draft: Draft, use: Use) -> bool:
    """Whether the name of a citation stands anywhere in the notes before it."""
    first = draft.document.notes[0].span.start
    said = draft.document.text[first : use.cited.citation.span.start]
    return re.search(rf"\b{re.escape(use.cited.citation.author[0])}\b", said) is not None
