"""The one way from a file to a `Document`, whatever its format."""

from __future__ import annotations

import stat
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from provenance.errors import Place, ProvenanceError, problem_error
from provenance.model.documents import Document
from provenance.readers.plain_text import read_text
from provenance.readers.recognise import PROMISED, Kind, misnamed, recognise
from provenance.readers.weaver import Reading

MOST_BYTES = 50_000_000
"""Largest file that is read: some ten thousand pages of plain text."""

READABLE: dict[str, tuple[str, str]] = {
    "txt": ("provenance.readers.plain_text", "read_text"),
    "md": ("provenance.readers.plain_text", "read_text"),
    "html": ("provenance.readers.html", "read_html"),
    "xml": ("provenance.readers.tei", "read_xml"),
    "docx": ("provenance.readers.docx", "read_docx"),
    "odt": ("provenance.readers.odt", "read_odt"),
    "epub": ("provenance.readers.epub", "read_epub"),
    "tex": ("provenance.readers.tex", "read_tex"),
    "pdf": ("provenance.readers.pdf", "read_pdf"),
}
"""For every format that is read, the module and the function that reads it."""
ENDINGS = frozenset(end for end, format in PROMISED.items() if format in READABLE)
"""How the names of files end that are read, in lower case: `.pdf`."""


def read(path: Path, shown: str) -> Document:
    """A file as it was read, without the layers that a description tells of.

    `shown` is what the user calls it. What could be read only in part has gaps; raises
    `ProvenanceError` where nothing could be: slugs `missing-file`, `not-a-file`, `unreadable`,
    `too-large`, `not-text`, `format-unread`, `broken-file`, `archive-bomb` and `encrypted`.
    """
    content = bytes_of(path, shown)
    kind = recognise(content, shown)
    if kind.format not in READABLE:
        raise _unread(kind, shown)
    reading = read_content(content, kind, shown)
    return Document(
        path=shown,
        sha256=sha256(content).hexdigest(),
        format=kind.format,
        text=reading.text,
        markers=reading.markers,
        notes=reading.notes,
        pages=reading.pages,
        set_off=reading.set_off,
        gaps=reading.gaps,
        remarks=(*misnamed(kind, shown), *reading.remarks),
        encoding=reading.encoding,
        language=reading.language,
    )


def read_content(content: bytes, kind: Kind, shown: str) -> Reading:
    """What the reader of a format makes of a file's bytes. Raises `ProvenanceError`."""
    if kind.format in {"txt", "md"}:
        decoded = read_text(content)
        return Reading(decoded.text, gaps=decoded.gaps, encoding=decoded.encoding)
    module, name = READABLE[kind.format]
    # Imported when first needed: a board of plain texts waits for no PDF library.
    reader: Callable[[bytes, Place], Reading] = getattr(import_module(module), name)
    return reader(content, Place(shown))


def _unread(kind: Kind, shown: str) -> ProvenanceError:
    if kind.format == "locked":
        hint = "save it without a password and add that"
        return problem_error("encrypted", f"this is {kind.words}", place=Place(shown), hint=hint)
    if kind.has_words:
        return problem_error(
            "format-unread",
            f"this is {kind.words}, which is not read",
            place=Place(shown),
            hint="save it as .docx, .odt, .pdf or plain text and add that",
        )
    return problem_error(
        "not-text",
        f"this is {kind.words}",
        place=Place(shown),
        hint="save it as UTF-8 text (.txt or .md) and add that",
    )


def bytes_of(path: Path, shown: str) -> bytes:
    """A file's bytes. Raises `ProvenanceError` as `read` does of what cannot be opened."""
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
