"""Claims signed off, resolved and commented on; what makes that stale; and findings set aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from provenance import run
from provenance.errors import ProvenanceError
from provenance.model.claims import Statement
from provenance.model.decided import Decided
from provenance.model.decisions import Action
from provenance.model.reviews import DriftKind, Review, Signed
from provenance.workspace.decisions import read_decisions
from tests.run.test_deciding import BARE, bridge, cell, proposed
from tests.run.test_merging import is_whole, together

AB = run.Signed("AB", "2024-03-01T09:30:00Z", chosen=True)
CD = run.Signed("CD", "2024-03-01T09:40:00Z", chosen=True)
BLIND = replace(CD, blind=True)
CLAIM = """\
question: When was the bridge closed?
silent:
  - diary
statements:
  - {source: clerk, quote: "closed on 14 March 1841", says: 1841-03-14}
  - {source: gazette, quote: "closed on 14 May 1841", says: 1841-05-14}
"""
DRAFT = (
    "The old bridge was the pride of the town for a hundred years.\n\n"
    "It was closed on 14 March 1841, after the flood had carried two piers away.\n\n"
    "Nobody crossed there again until the railway came to the other bank. The toll-house stood\n"
    "empty for nine winters, and the children of the parish broke every pane of its windows.\n"
)


def signed(root: Path, *people: run.Signed) -> Path:
    for each in people or (AB,):
        run.sign_off(root, "closed", "disputed", each)
    return root


def decided(root: Path, **reader: object) -> Decided:
    return run.check(root, confirmed_only=True, reader=run.Reader(**reader)).decided  # type: ignore[arg-type]


def review(root: Path, **reader: object) -> Review:
    return decided(root, **reader).review("closed")


@pytest.mark.parametrize(
    ("people", "status"),
    [
        pytest.param((), Signed.UNREVIEWED, id="nobody"),
        pytest.param((AB,), Signed.BY_ONE, id="one"),
        pytest.param((AB, AB), Signed.BY_ONE, id="the same twice are not two"),
        pytest.param((AB, replace(AB, by="a. b.")), Signed.BY_ONE, id="however she writes it"),
        pytest.param((AB, CD), Signed.BY_TWO, id="two"),
    ],
)
def test_status_counts_persons(
    people: tuple[run.Signed, ...], status: Signed, tmp_path: Path
) -> None:
    root = bridge(tmp_path, CLAIM)
    for each in people:
        run.sign_off(root, "closed", "disputed", each)
    assert review(root).status is status


def change(path: str, old: str, new: str) -> Callable[[Path], object]:
    def act(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")

    return act


FILE = "claims/closed.yaml"


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        pytest.param(change(FILE, "silent:", "# ask again\nsilent:"), (), id="a comment"),
        pytest.param(
            change(FILE, "When was the", "When was the old"),
            ("the claim changed: its question, or how it is asked",),
            id="the question",
        ),
        pytest.param(
            change(FILE, "silent:\n  - diary\n", ""),
            ("the claim changed: which sources are silent",),
            id="silence",
        ),
        pytest.param(
            change(FILE, '"closed on 14 May 1841"', '"bridge was closed on 14 May 1841"'),
            ("the quotation of gazette changed",),
            id="a quotation",
        ),
        pytest.param(
            change(FILE, "says: 1841-05-14", "says: 1841-05"),
            ("the claim changed: what gazette is held to say",),
            id="a value",
        ),
        pytest.param(
            change("seeds/clerk.txt", "Resolved", "Resolved again"),
            ("the bytes of seeds/clerk.txt changed",),
            id="a source that is quoted",
        ),
        pytest.param(
            change("seeds/diary.txt", "Rain", "Snow"),
            ("the bytes of seeds/diary.txt changed",),
            id="a source that is silent",
        ),
    ],
)
def test_what_makes_a_signature_stale_and_why(
    harm: Callable[[Path], object], why: tuple[str, ...], tmp_path: Path
) -> None:
    root = signed(bridge(tmp_path, CLAIM))
    harm(root)
    found = review(root)
    assert found.why_stale == why
    assert found.status is (Signed.STALE if why else Signed.BY_ONE)


def test_a_source_that_is_gone_makes_a_signature_stale(tmp_path: Path) -> None:
    root = signed(bridge(tmp_path, CLAIM, **{"seeds/diary.txt.source.yaml": "id: diary\n"}))
    (root / "seeds/diary.txt").unlink()
    assert review(root).why_stale == ("seeds/diary.txt cannot be read",)


def test_a_new_signature_makes_a_stale_one_good(tmp_path: Path) -> None:
    root = signed(bridge(tmp_path, CLAIM))
    change("seeds/clerk.txt", "Resolved", "Resolved again")(root)
    signed(root, CD)
    assert review(root).status is Signed.BY_ONE
    assert [each.is_fresh for each in review(root).signatures] == [False, True]
    signed(root, replace(AB, at="2024-03-02T00:00:00Z"))
    assert review(root).status is Signed.BY_TWO


def test_a_resolution_stands_beside_the_computed_verdict(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    weighed = ("clerk: 14 March 1841", "gazette: 14 May 1841")
    run.resolve(root, "closed", "1841-03-14", "The clerk was there.", AB, weighed)
    row = run.check(root).row("closed")
    found = review(root)
    assert row.verdict.value == "disputed", "what is computed stays"
    assert len(row.cell("gazette").statements) == 1, "the losing value stays"
    assert (found.verdict, found.answer) == ("resolved", "1841-03-14")
    assert found.resolutions[0].decision.weighed == weighed
    assert not found.is_contested


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        pytest.param("1841-03-14", " ", id="no reason"),
        pytest.param("in spring, or so", "I say so", id="no date"),
    ],
)
def test_a_resolution_that_says_nothing_is_refused(answer: str, why: str, tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    with pytest.raises(ProvenanceError):
        run.resolve(root, "closed", answer, why, AB)
    assert not (root / "claims/decisions").exists()


def test_two_people_who_resolve_differently_on_branches_are_both_shown(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    together(
        root,
        lambda root: run.resolve(root, "closed", "1841-03-14", "The clerk.", AB),
        lambda root: run.resolve(root, "closed", "1841-05-14", "The paper.", CD),
    )
    assert is_whole(root)
    found = review(root)
    assert found.is_contested
    assert (found.verdict, found.answer) == ("contested", "")
    assert [each.decision.says for each in found.resolutions] == ["1841-03-14", "1841-05-14"]
    again = replace(CD, at="2024-03-02T00:00:00Z")
    run.resolve(root, "closed", "1841-03-14", "The clerk, after all.", again)
    assert not review(root).is_contested, "she changed her mind, knowing of both"


def test_one_person_on_two_branches_contradicts_herself(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    together(
        root,
        lambda root: run.resolve(root, "closed", "1841-03-14", "The clerk.", AB),
        lambda root: run.resolve(root, "closed", "1841-05-14", "The paper.", AB),
    )
    assert review(root).is_contested


@pytest.mark.parametrize("how", ["settings", "flag"])
def test_who_works_blind_sees_the_others_decisions_once_hers_is_made(
    how: str, tmp_path: Path
) -> None:
    more = {"provenance.yaml": "review: {signatures: 2, blind: yes}\n"} if how == "settings" else {}
    root = bridge(tmp_path, CLAIM, **more)
    blind = how == "flag"
    signed(root, AB)
    run.resolve(root, "closed", "1841-03-14", "The clerk.", AB)
    hers = review(root, by="CD", chosen=True, blind=blind)
    assert (hers.status, hers.resolutions, hers.hidden) == (Signed.UNREVIEWED, (), 2)
    assert decided(root, by="CD", chosen=True, blind=blind).hidden == 2
    assert review(root, by="AB", chosen=True, blind=blind).status is Signed.BY_ONE
    signed(root, replace(CD, blind=True))
    hers = review(root, by="CD", chosen=True, blind=blind)
    assert (hers.status, len(hers.resolutions), hers.hidden) == (Signed.BY_TWO, 1, 0)
    assert hers.signatures[1].decision.blind


def _sign(root: Path, signed: run.Signed) -> run.Act:
    return run.sign_off(root, "closed", "disputed", signed)


def _signs_again(root: Path) -> run.Act:
    _sign(root, BLIND)
    return _sign(root, BLIND)


def _resolves_then_signs(root: Path) -> run.Act:
    run.resolve(root, "closed", "1841-03-14", "The clerk.", BLIND)
    return _sign(root, BLIND)


def _takes_back_and_does_again(root: Path) -> run.Act:
    act = _sign(root, BLIND)
    run.withdraw(root, act, BLIND)
    return run.redo(root, act, BLIND)


def _comments_then_signs(root: Path) -> run.Act:
    run.comment(root, "closed", "To be looked at again.", BLIND)
    return _sign(root, BLIND)


def _sets_aside(root: Path) -> run.Act:
    finding = next(each for each in run.check(root).findings if each.claim == "closed")
    return run.set_aside(root, finding, "Known.", BLIND)


@pytest.mark.parametrize(
    ("decide", "is_blind"),
    [
        pytest.param(lambda root: _sign(root, BLIND), True, id="the others' are hidden"),
        pytest.param(lambda root: _sign(root, CD), False, id="she does not work blind"),
        pytest.param(_comments_then_signs, True, id="a comment of hers shows nothing yet"),
        pytest.param(_signs_again, False, id="she signed, and they were shown"),
        pytest.param(_resolves_then_signs, False, id="she resolved it, and they were shown"),
        pytest.param(_takes_back_and_does_again, False, id="what was seen stays seen"),
        pytest.param(_sets_aside, False, id="what is on no claim was never hidden"),
    ],
)
def test_blind_is_recorded_only_where_the_others_decisions_were_hidden(
    decide: Callable[[Path], run.Act], is_blind: bool, tmp_path: Path
) -> None:
    root = signed(bridge(tmp_path, CLAIM), AB)
    assert decide(root).decision.blind is is_blind


def test_a_comment_is_kept_and_changes_nothing_else(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    run.comment(root, "closed", "Ask the archive for the minutes.", AB)
    found = review(root)
    assert [each.why for each in found.comments] == ["Ask the archive for the minutes."]
    assert found.status is Signed.UNREVIEWED


def test_a_finding_set_aside_follows_its_words_until_its_day(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    finding = next(f for f in run.check(root).findings if f.claim == "closed")
    run.set_aside(root, finding, "Known; see the errata.", AB, "2024-06-30")
    path = root / FILE
    path.write_text("# three\n# more\n# lines\n" + path.read_text("utf-8"), "utf-8")

    def left(day: str) -> bool:
        dossier = run.check(root, reader=run.Reader(day=day))
        aside = [each.finding.fingerprint for each in dossier.decided.set_aside]
        open_ones = [each.fingerprint for each in dossier.findings]
        assert (finding.fingerprint in aside) != (finding.fingerprint in open_ones)
        return finding.fingerprint in aside

    assert left("2024-06-30")
    assert not left("2024-07-01"), "it counts again"


@pytest.mark.parametrize(
    ("why", "expires"),
    [
        pytest.param("", "", id="no reason"),
        pytest.param("known", "2023-12-31", id="a day that is past"),
        pytest.param("known", "soon", id="no day"),
    ],
)
def test_a_finding_is_not_set_aside_for_nothing_or_never(
    why: str, expires: str, tmp_path: Path
) -> None:
    root = bridge(tmp_path, CLAIM)
    finding = run.check(root).findings[0]
    with pytest.raises(ProvenanceError):
        run.set_aside(root, finding, why, AB, expires)


def confirmed(root: Path) -> tuple[Statement, run.Act]:
    clerk = proposed(root, "clerk")
    return clerk, run.confirm(root, "closed", clerk, AB)


def test_undone_is_redone_and_undone_again(tmp_path: Path) -> None:
    root = bridge(tmp_path)
    _, act = confirmed(root)
    after = (root / FILE).read_bytes()
    for _ in range(2):
        run.withdraw(root, act, AB)
        assert (root / FILE).read_text("utf-8") == BARE
        act = run.redo(root, act, AB)
        assert (root / FILE).read_bytes() == after
    assert is_whole(root)
    assert len([d for d in read_decisions(root)[0] if d.action is Action.CONFIRMED]) == 3


def test_undo_removes_no_decision_that_another_may_have_seen(tmp_path: Path) -> None:
    root = bridge(tmp_path, CLAIM)
    act = run.comment(root, "closed", "first", AB)
    run.comment(root, "closed", "second", CD)
    run.withdraw(root, act, AB)
    assert is_whole(root)
    assert [each.why for each in review(root).comments] == ["second"]


def test_a_decision_is_withdrawn_after_the_session_and_its_statement_with_it(
    tmp_path: Path,
) -> None:
    root = bridge(
        tmp_path, BARE + "statements:\n  # first\n  - {source: diary, quote: no post, says: 1841}\n"
    )
    before = (root / FILE).read_bytes()
    _, act = confirmed(root)
    change(FILE, "# first", "# changed by hand meanwhile")(root)
    taken = run.withdraw_decision(root, act.decision.path, "The wrong bridge.", CD)
    assert (root / FILE).read_bytes() == before.replace(b"# first", b"# changed by hand meanwhile")
    newest = max(read_decisions(root)[0], key=lambda d: d.at)
    assert (newest.why, newest.by) == ("The wrong bridge.", "CD")
    run.withdraw(root, taken, CD)
    assert not cell(root, "clerk").is_proposed, "the withdrawal undone"
    again = run.redo(root, taken, CD)
    assert cell(root, "clerk").is_proposed
    run.withdraw(root, again, CD)
    assert not cell(root, "clerk").is_proposed
    assert is_whole(root)
    with pytest.raises(ProvenanceError):
        run.withdraw_decision(root, act.decision.path, "again", CD)


def test_a_silence_is_withdrawn_after_the_session(tmp_path: Path) -> None:
    root = bridge(tmp_path, "question: When was the bridge closed?\nsilent: [clerk, gazette]\n")
    act = run.confirm_silence(root, "closed", "diary", AB)
    run.withdraw_decision(root, act.decision.path, "It says so on p. 4.", CD)
    assert "silent: [clerk, gazette]\n" in (root / FILE).read_text("utf-8")


def with_draft(root: Path) -> Path:
    claim = CLAIM + '  - {source: piece, quote: "closed on 14 March 1841", says: 1841-03-14}\n'
    about = {"seeds/piece.md": DRAFT, "seeds/piece.md.source.yaml": "id: piece\nrole: draft\n"}
    return signed(bridge(root, claim, **about))


DAY = "It was closed on 14 March 1841, after the flood had carried two piers away.\n\n"


@pytest.mark.parametrize(
    ("now", "kind", "words"),
    [
        pytest.param("A new first line.\n\n" + DRAFT, None, "", id="only pushed down"),
        pytest.param(DRAFT.replace("railway", "steam railway"), None, "", id="changed elsewhere"),
        pytest.param(
            DRAFT.replace("14 March 1841", "14 May 1841"),
            DriftKind.CHANGED,
            "closed on 14 May 1841",
            id="changed",
        ),
        pytest.param(DRAFT.replace(DAY, ""), DriftKind.VANISHED, "", id="its paragraph is gone"),
        pytest.param(
            DRAFT.replace(DAY, "") + "\n" + DAY,
            DriftKind.MOVED,
            "closed on 14 March 1841",
            id="moved to the end",
        ),
    ],
)
def test_a_new_version_of_the_draft_tells_which_claims_it_touched(
    now: str, kind: DriftKind | None, words: str, tmp_path: Path
) -> None:
    root = with_draft(tmp_path)
    (root / "seeds/piece.md").write_text(now, "utf-8")
    found = decided(root)
    told = [(each.kind, each.was, each.now) for each in found.drifted]
    assert told == ([(kind, "closed on 14 March 1841", words)] if kind else [])
    assert found.review("closed").status is (Signed.STALE if kind else Signed.BY_ONE)
    if kind:
        assert found.review("closed").why_stale == (f"its words in piece {kind.value}",)


def test_without_the_copy_of_the_draft_it_is_said_and_words_are_still_looked_for(
    tmp_path: Path,
) -> None:
    root = with_draft(tmp_path)
    for copy in (root / ".provenance/drafts").iterdir():
        copy.unlink()
    (root / "seeds/piece.md").write_text(DRAFT + "More.\n", "utf-8")
    found = decided(root)
    assert found.copies_gone == ("seeds/piece.md",)
    assert found.review("closed").status is Signed.BY_ONE
    (root / "seeds/piece.md").write_text("Something else.\n", "utf-8")
    assert [each.kind for each in decided(root).drifted] == [DriftKind.VANISHED]


def test_a_claim_nobody_signed_is_compared_with_the_draft_last_signed(tmp_path: Path) -> None:
    other = (
        "question: When did the railway come?\ntype: text\nstatements:\n"
        '  - {source: piece, quote: "the railway came to the other bank", says: later}\n'
    )
    root = with_draft(tmp_path)
    (root / "claims/rail.yaml").write_text(other, "utf-8")
    (root / "seeds/piece.md").write_text(DRAFT.replace("railway", "tramway"), "utf-8")
    assert [(e.claim, e.kind) for e in decided(root).drifted] == [("rail", DriftKind.CHANGED)]
