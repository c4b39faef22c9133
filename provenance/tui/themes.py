"""Three themes of our own, and the colours of the marks as variables that any theme may use."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

from provenance.rendering.marks import LOOKS, Mark

DARK_GROUND, LIGHT_GROUND = "#121212", "#FAFAFA"


def variable(mark: Mark) -> str:
    """The theme variable that holds a mark's colour, without the dollar."""
    return f"mark-{mark.value}"


def mark_colours(*, dark: bool) -> dict[str, str]:
    """The colour of every mark on a dark or a light ground."""
    return {variable(mark): look.dark if dark else look.light for mark, look in LOOKS.items()}


def _own_colours(ground: str, ink: str, muted: str, rule: str, focus: str) -> dict[str, str]:
    return {
        "muted": muted,
        "rule": rule,
        "border": focus,
        "border-blurred": rule,
        "block-cursor-background": focus,
        "block-cursor-foreground": ground,
        "block-cursor-text-style": "bold",
        "footer-background": ground,
        "footer-key-foreground": focus,
        "footer-description-foreground": muted,
        "input-cursor-background": ink,
        "input-cursor-foreground": ground,
        "scrollbar": rule,
        "scrollbar-hover": muted,
        "scrollbar-active": focus,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
    }


INK = Theme(
    name="ink",
    primary="#7FB4E6",
    secondary="#A8B3BF",
    accent="#E0C589",
    foreground="#E4E1DA",
    background=DARK_GROUND,
    surface="#161616",
    panel="#1E1E1E",
    warning="#E69F00",
    error="#F08A7B",
    success="#56B4E9",
    dark=True,
    variables={
        **mark_colours(dark=True),
        **_own_colours(DARK_GROUND, "#E4E1DA", "#9A9A94", "#3A3A3A", "#8FBFEA"),
    },
)

PAPER = Theme(
    name="paper",
    primary="#1F5A96",
    secondary="#54606C",
    accent="#7A5A10",
    foreground="#22201C",
    background=LIGHT_GROUND,
    surface="#F6F5F2",
    panel="#EEECE6",
    warning="#B34700",
    error="#A32A1C",
    success="#0072B2",
    dark=False,
    variables={
        **mark_colours(dark=False),
        **_own_colours(LIGHT_GROUND, "#22201C", "#66635C", "#C9C6BE", "#1F5A96"),
    },
)

_TERMINAL_MARKS: dict[Mark, str] = {
    Mark.CONFLICT: "ansi_red",
    Mark.POSSIBLE_CONFLICT: "ansi_red",
    Mark.UNDETERMINED: "ansi_magenta",
    Mark.COMPATIBLE: "ansi_default",
    Mark.AGREE: "ansi_blue",
    Mark.ALONE: "ansi_default",
    Mark.RESOLVED: "ansi_green",
    Mark.OUTWEIGHED: "ansi_default",
    Mark.SILENT: "ansi_default",
    Mark.LOST: "ansi_default",
    Mark.UNREAD: "ansi_default",
}

PLAIN = Theme(
    name="plain",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    warning="ansi_red",
    error="ansi_red",
    success="ansi_blue",
    accent="ansi_blue",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        **{variable(mark): colour for mark, colour in _TERMINAL_MARKS.items()},
        **_own_colours("ansi_default", "ansi_default", "ansi_default", "ansi_default", "ansi_blue"),
        "block-cursor-background": "ansi_blue",
        "block-cursor-foreground": "ansi_bright_white",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "screen-selection-background": "ansi_cyan",
        "screen-selection-foreground": "ansi_black",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
    },
)

THEMES: tuple[Theme, ...] = (INK, PAPER, PLAIN)
DEFAULT_THEME = INK.name
KNOWN_THEMES = frozenset({theme.name for theme in THEMES} | set(BUILTIN_THEMES))
"""The names of all that can be chosen."""


def defaults_for(theme: Theme) -> dict[str, str]:
    """What a foreign theme lacks: the marks' colours, and ours for muted words and rules."""
    own = PAPER if not theme.dark else INK
    if theme.ansi:
        own = PLAIN
    wanted = {variable(mark) for mark in Mark} | {"muted", "rule"}
    return {name: value for name, value in own.variables.items() if name in wanted}
