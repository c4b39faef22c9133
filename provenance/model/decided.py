"""Everything that people decided in a workspace, as one run found it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from provenance.model.decision_chain import Broken
from provenance.model.decisions import Decision, in_force
from provenance.model.findings import Finding
from provenance.model.reviews import Drifted, Review
from provenance.model.waivers import Waiver, waivers_on


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding that does not count, and the decision that says so."""

    finding: Finding
    waiver: Waiver


def without_set_aside(
    findings: Iterable[Finding], decisions: Iterable[Decision], day: str
) -> tuple[tuple[Finding, ...], tuple[SetAside, ...]]:
    """The findings that count on a day, and those that do not, each in the order given."""
    waivers = waivers_on(decisions, day)
    known = [(finding, waivers.get(finding.fingerprint)) for finding in findings]
    aside = tuple(SetAside(finding, waiver) for finding, waiver in known if waiver)
    return tuple(finding for finding, waiver in known if waiver is None), aside


@dataclass(frozen=True)
class Decided:
    """What was decided, and what became of it."""

    decisions: tuple[Decision, ...] = ()
    """By path, those that were taken back included; without those hidden from the reader."""
    signer: str = ""
    """Who would sign a decision of the reader's; "" where nobody said who reads."""
    is_signer_guessed: bool = False
    """Whether that name is the user's of the machine: nobody chose initials anywhere."""
    reviews: tuple[Review, ...] = ()
    """One a claim, in the order of the claims' file names."""
    hidden: int = 0
    """Decisions that the reader may see once she has made her own."""
    broken: tuple[Broken, ...] = ()
    """Decisions that are not what later ones had seen."""
    set_aside: tuple[SetAside, ...] = ()
    drifted: tuple[Drifted, ...] = ()
    """Words of drafts that changed, moved or vanished since claims that rest on them were signed;
    of claims that nobody signed, since the last signing of any."""
    copies_gone: tuple[str, ...] = ()
    """Drafts that changed, and whose copy of then is gone: only whether words still stand in them
    can be told."""

    def review(self, claim: str) -> Review:
        """The review of a claim by its id; one without any decision where none was made."""
        return self._by_claim.get(claim) or Review(claim)

    @cached_property
    def _by_claim(self) -> dict[str, Review]:
        return {each.claim: each for each in self.reviews}

    @property
    def in_force(self) -> tuple[Decision, ...]:
        """The decisions that nobody took back."""
        return in_force(self.decisions)

    @cached_property
    def are_reviews_told(self) -> bool:
        """Whether there is anything to say of reviews beside that nobody has made one."""
        return any(
            each.signatures or each.resolutions or each.comments or each.hidden
            for each in self.reviews
        )


NOTHING_DECIDED = Decided()
