"""An app that sees newer versions of what was taken in, and offers to take them in too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from provenance import run
from provenance.rendering.untrusted import on_one_line
from provenance.tui.hints import with_keys
from provenance.tui.writing import Then, WritingApp

if TYPE_CHECKING:
    from provenance.tui.screens.choosing import Choice
    from provenance.tui.screens.picking import Picked, Sought

TAKING, LEAVING = "take:", "leave:"
"""What the ids of choices begin with that are on a newer version; a source's id follows."""
_READABLE_FOR = 12.0
"""Seconds for a sentence with a path in it."""


class TakingApp(WritingApp):
    """Knows the files that sources were taken from, and picks others."""

    newer: tuple[run.Newer, ...] = ()
    """What changed where it lies, as of the last look."""
    _told: frozenset[run.Newer] = frozenset()
    _elsewhere: run.Elsewhere | None = None
    _offers = False
    """Whether what is seen next is offered, as when the board opens, and not only told."""

    def pick(
        self, sought: Sought, then: Callable[[Picked], None], begin: Path | None = None
    ) -> None:
        """Have files picked, beginning where that ended last, or at a file."""
        from provenance.tui.folders import first_folder
        from provenance.tui.screens.picking import PickScreen

        last = run.last_folder(self.environment)

        def picked(files: Picked | None) -> None:
            if files:
                run.remember_folder(self.environment, files[0].parent)
                then(files)

        start = begin.parent if begin else first_folder(last)
        self.push_screen(PickScreen(sought, start, begin), picked)

    # Newer versions

    def look_elsewhere(self, *, offers: bool) -> None:
        """Look at what lies outside the workspace; what is new there is told, or offered."""
        # A look that is under way offers what it sees to whoever asked meanwhile.
        self._offers |= offers
        is_looking = any(w.group == "elsewhere" and not w.is_finished for w in self.workers)
        if self.pen is not None and not is_looking:
            self._look_there()

    @work(thread=True, group="elsewhere", exit_on_error=False)
    def _look_there(self) -> None:
        elsewhere = self._elsewhere = self._elsewhere or run.Elsewhere(self.root)
        self.call_from_thread(self._seen_there, elsewhere.newer())

    def _seen_there(self, newer: tuple[run.Newer, ...]) -> None:
        offers, self._offers = self._offers, False
        is_other, self.newer = newer != self.newer, newer
        untold = [each for each in newer if each not in self._told]
        self._told = frozenset(newer)
        if is_other:
            self.show_newer()
        if offers and not self.is_writing:
            self.offer_what_waits()
        else:
            for each in untold:
                words = f"{self.named(each)} changed where it lies: {self._where(each)}."
                takes = with_keys(self, "{app.add} takes the new version.")
                self.notify(f"{words} {takes}", timeout=_READABLE_FOR, markup=False)

    def show_newer(self) -> None:
        """Have the screens say that something changed elsewhere."""
        raise NotImplementedError

    def offer_what_waits(self) -> None:
        """Offer what changed elsewhere and what was left unfinished, if there is any."""
        raise NotImplementedError

    @property
    def standing(self) -> str:
        """What is said at the head of the board as long as it is so; "" for nothing."""
        if not self.newer:
            return ""
        others = f" and {len(self.newer) - 1} more" if len(self.newer) > 1 else ""
        takes = with_keys(self, "{app.add} takes it")
        return f"{on_one_line(self.newer[0].file.name)}{others} changed where it lies, {takes}"

    def newer_of(self, source: str) -> run.Newer | None:
        """What a source's file became where it lies; None where it is as it was."""
        return next((each for each in self.newer if each.source == source), None)

    @staticmethod
    def named(newer: run.Newer) -> str:
        return "The draft you took in" if newer.is_draft else f"The source {newer.source}"

    def _where(self, newer: run.Newer) -> str:
        from provenance.tui.folders import shortened

        return on_one_line(shortened(newer.file, self.environment))

    def newer_choices(self) -> tuple[Choice, ...]:
        """What can be done about newer versions."""
        if not self.newer:
            return ()
        from provenance.tui.screens.choosing import Choice

        return tuple(
            choice
            for each in self.newer
            for choice in (
                Choice(
                    TAKING + each.source,
                    f"Take in the newer version of {each.source}: {self._where(each)}",
                ),
                Choice(LEAVING + each.source, f"Leave {each.source} as it is here"),
            )
        )

    def chose_newer(self, id: str) -> bool:
        """Do what was chosen of `newer_choices`; whether it was one of these."""
        source = id.removeprefix(TAKING).removeprefix(LEAVING)
        newer = self.newer_of(source)
        if newer is None or source == id:
            return False
        if id.startswith(TAKING):
            self.take_version(source, newer.file)
        else:
            self.leave_version(newer.file, newer.sha256)
        return True

    def take_version(
        self, source: str, file: Path | None = None, then: Then = lambda _: None
    ) -> None:
        """Show what is new in a file, to be taken in as a source; where none is named, in the one
        that changed elsewhere, or in one that is picked. `then` is told whether it was decided."""
        from provenance.tui.designs_of_versions import TakeDesign
        from provenance.tui.screens.picking import Sought

        newer = self.newer_of(source)
        file = file or (newer.file if newer else None)

        def decided(is_done: bool | None) -> None:
            self.look_elsewhere(offers=False)
            then(is_done)

        if file is not None:
            self.open_form(TakeDesign, {"source": source, "file": str(file)}, then=decided)
            return
        sought = Sought(f"The new version of {source}: which file?", run.ENDINGS_OF_SOURCES)
        known = run.open_desk(self.root).sources.get(source)
        begin = run.taken_from(self.root, known) if known else None
        self.pick(sought, lambda files: self.take_version(source, files[0]), begin)

    def leave_version(self, file: Path, sha256: str) -> None:
        """Say no more of what a file is now."""
        run.leave_version(self.root, file, sha256)
        self.notify("It stays as it is here. You are told when the file changes again.")
        self.look_elsewhere(offers=False)
