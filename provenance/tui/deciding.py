"""An app that records what a person decides, and can undo what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from provenance import run
from provenance.errors import ProvenanceError
from provenance.rendering.untrusted import on_one_line
from provenance.tui.hints import with_keys
from provenance.tui.outside import OutsideApp, RunEditor


@dataclass(frozen=True, slots=True)
class Pen:
    """Who decides at this board, and the clock. Without one a board is there to be read."""

    by: str
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    chosen: bool = False
    """Whether the person gave the name herself, so that it outranks the settings' initials."""
    blind: bool = False
    """Whether what others decided is hidden from her."""

    def signed(self) -> run.Signed:
        at = self.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return run.Signed(self.by, at, self.chosen, self.blind)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done at the board in this session, and how it is taken back."""

    said: str
    """In words that follow “Undone: ” and “Done again: ”."""
    back: Callable[[run.Signed], Step]
    """Takes it back; the step that does it again. Raises `ProvenanceError`."""


def step_of(root: Path, act: run.Act, said: str) -> Step:
    """The step of an act that was just done."""

    def undo(signed: run.Signed) -> Step:
        run.withdraw(root, act, signed)
        return Step(said, redo)

    def redo(signed: run.Signed) -> Step:
        return step_of(root, run.redo(root, act, signed), said)

    return Step(said, undo)


class DecidingApp(OutsideApp):
    """Records, tells what was recorded, and has everything read and compared again."""

    def __init__(
        self,
        *,
        root: Path,
        run_editor: RunEditor | None,
        environment: Mapping[str, str],
        pen: Pen | None,
    ) -> None:
        super().__init__(root=root, run_editor=run_editor, environment=environment)
        self.pen = pen
        self._done: list[Step] = []
        """What was done in this session and not undone, oldest first."""
        self._undone: list[Step] = []
        """What was undone since something was last done, the newest undoing last."""

    def reload(self) -> None:
        """Read and compare again, after the check under way if there is one."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take back what was done last in this session."""
        if not self._done:
            self.notify("Nothing to undo: nothing was decided since the board opened.")
        elif (
            step := self._taken_back(self._done[-1], "Undone", "{redo} does it again")
        ) is not None:
            self._done.pop()
            self._undone.append(step)

    def redo(self) -> None:
        """Do again what was undone last."""
        if not self._undone:
            self.notify("Nothing to do again: nothing was undone since the last decision.")
        elif (
            step := self._taken_back(self._undone[-1], "Done again", "{undo} undoes it")
        ) is not None:
            self._undone.pop()
            self._done.append(step)

    def remember(self, step: Step) -> None:
        """Have undo take back what was just done; what was undone before cannot come back."""
        self._done.append(step)
        self._undone.clear()

    def _taken_back(self, step: Step, verb: str, other_way: str) -> Step | None:
        signed = self._signed()
        if signed is None:
            return None
        try:
            other = step.back(signed)
        except ProvenanceError as error:
            self._say_not_recorded(error)
            return None
        self.notify(
            f"{verb}: {on_one_line(step.said)}. {with_keys(self, other_way)}.", markup=False
        )
        self.reload()
        return other

    def do(
        self, decide: Callable[[run.Signed], run.Act], said: str, step: str, by: str = ""
    ) -> bool:
        """Decide, and say what came of it; whether it was done.

        `step` is what was done, in words that follow “Undone: ”. `by` is who decides, where she
        said so; she is asked where nobody did, and decides once she has answered.
        """
        if not by and self.asks_who(lambda: self.do(decide, said, step)):
            return False
        signed = self._signed()
        if signed is None:
            return False
        signed = replace(signed, by=by, chosen=True) if by else signed
        try:
            act = decide(signed)
        except ProvenanceError as error:
            self._say_not_recorded(error)
            return False
        if by:
            self.signs_as(by)
        self.remember(step_of(self.root, act, step))
        self.notify(f"{on_one_line(said)} {with_keys(self, '{undo} undoes it.')}", markup=False)
        self.reload()
        return True

    def signs_as(self, by: str) -> None:
        """Have a person sign for the rest of the session, whom she named herself."""
        if self.pen is not None:
            self.pen = replace(self.pen, by=by, chosen=True)

    def asks_who(self, then: Callable[[], object]) -> bool:
        """Ask who decides, where nobody has said so, and go on once that is known. Whether it was
        asked."""
        raise NotImplementedError

    def _signed(self) -> run.Signed | None:
        if self.pen is None:
            self.notify("This board was opened to be read; nothing can be decided at it.")
            return None
        return self.pen.signed()

    def _say_not_recorded(self, error: ProvenanceError) -> None:
        words = "\n".join(on_one_line(str(problem)) for problem in error.problems)
        self.notify(words, title="Not recorded", severity="error", markup=False)
