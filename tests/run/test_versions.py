"""A newer version of a source is told, word by word, before it is accepted; and taken back."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from provenance import run
from provenance.errors import ProvenanceError
from provenance.model.dossier import SourceState
from provenance.model.verdicts import Standing
from tests.workspace.folders import make

LETTER = "She struck in the night of Monday the 14th of March.\nFour were drowned.\n"
CLAIMS = (
    "question: When did she strike?\n"
    "statements:\n"
    '  - {source: letter, quote: "night of Monday the 14th of March", says: 1842-03-14}\n'
)


def quiet(_: run.Progress) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    description = f"id: letter  # hers\nsha256: {sha256(LETTER.encode()).hexdigest()}\n"
    files: dict[str, str | bytes] = {
        "seeds/letter.txt": LETTER,
        "seeds/letter.txt.source.yaml": description,
        "claims/struck.yaml": CLAIMS,
    }
    root = make(tmp_path / "w", files, with_cable=False)
    run.check(root, quiet)
    return root


def standing(root: Path) -> Standing:
    (placed,) = run.check(root, quiet).row("struck").cell("letter").statements
    return placed.standing


def test_another_day_in_the_source_is_told_and_its_statement_stays_lost(root: Path) -> None:
    letter = root / "seeds/letter.txt"
    letter.write_text(LETTER.replace("14th", "13th"), encoding="utf-8")
    dossier = run.check(root, quiet)
    entry = dossier.source("letter")
    assert entry.state is SourceState.CHANGED
    assert "1 change: “14th” is now “13th”" in entry.why
    (finding,) = (f for f in dossier.findings if f.code == "PV101")
    assert "“14th” is now “13th”. Words quoted are no longer there: struck." in finding.message
    (version,) = run.new_versions(root, [letter])
    assert [claim for claim, _ in version.touched] == ["struck"]
    assert entry.document is not None
    change = run.accept_version(root, "letter", entry.document.sha256)
    assert run.check(root, quiet).source("letter").state is SourceState.READ
    assert standing(root) is Standing.LOST, "accepting the file confirms no statement"
    assert not run.new_versions(root, [letter])
    run.carry_out(root, change.reversed)
    assert run.check(root, quiet).source("letter").state is SourceState.CHANGED
    assert "# hers" in (root / "seeds/letter.txt.source.yaml").read_text(encoding="utf-8")


def test_a_change_elsewhere_takes_no_statement_its_words(root: Path) -> None:
    letter = root / "seeds/letter.txt"
    letter.write_text(LETTER.replace("Four", "Five men"), encoding="utf-8")
    (version,) = run.new_versions(root, [letter])
    assert not version.touched
    assert version.entry.revised is not None
    assert [each.said for each in version.entry.revised] == ["“Four” is now “Five men”"]
    run.accept_version(root, "letter", sha256(letter.read_bytes()).hexdigest())
    assert standing(root) is Standing.EXACT


def test_what_was_not_looked_at_is_not_accepted(root: Path) -> None:
    with pytest.raises(ProvenanceError) as refused:
        run.accept_version(root, "letter", "0" * 64)
    assert refused.value.problems[0].slug == "changed-meanwhile"
