"""A document we were given to read, as its description gives it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from provenance.errors import Place
from provenance.model.values import DateValue


class Role(Enum):
    SOURCE = "source"
    DRAFT = "draft"
    """The manuscript being checked: its column stands first and counts in no verdict or origin."""


class Kind(Enum):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


@dataclass(frozen=True, slots=True)
class LayerRule:
    """A layer, from the first words of one quotation to the last words of another."""

    name: str
    start: str
    """Its first words."""
    end: str
    """Its last words; "" means to the end of the file."""
    author: str = ""
    place: Place = Place("")


@dataclass(frozen=True, slots=True)
class Source:
    """A source's description. The text itself is a `Document`."""

    id: str
    path: str
    """Of the document, relative to the workspace, with forward slashes."""
    title: str
    authors: tuple[str, ...] = ()
    """Names as a reader would write them, first author first."""
    issued: DateValue | None = None
    type: str = ""
    """A CSL type: `personal_communication`, `article-journal`, …"""
    role: Role = Role.SOURCE
    kind: Kind | None = None
    language: str = ""
    derived_from: tuple[str, ...] = ()
    """Ids of sources or works it is known to rest on."""
    layers: tuple[LayerRule, ...] = ()
    sha256: str = ""
    """As recorded by `provenance add`; "" when not recorded."""
    rights: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    """The other CSL variables it gives (`archive`, `URL`, …), in file order."""
    place: Place = Place("")
    """Of its description; of the document itself where it has none."""
    sha256_place: Place = Place("")
    unusable: str = ""
    """Why it can only be named and not read; "" for a source that is in order."""

    def described_as(self, name: str) -> str:
        """The value of another CSL variable, "" where it is not given."""
        return dict(self.fields).get(name, "")
