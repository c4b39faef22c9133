"""The forms for a statement on the board: a proposal mended, a confirmed one changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Self

from textual.content import Content

from provenance import run
from provenance.model.alignments import Found
from provenance.model.claims import Statement
from provenance.model.dossier import Dossier
from provenance.model.spans import Span
from provenance.model.verdicts import PlacedStatement, StatementState
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import value_in_words
from provenance.tui.designs_of_statements import ANSWERS, STATED, stated_item, stated_values
from provenance.tui.forms import Design, Field, Ground, ToMark, Values
from provenance.tui.judging import Proposal

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp


class _OfStatement(Design):
    """A statement of a source on a claim, which is there: its words, and what they state."""

    decides: ClassVar[bool] = True
    state: ClassVar[StatementState]
    """Of the statements it is opened on."""
    verb: ClassVar[str]
    fields = (Field("quote", "Words", "the source's own, verbatim", needed=True), *STATED)

    def __init__(
        self, ground: Ground, claim: str, placed: PlacedStatement, marked: Span | None = None
    ) -> None:
        """`marked` is where a person marked its words anew."""
        self._desk, self._dossier = ground.desk, ground.dossier
        self._claim, self._placed, self._statement = claim, placed, placed.statement
        self._marked = marked
        document = ground.dossier.source(placed.statement.source).document
        self._rewording = run.Rewording(document, marked or placed.span)
        self._first = self.begin()
        self.about = about_statement(claim, placed.statement)
        self.title = f"{self.verb} what {placed.statement.source} says"

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> Self | None:
        placed = placed_at(ground.dossier, about, cls.state)
        claim = about.get("claim", "")
        if placed is None or claim not in ground.desk.claims:
            return None
        start, _, end = about.get("marked", "").partition("-")
        is_marked = start.isdecimal() and end.isdecimal()
        return cls(ground, claim, placed, Span(int(start), int(end)) if is_marked else None)

    def to_mark(self) -> ToMark | None:
        where = self._marked or self._placed.span
        return ToMark(self._statement.source, where, self._claim, "quote")

    def begin(self) -> dict[str, str]:
        return {"quote": self._statement.quote, **stated_values(self._statement)}

    def intro(self) -> Content:
        return Content.styled(on_one_line(self._desk.claims[self._claim].question), "bold")

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        made = self._made(values)
        return made if isinstance(made, tuple) else ()

    def asks(self, name: str, values: Values) -> str:
        return ANSWERS[self._desk.claims[self._claim].type] if name == "says" else ""

    def told(self, values: Values) -> Mapping[str, str]:
        made = self._made(values)
        if isinstance(made, tuple):
            return {}
        read = {"says": f"read as {value_in_words(made.value)}"}
        return read | ({"quote": self._where(made.quote)} if self._is_reworded(values) else {})

    def offered(self, values: Values) -> dict[str, str]:
        quote = values.get("quote", "")
        if not quote.strip() or not self._is_reworded(values):
            return {}
        stands = self._rewording.where(quote)
        return {"quote": stands.words} if stands.found is Found.NEAR else {}

    def _is_reworded(self, values: Values) -> bool:
        return self._marked is not None or values.get("quote", "") != self._first["quote"]

    def _where(self, quote: str) -> str:
        source, stands = self._statement.source, self._rewording.where(quote)
        if stands.found is Found.NEAR:
            return f"not word for word; {source} has “{on_one_line(stands.words)}”"
        stand = "do not stand in" if stands.found is Found.NONE else "stand word for word in"
        return f"the words {stand} {source}"

    def _made(self, values: Values) -> Statement | tuple[run.Wrong, ...]:
        """The statement that the fields make, or what is wrong with them."""
        raise NotImplementedError

    def _item(self, values: Values) -> dict[str, str | list[str]]:
        type, quote = self._desk.claims[self._claim].type, values.get("quote", "")
        return stated_item(self._statement.source, quote, values, type)


class MendDesign(_OfStatement):
    """What the program proposes that a source says on a question."""

    form: ClassVar[str] = "mend"
    purpose: ClassVar[str] = (
        "What the program proposes, its words too, to be put right before it is confirmed. Nothing "
        "is recorded until you confirm; a form that you leave is kept as it stands."
    )
    prefix: ClassVar[str] = "mend"
    buttons: ClassVar[str] = "mend"
    state: ClassVar[StatementState] = StatementState.PROPOSED
    verb: ClassVar[str] = "Mend"

    def _made(self, values: Values) -> Statement | tuple[run.Wrong, ...]:
        before, quote = self._statement, values.get("quote", "")
        if self._is_reworded(values) and self._rewording.where(quote).found is Found.NONE:
            hint = "mend them, or mark them in the reader"
            return (run.Wrong("quote", self._where(quote), hint),)
        made = self._desk.statement(self._claim, self._item(values))
        if isinstance(made, Statement) and made.says == before.says:
            # What was not mended is confirmed as it was proposed.
            return replace(made, value=before.value)
        return made

    def write(self, app: WritingApp, values: Values) -> bool:
        made = self._made(values)
        if isinstance(made, tuple):
            return False
        if self._is_reworded(values):
            prefix, suffix = self._rewording.beside(made.quote)
            made = replace(made, prefix=prefix, suffix=suffix)
        proposal = Proposal(self._claim, made.source, self._placed)
        return app.accept_mended(proposal, made, self._dossier)


class ChangeDesign(_OfStatement):
    """A statement that stands in its claim's file."""

    form: ClassVar[str] = "change"
    purpose: ClassVar[str] = (
        "A statement that was confirmed: its words, the answer they give, who says it and how "
        "firmly. Confirming changes what you changed in the question's file, and nothing else."
    )
    state: ClassVar[StatementState] = StatementState.CONFIRMED
    verb: ClassVar[str] = "Change"

    def _made(self, values: Values) -> Statement | tuple[run.Wrong, ...]:
        return self._desk.changed_statement(self._claim, self._statement, self._entries(values))

    def _entries(self, values: Values) -> dict[str, str | list[str]]:
        """The keys that are to say something else."""
        names = [name for name, value in self._first.items() if values.get(name, "") != value]
        item = self._item(values)
        entries = {name: item.get(name, "") for name in names}
        # What told the old words apart from the same words elsewhere does not fit new ones.
        is_elsewhere = "quote" in entries or self._marked is not None
        return entries | {"prefix": "", "suffix": ""} if is_elsewhere else entries

    def write(self, app: WritingApp, values: Values) -> bool:
        entries = self._entries(values)
        if not entries:
            return True
        if "prefix" in entries:
            prefix, suffix = self._rewording.beside(values.get("quote", ""))
            entries |= {"prefix": prefix, "suffix": suffix}
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
