"""An audit and long documents are recalled where nothing changed, and made anew where it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance import run
from provenance.errors import Problem
from provenance.model.dossier import ReadSource
from provenance.model.sources import Source
from provenance.run import auditing, sources
from provenance.workspace.cache import FOLDER
from tests.workspace.folders import make

DRAFT = "The bridge was closed on 14 March 1841.[^1]\n\n[^1]: J. Smith, *Harrow* (1901), 12.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    described = "id: draft\nrole: draft\n"
    long = "Nobody crossed the river that day. " * 800
    files: dict[str, str | bytes] = {
        "seeds/draft.md": DRAFT,
        "seeds/draft.md.source.yaml": described,
        "seeds/diary.txt": long,
    }
    return make(tmp_path, files, with_cable=False)


def _never(*_: object, **__: object) -> object:
    raise AssertionError("this was to be recalled")


def test_a_second_audit_is_recalled_and_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run.audit(root)
    monkeypatch.setattr(auditing, "open_workspace", _never)
    assert run.audit(root) == first
    with pytest.raises(AssertionError):
        run.audit(root, asked=run.Asked(day="2024-01-01"))


def test_another_day_is_recalled_unless_something_lapsed_by_then(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (finding, *_) = run.audit(root).findings
    signed = run.Signed("AB", "2024-01-01T00:00:00Z")
    run.set_findings_aside(
        root, run.audit(root), [finding.fingerprint], "known", "2024-02-01", signed
    )
    first = run.audit(root, asked=run.Asked(day="2024-01-02"))
    monkeypatch.setattr(auditing, "open_workspace", _never)
    assert run.audit(root, asked=run.Asked(day="2024-02-01")) == first
    with pytest.raises(AssertionError):
        run.audit(root, asked=run.Asked(day="2024-02-02"))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("seeds/draft.md", DRAFT.replace("[^1]: J", "J")),
        ("provenance.yaml", "audit: {ignore: PV}\n"),
    ],
)
def test_what_changed_is_audited_anew(root: Path, path: str, text: str) -> None:
    before = run.audit(root)
    (root / path).write_text(text)
    after = run.audit(root)
    assert after != before
    for kept in (root / FOLDER).iterdir():
        kept.unlink()
    assert run.audit(root) == after


def test_a_long_document_is_read_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run.check(root)
    read: list[str] = []
    before = sources.read_source

    def noted(root: Path, source: Source) -> tuple[ReadSource, tuple[Problem, ...]]:
        read.append(source.path)
        return before(root, source)

    monkeypatch.setattr(sources, "read_source", noted)
    assert run.check(root) == first
    assert read == ["seeds/draft.md"], "what is short is read again"


def test_a_change_while_it_is_made_is_not_taken_for_what_was_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = auditing._made

    def meanwhile(*given: object) -> object:
        audit = made(*given)  # type: ignore[arg-type]
        (root / "seeds/draft.md").write_text("Another text.\n")
        return audit

    monkeypatch.setattr(auditing, "_made", meanwhile)
    run.audit(root)
    monkeypatch.setattr(auditing, "_made", made)
    (draft,) = run.audit(root).drafts
    assert draft.document.text == "Another text.\n"
