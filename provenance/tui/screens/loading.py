"""While the workspace is read: what is being done, how far it is, and a way to stop."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from provenance.errors import Problem
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.hints import with_keys
from provenance.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from provenance.run import Progress

_BAR = 30
_GLANCE = 2.0
"""Seconds that nobody reads along in."""


class LoadingScreen(Screen[None], inherit_bindings=False):
    """Shown until there is a dossier, and again where there is none to show."""

    BINDINGS = bindings(Scope.LOADING)
    PURPOSE = (
        "The files of the workspace are being read and compared. "
        "{loading.stop} stops; nothing on disk is changed by stopping."
    )

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root
        self._began = 0.0

    def compose(self) -> ComposeResult:
        with Vertical(id="loading"):
            yield Static(id="loading-title", markup=False)
            yield Static(id="loading-words", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._began = monotonic()
        self._say("Reading the workspace", 0, 0)

    def tell(self, progress: Progress) -> None:
        """Show one step: what, how many are done, of how many. Names are told to whoever waits
        longer: before, they would only flicker."""
        is_long = monotonic() - self._began > _GLANCE
        doing = progress.doing if is_long else progress.about or progress.doing
        self._say(doing, progress.done, progress.total)

    def _say(self, doing: str, done: int, total: int) -> None:
        lines = [Content(on_one_line(doing))]
        if total:
            filled = _BAR * min(done, total) // total
            bar = Content.assemble(("━" * filled, "$primary"), ("─" * (_BAR - filled), "$rule"))
            lines += [Content(""), bar + f"  {done:,} of {total:,}"]
        self._show(on_one_line(str(self.root)), Content("\n").join(lines))

    def say_stopped(self) -> None:
        self._show(
            "Stopped",
            self._with_keys(
                "Nothing was changed. Press {app.check} to read again, {app.quit} to leave."
            ),
        )

    def say_problems(self, problems: tuple[Problem, ...]) -> None:
        """Why there is no board, with what to do."""
        lines = []
        for problem in problems:
            if problem.place:
                lines.append(Content.styled(on_one_line(str(problem.place)), "bold"))
            lines.append(Content(on_one_line(problem.message)))
            if problem.hint:
                lines.append(Content.styled(on_one_line(problem.hint), "$accent"))
            lines.append(
                Content.styled(f"provenance explain {on_one_line(problem.slug)}", "$muted")
            )
            lines.append(Content(""))
        lines.append(self._with_keys("Put it right, then press {app.check}. {app.quit} leaves."))
        self._show("The board could not be opened", Content("\n").join(lines))

    def _with_keys(self, words: str) -> Content:
        return Content(with_keys(self.app, words))

    def _show(self, title: str, body: Content) -> None:
        self.query_one("#loading-title", Static).update(Content(title))
        self.query_one("#loading-words", Static).update(body)

    def action_stop(self) -> None:
        from provenance.tui.app import BoardApp

        if isinstance(self.app, BoardApp):
            self.app.stop_checking()
