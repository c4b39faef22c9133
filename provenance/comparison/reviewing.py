"""What the decisions on a claim come to, and whether they still hold for what it says now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

from provenance.model.claims import Claim, Statement
from provenance.model.decision_chain import Lineage
from provenance.model.decisions import Action, Decision, Hashes, in_force
from provenance.model.reviews import Drifted, Review, Reviewed, Signed

QUESTION, SILENT = "question", "silent"
_WORDS_OF, _READING_OF = "words of ", "reading of "
REVIEWS = (Action.SIGNED_OFF, Action.RESOLVED, Action.COMMENTED)
"""What is decided on a claim as a whole."""

HashNow = Callable[[str], str]
"""The hash of a file as it is now, by its path; "" where there is none to read."""
DriftSince = Callable[[str, Hashes], Sequence[Drifted]]
"""What became of a claim's words in the drafts, by the claim's id, since drafts with hashes."""


def claim_state(claim: Claim) -> Hashes:
    """What a claim says, hashed part by part, so that a change can be told by name.

    Comments, order of keys and the like do not count.
    """
    asked = (
        claim.question,
        claim.type.value,
        str(claim.one_answer),
        str(claim.tolerance.days),
        str(claim.tolerance.share),
        str(claim.tolerance.amount),
        *(f"{event.name}={event.when.edtf}" for event in claim.events),
    )
    parts = {QUESTION: _digest(asked)}
    if claim.silent:
        parts[SILENT] = _digest(sorted(claim.silent))
    for source in dict.fromkeys(each.source for each in claim.statements):
        mine = [each for each in claim.statements if each.source == source]
        parts[_WORDS_OF + source] = _digest(part for each in mine for part in _words(each))
        parts[_READING_OF + source] = _digest(part for each in mine for part in _reading(each))
    return tuple(sorted(parts.items()))


def changes_in(claim: Claim, before: Hashes) -> tuple[str, ...]:
    """What changed of a claim since it was hashed, each in words."""
    old, new = dict(before), dict(claim_state(claim))
    told: list[str] = []
    for part in sorted({*old, *new}):
        if old.get(part) == new.get(part):
            continue
        if part == QUESTION:
            told.append("the claim changed: its question, or how it is asked")
        elif part == SILENT:
            told.append("the claim changed: which sources are silent")
        elif part.startswith(_WORDS_OF):
            told.append(_of_words(part.removeprefix(_WORDS_OF), part in old, part in new))
        elif part in old and part in new:
            source = part.removeprefix(_READING_OF)
            told.append(f"the claim changed: what {source} is held to say")
    return tuple(told)


def review(
    claim: Claim,
    decisions: Iterable[Decision],
    lineage: Lineage,
    *,
    wanted: int,
    hash_now: HashNow,
    drift: DriftSince,
    hidden: int = 0,
) -> Review:
    """What people made of a claim. `decisions` are all of the workspace that the reader may see."""
    mine = [d for d in in_force(decisions) if d.subject == claim.id and d.action in REVIEWS]
    mine.sort(key=lambda each: (each.at, each.path))

    def reviewed(action: Action) -> tuple[Reviewed, ...]:
        newest = _newest_of_each(lineage, [each for each in mine if each.action is action])
        return tuple(Reviewed(d, _stale(claim, d, hash_now, drift)) for d in newest)

    signatures = reviewed(Action.SIGNED_OFF)
    return Review(
        claim.id,
        _status(signatures),
        wanted,
        signatures,
        reviewed(Action.RESOLVED),
        tuple(each for each in mine if each.action is Action.COMMENTED),
        hidden,
    )


def visible_to(person: str, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """What a person may see who works blind: of others' decisions on a claim, only those on claims
    that she has signed or resolved herself. `person` is as `Decision.person` gives it."""
    every = tuple(decisions)
    own = {
        each.subject
        for each in in_force(every)
        if each.person == person and each.action in (Action.SIGNED_OFF, Action.RESOLVED)
    }
    on_claims = {each.subject for each in every if each.action in REVIEWS or each.source} - {
        each.subject for each in every if each.action is Action.SET_ASIDE
    }
    return tuple(
        each
        for each in every
        if each.person == person or each.subject in own or each.subject not in on_claims
    )


def works_blind(decision: Decision, decisions: Iterable[Decision]) -> bool:
    """Whether others' decisions on its claim are still hidden from who works blind and now makes
    this decision, signed and not yet written.

    They are shown once she has signed or resolved the claim, and who has seen them does not
    unsee them by taking hers back. What is on no claim was never hidden.
    """
    is_on_claim = decision.action in REVIEWS or bool(decision.source)
    return (
        is_on_claim
        and decision.action is not Action.SET_ASIDE
        and not any(
            each.subject == decision.subject
            and each.person == decision.person
            and each.action in (Action.SIGNED_OFF, Action.RESOLVED)
            for each in decisions
        )
    )


def _newest_of_each(lineage: Lineage, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Of each person those decisions that she had not herself made anew."""
    newest: list[Decision] = []
    for person in dict.fromkeys(each.person for each in decisions):
        newest += lineage.newest(each for each in decisions if each.person == person)
    return tuple(sorted(newest, key=lambda each: (each.at, each.path)))


def _status(signatures: Sequence[Reviewed]) -> Signed:
    persons = {each.decision.person for each in signatures if each.is_fresh}
    if persons:
        return Signed.BY_ONE if len(persons) == 1 else Signed.BY_TWO
    return Signed.STALE if signatures else Signed.UNREVIEWED


def _stale(
    claim: Claim, decision: Decision, hash_now: HashNow, drift: DriftSince
) -> tuple[str, ...]:
    told = list(changes_in(claim, decision.claim)) if decision.claim else []
    drafts = {path for path, _ in decision.drafts}
    for path, digest in decision.on:
        if path in drafts or (path == claim.place.path and decision.claim):
            continue
        now = hash_now(path)
        if now != digest:
            what = "the claim" if path == claim.place.path else path
            told.append(f"the bytes of {what} changed" if now else f"{what} cannot be read")
    told += [f"its words in {each.draft} {each.kind.value}" for each in _drifted(drift, decision)]
    return tuple(told)


def _drifted(drift: DriftSince, decision: Decision) -> Sequence[Drifted]:
    return drift(decision.subject, decision.drafts) if decision.drafts else ()


def _of_words(source: str, was: bool, stays: bool) -> str:
    if was and stays:
        return f"the quotation of {source} changed"
    return f"the quotation of {source} was taken out" if was else f"{source} was quoted since"


def _words(statement: Statement) -> tuple[str, ...]:
    return statement.quote, statement.prefix, statement.suffix, statement.layer


def _reading(statement: Statement) -> tuple[str, ...]:
    as_of = statement.as_of.edtf if statement.as_of else ""
    return (
        statement.says.strip(),
        statement.holds.value,
        statement.speaker,
        statement.about,
        as_of,
        *statement.notes,
    )


def _digest(parts: Iterable[str]) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
