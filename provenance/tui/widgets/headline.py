"""The two lines on top of every screen: what this is, and how it is looked at."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from provenance.rendering.untrusted import on_one_line
from provenance.tui.widgets.clickable import Clickable, clickable


class Headline(Horizontal):
    """A title on the left, counts on the right; one above the other where it is narrow."""

    def __init__(self) -> None:
        super().__init__(
            Static(id="headline-title", markup=False),
            Static(id="headline-counts", markup=False),
            id="headline",
        )

    def show(self, title: str, right: Content | str) -> None:
        self.query_one("#headline-title", Static).update(Content(on_one_line(title)))
        self.query_one("#headline-counts", Static).update(
            right if isinstance(right, Content) else Content(right)
        )


class Modes(Horizontal):
    """The modes, ours in brackets; on the right, how the view was chosen."""

    MODES = (("matrix", "1", "Matrix"), ("audit", "2", "Audit"), ("sources", "3", "Sources"))

    def __init__(self, here: str) -> None:
        super().__init__(id="modes")
        self._here = here

    def compose(self) -> ComposeResult:
        yield Clickable(id="modes-list")
        yield Clickable(id="modes-state")

    def show(self, findings: int, state: Content) -> None:
        """`findings` are counted at the audit's name."""
        names = [self._labelled(mode, key, name, findings) for mode, key, name in self.MODES]
        self.query_one("#modes-list", Static).update(Content("  ").join(names))
        self.query_one("#modes-state", Static).update(state)

    def _labelled(self, mode: str, key: str, name: str, findings: int) -> Content:
        count = f" {findings}!" if mode == "audit" and findings else ""
        words = f"{key} {name}{count}"
        if mode == self._here:
            return Content.styled(f"[{words}]", "bold $primary")
        return clickable(Content.styled(f" {words} ", "$muted"), f"app.mode('{mode}')")
