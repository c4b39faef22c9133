"""The one way from a file to a `Document`, whatever its format."""

from __future__ import annotations

import stat
from hashlib import sha256
from pathlib import Path

from provenance.errors import Place, ProvenanceError, problem_error
from provenance.model.documents import Document
from provenance.readers.plain_text import read_text
from provenance.readers.recognise import recognise

MOST_BYTES = 50_000_000
"""Largest file that is read: some ten thousand pages of plain text."""


def read(path: Path, shown: str) -> Document:
    """A file as it was read, without the layers that a description tells of.

    `shown` is what the user calls it. What could be read only in part has gaps; raises
    `ProvenanceError` where nothing could be: slugs `missing-file`, `not-a-file`, `unreadable`,
    `too-large`, `not-text` and `format-unread`.
    """
    content = _content(path, shown)
    kind = recognise(content, shown)
    if not kind.is_text:
        raise problem_error(
            "not-text",
            f"this is {kind.words}",
            place=Place(shown),
            hint="save it as UTF-8 text (.txt or .md) and add that",
        )
    if kind.format not in {"txt", "md"}:
        raise problem_error(
            "format-unread",
            f"this is {kind.words}, which is not read yet",
            place=Place(shown),
            hint="save its text as .txt or .md and add that",
        )
    decoded = read_text(content)
    return Document(
        path=shown,
        sha256=sha256(content).hexdigest(),
        format=kind.format,
        text=decoded.text,
        gaps=decoded.gaps,
        encoding=decoded.encoding,
    )


def _content(path: Path, shown: str) -> bytes:
    place = Place(shown)
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise problem_error(
                "not-a-file", "this is a folder", place=place, hint="name the files in it"
            )
        # A pipe or a device may never end, so it is not even opened.
        if not stat.S_ISREG(facts.st_mode):
            raise problem_error("not-a-file", "this is not a regular file", place=place)
        if facts.st_size > MOST_BYTES:
            raise _too_large(facts.st_size, place)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise problem_error(
            "missing-file", "there is no such file", place=place, hint="check its name and folder"
        ) from None
    except OSError as error:
        raise problem_error(
            "unreadable",
            f"the file cannot be read: {error.strerror}",
            place=place,
            hint="check who may read it",
        ) from None
    if len(content) > MOST_BYTES:
        raise _too_large(len(content), place)
    return content


def _too_large(size: int, place: Place) -> ProvenanceError:
    return problem_error(
        "too-large",
        f"the file has {size:,} bytes; at most {MOST_BYTES:,} are read",
        place=place,
        hint="split it into parts, and add each as a source",
    )
