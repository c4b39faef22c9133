"""Finding rows of a table by their words, for every screen that is one table."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widgets import Input

from provenance.rendering.untrusted import on_one_line
from provenance.tui.screens.base import BoardScreen
from provenance.tui.widgets.board_table import BoardTable
from provenance.tui.widgets.search_line import SearchLine


class FindingRows(BoardScreen):
    """A screen whose rows are found by their words. It yields a `SearchLine` under its table."""

    sought = ""
    """The words searched for; "" while nothing is."""

    def said_in_rows(self) -> Iterator[str]:
        """All that each row says, also where the table has no room for it, from the top."""
        raise NotImplementedError

    @property
    def is_searching(self) -> bool:
        """Whether going back leaves the search before all else."""
        return bool(self.sought) or self.query_one(SearchLine).display

    def action_search(self) -> None:
        self.query_one(SearchLine).open(self.sought)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        words = event.value.strip()
        self._close_search()
        self._seek(words)
        found = self._found()
        if not words:
            return
        if not found:
            self.notify(f"“{on_one_line(words)}” stands nowhere here.", markup=False)
            self._seek("")
            return
        if self._table.cursor_row not in found:
            self.action_found(1)
        self.hint(f"{len(found)} found; {{next}} goes to the next.")

    def action_found(self, step: int) -> None:
        """Go to the next row with the words, or to the one before; round at the end."""
        if not self.sought:
            self.hint("{search} searches; then this goes to the next found.")
            return
        found, here = self._found(), self._table.cursor_row
        if not found:
            self.notify(f"“{on_one_line(self.sought)}” stands nowhere here now.", markup=False)
            return
        ahead = [row for row in found if (row - here) * step > 0]
        if not ahead:
            self.notify(f"That was the {'last' if step > 0 else 'first'} found.", markup=False)
        ahead = ahead or found
        self._table.move_cursor(row=ahead[0 if step > 0 else -1])

    def action_back(self) -> None:
        """The search box, the search, then what the screen leaves by itself."""
        if self.query_one(SearchLine).display:
            self._close_search()
        elif self.sought and not self.board_app.stop_checking():
            self._seek("")
        else:
            super().action_back()

    def _found(self) -> list[int]:
        wanted = self.sought.casefold()
        if not wanted:
            return []
        rows = (on_one_line(said).casefold() for said in self.said_in_rows())
        return [row for row, said in enumerate(rows) if wanted in said]

    def _seek(self, words: str) -> None:
        self.sought = words
        self.redraw()

    def _close_search(self) -> None:
        self.query_one(SearchLine).close()
        self.set_focus(self._table)

    @property
    def _table(self) -> BoardTable:
        return self.query_one(BoardTable)
