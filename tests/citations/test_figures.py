"""The figures of the design on its development data, where that is at hand."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path

import pytest
from lxml import etree

from provenance.citations.garbles import suspect_garbles
from provenance.citations.markdown_notes import markdown_notes
from provenance.citations.markers import find_markers
from provenance.citations.resolve import cite
from provenance.model.notes import MarkerKind, Resolution

DATA = Path(__file__).parents[2].parent / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the development data is not here")


def gold(folder: str) -> list[dict]:  # type: ignore[type-arg]
    path = DATA / folder / "gold.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@needs_data
@pytest.mark.parametrize(("level", "least"), [("flat", 1.0), ("ends", 0.96), ("worn", 0.97)])
def test_markers_in_flattened_chapters(level: str, least: float) -> None:
    right = said = there = 0
    for row in gold("fused"):
        if f"-{level}" not in row["path"]:
            continue
        text = (DATA / "fused" / row["path"]).read_text(encoding="utf-8")
        wanted = {(m["start"], m["label"]) for m in row["markers"] if m["kind"] == "note"}
        found = {
            (m.span.start, m.label) for m in find_markers(text).markers if m.kind is MarkerKind.NOTE
        }
        right, said, there = right + len(wanted & found), said + len(found), there + len(wanted)
    assert 2 * right / (said + there) >= least


def _as_source(chapter: Path) -> str:
    """A TEI chapter as the generator of `fused` takes it: {{n}} for markers, then the bodies."""
    root = etree.parse(str(chapter)).getroot()
    bodies = []
    for note in list(root.iter("{*}note")):
        bodies.append(f"@{note.get('n')} {' '.join(str(note.xpath('string()')).split())}")
        for inner in list(note):
            note.remove(inner)
        note.text = f"{{{{{note.get('n')}}}}}"
    outermost = (
        each
        for each in next(root.iter("{*}body")).iter("{*}p", "{*}item")
        if not any(etree.QName(above).localname in ("p", "item") for above in each.iterancestors())
    )
    found = (" ".join(str(each.xpath("string()")).split()) for each in outermost)
    return "\n\n".join([*filter(None, found), "\n".join(bodies)])


@needs_data
@pytest.mark.parametrize("level", ["flat", "ends", "worn"])
def test_markers_in_real_chapters_flattened_in_the_same_way(level: str) -> None:
    spec = importlib.util.spec_from_file_location("generate", DATA / "fused" / "generate.py")
    chapters = sorted((DATA / "real").glob("*.xml"))
    if spec is None or spec.loader is None or not chapters:
        pytest.skip("the development data is not here")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    for chapter in chapters:
        paragraphs, notes = made.parts(_as_source(chapter))
        text = {
            "flat": made.flat(paragraphs),
            "ends": made.ends(paragraphs, notes)[0],
            "worn": made.worn(paragraphs, random.Random(chapter.stem)),
        }[level]
        wanted = {(m["start"], m["label"]) for m in text.markers if m["kind"] == "note"}
        found = {
            (m.span.start, m.label)
            for m in find_markers(text.text).markers
            if m.kind is MarkerKind.NOTE
        }
        assert 2 * len(wanted & found) / (len(wanted) + len(found)) >= 0.985, chapter.name


@needs_data
def test_the_essay_as_its_first_user_has_it() -> None:
    text = next((DATA / "seeds").glob("003_*.txt")).read_text(encoding="utf-8")
    found = find_markers(text)
    labels = {kind: [m.label for m in found.markers if m.kind is kind] for kind in MarkerKind}
    assert labels[MarkerKind.NOTE] == ["29", "30", "19", "20", "21"]
    assert labels[MarkerKind.PARAGRAPH_NUMBER] == ["24", "12", "17"]
    cited = cite(text, found.notes)
    assert [(n.label, n.marker, len(n.citations)) for n in cited.notes] == [("36", None, 3)]
    assert [w.title for w in cited.works] == [
        "FRUS: Potsdam",
        "Racing the Enemy",
        "Soviet Factor in Ending the Pacific War",
    ]


@needs_data
def test_the_garbled_names_of_the_essay() -> None:
    essay = next((DATA / "seeds").glob("003_*.txt")).read_text(encoding="utf-8")
    cable = next((DATA / "seeds").glob("000_*.txt")).read_text(encoding="utf-8")
    found = suspect_garbles(essay, [cable])
    assert [(g.text, g.suggestion) for g in found] == [
        ("Kanta", "Yalta"),
        ("Woalta", "Yalta"),
        ("Jaalta", "Yalta"),
        ("Kanta", "Yalta"),
    ]
    assert suspect_garbles(cable, [essay]) == ()


@needs_data
def test_references_back_are_right_or_left_open() -> None:
    right = wrong = there = 0
    for row in gold("notes/bibtei_dev"):
        if not row["path"].endswith(".md"):
            continue
        text = (DATA / "notes/bibtei_dev" / row["path"]).read_text(encoding="utf-8")
        notes = {n.label: n for n in cite(text, markdown_notes(text).notes).notes}
        for note in row["notes"]:
            for citation in note["citations"]:
                if not citation["target"]:
                    continue
                there += 1
                aimed = {c.work for c in notes[citation["target"]].citations}
                for c in notes[note["label"]].citations:
                    if c.span.start < citation["end"] and citation["start"] < c.span.end:
                        resolved = c.resolution is Resolution.RESOLVED
                        right += resolved and c.work in aimed
                        wrong += resolved and c.work not in aimed
    assert wrong == 0
    assert right >= 0.9 * there
