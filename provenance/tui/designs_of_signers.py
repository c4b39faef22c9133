"""The form that asks who decides, where nobody has said so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.errors import ProvenanceError
from provenance.tui.forms import Design, Field, Ground, Values

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp

_KEPT = "kept"


class SignerDesign(Design):
    """Initials, for the rest of the session."""

    form: ClassVar[str] = "signer"
    purpose: ClassVar[str] = (
        "Whose initials stand on what you decide, for this session, or kept in your own settings. "
        "Nothing is recorded until you confirm."
    )
    prefix: ClassVar[str] = "signer"
    buttons: ClassVar[str] = "signer"
    title = "Who decides?"
    fields = (
        Field("initials", "Initials", "yours", needed=True),
        Field("keep", "They hold", choices=(("for this session", ""), ("from now on", _KEPT))),
    )

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> SignerDesign:
        return cls()

    def begin(self) -> dict[str, str]:
        return {}

    def intro(self) -> Content:
        return Content.styled("They stand on what you decide. The settings hold them.", "$muted")

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        return ()

    def write(self, app: WritingApp, values: Values) -> bool:
        by = values["initials"].strip()
        if values.get("keep") == _KEPT:
            try:
                run.keep_initials(app.environment, by)
            except ProvenanceError as error:
                app.say_not_done("Not kept", error)
                return False
        app.signs_as(by)
        return True
