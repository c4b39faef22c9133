"""Fields of what is cited in a form of its own: cases, acts, archival documents, document series."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from provenance.citations.enclosed import quotations
from provenance.citations.names import UP, read_authors
from provenance.citations.traits import (
    ACT,
    ARCHIVE,
    CASE,
    DATE,
    LETTER,
    MARKED_PAGES,
    REPORT_FIRST,
    SERIES,
    TRAILING_PAGES,
    VOLUME,
    YEAR,
    YEAR_GROUP,
    last_year,
)


@dataclass(frozen=True, slots=True)
class Fields:
    """What one citation says of the work it cites; "" and () where it does not say."""

    families: tuple[str, ...] = ()
    """Of whoever stands in the author's place, editors and corporate bodies included."""
    authors: tuple[str, ...] = ()
    """Family names of authors alone."""
    title: str = ""
    container: str = ""
    """Journal, newspaper, collected volume, reporter or archive."""
    hosts: tuple[str, ...] = ()
    """Family names before the container: its editors, or whoever stands for it in short."""
    year: str = ""
    volume: str = ""
    pages: str = ""


_REPORT = re.compile(
    rf"(?:(?P<volume>\d+)\s)?(?P<name>{UP}[\w.]*(?:\s(?:{UP}[\w.]*|\d[a-z]{{1,2}}|\(\d+\s\w+\)))*)\s"
    r"(?P<pages>\d+(?:[-–]\d+)?(?:,\s(?:at\s)?\d+(?:[-–]\d+)?)*)"
)
_YEAR_IN_BRACKETS = re.compile(rf"[(\[]\s*(?:[\w.]+\s)*{YEAR}[)\]]")
_SENDER = re.compile(rf"((?:{UP}[\w.’'-]*\s?){{1,4}})\s(?:to|an)\s")


def clean(piece: str) -> str:
    """A field without the marks and stops around it."""
    return piece.strip(" ,;:").rstrip(".").strip(" “”„\"‘’'«»,;:\x00")


def parse_special(text: str) -> Fields | None:
    """The fields of a case, an act, a document in an archive or in a series; None for other works."""
    readers: tuple[Callable[[str], Fields | None], ...] = (_case, _act, _archival, _series)
    return next((fields for reader in readers if (fields := reader(text)) is not None), None)


def _case(text: str) -> Fields | None:
    case = CASE.match(text)
    if case is None and REPORT_FIRST.match(text) is None:
        return None
    # What reads as the second party may run into the report: "v. Illinois 83 U.S.".
    title = re.sub(r"\s\(?\d.*$", "", case.group()).strip(" ,;:") if case else ""
    tail = text[len(title) :]
    year = last_year(tail)
    report = _REPORT.search(_YEAR_IN_BRACKETS.sub(" ", DATE.sub(" ", tail)))
    if report is None:
        return Fields(title=title, year=year)
    pages = re.sub(r"\bat\s", "", report["pages"])
    return Fields(
        title=title, container=report["name"], year=year, volume=report["volume"] or "", pages=pages
    )


def _act(text: str) -> Fields | None:
    act = ACT.match(text)
    if act is None:
        return None
    year = re.search(YEAR, act.group())
    title = act.group()[: year.start()] if year else act.group()
    title = re.sub(r"^the\s", "", title).strip(" ,(")
    section = re.search(r"\bss?\.\s?(\d+\w*)", text)
    return Fields(title=title, year=year.group() if year else "", pages=section[1] if section else "")


def _archival(text: str) -> Fields | None:
    archive = ARCHIVE.search(text)
    if archive is None and LETTER.match(text) is None:
        return None
    cut = archive.start() if archive else len(text)
    described = text[:cut]
    pages, date = MARKED_PAGES.search(described), DATE.search(described)
    stop = min([cut, *(m.start() for m in (pages,) if m), *(m.end() for m in (date,) if m)])
    sender = _SENDER.match(described)
    writer = read_authors(sender[1]) if sender else read_authors(described)
    title = described[:stop]
    quoted = quotations(described)
    if quoted and writer and not described[writer.end : quoted[0].start].strip(" ,"):
        title = quoted[0].of(described)
    families = writer.families if writer else ()
    return Fields(
        families=families,
        authors=() if writer is None or writer.is_corporate else families,
        title=clean(title),
        container=text[cut:].strip(" ,.") if archive else "",
        year=last_year(date.group()) if date else "",
        pages=pages["pages"] if pages else "",
    )


def _series(text: str) -> Fields | None:
    series = SERIES.match(text)
    if series is None:
        return None
    tail = text[series.end() :].lstrip(" ,:")
    volume = VOLUME.search(tail)
    pages = MARKED_PAGES.search(tail) or TRAILING_PAGES.search(tail)
    published = YEAR_GROUP.search(tail)
    ends = [match.start() for match in (volume, pages, published) if match]
    part = clean(tail[: min(ends, default=len(tail))])
    covered = re.search(YEAR, tail)
    return Fields(
        title=f"{series.group()}: {part}" if part else series.group(),
        container=series.group(),
        year=last_year(published.group()) if published else (covered.group() if covered else ""),
        volume=volume["number"] if volume else "",
        pages=pages["pages"].strip() if pages else "",
    )
