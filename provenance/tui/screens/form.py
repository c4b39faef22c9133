"""Any form: fields that are checked as they are typed, kept if it is left, written if confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Button, Input, Static

from provenance import run
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.forms import Design
from provenance.tui.hints import with_keys
from provenance.tui.styling import StyledScreen
from provenance.tui.widgets.form_row import FormRow
from provenance.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from provenance.tui.adding import AddingApp

_KEPT_AFTER = 0.4
"""Seconds after which what was typed is kept."""

_NEEDED = "needed"
"""What is said of a field that is empty and may not be."""


class FormScreen(StyledScreen, ModalScreen[bool], inherit_bindings=False):
    """Gives whether it was confirmed and written."""

    BINDINGS = bindings(Scope.FORM, Scope.WRITING)
    AUTO_FOCUS = ""

    def __init__(
        self, design: Design, kept: Mapping[str, str] | None = None, step: str = ""
    ) -> None:
        """`kept` is what the form held when it was left unfinished; `step` which of several it is,
        "" for a single one."""
        super().__init__()
        self.design = design
        self._step = step
        self.PURPOSE = design.purpose
        self._first = design.begin()
        self.values = {**self._first, **(kept or {})}
        self._touched = {field.name for field in design.fields} & set(kept or {})
        self._other: dict[str, str] = {}
        """What “Begin anew” brings back."""
        self._was_kept = bool(kept)
        self._tried = False
        """Whether it was to be confirmed, so that what is missing counts as wrong."""
        self._timer: Timer | None = None
        self._is_written = False
        self._rows: dict[str, FormRow] = {}
        """By name; without the fields that have been folded away all the time."""
        self._is_unfolded = False
        self._opened: set[str] = set()
        """Fields that somebody has typed in."""

    @property
    def writing_app(self) -> AddingApp:
        return cast("AddingApp", self.app)

    def compose(self) -> ComposeResult:
        design = self.design
        with VerticalScroll(id="form", can_focus=False) as box:
            box.border_title = on_one_line(design.title)
            box.border_subtitle = on_one_line(self._step)
            if intro := design.intro():
                yield Static(intro, id="form-intro", classes=f"-{design.form}")
            if self._was_kept:
                yield Static("This is how you left it.", id="form-kept", markup=False)
            folded = self._folded()
            for field in design.fields:
                if field.name not in folded:
                    yield FormRow(field, self.values.get(field.name, ""), design.prefix)
            yield Static(id="form-wrong", markup=False)
            if folded:
                yield Button(id="form-more", compact=True)
            if design.to_mark() is not None:
                yield Button("Mark the words in the source", id="form-mark", compact=True)
            with Horizontal(id="form-buttons"):
                confirm = f"{design.buttons}-confirm"
                yield Button("Confirm", id=confirm, compact=True, variant="primary")
                if design.can_import:
                    yield Button("Import", id="form-import", compact=True)
                yield Button("Take the source's words", id="form-offered", compact=True)
                yield Button("Begin anew", id="form-anew", compact=True)
                yield Button("Leave", id="form-leave", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        self._rows = {row.field.name: row for row in self.query(FormRow)}
        held = {name: row.value for name, row in self._rows.items()}
        self.values = {f.name: self.values.get(f.name, "") for f in self.design.fields} | held
        untouched = self.values.keys() - self._touched
        self._first |= {name: self.values[name] for name in untouched}
        for field in self.design.fields:
            usual = field.choices and not field.is_open
            self._first.setdefault(field.name, field.choices[0][1] if usual else "")
        self._other = dict(self._first)
        self._derive()
        first = next((f.name for f in self.design.fields if self._is_shown(f.name)), "")
        if first:
            self.set_focus(self._rows[first].box)
        self._prepare()

    @work(thread=True, exit_on_error=False)
    def _prepare(self) -> None:
        self.design.prepare()
        self.app.call_from_thread(self._prepared)

    def _prepared(self) -> None:
        if self.is_mounted:
            for intro in self.query("#form-intro").results(Static):
                intro.update(self.design.intro())
            self._derive()

    # What is typed

    def on_form_row_changed(self, event: FormRow.Changed) -> None:
        name, held = event.row.field.name, event.row.value
        if held == self.values.get(name):
            return
        self.values[name] = held
        # What is typed in stays in view, though it be emptied.
        self._opened.add(name)
        # What was emptied is filled again by what it hangs on.
        is_derived = name in self.design.derived(self.values)
        is_left = held == self._first[name] and not (held and is_derived)
        (self._touched.discard if is_left else self._touched.add)(name)
        self._derive()
        self._keep_soon()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        self.app.action_focus_next()

    def _derive(self) -> None:
        if not self.is_mounted:
            return
        for name, value in self.design.derived(self.values).items():
            if name not in self._touched and self.values.get(name) != value:
                self._put(name, value)
        self._tell()

    def _put(self, name: str, value: str) -> None:
        if name in self._rows:
            self._rows[name].put(value)
        self.values[name] = value

    def put_all(self, values: Mapping[str, str]) -> None:
        """Fill fields as if they had been typed; names it has no field for are passed over."""
        for field in self.design.fields:
            if values.get(field.name):
                self._put(field.name, values[field.name])
                self._touched.add(field.name)
        self._derive()
        self._keep_soon()

    # What is said

    def _is_shown(self, name: str) -> bool:
        return name in self._shown()

    def _shown(self) -> frozenset[str]:
        """Names of the fields that are to be seen now."""
        return self.design.shown(self.values) - self._folded()

    def _folded(self) -> frozenset[str]:
        """Names of the fields that wait to be asked for."""
        if self._is_unfolded:
            return frozenset()
        folded = self.design.folded(self.values)
        return frozenset(
            name for name in folded if name not in self._opened and not self.values.get(name)
        )

    def action_more(self) -> None:
        """Show every field there is, or only those that are usual or hold something."""
        before, self._is_unfolded = self._shown(), not self._is_unfolded
        self._tell()
        new = next((f.name for f in self.design.fields if f.name in self._shown() - before), "")
        if new:
            self.call_after_refresh(lambda: self._rows[new].box.focus())

    def _unfold(self, shown: frozenset[str]) -> None:
        """Add the rows that are shown for the first time, each at its place."""
        behind: FormRow | Static = self.query_one("#form-wrong", Static)
        for field in reversed(self.design.fields):
            if field.name in shown and field.name not in self._rows:
                row = FormRow(field, self.values[field.name], self.design.prefix)
                self._rows[field.name] = row
                self.query_one("#form").mount(row, before=behind)
            behind = self._rows.get(field.name, behind)
        for button in self.query("#form-more").results(Button):
            number = len(self.design.folded(self.values) - shown)
            button.label = f"More fields ({number})" if not self._is_unfolded else "Fewer fields"

    def _wrong(self) -> tuple[run.Wrong, ...]:
        missing = tuple(
            run.Wrong(field.name, _NEEDED)
            for field in self.design.fields
            if field.needed and self._is_shown(field.name) and not self.values[field.name].strip()
        )
        wrong = self.design.wrong(self.values)
        if not missing:
            return wrong
        # Of the rest only what somebody filled in: much is wrong just because something is missing.
        filled = self._touched - {each.field for each in missing}
        return (*missing, *(each for each in wrong if each.field in filled))

    def _tell(self) -> None:
        wrong = self._wrong()
        is_read = all(each.message == _NEEDED for each in (*wrong, *self.design.wrong(self.values)))
        told = self.design.told(self.values) if is_read else {}
        said = {each.field: each for each in reversed(wrong)}
        shown = self._shown()
        self._unfold(shown)
        for name, row in self._rows.items():
            row.display = name in shown
            row.tell(self._in_words(said.get(name), told.get(name, "")))
        whole = [each for each in wrong if each.field not in self._rows or each.field not in shown]
        line = self.query_one("#form-wrong", Static)
        line.update(self._in_words(whole[0], "") if whole else "")
        line.display = bool(whole)
        self._confirm_button.disabled = bool(wrong)
        self.query_one("#form-offered", Button).display = bool(self.design.offered(self.values))
        self.query_one("#form-anew", Button).disabled = not self._touched and not self._was_kept

    @property
    def _confirm_button(self) -> Button:
        return self.query_one(f"#{self.design.buttons}-confirm", Button)

    def _in_words(self, wrong: run.Wrong | None, told: str) -> Content:
        if wrong is None:
            return Content.styled(on_one_line(told), "$muted") if told else Content("")
        if wrong.message == _NEEDED:
            asked = self.design.asks(wrong.field, self.values)
            said = f"{_NEEDED}: {asked}" if asked else _NEEDED
            return Content.styled(said, "$error" if self._tried else "$muted")
        said = f"{wrong.message}: {wrong.hint}" if wrong.hint else wrong.message
        return Content.styled(on_one_line(said), "$error")

    # Confirming, leaving, coming back

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "more":
            return bool(self.query("#form-more"))
        if action == "mark":
            return self.design.to_mark() is not None
        return self.design.can_import if action == "import" else True

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button is self._confirm_button:
            self.action_confirm()
            return
        match event.button.id:
            case "form-import":
                self.action_import()
            case "form-more":
                self.action_more()
            case "form-mark":
                self.action_mark()
            case "form-offered":
                self.put_all(self.design.offered(self.values))
            case "form-anew":
                self._begin_anew()
            case _:
                self.action_leave()

    def action_confirm(self) -> None:
        wrong = self._wrong()
        if wrong:
            self._tried = True
            self._tell()
            if row := self._rows.get(wrong[0].field):
                row.box.focus()
                said = on_one_line(f"Not yet: {row.field.label}: {wrong[0].message}.")
                self.notify(said, severity="warning", markup=False)
            return
        if self.design.decides and self.writing_app.asks_who(self.action_confirm):
            return
        if self.design.write(self.writing_app, dict(self.values)):
            self._stop_timer()
            self._is_written = True
            run.forget_unfinished(self.writing_app.root, self._unfinished())
            self.dismiss(True)

    def action_import(self) -> None:
        """Take the fields from an entry of a bibliography."""
        self.writing_app.import_reference(self.put_all)

    def action_mark(self) -> None:
        """Have the words marked in their source; the form comes back with them, and with all that
        was typed."""
        if (place := self.design.to_mark()) is None:
            return
        self._stop_timer()
        if self._touched:
            # The reader may be left for another screen, or the program be ended there.
            self._keep()
        typed = {name: self.values[name] for name in self._touched}
        self.dismiss(False)
        self.writing_app.mark_words(type(self.design), dict(self.design.about), typed, place)

    def action_leave(self) -> None:
        """Go, and keep what was typed for the next time."""
        self._stop_timer()
        if self._touched:
            self._keep()
            self.notify(with_keys(self.app, "Kept unfinished: {app.add} brings it back."))
        self.dismiss(False)

    async def action_dismiss(self, result: bool | None = None) -> None:
        self.action_leave()

    def _begin_anew(self) -> None:
        """The form as it was at first; pressed again, as it was before that."""
        before = dict(self.values)
        for name, value in self._other.items():
            if name in self.values:
                self._put(name, value)
        self._touched = {n for n, v in self.values.items() if v != self._first.get(n, "")}
        is_back = self._other != self._first
        self._other = self._first if is_back else before
        self.query_one("#form-anew", Button).label = "Begin anew" if is_back else "Bring back"
        self._was_kept = True
        self._derive()
        self._keep_soon()

    def _unfinished(self) -> run.Unfinished:
        design = self.design
        values = tuple(sorted((name, self.values[name]) for name in self._touched))
        return run.Unfinished(design.form, design.about, design.title, values)

    def _keep_soon(self) -> None:
        # Not put off by what is typed meanwhile: who types on and on would never have it kept.
        if self._timer is None:
            self._timer = self.set_timer(_KEPT_AFTER, self._keep)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _keep(self) -> None:
        self._stop_timer()
        if self._is_written:
            # The timer went off just before it was stopped.
            return
        form = self._unfinished()
        if form.values:
            self.writing_app.keep(form)
        else:
            run.forget_unfinished(self.writing_app.root, form)
