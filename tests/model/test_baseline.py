"""What a baseline knows, what is new beside it, and what was mended."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.errors import Place
from provenance.model.baseline import KnownFinding, baseline_of, mended, told_apart
from provenance.model.findings import Finding, Severity


def finding(words: str, line: int = 1, file: str = "draft.md") -> Finding:
    return Finding("PV302", Severity.ERROR, Place(file, line), f"About {words}.", words=words)


def known(words: str, count: int = 1, file: str = "draft.md") -> KnownFinding:
    about = finding(words)
    return KnownFinding(about.fingerprint, about.code, file, about.message, count)


def anywhere(code: str, file: str) -> bool:
    return True


def only(file_audited: str) -> Callable[[str, str], bool]:
    return lambda code, file: file == file_audited


@pytest.mark.parametrize(
    ("baseline", "lines_new", "lines_known"),
    [
        pytest.param([], [1, 2, 3], [], id="nothing known"),
        pytest.param([known("one")], [2, 3], [1], id="one of two alike is known"),
        pytest.param([known("one", 2)], [3], [1, 2], id="both are known"),
        pytest.param([known("one", 9), known("two")], [], [1, 2, 3], id="more than there are"),
    ],
)
def test_of_several_alike_as_many_are_known_as_there_were(
    baseline: list[KnownFinding], lines_new: list[int], lines_known: list[int]
) -> None:
    found = [finding("one", 1), finding("one", 2), finding("two", 3)]
    new, old = told_apart(found, baseline)
    assert [each.place.line for each in new] == lines_new
    assert [each.place.line for each in old] == lines_known


def test_a_known_finding_that_moves_stays_known() -> None:
    new, old = told_apart([finding("one", 77)], [known("one")])
    assert (len(new), len(old)) == (0, 1)


def test_what_is_not_found_any_more_was_mended() -> None:
    baseline = [known("one", 3), known("two"), known("three")]
    gone = mended(baseline, [finding("one"), finding("three")], anywhere)
    assert [(each.said, each.count) for each in gone] == [("About one.", 2), ("About two.", 1)]


def test_what_was_not_looked_for_was_not_mended() -> None:
    baseline = [known("one", file="a.md"), known("two", file="b.md")]
    assert [each.said for each in mended(baseline, [], only("b.md"))] == ["About two."]


def test_a_new_baseline_lists_what_there_is_and_keeps_what_was_not_looked_for() -> None:
    found = [finding("two", 1), finding("one", 2), finding("one", 3)]
    before = [known("gone"), known("elsewhere", file="other.md"), known("one", 9)]
    written = baseline_of(found, before, only("draft.md"))
    assert [(each.file, each.said, each.count) for each in written] == [
        ("draft.md", "About one.", 2),
        ("draft.md", "About two.", 1),
        ("other.md", "About elsewhere.", 1),
    ]
    assert mended(written, found, only("draft.md")) == ()
    assert told_apart(found, written) == ((), tuple(found))
