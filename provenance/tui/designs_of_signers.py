"""The form that asks who decides, where nobody has said so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from provenance import run
from provenance.tui.forms import Design, Field, Ground, Values

if TYPE_CHECKING:
    from provenance.tui.writing import WritingApp


class SignerDesign(Design):
    """Initials, for the rest of the session."""

    form: ClassVar[str] = "signer"
    purpose: ClassVar[str] = (
        "Whose initials stand on what you decide, for the rest of this session. Nothing is "
        "recorded until you confirm."
    )
    prefix: ClassVar[str] = "signer"
    buttons: ClassVar[str] = "signer"
    title = "Who decides?"
    fields = (Field("initials", "Initials", "yours", needed=True),)

    @classmethod
    def open(cls, ground: Ground, about: Mapping[str, str]) -> SignerDesign:
        return cls()

    def begin(self) -> dict[str, str]:
        return {}

    def intro(self) -> Content:
        said = "They hold for this session. To keep them, write initials: in your own settings (f2)"
        return Content.styled(f"{said}.", "$muted")

    def wrong(self, values: Values) -> tuple[run.Wrong, ...]:
        return ()

    def write(self, app: WritingApp, values: Values) -> bool:
        app.signs_as(values["initials"].strip())
        return True
