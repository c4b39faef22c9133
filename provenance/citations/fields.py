"""The fields of one citation: who, what, in what, when, where in it.

A citation is read from the front (names, title) and from the back (pages, year, volume); what
stands between is the journal or the volume. The styles told apart are those of the humanities and
of law, in English and German foremost; nothing is looked up.
"""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.citations.author_date import parse_author_date
from provenance.citations.enclosed import masked, quotations
from provenance.citations.names import UP, Authors, read_authors
from provenance.citations.references import back_reference, same_author
from provenance.citations.special import Fields, clean, parse_special
from provenance.citations.traits import (
    DATE,
    MARKED_PAGES,
    PAGE_WORD,
    PAGES,
    TRAILING_PAGES,
    URL,
    VOLUME,
    YEAR,
    last_year,
)
from provenance.model.spans import Span

_REFERENCE = "\x01"
"""Stands for the words that point back, once they are recognised."""

_GOES_ON = re.compile(r"\s(?!(?:in|et|bei|eds?|trans|hrsg|zit|quoted|cited)\b)[a-zß-ÿ]{2,}\s")
_OPENS_QUOTATION = re.compile(r"(?<=[\d)f.])(?:\s*:\s*|\s+\()$")
_REMARK_BEHIND = re.compile(
    r"(?<=[\d.])\s\((?!eds?\b|trans|hrsg|hg\.|forthcoming|unpublished|im\s|here|hence|cited|künftig)"
    r"(?:[a-zß-ÿ]|Hervorh|Übers|Emphasis|Italics)[^()\d]*\)[.\s]*$"
    r"|(?<=[\d.])\s\([a-z]{2,}ing\s[^()]*\)[.\s]*$"
)
"""Behind the pages: "(emphasis added)", "(Hervorhebung im Original)"."""
_WORD = re.compile(r"\w")
_PLACE_AND_YEAR = re.compile(rf"\([^()]*:\s[^()]*{YEAR}\)")
_POINTS_AT_ONCE = re.compile(
    rf"(?:pp?\.|S\.|[Cc]h(?:ap)?s?\.|Kap\.|Bl\.|fols?\.)\s?[\dIVXLC]|{PAGES}[.\s]*$"
)
_CHAPTER = re.compile(r",\s(?:[Cc]h(?:ap)?s?\.|Kap\.)\s(?:\d+(?:[-–]\d+)?|[IVXLC]+\b)")
_PARAGRAPH = re.compile(
    r"(?:^|,)\s(?:[Pp]aras?\.|[Pp]ars?\.|[Pp]aragraphs?|¶+|[Ll]ines?|ll?\.)\s?\d+(?:[-–]\d+)?"
)
_BETWEEN = re.compile(rf"(?:{UP}[^,“”\d]*,\s)+")
_DAY_FIRST = re.compile(rf"(?P<day>{DATE.pattern}),\s(?={UP})")
_GROUP = re.compile(rf"[(\[][^()\[\]]*?{YEAR}[^()\[\]]*[)\]]")
_IN = re.compile(
    r"[,.]?\s*\b[Ii]n:?\s+(?:(?:ders|dies)\.\s?/\s?)?(?=[“‘„\"]?[^\W\d_a-zß-ÿ]|van |von |de |\x01)"
)
_IN_BEHIND_TITLE = re.compile(r"(?:,\s*|\.\s*|\s)[Ii]n:\s*|[,.]\s+[Ii]n\s+(?=[^\W\d_a-zß-ÿ“„\"])")
_EDITED = re.compile(
    r",?\s\(?(?:eds?\.|edited\sby|trans\.|translated\sby|[Hh]rsg\.\s?(?:von|v\.)?|hg\.\s?(?:von"
    r"|v\.)?|übers\.)\s"
)
_STANDS_FOR_VOLUME = re.compile(r"\s*(?:,|\(|\d|\x01|$)|\s[IVX]*\s?\d")

_JOURNAL = re.compile(
    r",\s(?P<name>(?![Nn]os?\b|Nr\b|Heft\b|H\.|[Vv]ols?\b|[Cc]h(?:ap)?s?\b|Kap\b|Document\b"
    r"|Bd\b)[^\W\d][^,“”\"\x00\x01]+?(?:,\s(?:and|und|&)\s[^,]+?)?),?\s(?P<volume>\d{1,3}"
    r"|\d{5,}|[IVXLC]+(?=,\s[Nn]o))(?:[/.:]\d+)?"
    r"(?:,?\s(?:[Nn]os?\.|Nr\.|Heft|H\.|issue)\s[\d–-]+)?,?\s*$"
)
_REPORTER = re.compile(
    rf",\s(?P<volume>\d+)\s(?P<name>{UP}[\w.&’' ]+?)\s(?P<pages>\d+(?:,\s\d+(?:[-–]\d+)?)*)\s*$"
)
_REPORTER_BEFORE_PAGES = re.compile(rf",\s\d+\s{UP}[\w.&’' ]+$")
_SERIAL = (
    r"(?:Festschrift|FS|Jahrbuch|Handbuch|Zeitschrift|Journal|Review|Revue|Recueil|Encyclop\w+"
    r"|Yearbook|"
    r"Archiv|Annual|Quarterly|Bulletin|Proceedings|Informationsbrief|Mitteilungen)"
)
_UNNUMBERED_JOURNAL = re.compile(rf",\s(?P<name>{_SERIAL}\b[^,]*|[^,]*\b{_SERIAL}(?:\s[^,]*)?)$")
_DATED_JOURNAL = re.compile(rf",\s(?P<name>{UP}[^,]{{3,60}})$")
_BEHIND_YEAR = re.compile(
    rf"^,?\s*(?:(?P<volume>\d+)\s(?!N\.|n\.|Anm|Fn|S\.|Sp\.|H\."
    rf"|Heft)(?P<name>{UP}[\w.&’' -]*?(?:\s[\w.&’']+)*?)|(?P<bare>(?!S\.|Sp\.|H\.|Heft|Nr"
    rf"|Vols?\b|Bd|Document|No){UP}[\w.&’' ]*?))"
    r",?\s(?P<pages>\d+(?:\s?ff?\.|[-–]\d+)?(?:,\s(?:at\s)?\d+(?:[-–]\d+)?)*)(?=[\s.,;:)]|$)"
)
_LOCATOR = re.compile(
    rf"^[,:]?\s*(?:especially\s|insbes\.\s|insb\.\s|esp\.\s|at\s|hier\s"
    rf"|here\s)?(?P<pages>{PAGES})(?=[\s.,;:)]|$)"
)
_PIN = re.compile(rf",\s(?:at|hier|here)\s(?P<pages>{PAGES})")
_NAMES_AND_PAGES = re.compile(
    r"^\s(?:(?P<volume>[IVX]+|\d)\s)?(?P<pages>\d+(?:\s?f+\.?)?(?:,\s\d+(?:\s?f+\.?)?)*"
    r"(?:\s\(\d[^()]*\))?)[.,;\s]*$"
)
_PLACE = (
    rf"(?!\d|[A-ZÄÖÜ]{{2,}}\b){UP}[\w’-]{{2,}}(?:\s(?:a\.\s?M\.|am\sMain|u\.\s?a\."
    rf"|a\.\s?d\.\s\w+\.?"
    rf"|{UP}[\w’.-]*))?"
    rf"(?:\s?[/–-]\s?{UP}[\w’.-]+(?:\s{UP}[\w’.-]+)?)*"
)
_IMPRINT = re.compile(
    rf"[,.\s]*{_PLACE}(?:,\s{UP}[^,()\d]{{2,40}}(?=,))?,?\s{YEAR}(?:[.,\s]*$|[.,;]\s(?!\d))"
)
_NAME_ALONE = re.compile(
    rf"[,\s]*(?P<name>(?!Anm\.|Fn\.|Document\s){UP}[^,(\d]{{2,80}}?)(?=,|\s\d|\s\(|$)"
)
_AUTHOR_AND_YEAR = re.compile(
    rf"\s(?:\((?P<year>{YEAR})[a-z]?(?:[:,]\s?(?:pp?\.\s?|S\.\s?)?(?P<pages>{PAGES}))?\)"
    rf"|(?P<bare>{YEAR})[a-z]?"
    rf"(?:[:,]\s?(?:pp?\.\s?|S\.\s?)?(?P<behind>{PAGES}))?)[.\s]*$"
)
_ENDS_TITLE = re.compile(
    rf"\s*[(\[](?=[^()\[\]]*(?:\[[^()\[\]]*)?(?:{YEAR}|\bed\.|[Hh]rsg|Aufl|\beds\.|trans\.|forthcoming|unpublished"
    rf"|Diss))"
    r"|,\s(?=(?:\d+(?:st|nd|rd|th|d)|rev\.|revised|new|second|third)\s(?:(?:rev|enl|exp)\w*\.?\s)?"
    r"ed(?:\.|ition\b))"
    r"|,\s(?:pp?\.|S\.|[Vv]ols?\.|Bde?\.|Band|no\.|Nr\.|fols?\.|[Cc]hap\.|[Cc]h\.|Kap\.|§|t\.|tome)\s?[\dIVXLC]"
    r"|,?\s\d+\s?vols?\."
    rf"|[,.]\s(?={_PLACE},?\s{YEAR}(?:[,.;:]|$))|\.\s(?=Bd\.|\d+\.,?\s(?:\w+\.?,?\s)?Aufl)"
    rf"|,?\s(?=\d+\.,?\s(?:\w+\.?,?\s)?Aufl)|,\sat\s\d"
    rf"|,\s(?={DATE.pattern})|,\s(?=\d+[\d,.\sn–-]*(?:f+\.)?\s*$)"
    # The French imprint: place, publisher, year, and then the page or the volume.
    rf"|,\s(?={_PLACE},\s{UP}[^,()\d]{{2,40}},\s{YEAR}(?:[.\s]*$|,\s(?:pp?\.|t\.|vol\.)))"
    rf"|(?<!\bsince),?\s(?={YEAR}(?:/\d+)?(?:[,.:]\s(?!{_PLACE}\s{YEAR})|,?\s(?:S\.|pp?\.)))"
    rf"|(?<![Nn]o\.)(?<!Nr\.)(?<!ol\.)\s(?=(?!{YEAR})\d+(?:[-–]\d+)?(?:,\s\d+"
    rf"(?:[-–]\d+)?)*\s\([^()]*{YEAR}\)[.\s]*$)"
    rf"|,?\s(?:eds?\.|edited by|trans\.|hrsg\. von|hg\. von|übers\.)\s{UP}|,?\s(?=https?://|www\."
    rf"|doi:)"
    r"|,?\s(?=\((?:hereafter|henceforth|hereinafter|im Folgenden))|,?\s?\x01"
)


def parse_fields(citation: str) -> Fields:
    """The fields of a citation, given without the signal that introduces it."""
    text = _without_quotation(" ".join(citation.split()).rstrip(" ;"))
    return parse_author_date(text) or parse_special(text) or _parse_work(text)


def _without_quotation(text: str) -> str:
    """A citation without what it quotes from its pages, or says of them: `Feis, 318 (“…”)`,
    `S. 3: „…“`, `45 (emphasis added)`.
    """
    for quoted in quotations(text):
        opens = _OPENS_QUOTATION.search(text[: quoted.start])
        if opens is not None and not _WORD.search(text, quoted.end):
            return text[: opens.start()]
    return _REMARK_BEHIND.sub("", text)


def host_is_reference(citation: str) -> bool:
    """Whether a chapter names the volume it stands in by pointing back: "in Thornton, op. cit."."""
    text = " ".join(citation.split())
    reference = back_reference(text)
    if reference is None:
        return False
    names = read_authors(text)
    between = text[names.end if names else 0 : reference.span.start]
    return re.search(r"[“”’\"\w?!.,]\s[Ii]n:?\s", between) is not None


def _parse_work(text: str) -> Fields:
    """A book, an article or a chapter, in full or in short."""
    authors, same = read_authors(text), same_author(text)
    if authors is not None and _is_title(text, authors):
        authors = None
    start = authors.end if authors else (same.end if same else 0)
    rest = text[start:]
    pointer = _pointer(text, start)
    pointing = pointer.of(rest) if pointer else ""
    if pointer is not None:
        rest = rest[: pointer.start] + _REFERENCE + rest[pointer.end :]
        rest = re.sub(rf"a\.\s?a\.\s?O\.,?\s\(?{_REFERENCE}", _REFERENCE, rest)
    dated = _AUTHOR_AND_YEAR.match(rest) if authors else None
    if dated is not None:
        year, pages = dated["year"] or dated["bare"], dated["pages"] or dated["behind"]
        return replace(_by(authors), year=year, pages=pages or "")
    alone = _NAMES_AND_PAGES.match(rest)
    if alone is not None:
        return replace(_by(authors), volume=alone["volume"] or "", pages=alone["pages"])
    title, tail = _title_and_tail(rest, authors is not None and authors.is_corporate)
    container, hosts, tail = _container(title, tail)
    edited = None if hosts else _EDITED.search(tail)
    if edited is not None:
        editors = read_authors(tail[edited.end() :])
        hosts = editors.families if editors else ()
    volume, journal, pages = _volume_and_pages(tail)
    return replace(
        _by(authors),
        title=clean(title),
        container=clean((container or journal).replace(_REFERENCE, "")),
        hosts=hosts,
        year=_year_of(tail) or last_year(pointing),
        volume=volume,
        pages=re.sub(r"(?<=\d)\s?(ff?)$", r" \1.", pages.strip(" ,;.")),
        is_dated=_GROUP.search(tail) is None and DATE.search(tail) is not None,
    )


def _is_title(text: str, authors: Authors) -> bool:
    """Whether what reads as a name begins a title: "Secrecy: Report of …", "Memoir and Art"."""
    behind = text[authors.end :]
    if _GOES_ON.match(behind):
        return True
    is_one_word = " " not in text[: authors.end]
    return is_one_word and behind.startswith(": ") and _PLACE_AND_YEAR.search(behind) is not None


def _pointer(text: str, start: int) -> Span | None:
    """Where, from `start` on, words point back; offsets count from there."""
    reference = back_reference(text[start:])
    if reference is not None:
        return reference.span
    # "Feis, n. 18" is told by its names, which stand before.
    whole = back_reference(text)
    if whole is None or whole.span.start < start:
        return None
    return Span(whole.span.start - start, whole.span.end - start)


def _by(authors: Authors | None) -> Fields:
    if authors is None:
        return Fields()
    is_author = not authors.is_corporate and not authors.are_editors
    return Fields(authors.families, authors.families if is_author else ())


def _title_and_tail(rest: str, is_corporate: bool = False) -> tuple[str, str]:
    """The title that follows the names, and everything behind it.

    A body may name its office before what it says: "Department, Office, “Title”".
    """
    body = rest.lstrip(" ,:.")
    if not body or body.startswith((_REFERENCE, "(")):
        return "", body
    if re.match(r"[Ii]n:\s", body):
        return "", " " + body
    if _POINTS_AT_ONCE.match(body):
        return "", ", " + body
    day = _DAY_FIRST.match(body)
    if day is not None:
        # An entry of a diary: its day stands before the title.
        title, tail = _title_and_tail(body[day.end() :])
        return title, f", {day['day']}{tail}"
    quoted = quotations(body)
    if is_corporate and quoted and _BETWEEN.fullmatch(body, 0, quoted[0].start):
        return quoted[0].of(body), body[quoted[0].end :]
    is_quoted = bool(quoted) and quoted[0].start == 0
    if is_quoted and not re.match(r":\s", body[quoted[0].end :]):
        return quoted[0].of(body), body[quoted[0].end :]
    host = _IN_BEHIND_TITLE.search(masked(body))
    end = _ENDS_TITLE.search(body, quoted[0].end if is_quoted else 0)
    stop = min((match.start() for match in (host, end) if match), default=len(body))
    if host is not None and stop == host.start():
        return body[:stop], body[stop:]
    return _without_journal(body[:stop], body[stop:])


def _without_journal(title: str, tail: str) -> tuple[str, str]:
    """A title and its tail, with the journal that stands unmarked behind the title moved over."""
    journal = _REPORTER.search(title) or _JOURNAL.search(title)
    if journal is None and re.match(rf"\s\d[\d,\s–-]*\([^()]*{YEAR}\)", tail):
        journal = _REPORTER_BEFORE_PAGES.search(title)
    if journal is None and re.match(
        rf"\s*\([^()]*{YEAR}\),?\s\d|,?\s{YEAR}|,?\s{DATE.pattern}", tail
    ):
        journal = _UNNUMBERED_JOURNAL.search(title)
    if journal is None and re.match(rf",?\s(?:{YEAR}|{DATE.pattern})", tail):
        journal = _DATED_JOURNAL.search(title)
    if journal is None or journal.start() < 2:
        return title, tail
    return title[: journal.start()], title[journal.start() :] + tail


def _container(title: str, tail: str) -> tuple[str, tuple[str, ...], str]:
    """The volume a chapter stands in, who is named before it, and what is left behind both."""
    match = _IN.match(tail)
    if match is None:
        return "", (), tail
    inner = tail[match.end() :]
    hosts: tuple[str, ...] = ()
    names = read_authors(inner)
    is_journal = re.match(rf"[^,()]*\s\d+\s\({YEAR}\)", inner) is not None
    if names is not None and not is_journal and _STANDS_FOR_VOLUME.match(inner[names.end :]):
        is_title = re.match(r",\s(?:eds?\.|ed\s)", inner[names.end :]) is not None
        if not is_title or names.are_editors:
            hosts, inner = names.families, inner[names.end :]
    end = (
        re.search(rf",?\s(?=\d+\s\({YEAR}\))", inner)
        or _ENDS_TITLE.search(inner)
        or re.search(r"\s\d", inner)
    )
    stop = end.start() if end else len(inner)
    edited = _EDITED.match(inner, stop)
    if edited is not None and not hosts:
        editors = read_authors(inner[edited.end() :])
        hosts = editors.families if editors else ()
    return inner[:stop].strip(" ,:"), hosts, inner[stop:]


def _year_of(tail: str) -> str:
    """The year of publication: the last in the last bracket, else of a date, else bare."""
    groups = [match.group() for match in _GROUP.finditer(tail)]
    if groups and last_year(groups[-1]):
        return last_year(groups[-1])
    date = DATE.search(tail)
    if date is not None and last_year(date.group()):
        return last_year(date.group())
    if _REFERENCE in tail:
        return ""
    plain = MARKED_PAGES.sub("", URL.sub("", tail))
    bare = re.search(rf"(?<![\d–—-]){YEAR}(?=[,.:;)/\s]|$)", plain)
    return bare.group() if bare else ""


def _volume_and_pages(tail: str) -> tuple[str, str, str]:
    """Volume, journal and pages from what stands behind the title."""
    tail = _PARAGRAPH.sub("", _CHAPTER.sub("", tail))
    groups = list(_GROUP.finditer(tail))
    before = tail[: groups[-1].start()] if groups else tail
    after = DATE.sub("", tail[groups[-1].end() :]) if groups else ""
    volume, journal = _volume_and_journal(DATE.sub("", before))
    named = VOLUME.search(after)
    volume = volume or (named["number"] if named else "")
    marked = MARKED_PAGES.search(tail)
    report = _BEHIND_YEAR.match(after)
    if report is not None:
        name = report["name"] or report["bare"] or journal
        return report["volume"] or volume, name, report["pages"].replace("at ", "")
    locator = _LOCATOR.match(after) if groups else None
    if locator is not None and not re.search(PAGE_WORD, after[: locator.start("pages")]):
        pin = _PIN.match(after, locator.end())
        return volume, journal, locator["pages"] + (f", {pin['pages']}" if pin else "")
    if marked is not None:
        return volume, journal, marked["pages"]
    if groups:
        reporter = _REPORTER.search(before)
        if reporter is not None:
            return reporter["volume"], reporter["name"], reporter["pages"]
        printed = TRAILING_PAGES.fullmatch(before.rstrip())
        if printed is not None:
            return "", "", printed["pages"]
        return volume, journal, locator["pages"] if locator else ""
    pages = _pages_without_year_group(tail)
    # "Title, 142" ends in a page: only before a year or a journal's pages is it a volume.
    return "" if volume == pages and not journal else volume, journal, pages


def _pages_without_year_group(tail: str) -> str:
    if _REFERENCE in tail:
        behind = re.sub(r"^[).]*\s*(?:\(\d{4}\))?", "", tail.rpartition(_REFERENCE)[2])
        locator = _LOCATOR.match(behind)
        return locator["pages"] if locator else ""
    dates = list(DATE.finditer(tail)) or list(re.finditer(rf"\b{YEAR}\b", tail))
    found = _LOCATOR.match(tail[dates[-1].end() :]) if dates else _LOCATOR.match(tail)
    found = found or (None if dates else TRAILING_PAGES.search(tail))
    return found["pages"] if found else ""


def _volume_and_journal(before: str) -> tuple[str, str]:
    bare = re.fullmatch(r"[,\s]*(\d{1,3})\s*", before)
    if bare is not None:
        return bare[1], ""
    named = VOLUME.search(before)
    before = VOLUME.sub("", MARKED_PAGES.sub("", before))
    journal = _JOURNAL.search(", " + before.lstrip(" ,"))
    if journal is not None:
        return journal["volume"], journal["name"]
    if _IMPRINT.match(before):
        return (named["number"] if named else ""), ""
    name = _NAME_ALONE.match(before)
    return (named["number"] if named else ""), (name["name"].strip() if name else "")
