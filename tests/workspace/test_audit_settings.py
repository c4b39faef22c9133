"""What `provenance.yaml` says of audits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from provenance.errors import ProvenanceError
from provenance.model.findings import Severity
from provenance.model.selection import Selection
from provenance.workspace.audit_settings import AuditSettings, unknown_code
from provenance.workspace.settings import read_settings


def read(text: str) -> AuditSettings:
    return read_settings(text.encode(), "provenance.yaml").audit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("title: x\n", AuditSettings(), id="nothing said"),
        pytest.param("audit:\n", AuditSettings(), id="an empty key"),
        pytest.param(
            "audit:\n  select: [pv3, PV502]\n  ignore: [PV302]\n  fail-on: warning\n"
            "  require-coverage: 97.5%\n  x-mine: free\n",
            AuditSettings(
                Selection(("PV3", "PV502"), ("PV302",)), Severity.WARNING, Decimal("97.5")
            ),
            id="everything",
        ),
        pytest.param(
            "audit: {select: 'PV3, PV502'}\n",
            AuditSettings(Selection(("PV3", "PV502"))),
            id="codes as one text",
        ),
        pytest.param("audit: {fail-on: never}\n", AuditSettings(fail_on=None), id="never fails"),
    ],
)
def test_it_is_read(text: str, expected: AuditSettings) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "slug", "place", "told"),
    [
        pytest.param(
            "audit: {select: [PV3, PV3O2]}\n",
            "unknown-code",
            "1:23",
            "no finding has the code “PV3O2”; did you mean PV302?",
            id="a letter for a figure",
        ),
        pytest.param(
            "audit: {require-coverage: 950}\n",
            "bad-value",
            "1:27",
            "“950” is no share of a hundred; from 0 to 100, such as 95",
            id="more than all",
        ),
        pytest.param(
            "audit: {fail-on: eror}\n", "bad-choice", "1:18", "did you mean “error”?", id="a typo"
        ),
        pytest.param("audit: {selct: PV3}\n", "unknown-key", "1:9", "did you mean", id="a key"),
        pytest.param(
            "severities: {PV3O2: note}\n",
            "unknown-code",
            "1:14",
            "did you mean PV302?",
            id="among the severities",
        ),
        pytest.param(
            "severities: {PV3: note}\n",
            "unknown-code",
            "1:14",
            "a whole code is needed here",
            id="a beginning among the severities",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_what_is_near(
    text: str, slug: str, place: str, told: str
) -> None:
    with pytest.raises(ProvenanceError) as caught:
        read(text)
    (problem,) = caught.value.problems
    assert problem.slug == slug
    assert str(problem.place) == f"provenance.yaml:{place}"
    assert told in f"{problem.message}; {problem.hint}"


@pytest.mark.parametrize("beginning", ["PV", "PV3", "pv302"])
def test_a_beginning_of_any_code_is_known(beginning: str) -> None:
    assert unknown_code(beginning) is None
