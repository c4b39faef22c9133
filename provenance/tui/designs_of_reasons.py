"""The forms that ask for a reason: to set a finding aside, and to take a decision back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.model.claims import Statement
from provenance.model.decided import SetAside
from provenance.model.decisions import Decision
from provenance.model.findings import Finding
from provenance.model.verdicts import StatementState
from provenance.rendering.audit_in_words import set_aside_in_words
from provenance.rendering.dates_in_words import date_in_words
from provenance.rendering.decisions_in_words import what
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_in_words
from provenance.tui.designs_of_proposals import about_statement, placed_at
from provenance.tui.forms import Design, Field, Ground, Values
from provenance.tui.judging import Reason

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

_WHY = Field("why", "Why", "in a sentence", needed=True)
_INITIALS = Field("initials", "Initials", "yours", needed=True)
_UNTIL = Field("until", "Until", "for ever, or a day such as 31 December 2027")


class _ReasonDesign(Design):
    prefix: ClassVar[str] = "reason"
    buttons: ClassVar[str] = "reason"
    purpose: ClassVar[str] = (
        "A reason, which is recorded with your initials. Nothing is recorded until you confirm; "
        "a form that you leave is kept as it stands."
    )

    def __init__(self, said: str, signer: str) -> None:
        self._said, self._signer = said, signer

    def begin(self) -> dict[str, str]:
        return {"initials": self._signer}

    def intro(self) -> Content:
        return Content.styled(on_one_line(self._said), "$muted")

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        until = run.date_meant(values.get("until", ""))
        return () if not until or _is_day(until) else (run.Wrong("until", "no day", _UNTIL.hint),)

    def told(self, values: Values) -> Mapping[str, str]:
        until = run.date_meant(values.get("until", ""))
        return {"until": f"read as {date_in_words(run.read_date(until))}"} if until else {}

    def _reason(self, values: Values) -> Reason:
        said = {name: value.strip() for name, value in values.items()}
        return Reason(said["why"], said["initials"], run.date_meant(said.get("until", "")))


class AsideDesign(_ReasonDesign):
    """Have a finding not count."""

    form: ClassVar[str] = "aside"
    title = "Set this finding aside"
    fields = (_WHY, _UNTIL, _INITIALS)

    def __init__(self, finding: Finding, signer: str) -> None:
        super().__init__(f"{finding.code} {finding.message}", signer)
        self._finding = finding
        self.about = (("finding", finding.fingerprint),)

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> AsideDesign | None:
        findings = (f for f in ground.dossier.findings if f.fingerprint == about.get("finding"))
        finding = next(findings, None)
        return cls(finding, ground.signer) if finding else None

    def write(self, app: WritingApp, values: Values) -> bool:
        return app.set_aside(self._finding, self._reason(values))


class BringBackDesign(_ReasonDesign):
    """Have a finding count again that was set aside."""

    form: ClassVar[str] = "bring-back"
    title = "Have this finding count again"
    fields = (_WHY, _INITIALS)

    def __init__(self, aside: SetAside, signer: str) -> None:
        finding = aside.finding
        said = f"{finding.code} {finding.message} It was {set_aside_in_words(aside)}"
        super().__init__(said, signer)
        self._aside = aside
        self.about = (("finding", finding.fingerprint),)

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> BringBackDesign | None:
        every = ground.dossier.decided.set_aside
        wanted = about.get("finding")
        aside = next((each for each in every if each.finding.fingerprint == wanted), None)
        return cls(aside, ground.signer) if aside else None

    def write(self, app: WritingApp, values: Values) -> bool:
        return app.bring_back(self._aside, self._reason(values))


class WithdrawDesign(_ReasonDesign):
    """Take a decision back, of whatever session."""

    form: ClassVar[str] = "withdraw"
    title = "Take this decision back"
    fields = (_WHY, _INITIALS)

    def __init__(self, decision: Decision, signer: str) -> None:
        said = f"{what(decision, {})}, on {decision.subject}, by {decision.by}"
        super().__init__(said, signer)
        self._decision = decision
        self.about = (("decision", decision.path),)

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> WithdrawDesign | None:
        decided = ground.dossier.decided.in_force
        decision = next((each for each in decided if each.path == about.get("decision")), None)
        return cls(decision, ground.signer) if decision else None

    def write(self, app: WritingApp, values: Values) -> bool:
        return app.withdraw(self._decision, self._reason(values))


class TakeOutDesign(_ReasonDesign):
    """Take a confirmed statement out of its claim's file."""

    form: ClassVar[str] = "take-out"
    fields = (_WHY, _INITIALS)

    def __init__(self, claim: str, statement: Statement, signer: str) -> None:
        said = said_in_words(statement)
        super().__init__(f"{claim}: {statement.source} says {said}, “{statement.quote}”", signer)
        self._claim, self._statement = claim, statement
        self.about = about_statement(claim, statement)
        self.title = f"Take out what {statement.source} says"

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> TakeOutDesign | None:
        placed = placed_at(ground.dossier, about, StatementState.CONFIRMED)
        return cls(about["claim"], placed.statement, ground.signer) if placed else None

    def write(self, app: WritingApp, values: Values) -> bool:
        return app.take_out(self._claim, self._statement, self._reason(values))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
