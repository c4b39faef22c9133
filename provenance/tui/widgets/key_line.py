"""The line of keys at the foot of every screen: those that work now and fit, whole words only."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen

from provenance.tui.bindings import MOST_IN_FOOTER, key_by_id, shown_key
from provenance.tui.widgets.clickable import Clickable, clickable

_ALWAYS = (".back", ".leave", ".help", ".palette")
"""What keys are called that go back, and that lead to all others."""


class KeyLine(Clickable):
    """Made from the live bindings, so that it says what is so after any remapping.

    Where not all fit, the last ones give way; going back and getting help never do.
    """

    def __init__(self) -> None:
        super().__init__(id="keys", markup=False)
        self._shown = ""
        self._is_stale = False

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._draw_soon)
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw_soon(self, _: Screen[object]) -> None:
        # One key changes several things, each of which says that keys may have come or gone.
        if not self._is_stale:
            self._is_stale = True
            self.call_later(self._draw)

    def _draw(self) -> None:
        self._is_stale = False
        if not (self.is_mounted and self.screen.is_active):
            return
        labels: dict[str, str] = getattr(self.screen, "labels", {})
        unoffered: frozenset[str] = getattr(self.screen, "unoffered", frozenset())
        shown = {
            active.binding.id or "": active
            for active in reversed(list(self.screen.active_bindings.values()))
            if (active.binding.show or active.binding.id in (*labels, "app.palette"))
            and active.binding.id not in unoffered
        }
        always = [id for end in _ALWAYS for id in shown if id.endswith(end)]
        ids = [id for id in reversed(list(shown)) if id not in always and key_by_id(id)]
        last = [shown[id] for id in always if id in shown]
        items = [self._item(shown[id], labels) for id in ids][: MOST_IN_FOOTER - len(last)]
        tail = [self._item(active, labels) for active in last]
        while items and self._length([*items, *tail]) > self.size.width:
            items.pop()
        line = Content("  ").join([*items, *tail])
        if line.plain != self._shown:
            self._shown = line.plain
            self.update(line)

    def _length(self, items: list[Content]) -> int:
        return sum(item.cell_length + 2 for item in items)

    def _item(self, active: ActiveBinding, labels: Mapping[str, str]) -> Content:
        binding = active.binding
        key = shown_key(self.app, binding)
        words = (f" {labels.get(binding.id or '', binding.description)}", "$muted")
        item = Content.assemble((key, "bold $footer-key-foreground"), words)
        return clickable(item, f"app.simulate_key('{binding.key}')")
