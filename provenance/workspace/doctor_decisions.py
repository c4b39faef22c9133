"""Are the decisions on file still those that were made? Looks, and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from provenance.errors import inert
from provenance.model.decision_chain import Breach, Broken, broken, heads
from provenance.model.decisions import Decision
from provenance.model.housekeeping import Examined, Health
from provenance.workspace.decision_text import name_digest
from provenance.workspace.decisions import hashes_on_disk
from provenance.workspace.paths import content_of

_NAMED = re.compile(r"-([0-9a-f]{8})\.yaml$")
_MOST_ATTEMPTS = 100
"""Decisions that one person could make alike within one second, and far more."""


def examine_decisions(root: Path, decisions: tuple[Decision, ...]) -> Iterator[Examined]:
    """What is wrong with the decisions that could be read, or how many of them stand."""
    if not decisions:
        return
    breaches = broken(decisions, hashes_on_disk(root))
    told = {each.path for each in breaches}
    renamed = [d for d in decisions if d.path not in told and not _is_as_named(root, d.path)]
    yield from map(_told, breaches)
    for each in renamed:
        yield _examined(
            each.path,
            Health.ILL,
            "changed since it was written: its name was made of other words",
            _BRING_BACK.format(path=each.path),
        )
    if any(each.breach is not Breach.MISDATED for each in breaches) or renamed:
        return
    newest = len(heads(decisions))
    unseen = "1 that no other has seen" if newest == 1 else f"{newest} that no other has seen"
    yield _examined("decisions", Health.WELL, f"{len(decisions)} as they were made, {unseen}")


_BRING_BACK = (
    "bring it back as it was: `git log -- {path}` shows when it changed, and `git checkout COMMIT "
    "-- {path}` restores it. To take a decision back, withdraw it on the Decisions screen"
)


def _told(each: Broken) -> Examined:
    seen = f"seen by {each.seen_by}"
    match each.breach:
        case Breach.MISDATED:
            said = f"dated later than {each.seen_by}, which had seen it"
            hint = "a clock was wrong, or the order was changed by hand; nothing needs doing"
            return _examined(each.path, Health.NOTED, said, hint)
        case Breach.MOVED:
            hint = f"rename {each.now} back to {PurePosixPath(each.path).name}"
            return _examined(
                each.path, Health.ILL, f"renamed: it is now {each.now}; {seen}", f"{hint}"
            )
        case Breach.EDITED:
            other = f"; those words stand in {each.now} now" if each.now else ""
            said = f"changed since it was {seen}{other}"
        case Breach.DELETED:
            said = f"gone, though {seen}"
    return _examined(each.path, Health.ILL, said, _BRING_BACK.format(path=each.path))


def _is_as_named(root: Path, path: str) -> bool:
    """Whether the digest in a file's name is that of its text; a name without one says nothing."""
    named = _NAMED.search(path)
    if named is None:
        return True
    text = content_of(root, path).replace(b"\r\n", b"\n").decode("utf-8", "replace")
    return any(name_digest(text, n) == named.group(1) for n in range(_MOST_ATTEMPTS))


def _examined(path: str, health: Health, said: str, hint: str = "") -> Examined:
    return Examined(inert(path), health, inert(said), inert(hint))
