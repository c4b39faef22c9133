"""What two texts share, and how the words of a shared passage differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from provenance.model.spans import Span


class Found(Enum):
    """How a quotation was located in a text."""

    EXACT = "exact"
    FOLDED = "folded"
    """But for case, quotation marks, ligatures, line-end hyphens and white space."""
    NEAR = "near"
    SEVERAL = "several"
    NONE = "none"


class DifferenceKind(Enum):
    """What a difference in wording is about, gravest first."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    HEDGE = "hedge"
    WORDING = "wording"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"
    ORDER = "order"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ, with a span on each side; one span is empty where words were left out."""

    kind: DifferenceKind
    left: Span
    right: Span


class Change(Enum):
    SAME = "same"
    REPLACED = "replaced"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words that fared alike. Every word of both sides is in exactly one run."""

    change: Change
    left: Span
    """Code points of the left text; empty for `ONLY_RIGHT`."""
    right: Span
    kind: DifferenceKind | None = None
    """None for `SAME`."""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """One place a quotation stands at."""

    span: Span
    differences: tuple[Difference, ...] = ()
    """`left` counts in the quotation, `right` in the text. Empty for exact and folded places."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a quotation stands in a text: no place, one, or several. Several is not one."""

    found: Found
    places: tuple[FoundPlace, ...] = ()


class PassageKind(Enum):
    VERBATIM = "verbatim"
    NEAR = "near"
    GARBLED = "garbled"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage that two texts share."""

    left: Span
    right: Span
    kind: PassageKind
    left_words: int
    right_words: int
    same_words: int
    elsewhere_left: tuple[Span, ...] = ()
    """Weaker places of the same passage, on the left."""
    elsewhere_right: tuple[Span, ...] = ()
