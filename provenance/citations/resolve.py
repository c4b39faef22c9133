"""Citations tied to works: ibid., op. cit., short titles and numbers of notes followed back.

The rules are those of the printed conventions, in this order: *ibid.* is the citation right before;
a number of a note is what that note cites, narrowed by surname and year; a surname with a short
title is the one earlier work that fits both; a surname alone is that author's only work. Where more
than one work is left the citation stays ambiguous, with the candidates: no guess is better than a
wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from provenance.citations.abbreviations import listed_works
from provenance.citations.endings import FINITE_VERB
from provenance.citations.fields import host_is_reference, parse_fields
from provenance.citations.kinds import kind_of
from provenance.citations.lines import unwrapped
from provenance.citations.locators import locator_of
from provenance.citations.names import fold
from provenance.citations.references import Back, BackReference, back_reference, same_author
from provenance.citations.shape import reads_as_citation
from provenance.citations.special import Fields
from provenance.citations.split import CitedStretch, names_and_titles, split_note
from provenance.citations.works import GatheredWork, WorkList
from provenance.model.notes import Citation, CitationKind, Note, Resolution, Work, WorkKind
from provenance.model.spans import Span

_SHORT_NOTE = 14
"""Words of the longest note without a verb that is a reference by its numbers or quotation."""
_REFERS = re.compile(r"\d|[“„\"«]")
_HEREAFTER = re.compile(
    r"(?:(?P<bracket>[(\[])|,\s)(?:hereafter|hereinafter|henceforth|cited(?= as)|im Folgenden"
    r"|nachfolgend|künftig|fortan|ci-après)"
    r"(?:\scited)?(?:\sas|\szit(?:iert|\.)\sals|\sreferred to as)?:?\s*[“„\"‘]?"
    r"(?P<name>(?(bracket)[^)\]”“\"’]+|[^)\]”“\"’.;,]+))"
)
_HEREAFTER_BEHIND = re.compile(
    r"[.,;)*\s]*(?:hereafter|hereinafter|henceforth|im Folgenden|nachfolgend|künftig|fortan"
    r"|ci-après)\s(?:cited|abbreviated|referred\sto|zit(?:iert|\.))\s?(?:as|als)?:?\s*[“„\"‘*]{0,2}"
    r"(?P<name>[^)\]”“\"’.;*]{2,60})",
    re.IGNORECASE,
)
"""The same as a sentence of its own behind the citation."""


@dataclass(frozen=True, slots=True)
class CitedNotes:
    """Notes with their citations, and every work they cite."""

    notes: tuple[Note, ...]
    works: tuple[Work, ...]


@dataclass(slots=True)
class _Answer:
    """What a citation was found to cite."""

    works: list[GatheredWork]
    kind: CitationKind

    @property
    def resolution(self) -> Resolution:
        if len(self.works) > 1:
            return Resolution.AMBIGUOUS
        # To know that it is the same Smith again is not to know what Smith wrote.
        is_known = bool(self.works) and not self.works[0].is_a_name_alone
        return Resolution.RESOLVED if is_known else Resolution.UNRESOLVED


def cite(text: str, notes: Sequence[Note]) -> CitedNotes:
    """Take every note apart into citations and tie each to a work, in the order of the notes.

    Short names that the document lists as abbreviations, or introduces with "hereafter", are known.
    Works in such a list that no note cites are left out.
    """
    reading = _Reading(text)
    cited = tuple(reading.read(note) for note in notes)
    return CitedNotes(reading.settled(cited), reading.frozen_works())


class _Reading:
    """One pass over the notes of a document, remembering what was cited where."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._works = WorkList()
        for short, fields, kind in listed_works(text):
            self._works.known_as(short, fields, kind)
        self._by_label: dict[tuple[int, str], list[str]] = {}
        self._last: list[str] = []
        self._last_label: dict[int, str] = {}
        self._before: Fields = Fields()
        self._number = 0

    def read(self, note: Note) -> Note:
        """The note with its citations, each resolved as far as what came before allows."""
        here: list[list[str]] = []
        citations: list[Citation] = []
        for stretch in self._stretches(note):
            self._number += 1
            words = self._words(stretch.span)
            if stretch.shared:
                words = f"{words.rstrip(' ,')}, {stretch.shared}"
            fields = self._parsed(words)
            kind = kind_of(words, fields)
            answer = self._answer(words, fields, kind, note, here)
            citation = Citation(
                id=f"c{self._number}",
                span=stretch.span,
                kind=answer.kind,
                signal=stretch.signal,
                author=fields.authors,
                title=fields.title,
                year=fields.year,
                volume=fields.volume,
                pages=fields.pages,
                note=_label_in(words),
                work_kind=kind,
                container=fields.container,
                locator=locator_of(words, fields),
            )
            citations.append(_tied(citation, answer))
            self._remember(words, fields, answer, citation.id)
            behind = _HEREAFTER_BEHIND.match(self._text, stretch.span.end, note.span.end)
            if behind is not None and len(answer.works) == 1:
                self._call(" ".join(behind["name"].split()), answer.works[0])
            here.append([work.id for work in answer.works])
        cited_here = list(dict.fromkeys(work for works in here for work in works))
        self._by_label.setdefault((note.series, note.label), []).extend(cited_here)
        self._last_label[note.series] = note.label
        if here or _may_be_reference(" ".join(note.span.of(self._text).split())):
            # Behind a reference that could not be read, ibid. is not what came before that.
            self._last = cited_here
        return replace(note, citations=tuple(citations))

    def settled(self, notes: tuple[Note, ...]) -> tuple[Note, ...]:
        """The notes once more, with references to notes further on followed too."""
        return tuple(
            replace(note, citations=tuple(self._look_ahead(c, note) for c in note.citations))
            for note in notes
        )

    def frozen_works(self) -> tuple[Work, ...]:
        works = (work for work in self._works if work.citations or not work.is_listed)
        return tuple(work.frozen() for work in works)

    def _look_ahead(self, citation: Citation, note: Note) -> Citation:
        if citation.note is None or citation.resolution is not Resolution.UNRESOLVED:
            return citation
        words = self._words(citation.span)
        reference = back_reference(words)
        labels = _labels(citation.note, reference.last if reference else None)
        found = self._narrowed(self._cited_in(note.series, *labels), parse_fields(words))
        for work in found[:1] if len(found) == 1 else ():
            work.citations.append(citation.id)
        return _tied(citation, _Answer(found, citation.kind))

    def _stretches(self, note: Note) -> list[CitedStretch]:
        """Where a note cites a work: also by a name and a title alone, where that is known."""
        found = split_note(self._text, note.span)
        bare = [s for s in names_and_titles(self._text, note.span, found) if self._is_known(s)]
        return sorted([*found, *bare], key=lambda stretch: stretch.span)

    def _is_known(self, stretch: CitedStretch) -> bool:
        words = self._words(stretch.span)
        fields = self._parsed(words)
        if not fields.families or not fields.title:
            return False
        return len(self._works.titled(fields, kind_of(words, fields))) == 1

    def _words(self, span: Span) -> str:
        words = " ".join(unwrapped(self._text, span).text.split())
        # "*See id.* at 5": the star before the signal is not in it.
        return words.replace("*", "", 1) if words.count("*") == 1 else words

    def _parsed(self, words: str) -> Fields:
        fields = parse_fields(words)
        if same_author(words) and not fields.families:
            before = self._before
            return replace(fields, families=before.families, authors=before.authors)
        short = self._short_title(words, fields)
        return replace(fields, families=(), authors=(), title=short) if short else fields

    def _short_title(self, words: str, fields: Fields) -> str:
        """The short title that reads like a name before pages: "Assassination, p. 41"."""
        if not fields.families or fields.title or fields.container or back_reference(words):
            return ""
        called = self._works.called(words)
        if called is not None:
            return called[1]
        lead = words.partition(",")[0]
        is_known = not self._works.by_author(fields.families) and self._works.beginning(lead)
        return lead if is_known else ""

    def _answer(
        self,
        words: str,
        fields: Fields,
        kind: WorkKind,
        note: Note,
        here: Sequence[Sequence[str]],
    ) -> _Answer:
        called = self._works.called(words)
        if called is not None:
            return _Answer([called[0]], CitationKind.SHORT)
        reference = back_reference(words)
        if reference is not None:
            return self._back(reference, words, fields, note, here)
        if fields.title or fields.container or not fields.families:
            return self._titled(fields, kind)
        found = self._works.by_author(fields.families)
        if fields.year:
            found = [work for work in found if work.fields.year == fields.year]
        if not found:
            found = [self._works.add(fields, kind)]
        return _Answer(_with_titles(found), CitationKind.SHORT)

    def _back(
        self,
        reference: BackReference,
        words: str,
        fields: Fields,
        note: Note,
        here: Sequence[Sequence[str]],
    ) -> _Answer:
        sought = fields
        is_part = host_is_reference(words)
        if is_part:
            # What is pointed at is the volume: its names and not the chapter's narrow the search.
            sought = Fields(families=fields.hosts, hosts=fields.hosts, year=fields.year)
        if reference.way is Back.IBID:
            found = self._narrowed(self._previous(here), sought)
            if not found and sought.families:
                found = self._works.by_author(sought.families)
            kind = CitationKind.IBID
        elif reference.way is Back.NAMED:
            found = self._narrowed(list(self._works), sought) if sought.families else []
            kind = CitationKind.SHORT
        else:
            label = reference.label or self._last_label.get(note.series, "")
            labels = _labels(label, reference.last)
            found = self._narrowed(self._cited_in(note.series, *labels), sought)
            kind = CitationKind.CROSS_REFERENCE
        if is_part and len(found) == 1 and fields.title:
            found[0].chapters.add(fields.title)
        return _Answer(found, kind)

    def _previous(self, here: Sequence[Sequence[str]]) -> list[GatheredWork]:
        ids = here[-1] if here else self._last
        return [self._works[work] for work in ids]

    def _cited_in(self, series: int, *labels: str) -> list[GatheredWork]:
        cited = (self._by_label.get((series, label), ()) for label in labels)
        return [self._works[work] for work in dict.fromkeys(chain.from_iterable(cited))]

    def _narrowed(self, works: Iterable[GatheredWork], sought: Fields) -> list[GatheredWork]:
        """The works that bear the surname, the year and the title a reference gives, if it does."""
        found = list(works)
        names = {fold(name) for name in sought.families}
        if names:
            found = [
                work
                for work in found
                if names & work.names()
                # The document's own author is seldom named: a work without names may be theirs.
                or (not work.names() and sought.year and work.fields.year == sought.year)
            ]
        if sought.year and any(work.fields.year for work in found):
            found = [work for work in found if work.fields.year in (sought.year, "")]
        if names and len(found) > 1:
            own = [work for work in found if names & {fold(n) for n in work.fields.families}]
            found = own or found
        if sought.title and len(found) > 1:
            found = [work for work in found if work.agrees(sought)] or found
        return found

    def _titled(self, fields: Fields, kind: WorkKind) -> _Answer:
        is_archival = kind is WorkKind.ARCHIVAL
        found = self._works.titled(fields, kind)
        is_short = not fields.year and (not fields.container or kind is WorkKind.CASE)
        if not found and is_short and not fields.families and not is_archival:
            found = self._works.beginning(fields.title)
        if not found:
            work = self._works.add(fields, kind)
            return _Answer([work], CitationKind.ARCHIVAL if is_archival else CitationKind.FULL)
        if is_archival:
            return _Answer(found, CitationKind.ARCHIVAL)
        if not is_short and len(found) > 1:
            found = found[:1]
        return _Answer(found, CitationKind.SHORT if is_short else CitationKind.FULL)

    def _call(self, name: str, work: GatheredWork) -> None:
        """Give a work its short name; a letter's is that of the volume or archive it stands in."""
        is_letter = work.kind in (WorkKind.DOCUMENT_SERIES, WorkKind.ARCHIVAL)
        if is_letter and work.fields.families and work.fields.container:
            self._works.known_as(name, Fields(title=work.fields.container), work.kind)
        else:
            self._works.call(name, work.id)

    def _remember(self, words: str, fields: Fields, answer: _Answer, citation: str) -> None:
        if len(answer.works) == 1:
            answer.works[0].citations.append(citation)
            named = _HEREAFTER.search(words)
            if named is not None:
                self._call(named["name"].strip(), answer.works[0])
            known = answer.works[0].fields
            if not known.year and fields.year and answer.kind is CitationKind.FULL:
                answer.works[0].fields = replace(known, year=fields.year)
                if answer.works[0].kind is WorkKind.UNKNOWN:
                    answer.works[0].kind = kind_of(words, fields)
        if fields.families:
            self._before = fields
        elif len(answer.works) == 1 and answer.works[0].fields.families:
            self._before = answer.works[0].fields


def _may_be_reference(body: str) -> bool:
    """Whether a note in which no citation was read is no mere remark."""
    if reads_as_citation(body):
        return True
    is_short = len(body.split()) <= _SHORT_NOTE and not FINITE_VERB.search(body)
    return is_short and _REFERS.search(body) is not None


def _labels(first: str, last: str | None) -> list[str]:
    """The labels of a range of notes, no more of them than a reader would look up."""
    if last is None or not (first.isdecimal() and last.isdecimal()):
        return [first]
    return [str(label) for label in range(int(first), min(int(last), int(first) + 20) + 1)]


def _with_titles(works: list[GatheredWork]) -> list[GatheredWork]:
    """Works that are more than a name, where there are any."""
    return [work for work in works if work.fields.title] or works


def _label_in(words: str) -> str | None:
    reference = back_reference(words)
    return reference.label if reference is not None else None


def _tied(citation: Citation, answer: _Answer) -> Citation:
    return replace(
        citation,
        work=answer.works[0].id if len(answer.works) == 1 else None,
        resolution=answer.resolution,
        candidates=tuple(work.id for work in answer.works) if len(answer.works) > 1 else (),
    )
