"""`provenance.yaml` as settings."""

from __future__ import annotations

from decimal import Decimal

import pytest

from provenance.errors import Place
from provenance.model.claims import ClaimType, Event, Tolerance
from provenance.model.findings import Finding, Severity
from provenance.workspace.settings import Settings, read_settings, unknown_members
from tests.factories import date_value

WHOLE = """\
title: Yalta and China
columns: [harriman-cable, yalta-essay]
aliases:
  - [Chiang Kai-shek, the Generalissimo]
events: {yalta: 1945-02-04/1945-02-11, x-note: free}
marks: letters
severities: {PV201: error, PV505: off}
tolerance: {date: P1D, number: 5%}
x-mine: free
"""


def test_everything_is_read() -> None:
    settings = read_settings(WHOLE.encode(), "provenance.yaml")
    assert settings == Settings(
        title="Yalta and China",
        columns=("harriman-cable", "yalta-essay"),
        column_places=(Place("provenance.yaml", 2, 11), Place("provenance.yaml", 2, 27)),
        aliases=settings.aliases,
        events=(Event("yalta", date_value("1945-02-04/1945-02-11")),),
        letters=True,
        severities=(("PV201", Severity.ERROR), ("PV505", None)),
        tolerances=(
            (ClaimType.DATE, Tolerance(days=1)),
            (ClaimType.NUMBER, Tolerance(share=Decimal("0.05"))),
        ),
    )
    assert settings.aliases.groups == (("Chiang Kai-shek", "the Generalissimo"),)
    assert settings.tolerance_of(ClaimType.TEXT) == Tolerance()


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("[[Chiang, Jiang], [Soong, Song, Sung]]", id="list of lists"),
        pytest.param("{Chiang: Jiang, Soong: [Song, Sung], x-note: free}", id="name to variants"),
    ],
)
def test_aliases_may_be_written_either_way(written: str) -> None:
    settings = read_settings(f"aliases: {written}\n".encode(), "provenance.yaml")
    assert settings.aliases.groups == (("Chiang", "Jiang"), ("Soong", "Song", "Sung"))


@pytest.mark.parametrize("content", [b"", b"# nothing yet\n", b"title:\ncolumns: []\n"])
def test_settings_may_say_nothing(content: bytes) -> None:
    settings = read_settings(content, "provenance.yaml")
    assert (settings.title, settings.columns, settings.letters) == ("", (), False)


def test_findings_are_as_grave_as_the_user_wants() -> None:
    settings = read_settings(WHOLE.encode(), "provenance.yaml")
    place = Place("claims/a.yaml", 1)
    codes = ("PV201", "PV505", "PV101")
    findings = [Finding(code, Severity.WARNING, place, "m") for code in codes]
    assert [(finding.code, finding.severity) for finding in settings.graded(findings)] == [
        ("PV201", Severity.ERROR),
        ("PV101", Severity.WARNING),
    ]


def test_families_are_read_with_the_places_of_their_members() -> None:
    text = b"families:\n  wire: [gazette, herald]\n"
    settings = read_settings(text, "provenance.yaml")
    assert settings.family_of == {"gazette": "wire", "herald": "wire"}
    assert settings.family_places == (
        ("gazette", Place("provenance.yaml", 2, 10)),
        ("herald", Place("provenance.yaml", 2, 19)),
    )


def test_a_member_that_is_no_source_or_in_two_families_is_told() -> None:
    text = b"families: {wire: [gazete, herald], press: [herald]}\n"
    settings = read_settings(text, "provenance.yaml")
    problems = unknown_members(settings, ["gazette", "herald"])
    assert [(p.slug, p.message) for p in problems] == [
        ("unknown-source", "no source is called “gazete”"),
        ("bad-value", "“herald” is in a family already"),
    ]
