"""References that put the year behind the name: `Smith, J. (1999). Title. Journal, 12(3), 45–67."
"`"""

from __future__ import annotations

import re

from provenance.citations.names import UP
from provenance.citations.special import Fields, clean
from provenance.citations.traits import MARKED_PAGES, PAGES, YEAR

_PERSON = rf"(?:(?:van|von|de|der|den|la|du)\s)*{UP}[\w’'-]+,\s(?:{UP}\.(?:\s?-?{UP}\.)*)"
_JOINT = r"(?:,?\s(?:&|and|und|et|y)\s|;\s|,\s|\s?/\s?)"
_HEAD = re.compile(
    rf"(?P<people>{_PERSON}(?:{_JOINT}{_PERSON})*)(?:\s\((?:eds?\.?|Hrsg\.?)\)\.?)?,?\s"
    rf"\((?P<year>{YEAR})[a-z]?(?:,[^)]*)?\)[.:,]?(?:\s+|$)"
)
_FAMILY = re.compile(rf"((?:(?:van|von|de|der|den|la|du)\s)*{UP}[\w’'-]+),\s{UP}\.")
_TITLE_ENDS = re.compile(r"(?<=[^\W\d_]{2})[.?!]\s+(?=[^\W\d_a-z])|(?<=\))[.]\s+|[.]\s*$")
_JOURNAL = re.compile(
    rf"(?P<name>{UP}[^,.\d]*(?:,\s[^,.\d]+)?),?\s(?P<volume>\d+)\s?(?:\([\d/–-]+\))?(?:,"
    rf"|:)\s?(?:S\.\s|pp?\.\s)?"
    rf"(?P<pages>{PAGES})"
)
_VOLUME = re.compile(r"In:?\s(?P<rest>.+)", re.DOTALL)
_BOOK = re.compile(r"(?P<title>[^(.]+?)(?:\s\((?:pp?\.|S\.)\s(?P<pages>[^)]+)\)|[.,]\s|$)")
_EDITORS = re.compile(r"^.{2,120}?\((?:[Ee]ds?\.?|Hrsg\.?)\)[,:.]?\s")


def begins_with_year(text: str) -> bool:
    """Whether a text begins with inverted names and a year in brackets."""
    return _HEAD.match(text) is not None


def parse_author_date(text: str) -> Fields | None:
    """The fields of such a reference; None for any other."""
    head = _HEAD.match(text)
    if head is None:
        return None
    families = tuple(_FAMILY.findall(head["people"]))
    is_edited = re.search(r"\((?:eds?|Hrsg)", head.group()) is not None
    rest = text[head.end() :]
    ends = _TITLE_ENDS.search(rest)
    title, tail = (rest[: ends.start()], rest[ends.end() :]) if ends else (rest, "")
    container, volume, pages = _where(tail)
    marked = MARKED_PAGES.search(text, head.end())
    return Fields(
        families=families,
        authors=() if is_edited else families,
        title=clean(title),
        container=clean(container),
        year=head["year"],
        volume=volume,
        pages=pages or (marked["pages"] if marked else ""),
    )


def _where(tail: str) -> tuple[str, str, str]:
    journal = _JOURNAL.match(tail)
    if journal is not None:
        return journal["name"], journal["volume"], journal["pages"]
    volume = _VOLUME.match(tail)
    if volume is None:
        return "", "", ""
    book = _BOOK.match(_EDITORS.sub("", volume["rest"]))
    return (book["title"], "", book["pages"] or "") if book else ("", "", "")
