"""The figures the tagger must reach on annotated prose, where the development data are at hand."""

from __future__ import annotations

import csv
import json
import re
from itertools import groupby
from pathlib import Path

import pytest

from provenance.evidence.date_events import find_events
from provenance.evidence.dates import tag_dates
from provenance.evidence.edtf_dates import read_date
from provenance.model.claims import Event
from provenance.model.dated import TaggedDate
from provenance.model.spans import Span
from tests.evidence.dates_scoring import Annotated, Tally, tally

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "shared" / "data"
HISTORIES = DATA / "dates" / "wikiwars_dev"
ANNOTATED = HERE / "dates_annotated"


@pytest.fixture(scope="module")
def histories() -> Tally:
    if not HISTORIES.is_dir():
        pytest.skip("the development data (../shared/data/dates) are not here")
    documents = []
    for line in (HISTORIES / "docs.tsv").read_text("utf-8").splitlines():
        name, written = line.split("\t")
        text = (HISTORIES / name).read_text("utf-8")
        notes = (HISTORIES / f"{name}.gold.jsonl").read_text("utf-8").splitlines()
        gold = [_annotated(json.loads(note)) for note in notes]
        documents.append((gold, list(tag_dates(text, written=read_date(written)))))
    return tally(documents)


def _annotated(note: dict[str, str]) -> Annotated:
    return Annotated(
        Span(int(note["start"]), int(note["end"])),
        note["earliest"] or "",
        note["latest"] or "",
        edtf=note.get("edtf") or "",
        part=note["mod"] if note["mod"] in ("START", "MID", "END") else "",
        is_date=note["kind"] == "date",
    )


def test_histories_are_dated_as_well_as_the_best_peer(histories: Tally) -> None:
    assert histories.gold == 1710
    assert histories.strict_f1 >= 0.94
    assert histories.value_f1 >= 0.91
    assert histories.part_f1 >= 0.93


def test_telegrams_and_scholarly_prose_are_dated_well() -> None:
    if not DATA.is_dir():
        pytest.skip("the development data (../shared/data) are not here")
    with (ANNOTATED / "expressions.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    with (ANNOTATED / "regions.tsv").open(encoding="utf-8") as file:
        regions = list(csv.DictReader(file, delimiter="\t"))
    texts = {region["path"]: _plain(DATA / region["path"]) for region in regions}
    events = _events(texts)
    documents = []
    for path, parts in groupby(regions, key=lambda region: region["path"]):
        text = texts[path]
        for part in parts:
            inside = range(int(part["start"]), int(part["end"]))
            written = read_date(part["written"]) if part["written"] else None
            known = events if path.startswith("yalta_dev") else ()
            said = tag_dates(text, written=written, events=known)
            notes = [row for row in rows if row["path"] == path and int(row["start"]) in inside]
            assert all(_quoted(text, note) == note["text"] for note in notes)
            documents.append((_gold(notes), [date for date in said if date.span.start in inside]))
    scores = tally(documents)
    assert scores.gold >= 300
    assert scores.value_f1 >= 0.95


def _plain(path: Path) -> str:
    """The text, with every tag as white space of its own length and nothing before the body."""
    text = path.read_text("utf-8-sig")
    if path.suffix != ".xml":
        return text
    body = text.find("<body")
    blank = re.sub(r"<[^>]*>", lambda tag: " " * len(tag[0]), text)
    return " " * body + blank[body:]


def _quoted(text: str, note: dict[str, str]) -> str:
    return " ".join(text[int(note["start"]) : int(note["end"])].split())


def _gold(notes: list[dict[str, str]]) -> list[Annotated]:
    return [
        Annotated(
            Span(int(note["start"]), int(note["end"])),
            note["earliest"],
            note["latest"],
            part=note["mod"],
            is_date=note["kind"] == "date",
        )
        for note in notes
    ]


def _events(texts: dict[str, str]) -> tuple[Event, ...]:
    """What the sources of the workspace themselves say of the conferences."""
    found: list[Event] = []
    for path in sorted(path for path in texts if path.startswith("yalta_dev")):
        dates: tuple[TaggedDate, ...] = tag_dates(texts[path])
        found.extend(find_events(texts[path], dates))
    return tuple(found)
