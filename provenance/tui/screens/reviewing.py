"""The review form: sign a claim off, resolve its conflict, or comment on it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Checkbox, Input, Label, Select, Static

from provenance.evidence.names import Aliases
from provenance.evidence.values import BadValue, read_value
from provenance.model.dossier import Dossier
from provenance.model.sources import Role
from provenance.model.verdicts import Row, Verdict
from provenance.rendering.marks import VERDICT_MARKS
from provenance.rendering.review_in_words import reviewers_verdict, status_in_words
from provenance.rendering.statements_in_words import is_proposed, verdict_word
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_in_words, value_in_words
from provenance.tui.bindings import Scope, bindings
from provenance.tui.deciding import Kind, Reviewing
from provenance.tui.widgets.key_line import KeyLine

_FIELDS_OF = {
    Kind.SIGN: ("verdict", "why"),
    Kind.RESOLVE: ("answer", "weighed", "why"),
    Kind.COMMENT: ("why",),
}
_LONGEST_WORDS = 120


class Weighed(Checkbox):
    """A piece of evidence, weighed unless the box is emptied. The sign tells, not the colour."""

    def __init__(self, piece: str) -> None:
        super().__init__(Content(piece), value=True, compact=True)

    @property
    def _button(self) -> Content:
        return Content("[x]" if self.value else "[ ]")


class ReviewScreen(ModalScreen[Reviewing | None], inherit_bindings=False):
    """Gives what was filled in; None where the reader left without confirming."""

    BINDINGS = bindings(Scope.FORM)
    AUTO_FOCUS = "#review-kind"
    PURPOSE = (
        "What you make of a claim, beside what was computed, with your reason and initials. "
        "Nothing is written until you confirm; escape leaves everything as it is."
    )

    def __init__(self, dossier: Dossier, claim: str, signer: str) -> None:
        super().__init__()
        self._row, self._review = dossier.row(claim), dossier.decided.review(claim)
        self._signer = signer
        self._evidence = evidence_of(dossier, self._row)

    def compose(self) -> ComposeResult:
        row = self._row
        is_disputed = row.verdict in (Verdict.DISPUTED, Verdict.OPEN)
        first = Kind.RESOLVE if is_disputed and not self._review.resolutions else Kind.SIGN
        with VerticalScroll(classes="review-form", can_focus=False) as box:
            box.border_title = f"Review {on_one_line(row.claim.id)}"
            yield Static(Content(on_one_line(row.claim.question)), classes="review-head")
            yield Static(Content("\n".join(self._told())), classes="review-told")
            kinds = [(kind.value, kind.name) for kind in Kind]
            yield from self._select("kind", kinds, first.name, "you")
            words = [(word, verdict.value) for verdict, (_, word) in VERDICT_MARKS.items()]
            yield from self._select("verdict", words, row.verdict.value, "verdict")
            yield from self._input("answer", "", f"the right {row.claim.type.value}, as in a claim")
            with Vertical(id="review-row-weighed"):
                yield Label("evidence you weighed; the losing values stay visible")
                with Vertical(id="review-weighed"):
                    for piece in self._evidence:
                        yield Weighed(piece)
            yield from self._input("why", "", "in a sentence")
            yield from self._input("initials", self._signer, "yours")
            yield Static(id="review-wrong", classes="review-wrong", markup=False)
            with Horizontal(classes="review-buttons"):
                yield Button("Confirm", id="review-confirm", compact=True, variant="primary")
                yield Button("Leave as it is", id="review-cancel", compact=True)
        yield KeyLine()

    def _told(self) -> list[str]:
        told = [f"computed: {verdict_word(self._row)}. {on_one_line(self._row.why)}"]
        reviewers = reviewers_verdict(self._row, self._review)
        told += [f"reviewers: {reviewers}"] if reviewers else []
        return [*told, status_in_words(self._review)]

    def _select(
        self, name: str, options: list[tuple[str, str]], value: str, label: str
    ) -> ComposeResult:
        with Horizontal(classes="review-field", id=f"review-row-{name}"):
            yield Label(label)
            yield Select(options, value=value, allow_blank=False, id=f"review-{name}", compact=True)

    def _input(self, name: str, value: str, empty: str) -> ComposeResult:
        with Horizontal(classes="review-field", id=f"review-row-{name}"):
            yield Label(name)
            yield Input(on_one_line(value), placeholder=empty, id=f"review-{name}", compact=True)

    def on_mount(self) -> None:
        for box in self.query(Input):
            box.cursor_blink = False
        self._tell()

    def on_input_changed(self, _: Input.Changed) -> None:
        self._tell()

    def on_select_changed(self, _: Select.Changed) -> None:
        self._tell()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        self.app.action_focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "review-confirm":
            self.action_confirm()
        else:
            self.dismiss(None)

    def action_confirm(self) -> None:
        wrong, field = self._wrong()
        if wrong:
            self.query_one(f"#review-{field}").focus()
            return
        kind = self._kind
        weighed = [
            piece
            for piece, box in zip(self._evidence, self.query(Weighed), strict=True)
            if box.value
        ]
        self.dismiss(
            Reviewing(
                kind,
                self._written("initials"),
                self._written("why"),
                self._chosen("verdict") if kind is Kind.SIGN else "",
                self._written("answer") if kind is Kind.RESOLVE else "",
                tuple(weighed) if kind is Kind.RESOLVE else (),
            )
        )

    def _tell(self) -> None:
        """Show the fields that this review needs, and what is still wrong with them."""
        for name in ("verdict", "answer", "weighed", "why"):
            self.query_one(f"#review-row-{name}").display = name in _FIELDS_OF[self._kind]
        wrong, _ = self._wrong()
        said = Content.styled(wrong, "$error") if wrong else self._read()
        self.query_one("#review-wrong", Static).update(said)
        self.query_one("#review-confirm", Button).disabled = bool(wrong)

    def _read(self) -> Content:
        """How the answer is read as it stands."""
        if self._kind is not Kind.RESOLVE:
            return Content("")
        value = read_value(self._row.claim.type, self._written("answer"), Aliases())
        return Content.styled(f"read as {value_in_words(value)}", "$muted")

    def _wrong(self) -> tuple[str, str]:
        """What is wrong, and with which field; "" for nothing."""
        kind = self._kind
        if kind is Kind.RESOLVE:
            try:
                read_value(self._row.claim.type, self._written("answer"), Aliases())
            except BadValue as error:
                empty = not self._written("answer")
                said = "needed: the answer you hold right" if empty else error.message
                return on_one_line(f"{said} ({error.hint})" if error.hint else said), "answer"
        if kind is not Kind.SIGN and not self._written("why"):
            return f"needed: {'what you want to say' if kind is Kind.COMMENT else 'why'}", "why"
        if not self._written("initials"):
            return "needed: your initials", "initials"
        return "", ""

    @property
    def _kind(self) -> Kind:
        return Kind[self._chosen("kind")]

    def _chosen(self, name: str) -> str:
        return str(self.query_one(f"#review-{name}", Select).value)

    def _written(self, name: str) -> str:
        return self.query_one(f"#review-{name}", Input).value.strip()


def evidence_of(dossier: Dossier, row: Row) -> tuple[str, ...]:
    """Every confirmed statement of a claim in words: `clerk: 14 March 1841, “closed on …”`.

    The draft's own are not among them: it is what is being checked.
    """
    told: list[str] = []
    for cell in row.cells:
        for placed in cell.statements:
            is_draft = dossier.source(cell.source).source.role is Role.DRAFT
            if is_draft or is_proposed(placed):
                continue
            words = on_one_line(placed.words or placed.statement.quote)
            if len(words) > _LONGEST_WORDS:
                words = words[: _LONGEST_WORDS - 1].rstrip() + "…"
            said = said_in_words(placed.statement)
            told.append(f"{on_one_line(cell.source)}: {said}, “{words}”")
    return tuple(told)
