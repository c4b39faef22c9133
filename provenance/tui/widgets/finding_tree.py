"""The list of findings that folds: each under what it has in common with others."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text, TextType
from textual.message import Message
from textual.widgets.tree import NodeID, TreeNode

from provenance.errors import Problem
from provenance.model.audit import Audit
from provenance.model.findings import Finding
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.wrapping import fitted
from provenance.tui.apart import told_apart
from provenance.tui.bindings import Scope, bindings
from provenance.tui.drawing import Pencil
from provenance.tui.findings import Group, sign_of_severity
from provenance.tui.widgets.captions import caption
from provenance.tui.widgets.second_click import SecondClickTree

Entry = Finding | Problem
_INDENT = 6
"""Columns a finding stands in from the left, and its scrollbar."""
_LEAST_ROOM = 20
_UNDRAWN = Text()
"""The label of a finding that nobody has seen yet."""


class FindingTree(SecondClickTree[Entry], inherit_bindings=False):
    """Findings under their codes."""

    BINDINGS = bindings(Scope.TREE)
    _is_filled = True
    _said: Callable[[Group], list[str]]
    """What the lines of the findings of a group say, at length."""
    _room = _LEAST_ROOM
    """Columns for what the line of a finding says."""

    class Resized(Message):
        """It has another width, so that other words fit."""

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id)
        self.show_root = False
        self.guide_depth = 2
        self._groups: dict[NodeID, Group] = {}
        """The groups by the lines that name them."""

    def on_mount(self) -> None:
        self._draw_caption()

    def on_resize(self) -> None:
        self.post_message(self.Resized())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self.root.children) if action in ("select_cursor", "toggle_node") else True

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._draw_caption()

    def _draw_caption(self) -> None:
        self.border_title = caption(self, "Findings", focused=self.has_focus)

    @property
    def entry(self) -> Entry | None:
        """What the cursor is on; None on the name of a group."""
        return self.cursor_node.data if self.cursor_node else None

    @property
    def group(self) -> Group | None:
        """The group whose name the cursor is on."""
        return self._groups.get(self.cursor_node.id) if self.cursor_node else None

    @property
    def leaves(self) -> list[TreeNode[Entry]]:
        """The lines of the entries, folded ones included, in order."""
        return [leaf for node in self.root.children for leaf in node.children]

    def beyond(self, leaves: Iterable[TreeNode[Entry]], step: int) -> list[TreeNode[Entry]]:
        """Those that stand behind the cursor, or before it where `step` is negative. Folded ones
        have no line, so it is the order that counts.
        """
        nodes = [at for node in self.root.children for at in (node, *node.children)]
        order = {node.id: number for number, node in enumerate(nodes)}
        here = order.get(self.cursor_node.id, -1) if self.cursor_node else -1
        return [leaf for leaf in leaves if (order[leaf.id] - here) * step > 0]

    def put(
        self, groups: Iterable[Group], problems: Iterable[Problem], audit: Audit, pencil: Pencil
    ) -> None:
        """Show other findings and files left out; the cursor stays on what it is on, else goes
        to the first.
        """
        if not self.size.width:
            # Nobody sees it yet; it will be told its width, and filled then.
            return
        here = self.entry
        self.ICON_NODE = "+ " if pencil.letters else "▶ "
        self.ICON_NODE_EXPANDED = "- " if pencil.letters else "▼ "
        self._is_filled = False
        self.clear()
        self._room = max(_LEAST_ROOM, self.size.width - _INDENT)
        self._said = lambda group: [on_one_line(group.said(f, audit)) for f in group.findings]
        self._groups = {self._add(group, pencil).id: group for group in groups}
        left_out = tuple(problems)
        if left_out:
            node = self.root.add(Text("Files left out", style="bold"), expand=True)
            for problem in left_out:
                node.add_leaf(Text(on_one_line(str(problem.place or problem.slug))), problem)
        self._is_filled = True
        self._invalidate()
        self._go(here)

    def _invalidate(self) -> None:
        # Every single leaf would have the whole tree laid out anew.
        if self._is_filled:
            super()._invalidate()

    def process_label(self, label: TextType) -> Text:
        # Ours stand on one line, so there is nothing to be cut off.
        return label if isinstance(label, Text) else super().process_label(label)

    def render_label(self, node: TreeNode[Entry], base_style: Style, style: Style) -> Text:
        group = node.parent
        if node._label is _UNDRAWN and group is not None:
            said = told_apart(self._said(self._groups[group.id]), self._room)
            for leaf, line in zip(group.children, said, strict=True):
                leaf._label = Text(line)
        return super().render_label(node, base_style, style)

    def get_label_width(self, node: TreeNode[Entry]) -> int:
        if isinstance(node.data, Finding):
            return self._room
        icon = self.ICON_NODE_EXPANDED if node.allow_expand else ""
        return len(icon) + cell_len(node._label.plain)

    def _add(self, group: Group, pencil: Pencil) -> TreeNode[Entry]:
        sign = sign_of_severity(group.gravest, letters=pencil.letters)
        count = f" · {len(group.findings)}"
        named = fitted(on_one_line(f"{sign} {group.name}"), self._room - len(count)).rstrip()
        node = self.root.add(Text(f"{named}{count}", style="bold"), expand=True)
        for finding in group.findings:
            node.add_leaf(_UNDRAWN, finding)
        return node

    def _go(self, here: Entry | None) -> None:
        same = [leaf for leaf in self.leaves if leaf.data == here]
        if not self.leaves:
            self.move_cursor(None)
        # Asking for the last line makes the tree number its lines, without which no cursor moves.
        if self.leaves and self.last_line >= 0:
            self.move_cursor((same or self.leaves)[0])
            if not same:
                # The name of the first group stays in view above its first finding. The cursor
                # scrolls to its line after the next refresh only, so this waits for the same.
                self.call_after_refresh(self.scroll_home, animate=False)
