"""The command palette: every key that works now, and the themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider

from provenance.tui.bindings import key_by_id, shown_key


class KeyCommands(Provider):
    """Whatever a key can do on the screen below, by name."""

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            key = key_by_id(active.binding.id or "")
            if key is None or key.id in seen or key.id == "app.palette" or not active.enabled:
                continue
            seen.add(key.id)
            shown = shown_key(self.app, active.binding)
            yield f"{active.binding.description} ({shown})", key.tooltip, self._run(active)
        for name in sorted(self.app.available_themes):
            yield f"Theme {name}", "Draw the board in these colours.", partial(self._theme, name)

    def _run(self, active: ActiveBinding) -> Callable[[], object]:
        return partial(self.app.run_action, active.binding.action, active.node)

    def _theme(self, name: str) -> None:
        self.app.theme = name

    async def discover(self) -> Hits:
        for name, help, run in self._commands():
            if not name.startswith("Theme ") or name[6:] in ("ink", "paper", "plain"):
                yield DiscoveryHit(name, run, help=help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, help, run in self._commands():
            score = max(matcher.match(name), matcher.match(help) / 2)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=help)
