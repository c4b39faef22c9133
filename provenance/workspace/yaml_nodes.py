"""A YAML file as a tree that knows where everything stands and takes every scalar as typed.

`1945-06-15`, `yes`, `12:30` and `1e3` stay what a person typed; what a value means is for the
claim's type to say. Aliases, tags and merge keys are refused: a fact-checker's file should say
what it says where it says it, and they are how small files become huge ones.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

import yaml

from provenance.errors import Place, Problem, ProvenanceError, inert, problem_error, quoted
from provenance.workspace.yaml_mistakes import missing_space, syntax_problem

MOST_BYTES = 2_000_000
"""Largest YAML file that is read. The longest claim files of the example have some thousand."""
MOST_DEPTH = 16
"""Deepest nesting that is read. Our own formats need five."""

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile(r"\r\n|\n|\r")
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text, a number, a date, an answer: whatever it is, as it was typed."""

    text: str
    """Without its quotation marks, escapes resolved."""
    is_null: bool
    """Nothing, `~` or `null` without quotation marks. `""` is text, and empty."""
    place: Place
    start: int
    """Code-point offset into the text of the file; `end` likewise, exclusive."""
    end: int
    style: str = ""
    """`'`, `"`, `|`, `>`, or "" for plain text."""


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    place: Place
    start: int
    end: int
    flow: bool
    """Whether it is written in square brackets."""


@dataclass(frozen=True, slots=True)
class Entry:
    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple[Entry, ...]
    """In file order; no key twice."""
    place: Place
    start: int
    end: int
    flow: bool
    """Whether it is written in braces."""

    def get(self, key: str) -> Node | None:
        """The value of a key; None where the key is not there."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


Node = Scalar | Sequence | Mapping
Plain = str | None | list[Any] | dict[str, Any]


def plain(node: Node) -> Plain:
    """The tree without its places: text, None, lists and dictionaries."""
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {entry.key.text: plain(entry.value) for entry in node.entries}


def decoded(content: bytes, path: str) -> str:
    """The text of a YAML file, its byte order mark kept. `path` is as the user would type it."""
    if len(content) > MOST_BYTES:
        raise problem_error(
            "too-large",
            f"the file has {len(content):,} bytes; at most {MOST_BYTES:,} are read",
            place=Place(path),
            hint="split it, or move long text into a source of its own",
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        raise problem_error(
            "yaml-encoding",
            f"byte 0x{content[error.start]:02x} is not UTF-8",
            place=Lines(before, path).place(len(before)),
            hint="save the file as UTF-8",
        ) from None


def parse(text: str, path: str, *, may_be_empty: bool = False) -> Mapping:
    """The tree of a YAML file that holds one mapping. Raises with every refusal in it at once."""
    body = text.removeprefix("\ufeff")
    lines = Lines(body, path)
    odd = _UNPRINTABLE.search(body)
    if odd:
        raise problem_error(
            "yaml-character",
            f"the character U+{ord(odd.group()):04X} cannot stand in a YAML file",
            place=lines.place(odd.start()),
            hint=f"leave it out, or write it as {inert(odd.group())} in double quotation marks",
        )
    builder = _Builder(lines, len(text) - len(body))
    try:
        root = builder.build(body)
    except yaml.MarkedYAMLError as error:
        raise ProvenanceError(*builder.problems, syntax_problem(error, body, lines.place)) from None
    if builder.problems:
        raise ProvenanceError(*builder.problems)
    if root is None or (isinstance(root, Scalar) and root.is_null):
        if may_be_empty:
            return Mapping((), Place(path), len(text), len(text), flow=False)
        raise problem_error(
            "empty-file",
            "the file says nothing",
            place=Place(path),
            hint="write it, or delete it",
        )
    if not isinstance(root, Mapping):
        if problem := missing_space(body, root.start, lines.place):
            raise ProvenanceError(problem)
        raise problem_error(
            "bad-type",
            "the file must hold keys with values, such as “title: …”",
            place=root.place,
            hint="begin the line with a key and a colon",
        )
    return root


class Lines:
    """Code-point offsets of one text as lines and columns, counted from 1 as editors do."""

    def __init__(self, text: str, path: str) -> None:
        self._path = path
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(self._path, line, offset - self._starts[line - 1] + 1)


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet. A mapping's keys and values alternate."""

    is_mapping: bool
    start: int
    flow: bool
    children: list[Node]


class _Builder:
    """Turns the parser's events into a tree, without recursion: depth is the input's to choose."""

    def __init__(self, lines: Lines, shift: int) -> None:
        self._lines, self._shift = lines, shift
        self.problems: list[Problem] = []

    def build(self, body: str) -> Node | None:
        loader = _LOADER(body)
        stack: list[_Open] = []
        root: Node | None = None
        documents = 0
        try:
            while loader.check_event():
                event = loader.get_event()
                documents += isinstance(event, yaml.DocumentStartEvent)
                if documents > 1:
                    self._refuse("yaml-documents", event, "a second document begins here")
                    break
                node = self._node(event, stack)
                if node is None:
                    continue
                if stack:
                    stack[-1].children.append(node)
                else:
                    root = node
        finally:
            loader.dispose()
        return root

    # Events are Any here and below: the stubs make every mark optional, and none ever is.
    def _node(self, event: Any, stack: list[_Open]) -> Node | None:
        """The node that an event completes, if it does."""
        self._refuse_indirection(event)
        start: Any = event.start_mark
        end: Any = event.end_mark
        if isinstance(event, yaml.CollectionStartEvent):
            if len(stack) == MOST_DEPTH:
                self._refuse("yaml-depth", event, f"nested more than {MOST_DEPTH} deep")
                raise ProvenanceError(*self.problems)
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            stack.append(_Open(is_mapping, start.index, bool(event.flow_style), []))
            return None
        if isinstance(event, yaml.CollectionEndEvent):
            return self._closed(stack.pop(), end.index)
        if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            # An alias is refused already; it stands in as nothing, to let the rest be read.
            return self._scalar(event)
        return None

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        text, style = getattr(event, "value", ""), getattr(event, "style", None) or ""
        is_null = not style and text in _NULLS
        place = self._lines.place(start)
        return Scalar(text, is_null, place, start + self._shift, end + self._shift, style)

    def _closed(self, opened: _Open, end: int) -> Node:
        place = self._lines.place(opened.start)
        start, end = opened.start + self._shift, end + self._shift
        if not opened.is_mapping:
            return Sequence(tuple(opened.children), place, start, end, opened.flow)
        keys, values = opened.children[::2], opened.children[1::2]
        entries: list[Entry] = []
        seen: dict[str, Place] = {}
        for key, value in zip(keys, values, strict=True):
            if self._is_key(key, seen):
                assert isinstance(key, Scalar)
                seen[key.text] = key.place
                entries.append(Entry(key, value))
        return Mapping(tuple(entries), place, start, end, opened.flow)

    def _is_key(self, key: Node, seen: dict[str, Place]) -> bool:
        """Whether a key may stand; the problem is noted where it may not."""
        if not isinstance(key, Scalar) or key.is_null:
            self._note("yaml-key", key.place, "a key must be a word", "write “key: value”")
        elif key.text == "<<" and not key.style:
            self._note("yaml-merge", key.place, "merge keys are not read", "write the keys out")
        elif key.text in seen:
            first = seen[key.text].line
            self._note(
                "duplicate-key",
                key.place,
                f"{quoted(key.text)} stands here and on line {first}",
                "keep one of the two",
            )
        else:
            return True
        return False

    def _refuse_indirection(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse("yaml-alias", event, f"the alias *{event.anchor} is not read")
            return
        if getattr(event, "anchor", None):
            self._refuse("yaml-alias", event, f"the anchor &{event.anchor} is not read")
        if getattr(event, "tag", None):
            self._refuse("yaml-tag", event, f"the tag {quoted(_short(event.tag))} is not read")

    def _refuse(self, slug: str, event: Any, message: str) -> None:
        place = self._lines.place(event.start_mark.index)
        self._note(slug, place, message, _ADVICE[slug])

    def _note(self, slug: str, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem(slug, message, place, hint))


def _short(tag: str) -> str:
    """A tag as a person types it."""
    return tag.replace("tag:yaml.org,2002:", "!!")


_ADVICE = {
    "yaml-alias": "write the text out; if it begins with & or *, in quotation marks",
    "yaml-tag": "every value is read as typed; if text begins with !, put it in quotation marks",
    "yaml-depth": "check the brackets and the indentation",
    "yaml-documents": "put it in a file of its own, and leave out the line “---”",
}
