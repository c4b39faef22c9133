"""What two values come to, before anybody asks who says them, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Fit(Enum):
    AGREE = "agree"
    COMPATIBLE = "compatible"
    CLASH = "clash"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Outcome:
    fit: Fit
    why: str
    """A clause that names both values."""
    doubt: str = ""
    """Why a clash may be none, where the values themselves leave a doubt."""
