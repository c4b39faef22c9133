"""Decisions on disk: one file each in `claims/decisions/<subject>/`, written once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from itertools import count
from pathlib import Path, PurePosixPath

from provenance.errors import Place, Problem, ProvenanceError
from provenance.model.decision_chain import seen_now
from provenance.model.decisions import Action, Decision, Hashes
from provenance.workspace.decision_text import hash_of, name_digest, text_of
from provenance.workspace.edits import write
from provenance.workspace.fields import Fields
from provenance.workspace.merging import keep_both_sides
from provenance.workspace.paths import CLAIMS, content_of, inside, listing, misnamed
from provenance.workspace.schema import check
from provenance.workspace.yaml_nodes import Mapping, Scalar, decoded, parse

FOLDER = f"{CLAIMS}/decisions"
_ENDING = ".yaml"
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")
_MOST_INITIALS = 12


def read_decisions(root: Path) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """Every decision in the order of their paths, and what is wrong with those left out."""
    try:
        inside(root, CLAIMS)
    except ProvenanceError:
        # The claims lead out of the workspace, which is said where they are read.
        return (), ()
    names, problems = listing(root, FOLDER, deep=True)
    decisions: list[Decision] = []
    for name in names:
        if not name.endswith(_ENDING):
            problems += misnamed(name, _ENDING)
            continue
        try:
            decisions.append(read_decision(content_of(root, name), name))
        except ProvenanceError as error:
            problems += error.problems
    return tuple(decisions), tuple(problems)


# No decision is ever changed, and all are read again after each.
@lru_cache(maxsize=16_384)
def read_decision(content: bytes, path: str) -> Decision:
    """The decision that a file holds. Raises all that is wrong with it."""
    root = parse(decoded(content, path), path)
    problems = list(check(root, "decision"))
    fields = Fields(root, problems)
    at = fields.text("at")
    if not problems and not _is_moment(at):
        fields.wrong("bad-text", fields.place("at"), "“at” names no moment of any day")
    expires = fields.text("expires")
    if not problems and expires and not _is_day(expires):
        fields.wrong("bad-text", fields.place("expires"), "“expires” names no day")
    action = fields.choice("decision", Action)
    if problems or action is None:
        raise ProvenanceError(*sorted(problems, key=lambda p: (p.place or root.place, p.slug)))
    return Decision(
        subject=fields.text("subject"),
        action=action,
        by=fields.text("by").strip(),
        at=at,
        source=fields.text("source"),
        words=fields.text("words"),
        says=fields.text("says"),
        members=fields.texts("members"),
        why=fields.text("reason").strip(),
        on=_hashes(root, "on"),
        verdict=fields.text("verdict"),
        weighed=fields.texts("weighed"),
        claim=_hashes(root, "claim"),
        drafts=_hashes(root, "drafts"),
        code=fields.text("code"),
        expires=fields.text("expires"),
        blind=fields.text("blind") in ("yes", "true"),
        seen=_hashes(root, "seen"),
        withdraws=fields.text("withdraws"),
        path=path,
        sha256=hash_of(content),
    )


def hashes_on_disk(root: Path) -> dict[str, str]:
    """The hash of every file of a decision, by path, also of those that cannot be read as one."""
    names = [name for name in listing(root, FOLDER, deep=True)[0] if name.endswith(_ENDING)]
    return {name: hash_of(content_of(root, name)) for name in names}


def write_decision(root: Path, decision: Decision) -> str:
    """Write a decision to a file of its own; its path from the workspace on.

    Where it does not say which decisions it had seen, those count that are on disk now. No file
    is ever written over. Raises `ProvenanceError` where nothing can be written.
    """
    if not decision.seen:
        decision = replace(decision, seen=seen_now(read_decisions(root)[0]))
    text = _text(decision)
    folder = f"{FOLDER}/{_folder_of(decision.subject)}"
    moment = decision.at.replace("-", "").replace(":", "")
    initials = _NOT_IN_A_NAME.sub("", decision.by)[:_MOST_INITIALS] or "unnamed"
    for attempt in count():
        # The same person may decide the same, take it back and decide it again within a second.
        digest = name_digest(text, attempt)
        path = f"{folder}/{moment}-{initials}-{digest}{_ENDING}"
        if not inside(root, path).exists():
            break
    read_decision(text.encode("utf-8"), path)
    keep_both_sides(root)
    write(root, path, text.encode("utf-8"))
    return path


def _folder_of(subject: str) -> str:
    """The subject itself where it can name a folder; else a name made of its hash."""
    is_plain = PurePosixPath(subject).name == subject and subject.isprintable()
    if is_plain and not subject.startswith(".") and "\\" not in subject and ":" not in subject:
        return subject
    return sha256(subject.encode()).hexdigest()[:16]


def _text(decision: Decision) -> str:
    try:
        return text_of(decision)
    except ValueError:
        place = Place(f"{FOLDER}/{_folder_of(decision.subject)}")
        message = "a decision holds half a character, which no file can"
        raise ProvenanceError(Problem("edit-refused", message, place)) from None


def _is_moment(text: str) -> bool:
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return False
    return True


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _hashes(root: Mapping, key: str) -> Hashes:
    found = root.get(key)
    if not isinstance(found, Mapping):
        return ()
    pairs = ((entry.key.text, entry.value) for entry in found.entries)
    return tuple((path, value.text) for path, value in pairs if isinstance(value, Scalar))
