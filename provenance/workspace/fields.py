"""Takes a mapping's fields out of its YAML tree, and keeps what is wrong with their values.

The schema check has said already what has the wrong shape; here such a field counts as absent, so
that one mistake is reported once and the rest of the file is still looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from provenance.errors import Place, Problem, inert, quoted
from provenance.evidence.edtf_dates import read_date
from provenance.evidence.values import BadValue
from provenance.model.claims import Event
from provenance.model.values import DateValue
from provenance.workspace.yaml_nodes import Entry, Mapping, Node, Scalar, Sequence

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


class Fields:
    """One mapping's fields. What is wrong with them is added to `problems`."""

    def __init__(self, node: Mapping, problems: list[Problem]) -> None:
        self.node, self.problems = node, problems

    def scalar(self, key: str) -> Scalar | None:
        """The scalar under a key; None where there is none, or it says nothing."""
        return _said(self.node.get(key))

    def text(self, key: str) -> str:
        """The text under a key; "" where there is none."""
        found = self.scalar(key)
        return found.text if found else ""

    def place(self, key: str) -> Place:
        """Where a key's value stands; where the mapping begins, if it has no such key."""
        found = self.node.get(key)
        return found.place if found else self.node.place

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """The scalars listed under a key."""
        return tuple(scalar for node in self._items(key) if (scalar := _said(node)))

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(scalar.text for scalar in self.scalars(key))

    def mappings(self, key: str) -> tuple[Fields, ...]:
        """The mappings listed under a key."""
        nodes = self._items(key)
        return tuple(Fields(node, self.problems) for node in nodes if isinstance(node, Mapping))

    def inner(self, key: str) -> Fields | None:
        """The mapping under a key."""
        found = self.node.get(key)
        return Fields(found, self.problems) if isinstance(found, Mapping) else None

    def entries(self) -> tuple[Entry, ...]:
        """The mapping's own entries, without those a user keeps for himself (`x-…`)."""
        return tuple(e for e in self.node.entries if not e.key.text.startswith("x-"))

    def choice(self, key: str, kind: type[E]) -> E | None:
        """The member of an enumeration that a key names; None where it names none."""
        text = self.text(key)
        return next((member for member in kind if member.value == text), None)

    def value(self, key: str, read: Callable[[str], T], slug: str) -> T | None:
        """What `read` makes of the text under a key; its complaint becomes a problem."""
        found = self.scalar(key)
        return self._read(key, found, read, slug) if found and found.text.strip() else None

    def date(self, key: str) -> DateValue | None:
        return self.value(key, read_date, "bad-edtf")

    def events(self, key: str = "events") -> tuple[Event, ...]:
        """Named stretches of time, in file order."""
        inner = self.inner(key)
        if inner is None:
            return ()
        dated = [
            (name := entry.key.text, inner._read(name, entry.value, read_date, "bad-edtf"))
            for entry in inner.entries()
            if isinstance(entry.value, Scalar) and entry.value.text.strip()
        ]
        return tuple(Event(name, when) for name, when in dated if when)

    def wrong(self, slug: str, place: Place, message: str, hint: str = "") -> None:
        """Note that something is wrong with a field."""
        self.problems.append(Problem(slug, message, place, hint))

    def _items(self, key: str) -> tuple[Node, ...]:
        found = self.node.get(key)
        return found.items if isinstance(found, Sequence) else ()

    def _read(self, key: str, found: Scalar, read: Callable[[str], T], slug: str) -> T | None:
        try:
            return read(found.text.strip())
        except BadValue as error:
            message = f"{quoted(key)}: {inert(error.message)}"
            self.wrong(slug, found.place, message, inert(error.hint))
            return None


def _said(node: Node | None) -> Scalar | None:
    return node if isinstance(node, Scalar) and not node.is_null else None
