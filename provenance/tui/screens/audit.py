"""Findings: what the check found, by code, and what each code means."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from provenance.checks.registry import explain, explained
from provenance.errors import Problem
from provenance.model.findings import Finding, Severity
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import for_terminal, on_one_line
from provenance.rendering.wrapping import fitted
from provenance.tui.bindings import Scope, bindings
from provenance.tui.board import QUESTION, Spot
from provenance.tui.deciding import Reason
from provenance.tui.drawing import Line
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.deciding import DecidingScreen
from provenance.tui.screens.giving_reasons import ReasonScreen
from provenance.tui.widgets.captions import caption
from provenance.tui.widgets.headline import Headline, Modes
from provenance.tui.widgets.pane import Pane

Entry = Finding | Problem
_INDENT = 6
"""Columns a finding stands in from the left, and its scrollbar."""
_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
_LETTERS = {Severity.ERROR: "E", Severity.WARNING: "W", Severity.NOTE: "N"}


class FindingTree(Tree[Entry], inherit_bindings=False):
    """Findings under their codes."""

    BINDINGS = bindings(Scope.TREE)

    class Resized(Message):
        """It has another width, so that other words fit."""

    def on_mount(self) -> None:
        self._draw_caption()

    def on_resize(self) -> None:
        self.post_message(self.Resized())

    def on_focus(self) -> None:
        self._draw_caption()

    def on_blur(self) -> None:
        self._draw_caption()

    def _draw_caption(self) -> None:
        self.border_title = caption(self, "Findings", focused=self.has_focus)


class AuditScreen(DecidingScreen):
    """Left the findings, right what the one under the cursor means."""

    BINDINGS = bindings(Scope.AUDIT)
    AUTO_FOCUS = "#findings"
    PURPOSE = (
        "Everything the check found that wants a person, gravest first, with the place and what "
        "it means. Open the claim with enter, or the file at the line with o."
    )

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield Modes("audit")
        with Horizontal(id="audit"):
            tree: FindingTree = FindingTree("findings", id="findings")
            tree.show_root = False
            tree.guide_depth = 2
            yield tree
            yield Pane(id="explanation")

    def redraw(self) -> None:
        findings = self.dossier.findings
        by_severity = [
            counted(len(same), severity.value)
            for severity in Severity
            if (same := [f for f in findings if f.severity is severity])
        ]
        total = counted(len(findings), "finding")
        said = f"{total}: {' · '.join(by_severity)}" if findings else total
        aside = len(self.dossier.decided.set_aside)
        said += f" · {aside} set aside" if aside else ""
        self.query_one(Headline).show(self.dossier.title, said)
        self.query_one(Modes).show(len(findings), Content(""))
        tree = self.query_one("#findings", FindingTree)
        here = self.entry
        tree.clear()
        titles = dict(explained())
        ordered = sorted(findings, key=lambda f: (f.severity.rank, f.code, f.order))
        for (_, code), group in groupby(ordered, key=lambda f: (f.severity.rank, f.code)):
            self._add(tree, code, titles.get(code, ""), list(group))
        if self.dossier.problems:
            node = tree.root.add(Text("Files left out", style="bold"), expand=True)
            for problem in self.dossier.problems:
                node.add_leaf(Text(on_one_line(str(problem.place or problem.slug))), problem)
        self._go(here)

    def _go(self, entry: Entry | None) -> None:
        """Put the cursor on an entry; on the first where it is not there."""
        leaves = self._leaves()
        wanted = [leaf for leaf in leaves if leaf.data == entry] or leaves
        tree = self.query_one("#findings", FindingTree)
        # Asking for the last line makes the tree number its lines, without which no cursor moves.
        if wanted and tree.last_line >= 0:
            tree.move_cursor(wanted[0])
        self._draw_explanation()

    def _leaves(self) -> list[TreeNode[Entry]]:
        tree = self.query_one("#findings", FindingTree)
        return [leaf for node in tree.root.children for leaf in node.children]

    def _add(self, tree: FindingTree, code: str, title: str, same: list[Finding]) -> None:
        severity = same[0].severity
        room = max(20, tree.size.width - _INDENT)
        sign = (_LETTERS if self.pencil.letters else _SIGNS)[severity]
        count = f" · {len(same)}"
        named = fitted(on_one_line(f"{sign} {code} {title}"), room - len(count)).rstrip()
        label = Text(f"{named}{count}", style="bold")
        node = tree.root.add(label, expand=True)
        for finding in same:
            where = finding.claim or str(finding.place)
            said = on_one_line(f"{where}: {finding.message}")
            node.add_leaf(Text(fitted(said, room).rstrip()), finding)

    def on_finding_tree_resized(self) -> None:
        self.redraw()

    @property
    def entry(self) -> Entry | None:
        """What the cursor is on; None on the name of a code."""
        node = self.query_one("#findings", FindingTree).cursor_node
        return node.data if node else None

    def on_tree_node_highlighted(self, _: Tree.NodeHighlighted[Entry]) -> None:
        self._draw_explanation()

    def on_tree_node_selected(self, event: Tree.NodeSelected[Entry]) -> None:
        entry = event.node.data
        if not isinstance(entry, Finding):
            return
        if not any(row.claim.id == entry.claim for row in self.dossier.rows):
            self.notify("This finding touches no claim; o opens its file.")
            return
        self.app.push_screen(ClaimScreen(self.dossier, Spot(entry.claim, QUESTION)))

    def _draw_explanation(self) -> None:
        self.refresh_bindings()
        pane = self.query_one("#explanation", Pane)
        entry = self.entry
        if entry is None:
            empty = "Nothing was found that wants a person."
            pane.show([Line(Content("" if self.dossier.findings else empty))], "")
            return
        code = entry.code if isinstance(entry, Finding) else entry.slug
        pane.show(map(Line, _explained(entry, code)), code)

    def action_step(self, step: int) -> None:
        tree = self.query_one("#findings", FindingTree)
        leaves = self._leaves()
        if not leaves:
            self.notify("There are no findings.")
            return
        here = tree.cursor_node
        at = leaves.index(here) if here in leaves else -1 if step > 0 else len(leaves)
        if not 0 <= at + step < len(leaves):
            self.notify(f"That was the {'last' if step > 0 else 'first'} finding.")
        node = leaves[(at + step) % len(leaves)]
        if node.parent:
            node.parent.expand()
        tree.move_cursor(node)

    @property
    def proposal(self) -> None:
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "set_aside":
            return self.board_app.pen is not None and isinstance(self.entry, Finding)
        return super().check_action(action, parameters)

    def action_set_aside(self) -> None:
        finding, app = self.entry, self.board_app
        if not isinstance(finding, Finding) or app.pen is None:
            return

        def given(reason: Reason | None) -> None:
            if reason is not None:
                app.set_aside(finding, reason)

        said = f"{finding.code} {finding.message}"
        signer = self.dossier.decided.signer or app.pen.by
        screen = ReasonScreen("Set this finding aside", said, signer, expires=True)
        app.push_screen(screen, given)

    def action_copy(self) -> None:
        entry = self.entry
        if entry is not None:
            code = entry.code if isinstance(entry, Finding) else entry.slug
            place = f"{entry.place}: " if entry.place else ""
            hint = f"\n{entry.hint}" if entry.hint else ""
            self.send_to_clipboard(f"{place}{code} {entry.message}{hint}")

    def action_editor(self) -> None:
        if self.entry is not None and self.entry.place is not None:
            self.open_editor(self.entry.place)


def _explained(entry: Entry, code: str) -> Iterator[Content]:
    if entry.place:
        yield Content.styled(on_one_line(str(entry.place)), "$muted")
    yield Content.styled(on_one_line(entry.message), "bold")
    if entry.hint:
        yield Content.styled(on_one_line(entry.hint), "$accent")
    yield Content("")
    try:
        for paragraph in for_terminal(explain(code)).split("\n\n"):
            yield Content(" ".join(paragraph.split()))
            yield Content("")
    except KeyError:
        yield Content.styled(f"provenance explain {on_one_line(code)} says more.", "$muted")
