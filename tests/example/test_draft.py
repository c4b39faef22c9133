"""An example draft in five formats: quiet when it is sound, and every planted fault is found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

from provenance import run
from provenance.checks.registry import checks
from provenance.model.audit import Audit
from provenance.model.findings import Finding, Severity
from tests.example.draft import build

ROOT = Path(__file__).resolve().parents[2]
DRAFTS = Path(__file__).parent / "draft"
FORMATS = ("md", "docx", "odt", "html", "pdf")
FAULTS = yaml.safe_load((DRAFTS / "faults.yaml").read_text(encoding="utf-8"))
ELSEWHERE = {
    "PV215": "the two seeds have no pages",
    "PV220": "every work that it quotes is held",
    "PV307": "needs a number set by hand in a word processor",
    "PV413": "needs a draft with a date",
}
"""Codes that this draft cannot show; each has its own bad cases beside its check."""
MARKERS = re.compile(r"\[\^?\d+\]|[*]")


@cache
def audited(name: str) -> Audit:
    """The draft, held against the sources of the example workspace."""
    return run.audit(ROOT, (DRAFTS / name,))


def plain(words: str) -> str:
    """Words as every format has them: without markers and emphasis, on one line."""
    return " ".join(MARKERS.sub("", words).split())


def around(audit: Audit, finding: Finding) -> str:
    """What a finding is about, and the words at its place."""
    text, span = audit.drafts[0].document.text, finding.span
    assert span is not None
    return plain(finding.words + " … " + text[max(0, span.start - 30) : span.end + 60])


@pytest.mark.parametrize("format", FORMATS)
def test_the_sound_draft_is_quiet(format: str) -> None:
    found = audited(f"sound.{format}")
    grave = [f.message for f in found.findings if f.severity is not Severity.NOTE]
    assert grave == []
    assert found.problems == ()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["code"])
def test_a_planted_fault_is_found_at_its_place(fault: Mapping[str, str], format: str) -> None:
    audit = audited(f"planted.{format}")
    there = [f for f in audit.findings if f.code == fault["code"]]
    wanted = plain(fault["at"])
    if format in fault.get("not-in", ()):
        assert not any(wanted in around(audit, finding) for finding in there)
    else:
        assert [f for f in there if wanted in around(audit, f)], [around(audit, f) for f in there]


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_found_that_was_not_planted(format: str) -> None:
    planted = {code for fault in FAULTS for code in (fault["code"], *fault.get("also", ()))}
    audit = audited(f"planted.{format}")
    more = [f"{f.code} {f.message}" for f in audit.findings if f.code not in planted]
    assert more == []


def test_every_kind_of_fault_is_planted_once() -> None:
    planted = [fault["code"] for fault in FAULTS]
    of_drafts = {code for code, check in checks().items() if check.audit}
    assert len(planted) == len(set(planted))
    assert {*planted, *ELSEWHERE} == of_drafts


def test_the_planted_draft_is_the_sound_one_with_the_faults_of_the_table() -> None:
    assert (DRAFTS / "planted.md").read_text(encoding="utf-8") == build.planted()
