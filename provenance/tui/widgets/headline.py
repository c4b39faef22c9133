"""The two lines on top of every screen: what this is, and how it is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.containers import Horizontal
from textual.content import Content

from provenance.rendering.untrusted import on_one_line
from provenance.tui.drawing import NOTHING
from provenance.tui.hints import key_of, with_keys
from provenance.tui.widgets.clickable import Clickable, clickable

_LEAST_GAP = 2


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which a view was chosen, and the action that chooses the next."""

    name: str
    value: str
    action: str
    is_usual: bool
    """Whether it is the way in which the screen opens."""

    def said(self, *, in_short: bool) -> Content:
        """`filter: all`, which a click changes; in short the name alone while it is the usual."""
        words = self.name if in_short and self.is_usual else f"{self.name}: {self.value}"
        return clickable(Content(on_one_line(words)), self.action)


class TwoEnds(Horizontal):
    """Words on the left and on the right; one above the other where both do not fit."""

    def __init__(self, id: str) -> None:
        super().__init__(
            Clickable(classes="left-end", markup=False),
            Clickable(classes="right-end", markup=False),
            id=id,
            classes="two-ends",
        )
        self._left, self._right, self._in_short = NOTHING, NOTHING, NOTHING

    def put(self, left: Content, right: Content, in_short: Content | None = None) -> None:
        """Show both ends; the right one `in_short` where only that fits beside the left."""
        self._left, self._right = left, right
        self._in_short = right if in_short is None else in_short
        self.query_one(".left-end", Clickable).update(left)
        self._stack()

    def on_resize(self) -> None:
        self._stack()

    def _stack(self) -> None:
        right = self._right if self._fits(self._right) else self._in_short
        is_stacked = not self._fits(right)
        self.query_one(".right-end", Clickable).update(self._right if is_stacked else right)
        self.set_class(is_stacked, "-stacked")

    def _fits(self, right: Content) -> bool:
        needed = self._left.cell_length + _LEAST_GAP + right.cell_length
        return not right or not self.size.width or needed <= self.size.width


class Headline(TwoEnds):
    """A title on the left, counts on the right."""

    def __init__(self) -> None:
        super().__init__("headline")
        self._said = (NOTHING, NOTHING)
        self._progress = ""
        self._is_searched = True
        self._standing = ""

    def show(self, title: str, right: Content | str) -> None:
        """A title and what is counted."""
        self._said = (
            Content(on_one_line(title)),
            Content(right) if isinstance(right, str) else right,
        )
        self._draw()

    def set_progress(self, words: str, *, is_searched: bool = True, standing: str = "") -> None:
        """Say what is being read or compared, and that what is shown is older; "" when done.

        Until all `is_searched` there is nothing older: what is shown is what there is so far.
        `standing` is said whenever nothing else is.
        """
        self._standing = standing
        self._progress = on_one_line(words)
        self._is_searched = is_searched
        self._draw()

    def _draw(self) -> None:
        title, right = self._said
        if told := self._told():
            right = Content.styled(f"{told}: ", "bold") + right
        elif self._standing:
            right = Content.styled(f"{self._standing} · ", "bold") + right
        self.put(title, right)

    def _told(self) -> str:
        """What is to be known of the counts."""
        if self._progress:
            shown = "older" if self._is_searched else "so far"
            return f"{self._progress} · {key_of(self.app, 'back')} stops · {shown}"
        unsearched = "not all searched, {app.check} goes on · so far"
        return "" if self._is_searched else with_keys(self.app, unsearched)


class Modes(TwoEnds):
    """The modes, ours in brackets; on the right, how the view was chosen."""

    MODES = (
        ("matrix", "Matrix"),
        ("audit", "Audit"),
        ("sources", "Sources"),
        ("decisions", "Decisions"),
    )

    def __init__(self, here: str) -> None:
        super().__init__("modes")
        self._here = here

    def show(self, findings: int, looks: Iterable[Look] = (), sought: str = "") -> None:
        """`findings` are counted at the audit's name; `sought` is what is searched for."""
        names = [self._labelled(mode, name, findings) for mode, name in self.MODES]
        words = [Content.styled(f"search: {on_one_line(sought)}", "bold")] if sought else []
        chosen, gap = tuple(looks), Content("  ")
        long, short = (
            gap.join([*words, *(look.said(in_short=in_short) for look in chosen)])
            for in_short in (False, True)
        )
        self.put(Content(" ").join(names), long, short)

    def _labelled(self, mode: str, name: str, findings: int) -> Content:
        count = f" {findings}!" if mode == "audit" and findings else ""
        words = f"{key_of(self.app, f'app.{mode}')} {name}{count}"
        if mode == self._here:
            return Content.styled(f"[{words}]", "bold $primary")
        return clickable(Content.styled(f" {words} ", "$muted"), f"app.mode('{mode}')")
