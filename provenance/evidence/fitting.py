"""How well words fit a question, by what it asks about; what they answer is not looked at."""

from __future__ import annotations

from provenance.alignment.tokens import words
from provenance.evidence.names import Aliases
from provenance.evidence.query import query_of
from provenance.evidence.stems import stem
from provenance.model.claims import Claim

FITS = 0.5
"""Share of what a question asks about that words have which are surely meant for it."""


def fit(claim: Claim, text: str, aliases: Aliases) -> float:
    """The share of the things a question asks about that a text names, by whatever form."""
    wanted = [concept for concept in query_of(claim, aliases).concepts if concept.is_asked]
    stems = [stem(word) for word in words(text).words]
    known = frozenset(stems)
    runs = " ".join(("", *stems, ""))
    found = sum(
        bool(concept.kin & known) or any(f" {' '.join(form)} " in runs for form in concept.forms)
        for concept in wanted
    )
    return found / len(wanted) if wanted else 0.0
