"""What a form is: its fields, what is wrong with them as they stand, what confirming it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Self

from textual.content import Content

from provenance import run
from provenance.model.dossier import Dossier
from provenance.model.spans import Span
from provenance.tui.drawing import NOTHING

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

Values = Mapping[str, str]
"""What the fields of a form hold, by name. A list is text with commas, or with semicolons where
its items have commas of their own; what is ticked stands line by line."""


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
    is_open: bool = False
    """Whether every choice stands in the form, and none of them is made at first."""
    ticks: tuple[str, ...] = ()
    """What can be ticked, each on one line; () where nothing can."""
    needed: bool = False


@dataclass(frozen=True)
class Ground:
    """What a form is opened over: the board as it is shown, and the files as they are."""

    root: Path
    dossier: Dossier
    signer: str
    """Who would sign what is decided."""

    @cached_property
    def desk(self) -> run.Desk:
        """What the files say now. Raises `ProvenanceError` where they cannot be read."""
        return run.open_desk(self.root)


@dataclass(frozen=True, slots=True)
class ToMark:
    """Words of a form that can be marked in their source instead of typed."""

    source: str
    """The source's id."""
    at: Span | None
    """Where they stand now; None where they are not to be found."""
    claim: str
    field: str
    """The field that holds them."""


class Design:
    """What a kind of form does. Nothing is written before `write`."""

    form: ClassVar[str]
    """Which form it is, for one that is left unfinished."""
    purpose: ClassVar[str]
    """Two sentences for the help screen."""
    can_import: ClassVar[bool] = False
    """Whether its fields can be taken from an entry of a bibliography."""
    decides: ClassVar[bool] = False
    """Whether it records a decision and has no field for who decides."""
    prefix: ClassVar[str] = "field"
    """What the ids of its fields begin with."""
    buttons: ClassVar[str] = "form"
    """What the ids of its buttons begin with."""

    title: str
    fields: tuple[Field, ...]
    about: tuple[tuple[str, str], ...] = ()
    """What it was opened on, by name: what `open` needs to open it again."""

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> Self | None:
        """The form on what `about` names; None where that is not there any more."""
        raise NotImplementedError

    def begin(self) -> dict[str, str]:
        """What the fields hold at first."""
        raise NotImplementedError

    def intro(self) -> Content:
        """What stands above the fields."""
        return NOTHING

    def shown(self, values: Values) -> frozenset[str]:
        """Names of the fields that apply now."""
        return frozenset(field.name for field in self.fields)

    def folded(self, values: Values) -> frozenset[str]:
        """Names of fields that are shown only on request, or where they hold something. They have
        no choices and no ticks."""
        return frozenset()

    def derived(self, values: Values) -> dict[str, str]:
        """What fields that nobody touched hold because of the others."""
        return {}

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        """What keeps it from being confirmed, that needed fields are empty aside."""
        raise NotImplementedError

    def asks(self, name: str, values: Values) -> str:
        """What is to be put into a field that is empty and may not be; "" where its hint says."""
        return ""

    def told(self, values: Values) -> Mapping[str, str]:
        """What is said below fields that are in order, by name: how a value was read."""
        return {}

    def offered(self, values: Values) -> dict[str, str]:
        """What fields could hold in place of what was typed: a button puts it there."""
        return {}

    def to_mark(self) -> ToMark | None:
        """What can be marked in a source; None where nothing can."""
        return None

    def prepare(self) -> None:
        """What takes its time. Called once, in a thread; `derived` is asked again after it."""

    def write(self, app: WritingApp, values: Values) -> bool:
        """Put it into the files; whether that was done. What went wrong was said then."""
        raise NotImplementedError


def listed(text: str, sign: str = ",") -> list[str]:
    """The items of a list that was typed on one line."""
    return [item.strip() for item in text.split(sign) if item.strip()]
