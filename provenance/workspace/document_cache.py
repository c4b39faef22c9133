"""Long documents that were read and annotated before, for the same bytes and program."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from provenance.model.documents import Document
from provenance.model.notes import Work
from provenance.model.sources import Source
from provenance.workspace.cache import hash_of_file, keep, program, recall

_WORTH_KEEPING = 20_000
"""Code points of the shortest text that takes longer to read than to recall."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its layers, its notes taken apart, and what they cite."""

    document: Document
    works: tuple[Work, ...]


def name_of(root: Path, source: Source) -> str:
    """The name of a document: a hash of all that it is made from."""
    made_of = (program(), source.path, source.layers, hash_of_file(root / source.path))
    return f"document-{sha256(repr(made_of).encode('utf-8', 'surrogatepass')).hexdigest()}.json"


def recall_document(root: Path, name: str) -> Annotated | None:
    """The document of a name; None where it was not read yet."""
    content = recall(root, name)
    if content is None:
        return None
    try:
        return msgspec.json.decode(content, type=Annotated)
    except (msgspec.DecodeError, ValueError):
        return None


def keep_document(root: Path, name: str, annotated: Annotated) -> None:
    """Keep a document under its name, if it is long and that can be done."""
    if len(annotated.document.text) < _WORTH_KEEPING:
        return
    try:
        content = msgspec.json.encode(annotated)
    except (UnicodeEncodeError, TypeError):
        # Half a character, which no JSON can hold.
        return
    keep(root, name, content)
