"""Which cited works stand in the draft's list of works, or in the user's own bibliography."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from provenance.citations.names import fold
from provenance.citations.works import title_words
from provenance.drafts.draft import Draft
from provenance.drafts.forms import PRINTED, Use, uses
from provenance.drafts.listed import ListEntry
from provenance.model.notes import CitationKind, Work, WorkKind
from provenance.model.spans import Span

_FEWEST = 3
"""A list with fewer entries is no list of what was cited."""
_KNOWN = 0.5
"""The share of cited works a list must have to be one of what was cited."""
_LETTERS = 4
"""Letters of the shortest word that tells an entry from others."""
_WORDS_OF_TITLE = 5
_MOST = 0.6
"""The share of an entry's longer words that show, without its author, that a note means it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a draft's works are to be found in."""

    name: str
    """What to call it: the draft's list of works, or the user's bibliography."""
    missing: tuple[Work, ...]


def is_listed(draft: Draft, work: Work) -> bool:
    """Whether the draft's list of works or the user's bibliography has a work."""
    if any(entry.is_of(work) or _is_volume_of(entry, work) for entry in draft.listed):
        return True
    return work.id in _referenced(draft)


def listing(draft: Draft) -> Listing | None:
    """The works that the list lacks; None where there is no list of what was cited.

    Newspapers, archival files, laws, web pages and volumes of documents are often left out of a
    list; they are not looked for.
    """
    works = [work for work in draft.works if work.kind in PRINTED and _is_known(work)]
    if has_list(draft):
        name = "the list of works"
        missing = [w for w in works if not any(_is_meant(entry, w) for entry in draft.listed)]
    elif draft.references:
        name = "the bibliography"
        referenced = _referenced(draft)
        missing = [work for work in works if work.id not in referenced]
    else:
        return None
    if len(works) - len(missing) < _KNOWN * len(works):
        return None
    return Listing(name, tuple(missing))


def has_list(draft: Draft) -> bool:
    """Whether the draft has a list of works that is more than a few."""
    return len(draft.listed) >= _FEWEST


def unlisted_years(draft: Draft) -> Iterator[Use]:
    """Citations by name and year alone, "Kimball 1998, 12", that no entry of the list has."""
    if not has_list(draft):
        return
    for use in uses(draft):
        citation = use.cited.citation
        if not is_name_and_year(use):
            continue
        name = fold(citation.author[0])
        if not any(name in entry.head and citation.year in entry.years for entry in draft.listed):
            yield use


def is_name_and_year(use: Use) -> bool:
    """Whether a citation is a name and a year, to be looked up in a list."""
    citation = use.cited.citation
    is_named = bool(citation.author and citation.year) and not citation.title
    return is_named and citation.kind in (CitationKind.SHORT, CitationKind.FULL)


def uncited(draft: Draft) -> Iterator[ListEntry]:
    """The entries of the draft's list of works that no note and no sentence names."""
    if not has_list(draft):
        return
    texts = _spoken(draft)
    for entry in draft.listed:
        cited = any(_is_meant(entry, work) for work in draft.works)
        if not cited and not any(_names(words, entry) for words in texts):
            yield entry


def _is_known(work: Work) -> bool:
    return bool(work.author and work.title and work.year)


def _is_meant(entry: ListEntry, work: Work) -> bool:
    if entry.is_of(work) or _is_volume_of(entry, work):
        return True
    return bool(entry.nearly_names(work)) and entry.entitles(work)


def _is_volume_of(entry: ListEntry, work: Work) -> bool:
    """Whether a chapter or document stands in a volume that the list has."""
    if work.kind not in (WorkKind.CHAPTER, WorkKind.ARCHIVAL, WorkKind.DOCUMENT_SERIES):
        return False
    volume = Work(work.id, (), work.container, "", ())
    return entry.is_of(volume)


def _referenced(draft: Draft) -> frozenset[str]:
    """Ids of the draft's works that the user's bibliography has, or may have."""
    return frozenset(
        spelling.work
        for work in draft.bibliography
        if work.reference or work.fitting
        for spelling in work.spellings
        if spelling.source == draft.source.id
    )


def _spoken(draft: Draft) -> list[frozenset[str]]:
    """The words of every note and of every sentence with the one that follows, folded.

    "Bordia et al. (2006)" may be cut in two behind its full stop.
    """
    text, prose = draft.document.text, [sentence.span for sentence in draft.prose]
    spans = [*(note.span for note in draft.document.notes), *prose[-1:]]
    spans += [Span(one.start, other.end) for one, other in pairwise(prose)]
    return [frozenset(title_words(span.of(text).replace("’s", ""))) for span in spans]


def _names(words: frozenset[str], entry: ListEntry) -> bool:
    """Whether words name an entry: its first author with its year or with words of its title, or
    most of its longer words.
    """
    long = {word for word in entry.words if len(word) >= _LETTERS and word.isalpha()}
    if len(long) >= _WORDS_OF_TITLE and len(words & long) >= _MOST * len(long):
        return True
    if not entry.words or entry.words[0] not in words:
        return False
    if any(year in words or year + letter in words for year in entry.years for letter in "abcdef"):
        return True
    return len(words & (long - {entry.words[0]})) > 1
