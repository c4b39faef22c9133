"""What a person decided, once: confirmed or rejected, and what a later decision withdrew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum


class Action(Enum):
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    RESOLVED = "resolved"
    """A conflict: which answer a person holds right, and on what evidence."""
    SIGNED_OFF = "signed-off"
    COMMENTED = "commented"
    SET_ASIDE = "set-aside"
    """A finding that is not to count until a day."""
    WITHDRAWN = "withdrawn"
    """Takes back one earlier decision, which stays on file."""


Hashes = tuple[tuple[str, str], ...]
"""What was hashed, each with its SHA-256 in lower-case hexadecimal, in order of the first."""


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
    """The source a statement was decided on for; "" where none was. Of a finding set aside, its
    file."""
    words: str = ""
    """The source's own words; "" where its silence was decided on. Of a finding set aside, what
    it said."""
    says: str = ""
    """The value as it would stand in a claim's file; of a resolution, the answer chosen."""
    members: tuple[str, ...] = ()
    """The sources that are, or are not, one family; () where it is about no family."""
    why: str = ""
    on: Hashes = ()
    """Paths of the files decided on, as the decision left them."""
    verdict: str = ""
    """The reviewer's verdict on a claim, beside the computed one."""
    weighed: tuple[str, ...] = ()
    """The evidence weighed, each piece in words, the losing ones with the others."""
    claim: Hashes = ()
    """What the claim said: its question, and each source's words and how they are read."""
    drafts: Hashes = ()
    """Paths of the drafts there were, each with the hash of its canonical text."""
    code: str = ""
    """Of a finding set aside."""
    expires: str = ""
    """The last day on which a finding is set aside, such as `2024-12-31`; "" for ever."""
    blind: bool = False
    """Whether what others had decided was hidden from the person."""
    seen: Hashes = ()
    """Paths of the newest decisions there were, from which all earlier ones are reached."""
    withdraws: str = ""
    """The path of the decision that is taken back."""
    path: str = ""
    """Its own file, from the workspace on; "" before it is written."""
    sha256: str = field(default="", compare=False)
    """Of its own file, line ends as `\\n`; "" before it is read."""

    @property
    def person(self) -> str:
        """Who decided, however the initials are written: `A.B.` and `ab` are one person."""
        return "".join(char for char in self.by.casefold() if char.isalnum()) or self.by


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
