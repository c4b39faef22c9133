"""What a person wrote as a value, read as the claim's type."""

from __future__ import annotations

from provenance.evidence.names import Aliases
from provenance.model.claims import ClaimType, Tolerance
from provenance.model.values import Value


class BadValue(ValueError):
    """A value that its claim's type does not allow: what is wrong, and what to write instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(message)


def read_value(type: ClaimType, written: str, aliases: Aliases) -> Value:
    """The typed value of what was written. Raises `BadValue`."""
    raise NotImplementedError


def read_tolerance(type: ClaimType, written: str) -> Tolerance:
    """`P3D`, `P1M` for dates; `5%` or `10` for numbers. Raises `BadValue`."""
    raise NotImplementedError
