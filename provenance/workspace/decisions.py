"""Decisions on disk: one file each in `claims/decisions/<subject>/`, written once."""

from __future__ import annotations

import re
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path, PurePosixPath

from provenance.errors import Place, Problem, ProvenanceError
from provenance.model.decisions import Action, Decision
from provenance.workspace.edits import write
from provenance.workspace.fields import Fields
from provenance.workspace.paths import CLAIMS, content_of, inside, listing, misnamed
from provenance.workspace.quoting import scalar_text
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


def read_decision(content: bytes, path: str) -> Decision:
    """The decision that a file holds. Raises all that is wrong with it."""
    root = parse(decoded(content, path), path)
    problems = list(check(root, "decision"))
    fields = Fields(root, problems)
    at = fields.text("at")
    if not problems and not _is_moment(at):
        fields.wrong("bad-text", fields.place("at"), "“at” names no moment of any day")
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
        on=_hashes(root),
        withdraws=fields.text("withdraws"),
        path=path,
    )


def write_decision(root: Path, decision: Decision) -> str:
    """Write a decision to a file of its own; its path from the workspace on.

    No file is ever written over. Raises `ProvenanceError` where nothing can be written.
    """
    text = _text(decision)
    folder = f"{FOLDER}/{_folder_of(decision.subject)}"
    moment = decision.at.replace("-", "").replace(":", "")
    initials = _NOT_IN_A_NAME.sub("", decision.by)[:_MOST_INITIALS] or "unnamed"
    for attempt in count():
        # The same person may decide the same, take it back and decide it again within a second.
        digest = sha256(f"{text}{attempt or ''}".encode()).hexdigest()[:8]
        path = f"{folder}/{moment}-{initials}-{digest}{_ENDING}"
        if not inside(root, path).exists():
            break
    read_decision(text.encode("utf-8"), path)
    write(root, path, text.encode("utf-8"))
    return path


def _folder_of(subject: str) -> str:
    """The subject itself where it can name a folder; else a name made of its hash."""
    is_plain = PurePosixPath(subject).name == subject and subject.isprintable()
    if is_plain and not subject.startswith(".") and "\\" not in subject and ":" not in subject:
        return subject
    return sha256(subject.encode()).hexdigest()[:16]


def _text(decision: Decision) -> str:
    said = {
        "subject": decision.subject,
        "decision": decision.action.value,
        "by": decision.by,
        "at": decision.at,
        "source": decision.source,
        "words": decision.words,
        "says": decision.says,
        "reason": decision.why,
        "withdraws": decision.withdraws,
    }
    try:
        lines = [f"{key}: {scalar_text(value)}" for key, value in said.items() if value]
    except ValueError:
        place = Place(f"{FOLDER}/{_folder_of(decision.subject)}")
        message = "a decision holds half a character, which no file can"
        raise ProvenanceError(Problem("edit-refused", message, place)) from None
    if decision.members:
        lines += ["members:", *(f"  - {scalar_text(member)}" for member in decision.members)]
    if decision.on:
        lines += ["on:", *(f"  {scalar_text(path)}: {digest}" for path, digest in decision.on)]
    return "\n".join(lines) + "\n"


def _is_moment(text: str) -> bool:
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return False
    return True


def _hashes(root: Mapping) -> tuple[tuple[str, str], ...]:
    found = root.get("on")
    if not isinstance(found, Mapping):
        return ()
    pairs = ((entry.key.text, entry.value) for entry in found.entries)
    return tuple((path, value.text) for path, value in pairs if isinstance(value, Scalar))
