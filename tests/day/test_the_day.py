"""A whole day at the board: from an empty folder to a signed-off report, and through a new draft.

Two persons sit at it one after the other, at 80 × 24 with the keyboard alone and at 104 × 32 with
the mouse. After every step it is asked what stands on the screen and what lies on the disk.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from provenance import run
from provenance.model.decisions import Action, Decision
from provenance.model.dossier import Dossier
from provenance.model.reviews import Signed
from provenance.model.sources import Role
from provenance.rendering import check_json
from provenance.tui.app import BoardApp
from provenance.tui.board import VERDICT
from provenance.tui.deciding import Pen
from provenance.workspace.decisions import read_decisions
from provenance.workspace.folder import Workspace, open_workspace
from provenance.workspace.interrupted import is_leftover
from tests.cli.calls import call
from tests.day.papers import CLERK, DIARY, PIECE, lay_out
from tests.day.persons import Keyboard, Mouse, Person
from tests.tui.driving import running

MORNING = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)


class Office:
    """The folder that is worked in, and the clock on its wall, which goes on a minute a glance."""

    def __init__(self, root: Path, hand: type[Person], size: tuple[int, int]) -> None:
        self.root, self.hand, self.size = root, hand, size
        self._minutes = iter(range(100_000))

    def now(self) -> datetime:
        return MORNING + timedelta(minutes=next(self._minutes))

    @asynccontextmanager
    async def at_the_board(
        self, by: str, *, blind: bool = False, watch: bool = False
    ) -> AsyncIterator[Person]:
        """Somebody opens the board, as the command line opens it, and leaves it at the end."""
        reader = run.Reader(by, chosen=True, blind=blind, day="2024-03-01")
        app = BoardApp(
            root=self.root,
            load=lambda tell: run.board(self.root, tell, reader=reader),
            environment={},
            pen=Pen(by, self.now, chosen=True, blind=blind),
            begin=not run.is_workspace(self.root),
            watch=watch,
        )
        async with running(app, self.size) as pilot:
            yield self.hand(pilot)

    # What lies on the disk

    @property
    def workspace(self) -> Workspace:
        """The folder, read anew; every file of it can be read."""
        workspace = open_workspace(self.root)
        assert workspace.problems == ()
        return workspace

    @property
    def decisions(self) -> list[Decision]:
        """Every decision on file, oldest first."""
        decisions, problems = read_decisions(self.root)
        assert not problems
        return sorted(decisions, key=lambda each: each.at)

    def dossier(self, by: str) -> Dossier:
        """The board as a person would find it who opens it now."""
        return run.board(self.root, reader=run.Reader(by, chosen=True, day="2024-03-01"))

    def last(self) -> Decision:
        return self.decisions[-1]


@pytest.mark.parametrize(
    ("hand", "size"),
    [
        pytest.param(Keyboard, (80, 24), id="80x24 by keyboard"),
        pytest.param(Mouse, (104, 32), id="104x32 by mouse"),
    ],
)
async def test_the_day(
    hand: type[Person], size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lay_out(tmp_path / "papers"))
    office = Office(tmp_path / "bridge", hand, size)
    office.root.mkdir()
    async with office.at_the_board("AB") as she:
        await a_workspace_is_started(she, office)
        await a_source_is_added_and_described(she, office)
        await a_source_is_described_from_a_bibliography(she, office)
        await a_file_that_is_put_there_shows_up(she, office)
        await a_draft_is_added(she, office)
        await questions_are_written(she, office)
        await proposals_are_decided_on(she, office)
        await words_are_marked_in_the_reader(she, office)
        await a_finding_is_set_aside(she, office)
        await a_conflict_is_resolved(she, office)
        await a_claim_is_commented_on_and_signed(she, office)
        await she.leave()
    async with office.at_the_board("CD", blind=True) as he:
        await a_second_person_signs_blind(he, office)
        await a_report_is_exported(he, office)
        await he.leave()
    async with office.at_the_board("AB", watch=True) as she:
        await the_draft_changes(she, office)
        await what_changed_is_listed(she, office)
        await the_draft_is_stated_and_signed_anew(she, office)
        await she.leave()
    async with office.at_the_board("CD") as he:
        await the_report_is_exported_again(he, office)
        shown = he.app.dossier
        await he.leave()
    assert shown is not None
    the_folder_is_in_order(office, shown)


async def a_workspace_is_started(she: Person, office: Office) -> None:
    await she.sees("There is no workspace here yet.", "an empty folder")
    assert list(office.root.iterdir()) == []
    await she.command("s", "Start")
    await she.sees("There is no claim to look at yet.", "+ adds your first source")
    assert run.is_workspace(office.root)
    # Settings are written in an editor; what they say there shows up by itself.
    with (office.root / "provenance.yaml").open("a", encoding="utf-8") as settings:
        settings.write("review:\n  signatures: 2\n")
    she.app.look_at_files()


async def a_source_is_added_and_described(she: Person, office: Office) -> None:
    await she.command("plus", "Add")
    await she.pick("A source")
    await she.pick("clerk.txt")
    await she.sees("Add clerk.txt", "is copied into seeds/")
    await she.fill("field-title", "Minutes of the county")
    await she.fill("field-author", "Harrow, J.; the clerk")
    await she.fill("field-issued", "the Ides")
    await she.is_refused()  # "that is no date"
    await she.fill("field-issued", "1841-03-14")
    await she.sees("read as 14 March 1841")
    await she.choose("field-kind", "primary")
    await she.confirm()
    await she.is_told("Added: clerk.txt")
    await she.mode("3", "Sources")
    await she.sees("Minutes of the county", "14 Mar 1841")
    (source,) = office.workspace.sources
    assert (source.id, source.authors) == ("clerk", ("J. Harrow", "the clerk"))
    assert (office.root / source.path).read_text("utf-8") == CLERK


async def a_source_is_described_from_a_bibliography(she: Person, office: Office) -> None:
    await she.command("plus", "Add")
    await she.pick("A source")
    await she.pick("gazette.txt")
    await she.command("ctrl+r", "Import")
    await she.fill("path", str(Path.cwd() / "works.bib"))
    await she.press("enter")
    await she.pick("The Flood at Harrow")
    await she.sees("read as Ada Pike (family name Pike)")
    await she.confirm()
    await she.is_told("Added: gazette.txt")
    await she.sees("The Flood at Harrow", "20 May 1841")
    gazette = next(s for s in office.workspace.sources if s.id == "gazette")
    assert gazette.described_as("container-title") == "Harrow Gazette"


async def a_file_that_is_put_there_shows_up(she: Person, office: Office) -> None:
    (office.root / "seeds/diary.txt").write_text(DIARY, "utf-8")
    she.app.look_at_files()
    await she.sees("diary")


async def a_draft_is_added(she: Person, office: Office) -> None:
    await she.command("plus", "Add")
    await she.pick("A source")
    await she.pick("piece.md")
    await she.choose("field-role", "the draft")
    await she.confirm()
    await she.is_told("Added: piece.md")
    await she.mode("2", "Audit")
    await she.sees("PV211")
    assert [s.role for s in office.workspace.sources].count(Role.DRAFT) == 1


async def questions_are_written(she: Person, office: Office) -> None:
    await she.mode("1", "Matrix")
    for question, name in (
        ("When was the bridge closed?", "bridge-closed"),
        ("How many wagons were lost?", "many-wagons-lost"),
    ):
        await she.command("plus", "Add")
        await she.pick("A question")
        await she.fill("field-question", question)
        await she.sees(name)
        await she.confirm()
        await she.is_told(f"New question: {name}.")
        assert (office.root / f"claims/{name}.yaml").is_file()
    await she.look_at("bridge-closed", "clerk")
    await she.sees("14 Mar 1841", "✗ conflict with gazette")


async def proposals_are_decided_on(she: Person, office: Office) -> None:
    await she.look_at("bridge-closed", "clerk")
    await she.command("a", "Accept")
    await she.is_told("Confirmed: clerk says 14 March 1841")
    await she.look_at("bridge-closed", "diary")
    await she.command("i", "Mend")
    await she.fill("mend-speaker", "the parish")
    await she.confirm()
    await she.is_told("Mended and confirmed: diary says")
    await she.look_at("many-wagons-lost", "diary")
    await she.command("a", "Accept")
    await she.is_told("again records that you find it silent")
    await she.command("a", "Accept")
    await she.is_told("Confirmed: diary is silent on many-wagons-lost")
    await she.look_at("many-wagons-lost", "piece")
    await she.command("x", "Reject")
    await she.is_told("Rejected for piece")
    assert office.last().action is Action.REJECTED
    # What was rejected in haste comes back, and is confirmed.
    await she.command("z", "Undo")
    await she.is_told("Undone: the rejection for piece")
    assert office.last().action is Action.WITHDRAWN
    for claim in ("many-wagons-lost", "bridge-closed"):
        await she.look_at(claim, "piece")
        await she.command("a", "Accept")
        await she.is_told("Confirmed: piece says")
    claims = {claim.id: claim for claim in office.workspace.claims}
    closed = {s.source: s for s in claims["bridge-closed"].statements}
    assert sorted(closed) == ["clerk", "diary", "piece"]
    assert closed["diary"].speaker == "the parish"
    assert claims["many-wagons-lost"].silent == ("diary",)


async def words_are_marked_in_the_reader(she: Person, office: Office) -> None:
    await she.look_at("bridge-closed", "gazette")
    await she.command("v", "Read")
    await she.sees("Three wagons were lost", "line 3 of 5")
    await she.mark("closed on 14 May 1841")
    await she.sees("5 words marked")
    await she.command("enter", "Statement")
    await she.sees("What gazette says", "read as 14 May 1841")
    await she.fill("field-says", "14 May")
    await she.is_refused()  # "no date as it is written here"
    await she.fill("field-says", "1841-05-14")
    await she.confirm()
    await she.is_told("Stated on bridge-closed: gazette says 14 May 1841")
    await she.command("escape", "Back")
    await she.sees("[1 Matrix", "✗ conflict with piece, clerk")
    (claim,) = (c for c in office.workspace.claims if c.id == "bridge-closed")
    stated = claim.statements[-1]
    assert (stated.source, stated.quote, stated.says) == (
        "gazette",
        "closed on 14 May 1841",
        "1841-05-14",
    )


async def a_finding_is_set_aside(she: Person, office: Office) -> None:
    await she.mode("2", "Audit")
    await she.look_at_row("“the bridge at")
    await she.sees("PV211")
    await she.command("s", "Set aside")
    await she.is_refused()  # "a reason is needed"
    await she.fill("reason-why", "A paraphrase; the author marks it.")
    await she.fill("reason-until", "2099-12-31")
    await she.confirm()
    await she.is_told("Set aside: PV211")
    await she.sees("1 set aside")
    await she.sees_not("is not word for word")
    assert (office.last().code, office.last().expires) == ("PV211", "2099-12-31")


async def a_conflict_is_resolved(she: Person, office: Office) -> None:
    await she.mode("1", "Matrix")
    await she.look_at("bridge-closed", VERDICT)
    await she.command("r", "Review")
    await she.sees("Review bridge-closed", "gazette: 14 May 1841")
    await she.choose("review-chosen", "14 March 1841: clerk")
    await she.fill("review-why", "The clerk was there.")
    await she.sees("read as 14 March 1841")
    await she.confirm()
    await she.is_told("Resolved by AB: bridge-closed, 1841-03-14")
    await she.sees("resolved")
    resolved = office.last()
    assert (resolved.action, resolved.says, resolved.by) == (Action.RESOLVED, "1841-03-14", "AB")
    assert any("14 May 1841" in piece for piece in resolved.weighed), "the losing value stays"


async def a_claim_is_commented_on_and_signed(she: Person, office: Office) -> None:
    await she.command("r", "Review")
    await she.choose("review-kind", "comment on it")
    await she.fill("review-why", "Ask for the rolls.")
    await she.confirm()
    await she.is_told("Comment by AB on bridge-closed")
    await sign(she, "bridge-closed")
    await she.sees("signed 1/2")
    await sign(she, "many-wagons-lost")
    await she.command("z", "Undo")
    await she.is_told("Undone: the sign-off of many-wagons-lost")
    await she.command("Z", "Redo")
    await she.is_told("Done again: the sign-off of many-wagons-lost")
    assert [d.action for d in office.decisions][-4:].count(Action.SIGNED_OFF) == 3


async def sign(who: Person, claim: str) -> None:
    """Sign a claim off at the matrix."""
    await who.look_at(claim, VERDICT)
    await who.command("r", "Review")
    await who.choose("review-kind", "sign it off")
    await who.confirm()
    await who.is_told("Signed off by", claim)


async def a_second_person_signs_blind(he: Person, office: Office) -> None:
    await he.look_at("bridge-closed", VERDICT)
    await he.sees_not("The clerk was there", "AB")
    await he.mode("4", "Decisions")
    await he.sees_not("The clerk was there")
    await he.mode("1", "Matrix")
    await sign(he, "bridge-closed")
    assert office.last().blind
    await sign(he, "many-wagons-lost")
    await he.look_at("bridge-closed", VERDICT)
    await he.sees("signed 2/2")


async def a_report_is_exported(who: Person, office: Office) -> None:
    report = office.root / "reports/conflicts.md"
    await who.command("e", "Export")
    await who.sees("Export", "Preview")
    await who.confirm("Write")
    await who.is_told("Wrote reports/conflicts.md")
    text = report.read_text("utf-8")
    for said in ("signed by two (AB, CD)", "The clerk was there.", "14 May 1841", "set aside"):
        assert said in text, text


async def the_draft_changes(she: Person, office: Office) -> None:
    """The author sends a new version: a date is another, a sentence is gone, one is as it was."""
    await she.look_at("bridge-closed", VERDICT)
    await she.sees("signed 2/2")
    changed = PIECE.replace("14 March 1841, after", "14 May 1841, after")
    (office.root / "seeds/piece.md").write_text(changed, "utf-8")
    # Nobody presses a key: the board looks at its files now and then.
    await she.sees("stale")


async def what_changed_is_listed(she: Person, office: Office) -> None:
    await she.mode("4", "Decisions")
    await she.look_at_row("piece: changed")
    await she.sees("The draft changed since claims that rest on it were signed.")
    await she.look_at_row("signed off: disputed")
    await she.sees("its words in piece changed")
    reviews = {each.claim: each for each in office.dossier("AB").decided.reviews}
    assert reviews["bridge-closed"].status is Signed.STALE
    assert reviews["bridge-closed"].why_stale == ("its words in piece changed",)
    assert reviews["many-wagons-lost"].status is Signed.BY_TWO, "its words stand as they stood"


async def the_draft_is_stated_and_signed_anew(she: Person, office: Office) -> None:
    await she.mode("1", "Matrix")
    await sign(she, "bridge-closed")
    await she.sees("signed 1/2")


async def the_report_is_exported_again(he: Person, office: Office) -> None:
    report = office.root / "reports/conflicts.md"
    assert "14 May 1841, after" not in report.read_text("utf-8")
    await sign(he, "bridge-closed")
    await he.sees("signed 2/2")
    await he.command("e", "Export")
    await he.sees("exists: will be replaced")
    await he.confirm("Write")
    await he.is_told("Wrote reports/conflicts.md")
    assert "signed by two (AB, CD)" in report.read_text("utf-8")


def the_folder_is_in_order(office: Office, shown: Dossier) -> None:
    """Nothing is torn or left over, and the commands say what the board showed."""
    assert call("doctor", cwd=office.root).code == 0
    assert not [path for path in office.root.rglob("*") if is_leftover(path.name)]
    assert run.all_unfinished(office.root) == ()
    told = json.loads(call("check", "--json", "--fail-on=never", cwd=office.root).out)
    board = json.loads(check_json.dumps(check_json.check(shown)))
    # What the audit of the draft found stands on the board too, and not in the check of the claims.
    assert [each for each in told["findings"] if each not in board["findings"]] == []
    for part in told.keys() - {"findings", "set_aside"}:
        assert told[part] == board[part], part
