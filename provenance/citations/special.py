"""Fields of what has a form of its own: cases, acts, archival documents, document series."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from provenance.citations.enclosed import quotations
from provenance.citations.names import UP, Authors, read_authors
from provenance.citations.papers import LETTER, archive_in
from provenance.citations.traits import (
    ACT,
    CASE,
    CONGRESS,
    DATE,
    GAZETTE,
    ISSUE,
    MARKED_PAGES,
    PAGES,
    REPORT_FIRST,
    SERIES,
    SHORT_CASE,
    TRAILING_PAGES,
    URL,
    VOLUME,
    YEAR,
    YEAR_GROUP,
    last_year,
)
from provenance.model.spans import Span


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
    is_dated: bool = False
    """Whether the year is that of a day: of an entry or an issue, not of publication."""

    def is_entry_with(self, other: Fields) -> bool:
        """Whether two citations may be of entries in one diary, whose volumes they name."""
        is_dated = self.is_dated or other.is_dated
        return is_dated and bool(self.volume and other.volume) and not self.container


_REPORT = re.compile(
    rf"(?:(?P<volume>\d+)\s)?(?P<name>{UP}[\w.]*(?:\s(?:{UP}[\w.]*"
    rf"|\d[a-z]{{1,2}}|\(\d+\s\w+\)))*)\s"
    r"(?P<pages>\d+(?:[-–]\d+)?(?:,\s(?:at\s)?\d+(?:[-–]\d+)?)*)"
)
_YEAR_IN_BRACKETS = re.compile(rf"[(\[]\s*(?:[\w.]+\s)*{YEAR}[)\]]")
_GERMAN_REPORT = re.compile(
    r"(?P<name>[A-Z]\w+)\s(?P<volume>\d+),\s(?P<pages>\d+(?:\s\(\d+[^()]*\))?)"
)
_DOCUMENT_OF = re.compile(
    r",\s(?:draft\s)?(?:report|minutes|memorandum|transcript|record|notes|paper|statement)\b"
)
"""Behind an author: "Stewart, report of the meeting"."""
_SHORT_OF_SERIES = re.compile(r"^\([A-Z]{2,6}\),?\s*")
_BARE_IMPRINT = re.compile(
    rf",\s(?:{UP}[\w.’-]+[\s,/-]*){{1,3}}(?<=[\s,])(?={YEAR}[\s,]*$){YEAR}[\s,]*$"
)
"""Behind the name of a volume, as in German notes: ", Washington, D.C. 1955"."""
_NUMBERED = re.compile(rf",?\s(?:[Dd]ocuments?|[Dd]ocs?\.|[Nn]os?\.|Nr\.)\s\d|,?\s\(?{URL.pattern}")
_IN_A_BODY = rf"(?:{UP}[\w.’-]*|of|the|for|and|de|der)"
_HOLDER = re.compile(
    r"[A-Z]{2,6}|(?=.*\b(?:Department|Ministry|Office|Bureau|Library|Archives?|Embassy|Legation"
    r"|University|Institute|Museum|Society|Center|Centre|State|Affairs|Historian|Collection)\b)"
    rf"{_IN_A_BODY}(?:\s{_IN_A_BODY})*"
)
"""A body that keeps files, named before them."""
_OFFICE_FIRST = re.compile(
    r"(?:(?:Acting|Assistant|Under|Chief|Secretary|Clerk|of|State)\s)+(?=[A-Z])"
)
_FULL_STOP = re.compile(r"(?<![\s.])(?<!\.[A-Z])\.+$")
"""At the end of a field, unless it is the last of ". . ." or of "C.I.A."."""
_HERE_AND_THERE = re.compile(r"(?:and\s)?[Pp]assim")
_KEPT = re.compile(
    r"\b(?:boxe?s?|folders?|reels?|cartons?|ctn\.|boîtes?|liasses?|files?|series|vols?\.|nos?\.|"
    r"Kasten|Karton|Kiste|Mappe|Konvolut|Band|Bd\.|Nr\.|[Ss]érie)\s(?:\d+|[IVXLC]+)[.\s]*$",
    re.IGNORECASE,
)
"""At the end of a paper that is held somewhere: what it lies in, which is no page."""
_PAGES_OF_FILE = re.compile(rf",\s(?:pp?\.|S\.|Bl\.|fols?\.)\s?(?P<pages>{PAGES})[.\s]*$")


def clean(piece: str) -> str:
    """A field without the quotation marks and stops around it."""
    bare = _FULL_STOP.sub("", piece.strip(" ,;:§\x00"))
    quoted = quotations(bare)
    if quoted and quoted[0] == Span(0, len(bare)):
        return _FULL_STOP.sub("", bare[1:-1].strip(" \u00a0,;:"))
    return bare if quoted else bare.strip('“”„"‘’«»')


def parse_special(text: str) -> Fields | None:
    """The fields of a case, an act, a document in an archive or a series; None for others."""
    readers: tuple[Callable[[str], Fields | None], ...] = (
        _short_case,
        _german_case,
        _case,
        _act,
        _archival,
        _gazette,
        _series,
        _congress,
        _newspaper,
        _address,
    )
    return next((fields for reader in readers if (fields := reader(text)) is not None), None)


def _short_case(text: str) -> Fields | None:
    """`Roe, 410 U.S. at 153`."""
    short = SHORT_CASE.match(text)
    if short is None:
        return None
    return Fields(
        title=short["title"],
        container=short["name"],
        volume=short["volume"],
        pages=short["pages"],
    )


def _german_case(text: str) -> Fields | None:
    """`BVerfGE 7, 198 (205)` and `BGH NJW 1990, 123`."""
    if REPORT_FIRST.match(text) is None or not text[0].isalpha():
        return None
    report = _GERMAN_REPORT.search(text)
    if report is None:
        return None
    year = last_year(report["volume"])
    return Fields(
        container=text[: report.end("name")],
        year=year,
        volume="" if year else report["volume"],
        pages=report["pages"],
    )


def _case(text: str) -> Fields | None:
    case = CASE.match(text)
    if case is None and REPORT_FIRST.match(text) is None:
        return None
    # What reads as the second party may run into the report: "v. Illinois 83 U.S.".
    title = re.sub(r"\s\(?\d.*$", "", case.group()).strip(" ,;:") if case else ""
    tail = text[len(title) :]
    year = last_year(tail)
    section = re.match(r"\d+\s[\w.]+\s§+\s?\w[\w-]*(?:\.\w+)*", tail)
    if section is not None:
        return Fields(title=section.group(), year=year)
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
    year = re.search(rf"\b{YEAR}\b", act.group())
    title = act.group()[: year.start()] if year else act.group()
    title = re.sub(r"^the\s|\sof\s$", "", title).strip(" ,(")
    section = re.search(r"\bss?\.?\s?(\d+\w*)", text)
    pages = MARKED_PAGES.search(text, act.end())
    group = YEAR_GROUP.search(text, act.end())
    return Fields(
        title=title,
        year=year.group() if year else last_year(group.group() if group else ""),
        pages=section[1] if section else (pages["pages"] if pages else ""),
    )


def _archival(text: str) -> Fields | None:
    archive = archive_in(text)
    if archive is None and LETTER.match(text) is None:
        return None
    described = text[: archive.start()] if archive else text
    letter_ends = _end_of_letter(text)
    if archive is None:
        return _printed_letter(text, letter_ends)
    cut = _start_of_file(text, archive.start(), letter_ends)
    described = text[:cut]
    pages, date = MARKED_PAGES.search(described), DATE.search(described, max(0, letter_ends - 30))
    stop = min(
        [
            cut,
            *(m.start() for m in (pages,) if m),
            *([letter_ends] if letter_ends else (m.end() for m in (date,) if m)),
        ]
    )
    writer = _writer(described)
    title = described[:stop]
    quoted = quotations(described)
    named = writer.end if writer and not letter_ends else 0
    if quoted and not described[named : quoted[0].start].strip(" ,"):
        title = quoted[0].of(described)
    elif writer and not letter_ends and _DOCUMENT_OF.match(described, writer.end):
        title = described[writer.end + 2 : stop]
    title = re.sub(r",?\s\[[^\]]*$", "", title)
    file, behind = _file_and_pages(text[cut:])
    year = last_year(date.group()) if date else ""
    bare = None if date else re.search(rf"[,”\"]\s({YEAR})[,\s]*$", described)
    return replace(
        _by(writer),
        title="" if _HERE_AND_THERE.fullmatch(clean(title)) else clean(title),
        container=file,
        year=bare[1] if bare else year,
        pages=pages["pages"] if pages else behind,
    )


def _by(writer: Authors | None) -> Fields:
    if writer is None:
        return Fields()
    return Fields(writer.families, () if writer.is_corporate else writer.families)


def _writer(text: str) -> Authors | None:
    """Who wrote a letter, or the author a document begins with."""
    letter = LETTER.match(text)
    if letter is None:
        return read_authors(text)
    sender = re.sub(r"\s?\([^()]*\)", "", letter["sender"])
    sender = re.sub(r"^(?:[Ff]or|[Dd]raft|[Ff]rom)\s", "", sender)
    office = _OFFICE_FIRST.match(sender)
    return read_authors(sender[office.end() :] if office else sender)


def _start_of_file(text: str, archive: int, described: int) -> int:
    """Where the name of the archive begins: with its segment, and the bodies right before it.

    "Harry L. Hopkins Papers", "Department of State, HAC Lot File", "LCM, Davis Papers".
    """
    joints = [m.end() for m in re.finditer(r",\s|\sin\s|(?<=[)”])\s", text[:archive])]
    cut = max([*joints[-1:], described], default=0)
    if not 0 < cut <= archive:
        return archive
    for joint in reversed(joints):
        segment = text[joint:cut].strip(" ,")
        if joint < described or (segment and not _HOLDER.fullmatch(segment)):
            break
        cut = joint
    return cut


def _file_and_pages(file: str) -> tuple[str, str]:
    """A file as it is named, and the pages that stand at its end."""
    file = re.sub(r"^[\s,]*(?:(?:both|all)\s)?(?:in\s)?", "", file).strip(" ,.")
    pages = _PAGES_OF_FILE.search(file)
    return (file[: pages.start()], pages["pages"]) if pages else (file, "")


def _year_of_a_day(text: str) -> re.Match[str] | None:
    day = DATE.search(text)
    return re.compile(YEAR).search(text, day.start()) if day else None


def _gazette(text: str) -> Fields | None:
    """A paper of parliament or a page of the gazette: `BT-Drs. 7/4172, S. 3`."""
    gazette = GAZETTE.match(text)
    if gazette is None:
        return None
    pages = MARKED_PAGES.search(text, gazette.end())
    return Fields(
        title=gazette.group().strip(),
        year=last_year(gazette.group()),
        pages=pages["pages"] if pages else "",
    )


def _congress(text: str) -> Fields | None:
    """A paper of the Congress: its title stands before the number of the Congress."""
    congress = CONGRESS.search(text)
    if congress is None:
        return None
    pages, date = MARKED_PAGES.search(text), DATE.search(text)
    pages = pages or (None if date else TRAILING_PAGES.search(text, congress.end()))
    stop = pages.start() if pages else len(text)
    return Fields(
        title=clean(text[: congress.start()]),
        container=clean(text[congress.start() : stop].lstrip(" .,")),
        year=last_year(date.group()) if date else "",
        pages=pages["pages"] if pages else "",
    )


def _newspaper(text: str) -> Fields | None:
    """An issue cited by its day alone: `Frankfurter Zeitung, 12. März 1933, S. 1`."""
    issue = ISSUE.match(text)
    if issue is None:
        return None
    date = DATE.match(text, issue.end())
    pages = MARKED_PAGES.search(text)
    end = date.end() if date else issue.end()
    return Fields(
        title=text[:end],
        container=issue["name"],
        year=last_year(text[:end]),
        pages=pages["pages"] if pages else "",
    )


def _address(text: str) -> Fields | None:
    address = URL.match(text)
    return Fields(title=address.group()) if address else None


def _end_of_letter(text: str) -> int:
    letter = LETTER.match(text)
    return letter.end() if letter else 0


def _printed_letter(text: str, end: int) -> Fields:
    """A letter cited from where it is printed: `Harriman to Truman, July 7, 1945, in …, 932`."""
    tail = re.sub(r"^,?\s*(?:in:?\s)?", "", text[end:])
    kept = _KEPT.search(tail)
    pages = MARKED_PAGES.search(tail) or (
        None if kept else TRAILING_PAGES.search(re.sub(r"\s\([^()]*\)\.?$", "", tail))
    )
    stop = pages.start() if pages else len(tail)
    return replace(
        _by(_writer(text)),
        title=clean(text[:end]),
        container=clean(tail[:stop]),
        year=last_year(text[:end]),
        pages=pages["pages"] if pages else "",
    )


def _series(text: str) -> Fields | None:
    series = SERIES.match(text)
    if series is None:
        return None
    tail = text[series.end() :].lstrip(" ,:")
    volume = VOLUME.search(tail)
    start = volume.end() if volume else 0
    pages = MARKED_PAGES.search(tail, start) or TRAILING_PAGES.search(tail, start)
    numbered = _NUMBERED.search(tail)
    is_year = pages is not None and re.fullmatch(YEAR, pages["pages"]) and not pages.start()
    if pages is not None and (is_year or (numbered and numbered.end() > pages.start("pages"))):
        pages = None
    published = YEAR_GROUP.search(tail)
    ends = [match.start() for match in (volume, pages, published, numbered) if match]
    named = _SHORT_OF_SERIES.sub("", tail[: min(ends, default=len(tail))])
    part = clean(_BARE_IMPRINT.sub("", named))
    covered = re.search(YEAR, tail[: min(ends, default=len(tail))]) or _year_of_a_day(tail)
    return Fields(
        title=f"{series.group()}: {part}" if part else series.group(),
        container=series.group(),
        year=last_year(published.group()) if published else (covered.group() if covered else ""),
        volume=volume["number"] if volume else "",
        pages=pages["pages"].strip() if pages else "",
    )
