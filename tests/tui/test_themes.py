"""Colours: readable on their ground in every theme of ours, and defined in every foreign one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from provenance.rendering.marks import Mark
from provenance.tui.app import BoardApp
from provenance.tui.themes import INK, PAPER, PLAIN, THEMES, variable
from tests.factories import example_dossier

LEAST_CONTRAST = 4.5
WORDS = ("muted", "footer-key-foreground", "footer-description-foreground")


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.r / 255, colour.g / 255, colour.b / 255)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


def _ground(theme: Theme) -> Color:
    return Color.parse(str(theme.background))


@pytest.mark.parametrize("theme", [INK, PAPER], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", [*map(variable, Mark), *WORDS])
def test_words_stand_out_from_their_ground(theme: Theme, name: str) -> None:
    colour = Color.parse(theme.variables[name])
    assert contrast(colour, _ground(theme)) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", [INK, PAPER], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", ["primary", "accent", "warning", "error", "foreground"])
def test_the_theme_s_own_colours_stand_out(theme: Theme, name: str) -> None:
    for ground in (theme.background, theme.surface):
        colour = Color.parse(getattr(theme, name))
        assert contrast(colour, Color.parse(str(ground))) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", [INK, PAPER], ids=lambda theme: theme.name)
def test_the_cursor_can_be_read(theme: Theme) -> None:
    words = Color.parse(theme.variables["block-cursor-foreground"])
    ground = Color.parse(theme.variables["block-cursor-background"])
    assert contrast(words, ground) >= LEAST_CONTRAST
    assert contrast(ground, _ground(theme)) >= 3, "and found"


def test_the_plain_theme_uses_the_terminal_s_own_colours_alone() -> None:
    assert PLAIN.ansi
    colours = {name: PLAIN.variables[name] for name in map(variable, Mark)}
    assert all(colour.startswith("ansi_") for colour in colours.values()), colours


@pytest.mark.parametrize("name", sorted({*BUILTIN_THEMES, *(theme.name for theme in THEMES)}))
def test_every_theme_has_a_colour_for_every_mark(name: str) -> None:
    app = BoardApp(root=Path(), dossier=example_dossier(), theme=name)
    variables = app.get_css_variables()
    assert all(Color.parse(variables[variable(mark)]) for mark in Mark)
