"""What is added at the board: sources from files, questions, and what was left unfinished."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from provenance import run
from provenance.errors import Problem, ProvenanceError
from provenance.model.bibliography import Reference
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.deciding import Step
from provenance.tui.hints import with_keys
from provenance.tui.screens.base import BoardScreen
from provenance.tui.taking import TakingApp

if TYPE_CHECKING:
    from provenance.tui.screens.choosing import Choice
    from provenance.tui.screens.picking import Picked, Sought
    from provenance.tui.writing import Then

_TELLING = ("question", "says", "title", "answer", "why", "speaker", "about")
"""Fields that tell one unfinished form from another, the most telling first."""


def _sources() -> Sought:
    from provenance.tui.screens.picking import Sought

    return Sought("Add a source: which file?", run.ENDINGS_OF_SOURCES, several=True)


def _bibliography() -> Sought:
    from provenance.tui.screens.picking import Sought

    return Sought("Import from which bibliography?", run.ENDINGS_OF_BIBLIOGRAPHIES)


_EACH, _ALL = "each", "all"
_AWAY = "!"
"""What stands before a form's path where it is to be thrown away."""


class AddingApp(TakingApp):
    """Asks what to add, picks the files for it, and opens the forms."""

    def add_source(self) -> None:
        """Pick files, then describe them."""
        self.pick(_sources(), self._add_files)

    def _add_files(self, files: Picked) -> None:
        if len(files) == 1:
            self._describe(files)
            return
        from provenance.tui.screens.choosing import Choice, ChoiceScreen

        number = counted(len(files), "file")

        def chosen(id: str | None) -> None:
            if id == _EACH:
                self._describe(files)
            elif id == _ALL:
                self._add_all(files)

        choices = (
            Choice(_ALL, "Add them all now; describe them later, under Sources"),
            Choice(_EACH, "Describe them one after another, a form each"),
        )
        self.push_screen(ChoiceScreen(f"Add {number}: how?", choices), chosen)

    def _describe(self, files: Picked, number: int = 1, of: int = 0) -> None:
        """Open a form for each file, one when the one before it was confirmed or left.

        The first of these is the file with this `number` `of` so many that were picked.
        """
        from provenance.tui.designs_of_sources import SourceDesign

        first, rest, of = files[0], files[1:], of or len(files)

        def done(is_added: bool | None) -> None:
            if is_added and rest:
                self._describe(rest, number + 1, of)
            elif rest:
                self._ask_for_rest(rest, number + 1, of)

        step = f"file {number} of {of}" if of > 1 else ""
        known = run.likeness(self.root, first)
        if known is None:
            self.open_form(SourceDesign, {"file": str(first)}, then=done, step=step)
        else:
            self._ask_what_it_is(first, known, done, step)

    def _ask_for_rest(self, rest: Picked, number: int, of: int) -> None:
        """After a form that was left: whether the other files are wanted."""
        from provenance.tui.screens.choosing import Choice, ChoiceScreen

        def chosen(id: str | None) -> None:
            if id == _EACH:
                self._describe(rest, number, of)
            elif id == _ALL:
                self._add_all(rest)

        choices = (
            Choice(_EACH, f"Go on with {rest[0].name}"),
            Choice(_ALL, "Add all that are left now; describe them later, under Sources"),
            Choice("", "Leave them"),
        )
        are = "file is" if len(rest) == 1 else "files are"
        self.push_screen(ChoiceScreen(f"{len(rest)} {are} left", choices), chosen)

    def _ask_what_it_is(self, file: Path, known: run.Likeness, then: Then, step: str) -> None:
        """A file that is a source already, or may be a version of one: what to do with it."""
        from provenance.tui.designs_of_sources import SourceDesign
        from provenance.tui.screens.choosing import Choice, ChoiceScreen

        id = known.source

        def chosen(choice: str | None) -> None:
            match choice:
                case "open":
                    self.open_form(SourceDesign, {"source": id}, then=then, step=step)
                case "take":
                    self.take_version(id, file, then)
                case "add":
                    self.open_form(SourceDesign, {"file": str(file)}, then=then, step=step)
                case _:
                    then(False)

        choices: tuple[Choice, ...]
        if known.is_same:
            title = f"{file.name} is here already, as {id}"
            own = Choice("add", "Add it all the same, as a source of its own")
            choices = (Choice("open", f"Open what is known of {id}"),)
            choices += () if known.is_same_name else (own,)
        else:
            title = f"{id} is an earlier {file.name}: is this a newer version?"
            choices = (
                Choice("take", f"Yes: see what changed, and take it in as {id}"),
                Choice("add", "No: it is another document, a source of its own"),
            )
        leave = Choice("", "Leave it; nothing is added")
        self.push_screen(ChoiceScreen(title, (*choices, leave)), chosen)

    def _add_all(self, files: Picked) -> None:
        self.run_worker(lambda: self._adding(files), thread=True, exit_on_error=False, group="add")

    def _adding(self, files: Picked) -> None:
        """In a thread: a source that is a book takes its time."""

        def tell(file: Path) -> None:
            self.call_from_thread(self._say_progress, f"adding {on_one_line(file.name)}")

        try:
            change, problems = run.add_sources(self.root, files, tell)
        except ProvenanceError as error:
            change, problems = run.Change("", ()), error.problems
        self.call_from_thread(self._added, files, change, problems)

    def _say_progress(self, words: str) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, BoardScreen):
                screen.set_progress(words)

    def _added(self, files: Picked, change: run.Change, problems: tuple[Problem, ...]) -> None:
        self._say_progress("")
        failed = len({problem.place.path for problem in problems if problem.place})
        every = counted(len(files), "file")
        said = f"{len(files) - failed} of {every}" if failed else every
        self.write(lambda: change, f"Added: {said}.")
        if problems:
            self.say_not_done("Not added", ProvenanceError(*problems))

    def import_reference(self, take: Callable[[Mapping[str, str]], None]) -> None:
        """Pick a bibliography, then an entry of it, and hand over what it says."""

        self.pick(_bibliography(), lambda files: self._pick_entry(files[0], take))

    def _pick_entry(self, file: Path, take: Callable[[Mapping[str, str]], None]) -> None:
        from provenance.tui.designs_of_sources import fields_of
        from provenance.tui.screens.choosing import Choice, ChoiceScreen

        try:
            references = {each.id: each for each in run.references_in(file)}
        except ProvenanceError as error:
            self.say_not_done("Not imported", error)
            return

        def chosen(id: str | None) -> None:
            if id is not None:
                take(fields_of(references[id]))

        choices = tuple(Choice(id, _in_words(each)) for id, each in references.items())
        self.push_screen(ChoiceScreen("Which entry?", choices), chosen)

    # What can be added, and what was left

    def action_add(self) -> None:
        """Ask what to add, what the workspace lacks first; what was left unfinished can be gone on
        with, or thrown away, and what changed elsewhere be taken in."""
        from provenance.tui.screens.choosing import Choice

        claim = Choice("claim", "A question that sources answer")
        source = Choice("source", "A source: a file of your own")
        # What was just added is not on the board before all is read again.
        is_bare = self.dossier is not None and not self.dossier.sources
        is_bare = is_bare and not run.open_desk(self.root).sources
        choices = (source, claim) if is_bare else (claim, source)
        self._offer("Add", (*self.newer_choices(), *choices, *self._unfinished()))

    def offer_what_waits(self) -> None:
        """Offer what changed elsewhere and what was left unfinished, if there is any."""
        newer, forms = self.newer_choices(), self._unfinished()
        if not (newer or forms) or self.pen is None:
            return
        from provenance.tui.screens.choosing import Choice

        later = Choice("", with_keys(self, "Later: {app.add} shows this again"))
        if newer:
            title = f"{self.named(self.newer[0])} changed where it lies"
        else:
            title = "You left this unfinished. Go on with it?"
        self._offer(title, (*newer, *forms, later))

    def _unfinished(self) -> tuple[Choice, ...]:
        forms = run.all_unfinished(self.root)
        if not forms:
            return ()
        from provenance.tui.screens.choosing import Choice

        return tuple(
            choice
            for form in forms
            for choice in (
                Choice(form.path, f"Go on with: {_named(form)}"),
                Choice(_AWAY + form.path, f"Throw away: {_named(form)}"),
            )
        )

    def _offer(self, title: str, choices: tuple[Choice, ...]) -> None:
        from provenance.tui.designs_of_claims import ClaimDesign
        from provenance.tui.screens.choosing import ChoiceScreen

        def chosen(id: str | None) -> None:
            if id == "claim":
                self.open_form(ClaimDesign)
            elif id == "source":
                self.add_source()
            elif id and not self.chose_newer(id):
                self._take_up(id.removeprefix(_AWAY), is_wanted=not id.startswith(_AWAY))

        self.push_screen(ChoiceScreen(title, choices), chosen)

    def _take_up(self, path: str, *, is_wanted: bool) -> None:
        """Go on with a form that was left, or throw it away."""
        from provenance.tui.designs import DESIGNS

        form = next((each for each in run.all_unfinished(self.root) if each.path == path), None)
        if form is None:
            return
        if not is_wanted:
            self.remember(self._thrown_away(form))
            undoes = with_keys(self, "{undo} undoes it.")
            self.notify(f"Thrown away: {on_one_line(_named(form))}. {undoes}", markup=False)
        elif form.form in DESIGNS:
            self.open_form(DESIGNS[form.form], dict(form.about), dict(form.values))

    def _thrown_away(self, form: run.Unfinished) -> Step:
        """Throw a form away; the step that brings it back."""
        run.forget_unfinished(self.root, form)

        def back(_: run.Signed) -> Step:
            run.keep_unfinished(self.root, form)
            return Step(said, lambda _: self._thrown_away(form))

        said = f"the throwing away of {_named(form)}"
        return Step(said, back)


def _named(form: run.Unfinished) -> str:
    values = dict(form.values)
    said = next((values[name] for name in _TELLING if values.get(name)), "")
    return f"{form.title}: {said}" if said else form.title


def _in_words(reference: Reference) -> str:
    people = ", ".join(person.family for person in reference.authors[:3])
    parts = (people, reference.title or reference.container, reference.year)
    return ", ".join(part for part in parts if part)
