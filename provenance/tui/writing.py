"""An app in which a person writes: forms are opened, confirmed, undone, and offered again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from provenance import run
from provenance.errors import ProvenanceError
from provenance.model.claims import Statement
from provenance.model.dossier import Dossier
from provenance.model.spans import Span
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_in_words
from provenance.tui.deciding import Step
from provenance.tui.hints import with_keys
from provenance.tui.judging import JudgingApp, Reason

if TYPE_CHECKING:
    from provenance.tui.forms import Design, ToMark

Then = Callable[[bool | None], None]
Marked = Callable[[Span | None, str], None]
"""Told where words were marked, and the words; None where a person came back without."""
NOTHING_NAMED: Mapping[str, str] = MappingProxyType({})


class WritingApp(JudgingApp):
    """Opens forms and writes what they say."""

    dossier: Dossier | None

    @property
    def is_writing(self) -> bool:
        """Whether a form may be open: nothing may change under it."""
        return any(isinstance(screen, ModalScreen) for screen in self.screen_stack)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "add":
            return self.pen is not None and self.dossier is not None
        return super().check_action(action, parameters)

    # Opening forms

    def open_form(
        self,
        design: type[Design],
        about: Mapping[str, str] = NOTHING_NAMED,
        kept: Mapping[str, str] | None = None,
        then: Then | None = None,
        step: str = "",
    ) -> None:
        """Open a form over the screen, with what it held when it was left, if it was.

        `about` names what it is opened on; `then` is told whether it was confirmed. `step` says
        which it is where several are filled in one after another.
        """
        if self.pen is None or self.dossier is None:
            self.notify("This board was opened to be read; nothing can be written at it.")
            return
        from provenance.tui.forms import Ground
        from provenance.tui.screens.form import FormScreen

        signer = "" if self._is_nobody_named else self._signer
        try:
            opened = design.open(Ground(self.root, self.dossier, signer), about)
        except ProvenanceError as error:
            self.say_not_done("Not opened", error)
            return
        if opened is None:
            self.notify("What this form was opened on is not there any more.")
            return
        screen = FormScreen(opened, self._kept(opened) if kept is None else kept, step)
        self.push_screen(screen, then)

    def mark_words(
        self,
        design: type[Design],
        about: Mapping[str, str],
        typed: Mapping[str, str],
        place: ToMark,
    ) -> None:
        """Open the reader at words of a form that was closed for that; the form comes back with
        those that are marked, and with what was typed."""

        def marked(span: Span | None, words: str) -> None:
            if span is None:
                self.open_form(design, about, typed)
                return
            there = {"marked": f"{span.start}-{span.end}"}
            self.open_form(design, {**about, **there}, {**typed, place.field: words})

        self.read_to_mark(place, marked)

    def read_to_mark(self, place: ToMark, marked: Marked) -> None:
        """Open the reader for `marked` to be told of the words that a person marked there."""
        raise NotImplementedError

    @property
    def _signer(self) -> str:
        if self.pen is None:
            return ""
        told = self.dossier.decided.signer if self.dossier else ""
        return self.pen.by if self.pen.chosen else told or self.pen.by

    @property
    def _is_nobody_named(self) -> bool:
        """Whether a decision would be signed with a name that nobody chose."""
        is_guessed = self.dossier is not None and self.dossier.decided.is_signer_guessed
        return self.pen is not None and not self.pen.chosen and is_guessed

    def asks_who(self, then: Callable[[], object]) -> bool:
        if not self._is_nobody_named:
            return False

        from provenance.tui.designs_of_signers import SignerDesign

        def answered(is_known: bool | None) -> None:
            if is_known:
                then()

        self.open_form(SignerDesign, then=answered)
        return True

    def _kept(self, design: Design) -> dict[str, str]:
        wanted = run.Unfinished(design.form, design.about, "", ()).path
        forms = (form for form in run.all_unfinished(self.root) if form.path == wanted)
        return next((dict(form.values) for form in forms), {})

    def choose_layer(self, source: str) -> None:
        """Choose a layer of a source, or a new one, and open its form."""
        from provenance.tui.designs_of_layers import LayerDesign
        from provenance.tui.screens.choosing import Choice, ChoiceScreen

        if self.dossier is None:
            return
        known = self.dossier.source(source).source.layers
        layers = (Choice(f"={rule.name}", f"Change {rule.name}") for rule in known)

        def chosen(id: str | None) -> None:
            if id is not None:
                self.open_form(LayerDesign, {"source": source, "layer": id.removeprefix("=")})

        choices = (*layers, Choice("", "A new layer"))
        self.push_screen(ChoiceScreen(f"The layers of {source}", choices), chosen)

    def keep(self, form: run.Unfinished) -> None:
        """Keep a form as it stands; where that fails it is said, and typing goes on."""
        try:
            run.keep_unfinished(self.root, form)
        except ProvenanceError as error:
            self.say_not_done("Not kept", error)

    # Writing

    def write(self, make: Callable[[], run.Change], said: str) -> bool:
        """Write a change, and say what came of it; whether it was done."""
        try:
            change = make()
        except ProvenanceError as error:
            self.say_not_done("Not written", error)
            return False
        if change.files:
            self.remember(self._step(change))
            self.notify(f"{on_one_line(said)} {with_keys(self, '{undo} undoes it.')}", markup=False)
            self.reload()
        return True

    def go_to_claim(self, claim: str) -> None:
        """Have the board's cursor on a claim once it is read."""
        raise NotImplementedError

    def _step(self, change: run.Change) -> Step:
        def back(_: run.Signed) -> Step:
            run.carry_out(self.root, change.reversed)
            return self._step(change.reversed)

        return Step(change.said, back)

    def record_statement(self, claim: str, statement: Statement) -> bool:
        """Add a statement to a claim, as confirmed; whether it was done."""
        return self.do(
            lambda signed: run.confirm(self.root, claim, statement, signed),
            f"Stated on {claim}: {statement.source} says {said_in_words(statement)}.",
            f"the statement of {statement.source} on {claim}",
        )

    def change_statement(
        self, claim: str, before: Statement, entries: Mapping[str, str | list[str]]
    ) -> bool:
        """Change a confirmed statement; whether it was done."""
        why = f"changed; it was {said_in_words(before)}"
        return self.do(
            lambda signed: run.change_statement(self.root, claim, before, entries, signed, why),
            f"Changed on {claim}: what {before.source} says.",
            f"the change to what {before.source} says on {claim}",
        )

    def take_out(self, claim: str, statement: Statement, reason: Reason) -> bool:
        """Take a confirmed statement out of its claim's file; whether it was done."""
        return self.do(
            lambda signed: run.take_out(
                self.root,
                claim,
                statement,
                reason.why,
                signed,
            ),
            f"Taken out of {claim}: what {statement.source} says.",
            f"the taking out of what {statement.source} says on {claim}",
            reason.by,
        )

    def say_not_done(self, title: str, error: ProvenanceError) -> None:
        """Say what went wrong with what a person wanted."""
        words = "\n".join(on_one_line(str(problem)) for problem in error.problems)
        self.notify(words, title=title, severity="error", markup=False)
