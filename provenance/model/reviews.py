"""What people made of a claim: who signed it off, how its conflict was resolved, what changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from provenance.errors import Place
from provenance.model.decisions import Decision


class Signed(Enum):
    """How far a claim's review has come."""

    UNREVIEWED = "unreviewed"
    BY_ONE = "signed by one"
    BY_TWO = "signed by two"
    """Or by more: different persons, each time."""
    STALE = "stale"
    """Signed, but what was signed has changed since."""


class DriftKind(Enum):
    CHANGED = "changed"
    MOVED = "moved"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class Drifted:
    """Words of the draft that a claim rests on, and what became of them in a newer version."""

    claim: str
    draft: str
    """The draft's source id."""
    kind: DriftKind
    was: str
    now: str
    """The words that stand for them now; "" where none do."""
    place: Place
    """Where they stand now; the draft's file alone where they do not."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One decision on a claim, and why it no longer holds for what the claim has become."""

    decision: Decision
    stale: tuple[str, ...] = ()
    """Reasons, each a sentence's part; () while nothing has changed."""

    @property
    def is_fresh(self) -> bool:
        return not self.stale


@dataclass(frozen=True, slots=True)
class Review:
    """All that people decided on one claim as a whole, and what it comes to."""

    claim: str
    status: Signed = Signed.UNREVIEWED
    wanted: int = 1
    """How many persons are asked to sign."""
    signatures: tuple[Reviewed, ...] = ()
    """The newest of each person, oldest first."""
    resolutions: tuple[Reviewed, ...] = ()
    """The newest of each person, oldest first; of one person who worked on two branches, both."""
    comments: tuple[Decision, ...] = ()
    hidden: int = 0
    """Decisions that are not shown until the reader has made hers."""

    @property
    def persons(self) -> int:
        """How many have signed what the claim says now."""
        return len({each.decision.person for each in self.signatures if each.is_fresh})

    @property
    def is_done(self) -> bool:
        """Whether as many have signed as were asked, and no two resolve it differently."""
        return self.persons >= self.wanted and not self.is_contested

    @property
    def is_contested(self) -> bool:
        """Whether resolutions in force choose different answers. One that is stale contests none
        that is not."""
        return len({_folded(each.decision.says) for each in self._weighty}) > 1

    @property
    def _weighty(self) -> tuple[Reviewed, ...]:
        return tuple(each for each in self.resolutions if each.is_fresh) or self.resolutions

    @property
    def settling(self) -> tuple[Decision, ...]:
        """The resolutions that hold for what the claim says now and choose one answer, oldest
        first; () where there is none, or they differ."""
        fresh = tuple(each.decision for each in self.resolutions if each.is_fresh)
        return () if self.is_contested else fresh

    @property
    def verdict(self) -> str:
        """The reviewers' verdict: the chosen answer first, `contested` where they differ; "" for
        none."""
        if self.is_contested:
            return "contested"
        if self.resolutions:
            return self._weighty[-1].decision.verdict or "resolved"
        given = {each.decision.verdict for each in self.signatures if each.decision.verdict}
        return "contested" if len(given) > 1 else next(iter(given), "")

    @property
    def answer(self) -> str:
        """The answer that was chosen; "" where none was, or different ones were."""
        if not self.resolutions or self.is_contested:
            return ""
        return self._weighty[-1].decision.says

    @property
    def why_stale(self) -> tuple[str, ...]:
        """All reasons why signatures are stale, each once, in order."""
        return tuple(dict.fromkeys(why for each in self.signatures for why in each.stale))


def _folded(says: str) -> str:
    return " ".join(says.casefold().split())
