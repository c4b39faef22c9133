"""What was laid out and judged last in this session, done again only where it hangs on a change.

A decision changes one claim, and a person at the board decides many times a day. What is kept here
was made from equal values by functions that look at nothing else: a check comes to the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from provenance.alignment.locate import Locator
from provenance.comparison.grounds import Grounds
from provenance.comparison.judge import judge
from provenance.comparison.trails import trace
from provenance.model.claims import Claim
from provenance.model.origins import Trail
from provenance.model.verdicts import Cell, Row

Made = TypeVar("Made")


class Last(Generic[Made]):
    """The value that was made last, as long as it is to be made from the same."""

    def __init__(self) -> None:
        self._known: tuple[object, Made] | None = None

    def of(self, made_from: object, make: Callable[[], Made]) -> Made:
        """What is made from a value: the one from before where that was made from an equal one."""
        # Read once: another thread may put something else there.
        known = self._known
        if known is not None and known[0] == made_from:
            return known[1]
        made = make()
        self._known = made_from, made
        return made


@dataclass(frozen=True)
class Standing:
    """Sources laid out to judge claims on, and what claims came to on them."""

    grounds: Grounds
    locators: dict[str, Locator]
    """By source id, over the texts that were read."""
    _rows: dict[str, tuple[Claim, tuple[Cell, ...], Row]] = field(default_factory=dict)
    _trails: dict[str, tuple[Row, Trail]] = field(default_factory=dict)

    def row(self, claim: Claim, cells: tuple[Cell, ...]) -> Row:
        """A claim, judged on its cells."""
        known = self._rows.get(claim.id)
        if known is not None and known[:2] == (claim, cells):
            return known[2]
        grounds = self.grounds
        row = judge(claim, cells, grounds.sources, grounds.documents, grounds)
        self._rows[claim.id] = claim, cells, row
        return row

    def trail(self, row: Row) -> Trail:
        """What a judged claim rests on."""
        known = self._trails.get(row.claim.id)
        if known is not None and known[0] == row:
            return known[1]
        trail = trace(row, self.grounds)
        self._trails[row.claim.id] = row, trail
        return trail
