"""Audits that were made before, for the same words, settings, decisions and program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import msgspec

from provenance.model.asked import Asked
from provenance.model.audit import Audit
from provenance.workspace.cache import hash_of_file, keep, program, recall

_FILES = ("provenance.yaml", "audit-baseline.yaml")
_FOLDERS = ("seeds", "claims", ".provenance/drafts")
"""All that an audit looks at, but for the user's own bibliographies, which the settings name, and
files that findings were set aside in.
"""
_EXPIRES = re.compile(rb"expires[\"']?[ \t]*:[ \t]*[\"']?(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class _Entry:
    looked_at: tuple[tuple[str, str], ...]
    """Paths from the workspace on, each with its hash."""
    audit: Audit


def name_of(root: Path, files: Sequence[Path], asked: Asked) -> str:
    """The name of an audit: a hash of all that it is made from."""
    named = [(str(file), str(file.resolve()), hash_of_file(file)) for file in files]
    lapsed = (bool(asked.day), _lapsed(root, asked.day))
    asked = replace(asked, day="")
    made_of = (program(), str(root.resolve()), asked, lapsed, named, list(_contents(root)))
    return f"audit-{sha256(repr(made_of).encode('utf-8', 'surrogatepass')).hexdigest()}.json"


def recall_audit(root: Path, name: str) -> Audit | None:
    """The audit of a name; None where it was not made yet, or a file it looked at changed since."""
    content = recall(root, name)
    if content is None:
        return None
    try:
        entry = msgspec.json.decode(content, type=_Entry)
    except (msgspec.DecodeError, ValueError):
        return None
    hashes = dict(entry.looked_at)
    return entry.audit if all(_now(root, path) == hashes[path] for path in hashes) else None


def keep_audit(root: Path, name: str, audit: Audit, looked_at: Iterable[str]) -> None:
    """Keep an audit under its name, as far as that can be done.

    `looked_at` are files it was made from, or that it found gone, which the name does not tell.
    """
    hashes = tuple((path, _now(root, path)) for path in sorted(set(looked_at)))
    try:
        content = msgspec.json.encode(_Entry(hashes, audit))
    except (UnicodeEncodeError, TypeError):
        # Half a character, which no JSON can hold.
        return
    keep(root, name, content)


def _now(root: Path, path: str) -> str:
    return hash_of_file(root / path)


def _lapsed(root: Path, day: str) -> list[bytes]:
    """The last days of waivers that are past on a day: all that an audit depends on the day for."""
    paths = sorted((root / "claims" / "decisions").rglob("*.yaml"))
    days = {last for path in paths for last in _EXPIRES.findall(_bytes_of(path))}
    return sorted(last for last in days if last < day.encode())


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _contents(root: Path) -> Iterator[tuple[str, str]]:
    for name in _FILES:
        yield name, _hash_of(root / name)
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            yield path.relative_to(root).as_posix(), _hash_of(path)


def _hash_of(path: Path) -> str:
    """What there is at a path: of a link its target as well, for where it leads matters."""
    target = str(path.readlink()) if path.is_symlink() else ""
    return f"{target}|{hash_of_file(path) if path.is_file() else path.is_dir()}"
