"""What several citations of a note share: "all December 7, 1861", "both in LCM, Davis Papers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.citations.papers import DOCUMENT, LETTER, archive_in
from provenance.citations.traits import DATE, NEWSPAPER
from provenance.model.spans import Span

_DOCUMENT_OF_DAY = re.compile(rf"{DOCUMENT.pattern}[^;]*,\s{DATE.pattern}\W*$", re.IGNORECASE)
_EVERY = r"(?:both|all|beide|alle)"
_ISSUES = re.compile(
    rf"(?P<names>(?:{NEWSPAPER},\s(?:and\s)?){{1,12}}{NEWSPAPER}),?\s{_EVERY}\s(?P<day>{DATE.pattern})"
)
_ALL = re.compile(rf"\s{_EVERY}\s")
_NAME = re.compile(r"(?:(?<=^)|(?<=,\s))(?!and\s)[^,]+|(?<=,\sand\s)[^,]+")
_IN_ONE_FILE = re.compile(rf",?\s{_EVERY}\s(?:in|at|from)\s")
_IN = re.compile(r"\sin\s")
"""Right behind the day of the last of several letters: the file holds them all."""


@dataclass(frozen=True, slots=True)
class IssueList:
    """Newspapers that are cited by one day."""

    span: Span
    newspapers: tuple[Span, ...]
    day: str


def issue_lists(body: str) -> Iterator[IssueList]:
    """The lists of newspapers in a note, each with the day all of them share."""
    if _ALL.search(body) is None:
        return
    for match in _ISSUES.finditer(body):
        names = (Span(*name.span()) for name in _NAME.finditer(match["names"]))
        spans = tuple(Span(match.start() + n.start, match.start() + n.end) for n in names)
        yield IssueList(Span(*match.span()), spans, match["day"])


def shared_files(citations: Sequence[str]) -> list[str]:
    """For each citation of a note, the file that a later one names for it; "" for most."""
    shared = [""] * len(citations)
    file = ""
    for place in reversed(range(len(citations))):
        words = citations[place]
        letter = LETTER.match(words)
        named = _IN_ONE_FILE.search(words) or (
            _IN.match(words, letter.end()) if letter is not None else None
        )
        if named is not None and archive_in(words[named.end() :]):
            file = words[named.end() :]
        elif (letter or _DOCUMENT_OF_DAY.match(words)) and not archive_in(words):
            shared[place] = file
        else:
            file = ""
    return shared
