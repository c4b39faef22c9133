"""What a person decides on a proposal, recorded: in the claim's file, and as a decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from provenance.comparison.reviewing import works_blind
from provenance.errors import Place, ProvenanceError, inert, problem_error, quoted
from provenance.model.claims import Claim, Holds, Statement
from provenance.model.decision_chain import seen_now
from provenance.model.decisions import Action, Decision, in_force
from provenance.model.documents import Document
from provenance.model.sources import Source
from provenance.model.verdicts import PlacedStatement
from provenance.run.quoting import told_apart
from provenance.workspace.claims import read_claim
from provenance.workspace.decisions import write_decision
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.hashes import sha256_of
from provenance.workspace.one_step import in_one_step
from provenance.workspace.quoting import Item
from provenance.workspace.settings import Settings
from provenance.workspace.splices import append_item


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides, and when. The clock and the name come from the edge of the program."""

    by: str
    at: str
    """In UTC, such as `2024-03-01T09:30:00Z`."""
    chosen: bool = False
    """Whether the person gave the name herself, so that it outranks the settings' initials."""
    blind: bool = False
    """Whether what others had decided was hidden from her."""


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, and what it takes to undo it."""

    decision: Decision
    """As written, its path with it."""
    before: str | None = None
    """The claim's file as it was, where it was changed."""
    after: str | None = None
    claim_path: str = ""
    withdrawn: Decision | None = None
    """Of an act that took a decision back: that decision."""


def pinned(placed: PlacedStatement, document: Document) -> Statement:
    """A proposal's statement, its quotation told apart from the same words elsewhere."""
    statement = placed.statement
    if placed.span is None or statement.prefix or statement.suffix:
        return statement
    markers = (marker.span for marker in document.markers)
    prefix, suffix = told_apart(document.text, placed.span, markers)
    return replace(statement, prefix=prefix, suffix=suffix)


def confirm(root: Path, claim: str, statement: Statement, signed: Signed, why: str = "") -> Act:
    """Append a statement to its claim's file, and record that a person confirmed it.

    Nothing else in the file changes, and it is read as the next run will read it before it is
    written. `why` is what the person changed of a proposal. Raises `ProvenanceError`.
    """
    workspace = open_workspace(root)
    known, source = claim_of(workspace, claim), source_of(workspace, statement.source)
    if any((s.source, s.quote) == (source.id, statement.quote) for s in known.statements):
        raise _decided(known, f"{quoted(source.id)} says this already")
    return _appended(
        workspace,
        known,
        source,
        ("statements", item_of(statement)),
        replace(decision_on(known, source, Action.CONFIRMED, statement), why=why),
        signed,
    )


def confirm_silence(root: Path, claim: str, source: str, signed: Signed, why: str = "") -> Act:
    """List a source as silent on a claim, and record it. `why` tells what that rests on: whether
    the source was opened. Raises `ProvenanceError`."""
    workspace = open_workspace(root)
    known, found = claim_of(workspace, claim), source_of(workspace, source)
    if found.id in known.silent:
        raise _decided(known, f"{quoted(found.id)} is listed as silent already")
    decision = replace(decision_on(known, found, Action.CONFIRMED), why=why)
    return _appended(workspace, known, found, ("silent", found.id), decision, signed)


def reject(
    root: Path, claim: str, source: str, signed: Signed, statement: Statement | None = None
) -> Act:
    """Record that a statement is not to be proposed again; without one, the source's silence.

    The claim's file stays as it is. Raises `ProvenanceError`.
    """
    workspace = open_workspace(root)
    known, found = claim_of(workspace, claim), source_of(workspace, source)
    decision = decision_on(known, found, Action.REJECTED, statement)
    if any(_same(decision, other) for other in in_force(workspace.decisions)):
        raise _decided(known, f"this was rejected for {quoted(found.id)} already")
    return Act(recorded_on(workspace, known, found, decision, signed))


def _appended(
    workspace: Workspace,
    claim: Claim,
    source: Source,
    new: tuple[str, Item],
    decision: Decision,
    signed: Signed,
) -> Act:
    path = claim.place.path
    seen: list[str] = []

    def edit(text: str) -> str:
        after = append_item(text, (new[0],), new[1], path)
        _verify(workspace, claim, after, new)
        seen[:] = [text, after]
        return after

    with in_one_step(workspace.root) as step:
        step.rewrite(path, edit)
        recorded = recorded_on(workspace, claim, source, decision, signed)
    return Act(recorded, seen[0], seen[1], path)


def _verify(workspace: Workspace, claim: Claim, text: str, new: tuple[str, Item]) -> None:
    """Read what is to be written, as the next run will; raises where it would be a problem."""
    path, content = claim.place.path, text.encode("utf-8")
    made = read_claim(content, path, claim.id, workspace.settings)
    if isinstance(new[1], str):
        right = new[1] in made.silent
    else:
        right = bool(made.statements) and item_of(made.statements[-1]) == new[1]
    if not right:
        raise problem_error(
            "edit-refused",
            "the file was left as it is: what was decided would be read as something else",
            place=Place(path),
            hint="write it by hand",
        )


def item_of(statement: Statement) -> dict[str, str | list[str]]:
    """A statement as a claim's file lists it; what says nothing is left out."""
    item: dict[str, str | list[str]] = {
        "source": statement.source,
        "quote": statement.quote,
        "says": statement.says.strip(),
    }
    if statement.holds is not Holds.ASSERTED:
        item["holds"] = statement.holds.value
    beside = {
        "layer": statement.layer.strip(),
        "speaker": statement.speaker.strip(),
        "prefix": statement.prefix,
        "suffix": statement.suffix,
    }
    item |= {key: value for key, value in beside.items() if value}
    if statement.notes:
        item["notes"] = list(statement.notes)
    if statement.about.strip():
        item["about"] = statement.about.strip()
    if statement.as_of is not None:
        item["as-of"] = statement.as_of.edtf
    return item


def place_in(claim: Claim, statement: Statement) -> int | None:
    """The number of a statement in its claim's file, from 0; None where it is not there, or
    twice."""
    item = item_of(statement)
    found = [number for number, each in enumerate(claim.statements) if item_of(each) == item]
    return found[0] if len(found) == 1 else None


def decision_on(
    claim: Claim, source: Source, action: Action, statement: Statement | None = None
) -> Decision:
    """What is to be recorded of a claim, still without who, when, and the files' hashes."""
    return Decision(
        subject=claim.id,
        action=action,
        by="",
        at="",
        source=source.id,
        words=statement.quote if statement else "",
        says=statement.says.strip() if statement else "",
    )


def recorded_on(
    workspace: Workspace, claim: Claim, source: Source, decision: Decision, signed: Signed
) -> Decision:
    """A decision on a claim and a source, with the hashes of both, written."""
    paths = sorted({claim.place.path, source.path})
    hashes = tuple((path, sha256_of(workspace.root, path)) for path in paths)
    return recorded(workspace, replace(decision, on=hashes), signed)


def recorded(workspace: Workspace, decision: Decision, signed: Signed) -> Decision:
    """A decision signed, dated, chained to those before it, and written."""
    whole = replace(
        decision,
        by=signer(workspace.settings, signed),
        at=signed.at,
        seen=seen_now(workspace.decisions),
    )
    is_hidden = signed.blind or workspace.settings.blind
    whole = replace(whole, blind=is_hidden and works_blind(whole, workspace.decisions))
    return replace(whole, path=write_decision(workspace.root, whole))


def signer(settings: Settings, signed: Signed) -> str:
    """Who signs: the name a person chose, else the settings' initials, else whoever it is."""
    return signed.by if signed.chosen else settings.initials or signed.by


def _same(decision: Decision, other: Decision) -> bool:
    """Whether both decide the same about the same, whoever decided and when."""
    return all(
        getattr(decision, field) == getattr(other, field)
        for field in ("subject", "action", "source", "words", "says")
    )


def claim_of(workspace: Workspace, id: str) -> Claim:
    """The claim of a workspace with an id; raises where there is none, slug `decided-already`."""
    for claim in workspace.claims:
        if claim.id == id:
            return claim
    raise problem_error(
        "decided-already",
        f"there is no claim {quoted(id)} any more, or its file cannot be read",
        hint="check again",
    )


def source_of(workspace: Workspace, id: str) -> Source:
    """The source of a workspace with an id; raises where there is none, slug `decided-already`."""
    for source in workspace.sources:
        if source.id == id:
            return source
    raise problem_error(
        "decided-already",
        f"there is no source {quoted(id)} any more",
        hint="check again",
    )


def _decided(claim: Claim, message: str) -> ProvenanceError:
    return problem_error(
        "decided-already",
        message,
        place=Place(inert(claim.place.path)),
        hint="check again to see it",
    )
