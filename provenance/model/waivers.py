"""Findings that a person set aside, each with a reason and the last day it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from provenance.model.decisions import Action, Decision, in_force


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that is not to count."""

    fingerprint: str
    """The finding's, whatever line it stands on now."""
    by: str
    at: str
    why: str
    expires: str = ""
    """The last day it holds, such as `2024-12-31`; "" for ever."""
    code: str = ""
    file: str = ""
    """The finding's file, as it was when it was set aside."""
    said: str = ""
    """What the finding said then."""
    path: str = ""
    """Of the decision."""

    def holds_on(self, day: str) -> bool:
        """Whether it holds on a day, such as `2024-03-01`; "" asks for no day in particular."""
        return not self.expires or not day or day <= self.expires


def waivers(decisions: Iterable[Decision]) -> tuple[Waiver, ...]:
    """Every waiver that nobody withdrew, by fingerprint, the newest of a finding first."""
    found = [
        Waiver(
            each.subject,
            each.by,
            each.at,
            each.why,
            each.expires,
            each.code,
            each.source,
            each.words,
            each.path,
        )
        for each in in_force(decisions)
        if each.action is Action.SET_ASIDE
    ]
    newest_first = sorted(found, key=lambda each: (each.at, each.path), reverse=True)
    return tuple(sorted(newest_first, key=lambda each: each.fingerprint))


def waivers_on(decisions: Iterable[Decision], day: str) -> dict[str, Waiver]:
    """The waivers in force on a day, by fingerprint; of several for one finding, the newest."""
    found: dict[str, Waiver] = {}
    for each in waivers(decisions):
        if each.holds_on(day):
            found.setdefault(each.fingerprint, each)
    return found
