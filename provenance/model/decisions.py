"""What a person decided, once: confirmed or rejected, and what a later decision withdrew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Action(Enum):
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    RESOLVED = "resolved"
    SIGNED_OFF = "signed-off"
    WITHDRAWN = "withdrawn"
    """Takes back one earlier decision, which stays on file."""


@dataclass(frozen=True, slots=True)
class Decision:
    subject: str
    """A claim's id, a family, a finding's fingerprint, or a draft."""
    action: Action
    by: str
    """Initials or name of the person."""
    at: str
    """In UTC, such as `2024-03-01T09:30:00Z`."""
    source: str = ""
    """The source a statement was decided on for; "" where none was."""
    words: str = ""
    """The source's own words; "" where its silence was decided on."""
    says: str = ""
    """The value as it would stand in a claim's file."""
    members: tuple[str, ...] = ()
    """The sources that are, or are not, one family; () where it is about no family."""
    why: str = ""
    on: tuple[tuple[str, str], ...] = ()
    """Paths of the files decided on, each with its SHA-256 as the decision left it."""
    withdraws: str = ""
    """The path of the decision that is taken back."""
    path: str = ""
    """Its own file, from the workspace on; "" before it is written."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """What a person does not want proposed again for one source on one claim."""

    statements: frozenset[tuple[str, str]] = frozenset()
    """Words and value."""
    silence: bool = False
    """Whether a person holds that the source is not silent."""


NOTHING_REJECTED = Rejected()


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that none of the others takes back, without those that only take back."""
    every = tuple(decisions)
    withdrawn = {each.withdraws for each in every if each.action is Action.WITHDRAWN}
    return tuple(
        each for each in every if each.path not in withdrawn and each.action is not Action.WITHDRAWN
    )


def rejected(decisions: Iterable[Decision]) -> dict[tuple[str, str], Rejected]:
    """By claim and source, what is not to be proposed again. `decisions` are those in force."""
    found: dict[tuple[str, str], Rejected] = {}
    for each in decisions:
        if each.action is not Action.REJECTED or not each.source:
            continue
        key = (each.subject, each.source)
        before = found.get(key, NOTHING_REJECTED)
        if each.words:
            statements = before.statements | {(each.words, each.says)}
            found[key] = Rejected(statements, before.silence)
        else:
            found[key] = Rejected(before.statements, silence=True)
    return found
