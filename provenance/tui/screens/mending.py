"""A small form: a proposal's value, firmness, speaker and scope, mended before it is confirmed."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Select, Static

from provenance.evidence.names import Aliases
from provenance.evidence.values import BadValue, read_value
from provenance.model.claims import Claim, Holds, Statement
from provenance.model.verdicts import PlacedStatement
from provenance.rendering.statements_in_words import HELD
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import value_in_words
from provenance.tui.bindings import Scope, bindings
from provenance.tui.widgets.key_line import KeyLine


class MendScreen(ModalScreen[Statement | None], inherit_bindings=False):
    """Gives the mended statement; None where the reader left without confirming."""

    BINDINGS = bindings(Scope.FORM)
    AUTO_FOCUS = "#mend-says"
    PURPOSE = (
        "What the program proposes, to be put right before it is confirmed. "
        "Nothing is written until you confirm; escape leaves everything as it is."
    )

    def __init__(self, claim: Claim, placed: PlacedStatement) -> None:
        super().__init__()
        self._claim = claim
        self._placed = placed

    def compose(self) -> ComposeResult:
        statement = self._placed.statement
        with VerticalScroll(id="mend", can_focus=False) as box:
            box.border_title = f"Mend what {on_one_line(statement.source)} says"
            yield Static(Content(on_one_line(self._claim.question)), id="mend-question")
            yield Static(Content(f"“{on_one_line(statement.quote)}”"), id="mend-words")
            yield from self._field("says", statement.says)
            yield Static(id="mend-read", markup=False)
            with Horizontal(classes="mend-field"):
                yield Label("holds")
                yield Select(
                    [(HELD[holds], holds.value) for holds in Holds],
                    value=statement.holds.value,
                    allow_blank=False,
                    id="mend-holds",
                    compact=True,
                )
            yield from self._field("speaker", statement.speaker, "the source's own voice")
            yield from self._field("about", statement.about, "the whole question")
            with Horizontal(id="mend-buttons"):
                yield Button("Confirm", id="mend-confirm", compact=True, variant="primary")
                yield Button("Leave as it is", id="mend-cancel", compact=True)
        yield KeyLine()

    def _field(self, name: str, value: str, empty: str = "") -> ComposeResult:
        with Horizontal(classes="mend-field"):
            yield Label(name)
            # On one line: an entry box has no more, and nothing in it may act on the terminal.
            yield Input(on_one_line(value), placeholder=empty, id=f"mend-{name}", compact=True)

    def on_mount(self) -> None:
        for box in self.query(Input):
            box.cursor_blink = False
        self._tell()

    def on_input_changed(self, _: Input.Changed) -> None:
        self._tell()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        self.app.action_focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "mend-confirm":
            self.action_confirm()
        else:
            self.dismiss(None)

    def action_confirm(self) -> None:
        mended = self._mended()
        if isinstance(mended, Statement):
            self.dismiss(mended)
        else:
            self._tell()
            self.query_one("#mend-says").focus()

    def _tell(self) -> None:
        """How the value is read as it stands, or why it cannot be."""
        mended = self._mended()
        if isinstance(mended, Statement):
            said = Content(f"read as {value_in_words(mended.value)}")
        else:
            said = Content.styled(on_one_line(f"{mended.message}: {mended.hint}"), "$error")
        self.query_one("#mend-read", Static).update(said)
        self.query_one("#mend-confirm", Button).disabled = isinstance(mended, BadValue)

    def _mended(self) -> Statement | BadValue:
        written = self._written("says")
        before = self._placed.statement
        if written == on_one_line(before.says).strip():
            # As proposed: what the form had to show on one line is not changed by showing it.
            says, value = before.says, before.value
        else:
            try:
                says, value = written, read_value(self._claim.type, written, Aliases())
            except BadValue as error:
                return error
        return replace(
            before,
            says=says,
            value=value,
            holds=Holds(str(self.query_one("#mend-holds", Select).value)),
            speaker=self._written("speaker"),
            about=self._written("about"),
        )

    def _written(self, name: str) -> str:
        return self.query_one(f"#mend-{name}", Input).value.strip()
