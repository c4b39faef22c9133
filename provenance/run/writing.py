"""What a person writes in forms, put into files: claims, descriptions, sources; and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from provenance.errors import Place, Problem, ProvenanceError, inert, problem_error, quoted
from provenance.model.sources import Source
from provenance.readers.read import read
from provenance.run.describing import free_id, said_of_itself, source_id
from provenance.run.form_checks import Desk, Entries, Wrong, open_desk
from provenance.run.known_files import likeness
from provenance.run.people import people_in
from provenance.workspace import start
from provenance.workspace.edits import remove, write
from provenance.workspace.field_edits import Entry, new_text, with_entries
from provenance.workspace.folder import CLAIM
from provenance.workspace.paths import CLAIMS, SEEDS, inside
from provenance.workspace.sources import DESCRIPTION


@dataclass(frozen=True, slots=True)
class FileChange:
    path: str
    """From the workspace on."""
    before: bytes | None
    """None where there was no such file."""
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Change:
    """What was written into the files of a workspace, and what it takes to undo it."""

    said: str
    """What was done, in words that follow “Undone: ” and “Done again: ”."""
    files: tuple[FileChange, ...]

    @property
    def reversed(self) -> Change:
        """The change that takes this one back."""
        back = tuple(replace(f, before=f.after, after=f.before) for f in reversed(self.files))
        return Change(self.said, back)


def add_claim(root: Path, id: str, entries: Entries) -> Change:
    """Write the file of a new claim. Raises `ProvenanceError` where one of that name is there, or
    what it would say cannot be read."""
    desk = open_desk(root)
    path = f"{CLAIMS}/{id}{CLAIM}"
    _refuse_taken(root, path)
    _refuse(desk.wrong_with_claim(id, entries), path)
    text = _made(lambda: new_text(entries), path)
    return _written(root, f"the new question {quoted(id)}", (FileChange(path, None, text),))


def edit_claim(root: Path, id: str, entries: Entries) -> Change:
    """Change the fields of a claim that differ; every other byte of its file stays."""
    desk = open_desk(root)
    path = f"{CLAIMS}/{id}{CLAIM}"
    _refuse(desk.wrong_with_claim(id, entries), path)
    return _edited(root, desk, path, entries, f"the change to {quoted(id)}")


def edit_source(root: Path, id: str, entries: Entries) -> Change:
    """Change the fields of a source's description that differ, or write the one it lacks."""
    desk = open_desk(root)
    source = _source_path(desk, id)
    path = source + DESCRIPTION
    _refuse(desk.wrong_with_source(id, entries, source), path)
    said = f"the change to the description of {quoted(id)}"
    if path in desk.texts:
        return _edited(root, desk, path, entries, said)
    added, problems = start.add(root, [inside(root, source)], read)
    if not added:
        raise ProvenanceError(*problems)
    described = _bytes(root, path) or b""
    text = with_entries(described.decode("utf-8"), entries, path)
    write(root, path, text.encode("utf-8"))
    return Change(said, (FileChange(path, None, text.encode("utf-8")),))


def add_source(root: Path, file: Path, entries: Entries, *, is_beside: bool = False) -> Change:
    """Copy a file into `seeds/`, unless it lies there already, and describe it.

    A file that is a source already keeps its id. `is_beside` puts one whose name another file has
    beside that under a name with a number. Raises `ProvenanceError` where it cannot be read as a
    source or its description would be wrong; then nothing is written.
    """
    desk = open_desk(root)
    path = start.path_beside(root, file) if is_beside else f"{SEEDS}/{file.name}"
    if (known := _described_by(desk, file, path)) is not None:
        entries = {**entries, "id": known.id}
    _refuse(desk.wrong_with_source("", entries, path), path)
    before = _files_of(root)
    added, problems = start.add(root, [file], read, is_beside=is_beside)
    if not added:
        raise ProvenanceError(*problems)
    source = added[0]
    described = (_bytes(root, source.description) or b"").decode("utf-8")
    text = with_entries(described, entries, source.description).encode("utf-8")
    write(root, source.description, text)
    made = [FileChange(source.description, before.get(source.description), text)]
    if source.path not in before:
        made.insert(0, FileChange(source.path, None, _bytes(root, source.path)))
    return Change(f"the new source {quoted(source.path)}", tuple(made))


def _described_by(desk: Desk, file: Path, path: str) -> Source | None:
    """The source that a file is already, under a path; None where it is none, or has no
    description, as where adding it was cut off."""
    known = next((each for each in desk.sources.values() if each.path == path), None)
    if known is None or path + DESCRIPTION not in desk.texts or not file.is_file():
        return None
    return known if _bytes(desk.root, path) == file.read_bytes() else None


def _files_of(root: Path) -> dict[str, bytes | None]:
    """The files in `seeds/` by their paths; of the descriptions what they say."""
    folder = root / SEEDS
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    paths = [path.relative_to(root).as_posix() for path in files]
    return {p: _bytes(root, p) if p.endswith(DESCRIPTION) else None for p in paths}


def add_sources(
    root: Path, files: Iterable[Path], tell: Callable[[Path], object] = lambda _: None
) -> tuple[Change, tuple[Problem, ...]]:
    """Add many files, each described by what it says of itself; one change that undoes them all.

    One that cannot be added stops no other: what is wrong with it stands among the problems. `tell`
    is told of each file before its turn.
    """
    made: list[FileChange] = []
    problems: list[Problem] = []
    for file in files:
        tell(file)
        try:
            said: dict[str, Entry] = {each.field: each.text for each in said_of_itself(file)}
            said["author"] = people_in(str(said.get("author") or ""))
            if (known := likeness(root, file)) and known.is_same:
                raise problem_error(
                    "name-taken",
                    f"this file is here already, as {quoted(known.source)}",
                    place=Place(inert(str(file))),
                    hint="it was left as it is",
                )
            said["id"] = free_id(source_id(file.name), open_desk(root).sources)
            made += add_source(root, file, said).files
        except ProvenanceError as error:
            problems += error.problems
    number = sum(each.path.endswith(DESCRIPTION) for each in made)
    return Change(f"{number} new source{'s' if number != 1 else ''}", tuple(made)), tuple(problems)


def carry_out(root: Path, change: Change) -> None:
    """Do what a change says, all of it or nothing. What it undoes is `change.reversed`.

    Raises `ProvenanceError`, slug `changed-meanwhile`, where a file is not as the change expects.
    """
    for file in change.files:
        if _bytes(root, file.path) != file.before:
            raise problem_error(
                "changed-meanwhile",
                "the file was changed since, so it is left as it is",
                place=Place(inert(file.path)),
                hint="change it by hand",
            )
    for file in change.files:
        if file.after is None:
            remove(root, file.path)
        else:
            write(root, file.path, file.after)


def _edited(root: Path, desk: Desk, path: str, entries: Entries, said: str) -> Change:
    before = desk.texts[path]
    after = _made(lambda: with_entries(before, entries, path), path)
    file = FileChange(path, before.encode("utf-8"), after)
    return _written(root, said, (file,) if file.before != file.after else ())


def _written(root: Path, said: str, files: tuple[FileChange, ...]) -> Change:
    change = Change(said, files)
    carry_out(root, change)
    return change


def _made(make: Callable[[], str], path: str) -> bytes:
    try:
        return make().encode("utf-8")
    except ValueError:
        message = "the text holds half a character, which no file can"
        raise problem_error("edit-refused", message, place=Place(path)) from None


def _refuse(wrong: tuple[Wrong, ...], path: str) -> None:
    if wrong:
        first = wrong[0]
        raise problem_error("bad-value", first.message, place=Place(path), hint=first.hint)


def _refuse_taken(root: Path, path: str) -> None:
    folder = (root / path).parent
    names = {each.name.casefold() for each in folder.iterdir()} if folder.is_dir() else set()
    if Path(path).name.casefold() in names:
        raise problem_error(
            "name-taken",
            f"there is a file {quoted(path)} already",
            place=Place(inert(path)),
            hint="give the question another short name",
        )


def _source_path(desk: Desk, id: str) -> str:
    source = desk.sources.get(id)
    if source is None:
        raise problem_error("unknown-source", f"there is no source {quoted(id)} any more")
    return source.path


def _bytes(root: Path, path: str) -> bytes | None:
    try:
        return inside(root, path).read_bytes()
    except OSError:
        return None
