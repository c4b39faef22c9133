"""The two passages of a claim: level and side by side, or one below the other when narrow."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from provenance.tui.drawing import NOTHING, Line, Pencil
from provenance.tui.levelling import (
    GUTTER,
    Drawn,
    Level,
    in_halves,
    one_below_another,
    side_by_side,
)
from provenance.tui.widgets.captions import caption
from provenance.tui.widgets.pane import Pane, Scroller


class Passages(Vertical):
    """Locked, both sides scroll as one and stay level; unlocked, each scrolls by itself."""

    def __init__(self) -> None:
        super().__init__(id="passages")
        self._levels: tuple[Level, ...] = ()
        self._facts: tuple[Level, ...] = ()
        self._heads = (NOTHING, NOTHING)
        self._names = ("", "")
        self._pencil = Pencil()
        self._starts: tuple[int, ...] = ()
        self._laid_width = -1
        self.current = -1
        """The difference we stand on; -1 before the first."""
        self.wrap = True
        self.locked = True

    def compose(self) -> ComposeResult:
        with Horizontal(id="heads"):
            yield Static(id="head-gutter")
            yield Static(id="head-left", markup=False)
            yield Static(id="head-right", markup=False)
        with Scroller(id="together"), Horizontal(id="columns"):
            yield Static(id="gutter")
            yield Static(id="left")
            yield Static(id="right")

    def show(
        self,
        levels: Sequence[Level],
        facts: Sequence[Level],
        heads: tuple[Content, Content],
        names: tuple[str, str],
        pencil: Pencil,
    ) -> None:
        """Show another pair, from the top."""
        self._levels, self._facts = tuple(levels), tuple(facts)
        self._heads, self._names, self._pencil = heads, names, pencil
        self.current = -1
        self.lay()
        self.query_one("#together").scroll_home(animate=False)

    @property
    def differences(self) -> int:
        """How many differences there are to step through."""
        return len(self._starts)

    def go(self, difference: int) -> None:
        """Step to a difference and bring it into view."""
        self.current = difference
        self.lay()
        self.query_one("#together").scroll_to(y=max(0, self._starts[difference] - 2), animate=False)

    def on_mount(self) -> None:
        self._draw_caption()

    def on_resize(self) -> None:
        if self.size.width != self._laid_width:
            self.lay()

    def on_descendant_focus(self) -> None:
        self._draw_caption()

    def on_descendant_blur(self) -> None:
        self._draw_caption()

    def _draw_caption(self) -> None:
        self.border_title = caption(self, "Passages", focused=self.has_focus_within)

    async def scroll_apart(self) -> None:
        """Give each side a pane of its own."""
        if not self.query("#apart"):
            panes = Pane(id="apart-left"), Pane(id="apart-right")
            await self.mount(Horizontal(*panes, id="apart"))
        self.locked = False
        self.lay()
        self.query_one("#apart-left").focus()

    def scroll_together(self) -> None:
        """Scroll both sides as one."""
        self.locked = True
        self.lay()
        self.query_one("#together").focus()

    @property
    def is_narrow(self) -> bool:
        return self.size.width < 98

    def lay(self) -> None:
        """Fit everything to the width there is."""
        if not self.size.width:
            # Not on the screen yet: being given a width will lay it.
            return
        self._laid_width = self.size.width
        width = max(40, self.size.width - 3)
        self.query_one("#together").display = self.locked
        for pane in self.query("#apart"):
            pane.display = not self.locked
        self.query_one("#heads").display = self.locked and not self.is_narrow
        if not self.locked:
            self._lay_apart()
        elif self.is_narrow:
            self._lay_narrow(width)
        elif self.wrap and not any(level.gutter for level in self._levels):
            self._lay_texts(width)
        else:
            self._put(self._columns(width), width)

    def _columns(self, width: int) -> Drawn:
        levels = [*self._levels, *self._gap(), *self._facts]
        return side_by_side(levels, width, self._pencil, wrap=self.wrap, current=self.current)

    def _gap(self) -> list[Level]:
        return [Level(Content(" "), NOTHING, NOTHING)] if self._levels and self._facts else []

    def _lay_narrow(self, width: int) -> None:
        # The id and the place are enough here; the title stands on the sources' screen.
        first, second = (head.split("\n")[0] for head in self._heads)
        drawn = one_below_another(
            self._levels, self._names, (first, second), width, self._pencil, current=self.current
        )
        facts = side_by_side([*self._gap(), *self._facts], width, self._pencil, wrap=True)
        self._starts = drawn.differences
        zipped = _beside(facts, (width - GUTTER - 4) // 2)
        self._set(NOTHING, drawn.left + "\n" + zipped, NOTHING)

    def _lay_texts(self, width: int) -> None:
        """Two texts that are not compared, which need no gutter."""
        self._starts = ()
        self._set_heads(0, (width - 2) // 2)
        levels = [*self._levels, *self._gap(), *self._facts]
        self._set(NOTHING, in_halves(levels, width), NOTHING)

    def _put(self, drawn: Drawn, width: int) -> None:
        self._starts = drawn.differences
        column = (width - GUTTER - 4) // 2
        for name in ("left", "right"):
            self.query_one(f"#{name}").styles.width = column + 2 if self.wrap else "auto"
        self._set_heads(GUTTER, column)
        self._set(drawn.gutter, drawn.left, drawn.right)

    def _set_heads(self, gutter: int, column: int) -> None:
        self.query_one("#head-gutter").styles.width = gutter
        for name, head in zip(("left", "right"), self._heads, strict=True):
            self.query_one(f"#head-{name}").styles.width = column + 2
            self.query_one(f"#head-{name}", Static).update(head)

    def _set(self, gutter: Content, left: Content, right: Content) -> None:
        self.query_one("#gutter", Static).update(gutter)
        self.query_one("#gutter").display = bool(gutter)
        self.query_one("#left", Static).update(left)
        self.query_one("#right", Static).update(right)
        if not right:
            self.query_one("#left").styles.width = "100%"
        self.query_one("#right").display = bool(right)

    def _lay_apart(self) -> None:
        sides = {
            "left": ([lv.left for lv in self._levels], [fact.left for fact in self._facts]),
            "right": ([lv.right for lv in self._levels], [fact.right for fact in self._facts]),
        }
        for number, (side, (words, facts)) in enumerate(sides.items()):
            whole = Content(" ").join(part for part in words if part)
            told = [
                Line(said, level.gutter.pad_right(GUTTER - level.gutter.cell_length))
                for level, said in zip(self._facts, facts, strict=True)
            ]
            head = self._heads[number].plain.split("\n")[0]
            self.query_one(f"#apart-{side}", Pane).show([Line(whole), Line(NOTHING), *told], head)


def _beside(drawn: Drawn, column: int) -> Content:
    """The three columns as one text."""
    columns = (drawn.gutter, drawn.left, drawn.right)
    texts = [text.split("\n", allow_blank=True) for text in columns]
    return Content("\n").join(
        gutter.pad_right(GUTTER - gutter.cell_length) + _filled(left, column) + right
        for gutter, left, right in zip(*texts, strict=True)
    )


def _filled(words: Content, width: int) -> Content:
    return words.pad_right(max(0, width - words.cell_length)) + Content("  ")
