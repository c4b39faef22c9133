"""What the first keys need, imported while nobody waits for it."""

from __future__ import annotations

import sys
from importlib import import_module
from time import sleep

_SOON = (
    "provenance.run.deciding",
    "provenance.run.reviewing",
    "provenance.run.undoing",
    "provenance.run.auditing",
    "provenance.tui.screens.claim",
    "provenance.tui.designs",
    "provenance.tui.screens.form",
    "provenance.tui.screens.choosing",
    "provenance.tui.screens.audit",
    "provenance.tui.screens.sources",
    "provenance.tui.screens.decisions",
    "provenance.tui.screens.origins",
    "provenance.tui.screens.reader",
    "provenance.tui.screens.help",
    "provenance.tui.screens.exporting",
    "provenance.tui.screens.settings",
)
"""What a person is likely to want, the likeliest first."""
_BREATH = 0.02
"""Seconds between two of them, in which a key is answered."""


def is_cold() -> bool:
    """Whether anything of it is still to be imported."""
    return any(name not in sys.modules for name in _SOON)


def warm() -> None:
    """Import all of it, little by little."""
    for name in _SOON:
        if name not in sys.modules:
            sleep(_BREATH)
            import_module(name)
