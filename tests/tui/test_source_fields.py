"""The fields of a source: the usual ones of its kind, more on request, all of them kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button

from provenance import run
from provenance.tui.app import BoardApp
from provenance.tui.source_fields import BESIDE, DATES, PEOPLE, doubt, label_of, usual
from tests.tui.driving import press, running, screen_text, settled
from tests.tui.test_writing import board, field, fill, form
from tests.workspace.folders import make

WRITTEN = (
    "id: clerk\ntitle: Rolls\ntype: book\nrole: source\n"
    "editor: [{family: Poe, given: Ann}]  # hers\nISBN: 978-0-306-40615-7\n"
)


def test_every_field_is_one_that_a_description_may_have() -> None:
    named = {entry.name for entry in BESIDE}
    assert len(named) == len(BESIDE)
    assert named >= PEOPLE
    assert DATES - {"issued"} <= named
    assert all(usual(type) <= named for type in ("", *run.source_types()))


@pytest.mark.parametrize(
    ("name", "text", "is_doubted"),
    [
        pytest.param("ISBN", "978-0-306-40615-7", False, id="isbn of 13 digits"),
        pytest.param("ISBN", "0-306-40615-2", False, id="isbn of 10"),
        pytest.param("ISBN", "0-8044-2957-X", False, id="isbn that ends in x"),
        pytest.param("ISBN", "978-0-306-40615-8", True, id="isbn, one digit wrong"),
        pytest.param("ISBN", "978-0-306", True, id="isbn, half of it"),
        pytest.param("ISSN", "0378-5955", False, id="issn"),
        pytest.param("ISSN", "0378-5956", True, id="issn, one digit wrong"),
        pytest.param("DOI", "10.1000/xyz", False, id="doi"),
        pytest.param("DOI", "xyz", True, id="no doi"),
        pytest.param("URL", "https://example.org/a", False, id="address"),
        pytest.param("URL", "example org", True, id="no address"),
        pytest.param("publisher", "anything", False, id="what cannot be checked"),
    ],
)
def test_what_looks_mistyped_is_doubted(name: str, text: str, is_doubted: bool) -> None:
    assert bool(doubt(name, text)) is is_doubted


def open_source(app: BoardApp) -> set[str]:
    """The names of the fields that are to be seen."""
    return {row.field.name for row in form(app)._rows.values() if row.display}


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_form_is_short_until_more_is_asked_for(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    root = tmp_path / "w"
    app = board(root)
    async with running(app, size, keys=["3", "E"]) as pilot:
        assert "ISBN" not in open_source(app)
        assert "Confirm" in screen_text(app), "the whole form is in view"
        fill(app, type="book")
        await settled(pilot)
        assert {"ISBN", "edition", "publisher"} <= open_source(app)
        assert "container-title" not in open_source(app)
        fill(app, ISBN="978-0-306-40615-8")
        await settled(pilot)
        assert "is one mistyped" in screen_text(app)
        fill(app, type="article-journal")
        await settled(pilot)
        assert "ISBN" in open_source(app), "what holds something stays in view"
        await press(pilot, "ctrl+t")
        assert {entry.name for entry in BESIDE} <= open_source(app)
        fill(app, translator="Poe, Ann; Office of Works", original_date="March 1823")
        await settled(pilot)
        form(app).query_one("#form-more", Button).active_effect_duration = 0
        await press(pilot, "ctrl+t")
        assert {"translator", "original-date", "ISBN"} <= open_source(app)
        assert "original-title" not in open_source(app)
        await press(pilot, "ctrl+s")
    text = (root / "seeds/clerk.txt.source.yaml").read_text(encoding="utf-8")
    assert "original-date: 1823-03" in text
    assert "{family: Poe, given: Ann}" in text
    source = run.open_desk(root).sources["clerk"]
    assert source.described_as("translator") == "Ann Poe; Office of Works"


async def test_fields_that_hold_something_are_shown_and_names_stay_as_they_were(
    tmp_path: Path,
) -> None:
    root = make(tmp_path / "w", {"seeds/clerk.txt": "Words.\n"}, with_cable=False)
    about = root / "seeds/clerk.txt.source.yaml"
    about.write_text(WRITTEN, encoding="utf-8")
    app = board(root)
    async with running(app, (80, 24), keys=["3", "E"]) as pilot:
        assert field(app, "editor") == "Poe, Ann"
        fill(app, title="The rolls")
        await settled(pilot)
        await press(pilot, "ctrl+s")
    assert about.read_text(encoding="utf-8") == WRITTEN.replace("Rolls", "The rolls")


async def test_a_date_without_its_year_is_asked_for_its_year(tmp_path: Path) -> None:
    app = board(tmp_path / "w")
    async with running(app, (80, 24), keys=["3", "E"]) as pilot:
        fill(app, issued="14 March")
        await settled(pilot)
        told = form(app)._rows["issued"]._told
        assert told is not None
        assert told.plain == "“14 March” is no date yet: add the year, as in 14 March 1923"
        assert "add the year" in " ".join(screen_text(app).split())


@pytest.mark.parametrize(
    ("name", "label"),
    [
        pytest.param("archive_collection", "collection", id="as on a form"),
        pytest.param("ISBN", "ISBN", id="letters that stand for words"),
        pytest.param("found-by", "found-by", id="a field of the writer's own"),
    ],
)
def test_a_field_has_one_name_wherever_it_is_told(name: str, label: str) -> None:
    assert label_of(name) == label
