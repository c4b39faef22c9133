"""Letters, minutes and reports that are held, known by their day and by what they are called.

Nobody cites a letter by the title that an archive gives it: "Harris to the owners, 16 March 1842"
is "Letter of Captain Thomas Harris to the owners of the brig Halcyon". The day must be the same,
and one of the two must say nothing of the paper that the other does not say. A letter that is
cited by its writer, recipient and day alone is also the one paper of its writer of that day,
whatever that is called, unless it is to somebody else. A newspaper's article is the one that is
held of that paper and day, where its description says nothing that the citation does not say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from provenance.citations.names import families_of, fold
from provenance.citations.traits import DATE
from provenance.citations.works import title_words
from provenance.model.notes import Work, WorkKind
from provenance.model.sources import Source
from provenance.model.values import Day

_FORMS = frozenset(
    word
    for words in (
        "letter letters cable telegram despatch dispatch memorandum memo note notes report",
        "minutes record records transcript diary journal message testimony statement draft copy",
        "original dated from mr mrs captain",
        "brief schreiben telegramm bericht protokoll niederschrift aufzeichnung vermerk vom",
        "lettre rapport",
    )
    for word in words.split()
)
"""Words that say what a paper is and not which."""
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb fev", "mar", "apr avr", "may mai", "jun juin", "jul juil", "aug aou", "sep",
         "oct okt", "nov", "dec dez"),
        1,
    )
    for name in names.split()
}  # fmt: skip
_PAPERS = (WorkKind.ARCHIVAL, WorkKind.UNPUBLISHED, WorkKind.NEWSPAPER)
_TO = re.compile(r"(?:^|(?<=\s))(?:[Tt]o|[Aa]n|à)\s")
_NUMBER = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")


class DatedPapers:
    """The sources whose day is known, to be found by what a citation says of them."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._by_day: dict[Day, list[Source]] = defaultdict(list)
        for source in sources:
            issued = source.issued
            if issued is not None and issued.earliest and issued.earliest == issued.latest:
                self._by_day[issued.earliest].append(source)

    def that_are(self, work: Work, words: str) -> set[str]:
        """The ids of the sources that may be a work, as it is cited in some words."""
        return {
            source.id
            for day in days_in(words)
            for source in self._by_day.get(day, ())
            if _are_one(source, work)
        }

    def of_the_writer(self, work: Work, words: str) -> set[str]:
        """The ids of the papers that the writer of a letter wrote on its day; none where one of
        them is to another recipient, and none for a work that is not cited as a letter."""
        writer, to, recipient = _parted(DATE.sub(" ", work.title or work.container))
        families = {fold(name) for name in work.author}
        if not to or not fold(writer).endswith(tuple(families)) or not families:
            return set()
        found = [
            source
            for day in days_in(words)
            for source in self._by_day.get(day, ())
            if _wrote(source, families, writer)
        ]
        others = any(_is_to_another(source, _telling(recipient)) for source in found)
        return set() if others else {source.id for source in found}

    def of_another_day(self, work: Work, words: str) -> set[str]:
        """The ids of the sources that a work, cited with its full date, is not: those of other
        days. Books are cited with days on which somebody opened them, papers are not."""
        days = set(days_in(words)) if work.kind in _PAPERS else set()
        others = (day for day in self._by_day if days and day not in days)
        return {source.id for day in others for source in self._by_day[day]}


def are_one_letter(one: Work, other: Work) -> bool:
    """Whether two works are one paper: by one writer, of one day, and the one says nothing of it
    that the other does not say. `Hollis to Hollis, 16 March 1923` is a `Letter of Edwin Hollis,
    16 Mar. 1923`; a letter to the editor is another."""
    writers = {fold(name) for work in (one, other) for name in work.author[:1]}
    days = set(days_in(one.title))
    if len(writers) != 1 or not days or days != set(days_in(other.title)):
        return False
    titles = [DATE.sub(" ", work.title) for work in (one, other)]
    to, other_to = (_telling(_parted(title)[2]) for title in titles)
    if to and other_to and not (to <= other_to or other_to <= to):
        return False
    ours, theirs = map(_telling, titles)
    return writers <= ours & theirs and (ours <= theirs or theirs <= ours)


def _are_one(source: Source, work: Work) -> bool:
    authors = {fold(name) for name in work.author}
    said = _telling(DATE.sub(" ", work.title or work.container)) | authors
    people = {word for name in source.authors for word in title_words(name)}
    known = _telling(DATE.sub(" ", f"{source.title} {source.described_as('container-title')}"))
    if said and said <= known | people:
        return True
    paper = _telling(work.container) if work.kind is WorkKind.NEWSPAPER else set()
    if paper and paper <= known | people and known <= said | paper:
        return True
    families = families_of(source.authors)
    return bool(authors & families) and known <= said | people


def _parted(title: str) -> tuple[str, str, str]:
    """What stands before the first "to" of a title, the "to", and what follows it."""
    to = _TO.search(title)
    return (title[: to.start()], to.group(), title[to.end() :]) if to else (title, "", "")


def _wrote(source: Source, families: set[str], writer: str) -> bool:
    """Whether a source is by somebody of these family names, and of the given name or initial
    that stands before it where both have one."""
    given = [word for word in title_words(writer) if word not in families | _FORMS][-1:]
    for name in source.authors:
        own = families_of((name,))
        if own & families:
            called = [word for word in title_words(name) if word not in own | _FORMS]
            alike = any(a.startswith(b) or b.startswith(a) for a in called for b in given)
            if alike or not called or not given:
                return True
    return False


def _is_to_another(source: Source, recipient: set[str]) -> bool:
    _, to, named = _parted(DATE.sub(" ", source.title))
    other = _telling(named)
    return bool(to) and not (other <= recipient or recipient <= other)


def _telling(title: str) -> set[str]:
    """The words that tell a paper from others of its form and day."""
    return {word for word in title_words(title) if word not in _FORMS and not word.isdigit()}


def days_in(words: str) -> Iterator[Day]:
    """The full dates in a citation: `16 March 1842`, `July 7, 1945`, `7.7.1945`."""
    for match in DATE.finditer(words):
        numbers = [int(number) for number in _NUMBER.findall(match.group())]
        names = [fold(name) for name in _LETTERS.findall(match.group())]
        months = [_MONTHS[key] for name in names for key in (name[:4], name[:3]) if key in _MONTHS]
        if len(numbers) == 2 and months:
            yield Day(numbers[1], months[0], numbers[0])
        elif len(numbers) == 3 and not months:
            yield Day(numbers[2], numbers[1], numbers[0])
