"""Findings: what the check found, by code, and what each code means."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from provenance.errors import Problem
from provenance.model.audit import Audit
from provenance.model.findings import Finding, Severity
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.wrapping import fitted
from provenance.tui.bindings import Scope, bindings
from provenance.tui.board import QUESTION, Spot
from provenance.tui.designs_of_reasons import AsideDesign
from provenance.tui.drawing import Line
from provenance.tui.findings import Group, Order, finding_in_full, grouped, sign_of_severity
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.deciding import DecidingScreen
from provenance.tui.widgets.captions import caption
from provenance.tui.widgets.coverage import CoverageStrip
from provenance.tui.widgets.headline import Headline, Modes
from provenance.tui.widgets.pane import Pane
from provenance.tui.widgets.second_click import SecondClickTree

Entry = Finding | Problem
_INDENT = 6
"""Columns a finding stands in from the left, and its scrollbar."""


class FindingTree(SecondClickTree[Entry], inherit_bindings=False):
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
        "Everything found in claims, sources and drafts that wants a person, gravest first, with "
        "the place, the words and what it means. Enter opens the claim, or the draft at the words."
    )
    order = Order.CODE

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield Modes("audit")
        yield CoverageStrip()
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
        self.query_one(Modes).show(len(findings), Content(f"group: by {self.order.value}"))
        self.query_one(CoverageStrip).show(self.dossier.drafts, self.pencil)
        tree = self.query_one("#findings", FindingTree)
        here = self.entry
        tree.clear()
        for group in grouped(findings, self.order):
            self._add(tree, group)
        if self.dossier.problems:
            node = tree.root.add(Text("Files left out", style="bold"), expand=True)
            for problem in self.dossier.problems:
                node.add_leaf(Text(on_one_line(str(problem.place or problem.slug))), problem)
        self._go(here)

    def _go(self, here: Entry | None) -> None:
        """Put the cursor on an entry; on the first where it is not there."""
        leaves = self._leaves()
        wanted = [leaf for leaf in leaves if leaf.data == here] or leaves
        tree = self.query_one("#findings", FindingTree)
        # Asking for the last line makes the tree number its lines, without which no cursor moves.
        if wanted and tree.last_line >= 0:
            tree.move_cursor(wanted[0])
            if here is None:
                # The name of the first group stays in view above its first finding.
                tree.scroll_home(animate=False)
        self._draw_explanation()

    def _leaves(self) -> list[TreeNode[Entry]]:
        tree = self.query_one("#findings", FindingTree)
        return [leaf for node in tree.root.children for leaf in node.children]

    def _add(self, tree: FindingTree, group: Group) -> None:
        room = max(20, tree.size.width - _INDENT)
        sign = sign_of_severity(group.gravest, letters=self.pencil.letters)
        count = f" · {len(group.findings)}"
        named = fitted(on_one_line(f"{sign} {group.name}"), room - len(count)).rstrip()
        node = tree.root.add(Text(f"{named}{count}", style="bold"), expand=True)
        for finding in group.findings:
            said = on_one_line(f"{group.label(finding, self.audit)}: {finding.message}")
            node.add_leaf(Text(fitted(said, room).rstrip()), finding)

    def action_group(self) -> None:
        """Group the findings by the next of what they have in common."""
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.redraw()

    def on_finding_tree_resized(self) -> None:
        self.redraw()

    @property
    def audit(self) -> Audit:
        """What tells where in a draft a finding stands."""
        return Audit(self.dossier.title, self.dossier.drafts, self.dossier.findings)

    @property
    def entry(self) -> Entry | None:
        """What the cursor is on; None on the name of a code."""
        node = self.query_one("#findings", FindingTree).cursor_node
        return node.data if node else None

    def on_tree_node_highlighted(self, _: Tree.NodeHighlighted[Entry]) -> None:
        self._draw_explanation()

    def on_tree_node_selected(self, event: Tree.NodeSelected[Entry]) -> None:
        if not self.is_on_top:
            return
        entry = event.node.data
        if not isinstance(entry, Finding):
            return
        if any(row.claim.id == entry.claim for row in self.dossier.rows):
            self.app.push_screen(ClaimScreen(self.dossier, Spot(entry.claim, QUESTION)))
            return
        read = [e.source.id for e in self.dossier.sources if e.source.path == entry.place.path]
        if read and entry.span:
            self.read_source(read[0], entry.span)
        else:
            self.notify("This finding touches no claim; o opens its file.")

    def _draw_explanation(self) -> None:
        self.refresh_bindings()
        pane = self.query_one("#explanation", Pane)
        entry = self.entry
        if entry is None:
            empty = "Nothing was found that wants a person."
            pane.show([Line(Content("" if self.dossier.findings else empty))], "")
            return
        code = entry.code if isinstance(entry, Finding) else entry.slug
        pane.show(map(Line, finding_in_full(entry, code, self.audit)), code)

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
        finding = self.entry
        if isinstance(finding, Finding):
            self.board_app.open_form(AsideDesign, {"finding": finding.fingerprint})

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
