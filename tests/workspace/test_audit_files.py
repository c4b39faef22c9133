"""The baseline and the numbers of queries on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import ProvenanceError
from provenance.model.baseline import KnownFinding
from provenance.model.queries import Numbered
from provenance.workspace.baseline_file import BASELINE_FILE, read_baseline, write_baseline
from provenance.workspace.query_numbers import NUMBERS_FILE, read_numbers, write_numbers

PRINT = "0123456789ab"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def test_what_is_not_there_lists_nothing(tmp_path: Path) -> None:
    assert read_baseline(tmp_path) == ()
    assert read_numbers(tmp_path) == ()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("written")


@given(said=TEXTS, file=TEXTS, count=st.integers(1, 99_999))
@settings(max_examples=25, deadline=None)
def test_whatever_was_written_is_read_again(folder: Path, said: str, file: str, count: int) -> None:
    known = KnownFinding(PRINT, "PV302", file, said, count)
    write_baseline(folder, (known,))
    assert read_baseline(folder) == (known,)
    number = Numbered(count, PRINT, "PV302", file, said, said)
    write_numbers(folder, (number,))
    assert read_numbers(folder) == (number,)


def test_each_finding_has_a_line_of_its_own_in_the_order_given(tmp_path: Path) -> None:
    known = [KnownFinding(f"{n:012x}", "PV302", "a.md", "x\ny " * 90, n) for n in (1, 2)]
    write_baseline(tmp_path, known)
    lines = (tmp_path / BASELINE_FILE).read_text("utf-8").splitlines()
    assert lines[2] == "findings:"
    assert [line.split(",")[1] for line in lines[3:]] == [f" fingerprint: {n:012x}" for n in (1, 2)]
    assert all(len(line) < 300 for line in lines)


def test_a_baseline_that_two_people_wrote_is_the_larger_of_both(tmp_path: Path) -> None:
    line = f"  - {{code: PV302, fingerprint: {PRINT}, count: %s}}\n"
    text = "findings:\n" + line % 1 + line % 3 + line % 2
    (tmp_path / BASELINE_FILE).write_text(text)
    assert [known.count for known in read_baseline(tmp_path)] == [3]


@pytest.mark.parametrize(
    ("name", "text", "slug"),
    [
        pytest.param(BASELINE_FILE, "findings: [{code: PV302}]\n", "missing-key", id="no print"),
        pytest.param(
            BASELINE_FILE,
            "findings: [{code: PV302, fingerprint: xyz}]\n",
            "bad-text",
            id="no fingerprint at all",
        ),
        pytest.param(
            BASELINE_FILE,
            f"findings: [{{code: PV302, fingerprint: {PRINT}, count: 0}}]\n",
            "bad-text",
            id="none of it",
        ),
        pytest.param(BASELINE_FILE, "- a\n", "bad-type", id="a list"),
        pytest.param(
            NUMBERS_FILE,
            f"queries:\n  - {{number: 1, fingerprint: {PRINT}, code: PV302}}\n"
            "  - {number: 1, fingerprint: 00000000000a, code: PV302}\n",
            "bad-value",
            id="two queries of one number",
        ),
        pytest.param(
            NUMBERS_FILE,
            f"queries: [{{number: one, fingerprint: {PRINT}, code: PV302}}]\n",
            "bad-text",
            id="no number",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, name: str, text: str, slug: str
) -> None:
    (tmp_path / name).write_text(text)
    read = read_baseline if name == BASELINE_FILE else read_numbers
    with pytest.raises(ProvenanceError) as caught:
        read(tmp_path)
    (problem, *_) = caught.value.problems
    assert problem.slug == slug
    assert problem.place is not None
    assert problem.place.path == name
