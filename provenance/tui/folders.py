"""What a folder offers to be picked, and what a path means that was typed, pasted or dropped."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from provenance.model.names import fold_text

MOST_LISTED = 2000
"""Entries of one folder that are listed; what is typed finds the rest."""
_ESCAPED = re.compile(r"\\(.)")
_HOMES = ("HOME", "USERPROFILE")


@dataclass(frozen=True, slots=True)
class Offered:
    """A folder or a file in the folder that is looked at."""

    path: Path
    is_folder: bool


@dataclass(frozen=True, slots=True)
class Listing:
    offered: tuple[Offered, ...] = ()
    """Folders first, each by name."""
    hidden: int = 0
    """Files that are not offered because they cannot be read as what is wanted."""
    more: int = 0
    """What there is beyond the most that are listed."""
    wrong: str = ""
    """Why the folder cannot be looked into."""


def listing(folder: Path, wanted: frozenset[str], narrowed: str = "") -> Listing:
    """What a folder offers whose names hold `narrowed`.

    `wanted` are endings of names, in lower case and with their point; all files are offered where
    it is empty, and files without an ending always. Names that begin with a point are passed over.
    """
    try:
        with os.scandir(folder) as entries:
            found = sorted(
                (_Seen(not _is_folder(entry), fold_text(entry.name), entry.name))
                for entry in entries
                if not entry.name.startswith(".")
            )
    except OSError as error:
        return Listing(wrong=error.strerror or str(error))
    sought = fold_text(narrowed.strip())
    fitting = [seen for seen in found if sought in seen.folded]
    kept = [seen for seen in fitting if not seen.is_file or _is_wanted(seen.name, wanted)]
    offered = tuple(Offered(folder / seen.name, not seen.is_file) for seen in kept[:MOST_LISTED])
    return Listing(offered, len(fitting) - len(kept), max(0, len(kept) - MOST_LISTED))


@dataclass(frozen=True, slots=True, order=True)
class _Seen:
    is_file: bool
    folded: str
    name: str


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_wanted(name: str, wanted: frozenset[str]) -> bool:
    ending = Path(name).suffix.casefold()
    return not wanted or not ending or ending in wanted


def typed(text: str, folder: Path) -> tuple[Path, str]:
    """The folder that what is typed stands in, and what is left to narrow that folder by."""
    text = text.lstrip()
    head, sign, rest = _parted(text)
    if not sign and text != "~":
        return folder, text
    if text == "~":
        head, rest = "~", ""
    place = _expanded(head or sign, folder)
    return (place, rest) if place.is_dir() else (folder, text)


def completed(text: str, folder: Path, offered: tuple[Offered, ...]) -> str:
    """What is typed, as far on as all that is offered by it agrees; the text itself where it is as
    far on as it can be."""
    head, sign, rest = _parted(text)
    place = _expanded(head or sign, folder) if sign else folder
    names = [
        each.path.name + (os.sep if each.is_folder else "")
        for each in offered
        if each.path.parent == place
    ]
    begun = [name for name in names if name.casefold().startswith(rest.casefold())]
    if not begun and len(names) == 1:
        # One name is left that holds what was typed.
        return head + sign + names[0]
    shared = 0
    for signs in zip(*(name.casefold() for name in begun), strict=False):
        if len(set(signs)) > 1:
            break
        shared += 1
    return head + sign + begun[0][:shared] if shared > len(rest) else text


def paths_in(text: str, folder: Path) -> tuple[Path, ...]:
    """The files and folders that a line names, as typed or as terminals and desktops give dropped
    files: bare, in quotation marks, with escaped spaces, as `file://` addresses, or several of
    them. Where it names one that is not there it is given all the same.
    """
    whole = text.strip()
    if not whole:
        return ()
    for reading in (whole, whole.strip("\"'"), _ESCAPED.sub(r"\1", whole)):
        if _is_there(path := _path_of(reading, folder)):
            return (path,)
    each = tuple(_path_of(part, folder) for part in _parts(whole))
    if len(each) > 1 and all(map(_is_there, each)):
        return each
    return each if len(each) == 1 else (_path_of(whole.strip("\"'"), folder),)


def first_folder(last: Path | None) -> Path:
    """Where picking begins: where it ended last, else where the board was opened, which as a rule
    is the workspace."""
    return last if last and _is_there(last) else Path.cwd()


def shortened(path: Path, environment: Mapping[str, str]) -> str:
    """A path as a person says it: her own folder is `~`."""
    for name in _HOMES:
        home = environment.get(name, "")
        if home and path.is_relative_to(home) and path != Path(home):
            return f"~{os.sep}{path.relative_to(home)}"
    return str(path)


def _parted(text: str) -> tuple[str, str, str]:
    """What stands before the last separator, the separator, and what is behind it."""
    at = max(text.rfind(sign) for sign in {os.sep, os.altsep or os.sep})
    return (text[:at], text[at], text[at + 1 :]) if at >= 0 else ("", "", text)


def _parts(whole: str) -> list[str]:
    try:
        return shlex.split(whole, posix=os.sep == "/")
    except ValueError:
        return [whole]


def _path_of(text: str, folder: Path) -> Path:
    if text.casefold().startswith("file:"):
        path = unquote(urlsplit(text).path)
        # Windows addresses have a slash before the drive: file:///C:/papers.
        return Path(path[1:] if re.match(r"/[A-Za-z]:", path) else path)
    return _expanded(text, folder)


def _expanded(text: str, folder: Path) -> Path:
    try:
        return folder / Path(text).expanduser()
    except RuntimeError:
        return folder / text


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
