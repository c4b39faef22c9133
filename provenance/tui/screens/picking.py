"""Picking files: a path that is typed, pasted or dropped, or a walk through the folders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList, Static

from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.folders import Listing, completed, listing, paths_in, typed
from provenance.tui.hints import with_keys
from provenance.tui.styling import StyledScreen
from provenance.tui.widgets.folder_list import FolderList, PathLine
from provenance.tui.widgets.key_line import KeyLine

Picked = tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """What is to be picked."""

    title: str
    endings: frozenset[str] = frozenset()
    """How names of files end that can be read as it; all files are offered where it is empty."""
    several: bool = False


class PickScreen(StyledScreen, ModalScreen[Picked | None], inherit_bindings=False):
    """Gives the files that were picked, at least one; None where none was."""

    BINDINGS = bindings(Scope.PICKING)
    AUTO_FOCUS = "#path"
    PURPOSE = (
        "Type a part of a name or a path, paste it, or drop a file on the window: "
        "{picking.complete} completes it, {path.list} goes into the list, where {folders.tick} "
        "ticks several. The files stay where they are."
    )

    def __init__(self, sought: Sought, start: Path, begin: Path | None = None) -> None:
        """`start` is the folder to begin in, `begin` a file there to begin at."""
        super().__init__()
        self._begin = begin
        self._sought = sought
        self._folder = start.resolve()
        self._ticked: dict[Path, None] = {}
        """The files that are ticked, in the order in which they were."""
        self._shows_all = not sought.endings
        self._listing = Listing()

    def compose(self) -> ComposeResult:
        sought = self._sought
        with Vertical(id="picking") as box:
            box.border_title = on_one_line(sought.title)
            yield PathLine(placeholder="a name, or a path", id="path", compact=True)
            yield Static(id="picked", markup=False)
            yield FolderList(several=sought.several)
            with Horizontal(id="pick-buttons"):
                yield Button("Pick", id="pick-take", compact=True, variant="primary")
                yield Button("Folder above", id="pick-above", compact=True)
                if sought.endings:
                    yield Button("All files", id="pick-all", compact=True)
                yield Button("Leave", id="pick-leave", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        self._list()
        if self._begin is not None and self.query_one(FolderList).go_to(self._begin.name):
            self.call_after_refresh(self.action_into_list)

    # What is shown

    def _list(self, wrong: str = "") -> None:
        place, rest = typed(self._line.value, self._folder)
        endings = frozenset[str]() if self._shows_all else self._sought.endings
        self._listing = listing(place, endings, rest)
        self.query_one(FolderList).show(self._listing, self._ticked, self._nothing(rest))
        wrong = wrong or self._listing.wrong
        words = on_one_line(wrong) if wrong else " · ".join(self._said(place))
        self.query_one("#picked", Static).update(
            Content.styled(words, "$error") if wrong else Content(words)
        )
        ticked = len(self._ticked)
        self.query_one("#pick-take", Button).label = f"Pick {ticked} files" if ticked else "Pick"

    def _nothing(self, narrowed: str) -> str:
        """What is said where there is nothing to list."""
        if narrowed.strip():
            return f"Nothing here has “{on_one_line(narrowed.strip())}” in its name."
        if self._listing.hidden:
            said = "No file here can be read as this. {picking.all} shows them all the same."
        else:
            said = "This folder is empty. {folders.above} goes to the folder above."
        return with_keys(self.app, said)

    def _said(self, place: Path) -> Iterable[str]:
        yield on_one_line(str(place))
        if self._ticked:
            yield f"{counted(len(self._ticked), 'file')} ticked"
        if self._listing.hidden:
            yield f"{counted(self._listing.hidden, 'file')} that cannot be read hidden"
        if self._listing.more:
            yield f"and {self._listing.more:,} more: type a part of the name"

    @property
    def _line(self) -> PathLine:
        return self.query_one(PathLine)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "tick":
            return self._sought.several
        return action != "all" or bool(self._sought.endings)

    # What is typed

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._list()

    def on_path_line_dropped(self, event: PathLine.Dropped) -> None:
        paths = paths_in(event.text, self._folder)
        if len(paths) > 1 and self._sought.several and all(path.is_file() for path in paths):
            self._ticked |= dict.fromkeys(paths)
            self._list()
        elif paths:
            self._line.value = str(paths[0])
            self._line.cursor_position = len(self._line.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def action_complete(self) -> None:
        """Complete what is typed; where there is nothing to complete, go to the next field."""
        line = self._line
        whole = completed(line.value, self._folder, self._listing.offered) if line.value else ""
        if line.has_focus and whole and whole != line.value:
            line.value = whole
            line.cursor_position = len(whole)
        else:
            self.app.action_focus_next()

    def action_into_list(self) -> None:
        # At once: what comes in the same burst of keys is already meant for the list.
        self.set_focus(self.query_one(FolderList))

    def action_out_of_list(self) -> None:
        """Up from the first line of the list: back to the path."""
        found = self.query_one(FolderList)
        if found.highlighted:
            found.action_cursor_up()
        else:
            self.set_focus(self._line)

    # What is picked

    def action_take(self) -> None:
        """Pick what is ticked, else what is typed, else what is under the cursor."""
        if self._ticked:
            self._finish(tuple(self._ticked))
            return
        named = paths_in(self._line.value, self._folder)
        try:
            if len(named) == 1 and named[0].is_dir():
                self._go(named[0])
            elif named and all(path.is_file() for path in named):
                self._finish(named if self._sought.several else named[:1])
            else:
                self._take_from_list()
        except OSError as error:
            self._list(str(error))

    def _take_from_list(self) -> None:
        found = self.query_one(FolderList).under_cursor
        if found is None:
            self._list(f"there is no file {on_one_line(self._line.value)}")
        elif found.is_folder:
            self._go(found.path)
        else:
            self._finish((found.path,))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        offered = self.query_one(FolderList).offered_at(event.option_index)
        if offered.is_folder:
            self._go(offered.path)
        elif self._ticked:
            # A file that was passed over must not come along, nor one that is ticked be left.
            self._finish(tuple(self._ticked))
        else:
            self._finish((offered.path,))

    def on_folder_list_ticked(self, event: FolderList.Ticked) -> None:
        self._tick(event.path)

    def action_tick(self) -> None:
        offered = self.query_one(FolderList).under_cursor
        if offered is not None and not offered.is_folder:
            self._tick(offered.path)

    def _tick(self, path: Path) -> None:
        if path in self._ticked:
            del self._ticked[path]
        else:
            self._ticked[path] = None
        self._list()

    def _finish(self, files: Picked) -> None:
        self.dismiss(files)

    # Going elsewhere

    def on_button_pressed(self, event: Button.Pressed) -> None:
        match event.button.id:
            case "pick-take":
                self.action_take()
            case "pick-above":
                self.action_above()
            case "pick-all":
                self.action_all()
            case _:
                self.dismiss(None)

    def action_all(self) -> None:
        """Show all files, or again those alone that can be read."""
        self._shows_all = not self._shows_all
        label = "Readable only" if self._shows_all else "All files"
        self.query_one("#pick-all", Button).label = label
        self._list()

    def action_above(self) -> None:
        place, _ = typed(self._line.value, self._folder)
        self._go(place.parent)

    def _go(self, folder: Path) -> None:
        self._folder = folder.resolve()
        if self._line.value:
            # The line that changes has the folder listed.
            self._line.value = ""
        else:
            self._list()
