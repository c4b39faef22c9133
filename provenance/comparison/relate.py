"""How two statements on one claim stand to one another, and why."""

from __future__ import annotations

from collections.abc import Mapping

from provenance.model.claims import Claim
from provenance.model.sources import Source
from provenance.model.verdicts import PlacedStatement, Relation


def relate(
    claim: Claim, a: PlacedStatement, b: PlacedStatement, sources: Mapping[str, Source]
) -> tuple[Relation, str]:
    """The relation of two placed statements, and its reason in one sentence."""
    raise NotImplementedError
