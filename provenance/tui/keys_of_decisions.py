"""The keys of the list of decisions."""

from __future__ import annotations

from provenance.tui.keys import Key, Scope

KEYS_OF_DECISIONS: dict[Scope, tuple[Key, ...]] = {
    Scope.DECISIONS: (
        Key("decisions.filter", "f", "filter", "Filter", "Show only those worth the same.", True),
        Key("decisions.search", "slash", "search", "Find", "Find words of a decision."),
        Key("decisions.next", "n", "found(1)", "Next found", "Go to the next one found."),
        Key("decisions.previous", "N", "found(-1)", "Found before", "Go to the one before."),
        Key("decisions.withdraw", "w", "withdraw", "Withdraw", "Take it back, saying why.", True),
        Key("decisions.review", "r", "review", "Review", "Review the claim again.", True),
        Key("decisions.undo", "z", "undo", "Undo", "Take back what you decided last."),
        Key("decisions.redo", "Z", "redo", "Redo", "Decide again what you took back last."),
        Key("decisions.copy", "y", "copy", "Copy", "Copy all that is said of it.", True),
        Key("decisions.editor", "o", "editor", "Editor", "Open its file in your editor.", True),
        Key("decisions.back", "escape", "back", "Back", "Leave search, filter, decisions.", True),
    ),
}
