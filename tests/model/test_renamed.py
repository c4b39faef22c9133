"""Findings of a draft that has a new name are known again by their words."""

from __future__ import annotations

import pytest

from provenance.errors import Place
from provenance.model.findings import Finding, Severity
from provenance.model.renamed import taken_over

LONG, OTHER, SHORT = "so it was on that day", "and so it was on the next", "Ibid."


def finding(words: str, file: str) -> Finding:
    return Finding("PV302", Severity.ERROR, Place(file, 1), f"About {words}.", words=words)


KNOWN_AGAIN = [
    pytest.param([(LONG, "b.md")], [LONG], {LONG: "b.md"}, id="the same words"),
    pytest.param([(OTHER, "b.md")], [LONG], {}, id="other words"),
    pytest.param([(SHORT, "b.md")], [SHORT], {}, id="words of every chapter"),
    pytest.param(
        [(LONG, "b.md"), (SHORT, "b.md")],
        [LONG, SHORT],
        {LONG: "b.md", SHORT: "b.md"},
        id="words of every chapter beside others",
    ),
    pytest.param(
        [(LONG, "b.md"), (OTHER, "b.md"), (LONG, "c.md")],
        [LONG, OTHER],
        {LONG: "b.md", OTHER: "b.md"},
        id="the file that has most of them",
    ),
    pytest.param([(LONG, "b.md"), (LONG, "c.md")], [LONG], {}, id="two files that have as many"),
]


@pytest.mark.parametrize(("found", "listed", "wanted"), KNOWN_AGAIN)
def test_what_a_gone_file_had_is_known_again(
    found: list[tuple[str, str]], listed: list[str], wanted: dict[str, str]
) -> None:
    then = {finding(words, "a.md").fingerprint: words for words in listed}
    findings = [finding(words, file) for words, file in found]
    known = taken_over(findings, [("a.md", each) for each in then], lambda file: file == "a.md")
    assert {then[each]: now.place.path for each, now in known.items()} == wanted


def test_a_file_that_is_there_keeps_its_own() -> None:
    listed = [("a.md", finding(LONG, "a.md").fingerprint)]
    assert taken_over([finding(LONG, "b.md")], listed, lambda file: False) == {}
