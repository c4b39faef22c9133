"""An app that sees files being saved, and reads them again without being asked."""

from __future__ import annotations

from textual import work

from provenance import run
from provenance.tui.adding import AddingApp

_EVERY = 1.0
"""Seconds between two looks."""


class WatchingApp(AddingApp):
    """Looks at the files of its workspace now and then, but never under an open form."""

    _seen: run.Snapshot | None = None
    """The files as they were when what is shown was begun to be read; None before that."""

    def start_watching(self) -> None:
        """Look at the files from now on."""
        self.set_interval(_EVERY, self.look_at_files)

    def remember_files(self) -> None:
        """What is read now is what the files say now. To be called before they are read."""
        self._seen = run.snapshot(self.root)

    def look_at_files(self) -> None:
        """Have everything read again where a file is not as it was."""
        is_looking = any(w.group == "watch" and not w.is_finished for w in self.workers)
        if self._seen is not None and not self.is_writing and not is_looking:
            self._look(self._seen)
            self.look_elsewhere(offers=False)

    @work(thread=True, group="watch", exit_on_error=False)
    def _look(self, seen: run.Snapshot) -> None:
        if run.snapshot(self.root) != seen:
            self.call_from_thread(self._changed, seen)

    def _changed(self, seen: run.Snapshot) -> None:
        # A check that began meanwhile has read the change already.
        if seen == self._seen and not self.is_writing:
            self.reload()
