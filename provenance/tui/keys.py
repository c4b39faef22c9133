"""What a key of the board is, and where it works."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding


class Scope(Enum):
    """Where a key works. What a scope does not bind, the scopes around it may."""

    APP = "everywhere"
    TABLE = "in tables"
    PANE = "in panes of text"
    TREE = "in lists that fold"
    READING = "in the text of a source"
    MATRIX = "matrix"
    CLAIM = "claim"
    NOTES = "notes"
    AUDIT = "audit"
    SOURCES = "sources"
    DECISIONS = "decisions"
    OTHERS = "one source against the others"
    SHARED = "what two sources share"
    ORIGINS = "origins"
    READER = "reader"
    HELP = "help"
    FORM = "form"
    WRITING = "form that writes a file"
    CHOICES = "in lists to choose from"
    CHOOSING = "choosing"
    FOLDERS = "in the list of a folder"
    PATH = "where a path is typed"
    PICKING = "picking a file"
    EXPORT = "export"
    SETTINGS = "settings"
    START = "where there is no workspace"
    LOADING = "while checking"


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what it does, and how that is said."""

    id: str
    """Stable: a user's own keys refer to it."""
    keys: str
    """As Textual spells them, separated by commas."""
    action: str
    label: str
    """One or two words."""
    tooltip: str
    """A full sentence."""
    footer: bool = False
    display: str | None = None

    def binding(self) -> Binding:
        return Binding(
            self.keys,
            self.action,
            self.label,
            show=self.footer,
            key_display=self.display,
            tooltip=self.tooltip,
            id=self.id,
            # The palette must open even while a box for text has the focus.
            priority=self.id == "app.palette",
        )
