"""A small form that asks for a reason, before something is taken back or set aside."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Static

from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.deciding import Reason
from provenance.tui.widgets.key_line import KeyLine


class ReasonScreen(ModalScreen[Reason | None], inherit_bindings=False):
    """Gives the reason; None where the reader left without confirming."""

    BINDINGS = bindings(Scope.FORM)
    AUTO_FOCUS = "#reason-why"
    PURPOSE = (
        "A reason, which is recorded with your initials. Nothing is written until you confirm; "
        "escape leaves everything as it is."
    )

    def __init__(self, title: str, about: str, signer: str, *, expires: bool = False) -> None:
        super().__init__()
        self._title, self._about, self._signer = title, about, signer
        self._asks_until = expires

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="review-form", can_focus=False) as box:
            box.border_title = self._title
            yield Static(Content(on_one_line(self._about)), classes="review-told")
            yield from self._field("why", "", "in a sentence")
            if self._asks_until:
                yield from self._field("until", "", "for ever, or a day such as 2027-12-31")
            yield from self._field("initials", self._signer, "yours")
            yield Static(id="reason-wrong", classes="review-wrong", markup=False)
            with Horizontal(classes="review-buttons"):
                yield Button("Confirm", id="reason-confirm", compact=True, variant="primary")
                yield Button("Leave as it is", id="reason-cancel", compact=True)
        yield KeyLine()

    def _field(self, name: str, value: str, empty: str) -> ComposeResult:
        with Horizontal(classes="review-field"):
            yield Label(name)
            yield Input(on_one_line(value), placeholder=empty, id=f"reason-{name}", compact=True)

    def on_mount(self) -> None:
        for box in self.query(Input):
            box.cursor_blink = False
        self._tell()

    def on_input_changed(self, _: Input.Changed) -> None:
        self._tell()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        self.app.action_focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "reason-confirm":
            self.action_confirm()
        else:
            self.dismiss(None)

    def action_confirm(self) -> None:
        if not self._wrong():
            until = self._written("until") if self._asks_until else ""
            self.dismiss(Reason(self._written("why"), self._written("initials"), until))

    def _tell(self) -> None:
        wrong = self._wrong()
        self.query_one("#reason-wrong", Static).update(Content.styled(wrong, "$error"))
        self.query_one("#reason-confirm", Button).disabled = bool(wrong)

    def _wrong(self) -> str:
        if not self._written("why"):
            return "needed: why"
        if not self._written("initials"):
            return "needed: your initials"
        if self._asks_until and (until := self._written("until")):
            try:
                if date.fromisoformat(until).isoformat() != until:
                    raise ValueError
            except ValueError:
                return "until: no day; write it like 2027-12-31, or leave it empty"
        return ""

    def _written(self, name: str) -> str:
        return self.query_one(f"#reason-{name}", Input).value.strip()
