"""The form for a review: sign a claim off, resolve its conflict, or comment on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.model.claims import Holds, Statement
from provenance.model.dossier import Dossier
from provenance.model.sources import Role
from provenance.model.values import Value
from provenance.model.verdicts import PlacedStatement, Row
from provenance.rendering.marks import VERDICT_MARKS
from provenance.rendering.review_in_words import reviewers_verdict, status_in_words
from provenance.rendering.statements_in_words import counted, is_proposed
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_in_words, value_in_words
from provenance.tui.forms import Design, Field, Ground, Values
from provenance.tui.judging import Kind, Reviewing

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

_FIELDS_OF = {
    Kind.SIGN: {"verdict"},
    Kind.RESOLVE: {"chosen", "weighed"},
    Kind.COMMENT: set[str](),
}
_OF_ALL = {"kind", "why", "initials"}
_LONGEST_WORDS = 120


class ReviewDesign(Design):
    """What a person makes of a claim, beside what was computed."""

    form: ClassVar[str] = "review"
    purpose: ClassVar[str] = (
        "What you make of a claim, beside what was computed, with your reason and initials. "
        "Nothing is recorded until you confirm; a form that you leave is kept as it stands."
    )
    prefix: ClassVar[str] = "review"
    buttons: ClassVar[str] = "review"

    def __init__(self, dossier: Dossier, row: Row, signer: str) -> None:
        self._row, self._review = row, dossier.decided.review(row.claim.id)
        self._signer = signer
        self._stated = tuple(_stated(dossier, row))
        self._evidence = tuple(_in_words(placed) for placed in self._stated)
        self.about = (("claim", row.claim.id),)
        self.title = f"Review {row.claim.id}"
        words = tuple((word, verdict.value) for verdict, (_, word) in VERDICT_MARKS.items())
        hint = "the evidence you weighed; losing values stay visible"
        choices = self._choices()
        self.fields = (
            Field("kind", "You", choices=tuple((kind.value, kind.name) for kind in Kind)),
            Field("verdict", "Verdict", choices=words),
            *((Field("chosen", "Right is", choices=choices, is_open=True),) if choices else ()),
            Field("answer", "Or" if choices else "Right is", _another(row, choices)),
            *((Field("weighed", "Weighed", hint, ticks=self._evidence),) if self._evidence else ()),
            Field("why", "Why", "in a sentence"),
            Field("initials", "Initials", "yours", needed=True),
        )

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> ReviewDesign | None:
        rows = (row for row in ground.dossier.rows if row.claim.id == about.get("claim"))
        row = next(rows, None)
        return cls(ground.dossier, row, ground.signer) if row else None

    def _choices(self) -> tuple[tuple[str, str], ...]:
        """Every value that is stated, with who states it."""
        stated: dict[str, list[PlacedStatement]] = {}
        for placed in self._stated:
            if placed.statement.holds is not Holds.DENIED:
                stated.setdefault(placed.statement.says.strip(), []).append(placed)
        return tuple(
            (f"{value_in_words(found[0].statement.value)}: {_sources(found)}", says)
            for says, found in stated.items()
        )

    def begin(self) -> dict[str, str]:
        is_new = self._row.is_open and not self._review.settling
        first = Kind.RESOLVE if is_new else Kind.SIGN
        return {
            "kind": first.name,
            "verdict": self._row.verdict.value,
            "weighed": "\n".join(self._evidence),
            "initials": self._signer,
        }

    def intro(self) -> Content:
        computed = VERDICT_MARKS[self._row.verdict][1]
        proposed = ", on proposals" if self._row.on_proposals else ""
        told = [f"computed: {computed}{proposed}. {on_one_line(self._row.why)}"]
        reviewers = reviewers_verdict(self._row, self._review)
        told += [f"reviewers: {reviewers}"] if reviewers else []
        told += [status_in_words(self._review)]
        question = Content.styled(on_one_line(self._row.claim.question), "bold")
        warning = [Content.styled(self._lacking(), "bold $warning")] if self._lacking() else []
        facts = (Content.styled(line, "$muted") for line in told)
        return Content("\n").join([question, *warning, *facts])

    def _lacking(self) -> str:
        """What a person should know before she signs; "" where something is confirmed."""
        if self._stated or self._row.claim.silent:
            return ""
        every = (placed for cell in self._row.cells for placed in cell.statements)
        proposed = sum(map(is_proposed, every))
        beside = f" ({counted(proposed, 'statement')} only proposed)" if proposed else ""
        return f"Nobody has confirmed anything that a source says here{beside}."

    def shown(self, values: Values) -> frozenset[str]:
        kind = Kind[values["kind"]]
        is_typed = kind is Kind.RESOLVE and not values.get("chosen")
        return frozenset(_OF_ALL | _FIELDS_OF[kind] | ({"answer"} if is_typed else set()))

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        kind = Kind[values["kind"]]
        if kind is Kind.RESOLVE and isinstance(read := self._read(values), run.Wrong):
            return (read,)
        if kind is not Kind.SIGN and not values["why"].strip():
            return (run.Wrong("why", "needed"),)
        return ()

    def _read(self, values: Values) -> Value | run.Wrong:
        from provenance.evidence.names import Aliases
        from provenance.evidence.values import BadValue, read_value

        answer = self._answer(values)
        if not answer:
            return run.Wrong("chosen" if self._choices() else "answer", "needed")
        try:
            return read_value(self._row.claim.type, answer, Aliases())
        except BadValue as error:
            return run.Wrong("answer", error.message, error.hint)

    def _answer(self, values: Values) -> str:
        return (values.get("chosen") or values.get("answer", "")).strip()

    def told(self, values: Values) -> Mapping[str, str]:
        """How the answer is read as it stands, and what it is held against."""
        if values["kind"] != Kind.RESOLVE.name:
            return {}
        read = self._read(values)
        if isinstance(read, run.Wrong):
            return {}
        from provenance.comparison.fits import fit
        from provenance.comparison.outcomes import Fit

        losing = [
            f"{on_one_line(placed.statement.source)}, {said_in_words(placed.statement)}"
            for placed in self._stated
            if fit(self._row.claim, _asserted(placed, read), placed.statement).fit is Fit.CLASH
        ]
        against = f"; against {' and '.join(losing)}" if losing else ""
        return {
            "chosen" if values.get("chosen") else "answer": f"read as {value_in_words(read)}"
            f"{against}"
        }

    def write(self, app: WritingApp, values: Values) -> bool:
        kind = Kind[values["kind"]]
        weighed = [said for said in values.get("weighed", "").split("\n") if said]
        filled = Reviewing(
            kind,
            values["initials"].strip(),
            values["why"].strip(),
            values["verdict"] if kind is Kind.SIGN else "",
            self._answer(values) if kind is Kind.RESOLVE else "",
            tuple(weighed) if kind is Kind.RESOLVE else (),
        )
        return app.review(self._row.claim.id, filled)


def _stated(dossier: Dossier, row: Row) -> Iterator[PlacedStatement]:
    """Every confirmed statement of a claim. The draft's own are not among them: it is what is
    being checked."""
    for cell in row.cells:
        if dossier.source(cell.source).source.role is not Role.DRAFT:
            yield from (placed for placed in cell.statements if not is_proposed(placed))


def _asserted(placed: PlacedStatement, value: Value) -> Statement:
    """The same statement, had it said the value outright."""
    return replace(placed.statement, value=value, holds=Holds.ASSERTED)


def _in_words(placed: PlacedStatement) -> str:
    """A piece of evidence: `clerk: 14 March 1841, “closed on …”`."""
    words = on_one_line(placed.words or placed.statement.quote)
    if len(words) > _LONGEST_WORDS:
        words = words[: _LONGEST_WORDS - 1].rstrip() + "…"
    source = on_one_line(placed.statement.source)
    return f"{source}: {said_in_words(placed.statement)}, “{words}”"


def _another(row: Row, choices: object) -> str:
    """What the field for an answer says that no source gives."""
    return f"{'another' if choices else 'the right'} {row.claim.type.value}, as in a claim"


def _sources(found: list[PlacedStatement]) -> str:
    return ", ".join(dict.fromkeys(on_one_line(each.statement.source) for each in found))
