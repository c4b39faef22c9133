"""What texts were found to have in common, kept with the hash of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from provenance.comparison.families import Kindred
from provenance.workspace.cache import keep, program, recall


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison of texts, and which texts were compared."""

    texts: dict[str, str]
    """The hash of each, by the id of its source."""
    kindred: Kindred


def recall_kindred(root: Path) -> Compared | None:
    """What was kept last; None where nothing sound is, or another program kept it."""
    content = recall(root, _name())
    if content is None:
        return None
    try:
        return msgspec.json.decode(content, type=Compared)
    except (msgspec.DecodeError, ValueError):
        return None


def keep_kindred(root: Path, compared: Compared) -> None:
    """Keep it in place of what was kept before, as far as that can be done."""
    try:
        content = msgspec.json.encode(compared)
    except (UnicodeEncodeError, TypeError):
        # Half a character, which no JSON can hold.
        return
    keep(root, _name(), content)


def _name() -> str:
    return f"kindred-{program()}.json"
