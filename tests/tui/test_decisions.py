"""Reviews made at the board, the list of decisions, and findings set aside there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Button, Input, Select

from provenance import run
from provenance.model.decisions import Action
from provenance.model.reviews import Signed
from provenance.rendering.decisions_in_words import State
from provenance.tui.app import BoardApp
from provenance.tui.board import Spot
from provenance.tui.deciding import Pen
from provenance.tui.designs_of_proposals import MendDesign
from provenance.tui.designs_of_reasons import AsideDesign, WithdrawDesign
from provenance.tui.designs_of_reviews import ReviewDesign
from provenance.tui.forms import Design
from provenance.tui.judging import Kind
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.decisions import DecisionsScreen
from provenance.tui.screens.form import FormScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.widgets.board_table import BoardTable
from provenance.tui.widgets.form_row import OneOf, Tick
from provenance.workspace.decisions import read_decisions
from tests.cli.calls import call
from tests.golden_files import assert_golden
from tests.run.test_deciding import bridge
from tests.run.test_reviewing import AB, CD, CLAIM, DRAFT, with_draft
from tests.tui.driving import notices, press, running, screen_text, settled

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((104, 32), id="104x32")]
WHEN = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)


def board(root: Path, by: str = "EF", *, blind: bool = False) -> BoardApp:
    reader = run.Reader(by, chosen=True, blind=blind, day="2024-03-05")
    return BoardApp(
        root=root,
        load=lambda tell: run.check(root, tell, reader=reader),
        environment={},
        pen=Pen(by, lambda: WHEN, chosen=True, blind=blind),
    )


def is_on(app: BoardApp, design: type[Design]) -> bool:
    """Whether a form of a kind is open."""
    return isinstance(app.screen, FormScreen) and isinstance(app.screen.design, design)


def filled(app: BoardApp, name: str, value: str) -> None:
    app.screen.query_one(f"#{name}", Input).value = value


def actions(root: Path) -> list[Action]:
    return [each.action for each in sorted(read_decisions(root)[0], key=lambda d: d.at)]


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A claim signed by AB, commented on by CD, whose words in the draft changed since."""
    root = with_draft(tmp_path)
    run.comment(root, "closed", "Ask for the minutes.", CD)
    changed = DRAFT.replace("14 March 1841", "14 May 1841")
    (root / "seeds/piece.md").write_text(changed, "utf-8")
    return root


async def test_a_claim_is_signed_off_with_the_keyboard_and_taken_back(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    app = board(root)
    async with running(app, (80, 24)) as pilot:
        await press(pilot, "r")
        assert is_on(app, ReviewDesign)
        app.screen.query_one("#review-kind", Select).value = Kind.SIGN.name
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert app.dossier is not None
        review = app.dossier.decided.review("closed")
        assert (review.status, review.verdict) == (Signed.BY_ONE, "disputed")
        assert "review: signed by one (EF)" in screen_text(app)
        await press(pilot, "z")
        assert app.dossier.decided.review("closed").status is Signed.UNREVIEWED
        await press(pilot, "Z")
        assert app.dossier.decided.review("closed").status is Signed.BY_ONE
    assert actions(root).count(Action.SIGNED_OFF) == 2


async def test_a_conflict_is_resolved_with_a_reason_and_the_evidence(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    app = board(root)
    async with running(app) as pilot:
        await press(pilot, "enter", "r")
        form = app.screen
        assert is_on(app, ReviewDesign)
        confirm = form.query_one("#review-confirm", Button)
        assert form.query_one("#review-kind", Select).value == Kind.RESOLVE.name
        assert confirm.disabled, "an answer is needed"
        filled(app, "review-answer", "in spring")
        await settled(pilot)
        assert confirm.disabled, "that is no date"
        filled(app, "review-answer", "1841-03-14")
        await settled(pilot)
        assert "needed" in screen_text(app)
        filled(app, "review-why", "The clerk was there.")
        await settled(pilot)
        assert "read as 14 March 1841" in screen_text(app)
        form.query(Tick).last().focus()
        await press(pilot, "space")
        assert "[ ] gazette: 14 May 1841" in screen_text(app)
        await pilot.click("#review-confirm")
        await settled(pilot)
        assert isinstance(app.screen, ClaimScreen)
        assert "resolved 14 March 1841" in " ".join(screen_text(app).replace(":", "").split())
    (decision,) = read_decisions(root)[0]
    assert (decision.says, decision.why, decision.by) == (
        "1841-03-14",
        "The clerk was there.",
        "EF",
    )
    assert decision.weighed == ("clerk: 14 March 1841, “closed on 14 March 1841”",)


async def test_escape_leaves_everything_as_it_is(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    app = board(root)
    async with running(app) as pilot:
        await press(pilot, "r", "escape")
        assert not is_on(app, ReviewDesign)
    assert not (root / "claims/decisions").exists()


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_of_decisions_golden(size: tuple[int, int], reviewed: Path) -> None:
    app = board(reviewed)
    name = f"{size[0]}x{size[1]}"
    async with running(app, size, keys=("4",)) as pilot:
        assert_golden(f"screens/decisions-{name}.txt", screen_text(app))
        await press(pilot, "down", "w")
        assert_golden(f"screens/withdrawing-{name}.txt", screen_text(app))
        await press(pilot, "escape", "r")
        assert_golden(f"screens/reviewing-{name}.txt", screen_text(app))


async def test_the_list_says_what_the_command_says(reviewed: Path) -> None:
    said = " ".join(call("decisions", cwd=reviewed).out.split())
    app = board(reviewed)
    async with running(app, (104, 32), keys=("4",)) as pilot:
        screen = app.screen
        assert isinstance(screen, DecisionsScreen)
        assert len(screen._rows) == 3
        for _ in screen._rows:
            here = screen.here
            assert here is not None
            for line in screen._lines(here):
                words = " ".join((line.lead.plain + line.body.plain).split())
                assert words in said or words.startswith("The draft changed since"), words
            await press(pilot, "down")


async def test_enter_goes_to_the_claim_and_escape_comes_back(reviewed: Path) -> None:
    app = board(reviewed)
    async with running(app, keys=("4", "enter")) as pilot:
        assert isinstance(app.screen, ClaimScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, DecisionsScreen)
        await press(pilot, "escape", "r")
        assert is_on(app, ReviewDesign), "back at the matrix"


async def test_the_filter_goes_round_and_escape_shows_all(reviewed: Path) -> None:
    app = board(reviewed)
    async with running(app, keys=("4",)) as pilot:
        screen = app.screen
        assert isinstance(screen, DecisionsScreen)
        counts = {}
        for _ in range(len(State) + 1):
            counts[screen.state] = len(screen._rows)
            await press(pilot, "f")
        assert screen.state is None
        assert counts == {
            None: 3,
            State.BROKEN: 0,
            State.STALE: 2,
            State.IN_FORCE: 1,
            State.REPLACED: 0,
            State.WITHDRAWN: 0,
        }
        await press(pilot, "f")
        assert "No decision is changed on disk" in screen_text(app)
        await press(pilot, "escape")
        assert len(screen._rows) == 3


async def test_a_decision_of_another_session_is_withdrawn_with_a_reason(reviewed: Path) -> None:
    app = board(reviewed)
    async with running(app, keys=("4", "down", "down", "w")) as pilot:
        form = app.screen
        assert is_on(app, WithdrawDesign)
        await press(pilot, "ctrl+s")
        assert app.screen is form, "a reason is needed"
        await press(pilot, *"burnt")
        await press(pilot, "ctrl+s")
        assert any("Withdrawn: the decision of CD" in said for said in notices(app))
        assert "withdrew: " in screen_text(app), "one line for the decision and its withdrawal"
        rows = app.screen.query_one("#decisions", BoardTable).row_count
        await press(pilot, "enter")
        assert app.screen.query_one("#decisions", BoardTable).row_count == rows + 1
        await press(pilot, "enter")
        assert app.screen.query_one("#decisions", BoardTable).row_count == rows
        assert app.dossier is not None
        assert not app.dossier.decided.review("closed").comments
        await press(pilot, "z")
        assert app.dossier.decided.review("closed").comments


async def test_copied_is_all_that_is_said(reviewed: Path) -> None:
    app = board(reviewed)
    async with running(app, keys=("4", "down", "y")):
        assert "state:    stale: its words in piece changed" in screen_text(app)
        assert "file:     claims/decisions/closed/" in screen_text(app)


async def test_a_finding_is_set_aside_at_the_audit(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    app = board(root)
    async with running(app, keys=("2", "s")) as pilot:
        form = app.screen
        assert is_on(app, AsideDesign)
        filled(app, "reason-why", "Known; see the errata.")
        filled(app, "reason-until", "some day")
        await settled(pilot)
        assert form.query_one("#reason-confirm", Button).disabled
        filled(app, "reason-until", "2024-12-31")
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert app.dossier is not None
        assert len(app.dossier.decided.set_aside) == 1
        assert "1 set aside" in screen_text(app)
        await press(pilot, "z")
        assert not app.dossier.decided.set_aside


async def test_only_claims_that_want_a_review_pass_the_filter(tmp_path: Path) -> None:
    more = {"claims/other.yaml": "question: When did it open?\n"}
    root = bridge(tmp_path, CLAIM, **more)
    run.sign_off(root, "closed", "disputed", AB)
    app = board(root)
    async with running(app, keys=("f",) * 5):
        text = screen_text(app)
        assert "filter: unreviewed" in text
        assert "When did it open?" in text
        assert "When was the bridge closed?" not in text


async def test_a_blind_reader_sees_neither_verdict_nor_reason_until_hers_is_made(
    tmp_path: Path,
) -> None:
    root = bridge(tmp_path, CLAIM)
    run.resolve(root, "closed", "1841-03-14", "The clerk was there.", AB)
    app = board(root, blind=True)
    async with running(app, (104, 32)) as pilot:
        for key in ("enter", "r", "escape", "escape", "4"):
            await press(pilot, key)
            assert "The clerk was there" not in screen_text(app)
            assert "(AB)" not in screen_text(app)
        assert "1 hidden until you sign" in screen_text(app)
        await press(pilot, "escape", "r")
        app.screen.query_one("#review-kind", Select).value = Kind.SIGN.name
        await settled(pilot)
        await press(pilot, "ctrl+s", "4")
        assert "resolved: 1841-03-14" in screen_text(app)
    signed = next(d for d in read_decisions(root)[0] if d.action is Action.SIGNED_OFF)
    assert signed.blind


async def test_a_board_that_is_only_read_offers_no_review(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    app = board(root)
    app.pen = None
    async with running(app) as pilot:
        await press(pilot, "r")
        assert not is_on(app, ReviewDesign)
        await press(pilot, "2", "s", "4", "w")
        assert isinstance(app.screen, DecisionsScreen)
        assert "Nobody has decided anything yet" in screen_text(app)


KEPT = [
    pytest.param(("r",), ReviewDesign, "review-why", id="a review"),
    pytest.param(("2", "s"), AsideDesign, "reason-why", id="a finding set aside"),
    pytest.param(("i",), MendDesign, "mend-speaker", id="a proposal mended"),
]


@pytest.mark.parametrize(("keys", "design", "box"), KEPT)
async def test_what_was_typed_and_left_is_there_again(
    keys: tuple[str, ...], design: type[Design], box: str, tmp_path: Path
) -> None:
    root = bridge(tmp_path, CLAIM, **{"claims/other.yaml": "question: When was the bridge shut?\n"})
    app = board(root)
    async with running(app) as pilot:
        if design is MendDesign:
            assert isinstance(app.screen, MatrixScreen)
            app.screen._go(Spot("other", "clerk"))
            await settled(pilot)
        await press(pilot, *keys)
        assert is_on(app, design)
        filled(app, box, "half a tho")
        await settled(pilot)
        await press(pilot, "escape")
        assert not is_on(app, design)
        assert "Kept unfinished" in notices(app)[-1]
    again = board(root)
    async with running(again) as pilot:
        assert "half a tho" in screen_text(again), "offered at the start"
        await press(pilot, "enter")
        assert is_on(again, design)
        assert again.screen.query_one(f"#{box}", Input).value == "half a tho"
        filled(again, box, "a whole thought")
        await settled(pilot)
        if design is ReviewDesign:
            again.screen.query_one("#review-kind", Select).value = Kind.COMMENT.name
            await settled(pilot)
        await press(pilot, "ctrl+s")
        assert not is_on(again, design)
        assert run.all_unfinished(root) == ()
    assert "a whole thought" in " ".join(
        path.read_text("utf-8") for path in root.glob("claims/**/*.yaml")
    )


async def test_the_right_answer_is_chosen_from_those_given(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    app = board(root)
    async with running(app, keys=("r",)) as pilot:
        text = screen_text(app)
        assert text.index("( ) 14 March 1841: clerk") < text.index("( ) 14 May 1841: gazette")
        assert text.index("14 May 1841: gazette") < text.index("needed"), "before what is needed"
        assert "(•)" not in text, "a person chooses"
        assert app.screen.query_one("#review-confirm", Button).disabled
        first, second = app.screen.query(OneOf)
        first.focus()
        await press(pilot, "space")
        second.focus()
        await press(pilot, "space")
        assert [each.value for each in (first, second)] == [False, True], "one of them at a time"
        assert not app.screen.query_one("#row-answer").display
        said = "read as 14 May 1841; against clerk, 14 March 1841"
        filled(app, "review-why", "The minutes say so.")
        await settled(pilot)
        assert said in " ".join(screen_text(app).split())
        await press(pilot, "ctrl+s")
    (decision,) = read_decisions(root)[0]
    assert decision.says == "1841-05-14"


async def test_a_form_on_what_is_gone_is_not_opened(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    values = (("why", "Too late."),)
    for form, about in (("review", "claim"), ("aside", "finding"), ("withdraw", "decision")):
        run.keep_unfinished(root, run.Unfinished(form, ((about, "gone"),), form, values))
    app = board(root)
    async with running(app) as pilot:
        for _ in range(3):
            await press(pilot, "enter")
            assert "is not there any more" in notices(app)[-1]
            await press(pilot, "plus", "down", "down")


async def test_pasted_lines_become_one(tmp_path: Path) -> None:
    app = board(bridge(tmp_path, CLAIM))
    async with running(app, keys=("2", "s")) as pilot:
        app.screen.post_message(events.Paste("See the errata,\nlast page.\x1b[31m"))
        await settled(pilot)
        value = app.screen.query_one("#reason-why", Input).value
        assert value.startswith("See the errata, last page.")
        assert "\x1b" not in value


async def test_what_is_wrong_and_what_was_read_is_told_while_something_is_missing(
    tmp_path: Path,
) -> None:
    app = board(bridge(tmp_path, CLAIM))
    async with running(app, keys=["r"]) as pilot:
        filled(app, "review-answer", "1841-05-14")
        await settled(pilot)
        assert "read as 14 May 1841; against clerk" in " ".join(screen_text(app).split())
        assert "needed" in screen_text(app), "why is still to be said"
        await press(pilot, "escape", "2", "s")
        filled(app, "reason-until", "some day")
        await settled(pilot)
        assert "no day" in screen_text(app)


async def test_a_form_says_what_it_is_for_and_comes_back_as_it_was(tmp_path: Path) -> None:
    app = board(bridge(tmp_path, CLAIM))
    async with running(app, (80, 24), keys=["2", "s", *"Old?", "f1"]) as pilot:
        assert "recorded with your initials" in " ".join(screen_text(app).split())
        await press(pilot, "f1")
        assert is_on(app, AsideDesign)
        assert app.screen.query_one("#reason-why", Input).value == "Old?"
        await press(pilot, "shift+tab", "tab", "!")
        assert app.screen.query_one("#reason-why", Input).value == "Old?!", "nothing is replaced"
