"""The audit's list: which findings it holds, finding words in them, and what is set aside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from provenance.errors import Place, Problem
from provenance.model.decided import SetAside
from provenance.model.decisions import Action, Decision
from provenance.model.dossier import Dossier
from provenance.model.findings import Finding, Severity
from provenance.model.waivers import Waiver
from provenance.tui.designs_of_reasons import BringBackDesign
from provenance.tui.findings import Chosen
from provenance.tui.screens.audit import AuditScreen
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.widgets.finding_tree import FindingTree
from tests.cli.calls import call
from tests.factories import example_dossier
from tests.rendering import audits
from tests.run.test_deciding import bridge
from tests.run.test_reviewing import CLAIM
from tests.tui.clicking import click_on
from tests.tui.driving import board_app, notices, press, running, screen_lines, screen_text, settled
from tests.tui.test_decisions import board, filled, is_on

ASIDE = Finding(
    "PV301", Severity.NOTE, Place("claims/closed.yaml", 4), "Note 9 is missing.", claim="closed"
)
WAIVER = Waiver(ASIDE.fingerprint, "EF", "2024-03-05T09:30:00Z", "Asked for.", "2024-12-31")


def whole_dossier() -> Dossier:
    """Open findings on claims and in a draft, one set aside, and a file left out."""
    audit, dossier = audits.example_audit(), example_dossier()
    decided = replace(dossier.decided, set_aside=(SetAside(ASIDE, WAIVER),))
    return replace(
        dossier,
        drafts=audit.drafts,
        findings=(*dossier.findings, *audit.findings),
        problems=(Problem("bad-yaml", "no YAML", Place("claims/x.yaml", 3, 1), "mend it"),),
        decided=decided,
    )


def listed(screen: AuditScreen) -> list[object]:
    return [leaf.data for leaf in screen._leaves()]


async def test_the_filter_lists_what_it_says_and_escape_leaves_it() -> None:
    dossier = whole_dossier()
    drafts = {draft.document.path for draft in dossier.drafts}
    errors = [f for f in dossier.findings if f.severity is Severity.ERROR]
    in_drafts = [f for f in dossier.findings if f.place.path in drafts]
    others = [f for f in dossier.findings if f.place.path not in drafts]
    assert all((errors, in_drafts, others))
    app = board_app(dossier)
    async with running(app, (140, 50), keys=["2"]) as pilot:
        screen = app.screen
        assert isinstance(screen, AuditScreen)
        wanted: dict[Chosen, list[object]] = {
            Chosen.OPEN: [*dossier.findings, *dossier.problems],
            Chosen.ERRORS: [*errors, *dossier.problems],
            Chosen.DRAFTS: [*in_drafts],
            Chosen.OTHERS: [*others],
            Chosen.SET_ASIDE: [ASIDE],
        }
        for which in Chosen:
            assert screen.chosen is which
            assert f"filter: {which.value}" in screen_text(app)
            assert sorted(map(str, listed(screen))) == sorted(map(str, wanted[which]))
            await press(pilot, "f")
        assert screen.chosen is Chosen.OPEN
        await press(pilot, "f", "escape")
        assert screen.is_current
        assert f"filter: {Chosen.OPEN.value}" in screen_text(app)
        await click_on(pilot, "1 set aside")
        assert listed(screen) == [ASIDE], "a click on the count lists them"
        assert "set aside by EF on 2024-03-05 until 2024-12-31: Asked for." in " ".join(
            screen_text(app).split()
        )
        await press(pilot, "y", "escape", "escape", "escape")
        assert isinstance(app.screen, MatrixScreen)


_RESOLVED = tuple(
    Finding(
        "PV501",
        Severity.NOTE,
        Place("claims/closed.yaml", 4 + number),
        f"Resolved by AB: 14 March 1841. clerk and {other} conflict. One day apart.",
        claim="closed",
    )
    for number, other in enumerate(("gazette", "history"))
)


async def test_what_a_finding_means_is_headed_by_how_grave_it_is_here() -> None:
    grave = Finding("PV501", Severity.ERROR, Place("claims/x.yaml", 1), "They conflict.")
    app = board_app(replace(example_dossier(), findings=(*_RESOLVED, grave)))
    async with running(app, (140, 40), keys=["2"]) as pilot:
        assert isinstance(app.screen, AuditScreen)
        assert app.screen.entry == grave
        assert "PV501: Sources conflict (error)" in screen_text(app)
        await press(pilot, "n")
        assert app.screen.entry == _RESOLVED[0]
        assert "PV501: Sources conflict (note; otherwise error)" in screen_text(app)
        assert "When was the bridge at Harrow closed?" in screen_text(app)


async def test_rows_tell_one_finding_from_another_and_the_group_all_of_each() -> None:
    app = board_app(replace(example_dossier(), findings=_RESOLVED))
    async with running(app, keys=["2"]) as pilot:
        rows = [
            line[:47] for line in screen_lines(app) if "─ " in line or "├" in line or "└" in line
        ]
        assert any("… gazette conflict" in row for row in rows)
        assert any("… history conflict" in row for row in rows)
        await press(pilot, "up")
        told = " ".join(" ".join(line[47:] for line in screen_lines(app)).split())
        for finding in _RESOLVED:
            assert f"closed: {finding.message}" in told


async def test_found_words_are_where_n_goes_until_escape() -> None:
    app = board_app(whole_dossier())
    async with running(app, (140, 50), keys=["2", "slash", *"no yaml", "enter"]) as pilot:
        screen = app.screen
        assert isinstance(screen, AuditScreen)
        assert isinstance(screen.entry, Problem)
        assert "search: no yaml" in screen_text(app)
        assert "n Next found" in screen_text(app)
        await press(pilot, "n")
        assert isinstance(screen.entry, Problem)
        assert notices(app)[-1] == "That was the last finding with “no yaml”."
        await press(pilot, "slash")
        assert screen.query_one(Input).value == "no yaml"
        await press(pilot, "escape", "escape")
        assert screen.sought == ""
        await press(pilot, "slash", *"nowhere at all", "enter")
        assert notices(app)[-1] == "“nowhere at all” stands nowhere here."
        assert screen.sought == ""
        await press(pilot, "n")
        assert not isinstance(screen.entry, Problem), "n goes to every finding again"


async def test_what_was_set_aside_is_listed_and_brought_back(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    app = board(root)
    async with running(app, (104, 32), keys=("2", "s")) as pilot:
        filled(app, "reason-why", "Known; see the errata.")
        filled(app, "reason-until", "2999-12-31")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert app.dossier is not None
        (aside,) = app.dossier.decided.set_aside
        await click_on(pilot, "1 set aside")
        text = " ".join(screen_text(app).split())
        assert "set aside by EF on 2024-03-05 until 2999-12-31" in text
        assert "w Bring back" in text
        assert "s Set aside" not in text
        said = " ".join(call("audit", "--plain", "--show", "set-aside", cwd=root).out.split())
        assert "set aside by EF on 2024-03-05 until 2999-12-31: Known; see the errata." in said
        await press(pilot, "w")
        assert is_on(app, BringBackDesign)
        assert "by EF on 2024-03-05" in " ".join(screen_text(app).split())
        filled(app, "reason-why", "The errata was withdrawn.")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert list(app.dossier.decided.set_aside) == []
        assert aside.finding in app.dossier.findings
        assert "Nothing is listed under “set aside”." in screen_text(app)
        await press(pilot, "z")
        (again,) = app.dossier.decided.set_aside
        assert (again.finding, again.waiver.why) == (aside.finding, aside.waiver.why), "undone"
        await press(pilot, "Z")
        assert list(app.dossier.decided.set_aside) == [], "and done again"


async def test_a_group_is_not_set_aside_and_the_key_says_so(tmp_path: Path) -> None:
    app = board(bridge(tmp_path, CLAIM), "EF")
    async with running(app, (104, 32), keys=("2", "home", "s")) as pilot:
        assert isinstance(app.screen, AuditScreen)
        assert any("Go to one finding" in said for said in notices(app))
        await press(pilot, "n", "s")
        assert not isinstance(app.screen, AuditScreen)


async def test_a_board_that_is_only_read_lists_what_is_set_aside_and_brings_nothing_back() -> None:
    app = board_app(whole_dossier())
    async with running(app, (140, 50), keys=("2", "f", "f", "f", "f", "w")) as pilot:
        assert isinstance(app.screen, AuditScreen)
        assert "w Bring back" not in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ClaimScreen)


async def test_a_finding_whose_waiver_is_over_says_so() -> None:
    dossier = whole_dossier()
    over = replace(WAIVER, expires="2024-03-06")
    decision = Decision(
        ASIDE.fingerprint, Action.SET_ASIDE, over.by, over.at, why=over.why, expires=over.expires
    )
    decided = replace(dossier.decided, set_aside=(), decisions=(decision,))
    app = board_app(replace(dossier, findings=(ASIDE,), decided=decided))
    async with running(app, (140, 50), keys=("2",)):
        said = "counts again: set aside by EF on 2024-03-05 until 2024-03-06: Asked for."
        assert said in " ".join(screen_text(app).split())


@pytest.mark.parametrize("size", [(80, 24), (104, 32)], ids=["80x24", "104x32"])
async def test_the_first_group_stands_on_top_of_a_long_list(size: tuple[int, int]) -> None:
    many = [
        Finding("PV301", Severity.NOTE, Place("claims/x.yaml", n), f"Note {n} is missing.")
        for n in range(1, 60)
    ]
    app = board_app(replace(whole_dossier(), findings=tuple(many)))
    async with running(app, size, keys=("2",)) as pilot:
        for _ in range(2):
            lines = screen_lines(app)
            top = next(n for n, line in enumerate(lines) if "Findings" in line)
            assert "PV301" in lines[top + 1]
            await pilot.resize_terminal(size[0] - 6, size[1])
            await settled(pilot)


async def test_letters_fold_with_ascii_signs() -> None:
    app = board_app(whole_dossier(), letters=True)
    async with running(app, (104, 32), keys=("2",)):
        assert not set("▼▶✗●") & set(screen_text(app))


async def test_a_mouse_goes_to_a_finding_before_it_opens_it() -> None:
    app = board_app(whole_dossier())
    async with running(app, (140, 50), keys=["2"]) as pilot:
        screen = app.screen
        assert isinstance(screen, AuditScreen)
        tree = screen.query_one("#findings", FindingTree)
        (leaf,) = (leaf for leaf in screen._leaves() if leaf.data in example_dossier().findings)
        assert tree.cursor_node is not leaf
        for opened in (AuditScreen, ClaimScreen):
            await pilot.click(tree, offset=(10, leaf.line + 1))
            await settled(pilot)
            assert isinstance(app.screen, opened)
            assert tree.cursor_node is leaf
