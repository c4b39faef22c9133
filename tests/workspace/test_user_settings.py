"""A person's own settings: where they are, what they say, and that a mistake costs nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance.workspace.user_settings import (
    UserSettings,
    keep_initials,
    load_user_settings,
    start_user_file,
    user_file,
)


def at(home: Path, text: str) -> dict[str, str]:
    file = home / "provenance" / "settings.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return {"XDG_CONFIG_HOME": str(home)}


@pytest.mark.parametrize(
    ("environment", "path"),
    [
        pytest.param({"HOME": "/h"}, "/h/.config/provenance/settings.yaml", id="at home"),
        pytest.param(
            {"HOME": "/h", "XDG_CONFIG_HOME": "/c"}, "/c/provenance/settings.yaml", id="told by XDG"
        ),
        pytest.param(
            {"HOME": "/h", "XDG_CONFIG_HOME": "c"},
            "/h/.config/provenance/settings.yaml",
            id="a relative folder does not count",
        ),
        pytest.param({}, None, id="nobody's home"),
    ],
)
def test_the_file_is_where_configuration_is(environment: dict[str, str], path: str | None) -> None:
    found = user_file(environment)
    assert (found.as_posix() if found else None) == path


def test_what_it_says_is_read_with_its_places(tmp_path: Path) -> None:
    text = "initials: 12\nmarks: letters\ntheme: paper\nkeys:\n  matrix.next: f5\n"
    own = load_user_settings(at(tmp_path, text))
    assert (own.initials, own.letters, own.theme) == ("12", True, "paper")
    ((id, keys, place),) = own.keys
    assert (id, keys, place.line) == ("matrix.next", "f5", 5)
    assert {name: place.line for name, place in own.places} == {
        "initials": 1,
        "marks": 2,
        "theme": 3,
    }
    assert load_user_settings({"XDG_CONFIG_HOME": str(tmp_path / "none")}) == UserSettings()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("initails: AB\n", "initials", id="a mistyped name"),
        pytest.param("marks: glyphs\n", "letters", id="no such choice"),
        pytest.param("title: Mine\n", "title", id="a workspace's setting"),
        pytest.param("keys: [\n", "", id="no YAML"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_nothing_else_of_it_counts(
    text: str, says: str, tmp_path: Path
) -> None:
    own = load_user_settings(at(tmp_path, f"theme: paper\n{text}"))
    (problem, *_) = own.problems
    assert problem.place is not None
    assert problem.place.path.endswith("settings.yaml")
    assert problem.place.line >= 2
    assert says in f"{problem.message} {problem.hint}"
    assert (own.theme, own.keys) == ("", ())


def test_a_new_file_says_nothing_yet_and_a_file_that_is_there_stays(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "deep")}
    start_user_file(environment)
    path = user_file(environment)
    assert path is not None
    assert load_user_settings(environment) == UserSettings()
    whole = path.read_text("utf-8").replace("\n# initials: AB", "\ninitials: AB")
    path.write_text(whole, "utf-8")
    start_user_file(environment)
    assert load_user_settings(environment).initials == "AB"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", "initials: CD\n", id="an empty file"),
        pytest.param("# Mine.\n", "# Mine.\n\ninitials: CD\n", id="comments alone"),
        pytest.param(
            "theme: paper  # light\n", "theme: paper  # light\ninitials: CD\n", id="without them"
        ),
        pytest.param("initials: AB # me\n", "initials: CD # me\n", id="others before"),
    ],
)
def test_initials_are_kept_and_the_rest_stays(tmp_path: Path, before: str, after: str) -> None:
    environment = at(tmp_path, before)
    keep_initials(environment, "CD")
    assert (tmp_path / "provenance/settings.yaml").read_text("utf-8") == after
    assert load_user_settings(environment).initials == "CD"


def test_initials_are_kept_in_a_file_that_is_made_for_them(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path)}
    keep_initials(environment, "CD")
    assert load_user_settings(environment).initials == "CD"
