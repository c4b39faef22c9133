"""Text that is drawn again only where it has become another."""

from __future__ import annotations

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static


class Words(Static):
    """Text. Being told the same words again lays out nothing: many keys leave most of them."""

    _told: tuple[Content, str] | None = None
    """The words as they were told last, and the theme they were drawn in."""

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        now = (content, self.app.theme) if isinstance(content, Content) else None
        before, self._told = self._told, now
        if now is None or before is None or before[1] != now[1] or not now[0].is_same(before[0]):
            super().update(content, layout=layout)
