"""A short list to choose one thing from, and what is typed narrows it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.styling import StyledScreen
from provenance.tui.widgets.key_line import KeyLine

_SEARCHED_FROM = 12
"""Choices from which on a box to narrow them is of use."""


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    words: str


class Choices(OptionList, inherit_bindings=False):
    """The list, with our keys."""

    BINDINGS = bindings(Scope.CHOICES)


class ChoiceScreen(StyledScreen, ModalScreen[str | None], inherit_bindings=False):
    """Gives the id of what was chosen; None where nothing was."""

    BINDINGS = bindings(Scope.CHOOSING)
    AUTO_FOCUS = "#choices"
    PURPOSE = (
        "Choose one of these with the arrows and {choices.choose}. "
        "{choosing.leave} leaves everything as it is."
    )

    def __init__(self, title: str, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._title, self._choices = title, choices

    def compose(self) -> ComposeResult:
        with Vertical(id="choosing") as box:
            box.border_title = on_one_line(self._title)
            if len(self._choices) >= _SEARCHED_FROM:
                yield Input(placeholder="narrow the list", id="narrow", compact=True)
            yield Choices(id="choices", compact=True, markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        for box in self.query(Input):
            box.cursor_blink = False
            box.focus()
        self._fill("")

    def _fill(self, words: str) -> None:
        wanted = words.casefold().split()
        found = self.query_one(Choices)
        found.clear_options()
        for number, choice in enumerate(self._choices):
            if all(word in choice.words.casefold() for word in wanted):
                found.add_option(Option(Content(on_one_line(choice.words)), id=str(number)))
        found.highlighted = 0 if found.option_count else None

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self, _: Input.Submitted) -> None:
        self.query_one(Choices).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[int(event.option.id or 0)].id)
