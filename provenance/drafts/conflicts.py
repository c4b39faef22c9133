"""One work that a draft cites with two years, two titles or two spellings of its author."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from provenance.citations.names import fold
from provenance.citations.same_work import same_work
from provenance.citations.works import title_words, titles_agree
from provenance.drafts.draft import Draft
from provenance.drafts.forms import PRINTED, Use, is_published, uses_of_works
from provenance.drafts.listed import ListEntry
from provenance.model.notes import Work, WorkKind

_EDITION = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|second|third|new|rev(?:ised)?|repr(?:int(?:ed)?)?|paperback|Aufl"
    r"|Neuausg\w*|Nachdr\w*|éd|vols?|Bd)\b\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """That two citations of one work contradict one another."""

    use: Use
    """The later one."""
    what: str
    """`the year`, `the title` or `the author`."""
    here: str
    there: str
    where: str
    """Where the other stands: `note 3`, `the list of works`."""


def conflicts(draft: Draft) -> Iterator[Conflict]:
    """Every conflict, once for a citation, in the order of the works."""
    cited = uses_of_works(draft)
    kinds = PRINTED | {WorkKind.UNKNOWN}
    works = [
        work
        for work in draft.works
        if work.author and work.title and work.kind in kinds and cited.get(work.id)
    ]
    told: set[str] = set()
    for one, other in _near(draft, works):
        first, later = cited[one.id][0], cited[other.id][0]
        found = _between(one, other, first, later)
        if found and other.id not in told:
            told.add(other.id)
            what, there, here = found
            yield Conflict(later, what, here, there, f"note {first.cited.note.label}")
    for work in works:
        if work.id not in told:
            yield from _with_list(draft, work, cited[work.id][0])


def _near(draft: Draft, works: Sequence[Work]) -> list[tuple[Work, Work]]:
    """Pairs of works that may be one: by one author, or joined in the bibliography."""
    groups: dict[str, list[Work]] = defaultdict(list)
    joined = {
        spelling.work: work.key
        for work in draft.bibliography
        for spelling in work.spellings
        if spelling.source == draft.source.id
    }
    for work in works:
        groups[f"author {fold(work.author[0])}"].append(work)
        if work.id in joined:
            groups[f"work {joined[work.id]}"].append(work)
    pairs = dict.fromkeys(pair for group in groups.values() for pair in combinations(group, 2))
    place = {work.id: at for at, work in enumerate(works)}
    return sorted(pairs, key=lambda pair: (place[pair[1].id], place[pair[0].id]))


def _between(one: Work, other: Work, first: Use, later: Use) -> tuple[str, str, str] | None:
    """What differs, as the first and as the later citation has it."""
    if one.year and other.year and one.year != other.year:
        is_one = fold(one.author[0]) == fold(other.author[0]) and _same_title(one, other)
        if is_one and _is_stated(first, one.year) and _is_stated(later, other.year):
            return "the year", one.year, other.year
        return None
    if same_work(one, other) is None:
        return None
    if fold(one.author[0]) != fold(other.author[0]):
        return "the author", one.author[0], other.author[0]
    if fold(one.title) != fold(other.title) and not titles_agree(one.title, other.title):
        return "the title", one.title, other.title
    return None


def _same_title(one: Work, other: Work) -> bool:
    """Whether one title is the other, or its beginning, with words enough to be no other work's."""
    short, long = sorted((title_words(one.title), title_words(other.title)), key=len)
    return len(short) > 1 and short == long[: len(short)]


def _is_stated(use: Use, year: str) -> bool:
    return is_published(use.words, year) and not _EDITION.search(use.words)


def _with_list(draft: Draft, work: Work, use: Use) -> Iterator[Conflict]:
    """Where the draft's own list of works says otherwise."""
    same = [entry for entry in draft.listed if entry.is_of(work)]
    if same:
        if work.year and not any(_may_be_of(entry, work) for entry in same):
            year = same[0].year
            yield Conflict(use, "the year", work.year, year, "the list of works")
        return
    for entry in draft.listed:
        name = entry.nearly_names(work)
        if name and entry.entitles(work) and _may_be_of(entry, work):
            written = _as_written(draft, entry, name)
            yield Conflict(use, "the author", work.author[0], written, "the list of works")
            return


def _may_be_of(entry: ListEntry, work: Work) -> bool:
    return not entry.years or not work.year or work.year in entry.years


def _as_written(draft: Draft, entry: ListEntry, name: str) -> str:
    """A folded word of an entry as it stands there."""
    words = re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", entry.span.of(draft.document.text))
    return next((word for word in words if fold(word) == name), name)
