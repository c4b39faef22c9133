"""Every screen as text, at the two sizes that must be complete."""

from __future__ import annotations

import pytest

from tests.golden_files import assert_golden
from tests.tui.driving import board_app, press, running, screen_text, settled

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((104, 32), id="104x32")]

WALK: dict[str, tuple[str, ...]] = {
    "matrix": ("n",),
    "matrix-against-a-base": ("b",),
    "matrix-turned": ("b", "t"),
    "matrix-filtered": ("t", "f", "f", "f"),
    "claim-shared-words": ("escape", "enter", "n", "n"),
    "claim-scrolling-apart": ("equals_sign",),
    "notes": ("equals_sign", "m"),
    "claim-two-texts": ("escape", "escape", "n", "enter"),
    "audit": ("escape", "2"),
    "sources": ("3",),
    "notes-of-a-source": ("down", "m"),
    "others": ("escape", "up", "enter"),
    "shared": ("enter",),
    "shared-nothing": ("escape", "down", "enter"),
    "help": ("1", "question_mark"),
    "palette": ("escape", "ctrl+p"),
}
"""Screens in the order they are walked through, each with the keys that lead on to it."""

IN_LETTERS: dict[str, tuple[str, ...]] = {
    "matrix": ("n",),
    "claim-shared-words": ("enter", "n", "n"),
    "claim-two-texts": ("escape", "n", "enter"),
    "help": ("escape", "question_mark"),
    "shared": ("escape", "3", "enter", "enter"),
}

_walked: dict[tuple[tuple[int, int], bool], dict[str, str]] = {}


async def _walk(size: tuple[int, int], *, letters: bool) -> dict[str, str]:
    """Every screen of the walk, walked once for all the tests that read it."""
    if (size, letters) not in _walked:
        seen: dict[str, str] = {}
        app = board_app(letters=letters)
        async with running(app, size) as pilot:
            for name, keys in (IN_LETTERS if letters else WALK).items():
                await press(pilot, *keys)
                await settled(pilot)
                app.clear_notifications()
                await settled(pilot)
                seen[name] = screen_text(app)
        _walked[(size, letters)] = seen
    return _walked[(size, letters)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", WALK)
async def test_a_screen_reads_as_it_did(name: str, size: tuple[int, int]) -> None:
    seen = await _walk(size, letters=False)
    assert_golden(f"screens/{name}-{size[0]}x{size[1]}.txt", seen[name])


@pytest.mark.parametrize("name", IN_LETTERS)
async def test_a_screen_in_letters_reads_as_it_did(name: str) -> None:
    seen = await _walk((80, 24), letters=True)
    assert_golden(f"screens/{name}-letters-80x24.txt", seen[name])


@pytest.mark.parametrize("name", IN_LETTERS)
async def test_letters_draw_no_mark_that_is_not_ascii(name: str) -> None:
    text = (await _walk((80, 24), letters=True))[name]
    assert not set("✗●◐○⟦⟧▸") & set(text)
