"""What a claim rests on as a tree that folds: a line for every branch, fitted to the width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text, TextType
from textual.message import Message
from textual.widgets.tree import TreeNode

from provenance.model.origins import Edge, FamilyProposal, NodeKind
from provenance.rendering.origin_trees import Branch
from provenance.rendering.wrapping import fitted
from provenance.tui.bindings import Scope, bindings
from provenance.tui.drawing import Pencil
from provenance.tui.widgets.captions import caption
from provenance.tui.widgets.second_click import SecondClickTree

_FOLD_SIGN = 2
_GUIDE = 2
_SCROLLBAR = 1
_LEAST_ROOM = 16
_LEAST_WORDS = 12
"""Columns below which a stump of a quotation tells nothing."""


class Outline(SecondClickTree[Branch], inherit_bindings=False):
    """Branches under their headings, all unfolded at first."""

    BINDINGS = bindings(Scope.TREE)
    _is_filled = True

    class Resized(Message):
        """It has another width, so that other words fit."""

    def __init__(self, *, id: str, title: str) -> None:
        super().__init__(title, id=id)
        self.show_root = False
        # enter opens what a line is about; only headings fold by it.
        self.auto_expand = False
        self.guide_depth = _GUIDE
        self._title = title
        self._drawn_width = 0

    def on_mount(self) -> None:
        self._draw_caption()

    def on_resize(self) -> None:
        if self.size.width != self._drawn_width:
            self.post_message(self.Resized())

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._draw_caption()

    def _draw_caption(self) -> None:
        self.border_title = caption(self, self._title, focused=self.has_focus)

    @property
    def branch(self) -> Branch | None:
        """What the cursor is on."""
        return self.cursor_node.data if self.cursor_node else None

    def put(self, branches: Iterable[Branch], pencil: Pencil) -> None:
        """Show other branches; the cursor stays on what it is on, else on the line."""
        line, path = self.cursor_line, _path(self.cursor_node) if self.cursor_node else ()
        folded = {_path(node) for node in self._every() if node.children and not node.is_expanded}
        self._drawn_width = self.size.width
        self.ICON_NODE = "+ " if pencil.letters else "▶ "
        self.ICON_NODE_EXPANDED = "- " if pencil.letters else "▼ "
        self._is_filled = False
        self.clear()
        for branch in branches:
            self._hang(self.root, branch, 0, pencil)
        self._is_filled = True
        self._invalidate()
        for node in self._every():
            if _path(node) in folded:
                node.collapse()
        # Asking for the last line makes the tree number its lines, without which no cursor moves.
        if self.last_line >= 0:
            same = next((node for node in self._every() if path and _path(node) == path), None)
            self.move_cursor_to_line(
                same.line if same and same.line >= 0 else min(max(line, 0), self.last_line)
            )

    def _invalidate(self) -> None:
        # Every single branch would have the whole tree laid out anew.
        if self._is_filled:
            super()._invalidate()

    def get_label_width(self, node: TreeNode[Branch]) -> int:
        icon = self.ICON_NODE_EXPANDED if node.allow_expand else ""
        return len(icon) + cell_len(node._label.plain)

    def process_label(self, label: TextType) -> Text:
        # Ours stand on one line, so there is nothing to be cut off.
        return label if isinstance(label, Text) else super().process_label(label)

    def top(self) -> None:
        """Go to the first line."""
        if self.last_line >= 0:
            self.move_cursor_to_line(0)

    def _hang(self, node: TreeNode[Branch], branch: Branch, depth: int, pencil: Pencil) -> None:
        room = self.size.width - _SCROLLBAR - depth * _GUIDE - _FOLD_SIGN
        label = _label(branch, max(_LEAST_ROOM, room), depth, pencil)
        if not branch.branches:
            node.add_leaf(label, branch)
            return
        child = node.add(label, branch, expand=True)
        for below in branch.branches:
            self._hang(child, below, depth + 1, pencil)

    def _every(self) -> Iterator[TreeNode[Branch]]:
        waiting = list(self.root.children)
        while waiting:
            node = waiting.pop()
            yield node
            waiting += node.children


def _path(node: TreeNode[Branch]) -> tuple[str, ...]:
    path = []
    here: TreeNode[Branch] | None = node
    while here is not None and here.data is not None:
        path.append(here.data.said)
        here = here.parent
    return tuple(path)


def _label(branch: Branch, room: int, depth: int, pencil: Pencil) -> Text:
    """`note 2: harris “Harris, History, p. 4”`: what is said, then as many words as fit."""
    said = branch.short or branch.said
    text = Text(fitted(said, room).rstrip(), style=_style(branch, depth), no_wrap=True)
    left = room - cell_len(text.plain) - 1
    if branch.words and left >= _LEAST_WORDS:
        text.append(" " + fitted(f"“{branch.words}”", left).rstrip(), pencil.colour("muted"))
    return text


def _style(branch: Branch, depth: int) -> str:
    if depth == 0:
        return "italic" if isinstance(branch.about, FamilyProposal) else "bold"
    if isinstance(branch.about, Edge) and branch.about.end.kind is not NodeKind.SOURCE:
        return "italic"
    return ""
