"""What a note cites, in the phrases that every output shares.

Everything returned is safe for a terminal and stands on one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from provenance.model.bibliography import ListedWork
from provenance.model.names import fold_name
from provenance.model.notes import Citation, CitationKind, Note, Resolution, Work
from provenance.rendering.untrusted import on_one_line

_BACK = {
    CitationKind.IBID: "as just before",
    CitationKind.SHORT: "in short",
}


def cited_in(note: Note, works: Sequence[Work]) -> tuple[str, ...]:
    """Each citation of a note, in its order, as the work it cites and what is open about it."""
    by_id = {work.id: work for work in works}
    return tuple(citation_in_words(citation, by_id) for citation in note.citations)


def citation_in_words(citation: Citation, works: Mapping[str, Work]) -> str:
    """`see also Hasegawa, Racing the Enemy (2005), p. 142`, or what keeps it from being known."""
    signal = _signal(citation.signal)
    pages = f", {citation.pages}" if citation.pages else ""
    pages = f", p. {citation.pages}" if citation.pages[:1].isdecimal() else pages
    work = works.get(citation.work or "")
    if citation.resolution is Resolution.RESOLVED and work is not None:
        told = f"{_named_once(work) or 'a work without a name'}{pages}{_way(citation)}"
    elif citation.resolution is Resolution.AMBIGUOUS:
        known = (works[id_] for id_ in citation.candidates if id_ in works)
        names = "; or ".join(map(_named_once, known))
        told = f"not decided between {names}{pages}{_way(citation)}"
    else:
        told = f"{_as_written(citation)}{pages}: which work this is, is not known"
    return on_one_line(f"{signal}{told}")


def _named_once(work: Work) -> str:
    """A work as a reader would call it; a letter's title has its writer and its day already."""
    title = f" {fold_name(work.title)} "
    if not work.author or not all(f" {fold_name(name)} " in title for name in work.author):
        return work.label
    return replace(work, author=(), year="" if work.year in work.title else work.year).label


def _signal(written: str) -> str:
    """A signal that says how a work is cited; a mere `See` only says that it is."""
    words = " ".join(written.split())
    if words.casefold().rstrip(".") in ("", "see"):
        return ""
    return f"{words[:1].lower()}{words[1:]} "


def _way(citation: Citation) -> str:
    if citation.note:
        return f" (by note {citation.note})"
    return f" ({_BACK[citation.kind]})" if citation.kind in _BACK else ""


def _as_written(citation: Citation) -> str:
    named = ", ".join(part for part in (*citation.author, citation.title) if part)
    back = f"note {citation.note}" if citation.note else ""
    return named or back or "a citation"


def joined_in_words(work: ListedWork) -> Iterable[str]:
    """The other ways in which a work is named, and why they were taken for it."""
    told = set()
    for spelling in work.spellings:
        if spelling.why:
            told.add(f"also “{on_one_line(spelling.written)}”: {on_one_line(spelling.why)}")
    return sorted(told)


def entry_in_words(work: ListedWork) -> str:
    """Which entry of the user's own bibliography it is; "" where it is in none."""
    if work.reference is not None:
        return f"in your bibliography: {on_one_line(work.reference.id)}"
    if work.fitting:
        return f"in your bibliography as one of {on_one_line(', '.join(work.fitting))}"
    return ""
