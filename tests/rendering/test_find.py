from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from provenance.evidence.finding import find
from provenance.evidence.names import Aliases
from provenance.model.claims import ClaimType
from provenance.model.dossier import SourceState
from provenance.model.search import Search
from provenance.rendering import find_json, find_text
from tests.factories import claim, document, read_source, source

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "provenance" / "schemas" / "find.schema.json").read_text("utf-8")
)


def search(question: str = "When was the bridge at Harrow closed?") -> Search:
    entries = (
        read_source(
            source("clerk"), document("The bridge at Harrow \x1b[31mclosed\x1b[0m in May.\n")
        ),
        read_source(source("diary"), document("Rain all week.\n", "seeds/diary.txt")),
        read_source(source("scan"), None, state=SourceState.UNREAD, why="this is a picture"),
    )
    return find(claim(question=question, type_=ClaimType.DATE), entries, Aliases())


def test_json_keeps_its_promise() -> None:
    told = find_json.find(search())
    jsonschema.validate(told, SCHEMA)
    clerk, diary, scan = told["sources"]
    assert clerk["passages"][0]["rank"] == 1
    assert clerk["passages"][0]["words"].startswith("The bridge at Harrow")
    assert (diary["searched"], diary["passages"], diary["why"]) == (1, [], None)
    assert (scan["searched"], scan["why"]) == (0, "it could not be read: this is a picture")


def test_text_says_what_was_searched_and_what_was_not() -> None:
    told = find_text.find(search(), width=100, colour=False)
    assert "Searched for “bridge”, “Harrow”, “closed”." in told
    assert "Nothing found in 1 passage." in told
    assert "Not searched: it could not be read: this is a picture" in told
    assert "\x1b" not in told


def test_text_fits_its_width() -> None:
    told = find_text.find(search(), width=60, colour=False)
    assert max(map(len, told.splitlines())) <= 60
