"""Words that a person marked in a source, read as the statement they may make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.evidence.corpus import Corpus, corpus_of
from provenance.evidence.fitting import FITS, fit
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

    def by_fit(self) -> tuple[tuple[Claim, ...], str]:
        """The claims, those first that the sentence fits best; and the id of the one that it fits
        well and better than any other, "" where there is none."""
        around = self._sentence()
        claims = self._desk.claims.values()
        fits = {claim.id: fit(claim, around, self._desk.aliases) for claim in claims}
        ordered = tuple(sorted(claims, key=lambda claim: -fits[claim.id]))
        best = sorted(fits.values(), reverse=True)
        is_clear = bool(best) and best[0] >= FITS and best[1:2] != best[:1]
        return ordered, ordered[0].id if is_clear else ""

    def _sentence(self) -> str:
        document = self._entries[self._source].document
        if document is None:
            return ""
        text, span = document.text, self._span
        start = max(0, text.rfind(". ", 0, span.start), text.rfind("\n\n", 0, span.start))
        ends = (text.find(sign, max(span.start, span.end - 1)) for sign in (". ", "\n\n"))
        return text[start : min((end for end in ends if end >= 0), default=len(text))]

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
