"""Picking a file: a path that is typed or pasted, or a walk through the folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import DirectoryTree, Input, Static
from textual.widgets._directory_tree import DirEntry
from textual.widgets.tree import TreeNode

from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.widgets.key_line import KeyLine


class Folders(DirectoryTree, inherit_bindings=False):
    """The tree of folders, with our keys. Hidden files are passed over."""

    BINDINGS = bindings(Scope.FOLDERS)

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        return [path for path in paths if not path.name.startswith(".")]

    def render_label(self, node: TreeNode[DirEntry], base_style: Style, style: Style) -> Text:
        name = node.data.path.name if node.data else ""
        name = name or str(self.path)
        sign = ("v " if node.is_expanded else "> ") if node.allow_expand else "  "
        return Text(f"{sign}{on_one_line(name)}", base_style + style)


class PickScreen(ModalScreen[Path | None], inherit_bindings=False):
    """Gives the file that was picked; None where none was."""

    BINDINGS = bindings(Scope.PICKING)
    AUTO_FOCUS = "#folders"
    PURPOSE = (
        "Pick a file with the arrows and enter, or type where it is; backspace goes to the folder "
        "above. The file itself stays where it is."
    )

    def __init__(self, title: str, start: Path) -> None:
        super().__init__()
        self._title = title
        self._folder = start.resolve()

    def compose(self) -> ComposeResult:
        with Vertical(id="picking") as box:
            box.border_title = on_one_line(self._title)
            yield Input(placeholder="or type its path", id="path", compact=True)
            yield Static(id="picked", markup=False)
            yield Folders(self._folder, id="folders")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#path", Input).cursor_blink = False
        self._say()

    def _say(self, wrong: str = "") -> None:
        words = (
            Content.styled(wrong, "$error") if wrong else Content(on_one_line(str(self._folder)))
        )
        self.query_one("#picked", Static).update(words)

    def on_directory_tree_file_selected(self, event: DirectoryTree.FileSelected) -> None:
        self._pick(event.path)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        typed = event.value.strip().strip("\"'")
        if typed:
            self._pick(self._folder / Path(typed).expanduser())

    def _pick(self, path: Path) -> None:
        try:
            if path.is_dir():
                self._go(path)
            elif path.is_file():
                self.dismiss(path)
            else:
                self._say(f"there is no file {on_one_line(str(path))}")
        except OSError as error:
            self._say(on_one_line(str(error)))

    def action_above(self) -> None:
        self._go(self._folder.parent)

    def _go(self, folder: Path) -> None:
        self._folder = folder.resolve()
        tree = self.query_one(Folders)
        tree.path = self._folder
        tree.focus()
        self._say()
