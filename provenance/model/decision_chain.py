"""How decisions hang together: each names the newest it had seen, by path and hash.

So the set is a graph without loops, in which every decision vouches for those before it. One that
was changed, renamed or taken away after another had seen it is told by that other; the newest,
which nobody has seen, can go untold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from provenance.model.decisions import Decision, Hashes


class Breach(Enum):
    """What became of a decision that a later one had seen."""

    EDITED = "changed"
    MOVED = "renamed"
    DELETED = "gone"
    MISDATED = "dated later than one that had seen it"


@dataclass(frozen=True, slots=True)
class Broken:
    """A decision that is not what another one had seen."""

    path: str
    """As it was seen."""
    breach: Breach
    seen_by: str
    """The path of the decision that tells."""
    now: str = ""
    """Where its words stand now, if it was renamed."""


def heads(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that no other has seen, by path."""
    every = tuple(decisions)
    seen = {path for each in every for path, _ in each.seen if path != each.path}
    return tuple(sorted((d for d in every if d.path not in seen), key=lambda d: d.path))


def seen_now(decisions: Iterable[Decision]) -> Hashes:
    """What a decision made now is to name as seen."""
    return tuple((each.path, each.sha256) for each in heads(decisions))


def broken(decisions: Iterable[Decision], hashes: Mapping[str, str]) -> tuple[Broken, ...]:
    """Every decision that is not what a later one had seen, by path, each told once.

    `hashes` are those of all files of decisions as they are now, by path, also of such as cannot
    be read.
    """
    every = sorted(decisions, key=lambda each: each.path)
    dates = {each.path: each.at for each in every}
    paths_of = {digest: path for path, digest in sorted(hashes.items(), reverse=True)}
    found: dict[str, Broken] = {}
    for each in every:
        for path, digest in each.seen:
            breach, now = _breach(path, digest, hashes, paths_of)
            if breach is None and dates.get(path, "") > each.at:
                breach = Breach.MISDATED
            if breach is not None and _is_graver(breach, found.get(path)):
                found[path] = Broken(path, breach, each.path, now)
    return tuple(found[path] for path in sorted(found))


def _breach(
    path: str, digest: str, hashes: Mapping[str, str], paths_of: Mapping[str, str]
) -> tuple[Breach | None, str]:
    if hashes.get(path) == digest:
        return None, ""
    elsewhere = paths_of.get(digest, "")
    if path in hashes:
        return Breach.EDITED, elsewhere
    return (Breach.MOVED, elsewhere) if elsewhere else (Breach.DELETED, "")


def _is_graver(breach: Breach, before: Broken | None) -> bool:
    return before is None or (before.breach is Breach.MISDATED and breach is not Breach.MISDATED)


class Lineage:
    """Which decision had seen which, straight or through others."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._seen = {each.path: tuple(path for path, _ in each.seen) for each in decisions}

    def has_seen(self, later: Decision, earlier: Decision) -> bool:
        """Whether `later` was made in knowledge of `earlier`.

        Decisions from before decisions told what they had seen are taken by their dates.
        """
        if not later.seen:
            return later.at > earlier.at
        waiting, known = [path for path, _ in later.seen], set[str]()
        while waiting:
            path = waiting.pop()
            if path == earlier.path:
                return True
            if path not in known:
                known.add(path)
                waiting += self._seen.get(path, ())
        return False

    def newest(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        """Those of some decisions that none of the others had seen, in order."""
        every = tuple(decisions)
        return tuple(
            each
            for each in every
            if not any(other is not each and self.has_seen(other, each) for other in every)
        )
