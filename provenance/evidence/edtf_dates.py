"""EDTF dates, levels 0 to 2, as intervals of days."""

from __future__ import annotations

from provenance.model.values import DateValue


def read_date(text: str) -> DateValue:
    """The days an EDTF expression spans. Raises `BadValue` where it is not EDTF."""
    raise NotImplementedError
