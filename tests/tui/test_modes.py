"""Audit, sources, help and palette, and the way between them."""

from __future__ import annotations

import re
from dataclasses import replace

from provenance.errors import Place, Problem
from provenance.model.decisions import Action, Decision
from provenance.model.dossier import Dossier, ReadSource, SourceState
from provenance.model.findings import Finding, Severity
from provenance.tui.bindings import AROUND, KEYS, Scope, shown_key
from provenance.tui.commands import KeyCommands
from provenance.tui.screens.audit import AuditScreen
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.help import HelpScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.screens.reader import ReaderScreen
from provenance.tui.screens.sources import SourcesScreen
from provenance.tui.widgets.board_table import BoardTable
from tests.factories import example_dossier
from tests.rendering import audits
from tests.tui.driving import board_app, notices, press, running, screen_text, settled

WHERE = {
    Scope.MATRIX: (),
    Scope.CLAIM: ("enter",),
    Scope.NOTES: ("enter", "m"),
    Scope.AUDIT: ("2",),
    Scope.SOURCES: ("3",),
    Scope.DECISIONS: ("4",),
    Scope.OTHERS: ("3", "enter"),
    Scope.ORIGINS: ("escape", "escape", "g"),
    Scope.SHARED: ("3", "escape", "3", "enter", "enter"),
    Scope.READER: ("3", "escape", "escape", "3", "v"),
    Scope.SETTINGS: ("f2",),
}
FOCUS = {
    Scope.MATRIX: Scope.TABLE,
    Scope.NOTES: Scope.TABLE,
    Scope.AUDIT: Scope.TREE,
    Scope.SOURCES: Scope.TABLE,
    Scope.DECISIONS: Scope.TABLE,
    Scope.OTHERS: Scope.TABLE,
    Scope.ORIGINS: Scope.TREE,
    Scope.READER: Scope.READING,
    Scope.SETTINGS: Scope.TABLE,
}


def _keys_of(screen: Scope) -> set[str]:
    scopes = (screen, FOCUS.get(screen, Scope.PANE), Scope.APP)
    assert set(scopes[1:]) <= set(AROUND[screen])
    return {key.id for scope in scopes for key in KEYS[scope]}


ONLY_ON_PROPOSALS = (".accept", ".mend", ".reject", ".undo", ".redo")
ONLY_SOMETIMES = (
    *(*ONLY_ON_PROPOSALS, ".edit", ".add", ".state"),
    *(".review", ".silent", ".withdraw", ".aside", ".bring-back", ".layers", ".layer", ".version"),
)
"""Besides, those that write: tests/tui/test_writing.py."""
"""Keys that are there where something is to be decided: tests/tui/test_deciding.py."""


async def test_help_and_palette_have_every_key_of_every_screen() -> None:
    dossier = example_dossier()
    comment = Decision("closed", Action.COMMENTED, "AB", "2024-03-01T09:00:00Z", why="Ask.")
    app = board_app(replace(dossier, decided=replace(dossier.decided, decisions=(comment,))))
    async with running(app, (96, 76)) as pilot:
        for screen, way in WHERE.items():
            await press(pilot, "1", "escape", "escape", *way)
            await settled(pilot)
            live = list(app.screen.active_bindings.values())
            keys = [key for scope in KEYS for key in KEYS[scope] if key.id in _keys_of(screen)]
            keys = [key for key in keys if not key.id.endswith(ONLY_SOMETIMES)]
            assert {key.id for key in keys} == {active.binding.id for active in live}, screen
            offered = [command.name for command in KeyCommands(app.screen).commands()]
            for key in keys:
                shown = [shown_key(app, a.binding) for a in live if a.binding.id == key.id]
                is_offered = any(f"{key.label} ({one})" in offered for one in shown)
                assert is_offered == (key.id != "app.palette"), key.id
            await press(pilot, "question_mark")
            await settled(pilot)
            assert isinstance(app.screen, HelpScreen)
            text = screen_text(app)
            assert [key.id for key in keys if key.tooltip not in text] == []
            await press(pilot, "escape")


async def test_help_follows_keys_the_user_chose() -> None:
    app = board_app(keys={"matrix.next": "f5"})
    async with running(app, (104, 60), keys=["f5"]) as pilot:
        assert isinstance(app.screen, MatrixScreen)
        assert app.screen.spot is not None
        assert app.screen.spot.source == "clerk"
        assert "f5 Next conflict" in screen_text(app)
        await press(pilot, "n", "question_mark")
        await settled(pilot)
        lines = [
            line for line in screen_text(app).split("\n") if "Go to the next conflict." in line
        ]
        assert lines[0].split("│")[1].split()[0] == "f5"


async def test_a_command_of_the_palette_acts_on_the_screen_below() -> None:
    app = board_app()
    async with running(app, keys=["ctrl+p", *"swap rows"]) as pilot:
        await app.workers.wait_for_complete()
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(app.screen, MatrixScreen)
        assert app.screen.board.turned


async def test_going_to_another_mode_and_back_keeps_the_place() -> None:
    app = board_app()
    async with running(app, keys=["n", "enter", "2"]) as pilot:
        assert isinstance(app.screen, AuditScreen)
        await press(pilot, "1")
        assert isinstance(app.screen, ClaimScreen)
        await press(pilot, "3")
        assert isinstance(app.screen, SourcesScreen)
        await press(pilot, "escape")
        await settled(pilot)
        assert isinstance(app.screen, ClaimScreen), "back from a mode is the matrix's own place"


async def test_a_double_click_opens_a_claim_once() -> None:
    app = board_app()
    async with running(app) as pilot:
        await pilot.click(app.screen.query(BoardTable).first(), offset=(4, 4), times=2)
        await settled(pilot)
        assert [type(screen) for screen in app.screen_stack] == [MatrixScreen, ClaimScreen]


async def test_the_audit_explains_the_finding_and_opens_its_claim() -> None:
    app = board_app()
    async with running(app, keys=["2"]) as pilot:
        text = screen_text(app)
        assert "1 finding: 1 error" in text
        assert "claims/closed.yaml:1:1" in text
        assert "Weigh the two and record which one holds." in text
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(app.screen, ClaimScreen)
        assert app.screen.claim == "closed"


async def test_the_audit_steps_through_findings_and_files_left_out() -> None:
    more = Finding("PV999", Severity.NOTE, Place("seeds/diary.txt", 2), "[b]markup[/b] is text")
    dossier = example_dossier()
    dossier = replace(
        dossier,
        findings=(*dossier.findings, more),
        problems=(Problem("bad-yaml", "no YAML", Place("claims/x.yaml", 3, 1), "mend it"),),
    )
    app = board_app(dossier)
    async with running(app, (104, 40), keys=["2", "n"]) as pilot:
        assert "[b]markup[/b] is text" in screen_text(app)
        await press(pilot, "enter")
        assert "touches no claim" in notices(app)[-1]
        await press(pilot, "n")
        await settled(pilot)
        assert "no YAML" in screen_text(app)
        assert "mend it" in screen_text(app)
        await press(pilot, "n")
        assert notices(app)[-1] == "That was the last finding."


def audited_dossier() -> Dossier:
    """The example with the audit of a draft that has two sources' words beside its own."""
    audit = audits.example_audit()
    draft = audit.drafts[0]
    at = replace(draft.source, path=draft.document.path)
    read = ReadSource(at, draft.document, SourceState.READ)
    dossier = example_dossier()
    return replace(
        dossier,
        sources=(read, *dossier.sources),
        rows=(),
        drafts=audit.drafts,
        findings=(*dossier.findings, *audit.findings),
    )


async def test_the_audit_shows_what_a_draft_rests_on_and_both_sides_words() -> None:
    dossier = audited_dossier()
    beside = next(f for f in dossier.findings if f.counterpart)
    app = board_app(dossier)
    async with running(app, (140, 50), keys=["2"]) as pilot:
        screen = app.screen
        assert isinstance(screen, AuditScreen)
        assert f"{dossier.drafts[0].source.id}: " in screen_text(app)
        assert "bare" in screen_text(app)
        while screen.entry != beside:
            await press(pilot, "n")
        await settled(pilot)
        shown = " ".join(screen_text(app).split())
        assert beside.counterpart is not None
        assert beside.counterpart.words.split()[0] in shown
        assert beside.counterpart.source in shown


async def test_findings_are_grouped_by_code_by_file_and_by_claim() -> None:
    app = board_app(audited_dossier())
    async with running(app, (140, 50), keys=["2"]) as pilot:
        said = [screen_text(app)]
        for _ in range(3):
            await press(pilot, "g")
            said.append(screen_text(app))
        orders = [re.findall(r"group: by (\w+)", text)[0] for text in said]
        assert orders == ["code", "file", "claim", "code"]
        assert "no claim" in said[2]


async def test_enter_on_a_finding_of_a_draft_reads_the_draft_there() -> None:
    dossier = audited_dossier()
    app = board_app(dossier)
    async with running(app, (140, 50), keys=["2"]) as pilot:
        screen = app.screen
        assert isinstance(screen, AuditScreen)
        path = dossier.drafts[0].document.path
        wanted = next(f for f in dossier.findings if f.place.path == path and f.span)
        while screen.entry != wanted:
            await press(pilot, "n")
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.source == dossier.drafts[0].source.id


async def test_an_audit_without_findings_says_so() -> None:
    app = board_app(replace(example_dossier(), findings=()))
    async with running(app, keys=["2", "n", "y", "o"]):
        assert "no findings" in screen_text(app) or "0 findings" in screen_text(app)
        assert "Nothing was found that wants a person." in screen_text(app)


async def test_sources_show_state_words_and_hash_and_copy_them() -> None:
    app = board_app(environment={"TERM": "xterm"})
    async with running(app, keys=["3", "down", "down"]) as pilot:
        text = screen_text(app)
        assert "in part" in text
        assert "page 2 has no text" in text
        await press(pilot, "y")
        assert "A diary" in app.clipboard
        document = example_dossier().sources[2].document
        assert document is not None
        assert document.sha256 in app.clipboard
