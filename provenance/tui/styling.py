"""How the screens get their colours and measures, without finding them out again and again.

Textual reads every style sheet anew for a screen that it has not seen, and applies all of them to
every widget of a screen each time it is shown. Neither changes anything unless the theme, or what
else the style sheets ask of the whole app, changed meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.geometry import Size
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen

_SHEETS = 512
"""Style sheets that are remembered as they were read: more than there are widgets of a kind."""


class StyledApp(App[None]):
    """An app that applies its style sheets where somebody will see it."""

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet._parse_cache.grow(_SHEETS)

    def update_styles(self, node: DOMNode, animate: bool = True) -> None:
        # Widgets change their classes while they are made; they are styled when they are mounted.
        if node is self or node.parent is not None:
            super().update_styles(node, animate=animate)


if TYPE_CHECKING:
    _Screen = Screen[Any]
else:
    _Screen = object


class StyledScreen(_Screen):
    """A screen that is styled when it is mounted, and after that when something changed."""

    _worn: object = None
    """What its styles were last found out for."""

    def __init__(self) -> None:
        super().__init__()
        app = self.app
        # It is styled for the room there is while nothing is in it yet.
        for room, steps in (
            (app.size.width, self.HORIZONTAL_BREAKPOINTS),
            (app.size.height, self.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(*self._get_breakpoint_classes(room, steps or []))
        self._css_update_count = app._css_update_count

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        worn = _worn_in(cast("App[object]", self.app))
        event.refresh_styles = self._worn not in (None, worn)
        self._worn = worn

    def _screen_resized(self, size: Size) -> None:
        # Who opens a screen lays it out, and then tells it how large it is.
        if size != self.outer_size or self._layout_required:
            super()._screen_resized(size)

    def render(self) -> RenderableType:
        drawn = super().render()
        if isinstance(drawn, BackgroundScreen):
            return _Dimmed(drawn.screen, drawn.color)
        return drawn


class _Dimmed(BackgroundScreen):
    """What lies below, tinted. There are few styles on a screen, and many stretches of each."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        tinted: dict[Style | None, Style | None] = {}
        for text, style, control in console.render(self.screen._compositor, options):
            if style not in tinted:
                (part,) = self.process_segments([Segment(" ", style)], self.color)
                tinted[style] = part.style
            yield Segment(text, style if control else tinted[style], control)


def _worn_in(app: App[object]) -> object:
    """What style sheets may ask of the app as a whole."""
    return app._css_update_count, app.classes, frozenset(app.pseudo_classes)
