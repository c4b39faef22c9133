"""ZIP files from strangers: opened in memory, within limits, and never unpacked to the disk."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from provenance.errors import Place, ProvenanceError, problem_error, quoted

MOST_ENTRIES = 10_000
MOST_BYTES_OF_A_PART = 100_000_000
MOST_BYTES_IN_ALL = 400_000_000
MOST_GROWTH = 200
"""How many times its packed size a part may take once it counts (see `_SMALL`)."""
_SMALL = 5_000_000
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, ValueError, LookupError, OverflowError),
)
"""What the library raises for bytes that make no sense; not all of it is meant by it."""
_LEADS_OUT = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of a ZIP file by their names."""

    _zip: zipfile.ZipFile
    _sizes: dict[str, int]
    place: Place

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._sizes)

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    def read(self, name: str) -> bytes:
        """One part. Raises `ProvenanceError`, slug `broken-file`, where it cannot be read."""
        if name not in self._sizes:
            raise _broken(f"{quoted(name)} is not in it", self.place)
        try:
            with self._zip.open(name) as part:
                content = part.read(self._sizes[name] + 1)
        except _DAMAGE as error:
            raise _broken(f"{quoted(name)} in it cannot be unpacked: {error}", self.place) from None
        except RuntimeError:
            # What zipfile raises for a part that asks for a password.
            raise problem_error(
                "encrypted",
                "the file is encrypted",
                place=self.place,
                hint="save it without a password and add that",
            ) from None
        except NotImplementedError as error:
            raise _broken(
                f"{quoted(name)} in it is packed in a way not known: {error}", self.place
            ) from None
        if len(content) > self._sizes[name]:
            raise _bomb(f"{quoted(name)} is larger than it says", self.place)
        return content


def open_archive(content: bytes, place: Place) -> Archive:
    """The archive, once its table of contents is found sound.

    Raises `ProvenanceError`: slugs `broken-file`, and `archive-bomb` for more entries or bytes
    than any document needs, and for names that lead out of the archive.
    """
    try:
        opened = zipfile.ZipFile(BytesIO(content))
        entries = opened.infolist()
    except (*_DAMAGE, NotImplementedError) as error:
        raise _broken(f"its table of contents cannot be read: {error}", place) from None
    if len(entries) > MOST_ENTRIES:
        raise _bomb(f"it holds {len(entries):,} files; at most {MOST_ENTRIES:,} are read", place)
    for entry in entries:
        _check(entry, place)
    if sum(entry.file_size for entry in entries) > MOST_BYTES_IN_ALL:
        raise _bomb(f"unpacked it would take more than {MOST_BYTES_IN_ALL:,} bytes", place)
    # `is_dir` does not bear an entry without a name.
    names = {entry.filename: entry.file_size for entry in entries}
    sizes = {name: size for name, size in names.items() if name and not name.endswith("/")}
    return Archive(opened, sizes, place)


def _check(entry: zipfile.ZipInfo, place: Place) -> None:
    if _LEADS_OUT.search(entry.filename):
        raise _bomb(f"{quoted(entry.filename)} leads out of it", place)
    if entry.file_size > MOST_BYTES_OF_A_PART:
        raise _bomb(f"{quoted(entry.filename)} would take {entry.file_size:,} bytes", place)
    if entry.file_size > _SMALL and entry.file_size > MOST_GROWTH * max(1, entry.compress_size):
        raise _bomb(f"{quoted(entry.filename)} grows more than {MOST_GROWTH} times", place)


def _broken(message: str, place: Place) -> ProvenanceError:
    hint = "open it in the program that wrote it and save it again"
    return problem_error("broken-file", f"the file is damaged: {message}", place=place, hint=hint)


def _bomb(message: str, place: Place) -> ProvenanceError:
    hint = "if you trust the file, open it yourself and save its text"
    return problem_error(
        "archive-bomb",
        f"the file is packed in a way no document needs: {message}",
        place=place,
        hint=hint,
    )
