"""What is wrong with a form as it stands: what the next run would say of the file it would make.

The file is made in memory and read by the loader of such files, so a form can let nothing pass that
the loader refuses. Each complaint is brought back to the field it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from provenance.errors import Place, Problem, ProvenanceError, quoted
from provenance.evidence.date_hints import hint_in_words
from provenance.evidence.lay_tolerances import IN_WORDS as TOLERANCE_IN_WORDS
from provenance.evidence.names import Aliases
from provenance.model.claims import Claim, Event, Statement
from provenance.model.sources import Source
from provenance.run.deciding import place_in
from provenance.run.people import people_in, shown
from provenance.workspace.claims import read_claim
from provenance.workspace.field_edits import Entry, Item, new_text, with_entries
from provenance.workspace.folder import CLAIM, Catalogue, open_catalogue
from provenance.workspace.item_edits import Entries as KeyEntries
from provenance.workspace.item_edits import with_keys
from provenance.workspace.paths import CLAIMS, SETTINGS_FILE, content_of
from provenance.workspace.settings import Settings
from provenance.workspace.sources import DESCRIPTION, names_as_written, read_source
from provenance.workspace.splices import append_item
from provenance.workspace.yaml_nodes import Mapping as Tree
from provenance.workspace.yaml_nodes import Scalar, Sequence, decoded, parse

Entries = Mapping[str, Entry]
_NO_DATE, _NO_DURATION = "is not a date in EDTF", "is not a duration"
"""What files are told, which name what nobody at the board knows."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong with a form."""

    field: str
    """The field's name, "" where it is about no single one."""
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Desk:
    """What forms are checked against, read once, when one is opened or asks for it."""

    root: Path
    settings: Settings
    sources: Mapping[str, Source]
    """By id."""
    names: tuple[str, ...]
    """The short names that claims have, those included that cannot be read."""
    claims: Mapping[str, Claim]
    """By id."""
    texts: Mapping[str, str]
    """The files of claims, the descriptions of sources and the settings, by path."""

    @property
    def aliases(self) -> Aliases:
        return self.settings.aliases

    @property
    def events(self) -> tuple[Event, ...]:
        return self.settings.events

    def events_written(self, claim: str) -> dict[str, str]:
        """A claim's own events as its file has them: a name, and when that was."""
        text = self.texts.get(self.claims[claim].place.path, "")
        found = parse(text, "").get("events") if text else None
        entries = found.entries if isinstance(found, Tree) else ()
        return {e.key.text: e.value.text for e in entries if isinstance(e.value, Scalar)}

    def tolerance_written(self, claim: str) -> str:
        """A claim's own tolerance as its file has it; "" where it has none."""
        text = self.texts.get(self.claims[claim].place.path, "")
        found = parse(text, "").get("tolerance") if text else None
        return found.text if isinstance(found, Scalar) and not found.is_null else ""

    def people(self, source: str, field: str, text: str) -> list[Item]:
        """The names on a form's line, for a field of a description; those it has already stay as
        they are written there."""
        return people_in(text, dict(self._people(source, field)))

    def people_written(self, source: str, field: str) -> str:
        """A source's authors, editors, … on a form's line."""
        return "; ".join(name for name, _ in self._people(source, field))

    def _people(self, source: str, field: str) -> Iterator[tuple[str, Item]]:
        known = self.sources.get(source)
        text = self.texts.get(known.path + DESCRIPTION, "") if known else ""
        for _, item in names_as_written(parse(text, "").get(field)) if text else ():
            if isinstance(item, str | dict) and (name := shown(item)):
                yield name, cast(Item, item)

    def wrong_with_claim(self, id: str, entries: Entries) -> tuple[Wrong, ...]:
        """What is wrong with a claim whose fields would say this."""
        return self._wrong(lambda text: self._read_claim(text, id), self._claim_text(id, entries))

    def statement(
        self, claim: str, item: Item, entries: Entries | None = None
    ) -> Statement | tuple[Wrong, ...]:
        """The statement that fields make of a claim, or what is wrong with them.

        `entries` are the claim's, where it is yet to be written.
        """
        try:
            before = self._claim_text(claim, entries or {})()
            text = append_item(before, ("statements",), item, f"{CLAIMS}/{claim}{CLAIM}")
        except (ProvenanceError, ValueError) as error:
            return wrong_of(error)
        wrong = self._wrong(lambda text: self._read_claim(text, claim), lambda: text)
        return wrong or self._read_claim(text, claim).statements[-1]

    def changed_statement(
        self, claim: str, before: Statement, entries: KeyEntries
    ) -> Statement | tuple[Wrong, ...]:
        """A statement of a claim with some of its keys changed, or what is wrong with that."""
        path = f"{CLAIMS}/{claim}{CLAIM}"
        index = place_in(self.claims[claim], before)
        if index is None:
            return (Wrong("", "the statement does not stand in the file as it did"),)
        try:
            text = with_keys(self.texts[path], ("statements", index), entries, path)
        except (ProvenanceError, ValueError) as error:
            return wrong_of(error)
        wrong = self._wrong(lambda text: self._read_claim(text, claim), lambda: text)
        return wrong or self._read_claim(text, claim).statements[index]

    def wrong_with_source(self, id: str, entries: Entries, document: str) -> tuple[Wrong, ...]:
        """What is wrong with a description whose fields would say this. `id` is "" for a new one;
        `document` is the path of what it describes."""
        about = document + DESCRIPTION
        before = self.texts.get(about, "") if id else ""

        def made() -> str:
            return with_entries(before, entries, about) if before else new_text(entries)

        def read(text: str) -> object:
            return read_source(text.encode("utf-8"), about, document)

        return (*self._taken(id, entries, document), *self._wrong(read, made))

    def _taken(self, id: str, entries: Entries, document: str) -> Iterator[Wrong]:
        wanted = entries.get("id")
        # A file that lies in seeds/ already, such as one whose adding was cut off, is no other.
        known = (s for s in self.sources.values() if s.id != id and s.path != document)
        others = {source.id.casefold() for source in known}
        if isinstance(wanted, str) and wanted.casefold() in others:
            yield Wrong(
                "id", f"another source is called {wanted}", "give this one another short name"
            )

    def _claim_text(self, id: str, entries: Entries) -> Callable[[], str]:
        path = f"{CLAIMS}/{id}{CLAIM}"
        before = self.texts.get(path, "")
        return lambda: with_entries(before, entries, path) if before else new_text(entries)

    def _read_claim(self, text: str, id: str) -> Claim:
        path = f"{CLAIMS}/{id}{CLAIM}"
        return read_claim(text.encode("utf-8"), path, id, self.settings, tuple(self.sources))

    def _wrong(self, read: Callable[[str], object], made: Callable[[], str]) -> tuple[Wrong, ...]:
        try:
            text = made()
        except (ProvenanceError, ValueError) as error:
            return wrong_of(error)
        try:
            read(text)
        except ProvenanceError as error:
            return tuple(_of_field(problem, text) for problem in error.problems)
        return ()


def open_desk(root: Path) -> Desk:
    """Everything forms need of a workspace. Raises `ProvenanceError` where there is none."""
    found = open_catalogue(root)
    return Desk(
        found.root,
        found.settings,
        {source.id: source for source in found.sources},
        found.names,
        found.claims,
        _Texts(found),
    )


class _Texts(Mapping[str, str]):
    """The texts of files that are there, each read when it is first asked for."""

    def __init__(self, found: Catalogue) -> None:
        self._root, self._claims = found.root, found.claims
        self._others = (*(s.path + DESCRIPTION for s in found.sources), SETTINGS_FILE)
        self._read: dict[str, str] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._read:
            if not self._is_there(path):
                raise KeyError(path)
            self._read[path] = decoded(content_of(self._root, path), path)
        return self._read[path]

    def _is_there(self, path: str) -> bool:
        id = path.removeprefix(f"{CLAIMS}/").removesuffix(CLAIM)
        is_claim = id in self._claims and self._claims[id].place.path == path
        return (is_claim or path in self._others) and (self._root / path).is_file()

    def __iter__(self) -> Iterator[str]:
        paths = (*(claim.place.path for claim in self._claims.values()), *self._others)
        return filter(self._is_there, paths)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def wrong_of(error: Exception) -> tuple[Wrong, ...]:
    """What is wrong with a form as a whole, where no file could be made of it."""
    if isinstance(error, ProvenanceError):
        return tuple(Wrong("", problem.message, problem.hint) for problem in error.problems)
    return (Wrong("", "the text holds half a character, which no file can"),)


def _of_field(problem: Problem, text: str) -> Wrong:
    # A form of which nothing is filled in makes an empty file, in which no field stands.
    tree = parse(text, "", may_be_empty=True)
    field = _field_at(tree, problem.place) if problem.place else ""
    # The field stands beside it under a label of its own, and nobody at the board knows EDTF.
    message = problem.message.removeprefix(f"{quoted(field)}: ")
    if _NO_DATE in message:
        written = message.partition("“")[2].rpartition("”")[0]
        said = message.replace(_NO_DATE, "is no date yet")
        return Wrong(field, said, hint_in_words(written))
    hint = TOLERANCE_IN_WORDS if message.endswith(_NO_DURATION) else problem.hint
    return Wrong(field, message, hint)


def _field_at(root: Tree, place: Place) -> str:
    """The innermost key whose value holds a place; "" where none does."""
    at, best = (place.line, place.column), ""
    for entry in root.entries:
        first = (entry.key.place.line, entry.key.place.column)
        if first > at:
            break
        best = _within(entry.value, place) or entry.key.text
    return best


def _within(node: Scalar | Sequence | Tree, place: Place) -> str:
    if isinstance(node, Tree):
        return _field_at(node, place)
    if isinstance(node, Sequence) and any(isinstance(item, Tree) for item in node.items):
        at = (place.line, place.column)
        here = [i for i in node.items if (i.place.line, i.place.column) <= at]
        return _within(here[-1], place) if here else ""
    return ""
