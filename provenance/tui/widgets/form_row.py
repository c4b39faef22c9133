"""One line of a form: its label, where it is filled in, and what is said below it."""

from __future__ import annotations

from typing import cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Label, Select, Static

from provenance.rendering.untrusted import on_one_line
from provenance.tui.forms import Field


class Entry(Input):
    """A box for one line. What is pasted stands on it whole, however many lines it had; what
    stands there is not selected on arrival, so that no key replaces it all."""

    def on_mount(self) -> None:
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        # Of several lines Textual would take the first and drop the others without a word.
        event.prevent_default()
        event.stop()
        words = on_one_line(" ".join(event.text.split()))
        self.replace(words, *self.selection)


class Tick(Checkbox):
    """Something to be ticked. The sign tells, not the colour."""

    def __init__(self, said: str, *, ticked: bool, id: str | None = None) -> None:
        super().__init__(Content(said), value=ticked, compact=True, id=id)
        self.said = said

    @property
    def _button(self) -> Content:
        return Content("[x]" if self.value else "[ ]")


class OneOf(Tick):
    """One of several choices that exclude one another. `written` is what it stands for."""

    def __init__(self, said: str, written: str, *, chosen: bool, id: str) -> None:
        super().__init__(said, ticked=chosen, id=id)
        self.written = written

    @property
    def _button(self) -> Content:
        return Content("(•)" if self.value else "( )")


class FormRow(Vertical):
    """A field of a form. `value` is what it holds, as `Values` has it."""

    class Changed(Message):
        """Somebody typed, chose or ticked."""

        def __init__(self, row: FormRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, field: Field, value: str, prefix: str) -> None:
        super().__init__(id=f"row-{field.name}", classes="form-row")
        self.field = field
        self._value = value
        self._box_id = f"{prefix}-{field.name}"
        self._told: Content | None = None
        self._is_filled = False
        """Whether the boxes are there to be filled in: a row can come to a form that is open."""

    def on_mount(self) -> None:
        self._is_filled = True
        if isinstance(self.box, Input) and self.value != self._value:
            self.put(self._value)
        told, self._told = self._told, None
        if told is not None:
            self.tell(told)

    def compose(self) -> ComposeResult:
        with Horizontal(classes="form-field"):
            yield Label(self.field.label)
            yield from self._boxes()
        yield Static(id=f"told-{self.field.name}", classes="form-told", markup=False)

    def _boxes(self) -> ComposeResult:
        field, id = self.field, self._box_id
        if field.ticks:
            ticked = self._value.split("\n")
            with Vertical(id=id, classes="form-ticks"):
                yield Static(field.hint, classes="form-hint", markup=False)
                for said in field.ticks:
                    yield Tick(said, ticked=said in ticked)
        elif field.is_open:
            with Vertical(id=id, classes="form-ticks"):
                for number, (said, written) in enumerate(field.choices, 1):
                    chosen = written == self._value
                    yield OneOf(said, written, chosen=chosen, id=f"{id}-{number}")
        elif field.choices:
            known = [written for _, written in field.choices]
            value = self._value if self._value in known else known[0]
            yield Select(field.choices, value=value, allow_blank=False, id=id, compact=True)
        else:
            # On one line: an entry box has no more, and nothing in it may act on the terminal.
            shown = on_one_line(self._value)
            yield Entry(shown, field.hint, id=id, compact=True, select_on_focus=False)

    @property
    def box(self) -> Widget:
        """Where it is filled in."""
        found = self.query_one(f"#{self._box_id}")
        return found.query(Tick).first() if self.field.ticks or self.field.is_open else found

    @property
    def value(self) -> str:
        if not self._is_filled:
            return self._value
        if self.field.ticks:
            return "\n".join(tick.said for tick in self.query(Tick) if tick.value)
        if self.field.is_open:
            return next((each.written for each in self.query(OneOf) if each.value), "")
        box = self.box
        if not isinstance(box, Input):
            return str(cast("Select[str]", box).value)
        # What had to be shown on one line is not changed by showing it.
        return self._value if box.value == on_one_line(self._value) else box.value

    def put(self, value: str) -> None:
        """Fill it in without its counting as changed."""
        self._value = value
        if not self._is_filled:
            return
        with self.prevent(Input.Changed, Select.Changed, Checkbox.Changed):
            if self.field.ticks:
                for tick in self.query(Tick):
                    tick.value = tick.said in value.split("\n")
            elif self.field.is_open:
                self._choose(value)
            elif isinstance(box := self.box, Input):
                box.value = on_one_line(value)
                # Where typing would have left it, not where it stood in what was there before.
                box.cursor_position = len(box.value)
            else:
                cast("Select[str]", box).value = value

    def _choose(self, written: str) -> None:
        for each in self.query(OneOf):
            each.value = each.written == written

    def tell(self, words: Content) -> None:
        """Show a line below it, or none. What stands there already is not laid out again."""
        if self._told != words:
            self._told = words
            if not self._is_filled:
                return
            line = self.query_one(f"#told-{self.field.name}", Static)
            line.update(words)
            line.display = bool(words)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self))

    def on_select_changed(self, event: Select.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self))

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        event.stop()
        if isinstance(event.checkbox, OneOf) and event.value:
            with self.prevent(Checkbox.Changed):
                self._choose(event.checkbox.written)
        self.post_message(self.Changed(self))
