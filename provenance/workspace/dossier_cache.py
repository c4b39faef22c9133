"""The board as it was left: the dossier of the last whole check, with all that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from provenance.model.dossier import Dossier
from provenance.workspace.cache import keep, program, recall
from provenance.workspace.dossier_codec import decode, encode
from provenance.workspace.inputs import Look, Looks, are_same, hashes, look
from provenance.workspace.paths import SETTINGS_FILE


@dataclass(frozen=True, slots=True)
class KeptDossier:
    dossier: Dossier
    is_current: bool
    """Whether a check would come to the same now."""


@dataclass(frozen=True, slots=True)
class _About:
    """What a kept dossier rests on."""

    looks: dict[str, Look]
    hashes: dict[str, str]
    named: tuple[str, ...]
    """Files that were looked at besides those in the workspace's own folders."""
    day: str
    expiries: tuple[str, ...]
    """The last days of all that was set aside until a day."""


def recall_dossier(root: Path, reader: object, day: str) -> KeptDossier | None:
    """What was kept for a reader; None where nothing sound is.

    Once the settings say something else nothing is shown of before: they also tell what is hidden
    from whom.
    """
    content = recall(root, _name(root, reader))
    if content is None:
        return None
    head, _, body = content.partition(b"\n")
    try:
        about = msgspec.json.decode(head, type=_About)
    except (msgspec.DecodeError, ValueError):
        return None
    now = look(root, about.named)
    if not are_same(root, _alone(about.looks), about.hashes, _alone(now)):
        return None
    dossier = decode(body)
    if dossier is None:
        return None
    is_same_day = _past(about.expiries, about.day) == _past(about.expiries, day)
    is_current = is_same_day and are_same(root, about.looks, about.hashes, now)
    return KeptDossier(dossier, is_current)


def keep_dossier(
    root: Path,
    reader: object,
    dossier: Dossier,
    *,
    before: Looks,
    named: Iterable[str],
    asked_after: Iterable[str],
    day: str,
    expiries: Iterable[str],
) -> None:
    """Keep a dossier for a reader, as far as that can be done.

    `before` is how everything, the files `named` as well, stood before the first of it was read.
    Where it stands otherwise by now nothing is kept: what was read is not known for sure. Of files
    that are `asked_after` it matters whether they are there.
    """
    named = tuple(sorted(set(named)))
    known = hashes(root, before)
    if look(root, named) != before or not all(each.is_file for each in before.values()):
        return
    named = tuple(sorted({*named, *asked_after}))
    now = look(root, named)
    body = encode(dossier)
    if body is None:
        return
    about = _About(dict(now), known, named, day, tuple(sorted(set(expiries))))
    try:
        head = msgspec.json.encode(about)
    except (UnicodeEncodeError, TypeError):
        # A file's name may be no text.
        return
    keep(root, _name(root, reader), head + b"\n" + body)


def _alone(looks: Looks) -> Looks:
    """How the settings stood."""
    return {path: each for path, each in looks.items() if path == SETTINGS_FILE}


def _past(expiries: Iterable[str], day: str) -> list[str]:
    return [last for last in expiries if last < day]


def _name(root: Path, reader: object) -> str:
    made_of = repr((program(), str(root.resolve()), reader))
    return f"board-{sha256(made_of.encode('utf-8', 'surrogatepass')).hexdigest()}.json"
