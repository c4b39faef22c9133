"""What a table shows, drawn only where somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from rich.style import Style
from rich.text import Text

from provenance.tui.drawing import table_text


@dataclass(frozen=True)
class SheetColumn:
    key: str
    width: int
    drawn: Callable[[], Text]

    @cached_property
    def label(self) -> Text:
        return self.drawn()


class Sheet(Protocol):
    """Rows and columns, and the cells where they meet."""

    @property
    def columns(self) -> Sequence[SheetColumn]: ...

    @property
    def keys(self) -> Sequence[str]:
        """What tells the rows apart."""

    @property
    def heights(self) -> Sequence[int]:
        """The lines of every row: found out where it was settled, else guessed."""

    @property
    def head_height(self) -> int:
        """The lines of the labels."""

    def cell(self, row: int, column: int) -> Text: ...

    def settle(self, rows: range, columns: range) -> None:
        """Find out the heights of some rows, at least as far as these columns want it."""

    def rest(self) -> Iterator[None]:
        """Find out all heights, a little more with every step."""


class LinedSheet:
    """Rows that are drawn whole, from lines that are asked for when they come into view, each in
    one style."""

    head_height = 1

    def __init__(
        self,
        heads: Sequence[tuple[str, int]],
        keys: Sequence[str],
        lined: Callable[[int], Sequence[Sequence[str]]],
        style_of: Callable[[int], Style | str] = lambda _: "",
    ) -> None:
        self.columns = tuple(
            SheetColumn(head, width, lambda head=head: table_text([head]))  # type: ignore[misc]
            for head, width in heads
        )
        self.keys = keys
        self.heights = [1] * len(keys)
        self._lined = lined
        self._style_of = style_of
        self._is_settled = [False] * len(keys)

    def cell(self, row: int, column: int) -> Text:
        return table_text(self._lined(row)[column], self._style_of(row))

    def settle(self, rows: range, columns: range) -> None:
        for row in rows:
            if not self._is_settled[row]:
                self.heights[row] = max(map(len, self._lined(row)))
                self._is_settled[row] = True

    def rest(self) -> Iterator[None]:
        for row in range(len(self.keys)):
            self.settle(range(row, row + 1), range(len(self.columns)))
            yield
