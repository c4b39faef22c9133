"""The command palette: whatever a key can do on the screen below, and the themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider

from provenance.tui.bindings import key_by_id, shown_key
from provenance.tui.themes import THEMES

_MOVING = ("table", "pane", "tree", "reading", "choices", "folders", "path")


@dataclass(frozen=True)
class Command:
    name: str
    help: str
    run: Callable[[], object]
    at_once: bool
    """Whether it shows before anything was typed; moving about is only found by name."""


class KeyCommands(Provider):
    """Made from the bindings that are live on the screen below."""

    def commands(self) -> Iterator[Command]:
        """Every command that works now: those of the screen first, then moving, then themes."""
        seen: set[str] = set()
        found = []
        for active in self.screen.active_bindings.values():
            key = key_by_id(active.binding.id or "")
            if key is None or key.id in seen or key.id == "app.palette" or not active.enabled:
                continue
            seen.add(key.id)
            is_moving = key.id.partition(".")[0] in _MOVING and key.label != "Open"
            name = f"{active.binding.description} ({shown_key(self.app, active.binding)})"
            found.append(Command(name, key.tooltip, self._run(active), not is_moving))
        yield from sorted(found, key=lambda command: not command.at_once)
        own = {theme.name for theme in THEMES}
        for name in sorted(self.app.available_themes, key=lambda name: (name not in own, name)):
            run = partial(self._wear, name)
            yield Command(f"Theme {name}", "Draw the board in these colours.", run, name in own)

    def _run(self, active: ActiveBinding) -> Callable[[], object]:
        return partial(self.app.run_action, active.binding.action, active.node)

    def _wear(self, name: str) -> None:
        self.app.theme = name

    async def discover(self) -> Hits:
        for command in self.commands():
            if command.at_once:
                yield DiscoveryHit(command.name, command.run, help=command.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command in self.commands():
            score = max(matcher.match(command.name), matcher.match(command.help) / 2)
            if score > 0:
                shown = matcher.highlight(command.name)
                yield Hit(score, shown, command.run, help=command.help)
