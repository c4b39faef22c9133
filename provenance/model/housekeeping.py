"""What starting a workspace, adding to it and examining it came to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Started:
    """What was made and what was found there and left alone, relative to the workspace."""

    made: tuple[str, ...]
    kept: tuple[str, ...]


class Adding(Enum):
    """What became of a file that was to be added."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    """It was a source already, and is what was recorded."""
    RECORDED = "recorded"
    """It was a source already; the hash of what it is now was written down."""


@dataclass(frozen=True, slots=True)
class Added:
    """A file that is a source now."""

    path: str
    """Relative to the workspace."""
    description: str
    """The path of its description, relative to the workspace."""
    id: str
    outcome: Adding
    same_as: str = ""
    """Path and id of a source that has the same bytes, `seeds/diary.txt (diary)`; else ""."""


class Health(Enum):
    """Best first."""

    WELL = "ok"
    NOTED = "note"
    """Works, but the user may want to know."""
    ILL = "wrong"


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that `doctor` looked at."""

    subject: str
    health: Health
    said: str = ""
    hint: str = ""
    """What to do; "" where nothing needs doing."""

    @property
    def is_error(self) -> bool:
        return self.health is Health.ILL
