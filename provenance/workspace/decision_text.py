"""A decision as the text of its file, and the hash that others know that file by."""

from __future__ import annotations

from hashlib import sha256

from provenance.model.decisions import Decision, Hashes
from provenance.workspace.quoting import scalar_text


def text_of(decision: Decision) -> str:
    """The file's text; what is not said is left out. ValueError for half a surrogate pair."""
    said = {
        "subject": decision.subject,
        "decision": decision.action.value,
        "by": decision.by,
        "at": decision.at,
        "source": decision.source,
        "words": decision.words,
        "says": decision.says,
        "verdict": decision.verdict,
        "code": decision.code,
        "expires": decision.expires,
        "reason": decision.why,
        "blind": "yes" if decision.blind else "",
        "withdraws": decision.withdraws,
    }
    lines = [f"{key}: {scalar_text(value)}" for key, value in said.items() if value]
    if decision.members:
        lines += ["members:", *(f"  - {scalar_text(member)}" for member in decision.members)]
    if decision.weighed:
        lines += ["weighed:", *(f"  - {scalar_text(piece)}" for piece in decision.weighed)]
    for key, hashes in _hashed(decision).items():
        if hashes:
            lines += [f"{key}:", *(f"  {scalar_text(name)}: {digest}" for name, digest in hashes)]
    return "\n".join(lines) + "\n"


def _hashed(decision: Decision) -> dict[str, Hashes]:
    return {
        "on": decision.on,
        "claim": decision.claim,
        "drafts": decision.drafts,
        "seen": decision.seen,
    }


def hash_of(content: bytes) -> str:
    """The SHA-256 of a decision's file. Line ends do not count: git may rewrite them."""
    return sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def name_digest(text: str, attempt: int = 0) -> str:
    """What a decision's file carries at the end of its name, made of its text.

    `attempt` tells apart files that would otherwise have one name.
    """
    return sha256(f"{text}{attempt or ''}".encode()).hexdigest()[:8]
