"""What a form is: its fields, what is wrong with them as they stand, what confirming it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.tui.drawing import NOTHING

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

Values = Mapping[str, str]
"""What the fields of a form hold, by name. A list is text with commas, or with semicolons where
its items have commas of their own."""


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form."""

    name: str
    """As the file has it, so that what is wrong with the file finds it."""
    label: str
    hint: str = ""
    """Shown in the field while it is empty."""
    choices: tuple[tuple[str, str], ...] = ()
    """What can be chosen, as shown and as written; () where anything can be typed."""
    needed: bool = False


class Design:
    """What a kind of form does. Nothing is written before `write`."""

    form: ClassVar[str]
    """Which form it is, for one that is left unfinished."""
    purpose: ClassVar[str]
    """Two sentences for the help screen."""
    can_import: ClassVar[bool] = False
    """Whether its fields can be taken from an entry of a bibliography."""

    title: str
    fields: tuple[Field, ...]
    about: tuple[tuple[str, str], ...] = ()
    """What it was opened on, by name."""

    def begin(self) -> dict[str, str]:
        """What the fields hold at first."""
        raise NotImplementedError

    def intro(self) -> Content:
        """What stands above the fields."""
        return NOTHING

    def shown(self, values: Values) -> frozenset[str]:
        """Names of the fields that apply now."""
        return frozenset(field.name for field in self.fields)

    def derived(self, values: Values) -> dict[str, str]:
        """What fields that nobody touched hold because of the others."""
        return {}

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        """What keeps it from being confirmed, that needed fields are empty aside."""
        raise NotImplementedError

    def told(self, values: Values) -> Mapping[str, str]:
        """What is said below fields that are in order, by name: how a value was read."""
        return {}

    def prepare(self) -> None:
        """What takes its time. Called once, in a thread; `derived` is asked again after it."""

    def write(self, app: WritingApp, values: Values) -> bool:
        """Put it into the files; whether that was done. What went wrong was said then."""
        raise NotImplementedError


def listed(text: str, sign: str = ",") -> list[str]:
    """The items of a list that was typed on one line."""
    return [item.strip() for item in text.split(sign) if item.strip()]
