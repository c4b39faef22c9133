"""The bibliography of a workspace: every work its sources cite, once.

A `Work` belongs to one document; a `ListedWork` gathers those of several documents that are one.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.errors import Place
from provenance.model.notes import WorkKind, work_label


@dataclass(frozen=True, slots=True)
class Person:
    """An author or editor. A body, such as a ministry, has a family name alone."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of a bibliography that the user keeps, in the terms of CSL. "" where not given."""

    id: str
    """The key its own file gives it."""
    type: str
    """A CSL type: `book`, `article-journal`, …"""
    authors: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()
    title: str = ""
    issued: str = ""
    """EDTF, as far as the entry's date could be read: `2005`, `1945-06-15`."""
    container: str = ""
    """The journal, newspaper or collected volume it stands in."""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    publisher_place: str = ""
    doi: str = ""
    url: str = ""
    accessed: str = ""
    """EDTF: when it was seen at its address."""
    note: str = ""
    """What its owner wrote beside it."""
    place: Place = Place("")
    """Where the entry begins."""

    @property
    def year(self) -> str:
        return self.issued[:4] if self.issued[:4].isdecimal() else ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One document's way of naming a work, and why it is taken for the same work."""

    source: str
    """The id of the source that cites it so."""
    work: str
    """The id of the work in that source."""
    written: str
    """`Hasegawa, Racing the Enemy (2005)`, as that source has it."""
    why: str = ""
    """Why it was joined to the first; "" for the first and for those written the same."""


@dataclass(frozen=True, slots=True)
class ListedWork:
    """A work of the workspace's bibliography, with every citation of it."""

    key: str
    """Short and stable, made of author and title: what settings and exports call it."""
    author: tuple[str, ...]
    """Family names, first author first."""
    title: str
    year: str
    kind: WorkKind
    container: str
    volume: str
    spellings: tuple[Spelling, ...]
    """One for every source that cites it and every way it does, in the order of the sources."""
    cited: tuple[tuple[str, str], ...]
    """Source id and citation id, for every citation."""
    reference: Reference | None = None
    """The entry of the user's own bibliography that this is; None where none, or several, fit."""
    fitting: tuple[str, ...] = ()
    """Keys of the entries that fit, where several do: several is not one."""
    held: str = ""
    """The id of the source that is this work; "" while nobody has opened it."""

    @property
    def label(self) -> str:
        """What a reader would call it: see `work_label`. Not safe for a terminal."""
        named = self.title or self.container
        return work_label(self.author, named, self.year, self.kind, self.volume)


@dataclass(frozen=True, slots=True)
class JoinRules:
    """What a person decided of works that look, or do not look, the same. Each item of a group is a
    work's key, or the work as it is shown.
    """

    same: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
