"""The two lines on top of every screen: what this is, and how it is looked at."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.content import Content

from provenance.rendering.untrusted import on_one_line
from provenance.tui.drawing import NOTHING
from provenance.tui.widgets.clickable import Clickable, clickable

_LEAST_GAP = 2


class TwoEnds(Horizontal):
    """Words on the left and on the right; one above the other where both do not fit."""

    def __init__(self, id: str) -> None:
        super().__init__(
            Clickable(classes="left-end", markup=False),
            Clickable(classes="right-end", markup=False),
            id=id,
            classes="two-ends",
        )
        self._ends = (NOTHING, NOTHING)

    def put(self, left: Content, right: Content) -> None:
        """Show both ends."""
        self._ends = (left, right)
        self.query_one(".left-end", Clickable).update(left)
        self.query_one(".right-end", Clickable).update(right)
        self._stack()

    def on_resize(self) -> None:
        self._stack()

    def _stack(self) -> None:
        needed = sum(end.cell_length for end in self._ends) + _LEAST_GAP
        self.set_class(0 < self.size.width < needed and bool(self._ends[1]), "-stacked")


class Headline(TwoEnds):
    """A title on the left, counts on the right."""

    def __init__(self) -> None:
        super().__init__("headline")
        self._said = (NOTHING, NOTHING)
        self._progress = ""

    def show(self, title: str, right: Content | str) -> None:
        """A title and what is counted."""
        self._said = (
            Content(on_one_line(title)),
            Content(right) if isinstance(right, str) else right,
        )
        self._draw()

    def set_progress(self, words: str) -> None:
        """Say what is being read or compared, and that what is shown is older; "" when done."""
        self._progress = on_one_line(words)
        self._draw()

    def _draw(self) -> None:
        title, right = self._said
        if self._progress:
            right = Content.styled(f"{self._progress} · esc stops · older: ", "bold") + right
        self.put(title, right)


class Modes(TwoEnds):
    """The modes, ours in brackets; on the right, how the view was chosen."""

    MODES = (
        ("matrix", "1", "Matrix"),
        ("audit", "2", "Audit"),
        ("sources", "3", "Sources"),
        ("decisions", "4", "Decisions"),
    )

    def __init__(self, here: str) -> None:
        super().__init__("modes")
        self._here = here

    def show(self, findings: int, state: Content) -> None:
        """`findings` are counted at the audit's name."""
        names = [self._labelled(mode, key, name, findings) for mode, key, name in self.MODES]
        self.put(Content(" ").join(names), state)

    def _labelled(self, mode: str, key: str, name: str, findings: int) -> Content:
        count = f" {findings}!" if mode == "audit" and findings else ""
        words = f"{key} {name}{count}"
        if mode == self._here:
            return Content.styled(f"[{words}]", "bold $primary")
        return clickable(Content.styled(f" {words} ", "$muted"), f"app.mode('{mode}')")
