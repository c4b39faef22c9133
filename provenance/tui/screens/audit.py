"""Findings: what the check found, by code, and what each code means."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Tree
from textual.widgets.tree import TreeNode

from provenance.model.audit import Audit
from provenance.model.decided import SetAside
from provenance.model.dossier import Dossier
from provenance.model.findings import Finding, Severity
from provenance.rendering.statements_in_words import counted
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.board import QUESTION, Spot
from provenance.tui.designs_of_reasons import AsideDesign, BringBackDesign
from provenance.tui.drawing import Line
from provenance.tui.findings import (
    Chosen,
    Order,
    chosen,
    finding_in_full,
    finding_to_paste,
    group_in_full,
    grouped,
    speaks_of,
    standings,
)
from provenance.tui.hints import with_keys
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.deciding import DecidingScreen
from provenance.tui.widgets.clickable import clickable
from provenance.tui.widgets.coverage import CoverageStrip
from provenance.tui.widgets.finding_tree import Entry, FindingTree
from provenance.tui.widgets.headline import Headline, Look, Modes
from provenance.tui.widgets.pane import Pane
from provenance.tui.widgets.search_line import SearchLine


class AuditScreen(DecidingScreen):
    """Left the findings, right what the one under the cursor means."""

    BINDINGS = bindings(Scope.AUDIT)
    AUTO_FOCUS = "#findings"
    PURPOSE = (
        "Everything found in claims, sources and drafts that wants a person, gravest first, with "
        "the place, the words and what it means. {tree.open} opens the claim, or the draft at the "
        "words; what is set aside counts no more and is listed by the filter."
    )
    ON_ENTRIES = frozenset(("step", "group", "filter", "search", "copy", "editor"))
    order = Order.CODE
    chosen = Chosen.OPEN
    sought = ""
    """The words searched for; "" while nothing is."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(dossier)
        self._standings: dict[Finding, str] = {}

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield Modes("audit")
        yield CoverageStrip()
        with Horizontal(id="audit"):
            yield FindingTree(id="findings")
            yield Pane(id="explanation")
        yield SearchLine("words of a finding, its code or its place")

    @property
    def is_empty(self) -> bool:
        dossier = self.dossier
        return not (dossier.findings or dossier.problems or dossier.decided.set_aside)

    @property
    def labels(self) -> dict[str, str]:
        return super().labels | ({"audit.next": "Next found"} if self.sought else {})

    def redraw(self) -> None:
        audit = self.audit
        self._standings = standings(audit, self.dossier.decided)
        self._draw_head(audit)
        self.query_one(CoverageStrip).show(self.dossier.drafts, self.pencil)
        tree = self.query_one("#findings", FindingTree)
        groups = grouped(chosen(audit, self.chosen), self.order)
        problems = self.dossier.problems if self.chosen.takes_problems else ()
        tree.put(groups, problems, audit, self.pencil)
        self._draw_explanation()

    def _draw_head(self, audit: Audit) -> None:
        findings = audit.findings
        by_severity = [
            counted(len(same), severity.value)
            for severity in Severity
            if (same := [f for f in findings if f.severity is severity])
        ]
        total = counted(len(findings), "finding")
        if in_drafts := len(chosen(audit, Chosen.DRAFTS)):
            total = f"{total}, {in_drafts} in {'the draft' if len(audit.drafts) == 1 else 'drafts'}"
        said = Content(f"{total}: {' · '.join(by_severity)}" if findings else total)
        if audit.set_aside:
            words = Content(f"{len(audit.set_aside)} set aside")
            said = Content.assemble(said, " · ", clickable(words, "screen.list_set_aside"))
        self.query_one(Headline).show(self.dossier.title, said)
        which, order = self.chosen, self.order
        looks = [
            Look("filter", which.value, "screen.filter", is_usual=which is Chosen.OPEN),
            Look("group", f"by {order.value}", "screen.group", is_usual=order is Order.CODE),
        ]
        self.query_one(Modes).show(len(findings), looks, self.sought)

    def on_finding_tree_resized(self) -> None:
        self.redraw()

    @property
    def audit(self) -> Audit:
        """The findings, those set aside, and what tells where in a draft one stands."""
        dossier = self.dossier
        aside = dossier.decided.set_aside
        return Audit(dossier.title, dossier.drafts, dossier.findings, set_aside=aside)

    @property
    def entry(self) -> Entry | None:
        """What the cursor is on; None on the name of a group."""
        return self.query_one("#findings", FindingTree).entry

    @property
    def unoffered(self) -> frozenset[str]:
        is_finding = self.is_mounted and isinstance(self.entry, Finding)
        return frozenset() if is_finding else frozenset({"audit.aside"})

    @property
    def aside(self) -> SetAside | None:
        """The finding under the cursor with the decision that set it aside; None where it
        counts."""
        entry = self.entry if self.is_mounted else None
        return next((a for a in self.dossier.decided.set_aside if a.finding == entry), None)

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
            self.notify(
                with_keys(self.app, "This finding touches no claim; {audit.editor} opens its file.")
            )

    def _leaves(self) -> list[TreeNode[Entry]]:
        return self.query_one("#findings", FindingTree).leaves

    def _draw_explanation(self) -> None:
        self.refresh_bindings()
        pane = self.query_one("#explanation", Pane)
        entry = self.entry
        if entry is None:
            self._draw_group(pane)
            return
        code = _code_of(entry)
        asked = self._asked(entry.claim) if isinstance(entry, Finding) else ""
        lines = finding_in_full(entry, code, self.audit, self._standing(entry), asked)
        pane.show(map(Line, lines), code)

    def _draw_group(self, pane: Pane) -> None:
        group = self.query_one("#findings", FindingTree).group
        if group is not None:
            pane.show(map(Line, group_in_full(group, self.audit)), group.name.partition(" ")[0])
        else:
            pane.show([Line(Content("" if self._leaves() else self._nothing()))], "")

    def _asked(self, claim: str) -> str:
        """The question of a claim; "" for what is none."""
        return next((r.claim.question for r in self.dossier.rows if r.claim.id == claim), "")

    def _nothing(self) -> str:
        if self.chosen is not Chosen.OPEN:
            which = self.chosen.value
            others = with_keys(self.app, "{audit.filter} lists others, {audit.back} what is open.")
            return f"Nothing is listed under “{which}”. {others}"
        aside = len(self.dossier.decided.set_aside)
        if aside:
            were = "finding was" if aside == 1 else "findings were"
            listed = with_keys(self.app, "set aside: {audit.filter} lists them.")
            return f"Nothing is open that wants a person; {aside} {were} {listed}"
        return "Nothing was found that wants a person."

    def _standing(self, entry: Entry) -> str:
        return self._standings.get(entry, "") if isinstance(entry, Finding) else ""

    # Keys

    def action_group(self) -> None:
        """Group the findings by the next of what they have in common."""
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.redraw()

    def action_filter(self) -> None:
        self._choose(self.chosen.next)

    def action_list_set_aside(self) -> None:
        self._choose(Chosen.SET_ASIDE)

    def _choose(self, which: Chosen) -> None:
        self.chosen = which
        self.redraw()

    def action_step(self, step: int) -> None:
        leaves = self._leaves()
        what = "finding"
        if self.sought:
            leaves = [leaf for leaf in leaves if leaf.data and speaks_of(leaf.data, self.sought)]
            what = f"finding with “{on_one_line(self.sought)}”"
        if not leaves:
            self.notify(f"There is no {what} here.", markup=False)
            return
        tree = self.query_one("#findings", FindingTree)
        beyond = tree.beyond(leaves, step)
        if not beyond:
            self.notify(f"That was the {'last' if step > 0 else 'first'} {what}.", markup=False)
        ahead = beyond or leaves
        node = ahead[0 if step > 0 else -1]
        if node.parent:
            node.parent.expand()
        tree.move_cursor(node)

    def action_search(self) -> None:
        self.query_one(SearchLine).open(self.sought)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        words = event.value.strip()
        found = [leaf for leaf in self._leaves() if leaf.data and speaks_of(leaf.data, words)]
        self._search(words if found else "")
        self._close_search()
        if not words:
            return
        if not found:
            self.notify(f"“{on_one_line(words)}” stands nowhere here.", markup=False)
            return
        if self.query_one("#findings", FindingTree).cursor_node not in found:
            self.action_step(1)
        goes = with_keys(self.app, "{audit.next} goes to the next.")
        self.notify(f"{len(found)} found; {goes}", markup=False)

    def _search(self, words: str) -> None:
        self.sought = words
        self.refresh_bindings()
        self._draw_head(self.audit)

    def _close_search(self) -> None:
        self.query_one(SearchLine).close()
        self.set_focus(self.query_one("#findings"))

    @property
    def proposal(self) -> None:
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        may_decide = self.board_app.pen is not None
        if action == "set_aside":
            return may_decide and not self.is_empty and self.aside is None
        if action == "bring_back":
            return may_decide and self.aside is not None
        return super().check_action(action, parameters)

    def action_set_aside(self) -> None:
        finding = self.entry
        if isinstance(finding, Finding):
            self.board_app.open_form(AsideDesign, {"finding": finding.fingerprint})
        else:
            self.notify("Go to one finding: this sets aside no group, and no file left out.")

    def action_bring_back(self) -> None:
        if self.aside is not None:
            about = {"finding": self.aside.finding.fingerprint}
            self.board_app.open_form(BringBackDesign, about)

    def action_copy(self) -> None:
        entry = self.entry
        if entry is None:
            self.notify(
                with_keys(self.app, "Put the cursor on a finding, then press {audit.copy}.")
            )
            return
        self.send_to_clipboard(finding_to_paste(entry, _code_of(entry), self._standing(entry)))

    def action_editor(self) -> None:
        if self.entry is not None and self.entry.place is not None:
            self.open_editor(self.entry.place)

    def action_back(self) -> None:
        """One thing at a time: the search box, the search, the filter, then the screen."""
        if self.query_one(SearchLine).display:
            self._close_search()
        elif self.board_app.stop_checking():
            return
        elif self.sought:
            self._search("")
        elif self.chosen is not Chosen.OPEN:
            self._choose(Chosen.OPEN)
        else:
            super().action_back()


def _code_of(entry: Entry) -> str:
    return entry.code if isinstance(entry, Finding) else entry.slug
