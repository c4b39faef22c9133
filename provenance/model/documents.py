"""A file as it was read: its text, the parts of that text, and what could not be read."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from provenance.model.notes import Marker, Note
from provenance.model.spans import Span

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Layer:
    """A part of a source with its own author: transcript, archive's summary, editor's note."""

    name: str
    span: Span
    author: str = ""
    """As the source's description gives it; "" where it gives none."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something of the file that could not be read, and why. A gap is not silence."""

    reason: str
    where: str = ""
    """A page or part, as a reader would name it; "" means the whole file."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the original, by the label printed on it."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class SetOff:
    """Paragraphs that the layout sets off from the running text, as long quotations are."""

    span: Span
    is_named: bool = True
    """Whether the file calls it a quotation; else it is only indented."""


@dataclass(frozen=True)
class Document:
    """A file as it was read.

    Every offset in the program counts code points of `text`, the canonical text: decoded, without
    BOM, CRLF as LF, and otherwise untouched.
    """

    path: str
    """Relative to the workspace, with forward slashes; as typed for a file outside one."""
    sha256: str
    """Of the bytes of the file, in lower-case hexadecimal."""
    format: str
    """`txt`, `md`, `html`, `docx`, …: what the content is, whatever the name says."""
    text: str
    layers: tuple[Layer, ...] = ()
    markers: tuple[Marker, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: tuple[Page, ...] = ()
    set_off: tuple[SetOff, ...] = ()
    """What its layout sets off from the running text, in order."""
    gaps: tuple[Gap, ...] = ()
    remarks: tuple[str, ...] = ()
    """What a person should know of how the file was read; nothing was lost by it."""
    encoding: str = "utf-8"
    """What the bytes were decoded with. Anything but utf-8 was a fallback, and is said."""
    language: str = ""
    """BCP 47, "" where not known."""

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return tuple(starts)

    def line_of(self, offset: int) -> int:
        """The line of a code-point offset, from 1."""
        return bisect_right(self._line_starts, offset)

    def column_of(self, offset: int) -> int:
        """The column of a code-point offset in its line, from 1."""
        return offset - self._line_starts[self.line_of(offset) - 1] + 1

    def page_of(self, offset: int) -> str:
        """The label of the page an offset stands on; "" where pages are not known."""
        return next((p.label for p in self.pages if p.span.start <= offset < p.span.end), "")

    def paragraph_of(self, offset: int) -> int:
        """The paragraph an offset stands in, from 1: blank lines part them."""
        return 1 + bisect_right(self._paragraph_breaks, offset)

    @cached_property
    def _paragraph_breaks(self) -> tuple[int, ...]:
        return tuple(match.end() for match in _BLANK_LINES.finditer(self.text))

    def layer_of(self, span: Span) -> Layer | None:
        """The innermost layer that holds the whole span."""
        holding = [layer for layer in self.layers if layer.span.covers(span)]
        return min(holding, key=lambda layer: len(layer.span), default=None)

    def note_labelled(self, label: str) -> Note | None:
        """The note a reader would call `label`, if its body was read. `2/29` is 29 in series 2."""
        series, _, bare = label.rpartition("/")
        found = [note for note in self.notes if note.label == bare]
        if series.isdecimal():
            found = [note for note in found if note.series == int(series)]
        return found[0] if len(found) == 1 else None
