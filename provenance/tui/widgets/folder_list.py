"""What a folder offers, to pick from; and the line on which a path is typed."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.folders import Listing, Offered
from provenance.tui.widgets.form_row import Entry

_TICK = 4
"""How wide the sign is that a click ticks."""


class PathLine(Entry):
    """Where a path is typed, pasted or dropped."""

    BINDINGS = bindings(Scope.PATH)

    class Dropped(Message):
        """Something was pasted into it while it was empty."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def _on_paste(self, event: events.Paste) -> None:
        if self.value.strip():
            super()._on_paste(event)
            return
        event.prevent_default()
        event.stop()
        self.post_message(self.Dropped(event.text))


class FolderList(OptionList, inherit_bindings=False):
    """Folders and files. Where several may be picked each file has a sign to be ticked."""

    BINDINGS = bindings(Scope.FOLDERS)

    class Ticked(Message):
        """A file's sign was clicked on."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, *, several: bool) -> None:
        super().__init__(id="folders", compact=True, markup=False)
        self._several = several
        self._offered: tuple[Offered, ...] = ()

    @property
    def under_cursor(self) -> Offered | None:
        at = self.highlighted
        return self._offered[at] if at is not None and at < len(self._offered) else None

    def offered_at(self, index: int) -> Offered:
        return self._offered[index]

    def go_to(self, name: str) -> bool:
        """Put the cursor on a file; whether it is listed."""
        at = next((i for i, each in enumerate(self._offered) if each.path.name == name), None)
        if at is not None:
            self.highlighted = at
        return at is not None

    def show(self, listing: Listing, ticked: Collection[Path], nothing: str) -> None:
        """List what a folder offers, with the cursor where it was if it is still the same list;
        `nothing` is said where that is nothing."""
        at = self.highlighted if listing.offered == self._offered else 0
        self._offered = listing.offered
        self.clear_options()
        self.add_options(Option(self._line(each, ticked)) for each in listing.offered)
        if not listing.offered and not listing.wrong:
            self.add_option(Option(Content.styled(nothing, "$muted"), disabled=True))
        self.highlighted = at if listing.offered else None

    def _line(self, offered: Offered, ticked: Collection[Path]) -> Content:
        name = on_one_line(offered.path.name)
        if offered.is_folder:
            return Content.assemble("    " if self._several else "", (f"{name}/", "bold"))
        if not self._several:
            return Content(name)
        return Content(f"{'[x]' if offered.path in ticked else '[ ]'} {name}")

    async def _on_click(self, event: events.Click) -> None:
        at = event.style.meta.get("option")
        if self._several and at is not None and at < len(self._offered) and event.x <= _TICK:
            event.prevent_default()
            self.highlighted = at
            if not self._offered[at].is_folder:
                self.post_message(self.Ticked(self._offered[at].path))
