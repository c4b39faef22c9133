"""The keys of the list of findings."""

from __future__ import annotations

from provenance.tui.keys import Key, Scope

KEYS_OF_FINDINGS: dict[Scope, tuple[Key, ...]] = {
    Scope.AUDIT: (
        Key("audit.next", "n", "step(1)", "Next", "Go to the next finding.", True),
        Key("audit.previous", "N", "step(-1)", "Previous", "Go to the previous finding."),
        Key(
            "audit.aside", "s", "set_aside", "Set aside", "Have it not count, with a reason.", True
        ),
        Key(
            "audit.bring-back",
            "w",
            "bring_back",
            "Bring back",
            "Have what was set aside count again, saying why.",
            footer=True,
        ),
        Key("audit.group", "g", "group", "Group", "Group by code, by file or by claim.", True),
        Key("audit.filter", "f", "filter", "Filter", "Show others, or what is set aside.", True),
        Key("audit.search", "slash", "search", "Find", "Find words of a finding.", True),
        Key("audit.undo", "z", "undo", "Undo", "Take back what you decided last."),
        Key("audit.redo", "Z", "redo", "Redo", "Decide again what you took back last."),
        Key("audit.copy", "y", "copy", "Copy", "Copy the finding with its place.", True),
        Key("audit.editor", "o", "editor", "Editor", "Open the file in your editor."),
        Key("audit.back", "escape", "back", "Back", "Leave search, filter, audit.", True),
    ),
}
