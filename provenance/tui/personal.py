"""What a person set for herself, made fit for the board: a mistake of hers never keeps it shut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from provenance import run
from provenance.alignment.nearest import nearest
from provenance.errors import Place, Problem, ProvenanceError, quoted
from provenance.tui.hints import key_in
from provenance.tui.keymap import checked_keymap
from provenance.tui.themes import KNOWN_THEMES


@dataclass(frozen=True, slots=True)
class Personal:
    """A person's own wishes, as far as they can be had."""

    theme: str = ""
    """"" for the board's own."""
    letters: bool | None = None
    """Whether marks are letters; None leaves it to the workspace."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """The workspace's keys and hers, by command."""
    key_places: Mapping[str, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """What she wished and cannot have, to be told once the board is open."""


def personal(
    own: run.UserSettings,
    keys: Mapping[str, str],
    places: Mapping[str, Place],
) -> Personal:
    """A person's settings over the workspace's keys.

    Raises `ProvenanceError` only for a mistake in the workspace's own keys.
    """
    checked_keymap(keys, places)
    problems = list(own.problems)
    all_keys = {**keys, **{id: wanted for id, wanted, _ in own.keys}}
    all_places = {**places, **{id: place for id, _, place in own.keys}}
    try:
        checked_keymap(all_keys, all_places)
    except ProvenanceError as error:
        problems += error.problems
        all_keys, all_places = dict(keys), dict(places)
    theme = own.theme
    if theme and theme not in KNOWN_THEMES:
        meant = nearest(theme, sorted(KNOWN_THEMES))
        hint = (
            f"Did you mean {quoted(meant)}?"
            if meant
            else f"{key_in(id='app.palette')} lists them at the board."
        )
        place = dict(own.places).get("theme")
        problems.append(Problem("bad-value", f"no theme is called {quoted(theme)}", place, hint))
        theme = ""
    return Personal(theme, own.letters, all_keys, all_places, tuple(problems))
