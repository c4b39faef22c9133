"""The forms for a statement on the board: a proposal mended, a confirmed one changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.model.claims import Statement
from provenance.model.dossier import Dossier
from provenance.model.verdicts import PlacedStatement, StatementState
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import value_in_words
from provenance.tui.designs_of_statements import STATED, stated_item, stated_values
from provenance.tui.forms import Design, Field, Ground, Values
from provenance.tui.judging import Proposal

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp


class MendDesign(Design):
    """What the program proposes that a source says on a question."""

    form: ClassVar[str] = "mend"
    decides: ClassVar[bool] = True
    purpose: ClassVar[str] = (
        "What the program proposes, to be put right before it is confirmed. Nothing is recorded "
        "until you confirm; a form that you leave is kept as it stands."
    )
    prefix: ClassVar[str] = "mend"
    buttons: ClassVar[str] = "mend"
    fields = STATED

    def __init__(self, ground: Ground, claim: str, placed: PlacedStatement) -> None:
        self._desk, self._dossier = ground.desk, ground.dossier
        self._claim, self._placed = claim, placed
        self.about = about_statement(claim, placed.statement)
        self.title = f"Mend what {placed.statement.source} says"

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> MendDesign | None:
        placed = placed_at(ground.dossier, about, StatementState.PROPOSED)
        claim = about.get("claim", "")
        return cls(ground, claim, placed) if placed and claim in ground.desk.claims else None

    def begin(self) -> dict[str, str]:
        return stated_values(self._placed.statement)

    def intro(self) -> Content:
        question = on_one_line(self._desk.claims[self._claim].question)
        words = f"“{on_one_line(self._placed.statement.quote)}”"
        return Content.assemble((question, "bold"), "\n", (words, "$muted"))

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        made = self._mended(values)
        return made if isinstance(made, tuple) else ()

    def told(self, values: Values) -> Mapping[str, str]:
        made = self._mended(values)
        return (
            {"says": f"read as {value_in_words(made.value)}"} if isinstance(made, Statement) else {}
        )

    def _mended(self, values: Values) -> Statement | tuple[run.Wrong, ...]:
        before = self._placed.statement
        item = stated_item(before.source, before.quote, values, self._desk.claims[self._claim].type)
        made = self._desk.statement(self._claim, item)
        if isinstance(made, Statement) and made.says == before.says:
            # What was not mended is confirmed as it was proposed.
            return replace(made, value=before.value)
        return made

    def write(self, app: WritingApp, values: Values) -> bool:
        made = self._mended(values)
        if isinstance(made, tuple):
            return False
        proposal = Proposal(self._claim, made.source, self._placed)
        return app.accept_mended(proposal, made, self._dossier)


class ChangeDesign(Design):
    """A statement that stands in its claim's file."""

    form: ClassVar[str] = "change"
    decides: ClassVar[bool] = True
    purpose: ClassVar[str] = (
        "A statement that was confirmed: its words, the answer they give, who says it and how "
        "firmly. Confirming changes what you changed in the question's file, and nothing else."
    )
    fields = (Field("quote", "Words", "the source's own, verbatim", needed=True), *STATED)

    def __init__(self, ground: Ground, claim: str, placed: PlacedStatement) -> None:
        self._desk, self._claim, self._statement = ground.desk, claim, placed.statement
        self._document = ground.dossier.source(placed.statement.source).document
        self._first = self.begin()
        self.about = about_statement(claim, placed.statement)
        self.title = f"Change what {placed.statement.source} says"

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> ChangeDesign | None:
        placed = placed_at(ground.dossier, about, StatementState.CONFIRMED)
        claim = about.get("claim", "")
        return cls(ground, claim, placed) if placed and claim in ground.desk.claims else None

    def begin(self) -> dict[str, str]:
        return {"quote": self._statement.quote, **stated_values(self._statement)}

    def intro(self) -> Content:
        return Content.styled(on_one_line(self._desk.claims[self._claim].question), "bold")

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        made = self._desk.changed_statement(self._claim, self._statement, self._entries(values))
        return made if isinstance(made, tuple) else ()

    def told(self, values: Values) -> Mapping[str, str]:
        made = self._desk.changed_statement(self._claim, self._statement, self._entries(values))
        if isinstance(made, tuple):
            return {}
        read = {"says": f"read as {value_in_words(made.value)}"}
        if made.quote == self._statement.quote or self._document is None:
            return read
        is_there = made.quote in self._document.text
        where = "word for word in" if is_there else "not word for word in"
        return read | {"quote": f"{where} {made.source}"}

    def _entries(self, values: Values) -> dict[str, str | list[str]]:
        """The keys that are to say something else."""
        names = [name for name, value in self._first.items() if values.get(name, "") != value]
        item = stated_item(
            self._statement.source,
            values.get("quote", ""),
            values,
            self._desk.claims[self._claim].type,
        )
        entries = {name: item.get(name, "") for name in names}
        # What told the old words apart from the same words elsewhere does not fit new ones.
        return entries | {"prefix": "", "suffix": ""} if "quote" in entries else entries

    def write(self, app: WritingApp, values: Values) -> bool:
        entries = self._entries(values)
        if not entries:
            return True
        return app.change_statement(self._claim, self._statement, entries)


def about_statement(claim: str, statement: Statement) -> tuple[tuple[str, str], ...]:
    """What a form on a statement of a claim is opened on."""
    return (("claim", claim), ("source", statement.source), ("words", statement.quote))


def placed_at(
    dossier: Dossier, about: Mapping[str, str], state: StatementState
) -> PlacedStatement | None:
    """The statement that `about_statement` names, as the board has it; None where there is none."""
    cells = (
        cell for row in dossier.rows if row.claim.id == about.get("claim") for cell in row.cells
    )
    found = (
        placed
        for cell in cells
        if cell.source == about.get("source")
        for placed in cell.statements
        if placed.state is state and placed.statement.quote == about.get("words")
    )
    return next(found, None)
