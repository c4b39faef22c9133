"""Copies of drafts as they were when somebody signed: what a newer version is compared with."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from provenance.errors import ProvenanceError
from provenance.workspace.edits import write
from provenance.workspace.paths import inside

FOLDER = ".provenance/drafts"


def keep_copy(root: Path, text: str) -> str:
    """Keep a draft's canonical text, unless there is a copy; the hash it is known by."""
    content = text.encode("utf-8", "surrogatepass")
    digest = sha256(content).hexdigest()
    if copy_of(root, digest) is None:
        write(root, _path(digest), content)
    return digest


def hash_of_text(text: str) -> str:
    """The hash that the copy of a text is known by."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def copy_of(root: Path, digest: str) -> str | None:
    """The text with a hash; None where its copy is gone, or is not what it was."""
    try:
        content = inside(root, _path(digest)).read_bytes()
    except (OSError, ProvenanceError):
        return None
    if sha256(content).hexdigest() != digest:
        return None
    return content.decode("utf-8", "surrogatepass")


def _path(digest: str) -> str:
    return f"{FOLDER}/{digest}.txt"
