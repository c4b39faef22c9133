"""Words that do with the mouse what a key does."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.style import Style

from provenance.tui.widgets.words import Words


class Clickable(Words):
    """Text with places that act when clicked, in their own colours and without underline."""

    async def on_click(self, event: events.Click) -> None:
        action = event.style.meta.get("does")
        if isinstance(action, str):
            event.stop()
            await self.screen.run_action(action)


def clickable(words: Content, action: str) -> Content:
    """The words, doing an action of the screen or of the app. The action is never a source's."""
    return words.stylize(Style.from_meta({"does": action}))
