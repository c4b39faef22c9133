"""The folder on disk as one frozen value. One bad file stops no other; each is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from provenance.errors import Place, Problem, ProvenanceError, problem_error
from provenance.model.claims import Claim
from provenance.model.decisions import Decision
from provenance.model.sources import Role, Source
from provenance.workspace.claims import read_claim
from provenance.workspace.decisions import read_decisions
from provenance.workspace.paths import CLAIMS, content_of, is_workspace, listing, misnamed
from provenance.workspace.settings import (
    SETTINGS_FILE,
    Settings,
    read_settings,
    unknown_columns,
    unknown_members,
)
from provenance.workspace.shelf import Shelf, read_shelf

CLAIM = ".yaml"


@dataclass(frozen=True, slots=True)
class Workspace:
    root: Path
    """Absolute, links followed."""
    settings: Settings
    sources: tuple[Source, ...]
    """In the order of the board: drafts, then as settings list them, else by date, then by id."""
    claims: tuple[Claim, ...]
    """In the order of their files' names."""
    problems: tuple[Problem, ...]
    """What was left out, and why, in the order settings, sources, claims, decisions."""
    decisions: tuple[Decision, ...] = ()
    """In the order of their paths, those that were taken back included."""


def open_workspace(root: Path) -> Workspace:
    """Everything a workspace says, but for the text of its sources.

    Raises `ProvenanceError` (slug `no-workspace`) when `root` is none at all.
    """
    root = _workspace_at(root)
    settings, wrong_settings = settings_of(root)
    shelf = read_shelf(root)
    known = tuple(source.id for source in shelf.sources)
    named = (*unknown_columns(settings, known), *unknown_members(settings, known))
    claims, wrong_claims = _claims(root, settings, shelf)
    decisions, wrong_decisions = read_decisions(root)
    return Workspace(
        root,
        settings,
        _in_board_order(shelf.sources, settings.columns),
        claims,
        (*wrong_settings, *named, *shelf.problems, *wrong_claims, *wrong_decisions),
        decisions,
    )


def _workspace_at(root: Path) -> Path:
    root = root.resolve()
    if not is_workspace(root):
        raise problem_error(
            "no-workspace",
            "this folder is no workspace",
            place=Place(str(root)),
            hint="`provenance init` makes it one",
        )
    return root


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a workspace holds, for those who want to look up a little of it."""

    root: Path
    """Absolute, links followed."""
    settings: Settings
    sources: tuple[Source, ...]
    """In the order of the board."""
    names: tuple[str, ...]
    """The ids of all claims, those included that cannot be read."""
    claims: Mapping[str, Claim]
    """By id, in the order of their files' names; each is read when it is first asked for."""


def open_catalogue(root: Path) -> Catalogue:
    """The same as `open_workspace`, without what is wrong with it, and without reading it all."""
    root = _workspace_at(root)
    settings, _ = settings_of(root)
    sources = _in_board_order(read_shelf(root).sources, settings.columns)
    claims = _Claims(root, settings, frozenset(source.id for source in sources))
    return Catalogue(root, settings, sources, claims.names, claims)


class _Claims(Mapping[str, Claim]):
    """Claims by id, without those that cannot be read."""

    def __init__(self, root: Path, settings: Settings, known: frozenset[str]) -> None:
        self._root, self._settings, self._known = root, settings, known
        names, _ = listing(root, CLAIMS, deep=False)
        self._files = [name for name in names if name.endswith(CLAIM)]
        self.names = tuple(map(_id_of, self._files))
        self._read: dict[str, Claim | None] = {}

    def __getitem__(self, id: str) -> Claim:
        if id not in self._read:
            self._read[id] = self._find(id)
        if (claim := self._read[id]) is None:
            raise KeyError(id)
        return claim

    def _find(self, id: str) -> Claim | None:
        """Of files whose names differ in case alone, the first that can be read is the claim."""
        for name, own in zip(self._files, self.names, strict=True):
            if own.casefold() == id.casefold():
                with suppress(ProvenanceError):
                    content = content_of(self._root, name)
                    claim = _claim(content, name, own, self._settings, self._known)
                    return claim if own == id else None
        return None

    def __iter__(self) -> Iterator[str]:
        return (id for id in self.names if self.get(id) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _id_of(name: str) -> str:
    return PurePosixPath(name).name.removesuffix(CLAIM)


def settings_of(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a workspace, and what is wrong with them; the defaults where none are."""
    # A link to nowhere is not nothing: its target is what the user meant us to read.
    if not (root / SETTINGS_FILE).exists() and not (root / SETTINGS_FILE).is_symlink():
        return Settings(), ()
    try:
        return read_settings(content_of(root, SETTINGS_FILE), SETTINGS_FILE), ()
    except ProvenanceError as error:
        return Settings(), error.problems


def _claims(
    root: Path, settings: Settings, shelf: Shelf
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    files, problems = listing(root, CLAIMS, deep=False)
    known = frozenset(source.id for source in shelf.sources)
    claims: dict[str, Claim] = {}
    for name in files:
        if not name.endswith(CLAIM):
            problems += _not_a_claim(name)
            continue
        id = _id_of(name)
        try:
            claim = _claim(content_of(root, name), name, id, settings, known)
            _refuse_twin(claims.get(id.casefold()), name)
        except ProvenanceError as error:
            problems += error.problems
            continue
        claims[id.casefold()] = claim
    return tuple(claims.values()), tuple(problems)


# The board opens the folder again for every form and every decision, in which one file changes.
@lru_cache(maxsize=4_096)
def _claim(content: bytes, name: str, id: str, settings: Settings, known: frozenset[str]) -> Claim:
    return read_claim(content, name, id, settings, known)


def _not_a_claim(name: str) -> tuple[Problem, ...]:
    """A problem for a file that somebody may have meant to be a claim."""
    if PurePosixPath(name).name.casefold().startswith("readme"):
        return ()
    message = f"the file is not read: its name does not end in {CLAIM}"
    hint = f"a claim is a {CLAIM} file; keep anything else outside {CLAIMS}/"
    return misnamed(name, CLAIM) or (Problem("bad-name", message, Place(name), hint),)


def _refuse_twin(first: Claim | None, name: str) -> None:
    """Two names that differ in case alone are one file on many disks, and one name to a reader."""
    if first:
        raise problem_error(
            "duplicate-id",
            f"its name differs only in case from {first.place.path}, so it is left out",
            place=Place(name),
            hint="rename one of the two",
        )


def _in_board_order(sources: Iterable[Source], columns: tuple[str, ...]) -> tuple[Source, ...]:
    rank = {id: number for number, id in enumerate(columns)}

    def order(source: Source) -> tuple[bool, int, bool, int, str]:
        earliest = source.issued.earliest if source.issued else None
        return (
            source.role is not Role.DRAFT,
            rank.get(source.id, len(rank)),
            earliest is None,
            earliest.ordinal if earliest else 0,
            source.id,
        )

    return tuple(sorted(sources, key=order))
