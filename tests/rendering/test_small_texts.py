"""Goldens of what is short enough to read whole: reading, doctor, findings, the first steps."""

from __future__ import annotations

import json

from provenance.model.housekeeping import Added, Adding, Examined, Health, Started
from provenance.rendering import doctor_text
from provenance.rendering.findings_text import findings, problems
from provenance.rendering.read_text import read
from provenance.rendering.start_text import added, started
from tests.golden_files import assert_golden
from tests.rendering.documents import reading
from tests.rendering.dossiers import crowded_dossier

EXAMINED = (
    Examined("textual 8.2.8", Health.WELL),
    Examined("cydifflib", Health.NOTED, "not installed", "pip install provenance[fast]"),
    Examined("seeds/a\x1b.txt", Health.ILL, "changed since it was recorded", "Look at it."),
)


def test_reading_a_file() -> None:
    assert_golden("rendering/read.txt", read(reading(), width=80, colour=False))


def test_doctor() -> None:
    assert_golden("rendering/doctor.txt", doctor_text.text(EXAMINED, colour=False))
    told = json.loads(doctor_text.json(EXAMINED))
    assert [thing["health"] for thing in told["examined"]] == ["ok", "note", "wrong"]
    assert [thing.is_error for thing in EXAMINED] == [False, False, True]


def test_findings_and_problems() -> None:
    dossier = crowded_dossier()
    told = findings(dossier.findings, width=60, colour=False)
    told += problems(dossier.problems, width=60, colour=False)
    assert_golden("rendering/findings.txt", told)
    assert findings((), width=60, colour=False) == ""


def test_first_steps() -> None:
    files = [
        Added(f"seeds/{id}.txt", f"seeds/{id}.txt.source.yaml", id, outcome)
        for id, outcome in zip(("cable", "essay", "diary"), Adding, strict=True)
    ]
    told = started(Started(("claims/", "seeds/"), ()), "yalta")
    told += started(Started((), ("claims/", "seeds/")), "yalta") + added(files)
    assert_golden("rendering/start.txt", told)
    assert added([]) == ""
