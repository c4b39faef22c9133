"""How marks and words look: the one place where a mark becomes sign, weight and colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style as RichStyle
from rich.text import Text
from textual.color import Color
from textual.content import Content

from provenance.model.verdicts import (
    Cell,
    CellState,
    PlacedStatement,
    Row,
    Standing,
    Verdict,
)
from provenance.rendering.marks import LOOKS, Mark, chosen_short, sign_of, verdict_mark
from provenance.rendering.statements_in_words import counted, is_proposed, note_labels
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_short
from provenance.rendering.wrapping import fitted, wrapped
from provenance.tui.themes import variable

_REMEMBERED = 65_536
"""Cells whose lines are kept: a board is drawn anew for every filter, mostly the same cells."""


@lru_cache(maxsize=256)
def _parsed(style: str) -> RichStyle:
    return RichStyle.parse(style or "none")


@lru_cache(maxsize=256)
def _coloured(written: str) -> RichStyle:
    return RichStyle.from_color(Color.parse(written).rich_color) if written else RichStyle.null()


@lru_cache(maxsize=256)
def _combined(style: str, colour: str) -> RichStyle:
    return _parsed(style) + _coloured(colour)


@dataclass(frozen=True)
class Pencil:
    """What is drawn with: signs or letters, brackets or colour, and the colours of the theme."""

    letters: bool = False
    colourless: bool = False
    """No colour reaches the reader, so that differences need brackets."""
    variables: Mapping[str, str] | None = None
    """The theme's, for what Textual does not resolve by itself."""

    @property
    def brackets(self) -> bool:
        return self.letters or self.colourless

    @property
    def pointer(self) -> str:
        """What points at the pane or the difference we are at."""
        return ">" if self.letters else "▸"

    def sign(self, mark: Mark) -> str:
        return sign_of(mark, letters=self.letters)

    def in_table(self, mark: Mark) -> RichStyle:
        """A mark's style in a table, which wants Rich's."""
        return _combined(LOOKS[mark].style, (self.variables or {}).get(variable(mark), ""))

    def colour(self, name: str) -> RichStyle:
        """A theme variable as the colour of words."""
        return _coloured((self.variables or {}).get(name, ""))

    def marked(self, mark: Mark, words: str | None = None) -> Content:
        """A mark's sign and words (its own, unless others are given)."""
        said = LOOKS[mark].word if words is None else words
        return Content.styled(f"{self.sign(mark)} {said}".rstrip(), in_pane(mark))


def in_pane(mark: Mark) -> str:
    """A mark's style in a pane, which wants Textual's."""
    return f"{LOOKS[mark].style} ${variable(mark)}".strip()


def cell_words(cell: Cell, mark: Mark, pencil: Pencil) -> str:
    """What a cell says on one line: `! yes (planned) [30]`, in parentheses while proposed."""
    if cell.state is not CellState.SPEAKS:
        said = LOOKS[mark].word
    else:
        said = "; ".join(dict.fromkeys(_stated(placed, cell) for placed in cell.statements))
    whole = f"{pencil.sign(mark)} {said}"
    return f"({whole})" if cell.is_proposed else whole


def _stated(placed: PlacedStatement, cell: Cell) -> str:
    said = said_short(placed.statement)
    lost = "quotation lost" if placed.standing is Standing.LOST else ""
    words = " ".join(part for part in (said, lost, note_labels(placed.statement)) if part)
    return f"({words})" if is_proposed(placed) and not cell.is_proposed else words


NOT_COMPARED = "not compared"
"""What stands for a verdict until there is one to compute."""


def verdict_words(row: Row, pencil: Pencil) -> str:
    """`✗ disputed`, in parentheses where it hangs on proposals; `✓ resolved: 14 Mar 1841`."""
    mark, word = verdict_mark(row)
    if row.resolution is not None:
        return f"{pencil.sign(mark)} resolved: {chosen_short(row.resolution)}"
    said = f"{pencil.sign(mark)} {word}"
    return f"({said})" if row.on_proposals else said


def origins_words(row: Row) -> str:
    """`1 origin`, `max 3 origins`: what agreement is worth; "" where nothing agrees."""
    agrees = row.verdict in (Verdict.AGREED, Verdict.COMPATIBLE)
    if not agrees or row.origins.sources < 2:
        return ""
    most = "" if row.origins.at_most == 1 else "max "
    return f"{most}{counted(row.origins.at_most, 'origin')}"


@lru_cache(maxsize=_REMEMBERED)
def in_lines(words: str, width: int, most: int, *, hanging: int = 0) -> tuple[str, ...]:
    """At most `most` lines of `width` columns; what does not fit ends with an ellipsis."""
    text = on_one_line(words)
    lines = list(wrapped(text, width))
    if hanging and len(lines) > 1:
        rest = text[len(lines[0]) :].lstrip()
        lines = [lines[0], *(" " * hanging + line for line in wrapped(rest, width - hanging))]
    if len(lines) > most:
        lines = [*lines[: most - 1], fitted(lines[most - 1] + " " * width, width).rstrip()]
    return tuple(lines) or ("",)


def table_text(lines: Sequence[str], style: RichStyle | str = "") -> Text:
    """Lines for a table's cell. Never markup: the words may be anybody's."""
    return Text("\n".join(lines), style=style, no_wrap=True, end="")


NOTHING = Content("")
_MOST_INDENT = 20
"""Columns of a lead under which what wraps still hangs; a longer one leaves too little room."""


@dataclass(frozen=True)
class Line:
    """Words after a lead; where they wrap, they hang under their own beginning."""

    body: Content
    lead: Content = NOTHING


def laid(lines: Iterable[Line], width: int) -> Content:
    """The lines wrapped to a width, as one text."""
    drawn: list[Content] = []
    for line in lines:
        is_long = line.lead.cell_length > _MOST_INDENT
        lead, body = (NOTHING, line.lead + line.body) if is_long else (line.lead, line.body)
        indent = 2 if is_long else lead.cell_length
        pieces = body.wrap(max(8, width - indent)) if body else [NOTHING]
        drawn.append(lead + pieces[0])
        drawn += [Content(" " * indent) + piece for piece in pieces[1:]]
    return Content("\n").join(drawn)


def muted(words: str) -> Content:
    return Content.styled(words, "$muted")
