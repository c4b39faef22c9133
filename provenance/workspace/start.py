"""Starting a workspace, and adding sources to it. Neither ever writes over what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

from provenance.errors import Place, Problem, ProvenanceError, inert, problem_error, quoted
from provenance.model.housekeeping import Added, Adding, Started
from provenance.model.sources import Role
from provenance.workspace.edits import rewrite, write
from provenance.workspace.hashes import sha256_of
from provenance.workspace.merging import ATTRIBUTES_FILE, keep_both_sides
from provenance.workspace.paths import CLAIMS, REPORTS, SEEDS, content_of, inside, is_seen, misnamed
from provenance.workspace.settings import SETTINGS_FILE
from provenance.workspace.shelf import read_shelf
from provenance.workspace.sources import DESCRIPTION, read_source, title_of
from provenance.workspace.splices import set_scalar
from provenance.workspace.starting_texts import description, settings
from provenance.workspace.taken_from import Taken, remember_taken

IGNORE_FILE, IGNORED = ".gitignore", ".provenance/"


def init(root: Path) -> Started:
    """Make a folder a workspace. What is there already stays as it is.

    Raises `ProvenanceError`, slug `unwritable`, where a file or the disk is in the way.
    """
    made: list[str] = []
    kept: list[str] = []
    for folder in (CLAIMS, SEEDS, REPORTS):
        (kept if (root / folder).is_dir() else made).append(f"{folder}/")
        _make_folder(root, folder)
    if (root / SETTINGS_FILE).exists():
        kept.append(SETTINGS_FILE)
    else:
        write(root, SETTINGS_FILE, settings(root.resolve().name).encode("utf-8"))
        made.append(SETTINGS_FILE)
    (made if _ignore(root) else kept).append(IGNORE_FILE)
    (made if keep_both_sides(root) else kept).append(ATTRIBUTES_FILE)
    return Started(tuple(made), tuple(kept))


def add(
    root: Path,
    files: Iterable[Path],
    check: Callable[[Path, str], object],
    *,
    is_beside: bool = False,
) -> tuple[tuple[Added, ...], tuple[Problem, ...]]:
    """Register files as sources: each copied into `seeds/` as it is, and described.

    A file that is a source already keeps its description, but for the hash. `check` is called with
    each file and its name, and raises `ProvenanceError` where it cannot be read as a source. One
    bad file stops no other: what is wrong with it stands among the problems. Where another file has
    the name already, it is refused, or with `is_beside` put there under a name with a number.
    """
    added: list[Added] = []
    problems: list[Problem] = []
    for file in files:
        try:
            check(file, inert(str(file)))
            added.append(_add(root.resolve(), file, is_beside=is_beside))
        except ProvenanceError as error:
            problems += error.problems
    return tuple(added), tuple(problems)


def path_beside(root: Path, file: Path) -> str:
    """Where a file would lie in the workspace: under its name, or, where that is another file's,
    the first of `seeds/draft-2.md`, `seeds/draft-3.md`, … that is free or has these very bytes.

    Raises `ProvenanceError` where it cannot be read.
    """
    if (file.parent.resolve() / file.name).is_relative_to(root.resolve() / SEEDS):
        return (file.parent.resolve() / file.name).relative_to(root.resolve()).as_posix()
    numbered = (f"{file.stem}-{number}{file.suffix}" for number in count(2))
    paths = (f"{SEEDS}/{name}" for name in chain((file.name,), numbered))
    content = bytes_of(file)
    return next(p for p in paths if not (root / p).exists() or bytes_of(root / p) == content)


def _add(root: Path, file: Path, *, is_beside: bool) -> Added:
    content = bytes_of(file)
    document = _put_into_seeds(root, file, content, is_beside=is_beside)
    now = sha256(content).hexdigest()
    if (root / document).resolve() != file.resolve():
        remember_taken(root, Taken(document, file.resolve(), now))
    twin = _twin(root, document, now)
    about = document + DESCRIPTION
    if not (root / about).exists():
        # Under the id it had without a description: claims may name it already.
        id = next(source.id for source in read_shelf(root).sources if source.path == document)
        text = description(id, title_of(document), now)
        write(root, about, text.encode("utf-8"))
        return Added(document, about, id, Adding.ADDED, twin)
    source = read_source(content_of(root, about), about, document)
    if source.role is Role.DRAFT or source.sha256 == now:
        return Added(document, about, source.id, Adding.UNCHANGED, twin)
    rewrite(root, about, partial(set_scalar, keys=("sha256",), new=now, path=about))
    return Added(document, about, source.id, Adding.RECORDED, twin)


def _twin(root: Path, document: str, sha256: str) -> str:
    """Path and id of another source that has these very bytes; "" where there is none."""
    others = (s for s in read_shelf(root).sources if s.path != document and not s.unusable)
    for source in sorted(others, key=lambda source: source.path):
        # Another file that cannot be read is no reason to refuse this one.
        with suppress(ProvenanceError):
            if sha256_of(root, source.path) == sha256:
                return f"{source.path} ({source.id})"
    return ""


def _put_into_seeds(root: Path, file: Path, content: bytes, *, is_beside: bool) -> str:
    """Where the file lies in the workspace, copied there if need be."""
    place = Place(inert(str(file)))
    name = file.name
    is_description = name.endswith(DESCRIPTION) or misnamed(name, DESCRIPTION)
    if is_description or not is_seen(name) or not name.isprintable():
        raise problem_error(
            "bad-name", "a source cannot have this name", place=place, hint="rename the file"
        )
    here = file.parent.resolve() / file.name
    if here.is_relative_to(root / SEEDS):
        relative = here.relative_to(root).as_posix()
        inside(root, relative)
        return relative
    relative = path_beside(root, file) if is_beside else f"{SEEDS}/{file.name}"
    target = inside(root, relative)
    if not target.exists():
        write(root, relative, content)
    elif bytes_of(target) != content:
        raise problem_error(
            "name-taken",
            f"{quoted(relative)} is another file of this name",
            place=place,
            hint=f"rename yours; to put it in place of the other, copy it to {SEEDS}/ and add that",
        )
    return relative


def _make_folder(root: Path, folder: str) -> None:
    try:
        inside(root, folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise problem_error(
            "unwritable",
            f"the folder cannot be made: {error.strerror}",
            place=Place(inert(f"{root}/{folder}")),
            hint="is there a file of this name, or may nobody write here?",
        ) from None


def _ignore(root: Path) -> bool:
    """Keep git from the cache; whether that took a new line."""
    path = root / IGNORE_FILE
    before = bytes_of(path) if path.exists() else b""
    if IGNORED.encode() in before.split():
        return False
    line_end = b"\r\n" if b"\r\n" in before else b"\n"
    gap = b"" if not before or before.endswith(b"\n") else line_end
    write(root, IGNORE_FILE, before + gap + IGNORED.encode() + line_end)
    return True


def bytes_of(file: Path) -> bytes:
    """What a file holds. Raises `ProvenanceError` where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise problem_error(
            "unreadable",
            f"the file cannot be read: {error.strerror}",
            place=Place(inert(str(file))),
            hint="check its name, and who may read it",
        ) from None
