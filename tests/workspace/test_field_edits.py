"""Fields of YAML files as forms write them: what a form left alone stays to the byte."""

from __future__ import annotations

import pytest

from provenance.errors import ProvenanceError
from provenance.workspace.field_edits import Entry, new_text, with_entries

FILE = """\
# Asked first.
question: When was it closed?   # the old one
find: [bridge, closed]
silent:
  - diary   # read twice
  - log
x-own: 1
"""


def test_a_new_file_says_only_what_was_filled_in() -> None:
    entries: dict[str, Entry] = {"question": "Yes: no?", "type": None, "find": ["a b", "c, d"]}
    assert new_text(entries) == 'question: "Yes: no?"\nfind: [a b, "c, d"]\n'


@pytest.mark.parametrize(
    ("entries", "before", "after"),
    [
        pytest.param({"question": "When"}, "When was it closed?   #", "When   #", id="a text"),
        pytest.param({"find": ["bridge", "closed"]}, "", "", id="the same"),
        pytest.param({"find": ["bridge", "closed", "it"]}, "closed]", "closed, it]", id="more"),
        pytest.param({"find": ["shut"]}, "[bridge, closed]", "[shut]", id="other items"),
        pytest.param({"find": []}, "[bridge, closed]", "[]", id="no items"),
        pytest.param({"silent": ["diary", "log", "map"]}, "log", "log\n  - map", id="comments"),
        pytest.param({"tolerance": "P3D"}, ": 1\n", ": 1\ntolerance: P3D\n", id="a new key"),
        pytest.param({"tolerance": None, "author": []}, "", "", id="nothing where nothing was"),
    ],
)  # fmt: skip
def test_only_the_field_that_differs_changes(
    entries: dict[str, Entry], before: str, after: str
) -> None:
    assert with_entries(FILE, entries, "claims/a.yaml") == FILE.replace(before, after, 1)


def test_comments_within_a_list_are_not_lost() -> None:
    with pytest.raises(ProvenanceError) as refused:
        with_entries(FILE, {"silent": ["log"]}, "claims/a.yaml")
    assert "comments" in str(refused.value)
