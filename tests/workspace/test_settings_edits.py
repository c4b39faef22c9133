"""Settings as a form writes them: one field of `provenance.yaml`, every other byte as it was."""

from __future__ import annotations

import pytest

from provenance.errors import ProvenanceError
from provenance.workspace.settings import SETTINGS_FILE, read_settings
from provenance.workspace.settings_edits import Wish, settings_written, with_settings

FILE = """\
# Ours.
title: The bridge   # at Harrow
review: {signatures: 2}  # two of us
aliases:
  - [Jane Hale, J. Hale]  # the clerk
  - [Pike, A. Pike]
severities:
  PV402: off   # too many
events: {flood: 1841-03}
columns: [clerk, diary]
# The end.
"""
NAMES = "aliases:\n  Jane Hale: [J. Hale]   # the clerk\n  Pike: A. Pike\n"


@pytest.mark.parametrize(
    ("wishes", "before", "after"),
    [
        pytest.param({"title": "Yalta"}, "The bridge   #", "Yalta   #", id="the title"),
        pytest.param({"title": ""}, "The bridge   #", "null   #", id="no title"),
        pytest.param({"review.signatures": "3"}, "s: 2}", "s: 3}", id="three signatures"),
        pytest.param({"review.signatures": ""}, "signatures: 2", "", id="one signature again"),
        pytest.param({"review.blind": "yes"}, "s: 2}", "s: 2, blind: yes}", id="blind"),
        pytest.param(
            {"aliases": [["Jane Hale", "J. Hale"], ["Pike", "Arthur Pike"]]},
            "[Pike, A. Pike]",
            "[Pike, Arthur Pike]",
            id="another name in a group",
        ),
        pytest.param(
            {"aliases": [["Pike", "A. Pike"]]},
            "  - [Jane Hale, J. Hale]  # the clerk\n",
            "",
            id="the first group gone",
        ),
        pytest.param(
            {"aliases": [["Jane Hale", "J. Hale"], ["Pike", "A. Pike"], ["Ott", "Otto, K."]]},
            "[Pike, A. Pike]\n",
            '[Pike, A. Pike]\n  - [Ott, "Otto, K."]\n',
            id="a group more",
        ),
        pytest.param(
            {"severities": {"PV402": "off", "PV201": "note"}},
            "# too many\n",
            "# too many\n  PV201: note\n",
            id="a severity more",
        ),
        pytest.param(
            {"events": {"flood": "1841-04"}}, "flood: 1841-03", "flood: 1841-04", id="an event"
        ),
        pytest.param({"columns": ["diary"]}, "[clerk, diary]", "[diary]", id="columns"),
        pytest.param(
            {"tolerance.date": "P3D"},
            "# The end.\n",
            "# The end.\ntolerance: {date: P3D}\n",
            id="a tolerance, new",
        ),
        pytest.param({"initials": "AB"}, "# The end.\n", "# The end.\ninitials: AB\n", id="new"),
    ],
)
def test_only_the_setting_that_was_changed_changes(
    wishes: dict[str, Wish], before: str, after: str
) -> None:
    text = with_settings(FILE, wishes, SETTINGS_FILE)
    assert text == FILE.replace(before, after, 1)
    read_settings(text.encode("utf-8"), SETTINGS_FILE)
    said = settings_written(text, SETTINGS_FILE)
    assert {name: said.get(name) or type(wish)() for name, wish in wishes.items()} == wishes


@pytest.mark.parametrize(
    ("groups", "after"),
    [
        pytest.param(
            [["Jane Hale", "J. Hale", "Hale"], ["Pike", "A. Pike"]],
            NAMES.replace("[J. Hale]", "[J. Hale, Hale]"),
            id="a name more",
        ),
        pytest.param(
            [["Jane Hale", "J. Hale"]], NAMES.replace("  Pike: A. Pike\n", ""), id="one gone"
        ),
        pytest.param(
            [["Jane Hale", "J. Hale"], ["Pike", "A. Pike"], ["Ott", "Otto"]],
            NAMES + "  Ott: [Otto]\n",
            id="one more",
        ),
    ],
)
def test_aliases_stay_under_their_names_where_they_stand_so(
    groups: list[list[str]], after: str
) -> None:
    assert with_settings(NAMES, {"aliases": groups}, SETTINGS_FILE) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", "", id="no file, or an empty one"),
        pytest.param("# Ours.\n", "# Ours.\n\n", id="all of it comments"),
    ],
)
def test_a_file_that_says_nothing_begins_with_what_is_wished(before: str, after: str) -> None:
    wishes: dict[str, Wish] = {"title": "Yalta", "review.signatures": "2", "review.blind": "yes"}
    text = with_settings(before, wishes, SETTINGS_FILE)
    assert text == after + "title: Yalta\nreview: {signatures: 2, blind: yes}\n"


def test_comments_within_aliases_are_not_lost() -> None:
    text = "aliases:\n  - - Pike\n    # his own spelling\n    - A. Pike\n"
    with pytest.raises(ProvenanceError) as refused:
        with_settings(text, {"aliases": [["Pike", "Arthur"]]}, SETTINGS_FILE)
    assert "comments" in str(refused.value)
