"""An app that reads and compares in the background, and shows meanwhile what there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from textual import work
from textual.worker import Worker, WorkerState, get_current_worker

from provenance import run
from provenance.errors import Problem, ProvenanceError
from provenance.model.dossier import Dossier
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.deciding import Pen
from provenance.tui.hints import with_keys
from provenance.tui.outside import RunEditor
from provenance.tui.screens.base import BoardScreen
from provenance.tui.screens.loading import LoadingScreen
from provenance.tui.warming import is_cold, warm
from provenance.tui.watching import WatchingApp

if TYPE_CHECKING:
    from provenance.run import KeptDossier, Progress

Load = Callable[[Callable[["Progress"], None]], Dossier]
"""Reads and compares. What it is given is called before every step and may raise, which ends it."""

_ENDS = (WorkerState.SUCCESS, WorkerState.ERROR, WorkerState.CANCELLED)
_PATIENCE = 1.0
"""Seconds after which a person is shown what is known so far, rather than the questions alone."""
_BETWEEN = 10.0
"""Seconds from then on until she is shown what was added."""
_LONGEST_DRAWING = 1.0
"""Seconds that a check waits until what it came to so far is drawn."""


_CUT = "The last decision was cut short, make it again"


class Kept(Protocol):
    """The board as it was left, and the keeping of what was made last."""

    def recall(self) -> KeptDossier | None:
        """The board as it was left; None where nothing is kept that may be shown."""

    def keep(self) -> None:
        """Keep what was loaded last."""


class Stopped(Exception):  # noqa: N818 - a wish of the reader's, not an error
    """The reader asked to stop."""


class CheckingApp(WatchingApp):
    """Reads the workspace without making anybody wait for it.

    What was `kept` is shown at once, and is read again only where a file is not as it was. Where
    nothing was, the questions are shown, and then what people confirmed as soon as it is known.
    """

    dossier: Dossier | None

    def __init__(
        self,
        *,
        root: Path,
        load: Load | None,
        kept: Kept | None,
        run_editor: RunEditor | None,
        environment: Mapping[str, str],
        pen: Pen | None,
    ) -> None:
        super().__init__(root=root, run_editor=run_editor, environment=environment, pen=pen)
        self._load = load
        self._boards = kept
        self._checking: Worker[Dossier] | None = None
        self._stopping = False
        self._is_outdated = False
        """Whether something was decided after the check under way began."""
        self._is_restarting = False
        """Whether the check under way is stopped only to begin anew."""
        self.doing = ""
        """How far the check is, in words; "" while there is none."""
        self._began = self._shown = 0.0
        """When the check began, and when what there was so far was shown last."""

    def show_board(self, dossier: Dossier) -> None:
        """Show a dossier, at the same place where one is shown already."""
        raise NotImplementedError

    def board_screens(self) -> list[BoardScreen]:
        """Every screen that draws the dossier."""
        raise NotImplementedError

    async def open_board(self) -> None:
        """Show the board as it was left, if it was, and check whatever may have changed."""
        self.remember_files()
        recalled = self._boards.recall() if self._boards else None
        if recalled is None:
            # Awaited, so that the first step is not told to a screen that is not there yet.
            await self.push_screen(LoadingScreen(self.root))
        else:
            self.show_board(recalled.dossier)
            self.call_later(self.call_after_refresh, self._get_ready)
        if recalled is None or not recalled.is_current:
            self.check_again()
        if self.pen is not None:
            self._finish_steps()

    def _get_ready(self) -> None:
        if is_cold():
            self._warm()

    @work(thread=True, group="warm", exit_on_error=False)
    def _warm(self) -> None:
        """Import what the first keys need, and read the questions, which every decision does."""
        warm()
        with suppress(ProvenanceError, OSError):
            run.claims_of(self.root)

    def is_half(self, what: str) -> bool:
        """Whether not all was searched, which is said: `what` would hold half of what there is."""
        if self.dossier is None or self.dossier.is_searched:
            return False
        how = (
            "wait until it is"
            if self.is_checking
            else with_keys(self, "{app.check} goes on with it")
        )
        self.notify(f"Not yet: not all is searched, and {what} would lack the rest; {how}.")
        return True

    def is_too_early(self) -> bool:
        """Whether nothing was compared yet, which is said: of decisions, findings and what claims
        rest on nothing could be shown that is true."""
        if self.dossier is None or self.dossier.is_compared:
            return False
        goes_on = with_keys(self, "{app.check} goes on with it")
        how = "wait a moment" if self.is_checking else goes_on
        self.notify(f"Not yet: nothing was read and compared so far; {how}.")
        return True

    @work(thread=True, exit_on_error=False)
    def _finish_steps(self) -> None:
        """Put back what the program was about to decide when it was killed."""
        for path in run.put_back_unfinished(self.root):
            self.call_from_thread(
                self.notify, f"{on_one_line(path)} is as it was before.", title=_CUT
            )
            self.call_from_thread(self.reload)

    @property
    def is_checking(self) -> bool:
        """Whether the files are being read and compared; what is shown is older then."""
        return self._checking is not None and not self._checking.is_finished

    def action_check_again(self) -> None:
        self.check_again()
        self.look_elsewhere(offers=True)

    def check_again(self) -> None:
        """Read and compare again, unless that is under way."""
        if self._load is None:
            self.notify("This board was opened without its files; there is nothing to read again.")
        elif not self.is_checking:
            self._stopping = False
            self._began = monotonic()
            self.remember_files()
            self._checking = self._check(self._load)

    def reload(self) -> None:
        if not self.is_checking:
            self.check_again()
        elif self.dossier is None or self.dossier.is_searched:
            self._is_outdated = True
        else:
            # A first search is long, and what it found is kept: what was decided is shown before.
            self._is_restarting = self._stopping = True

    @work(thread=True, exclusive=True, group="check", exit_on_error=False)
    def _check(self, load: Load) -> Dossier:
        worker = get_current_worker()

        def tell(progress: Progress) -> None:
            if worker.is_cancelled or self._stopping:
                raise Stopped
            self.call_from_thread(self._tell, progress)
            if progress.so_far and self._is_waited_for:
                drawn = Event()
                self.call_from_thread(self._show_half, progress.so_far(), drawn)
                # The check would take turns with the drawing, and what is shown comes first.
                drawn.wait(_LONGEST_DRAWING)

        return load(tell)

    @property
    def _is_waited_for(self) -> bool:
        """Whether it is time to show what there is so far. What is whole is shown until all is."""
        if self.dossier is None:
            return True
        if not self.dossier.is_compared:
            return monotonic() - self._began > _PATIENCE
        return not self.dossier.is_searched and monotonic() - self._shown > _BETWEEN

    def _show_half(self, dossier: Dossier, drawn: Event) -> None:
        self._shown = monotonic()
        self.show_board(dossier)
        self.call_later(self.call_after_refresh, drawn.set)

    @work(thread=True, exclusive=True, group="keep", exit_on_error=False)
    def _keep(self, kept: Kept) -> None:
        kept.keep()

    def stop_checking(self) -> bool:
        """Stop before the next step; what was shown before stays. Whether there was a check."""
        self._stopping = self.is_checking
        self._is_restarting = False
        return self._stopping

    def _tell(self, progress: Progress) -> None:
        if isinstance(self.screen, LoadingScreen):
            self.screen.tell(progress)
        self._say_doing(progress.in_words)

    def show_newer(self) -> None:
        for screen in self.board_screens():
            screen.show_newer()

    def _say_doing(self, words: str) -> None:
        self.doing = words
        for screen in self.board_screens():
            screen.set_progress(words)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        # What is told of a quick check may come when it is over: its own state counts, not today's.
        if event.worker is not self._checking or event.state not in _ENDS:
            return
        self._say_doing("")
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self._renew(event.worker.result)
            return
        error = event.worker.error
        if isinstance(error, ProvenanceError):
            self._say_problems(error.problems)
        elif isinstance(error, OSError):
            self._say_problems((Problem("unreadable", str(error)),))
        elif self._is_restarting:
            self._is_restarting = False
            self.check_again()
        elif isinstance(error, Stopped) or error is None:
            self._say_stopped()
        else:
            # A bug of ours: it ends the board, and the command line says whose fault it was.
            raise error

    def _renew(self, dossier: Dossier) -> None:
        before = self.dossier
        self._is_outdated |= self._is_restarting
        self._is_restarting = False
        self.show_board(dossier)
        self._say_doing("")
        if before is not None and (before.is_searched or monotonic() - self._began > _BETWEEN):
            # Of a search that was over at once nobody needs to be told.
            checked = "Checked again" if before.is_searched else "Searched"
            self.notify(f"{checked}: {counted(len(dossier.findings), 'finding')}.")
        if self._is_outdated:
            self._is_outdated = False
            self.check_again()
        elif self._boards is not None:
            self._keep(self._boards)

    def _say_stopped(self) -> None:
        if isinstance(self.screen, LoadingScreen):
            self.screen.say_stopped()
        elif self.dossier is not None and not self.dossier.is_searched:
            words = (
                "Stopped. Not every source was searched for every question; {app.check} goes on."
            )
            self.notify(with_keys(self, words))
        else:
            self.notify("Stopped. What you see is from the check before.")

    def _say_problems(self, problems: tuple[Problem, ...]) -> None:
        if isinstance(self.screen, LoadingScreen):
            self.screen.say_problems(problems)
            return
        words = "\n".join(on_one_line(str(problem)) for problem in problems)
        self.notify(words, title="Not checked again", severity="error", markup=False)
