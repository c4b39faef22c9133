"""Notes, the markers that point to them, and the works they cite."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from provenance.model.spans import Span


class MarkerKind(Enum):
    NOTE = "note"
    PARAGRAPH_NUMBER = "paragraph-number"


class MarkerEvidence(Enum):
    """How a marker was recognised, firmest first."""

    LINK = "link"
    SUPERSCRIPT = "superscript"
    BRACKET = "bracket"
    PLAIN = "plain"
    FUSED = "fused"


@dataclass(frozen=True, slots=True)
class Marker:
    """The sign in the text that points to a note."""

    id: str
    span: Span
    label: str
    kind: MarkerKind
    evidence: MarkerEvidence
    note: str | None = None
    """The id of its note; None where the body was not found."""
    is_detached: bool = False
    """Whether the file has a blank before it that the text, which leaves its sign out, has not."""


class CitationKind(Enum):
    FULL = "full"
    SHORT = "short"
    IBID = "ibid"
    CROSS_REFERENCE = "cross-reference"
    ARCHIVAL = "archival"


class WorkKind(Enum):
    """What is cited; a value is CSL's type where CSL has one."""

    BOOK = "book"
    ARTICLE = "article-journal"
    CHAPTER = "chapter"
    NEWSPAPER = "article-newspaper"
    WEB = "webpage"
    CASE = "legal_case"
    STATUTE = "legislation"
    ARCHIVAL = "archival"
    DOCUMENT_SERIES = "document-series"
    UNPUBLISHED = "unpublished"
    UNKNOWN = "unknown"


class Resolution(Enum):
    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Citation:
    """One work as cited in one note."""

    id: str
    span: Span
    kind: CitationKind
    signal: str = ""
    """The words that introduce it: *see also*, *cf.*, *quoted in*."""
    author: tuple[str, ...] = ()
    """Family names, first author first."""
    title: str = ""
    year: str = ""
    volume: str = ""
    pages: str = ""
    note: str | None = None
    """The label of the note it refers to, for cross-references."""
    work: str | None = None
    resolution: Resolution = Resolution.UNRESOLVED
    candidates: tuple[str, ...] = ()
    work_kind: WorkKind = WorkKind.UNKNOWN
    container: str = ""
    """The journal, newspaper, collected volume, reporter or archive the work stands in."""
    locator: str = ""
    """The place in the work: pages, else chapter, document, section; "" for the whole of it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's or endnote's body."""

    id: str
    label: str
    """What the document shows; where it shows none, the running number."""
    span: Span
    marker: str | None = None
    """The id of the first marker that points here; None where there is none."""
    series: int = 1
    """Which numbering it belongs to, from 1, where numbering restarts."""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """The thing cited, once, however often and however shortly it is cited."""

    id: str
    author: tuple[str, ...]
    title: str
    year: str
    cited: tuple[str, ...]
    """Ids of the citations that cite it, in order."""
    kind: WorkKind = WorkKind.UNKNOWN
    container: str = ""
    volume: str = ""

    @property
    def label(self) -> str:
        """`Hasegawa, Racing the Enemy (2005)`: see `work_label`."""
        named = self.title or self.container
        return work_label(self.author, named, self.year, self.kind, self.volume)


def work_label(author: tuple[str, ...], title: str, year: str, kind: WorkKind, volume: str) -> str:
    """What a reader would call a work; what is not known is left out.

    `Hasegawa, Racing the Enemy (2005)`, `FRUS, vol. 7 (1945)`. It is text of a document: not safe
    for a terminal.
    """
    is_series = kind in (WorkKind.DOCUMENT_SERIES, WorkKind.ARCHIVAL)
    numbered = f"vol. {volume}" if is_series and volume else ""
    named = ", ".join(part for part in (*author[:3], title, numbered) if part)
    return f"{named} ({year})" if year else named
