"""What was computed once, in `.provenance/cache/`, under names made of all it was made from.

Nothing here is needed: it may be deleted at any time, and what is damaged counts as not there.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from sys import version as python

import provenance
from provenance.errors import ProvenanceError

FOLDER = ".provenance/cache"
MOST_BYTES = 64_000_000
"""Of all that is kept together. What was used longest ago goes first."""
_READS_WITH = ("bibtexparser", "cydifflib", "edtf", "lxml", "numpy", "pypdfium2", "pyyaml")
"""Packages whose version may change what is read or found."""
_DIGEST = 64
_IGNORE = ".provenance/.gitignore"


def recall(root: Path, name: str) -> bytes | None:
    """What is kept under a name; None where nothing sound is."""
    path = root / FOLDER / name
    try:
        if not _is_ours(root) or path.stat().st_size > MOST_BYTES:
            return None
        digest, content = path.read_bytes().split(b"\n", 1)
    except (OSError, ValueError):
        return None
    if digest.decode("ascii", "replace") != sha256(content).hexdigest():
        return None
    with suppress(OSError):
        os.utime(path)
    return content


def keep(root: Path, name: str, content: bytes) -> None:
    """Keep something under a name, if it fits and the folder can be written to."""
    from provenance.workspace.edits import write

    if not _is_ours(root) or len(content) + _DIGEST >= MOST_BYTES:
        return
    with suppress(OSError, ProvenanceError):
        if not (root / _IGNORE).exists():
            write(root, _IGNORE, b"*\n")
        write(root, f"{FOLDER}/{name}", sha256(content).hexdigest().encode() + b"\n" + content)
        _prune(root / FOLDER)


def hash_of_file(path: Path) -> str:
    """The SHA-256 of a file's bytes; what keeps it from being read, where something does."""
    digest = sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except OSError as error:
        return f"unread: {error.errno}"
    return digest.hexdigest()


@cache
def program() -> str:
    """What stands for this very program: names, sizes and times of its files, and what it uses.

    A result that somebody's folder brings along, made by another installation, has another name.
    """
    home = Path(provenance.__file__).parent
    files = sorted(path for path in home.rglob("*") if path.suffix in (".py", ".json"))
    known = [(str(f.relative_to(home)), f.stat().st_size, f.stat().st_mtime_ns) for f in files]
    used = [(package, _version(package)) for package in _READS_WITH]
    return sha256(repr((str(home), python, known, used)).encode()).hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _is_ours(root: Path) -> bool:
    """Whether the folder lies in the workspace, and is no link that leads out of it."""
    whole = root.resolve()
    try:
        return (root / FOLDER).resolve().is_relative_to(whole)
    except (OSError, RuntimeError):
        return False


def _prune(folder: Path) -> None:
    entries = sorted(
        ((path, path.stat()) for path in folder.iterdir() if path.is_file()),
        key=lambda entry: (-entry[1].st_mtime_ns, entry[0].name),
    )
    room = MOST_BYTES
    for path, about in entries:
        room -= about.st_size
        if room < 0:
            path.unlink(missing_ok=True)
