"""A whole source on the screen: only the lines in view are ever drawn, however long it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from provenance.model.documents import Document
from provenance.model.notes import Marker, MarkerKind
from provenance.model.spans import Span
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.drawing import Pencil
from provenance.tui.in_letters import VERBATIM
from provenance.tui.reading import Layout, Steps
from provenance.tui.widgets.captions import caption

GUTTER = 8
"""Columns at the left: the line or the page, and a sign."""


class Paint(Enum):
    """What a stretch of the text is, weakest first: a later one is drawn over an earlier."""

    NOTE = "a note's body"
    STATED = "a statement"
    PROPOSED = "a proposed statement"
    GARBLE = "perhaps garbled"
    MARKER = "a note's marker"
    FOUND = "found"


_LETTERS = {Paint.STATED: "|", Paint.PROPOSED: ":", Paint.GARBLE: "~"}
_SIGNS = {Paint.STATED: "▌", Paint.PROPOSED: "┊", Paint.GARBLE: "~"}


@dataclass(frozen=True, slots=True)
class Painted:
    span: Span
    paint: Paint


class SourceText(ScrollView, can_focus=True, inherit_bindings=False):
    """A text with a cursor that goes by words, and words marked from an anchor to the cursor."""

    BINDINGS = bindings(Scope.READING)

    class Moved(Message):
        """The cursor, the marked words or the view changed."""

    def __init__(self, document: Document, pencil: Pencil) -> None:
        super().__init__(id="source-text")
        self.document = document
        self._pencil = pencil
        self.steps = Steps(document.text)
        self._signs = {
            marker.span.start - 1: f"[{on_one_line(marker.label)}]"
            for marker in document.markers
            if marker.kind is MarkerKind.NOTE and not marker.span and marker.span.start
        }
        """The markers that a file draws by itself, and that stand nowhere in its text."""
        self._layout = Layout(document.text, 80, self._signs)
        self.at = self.steps.word_at(0)
        """The word the cursor is on."""
        self._anchor: Span | None = None
        self._is_marking = False
        """Whether moving marks, without shift."""
        self._painted: tuple[Painted, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._by_line: dict[int, list[Painted]] = {}
        self._is_dragging = False

    # What is drawn

    def place_of(self, marker: Marker) -> Span:
        """Where the cursor goes for a marker: to the marker, or to the word it stands behind."""
        return marker.span if marker.span else self.steps.word_before(marker.span.start)

    def put(self, painted: Iterable[Painted], pencil: Pencil) -> None:
        """Paint stretches of the text anew."""
        self._painted, self._pencil = tuple(painted), pencil
        self._index()

    def put_found(self, spans: Sequence[Span]) -> None:
        """Paint what was searched for."""
        self._found = tuple(spans)
        self._index()

    def _index(self) -> None:
        by_line: dict[int, list[Painted]] = defaultdict(list)
        found = (Painted(span, Paint.FOUND) for span in self._found)
        for each in sorted((*self._painted, *found), key=lambda p: list(Paint).index(p.paint)):
            last = self._layout.line_of(max(each.span.start, each.span.end - 1))
            for line in range(self._layout.line_of(each.span.start), last + 1):
                by_line[line].append(each)
        self._by_line = dict(by_line)
        self.refresh()

    def on_mount(self) -> None:
        self._draw_caption()

    def on_resize(self) -> None:
        width = self.size.width - GUTTER - 2
        if width != self._layout.width:
            self._layout = Layout(self.document.text, width, self._signs)
            self._index()
        self.virtual_size = Size(self.size.width, len(self._layout))
        self.show_cursor()
        # Only now is it known what is in view.
        self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        base = self.rich_style
        if line >= len(self._layout):
            return Strip.blank(self.size.width, base)
        segments = [*self._gutter(line), *self._words(line)]
        styled = [Segment(piece.text, base + (piece.style or Style())) for piece in segments]
        return Strip(styled).adjust_cell_length(self.size.width, base)

    def _gutter(self, line: int) -> list[Segment]:
        span, document = self._layout.span_of(line), self.document
        page = document.page_of(span.start)
        before = document.page_of(self._layout.span_of(line - 1).start) if line else ""
        label = f"p. {on_one_line(page)}" if page and page != before else ""
        begun = self._layout.begun(line)
        label = label or (str(document.line_of(begun)) if begun is not None else "")
        kinds = [each.paint for each in self._by_line.get(line, ())]
        signs = _LETTERS if self._pencil.letters else _SIGNS
        sign = next((signs[paint] for paint in signs if paint in kinds), " ")
        style = self._pencil.colour("muted")
        number = f"{label[: GUTTER - 3]:>{GUTTER - 3}} "
        return [Segment(number, style), Segment(f"{sign} ", self._style(Paint.STATED))]

    def _words(self, line: int) -> list[Segment]:
        span, pieces = self._layout.span_of(line), self._layout.pieces(line)
        styles = [VERBATIM] * len(pieces)
        for each in self._by_line.get(line, ()):
            self._lay(styles, span, each.span, self._style(each.paint))
        self._lay(styles, span, self.marked or self.at, Style(reverse=True, bold=True))
        if self.marked is not None:
            self._lay(styles, span, self.at, Style(underline=True))
        drawn: list[Segment] = []
        for offset, (piece, style) in enumerate(zip(pieces, styles, strict=True), span.start):
            sign = self._signs.get(offset, "")
            drawn.append(Segment(piece.removesuffix(sign), style))
            drawn += [Segment(sign, self._style(Paint.MARKER))] if sign else []
        return drawn

    def _lay(self, styles: list[Style], line: Span, span: Span, style: Style) -> None:
        for offset in range(max(line.start, span.start), min(line.end, span.end)):
            styles[offset - line.start] += style

    def _style(self, paint: Paint) -> Style:
        colour = self._pencil.colour
        match paint:
            case Paint.NOTE:
                return colour("muted")
            case Paint.STATED:
                return colour("primary") + Style(bold=True)
            case Paint.PROPOSED:
                return colour("primary") + Style(italic=True)
            case Paint.GARBLE:
                return colour("warning") + Style(italic=True, underline=True)
            case Paint.MARKER:
                return colour("accent") + Style(bold=True, underline=True)
            case Paint.FOUND:
                return colour("warning") + Style(bold=True, underline=True)

    def _draw_caption(self) -> None:
        self.border_title = caption(self, on_one_line(self.document.path), focused=self.has_focus)

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._draw_caption()

    # The cursor and the marked words

    @property
    def marked(self) -> Span | None:
        """The marked words, from the first to the last; None where none are."""
        if self._anchor is None:
            return None
        return Span(min(self._anchor.start, self.at.start), max(self._anchor.end, self.at.end))

    @property
    def view(self) -> Span:
        """The stretch of the text that is on the screen."""
        first = min(self.scroll_offset.y, len(self._layout) - 1)
        last = min(first + max(1, self.size.height), len(self._layout)) - 1
        return Span(self._layout.span_of(first).start, self._layout.span_of(last).end)

    def go(self, span: Span, *, marks: bool = False) -> None:
        """Put the cursor on the word a stretch begins with; with `marks` mark all of it."""
        self._anchor = self.steps.word_at(span.start) if marks else None
        self._is_marking = False
        word = self.steps.word_at(max(span.start, span.end - 1) if marks else span.start)
        self._move(word)

    def mark(self, span: Span) -> None:
        """Mark exactly a stretch, such as a sentence with its full stop."""
        self._anchor, self.at, self._is_marking = span, span, False
        self._told()

    def forget_mark(self) -> bool:
        """Mark nothing; whether anything was marked."""
        was = self._anchor is not None
        self._anchor, self._is_marking = None, False
        self.at = self.steps.word_at(self.at.start)
        self._told()
        return was

    def _move(self, word: Span) -> None:
        self.at = word
        self.show_cursor()
        self._told()

    def _told(self) -> None:
        self.refresh()
        self.post_message(self.Moved())

    def show_cursor(self) -> None:
        """Scroll until the cursor is in view, with a little of what stands around it."""
        line, height = self._layout.line_of(self.at.start), max(1, self.size.height)
        around = min(3, (height - 1) // 2)
        top = self.scroll_offset.y
        if line < top + around:
            self.scroll_to(y=max(0, line - around), animate=False)
        elif line >= top + height - around:
            self.scroll_to(y=line - height + 1 + around, animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    # Keys. `marks` says that shift is held.

    def _step(self, word: Span, marks: bool) -> None:
        if not (marks or self._is_marking):
            self._anchor = None
        elif self._anchor is None:
            self._anchor = self.at
        self._move(word)

    def action_word(self, step: int, marks: bool = False) -> None:
        at = self.at.end - 1 if step > 0 and len(self.at) else self.at.start
        self._step(self.steps.word(at, step), marks)

    def action_line(self, step: int, marks: bool = False) -> None:
        line = self._layout.line_of(self.at.start) + step
        if 0 <= line < len(self._layout):
            column = self._layout.column_of(self.at.start)
            found = self.steps.word_at(self._layout.offset_at(line, column))
            # Blank lines and the text's end have no word of their own.
            is_on = found.start > self.at.start if step > 0 else found.start < self.at.start
            self._step(found if is_on else self.steps.word(self.at.start, step), marks)

    def action_sentence(self, step: int, marks: bool = False) -> None:
        start = self.steps.sentence_at(self.at.start).start
        first = self.steps.word_at(start)
        back_to_start = step < 0 and self.at.start > first.start
        wanted = start if back_to_start else self.steps.sentence(self.at.start, step).start
        self._step(self.steps.word_at(wanted), marks)

    def action_page(self, step: int, marks: bool = False) -> None:
        last = len(self._layout) - 1
        line = self._layout.line_of(self.at.start) + step * max(1, self.size.height - 2)
        offset = self._layout.span_of(min(max(0, line), last)).start
        self._step(self.steps.word_at(offset), marks)

    def action_end(self, step: int, marks: bool = False) -> None:
        self._step(self.steps.word_at(len(self.document.text) if step > 0 else 0), marks)

    def action_mark(self) -> None:
        """Begin to mark at the cursor, or let the mark be as it is."""
        self._is_marking = not self._is_marking
        if self._is_marking:
            self._anchor = self.at
        self._told()

    def action_mark_sentence(self) -> None:
        self.mark(self.steps.sentence_at(self.at.start))

    # Mouse

    def _word_under(self, event: events.MouseEvent) -> Span:
        place = event.get_content_offset_capture(self)
        line = place.y + self.scroll_offset.y
        return self.steps.word_at(self._layout.offset_at(line, place.x - GUTTER))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._is_dragging = True
        self.capture_mouse()
        word = self._word_under(event)
        self._anchor = self.at if event.shift else None
        self._move(word)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._is_dragging:
            word = self._word_under(event)
            if word != self.at:
                self._step(word, True)

    def on_mouse_up(self) -> None:
        self._is_dragging = False
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2:
            self.action_mark_sentence()
