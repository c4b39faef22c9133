"""Dates found in prose."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.spans import Span
from provenance.model.values import DateValue


@dataclass(frozen=True, slots=True)
class TaggedDate:
    """One expression of a date, what it means, and how we know."""

    span: Span
    value: DateValue
    basis: str
    """Everything that was inferred, in words; "as written" where nothing was."""
