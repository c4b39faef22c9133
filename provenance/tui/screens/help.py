"""Help: what the screen is for in two sentences, what the marks mean, and the keys that work."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen

from provenance.rendering.marks import Mark
from provenance.tui.bindings import Scope, bindings, key_by_id, shown_key
from provenance.tui.drawing import Line, Pencil
from provenance.tui.hints import with_keys
from provenance.tui.styling import StyledScreen
from provenance.tui.widgets.key_line import KeyLine
from provenance.tui.widgets.pane import Pane

_GROUPS = {
    "app": "Everywhere",
    "table": "Moving",
    "pane": "Moving",
    "tree": "Moving",
    "reading": "Moving",
    "choices": "Moving",
    "folders": "Moving",
    "path": "Moving",
}


class HelpScreen(StyledScreen, ModalScreen[None], inherit_bindings=False):
    """Made from the bindings that are live on the screen it was called from."""

    BINDINGS = bindings(Scope.HELP)
    AUTO_FOCUS = "#help-pane"

    def __init__(self, screen: Screen[object]) -> None:
        super().__init__()
        self._purpose = getattr(screen, "PURPOSE", "")
        self._keys = list(screen.active_bindings.values())
        self._pencil: Pencil | None = getattr(screen, "pencil", None)

    def compose(self) -> ComposeResult:
        with Vertical(id="help") as box:
            box.border_title = "Help"
            yield Pane(id="help-pane")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#help-pane", Pane).show(self._lines())

    def _lines(self) -> Iterator[Line]:
        yield Line(Content(with_keys(self.app, self._purpose)))
        groups: dict[str, list[Line]] = {}
        for id, shown in self._shown_keys().items():
            key = key_by_id(id)
            assert key is not None
            group = _GROUPS.get(id.partition(".")[0], "Here")
            lead = Content.styled(f"  {', '.join(shown):<14}", "bold $primary")
            line = Line(Content(key.tooltip), lead)
            groups.setdefault(group, []).append(line)
        for group in ("Here", "Moving", "Everywhere"):
            if group in groups:
                yield Line(Content(""))
                yield Line(Content.styled(group, "bold"))
                yield from groups[group]
        if self._pencil is not None:
            yield from self._legend(self._pencil)

    def _shown_keys(self) -> dict[str, list[str]]:
        shown: dict[str, list[str]] = {}
        for active in self._keys:
            if active.binding.id and active.enabled:
                shown.setdefault(active.binding.id, []).append(self._display(active))
        return shown

    def _display(self, active: ActiveBinding) -> str:
        return shown_key(self.app, active.binding)

    def _legend(self, pencil: Pencil) -> Iterator[Line]:
        yield Line(Content(""))
        yield Line(Content.styled("Marks", "bold"))
        for mark in Mark:
            yield Line(pencil.marked(mark), Content("  "))
        sign = pencil.sign(Mark.COMPATIBLE)
        yield Line(Content(f"({sign} …) proposed: nobody has confirmed it"), Content("  "))
        yield Line(Content("[29] rests on note 29"), Content("  "))
