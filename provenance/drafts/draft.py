"""A manuscript with everything that is held against it: what the checks of a draft look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from provenance.alignment.locate import Locator
from provenance.drafts.checkable import Stated
from provenance.drafts.contradictions import Contradiction, Contradictions, Resting, Valued
from provenance.drafts.held_quotations import HeldQuotation, Holding
from provenance.drafts.listed import ListEntry, entries
from provenance.drafts.named_sources import NamedSources
from provenance.drafts.prose import Sentence, list_of_works, prose
from provenance.drafts.quotations import DraftQuotation, Quotations
from provenance.drafts.quoted_in_notes import QuotedInNotes
from provenance.drafts.rests_on import Bearers
from provenance.drafts.support import Covering
from provenance.errors import Place
from provenance.evidence.names import Aliases
from provenance.model.audit import AuditedDraft, DraftCitation, DraftSentence
from provenance.model.bibliography import ListedWork, Reference
from provenance.model.claims import Event
from provenance.model.dated import TaggedDate
from provenance.model.documents import Document
from provenance.model.dossier import ReadSource
from provenance.model.findings import Counterpart, Finding, Severity
from provenance.model.garbles import Garble
from provenance.model.notes import Citation, Marker, Note, Work
from provenance.model.sources import Source
from provenance.model.spans import Span


@dataclass(frozen=True)
class Draft:
    """A manuscript whose notes are taken apart, and the sources it may be held against."""

    source: Source
    document: Document
    works: tuple[Work, ...] = ()
    """What its notes cite, in the order first cited."""
    bibliography: tuple[ListedWork, ...] = ()
    """What all documents cite, each work once."""
    references: tuple[Reference, ...] = ()
    """The user's own bibliography."""
    held: Mapping[str, str] = field(default_factory=dict)
    """By citation id, the source that is the work it cites; what is not held is not in it."""
    sources: Mapping[str, ReadSource] = field(default_factory=dict)
    """The sources of the workspace by id, without drafts."""
    confirmed: tuple[Span, ...] = ()
    """Its passages that a person confirmed as statements of claims."""
    garbles: tuple[Garble, ...] = ()
    aliases: Aliases = field(default_factory=Aliases)
    events: tuple[Event, ...] = ()

    @cached_property
    def prose(self) -> tuple[Sentence, ...]:
        """Its sentences in order, without headings, notes and its list of works."""
        return prose(self.document)

    @cached_property
    def sentences(self) -> tuple[DraftSentence, ...]:
        """The same, each with what it rests on."""
        found = [q for q in self.quotations.found if q.is_checkable and (q.is_sure or q.notes)]
        amounts = [amount.span for amount in self._valued.quantities]
        return Covering(
            self.document,
            self.prose,
            Stated(self.document, self.dates, amounts, found),
            found,
            self.confirmed,
            Bearers(self.aliases),
            self._named,
        ).told()

    @cached_property
    def quotations(self) -> Quotations:
        """Its quotation marks, and what it gives as another's words."""
        return Quotations(self.document, self.prose)

    @cached_property
    def held_quotations(self) -> tuple[HeldQuotation, ...]:
        """Its quotations that are credited to a source we hold, and where they stand in it."""
        return tuple(self._holding.hold(self._quoted))

    @cached_property
    def nearly_held_quotations(self) -> tuple[HeldQuotation, ...]:
        """Its quotations of what is not held, nearly whose words a source has."""
        return tuple(self._holding.nearly(self._quoted))

    @cached_property
    def _holding(self) -> Holding:
        every = ((id_, self.locator(id_)) for id_ in self.sources)
        locators = {id_: locator for id_, locator in every if locator}
        return Holding(self.sources, locators, self.notes, self.held, self._named)

    @property
    def _quoted(self) -> list[DraftQuotation]:
        quoted = (*self.quotations.found, *self.quoted_in_notes)
        return sorted(quoted, key=lambda each: each.span)

    @cached_property
    def quoted_in_notes(self) -> tuple[DraftQuotation, ...]:
        """What its notes quote, and from which of their citations."""
        return tuple(QuotedInNotes(self.document, self.quotations).found())

    def _named(self, span: Span) -> str:
        """The one source that a stretch names; "" where it names none, or several."""
        return self._named_sources.only(span.of(self.document.text))

    @cached_property
    def _named_sources(self) -> NamedSources:
        return NamedSources(self.sources.values())

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Its dates, numbers and names that the passages of the sources it cites contradict."""
        bearers = Bearers(self.aliases)
        read = {id_: e for id_, e in self.sources.items() if e.document}
        sources = {
            id_: Valued(e.source, e.document, self.events, bearers)
            for id_, e in read.items()
            if e.document
        }
        search = Contradictions(self._valued, sources, self.aliases)
        return tuple(search.find(self._resting()))

    @cached_property
    def _valued(self) -> Valued:
        return Valued(self.source, self.document, self.events, Bearers(self.aliases))

    def _resting(self) -> Iterator[Resting]:
        quoted = [q.span for q in self.quotations.found if q.is_checkable]
        for sentence in self.prose:
            sources = self.sources_of(sentence)
            if sources:
                cited = [c.id for id_ in sentence.notes for c in self.notes[id_].citations]
                yield Resting(
                    sentence.span,
                    sources,
                    all(id_ in self.held for id_ in cited),
                    tuple(span for span in quoted if span.overlaps(sentence.span)),
                )

    @cached_property
    def list_of_works(self) -> Span | None:
        """Its own list of works; None where it has none."""
        return list_of_works(self.document)

    @cached_property
    def listed(self) -> tuple[ListEntry, ...]:
        """The entries of that list, in order."""
        return entries(self.document, self.list_of_works)

    @cached_property
    def dates(self) -> tuple[TaggedDate, ...]:
        """The dates in its text, notes included."""
        return self._valued.dates

    @cached_property
    def notes(self) -> Mapping[str, Note]:
        """Its notes by id."""
        return {note.id: note for note in self.document.notes}

    @cached_property
    def sentence_of_note(self) -> Mapping[str, Sentence]:
        """By note id, the sentence its first marker stands in."""
        found: dict[str, Sentence] = {}
        for sentence in self.prose:
            for note in sentence.notes:
                found.setdefault(note, sentence)
        return found

    @cached_property
    def citations(self) -> tuple[DraftCitation, ...]:
        """Every citation of its notes, in order."""
        return tuple(
            DraftCitation(
                citation,
                note,
                sentence.span if (sentence := self.sentence_of_note.get(note.id)) else None,
                self.held.get(citation.id, ""),
            )
            for note in self.document.notes
            for citation in note.citations
        )

    def sources_of(self, sentence: Sentence) -> tuple[str, ...]:
        """Ids of the held sources that the notes of a sentence cite, in order."""
        cited = (c for id_ in sentence.notes for c in self.notes[id_].citations)
        return tuple(dict.fromkeys(self.held[c.id] for c in cited if c.id in self.held))

    def text_of(self, source: str) -> str:
        """The canonical text of a source; "" where it could not be read."""
        document = self.sources[source].document
        return document.text if document else ""

    def quoted_words(self, held: HeldQuotation) -> str:
        """A quotation's words on one line, without its marks."""
        return " ".join(held.quotation.written.split())

    def locator(self, source: str) -> Locator | None:
        """What finds quotations in a source; None where it could not be read."""
        if source not in self._locators:
            document = self.sources[source].document
            markers = [marker.span for marker in document.markers] if document else []
            self._locators[source] = Locator(document.text, markers) if document else None
        return self._locators[source]

    @cached_property
    def _locators(self) -> dict[str, Locator | None]:
        return {}

    def finding(
        self,
        code: str,
        severity: Severity,
        message: str,
        hint: str,
        at: Span,
        *,
        words: Span | None = None,
        counterpart: Counterpart | None = None,
    ) -> Finding:
        """A finding at a stretch of the draft; `words` is what it is about, `at` itself if None."""
        text = self.document.text
        return Finding(
            code,
            severity,
            Place(
                self.document.path,
                self.document.line_of(at.start),
                self.document.column_of(at.start),
            ),
            message,
            hint,
            span=at,
            words=" ".join((words or at).of(text).split()),
            counterpart=counterpart,
        )

    def counterpart(self, source: str, span: Span) -> Counterpart | None:
        """A stretch of a source to show beside the draft's words; None where it was not read."""
        document = self.sources[source].document
        if document is None:
            return None
        line, column = document.line_of(span.start), document.column_of(span.start)
        words = " ".join(span.of(document.text).split())
        return Counterpart(source, words, Place(document.path, line, column))

    def around(self, span: Span) -> Span:
        """The sentence a stretch stands in or right behind, else the stretch itself."""
        before = [s.span for s in self.prose if s.span.start <= span.start]
        near = before[-1] if before else span
        return near if span.start <= near.end + 1 else span

    def shown(self, item: Note | Citation | Marker) -> str:
        """A note, citation or marker in the draft's own words, on one line."""
        return " ".join(item.span.of(self.document.text).split())


def audited(draft: Draft) -> AuditedDraft:
    """What an audit tells of a draft beside its findings."""
    return AuditedDraft(draft.source, draft.document, draft.sentences, draft.citations, draft.works)
