"""What one claim rests on: its chains down to their origins, and what would change them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Tree

from provenance.model.dossier import Dossier
from provenance.model.origins import Edge, FamilyProposal, Kinship, NodeKind, Pull, Rung, Trail
from provenance.model.verdicts import Row
from provenance.rendering.marks import verdict_mark
from provenance.rendering.origin_trees import Branch, Stated
from provenance.rendering.origins_outline import NOBODY, outline
from provenance.rendering.origins_text import origins
from provenance.rendering.statements_in_words import origins_in_words, verdict_with_origins
from provenance.rendering.untrusted import on_one_line
from provenance.tui.bindings import Scope, bindings
from provenance.tui.board import Spot
from provenance.tui.drawing import Line
from provenance.tui.hints import with_keys
from provenance.tui.origin_details import copied, details, place_behind
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.kin import KinScreen
from provenance.tui.screens.shared import SharedScreen
from provenance.tui.widgets.headline import Headline, TwoEnds
from provenance.tui.widgets.outline import Outline
from provenance.tui.widgets.pane import Pane

UNTRACED = "What this claim rests on was not traced. {app.check} checks again."


class OriginsScreen(KinScreen):
    """Pushed over the matrix or a claim, for one claim."""

    BINDINGS = bindings(Scope.ORIGINS)
    AUTO_FOCUS = "#outline"
    PURPOSE = (
        "What each statement on one question rests on, note by note, down to works nobody has "
        "opened, and how many independent origins that leaves. Below the chains: where the words "
        "changed on their way, what to pull next, and the one source that would change it all."
    )

    def __init__(self, dossier: Dossier, claim: str) -> None:
        super().__init__(dossier)
        self.claim = claim

    @property
    def row(self) -> Row:
        return self.dossier.row(self.claim)

    @property
    def trail(self) -> Trail | None:
        return self.dossier.trail(self.claim)

    def compose_board(self) -> ComposeResult:
        yield Headline()
        yield TwoEnds("counts")
        with Vertical(id="origins"):
            yield Outline(id="outline", title="What it rests on")
            yield Pane(id="origin-pane")

    def renew(self, dossier: Dossier) -> None:
        if not any(row.claim.id == self.claim for row in dossier.rows):
            self.dismiss(None)
            return
        super().renew(dossier)

    # What is drawn

    def redraw(self) -> None:
        row, trail = self.row, self.trail
        verdict = self.pencil.marked(verdict_mark(row)[0], verdict_with_origins(row))
        self.query_one(Headline).show(row.claim.question, verdict)
        claims = [each.claim.id for each in self.dossier.rows]
        where = f"claim {claims.index(self.claim) + 1} of {len(claims)}"
        rests = f"{on_one_line(self.claim)} rests on {origins_in_words(row)}"
        self.query_one("#counts", TwoEnds).put(Content(rests), Content(where))
        tree = self.query_one("#outline", Outline)
        if not tree.size.width:
            # Nobody sees it yet; it will be told its width, and filled then.
            return
        tree.put(outline(self.dossier, row, trail) if trail else (), self.pencil)
        self._draw_details()

    def _draw_details(self) -> None:
        self.refresh_bindings()
        pane, branch, trail = self.query_one("#origin-pane", Pane), self.branch, self.trail
        if trail is None:
            pane.show([Line(Content(with_keys(self.app, UNTRACED)))], "")
        elif branch is None:
            pane.show([Line(Content(NOBODY))], "")
        else:
            told = details(self.dossier, self.row, trail, branch, self.pencil)
            pane.show(told, "Behind this line")

    @property
    def branch(self) -> Branch | None:
        """What the cursor is on."""
        return self.query_one("#outline", Outline).branch if self.is_mounted else None

    @property
    def family(self) -> FamilyProposal | None:
        branch = self.branch
        about = branch.about if branch else None
        if isinstance(about, Kinship):
            families = self.dossier.proposed_families
            return next((each for each in families if about in each.kinships), None)
        return about if isinstance(about, FamilyProposal) else None

    def on_outline_resized(self) -> None:
        self.redraw()

    def on_tree_node_highlighted(self, _: Tree.NodeHighlighted[Branch]) -> None:
        self._draw_details()

    # Keys

    def on_tree_node_selected(self, event: Tree.NodeSelected[Branch]) -> None:
        if not self.is_on_top:
            return
        about = event.node.data.about if event.node.data else None
        if isinstance(about, Stated | Rung):
            self._open_claim(about.source)
        elif isinstance(about, Edge):
            self._open_end(about)
        elif isinstance(about, FamilyProposal | Kinship):
            kinship = about if isinstance(about, Kinship) else about.kinships[0]
            self.app.push_screen(SharedScreen(self.dossier, kinship.left, kinship.right))
        elif isinstance(about, Pull):
            self.notify(f"Nobody has opened {on_one_line(about.work.label)} yet.", markup=False)
        else:
            event.node.toggle()

    def _open_end(self, edge: Edge) -> None:
        if edge.end.kind is NodeKind.SOURCE and self.row.cell(edge.end.id).statements:
            self._open_claim(edge.end.id)
        elif edge.end.kind is NodeKind.SOURCE:
            self.notify(f"{on_one_line(edge.end.id)} says nothing on this claim.", markup=False)
        else:
            self.notify("Nobody has opened it yet, so there is nothing to show.")

    def _open_claim(self, source: str) -> None:
        self.app.push_screen(ClaimScreen(self.dossier, Spot(self.claim, source)))

    def action_claim(self, step: int) -> None:
        claims = [row.claim.id for row in self.dossier.rows]
        at = claims.index(self.claim) + step
        if not 0 <= at < len(claims):
            self.notify(f"That was the {'last' if step > 0 else 'first'} claim.")
        self.claim = claims[at % len(claims)]
        self.redraw()
        self.query_one("#outline", Outline).top()

    def action_copy(self) -> None:
        branch = self.branch
        if branch is None:
            self.action_copy_all()
        else:
            self.send_to_clipboard(copied(self.dossier, self.row, branch))

    def action_copy_all(self) -> None:
        trail = self.trail
        if trail is None:
            self.hint(UNTRACED)
            return
        self.send_to_clipboard(origins(self.dossier, self.row, trail).rstrip("\n"))

    def action_editor(self) -> None:
        self.open_editor(place_behind(self.dossier, self.row, self.branch))
