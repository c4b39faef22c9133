"""How two statements on one claim stand to one another, and why.

A clash of values is a conflict only between sources that speak in their own voice, assert or deny,
and speak of the same matter and time. Whatever else clashes may be none, and the reason is named:
a false conflict costs more trust than a missed one.
"""

from __future__ import annotations

from collections.abc import Mapping

from provenance.comparison.fits import fit
from provenance.comparison.outcomes import Fit
from provenance.comparison.told_apart import told_apart
from provenance.comparison.voices import doubts, unlike_layers
from provenance.comparison.wording import said, sentence
from provenance.model.claims import Claim, Statement
from provenance.model.names import fold_text
from provenance.model.sources import Source
from provenance.model.verdicts import PlacedStatement, Relation

_RELATIONS = {
    Fit.AGREE: Relation.AGREE,
    Fit.COMPATIBLE: Relation.COMPATIBLE,
    Fit.UNDETERMINED: Relation.UNDETERMINED,
}


def relate(
    claim: Claim, a: PlacedStatement, b: PlacedStatement, sources: Mapping[str, Source]
) -> tuple[Relation, str]:
    """The relation of two placed statements, and its reason in one sentence.

    The relation is the same whichever comes first. ValueError for a statement that is lost: words
    that cannot be shown are compared with nothing.
    """
    if a.span is None or b.span is None:
        raise ValueError("a lost statement is compared with nothing")
    one, other = a.statement, b.statement
    if fold_text(one.about) != fold_text(other.about):
        return Relation.COMPATIBLE, sentence(_different_matters(one, other))
    outcome = fit(claim, one, other)
    if outcome.fit is not Fit.CLASH:
        unlike = unlike_layers(a, b) if outcome.fit is Fit.AGREE else ""
        return _RELATIONS[outcome.fit], sentence(outcome.why, unlike)
    apart = told_apart(claim, a, b)
    if apart:
        return Relation.COMPATIBLE, sentence(f"{outcome.why}, but {apart}")
    softened = doubts(claim, a, b, sources[one.source], sources[other.source])
    if outcome.doubt:
        softened = (*softened, outcome.doubt)
    if not softened:
        return Relation.CONFLICT, sentence(outcome.why)
    return Relation.POSSIBLE_CONFLICT, sentence(f"{outcome.why}: {'; '.join(softened)}")


def _different_matters(a: Statement, b: Statement) -> str:
    shown = [
        said(each.value, each.holds) + (f" ({each.about})" if each.about else "") for each in (a, b)
    ]
    return f"different matters: {shown[0]}, and {shown[1]}"
