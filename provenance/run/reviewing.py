"""What a person decides on a claim as a whole, or on a finding, recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from provenance.comparison.reviewing import claim_state
from provenance.errors import ProvenanceError, problem_error, quoted
from provenance.evidence.values import BadValue, read_value
from provenance.model.claims import Claim
from provenance.model.decisions import Action, Decision, Hashes
from provenance.model.findings import Finding
from provenance.model.sources import Role
from provenance.run.deciding import Act, Signed, claim_of, recorded
from provenance.run.sources import read_source
from provenance.workspace.draft_copies import keep_copy
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.hashes import sha256_of

RESOLVED = "resolved"
"""The reviewer's verdict on a claim whose conflict was resolved."""


def sign_off(root: Path, claim: str, verdict: str, signed: Signed, why: str = "") -> Act:
    """Record that a person has reviewed a claim as it stands, and to which verdict she came.

    It rests on the claim, its quotations, the bytes of its sources and the draft's words; when
    one of them changes it is stale. Raises `ProvenanceError`.
    """
    workspace = open_workspace(root)
    decision = Decision(claim, Action.SIGNED_OFF, "", "", verdict=verdict, why=why.strip())
    return _on_claim(workspace, decision, signed)


def resolve(
    root: Path, claim: str, answer: str, why: str, signed: Signed, weighed: Sequence[str] = ()
) -> Act:
    """Record which answer a person holds right where sources conflict, why, and on what evidence.

    What the sources say stays as it is, the losing values with it. Raises `ProvenanceError`, also
    where there is no reason, or the answer cannot be read as one to this claim.
    """
    workspace = open_workspace(root)
    known = claim_of(workspace, claim)
    try:
        read_value(known.type, answer.strip(), workspace.settings.aliases)
    except BadValue as error:
        raise problem_error("bad-value", error.message, hint=error.hint) from None
    decision = Decision(
        claim,
        Action.RESOLVED,
        "",
        "",
        says=answer.strip(),
        why=_reason(why),
        verdict=RESOLVED,
        weighed=tuple(weighed),
    )
    return _on_claim(workspace, decision, signed)


def comment(root: Path, claim: str, words: str, signed: Signed) -> Act:
    """Record a remark on a claim, which changes nothing else. Raises `ProvenanceError`."""
    workspace = open_workspace(root)
    claim_of(workspace, claim)
    decision = Decision(claim, Action.COMMENTED, "", "", why=_reason(words))
    return Act(recorded(workspace, decision, signed))


def set_aside(root: Path, finding: Finding, why: str, signed: Signed, expires: str = "") -> Act:
    """Record that a finding is not to count, why, and until which day, such as `2024-12-31`.

    The decision follows the finding's fingerprint, so its words and not its line. Raises
    `ProvenanceError` where there is no reason, or the day is none or is past.
    """
    workspace = open_workspace(root)
    _refuse_day(expires, signed)
    decision = Decision(
        finding.fingerprint,
        Action.SET_ASIDE,
        "",
        "",
        source=finding.place.path,
        words=finding.message,
        why=_reason(why),
        code=finding.code,
        expires=expires,
    )
    return Act(recorded(workspace, decision, signed))


def _on_claim(workspace: Workspace, decision: Decision, signed: Signed) -> Act:
    claim = claim_of(workspace, decision.subject)
    drafts = _kept_drafts(workspace)
    kept = {path for path, _ in drafts}
    paths = {claim.place.path, *(p for p in _paths(workspace, claim) if p not in kept)}
    whole = replace(
        decision,
        on=tuple((path, sha256_of(workspace.root, path)) for path in sorted(paths)),
        claim=claim_state(claim),
        drafts=drafts,
    )
    return Act(recorded(workspace, whole, signed))


def _paths(workspace: Workspace, claim: Claim) -> list[str]:
    """The files of the sources that a claim quotes, or that a person found silent on it."""
    wanted = {*claim.silent, *(each.source for each in claim.statements)}
    return [s.path for s in workspace.sources if s.id in wanted and not s.unusable]


def _kept_drafts(workspace: Workspace) -> Hashes:
    """The drafts as they are now, each kept, so that a newer version can be compared with it."""
    kept: list[tuple[str, str]] = []
    for source in workspace.sources:
        if source.role is Role.DRAFT:
            document = read_source(workspace.root, source)[0].document
            if document is not None:
                kept.append((source.path, keep_copy(workspace.root, document.text)))
    return tuple(sorted(kept))


def _reason(why: str) -> str:
    if not why.strip():
        raise _refused("a reason is needed", "say in a sentence why")
    return why.strip()


def _refuse_day(expires: str, signed: Signed) -> None:
    if not expires:
        return
    try:
        day = date.fromisoformat(expires).isoformat()
    except ValueError:
        raise _refused(f"{quoted(expires)} is no day", "such as 2024-12-31") from None
    if day != expires or day < signed.at[:10]:
        raise _refused(f"{quoted(expires)} is past", "choose a day to come")


def _refused(message: str, hint: str) -> ProvenanceError:
    return problem_error("bad-value", message, hint=hint)
