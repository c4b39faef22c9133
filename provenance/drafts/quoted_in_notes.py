"""What notes quote, and which of their citations it is taken from.

A title stands in marks too; it is told by being what a citation calls its work. The words are those
of the citation they stand in or right beside: `Feis, 315 (“…”)`, `Ibid.: “…”`, `“…” Feis, 315.`
Elsewhere in a note they may be anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from provenance.drafts.marks import Quoted
from provenance.drafts.quotations import DraftQuotation, Quotations
from provenance.model.documents import Document
from provenance.model.names import fold_text
from provenance.model.notes import Citation, Note
from provenance.model.spans import Span

_BESIDE = re.compile(r"[\s.,:;()\[\]*_–—-]*")
_SAYS = re.compile(
    r"[\s.,:;(\[*_–—-]*(?:(?:who|which|where|that|and|also|further|there|he|she|they|it|the|author|er|sie|es|wo|der"
    r"|die|das|und|auch|dort|[A-Z][\w’'-]+|[a-zäöü]{2,14}(?:s|ed|es|te|t|en))\W+){1,7}",
)
"""`, who calls it “`, `. Feis adds that “`: the one who was just cited goes on."""


@dataclass(frozen=True)
class QuotedInNotes:
    """The quotations of a draft's notes."""

    document: Document
    quotations: Quotations

    def found(self) -> Iterator[DraftQuotation]:
        """The outermost quotations of notes that cite something, in order."""
        quoted = sorted(
            (each for each in self.quotations.marks_of_notes.quoted if each.inside is None),
            key=lambda each: each.span,
        )
        for note in self.document.notes:
            if note.citations:
                for each in quoted:
                    if note.span.covers(each.span):
                        yield from self._taken(note, each)

    def _taken(self, note: Note, quoted: Quoted) -> Iterator[DraftQuotation]:
        plain = self.quotations.between(quoted, self.quotations.plain_of_notes, note.span)
        if self._is_of_a_title(plain.written) or plain.is_title:
            return
        citations, is_sure = self._sources(note, quoted.span)
        yield plain.credited((note.id,), tuple(c.id for c in citations), is_sure=is_sure)

    def _sources(self, note: Note, span: Span) -> tuple[Iterable[Citation], bool]:
        """The citations that words may be taken from, and whether they surely are."""
        around = [c for c in note.citations if c.span.covers(span)]
        if around:
            return around[:1], True
        text = self.document.text
        before = [c for c in note.citations if c.span.end <= span.start][-1:]
        after = [c for c in note.citations if c.span.start >= span.end][:1]
        is_after = [c for c in after if _BESIDE.fullmatch(text, span.end, c.span.start)]
        if before:
            gap = text[before[0].span.end : span.start]
            if _BESIDE.fullmatch(gap):
                return (*before, *is_after), True
            if _SAYS.fullmatch(gap) and self._names(gap, before[0]):
                return before, True
        if is_after and not before:
            return is_after, True
        return note.citations, False

    def _names(self, gap: str, citation: Citation) -> bool:
        """Whether the words between name whom the citation cites, and nobody else."""
        named = re.findall(r"(?<![.\w])[^\W\d_a-zß-ÿ][^\W\d_]+", gap)
        authors = {fold_text(author) for author in self._authors.get(citation.id, ())}
        others = [n for n in named if fold_text(n) not in authors and n.casefold() not in _PLAIN]
        return not others

    @cached_property
    def _authors(self) -> dict[str, tuple[str, ...]]:
        return {c.id: c.author for note in self.document.notes for c in note.citations}

    def _is_of_a_title(self, written: str) -> bool:
        said = fold_text(written)
        return any(said in title or title in said for title in self._titles)

    @cached_property
    def _titles(self) -> frozenset[str]:
        every = (c for note in self.document.notes for c in note.citations)
        found = (fold_text(part) for c in every for part in (c.title, c.container))
        return frozenset(title for title in found if len(title.split()) > 1)


_PLAIN = frozenset({"he", "she", "they", "it", "the", "this", "er", "sie", "es", "dort", "there"})
