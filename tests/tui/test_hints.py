"""Hints name the keys that work, whatever the user set."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Static

import provenance.tui
from provenance.model.dossier import Dossier
from provenance.tui.app import BoardApp
from provenance.tui.bindings import KEYS, Scope, all_keys, key_by_id
from provenance.tui.deciding import Pen
from provenance.tui.hints import key_in, key_of, with_keys
from provenance.tui.keymap import checked_keymap
from provenance.tui.widgets.headline import Headline
from tests.run.test_deciding import bridge
from tests.run.test_reviewing import CLAIM
from tests.tui.driving import board_app, notices, press, running, screen_text

_GREEK = "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ"
_CYRILLIC = "бгджзийклмнопрстуфхцчшщыьэюя"
OTHER_KEYS = {
    **dict(zip((key.id for key in KEYS[Scope.APP]), _CYRILLIC, strict=False)),
    **{
        key.id: sign
        for scope in KEYS
        if scope not in (Scope.APP, Scope.FORM, Scope.EXPORT)
        for key, sign in zip(KEYS[scope], reversed(_GREEK), strict=False)
        if not key.id.startswith(("table", "pane", "tree", "reading", "path", "folders", "choices"))
    },
    "table.open": "Ж",
    "tree.open": "Ж",
    "pane.left": "Ю",
    "pane.right": "Я",
}
"""Every command elsewhere than it was, no two of a screen on one key."""

_KEY = r"(?:[b-zB-HJ-Z+]|enter|escape|esc|ctrl\+\w|\^\w|f\d\d?)"
_STALE = re.compile(
    rf"(?:^|[\s(;.:])(?:{_KEY} [a-z]{{2,}}s\b|(?:[Pp]ress|with) {_KEY}\b|\({_KEY}\))"
    r"|\ba (?:confirms|accepts)\b"
)
"""What a key spelt out in a hint looks like: `n goes to the next`, `press c`, `(v)`."""
_PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z-]+\.[a-z-]+)\}(?!\})")


def _literals() -> Iterator[tuple[str, str]]:
    """Every string in the code of the board that is no docstring, with where it stands."""
    for path in sorted(Path(provenance.tui.__file__).parent.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in told:
                continue
            if isinstance(node.value, str):
                yield f"{path.name}:{node.lineno}", node.value


@pytest.mark.parametrize(
    "stale",
    [
        "found; n goes to the next.",
        "Press c to read again",
        "z undoes it.",
        "mark them (v)",
        "Open one with v.",
    ],
)
def test_a_key_spelt_out_is_seen(stale: str) -> None:
    assert _STALE.search(stale)


def test_no_hint_spells_a_key_out() -> None:
    assert [f"{at}: {words}" for at, words in _literals() if _STALE.search(words)] == []


def test_every_command_that_a_hint_names_exists() -> None:
    named = [(at, id) for at, words in _literals() for id in _PLACEHOLDER.findall(words)]
    assert len(named) > 20
    assert [f"{at}: {id}" for at, id in named if key_by_id(id) is None] == []


@pytest.mark.parametrize(
    ("id", "wanted", "said"),
    [
        pytest.param("app.quit", "", "ctrl+q", id="a modifier is spelt out"),
        pytest.param("app.add", "", "+", id="a sign is shown"),
        pytest.param("matrix.back", "", "escape", id="a named key keeps its name"),
        pytest.param("app.add", "f7", "f7", id="the user's own"),
        pytest.param("app.add", "slash,f7", "/", id="the first of several"),
        pytest.param("app.nothing", "", "", id="nobody's command"),
    ],
)
def test_a_key_in_words(id: str, wanted: str, said: str) -> None:
    assert key_in({id: wanted} if wanted else {}, id) == said


def test_words_in_braces_that_are_no_command_stay() -> None:
    app = board_app(keys={"app.add": "f7"})
    words = with_keys(app, "{app.add} adds {what} to {a.claim}")
    assert words == "f7 adds {what} to {a.claim}"


def test_every_command_can_lie_elsewhere() -> None:
    checked_keymap(OTHER_KEYS)
    shown = {key.id for key in all_keys() if OTHER_KEYS.get(key.id)}
    assert len(shown) > 100


async def test_the_board_names_the_users_own_keys(tmp_path: Path) -> None:
    root, pen = bridge(tmp_path, CLAIM), Pen("EF", chosen=True)
    app = BoardApp(root=root, dossier=Dossier("w", (), ()), environment={}, pen=pen)
    other = BoardApp(
        root=root, dossier=Dossier("w", (), ()), environment={}, pen=pen, keys=OTHER_KEYS
    )
    async with running(app, (104, 32)):
        usual = screen_text(app)
    async with running(other, (104, 32)) as pilot:
        now = screen_text(other)
        assert "+   adds" in usual
        assert f"{OTHER_KEYS['app.add']}   adds" in now
        assert "+   adds" not in now
        assert f"[{OTHER_KEYS['app.matrix']} Matrix]" in now
        await press(pilot, OTHER_KEYS["app.decisions"])
        accepts, rejects = OTHER_KEYS["matrix.accept"], OTHER_KEYS["matrix.reject"]
        assert f"At the matrix {accepts} confirms what is proposed, {rejects} rejects it" in (
            " ".join(screen_text(other).split())
        )


SAID = [
    pytest.param(("matrix.back",), "matrix", "{app.quit} leaves the board", id="escape at home"),
    pytest.param(
        ("matrix.base",), "matrix", "then press {matrix.base}.", id="no column to compare"
    ),
    pytest.param(("app.selection",), "matrix", "{app.quit} leaves", id="nothing selected"),
    pytest.param(
        ("app.audit", "audit.search", "=the", "enter"),
        "audit",
        "found; {audit.next} goes to the next.",
        id="found in the audit",
    ),
    pytest.param(
        ("table.open", "claim.wrap"),
        "claim",
        "{pane.left} and {pane.right} move",
        id="lines run on",
    ),
]


@pytest.mark.parametrize(("commands", "where", "said"), SAID)
async def test_notices_name_the_users_own_keys(
    commands: tuple[str, ...], where: str, said: str
) -> None:
    app = board_app(keys=OTHER_KEYS)
    async with running(app, (104, 32)) as pilot:
        for each in commands:
            typed = list(each[1:]) if each.startswith("=") else [OTHER_KEYS.get(each, each)]
            await press(pilot, *typed)
        told = " ".join(notices(app))
        for id in _PLACEHOLDER.findall(said):
            assert key_of(app, id) == OTHER_KEYS[id]
        assert with_keys(app, said) in told


async def test_help_and_head_line_name_the_users_own_keys() -> None:
    app = board_app(keys=OTHER_KEYS)
    async with running(app, (104, 32)) as pilot:
        app.screen.query_one(Headline).set_progress("comparing")
        ends = app.screen.query(".right-end").first(Static)
        assert f"{OTHER_KEYS['matrix.back']} stops" in str(ends.content)
        await press(pilot, OTHER_KEYS["app.help"])
        told = " ".join(screen_text(app).split())
        assert f"next conflict with {OTHER_KEYS['matrix.next']}, read" in told
