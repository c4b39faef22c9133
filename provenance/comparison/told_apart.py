"""What sets two statements of one source apart although their values differ.

An author seldom contradicts himself within a page. Where his own words say that he speaks of two
moments, or of two people's positions, a clash of the values is none.
"""

from __future__ import annotations

import re

from provenance.model.claims import Claim, ClaimType
from provenance.model.names import fold_name, fold_text, may_be_one_bearer
from provenance.model.verdicts import PlacedStatement

_SCOPES = frozenset(
    re.findall(
        r"\w+",
        """
        officially official formally formal unofficially informally informal secretly publicly
        privately finally provisionally initially originally preliminary partly fully orally
        """,
    )
)
"""Words that set one moment of a matter apart from another: told, and officially told."""
_NOT_UNTIL = re.compile(r"\b(?:not until|only (?:on|in|later|then)|erst am)\b", re.IGNORECASE)
_HOLDER = re.compile(
    r"\A\W*(?:(?:that|and|but|while|although)\s+)?(?P<who>(?:[Tt]he\s+)?[A-Z][\w.’'-]*"
    r"(?:\s+[A-Z][\w.’'-]*){0,4})\s+(?:cannot|could|can|would|will|shall|should|must|may|might|is|"
    r"are|was|were|has|had|does|did|refuse[sd]?|accept(?:s|ed)?|agree[sd]?|insist(?:s|ed)?|"
    r"promise[sd]?|oppose[sd]?|reject(?:s|ed)?|want(?:s|ed)?|expect(?:s|ed)?|hope[sd]?)\b"
)


def told_apart(claim: Claim, a: PlacedStatement, b: PlacedStatement) -> str:
    """Why two statements of one source and layer may both hold, as a clause; "" for no reason."""
    if a.statement.source != b.statement.source or a.layer != b.layer:
        return ""
    if claim.type is ClaimType.DATE:
        return _two_moments(a, b)
    if claim.type is ClaimType.YES_NO:
        return _two_holders(a, b)
    return ""


def _two_moments(a: PlacedStatement, b: PlacedStatement) -> str:
    one, other = (_SCOPES & set(fold_text(each.words).split()) for each in (a, b))
    if one ^ other:
        word = min(one ^ other)
        return f"the source tells of two moments, and of one with “{word}”"
    for each in (a, b):
        if match := _NOT_UNTIL.search(each.words):
            return f"the source tells of two moments, of one with “{match.group()}”"
    return ""


def _two_holders(a: PlacedStatement, b: PlacedStatement) -> str:
    one, other = _holder(a), _holder(b)
    keys = (fold_name(one), fold_name(other))
    if not all(keys) or may_be_one_bearer(*keys):
        return ""
    # A speaker as *Soong, reported by Harriman* still is Soong.
    if set(keys[0].split()) & set(keys[1].split()):
        return ""
    return f"one is what {one} holds, the other what {other} does"


def _holder(placed: PlacedStatement) -> str:
    """Whose position the words give: whom they name as holding it, else who speaks."""
    match = _HOLDER.match(placed.words)
    return match["who"] if match else placed.statement.speaker
