"""Words that a person marked in a source, read as the statement they may make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.evidence.corpus import Corpus, corpus_of
from provenance.evidence.marked import Marked, marked
from provenance.model.claims import Claim
from provenance.model.dossier import ReadSource
from provenance.model.spans import Span
from provenance.run.form_checks import Desk
from provenance.run.quoting import told_apart


@dataclass(frozen=True, slots=True)
class Quoted:
    """Marked words, told apart from the same words elsewhere in their source."""

    quote: str
    prefix: str
    suffix: str


class Marking:
    """One stretch of one source. What is costly is done once, at the first question."""

    def __init__(
        self, sources: tuple[ReadSource, ...], source: str, span: Span, desk: Desk
    ) -> None:
        self._entries: Mapping[str, ReadSource] = {entry.source.id: entry for entry in sources}
        self._source, self._span, self._desk = source, span, desk
        self._corpus: Corpus | None = None
        self._told_apart: Quoted | None = None

    @property
    def words(self) -> str:
        """The words as they stand in the source."""
        document = self._entries[self._source].document
        return self._span.of(document.text) if document else ""

    def prepare(self) -> None:
        """Do what is costly now."""
        self._corpus = self._corpus or corpus_of(tuple(self._entries.values()))
        self._told_apart = self._told_apart or self.quoted()
        self._corpus.sources[self._source].passages.stems  # noqa: B018 - computed when asked for

    def quoted(self) -> Quoted:
        """The words, and what must stand beside them."""
        if self._told_apart is not None:
            return self._told_apart
        document = self._entries[self._source].document
        assert document is not None  # Only in what was read can words be marked.
        markers = (marker.span for marker in document.markers)
        prefix, suffix = told_apart(document.text, self._span, markers)
        return Quoted(self._span.of(document.text), prefix, suffix)

    def read_as(self, claim: Claim) -> Marked:
        """What the words seem to state on a claim."""
        self._corpus = self._corpus or corpus_of(tuple(self._entries.values()))
        return marked(claim, self._source, self._span, self._corpus, self._desk.aliases)
