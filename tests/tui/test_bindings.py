"""The table of keys: whole, without clashes, and with nothing a terminal cannot send."""

from __future__ import annotations

from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input

from provenance.errors import ProvenanceError
from provenance.tui.app import BoardApp
from provenance.tui.bindings import (
    AROUND,
    FORBIDDEN,
    KEYS,
    MOST_IN_FOOTER,
    OF_WIDGETS,
    Key,
    Scope,
    all_keys,
)
from provenance.tui.keymap import checked_keymap
from provenance.tui.screens.audit import AuditScreen
from provenance.tui.screens.choosing import Choices, ChoiceScreen
from provenance.tui.screens.claim import ClaimScreen
from provenance.tui.screens.decisions import DecisionsScreen
from provenance.tui.screens.exporting import ExportScreen
from provenance.tui.screens.form import FormScreen
from provenance.tui.screens.help import HelpScreen
from provenance.tui.screens.loading import LoadingScreen
from provenance.tui.screens.matrix import MatrixScreen
from provenance.tui.screens.notes import NotesScreen
from provenance.tui.screens.origins import OriginsScreen
from provenance.tui.screens.others import OthersScreen
from provenance.tui.screens.picking import PickScreen
from provenance.tui.screens.reader import ReaderScreen
from provenance.tui.screens.settings import SettingsScreen
from provenance.tui.screens.shared import SharedScreen
from provenance.tui.screens.sources import SourcesScreen
from provenance.tui.screens.start import StartScreen
from provenance.tui.widgets.board_table import BoardTable
from provenance.tui.widgets.finding_tree import FindingTree
from provenance.tui.widgets.folder_list import FolderList, PathLine
from provenance.tui.widgets.pane import Pane
from provenance.tui.widgets.source_text import SourceText

OWNERS: dict[Scope, type[Any]] = {
    Scope.APP: BoardApp,
    Scope.TABLE: BoardTable,
    Scope.PANE: Pane,
    Scope.TREE: FindingTree,
    Scope.MATRIX: MatrixScreen,
    Scope.CLAIM: ClaimScreen,
    Scope.NOTES: NotesScreen,
    Scope.AUDIT: AuditScreen,
    Scope.SOURCES: SourcesScreen,
    Scope.DECISIONS: DecisionsScreen,
    Scope.OTHERS: OthersScreen,
    Scope.SHARED: SharedScreen,
    Scope.ORIGINS: OriginsScreen,
    Scope.HELP: HelpScreen,
    Scope.FORM: FormScreen,
    Scope.LOADING: LoadingScreen,
    Scope.READING: SourceText,
    Scope.READER: ReaderScreen,
    Scope.WRITING: FormScreen,
    Scope.CHOICES: Choices,
    Scope.CHOOSING: ChoiceScreen,
    Scope.FOLDERS: FolderList,
    Scope.PATH: PathLine,
    Scope.PICKING: PickScreen,
    Scope.START: StartScreen,
    Scope.EXPORT: ExportScreen,
    Scope.SETTINGS: SettingsScreen,
}

SCREEN_OF: dict[Scope, type[Any]] = {Scope.FOLDERS: PickScreen, Scope.PATH: PickScreen}
"""Of widgets whose keys do something on their screen."""

EVERY_KEY = [pytest.param(scope, key, id=key.id) for scope, keys in KEYS.items() for key in keys]


@pytest.mark.parametrize(("scope", "key"), EVERY_KEY)
def test_a_key_says_what_it_does(scope: Scope, key: Key) -> None:
    assert 1 <= len(key.label.split()) <= 2
    assert key.tooltip[0].isupper()
    assert key.tooltip.endswith(".")
    assert len(key.tooltip.split()) >= 2
    assert all(key.id.split("."))


@pytest.mark.parametrize(("scope", "key"), EVERY_KEY)
def test_the_action_of_a_key_exists(scope: Scope, key: Key) -> None:
    name = key.action.partition("(")[0]
    owner: type[Any] = OWNERS[scope]
    if name.startswith("screen."):
        owner, name = SCREEN_OF[scope], name.removeprefix("screen.")
    if name.startswith("app."):
        owner, name = BoardApp, name.removeprefix("app.")
    assert hasattr(owner, f"action_{name}") or hasattr(owner, f"_action_{name}")


@pytest.mark.parametrize(("scope", "key"), EVERY_KEY)
def test_no_key_is_one_that_terminals_or_multiplexers_take(scope: Scope, key: Key) -> None:
    allowed = {"ctrl+s"} if scope in (Scope.FORM, Scope.EXPORT) else set()
    assert not set(key.keys.split(",")) & (set(FORBIDDEN) - allowed)


def test_no_two_keys_have_one_id() -> None:
    ids = [key.id for key in all_keys()]
    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("screen", list(AROUND), ids=lambda scope: scope.value)
def test_no_key_does_two_things_on_one_screen(screen: Scope) -> None:
    for focused in (*OF_WIDGETS, None):
        others = set(OF_WIDGETS) - {focused}
        scopes = [screen, *(scope for scope in AROUND[screen] if scope not in others)]
        taken = [name for scope in scopes for key in KEYS[scope] for name in key.keys.split(",")]
        assert sorted(set(taken)) == sorted(taken)


@pytest.mark.parametrize("screen", list(AROUND), ids=lambda scope: scope.value)
def test_the_line_of_keys_is_not_overcrowded(screen: Scope) -> None:
    shown = [key for scope in (screen, *AROUND[screen]) for key in KEYS[scope] if key.footer]
    assert len(shown) <= MOST_IN_FOOTER + 1, "the palette's key is shown beside them"


@pytest.mark.parametrize("owner", OWNERS.values(), ids=lambda owner: owner.__name__)
def test_no_widget_or_screen_has_keys_that_are_not_in_the_table(owner: type[Any]) -> None:
    known = {key.id for key in all_keys()}
    # A line that is typed on moves as such lines do everywhere.
    is_typed_on = issubclass(owner, Input)
    inherited = (
        ()
        if issubclass(owner, BoardApp) or is_typed_on
        else owner._merged_bindings.key_to_bindings.items()
    )
    for name, bound in inherited:
        assert {binding.id for binding in bound} <= known, name
    assert issubclass(owner, Screen | BoardApp) or owner.BINDINGS


@pytest.mark.parametrize(
    ("wanted", "slug", "says"),
    [
        pytest.param({"matrix.nxt": "n"}, "unknown-command", "matrix.next", id="mistyped command"),
        pytest.param({"matrix.next": "ctrl+i"}, "forbidden-key", "tab", id="same as tab"),
        pytest.param({"matrix.next": "hyper"}, "no-such-key", "hyper", id="no such key"),
        pytest.param({"matrix.next": "b"}, "key-clash", "matrix.base", id="taken on that screen"),
        pytest.param({"matrix.next": "?"}, "key-clash", "app.help", id="taken everywhere"),
        pytest.param({"matrix.next": "j"}, "key-clash", "table.down", id="taken by the table"),
        pytest.param({"app.check": "m"}, "key-clash", "claim.notes", id="taken on another screen"),
        pytest.param(
            {"matrix.next": "f5", "matrix.base": "f5"}, "key-clash", "f5", id="both new keys"
        ),
    ],
)
def test_a_keymap_that_cannot_work_is_refused(wanted: dict[str, str], slug: str, says: str) -> None:
    with pytest.raises(ProvenanceError) as refused:
        checked_keymap(wanted)
    problem = refused.value.problems[0]
    assert problem.slug == slug
    assert says in f"{problem.message} {problem.hint}"


@pytest.mark.parametrize(
    ("wanted", "keymap"),
    [
        pytest.param({}, {}, id="no wishes"),
        pytest.param({"matrix.next": "f5"}, {"matrix.next": "f5"}, id="a function key"),
        pytest.param({"matrix.next": ">"}, {"matrix.next": "greater_than_sign"}, id="a character"),
        pytest.param(
            {"matrix.next": "b", "matrix.base": "n"},
            {"matrix.next": "b", "matrix.base": "n"},
            id="two that change places",
        ),
        pytest.param({"claim.notes": "f"}, {"claim.notes": "f"}, id="taken on another screen only"),
        pytest.param({"matrix.next": "ctrl+g,f6"}, {"matrix.next": "ctrl+g,f6"}, id="two keys"),
    ],
)
def test_a_keymap_that_works_is_given_as_textual_wants_it(
    wanted: dict[str, str], keymap: dict[str, str]
) -> None:
    assert checked_keymap(wanted) == keymap
