"""Every decision with its state and its facts: what the list of decisions shows, screen or text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from provenance.errors import in_marks
from provenance.model.decided import Decided
from provenance.model.decision_chain import Breach, Broken
from provenance.model.decisions import Action, Decision
from provenance.rendering.facts import Fact
from provenance.rendering.review_in_words import moment
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line


class State(Enum):
    """What a decision is worth now. Those that want looking at come first."""

    BROKEN = "changed on disk"
    STALE = "stale"
    IN_FORCE = "in force"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


_ON_TOP = (State.BROKEN, State.STALE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision, what it is worth now, and why."""

    decision: Decision
    state: State
    why: str = ""
    """Why it is stale or broken, or who took it back; "" where nothing is to be said."""


def entries(decided: Decided) -> tuple[Entry, ...]:
    """Every decision, the broken and the stale on top, the newest first within."""
    told = _Told(decided)
    every = [told.entry(each) for each in decided.decisions]
    every.sort(key=lambda each: (each.decision.at, each.decision.path), reverse=True)
    every.sort(key=lambda each: _ON_TOP.index(each.state) if each.state in _ON_TOP else 2)
    return tuple(every)


def chosen(decided: Decided, state: State | None = None, subject: str = "") -> tuple[Entry, ...]:
    """The entries in a state and on a subject, in their order; None and "" for all."""
    return tuple(
        each
        for each in entries(decided)
        if state in (None, each.state) and subject in ("", each.decision.subject)
    )


def counts_of_decisions(decided: Decided) -> str:
    """`5 decisions, 1 stale, 1 withdrawn, 2 hidden until you sign`."""
    every = entries(decided)
    said = [counted(len(every), "decision")]
    for state in (State.BROKEN, State.STALE, State.WITHDRAWN):
        if number := sum(each.state is state for each in every):
            said.append(f"{number} {state.value}")
    gone = sum(each.breach is Breach.DELETED for each in decided.broken)
    said += [f"{gone} gone from disk"] if gone else []
    said += [f"{decided.hidden} hidden until you sign"] if decided.hidden else []
    return ", ".join(said)


def what(decision: Decision, by_path: Mapping[str, Decision]) -> str:
    """What was decided, in a few words: `confirmed clerk: 1841-03-14`."""
    source, says = on_one_line(decision.source), on_one_line(decision.says)
    match decision.action:
        case Action.CONFIRMED | Action.REJECTED if decision.members:
            return f"{decision.action.value} as kin: {on_one_line(', '.join(decision.members))}"
        case Action.CONFIRMED | Action.REJECTED:
            said = says if decision.words else "silent"
            return f"{decision.action.value} {source}: {said}" if source else decision.action.value
        case Action.RESOLVED:
            return f"resolved: {says}"
        case Action.SIGNED_OFF:
            verdict = on_one_line(decision.verdict)
            return f"signed off: {verdict}" if verdict else "signed off"
        case Action.COMMENTED:
            return "comment"
        case Action.SET_ASIDE:
            until = f" until {on_one_line(decision.expires)}" if decision.expires else ""
            return f"set aside {on_one_line(decision.code)}{until}"
        case Action.WITHDRAWN:
            taken = by_path.get(decision.withdraws)
            return f"withdrew: {what(taken, {})}" if taken else "withdrew a decision"


def on_what(decision: Decision, by_path: Mapping[str, Decision]) -> str:
    """The claim, or of a finding the file it is in."""
    about = by_path.get(decision.withdraws, decision)
    is_finding = about.action is Action.SET_ASIDE and about.source
    return on_one_line(about.source if is_finding else decision.subject)


def entry_facts(entry: Entry, decided: Decided) -> tuple[Fact, ...]:
    """Who, what, on what, why and with which words; then where it stands on file."""
    decision = entry.decision
    by_path = {each.path: each for each in decided.decisions}
    state = f"{entry.state.value}{': ' if entry.why else ''}{on_one_line(entry.why)}"
    blind = ", without seeing the others'" if decision.blind else ""
    on, subject = on_what(decision, by_path), on_one_line(decision.subject)
    told = [
        Fact("decided", what(decision, by_path)),
        Fact("on", on if on == subject else f"{on} (finding {subject})"),
        Fact("by", f"{on_one_line(decision.by)}, {moment(decision.at)}{blind}"),
        Fact("state", state),
    ]
    if decision.why:
        told.append(Fact("why", on_one_line(decision.why)))
    if decision.words:
        name = "finding" if decision.action is Action.SET_ASIDE else "words"
        told.append(Fact(name, in_marks(on_one_line(decision.words))))
    told += [Fact("weighed", on_one_line(piece)) for piece in decision.weighed]
    return (*told, Fact("file", on_one_line(decision.path)))


def fact_lines(entry: Entry, decided: Decided) -> tuple[str, ...]:
    """The same as `name: said`, one a line."""
    return tuple(f"{fact.name}: {fact.said}" for fact in entry_facts(entry, decided))


def breach_in_words(broken: Broken) -> str:
    """What is wrong with a decision that a later one had seen."""
    seen = PurePosixPath(broken.seen_by).name
    if broken.breach is Breach.MOVED:
        return f"renamed to {on_one_line(broken.now)} since {on_one_line(seen)} had seen it"
    return f"{broken.breach.value}; {on_one_line(seen)} had seen it as it was"


class _Told:
    """What a list of decisions tells of each."""

    def __init__(self, decided: Decided) -> None:
        self._withdrawn = {
            each.withdraws: each for each in decided.decisions if each.action is Action.WITHDRAWN
        }
        self._broken = {
            (each.now or each.path) if each.breach is Breach.MOVED else each.path: each
            for each in decided.broken
            if each.breach is not Breach.MISDATED
        }
        reviewed = [
            each for review in decided.reviews for each in (*review.signatures, *review.resolutions)
        ]
        self._stale = {each.decision.path: each.stale for each in reviewed}
        self._known = {review.claim for review in decided.reviews}

    def entry(self, decision: Decision) -> Entry:
        if decision.path in self._broken:
            return Entry(decision, State.BROKEN, breach_in_words(self._broken[decision.path]))
        if decision.path in self._withdrawn:
            by = self._withdrawn[decision.path]
            why = f": {by.why}" if by.why else ""
            return Entry(decision, State.WITHDRAWN, f"by {by.by}, {moment(by.at)}{why}")
        if decision.action in (Action.SIGNED_OFF, Action.RESOLVED):
            return self._of_review(decision)
        return Entry(decision, State.IN_FORCE)

    def _of_review(self, decision: Decision) -> Entry:
        if decision.path in self._stale:
            stale = self._stale[decision.path]
            return Entry(decision, State.STALE if stale else State.IN_FORCE, "; ".join(stale))
        if decision.subject not in self._known:
            why = "there is no such claim any more, or its file cannot be read"
            return Entry(decision, State.STALE, why)
        return Entry(decision, State.REPLACED, "the same person decided anew")
