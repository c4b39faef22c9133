"""Proposals confirmed, rejected and mended at the board, on files of their own."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from textual.widgets import Button, Input, Select

from provenance import run
from provenance.model.decisions import Action, Decision
from provenance.model.verdicts import CellState
from provenance.tui.app import BoardApp
from provenance.tui.board import Spot
from provenance.tui.deciding import Pen
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.form import FormScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.screens.reader import ReaderScreen
from provenance.workspace.decisions import read_decisions
from tests.tui.driving import notices, press, running, screen_lines, screen_text, settled
from tests.workspace.folders import make

BARE = "# To be asked first.\nquestion: When was the bridge closed?  # the old one\n"
CLERK = "Resolved: the bridge was closed on 14 March 1841.\n"
GAZETTE = "We learn that the bridge was closed on 14 May 1841.\n"
DIARY = "Rain all week, and no post.\n"
WHEN = datetime(2024, 3, 1, 9, 30, tzinfo=UTC)


def board(root: Path) -> BoardApp:
    files = {
        "seeds/clerk.txt": CLERK,
        "seeds/diary.txt": DIARY,
        "seeds/gazette.txt": GAZETTE,
        "claims/closed.yaml": BARE,
        "provenance.yaml": "title: Bridge\ninitials: AB\n",
    }
    make(root, dict(files), with_cable=False)
    return BoardApp(
        root=root,
        load=lambda tell: run.check(root, tell),
        environment={},
        pen=Pen("someone", lambda: WHEN),
    )


def claim_file(root: Path) -> str:
    return (root / "claims/closed.yaml").read_text(encoding="utf-8")


def actions(root: Path) -> list[tuple[Action, str]]:
    decisions, problems = read_decisions(root)
    assert not problems
    return sorted(((d.action, d.source) for d in decisions), key=str)


def at(app: BoardApp, source: str) -> None:
    assert isinstance(app.screen, MatrixScreen)
    app.screen._go(Spot("closed", source))


def decided(root: Path, action: Action) -> Decision:
    (found,) = (d for d in read_decisions(root)[0] if d.action is action)
    return found


async def test_from_a_bare_question_to_confirmed_rejected_and_silent(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app) as pilot:
        assert "a Accept" not in screen_text(app), "the cursor stands on the question"
        at(app, "clerk")
        await settled(pilot)
        assert "a Accept  x Reject  i Mend" in screen_text(app)
        await press(pilot, "a")
        assert any("Confirmed: clerk says 14 March 1841" in said for said in notices(app))
        assert claim_file(tmp_path) == BARE + (
            "statements:\n"
            "  - {source: clerk, "
            'quote: "Resolved: the bridge was closed on 14 March 1841.", says: 1841-03-14}\n'
        )
        assert "a Accept" not in screen_text(app), "what is confirmed is not confirmed again"
        at(app, "gazette")
        await press(pilot, "x")
        assert app.dossier is not None
        cell = app.dossier.row("closed").cell("gazette")
        assert cell.state is CellState.PROPOSED_SILENT
        assert "was rejected" in cell.why
        at(app, "diary")
        await press(pilot, "a")
        assert "silent" not in claim_file(tmp_path), "nobody has opened it"
        assert any("v reads it; a again records" in said for said in notices(app))
        await press(pilot, "a")
        assert claim_file(tmp_path).endswith("silent:\n  - diary\n")
        assert app.dossier.row("closed").cell("diary").state is CellState.SILENT
    assert actions(tmp_path) == [
        (Action.CONFIRMED, "clerk"),
        (Action.CONFIRMED, "diary"),
        (Action.REJECTED, "gazette"),
    ]
    silence = next(d for d in read_decisions(tmp_path)[0] if d.source == "diary")
    assert silence.why == "by the search alone; not opened at the board"
    rejection = decided(tmp_path, Action.REJECTED)
    assert (rejection.by, rejection.says) == ("AB", "1841-05-14")
    assert rejection.words == GAZETTE.strip()
    assert rejection.path.startswith("claims/decisions/closed/20240301T093000Z-AB-")


async def test_mending_says_what_is_wrong_and_writes_only_when_confirmed(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app) as pilot:
        at(app, "gazette")
        await press(pilot, "i")
        form = app.screen
        assert isinstance(form, FormScreen)
        assert "read as 14 May 1841" in screen_text(app)
        says = form.query_one("#mend-says", Input)
        says.value = "1841-13"
        await settled(pilot)
        assert form.query_one("#mend-confirm", Button).disabled
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, FormScreen), "a value that cannot be read is not recorded"
        await press(pilot, "escape")
        assert claim_file(tmp_path) == BARE
        assert actions(tmp_path) == []
        await press(pilot, "i")
        app.screen.query_one("#mend-says", Input).value = "1841-05"
        app.screen.query_one("#mend-speaker", Input).value = "the toll-keeper"
        app.screen.query_one("#mend-holds", Select).value = "probable"
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, MatrixScreen)
    assert claim_file(tmp_path).endswith(
        "says: 1841-05, holds: probable, speaker: the toll-keeper}\n"
    )
    assert "14 May 1841" in decided(tmp_path, Action.CONFIRMED).why


async def test_the_claim_screen_decides_on_the_right_side_and_says_so(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app, (80, 24)) as pilot:
        at(app, "gazette")
        await press(pilot, "enter")
        screen = app.screen
        assert isinstance(screen, ClaimScreen)
        assert screen.left is not None
        assert screen.right is not None
        left, right = screen.left.source, screen.right.source
        assert "a Accept R  x Reject R" in screen_text(app)
        await press(pilot, "a")
        assert actions(tmp_path) == [(Action.CONFIRMED, right)]
        assert "Accept" not in screen_text(app)
        await press(pilot, "a")
        assert actions(tmp_path) == [(Action.CONFIRMED, right)], "the left one was not meant"
        said = f"Nothing is proposed on the right, {right}; nothing was done. s swaps the sides."
        assert notices(app)[-1] == said
        await press(pilot, "s", "a")
        assert screen.right.source == left
    assert sorted(actions(tmp_path)) == sorted((Action.CONFIRMED, id) for id in (left, right))


async def test_what_else_a_source_was_proposed_to_say_goes_with_a_word(tmp_path: Path) -> None:
    app = board(tmp_path)
    more = "The toll of the bridge was closed on 20 March 1841, the clerk adds.\n"
    (tmp_path / "seeds/clerk.txt").write_text(f"{CLERK}\n{more}", "utf-8")
    async with running(app) as pilot:
        at(app, "clerk")
        await settled(pilot)
        await press(pilot, "a")
        told = [said for said in notices(app) if said.startswith("Confirmed: clerk")]
        assert told[-1].endswith("1 other of this source is no longer proposed. z undoes it.")


async def test_with_nothing_left_to_undo_that_is_said(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app) as pilot:
        await press(pilot, "z")
        assert notices(app)[-1].startswith("Nothing to undo:")
        await press(pilot, "Z")
        assert notices(app)[-1].startswith("Nothing to do again:")


async def test_a_side_without_a_statement_says_what_the_other_sources_are(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app) as pilot:
        at(app, "gazette")
        await press(pilot, "x", "enter")
        assert isinstance(app.screen, ClaimScreen)
        said = "no other source has a statement: 2 proposed silent"
        assert app.screen._head(None).plain == said
        assert said[:35] in screen_text(app)


async def test_a_review_of_what_nobody_confirmed_warns_and_can_be_signed(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app, (80, 24)) as pilot:
        at(app, "clerk")
        await press(pilot, "r")
        assert "Nobody has confirmed anything that a source says here" in screen_text(app)
        app.screen.query_one("#review-kind", Select).value = "SIGN"
        await settled(pilot)
        await press(pilot, "ctrl+s")
    assert actions(tmp_path) == [(Action.SIGNED_OFF, "")]


async def test_a_message_leaves_head_tabs_and_keys_to_be_read(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        app.notify("Confirmed: so it is.")
        await settled(pilot)
        lines = screen_lines(app)
        (at_line,) = (n for n, line in enumerate(lines) if "so it is" in line)
        assert at_line > len(lines) // 2, "the rows of the board are at the top"
        assert "? Help" in lines[-1]


async def test_undo_takes_back_confirmation_and_rejection(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app) as pilot:
        at(app, "clerk")
        await press(pilot, "x")
        at(app, "gazette")
        await press(pilot, "a", "z", "z")
        assert claim_file(tmp_path) == BARE
        assert app.dossier is not None
        assert app.dossier.row("closed").cell("clerk").state is CellState.SPEAKS
        await press(pilot, "z")
    assert [action for action, _ in actions(tmp_path)].count(Action.WITHDRAWN) == 2


async def test_what_was_undone_is_done_again_until_something_else_is_decided(
    tmp_path: Path,
) -> None:
    app = board(tmp_path)
    async with running(app) as pilot:
        at(app, "clerk")
        await press(pilot, "a")
        after = claim_file(tmp_path)
        await press(pilot, "z")
        assert claim_file(tmp_path) == BARE
        await press(pilot, "Z")
        assert claim_file(tmp_path) == after
        assert "Done again: the confirmation for clerk on closed" in notices(app)[-2]
        await press(pilot, "z")
        at(app, "gazette")
        await press(pilot, "x", "Z")
        assert claim_file(tmp_path) == BARE, "what was undone before a new decision stays undone"
    assert [action for action, _ in actions(tmp_path)].count(Action.CONFIRMED) == 2


async def test_undo_leaves_a_file_that_was_changed_since(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app) as pilot:
        at(app, "clerk")
        await press(pilot, "a")
        (tmp_path / "claims/closed.yaml").write_text(claim_file(tmp_path) + "# mine\n", "utf-8")
        await press(pilot, "z")
        assert "changed since" in notices(app)[-1]
    assert claim_file(tmp_path).endswith("# mine\n")
    assert actions(tmp_path) == [(Action.CONFIRMED, "clerk")]


async def test_a_key_that_has_nothing_to_decide_says_so(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app, (104, 32)) as pilot:
        for key in ("a", "x", "i"):
            app.clear_notifications()
            await press(pilot, "home", key)
            assert any("Nothing is proposed here" in said for said in notices(app)), key
            assert isinstance(app.screen, MatrixScreen)


async def test_a_board_without_a_pen_decides_nothing(tmp_path: Path) -> None:
    app = board(tmp_path)
    app.pen = None
    async with running(app) as pilot:
        at(app, "clerk")
        await press(pilot, "a", "x", "i")
        assert "Accept" not in screen_text(app)
    assert claim_file(tmp_path) == BARE
    assert actions(tmp_path) == []


async def test_a_confirmed_statement_is_changed_in_a_form_and_taken_out(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app) as pilot:
        at(app, "clerk")
        await press(pilot, "a")
        before = claim_file(tmp_path)
        assert "x Take out  i Change" in screen_text(app)
        await press(pilot, "i")
        form = app.screen
        assert isinstance(form, FormScreen)
        form.query_one("#field-says", Input).value = "1841-14"
        await settled(pilot)
        assert form.query_one("#form-confirm", Button).disabled
        form.query_one("#field-says", Input).value = "1841-03"
        form.query_one("#field-quote", Input).value = "the bridge was closed on 14 March"
        await settled(pilot)
        assert "word for word in clerk" in screen_text(app)
        await press(pilot, "ctrl+s")
        said = '{source: clerk, quote: "the bridge was closed on 14 March", says: 1841-03}'
        assert claim_file(tmp_path) == BARE + f"statements:\n  - {said}\n"
        await press(pilot, "x")
        app.screen.query_one("#reason-why", Input).value = "Read again."
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert "clerk" not in claim_file(tmp_path)
        await press(pilot, "z", "z")
        assert claim_file(tmp_path) == before


async def test_the_claim_screen_changes_the_side_on_the_right(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app) as pilot:
        at(app, "clerk")
        await press(pilot, "a")
        at(app, "gazette")
        await press(pilot, "a", "enter", "i")
        form = app.screen
        assert isinstance(form, FormScreen)
        form.query_one("#field-holds", Select).value = "possible"
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ClaimScreen)
    changed = [line for line in claim_file(tmp_path).splitlines() if "holds: possible" in line]
    assert len(changed) == 1


def unsigned(root: Path) -> BoardApp:
    """A board at which nobody has chosen initials."""
    app = board(root)
    (root / "provenance.yaml").write_text("title: Bridge\n", "utf-8")
    reader = run.Reader("login", day="2024-03-01")
    app._load = lambda tell: run.check(root, tell, reader=reader)
    app.pen = Pen("login", lambda: WHEN)
    return app


async def test_who_decides_is_asked_once_and_holds_for_the_session(tmp_path: Path) -> None:
    app = unsigned(tmp_path)
    async with running(app, (80, 24)) as pilot:
        at(app, "clerk")
        await press(pilot, "a")
        assert "Who decides?" in screen_text(app)
        assert actions(tmp_path) == [], "nothing is recorded by a name that nobody chose"
        await press(pilot, "C", "D", "ctrl+s")
        assert decided(tmp_path, Action.CONFIRMED).by == "CD"
        at(app, "gazette")
        await press(pilot, "x")
        assert decided(tmp_path, Action.REJECTED).by == "CD"
        await press(pilot, "r")
        assert app.screen.query_one("#review-initials", Input).value == "CD"


async def test_initials_typed_in_a_form_hold_for_the_session(tmp_path: Path) -> None:
    app = unsigned(tmp_path)
    async with running(app) as pilot:
        at(app, "gazette")
        await press(pilot, "r")
        form = app.screen
        assert form.query_one("#review-initials", Input).value == "", "no name is proposed"
        form.query_one("#review-kind", Select).value = "COMMENT"
        form.query_one("#review-why", Input).value = "Ask the archive."
        form.query_one("#review-initials", Input).value = "EF"
        await settled(pilot)
        await press(pilot, "ctrl+s", "x")
        assert decided(tmp_path, Action.COMMENTED).by == "EF"
        assert decided(tmp_path, Action.REJECTED).by == "EF"


async def test_a_mended_proposal_waits_for_who_decides(tmp_path: Path) -> None:
    app = unsigned(tmp_path)
    async with running(app) as pilot:
        at(app, "gazette")
        await press(pilot, "i", "ctrl+s")
        assert "Who decides?" in screen_text(app)
        await press(pilot, "E", "F", "ctrl+s")
        assert isinstance(app.screen, MatrixScreen)
        assert decided(tmp_path, Action.CONFIRMED).by == "EF"


async def test_the_words_of_a_proposal_are_mended_against_the_source(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app) as pilot:
        at(app, "gazette")
        await press(pilot, "i")
        form = app.screen
        quote = form.query_one("#mend-quote", Input)
        whole = quote.value
        assert not form.query_one("#form-offered", Button).display
        quote.value = "these words are nowhere in it"
        await settled(pilot)
        assert "do not stand in gazette" in " ".join(screen_text(app).split())
        assert form.query_one("#mend-confirm", Button).disabled
        wrong = whole.replace("bridge", "brigde")
        assert wrong != whole
        quote.value = wrong
        await settled(pilot)
        assert "not word for word" in screen_text(app)
        form.query_one("#form-offered", Button).press()
        await settled(pilot)
        assert quote.value in GAZETTE
        shorter = " ".join(whole.split()[2:])
        quote.value = shorter
        await settled(pilot)
        assert "stand word for word in gazette" in " ".join(screen_text(app).split())
        await press(pilot, "ctrl+s")
    assert decided(tmp_path, Action.CONFIRMED).words == shorter


async def test_initials_are_kept_for_every_workspace_where_that_is_wished(tmp_path: Path) -> None:
    app = unsigned(tmp_path / "w")
    app.environment = {"HOME": str(tmp_path / "home")}
    async with running(app, (80, 24)) as pilot:
        at(app, "clerk")
        await press(pilot, "a", "C", "D")
        app.screen.query_one("#signer-keep", Select).value = "kept"
        await settled(pilot)
        await press(pilot, "ctrl+s")
    assert run.load_user_settings(app.environment).initials == "CD"


async def test_what_was_left_can_be_thrown_away_at_the_start_and_brought_back(
    tmp_path: Path,
) -> None:
    app = board(tmp_path)
    async with running(app, keys=["plus", "enter", "W", "h", "y", "escape"]):
        assert len(run.all_unfinished(tmp_path)) == 1
    again = board(tmp_path)
    async with running(again) as pilot:
        assert "Throw away: A new question: Why" in screen_text(again)
        await press(pilot, "down", "enter")
        assert run.all_unfinished(tmp_path) == ()
        assert isinstance(again.screen, MatrixScreen)
        await press(pilot, "z")
        assert len(run.all_unfinished(tmp_path)) == 1


LOST = "question: How many wagons were lost?\n"
MAY_SPEAK = "A fine morning, and no post.\n\nThey say 12 men were lost.\n"


def at_the_diary(root: Path) -> BoardApp:
    app = board(root)
    (root / "seeds/diary.txt").write_text(MAY_SPEAK, "utf-8")
    (root / "seeds/clerk.txt").write_text("Two wagons were lost in the flood.\n", "utf-8")
    (root / "claims/closed.yaml").write_text(LOST, "utf-8")
    return app


async def test_a_source_that_may_speak_is_said_to_be_silent_and_that_is_undone(
    tmp_path: Path,
) -> None:
    app = at_the_diary(tmp_path)
    async with running(app, (80, 24)) as pilot:
        assert app.dossier is not None
        assert app.dossier.row("closed").cell("diary").state is CellState.UNREAD
        at(app, "diary")
        await settled(pilot)
        assert " s Silent" in screen_text(app)
        await press(pilot, "s")
        assert isinstance(app.screen, ReaderScreen), "the passage that may speak is read first"
        assert claim_file(tmp_path) == LOST
        await press(pilot, "escape", "s")
        assert "silent:\n  - diary\n" in claim_file(tmp_path)
        assert actions(tmp_path) == [(Action.CONFIRMED, "diary")]
        assert decided(tmp_path, Action.CONFIRMED).why == "opened at the board for this question"
        await press(pilot, "z")
        assert claim_file(tmp_path) == LOST
        assert app.dossier.row("closed").cell("diary").state is CellState.UNREAD


async def test_a_source_that_may_speak_is_read_at_the_passage_by_a_click(tmp_path: Path) -> None:
    app = at_the_diary(tmp_path)
    async with running(app, (80, 24)) as pilot:
        at(app, "diary")
        await settled(pilot)
        assert "seeds/diary.txt:3" in screen_text(app)
        line = next(n for n, said in enumerate(screen_lines(app)) if " v Read" in said)
        await pilot.click(offset=(screen_lines(app)[line].index("v Read") + 1, line))
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.text.at.start == MAY_SPEAK.index("They")


async def test_at_a_claim_what_may_speak_is_gone_to_read_and_said_to_be_silent(
    tmp_path: Path,
) -> None:
    app = at_the_diary(tmp_path)
    async with running(app, (104, 32)) as pilot:
        at(app, "clerk")
        await press(pilot, "enter")
        assert "S Silent" not in screen_text(app)
        while "[? diary]" not in screen_text(app):
            await press(pilot, "u")
        assert "v reads it, S says it is silent." in screen_text(app)
        assert all(key in screen_lines(app)[-1] for key in ("S Silent", "v Read"))
        await press(pilot, "v")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.text.at.start == MAY_SPEAK.index("They")
        await press(pilot, "escape", "S")
        assert "silent:\n  - diary\n" in claim_file(tmp_path)
        assert "S Silent" not in screen_text(app)
        await press(pilot, "z")
        assert claim_file(tmp_path) == LOST


async def test_no_key_says_silent_of_a_source_that_speaks(tmp_path: Path) -> None:
    app = board(tmp_path)
    async with running(app) as pilot:
        at(app, "clerk")
        await press(pilot, "s")
        assert actions(tmp_path) == []
        assert " s Silent" not in screen_text(app)


async def test_words_are_marked_anew_in_the_source_and_the_form_keeps_the_rest(
    tmp_path: Path,
) -> None:
    app = board(tmp_path)

    def held(name: str) -> str:
        assert isinstance(app.screen, FormScreen), app.screen
        return app.screen.query_one(f"#mend-{name}", Input).value

    async with running(app, (80, 24)) as pilot:
        at(app, "gazette")
        await press(pilot, "i")
        whole = held("quote")
        app.screen.query_one("#mend-speaker", Input).value = "the keeper"
        await settled(pilot)
        await press(pilot, "ctrl+g")
        assert isinstance(app.screen, ReaderScreen)
        assert "mark the words for your form" in screen_text(app)
        (kept,) = run.all_unfinished(tmp_path)
        assert dict(kept.values) == {"speaker": "the keeper"}, "nothing is lost on the way"
        await press(pilot, "escape")
        assert (held("quote"), held("speaker")) == (whole, "the keeper")
        await press(pilot, "ctrl+g", "shift+right", "shift+right", "enter")
        assert held("quote") != whole
        assert held("quote") in GAZETTE
        assert held("speaker") == "the keeper"
        assert "stand word for word in gazette" in " ".join(screen_text(app).split())
        quote = held("quote")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, MatrixScreen)
    assert f"quote: {quote}," in claim_file(tmp_path)
    assert "speaker: the keeper" in claim_file(tmp_path)
    assert run.all_unfinished(tmp_path) == ()


async def test_the_same_words_elsewhere_are_the_ones_that_were_marked(tmp_path: Path) -> None:
    app = board(tmp_path)
    twice = f"{GAZETTE}Later: {GAZETTE}"
    (tmp_path / "seeds/gazette.txt").write_text(twice, encoding="utf-8")
    async with running(app, (80, 24)) as pilot:
        at(app, "gazette")
        await press(pilot, "a")
        at(app, "gazette")
        await press(pilot, "i", "ctrl+g", "down", "enter", "ctrl+s")
    cell = run.check(tmp_path).row("closed").cell("gazette")
    (placed,) = [each for each in cell.statements if each.state.value == "confirmed"]
    assert placed.span is not None
    assert placed.span.start >= len(GAZETTE)
