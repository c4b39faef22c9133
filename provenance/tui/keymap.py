"""The user's own keys, checked before Textual sees them: it would ignore a mistake in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from textual.keys import KEY_NAME_REPLACEMENTS, Keys, _character_to_key

from provenance.alignment.nearest import nearest
from provenance.errors import Place, Problem, ProvenanceError
from provenance.tui.bindings import AROUND, FORBIDDEN, KEYS, OF_WIDGETS, Key, all_keys, key_by_id

_NAMED = {key.value for key in Keys} | set(KEY_NAME_REPLACEMENTS.values())
_MODIFIERS = ("ctrl", "alt", "shift", "super")


def checked_keymap(
    wanted: Mapping[str, str], places: Mapping[str, Place] = MappingProxyType({})
) -> dict[str, str]:
    """The keymap for `App.set_keymap`, from ids of commands to keys separated by commas.

    Raises `ProvenanceError` with a problem for every id nobody knows, every key that is none or
    that no command may have, and every two commands that would share a key where both work.
    `places` is where each command's keys are set.
    """
    problems = [
        *(
            problem
            for id, keys in wanted.items()
            for problem in _wrong_with(id, keys, places.get(id))
        ),
        *_clashes(wanted, places),
    ]
    if problems:
        raise ProvenanceError(*problems)
    return {id: ",".join(_names(keys)) for id, keys in wanted.items()}


def _names(keys: str) -> list[str]:
    """Textual's names of the keys: `?` is `question_mark`."""
    written = [key.strip() for key in keys.split(",")]
    return [_character_to_key(key) if len(key) == 1 else key for key in written]


def _wrong_with(id: str, keys: str, place: Place | None) -> Iterator[Problem]:
    if key_by_id(id) is None:
        meant = nearest(id, [key.id for key in all_keys()])
        hint = f"Did you mean “{meant}”?" if meant else "The settings screen lists them."
        yield Problem("unknown-command", f"No command is called “{id}”.", place, hint)
    for name in _names(keys):
        if name in FORBIDDEN:
            yield Problem(
                "forbidden-key",
                f"“{id}” cannot have the key {name}: {FORBIDDEN[name]}.",
                place,
                "Choose another key.",
            )
        elif not _is_key(name):
            yield Problem(
                "no-such-key",
                f"“{name}” is no key that a terminal sends, so “{id}” could not be reached.",
                place,
                "Write a character, or a name such as f5, ctrl+g, pagedown.",
            )


def _is_key(name: str) -> bool:
    *modifiers, key = name.split("+")
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return False
    return key in _NAMED or (len(key) == 1 and key.isprintable()) or name in _NAMED or _spelt(key)


def _spelt(key: str) -> bool:
    """Whether it is the name Textual gives to a punctuation mark."""
    return any(_character_to_key(sign) == key for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def _clashes(wanted: Mapping[str, str], places: Mapping[str, Place]) -> Iterator[Problem]:
    told: set[tuple[str, str]] = set()
    for screen, around in AROUND.items():
        # Of two widgets only one has the focus.
        focused = [scope for scope in around if scope in OF_WIDGETS] or [screen]
        others = [scope for scope in (screen, *around) if scope not in OF_WIDGETS]
        for one in focused:
            taken: dict[str, Key] = {}
            for key in (key for scope in dict.fromkeys((*others, one)) for key in KEYS[scope]):
                for name in _names(wanted.get(key.id, key.keys)):
                    other = taken.setdefault(name, key)
                    pair = (other.id, key.id)
                    if other is key or pair in told or not {key.id, other.id} & set(wanted):
                        continue
                    told.add(pair)
                    yield Problem(
                        "key-clash",
                        f"“{other.id}” and “{key.id}” would both have the key {name}.",
                        places.get(key.id) or places.get(other.id),
                        "Give one of them another key.",
                    )
