"""A proposed family, confirmed or rejected: what is written, and what changes by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance import run
from provenance.errors import ProvenanceError
from provenance.model.decisions import Action, Decision
from provenance.model.kin_decisions import families_in_force
from provenance.workspace.decisions import read_decisions
from tests.workspace.folders import make

HAND = run.Signed("AB", "2024-03-01T09:30:00Z")
REPORT = (
    "From our correspondent at the bridge. The bridge at Harrow was closed on the fourteenth of"
    " March 1841, after a night of rain had carried off two of the piers and left the third"
    " leaning; nobody was hurt, but a waggon and its load of barley were lost, and the carrier"
    " means to sue the parish, which has asked the county for thirty pounds towards timber.\n"
)
QUOTE = "closed on the fourteenth of March 1841"
CLAIM = "question: When was the bridge closed?\ntype: date\nstatements:\n" + "".join(
    f'  - {{source: {id_}, quote: "{QUOTE}", says: 1841-03-14}}\n'
    for id_ in ("gazette", "herald", "mercury")
)


def papers(root: Path, **more: str) -> Path:
    texts = {name: f"{name.upper()}, printed here.\n{REPORT}" for name in ("gazette", "herald")}
    texts["mercury"] = "The bridge, we are told, was closed on the fourteenth of March 1841.\n"
    seeds = {f"seeds/{name}.txt": text.encode() for name, text in texts.items()}
    return make(root, {**seeds, "claims/closed.yaml": CLAIM.encode(), **more}, with_cable=False)


def counted(root: Path) -> tuple[int, int, int]:
    """Proposed families, families behind the claim, and origins at most."""
    dossier = run.check(root)
    origins = dossier.row("closed").origins
    return len(dossier.proposed_families), origins.families, origins.at_most


def test_a_confirmed_family_speaks_with_one_voice_until_it_is_taken_back(tmp_path: Path) -> None:
    root = papers(tmp_path)
    assert counted(root) == (1, 3, 3), "a proposal changes no count"
    act = run.confirm_family(root, ("herald", "gazette"), HAND, "60 words the same")
    assert counted(root) == (0, 2, 2)
    dossier = run.check(root)
    assert {e.source.id: e.family for e in dossier.sources} == {
        "gazette": "gazette", "herald": "gazette", "mercury": "",
    }  # fmt: skip
    assert not any(finding.code == "PV608" for finding in dossier.findings)
    run.withdraw(root, act, HAND)
    assert counted(root) == (1, 3, 3)


def test_a_rejected_family_is_not_proposed_again_and_changes_no_count(tmp_path: Path) -> None:
    root = papers(tmp_path)
    act = run.reject_family(root, ("gazette", "herald"), HAND)
    assert counted(root) == (0, 3, 3)
    run.withdraw(root, act, HAND)
    assert counted(root) == (1, 3, 3)


def test_the_decision_is_a_file_of_its_own_and_no_other_file_changes(tmp_path: Path) -> None:
    root = papers(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    run.confirm_family(root, ("herald", "gazette"), HAND, "they share a column")
    (new,) = set(root.glob("claims/decisions/*/*")) - set(before)
    assert new.parent == root / "claims" / "decisions" / "family of gazette"
    assert all(path.read_bytes() == content for path, content in before.items())
    ((decision,), problems) = read_decisions(root)
    assert problems == ()
    assert decision.action is Action.CONFIRMED
    assert (decision.members, decision.why) == (("gazette", "herald"), "they share a column")
    assert [path for path, _ in decision.on] == ["seeds/gazette.txt", "seeds/herald.txt"]


@pytest.mark.parametrize("decide", [run.confirm_family, run.reject_family])
def test_what_was_decided_or_is_gone_is_not_decided_again(tmp_path: Path, decide: object) -> None:
    root = papers(tmp_path)
    decide(root, ("gazette", "herald"), HAND)  # type: ignore[operator]
    for members in (("gazette", "herald"), ("gazette", "nobody")):
        with pytest.raises(ProvenanceError) as error:
            decide(root, members, HAND)  # type: ignore[operator]
        assert error.value.problems[0].slug == "decided-already"


def family(*members: str, action: Action = Action.CONFIRMED) -> Decision:
    return Decision(f"family of {members[0]}", action, "AB", HAND.at, members=members)


JOINED = [
    pytest.param([family("a", "b")], {}, {"a": "a", "b": "a"}, id="one"),
    pytest.param([family("a", "b"), family("b", "c")], {},
                 dict.fromkeys("abc", "a"), id="kin of kin are one family"),
    pytest.param([family("a", "b")], {"b": "wire", "c": "wire"}, dict.fromkeys("abc", "wire"),
                 id="the settings' name wins"),
    pytest.param([family("a", "b")], {"c": "a", "d": "a"},
                 {"a": "a and kin", "b": "a and kin", "c": "a", "d": "a"},
                 id="the settings call another family so"),
    pytest.param([family("a", "gone")], {}, {}, id="one of two is no source any more"),
    pytest.param([family("a", "b", action=Action.REJECTED)], {}, {}, id="rejected"),
    pytest.param([family("a", "b"), family("c", "d"), family("b", "c")], {},
                 dict.fromkeys("abcd", "a"), id="two families joined by a third"),
]  # fmt: skip


@pytest.mark.parametrize(("decided", "named", "expected"), JOINED)
def test_families_that_share_a_member_are_one(
    decided: list[Decision], named: dict[str, str], expected: dict[str, str]
) -> None:
    assert families_in_force(decided, named, "abcd") == expected
