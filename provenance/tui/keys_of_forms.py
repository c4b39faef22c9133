"""The keys of forms and of the lists that are chosen from."""

from __future__ import annotations

from provenance.tui.keys import Key, Scope

KEYS_OF_FORMS: dict[Scope, tuple[Key, ...]] = {
    Scope.WRITING: (
        Key("writing.import", "ctrl+r", "import", "Import", "Take it from a bibliography.", True),
        Key("writing.mark", "ctrl+g", "mark", "Mark", "Mark the words in their source.", True),
        Key("writing.more", "ctrl+t", "more", "More fields", "Show every field, or fewer.", True),
    ),
    Scope.EXPORT: (
        Key("export.write", "ctrl+s", "confirm", "Write", "Write the file.", True),
        Key("export.copy", "ctrl+y", "copy", "Copy", "Copy the file's text.", True),
        Key("export.leave", "escape", "dismiss", "Close", "Write nothing.", True),
        Key("export.help", "f1", "app.help", "Help", "Say what this is for.", True),
        Key("export.next", "tab", "app.focus_next", "Next field", "Go to the next field."),
        Key(
            "export.previous",
            "shift+tab",
            "app.focus_previous",
            "Previous field",
            "Go to the previous field.",
        ),
    ),
    Scope.SETTINGS: (
        Key("settings.edit", "E", "edit", "Change", "Change the workspace's settings.", True),
        Key("settings.editor", "o", "editor", "Editor", "Open the file at the setting.", True),
        Key("settings.undo", "z", "undo", "Undo", "Take back what you decided last."),
        Key("settings.redo", "Z", "redo", "Redo", "Decide again what you took back last."),
        Key("settings.copy", "y", "copy", "Copy", "Copy all settings.", True),
        Key("settings.back", "escape", "back", "Back", "Go back to where you came from.", True),
    ),
    Scope.START: (
        Key("start.start", "s", "start", "Start", "Make this folder a workspace.", True),
    ),
    Scope.CHOICES: (
        Key("choices.choose", "enter", "select", "Choose", "Choose this.", True),
        Key("choices.down", "down", "cursor_down", "Down", "Go one down."),
        Key("choices.up", "up", "cursor_up", "Up", "Go one up."),
        Key("choices.page-up", "pageup", "page_up", "Page up", "Go one screen up."),
        Key("choices.page-down", "pagedown", "page_down", "Page down", "Go one screen down."),
        Key("choices.first", "home", "first", "First", "Go to the first."),
        Key("choices.last", "end", "last", "Last", "Go to the last."),
    ),
    Scope.CHOOSING: (
        Key("choosing.leave", "escape", "dismiss", "Leave", "Choose nothing.", True),
        Key("choosing.help", "question_mark,f1", "app.help", "Help", "Say what this is for.", True),
        Key("choosing.next", "tab", "app.focus_next", "Next field", "Go to the next field."),
        Key(
            "choosing.previous",
            "shift+tab",
            "app.focus_previous",
            "Previous field",
            "Go to the previous field.",
        ),
    ),
    Scope.PATH: (
        Key("path.list", "down", "screen.into_list", "List", "Go down into the list.", True),
    ),
    Scope.FOLDERS: (
        Key("folders.pick", "enter", "select", "Pick", "Pick it, or open the folder.", True),
        Key("folders.tick", "space", "screen.tick", "Tick", "Tick it, to pick several.", True),
        Key("folders.down", "down,j", "cursor_down", "Down", "Go one down."),
        Key("folders.up", "up,k", "screen.out_of_list", "Up", "Go one up, and out of the list."),
        Key("folders.page-up", "pageup", "page_up", "Page up", "Go one screen up."),
        Key("folders.page-down", "pagedown", "page_down", "Page down", "Go one screen down."),
        Key("folders.home", "home", "first", "First", "Go to the first."),
        Key("folders.end", "end", "last", "Last", "Go to the last."),
        Key("folders.above", "backspace", "screen.above", "Above", "Go to the folder above.", True),
    ),
    Scope.PICKING: (
        Key("picking.complete", "tab", "complete", "Complete", "Complete it, or go on.", True),
        Key("picking.all", "ctrl+t", "all", "All files", "Show all files, or the readable.", True),
        Key("picking.leave", "escape", "dismiss", "Leave", "Pick nothing.", True),
        Key("picking.help", "f1", "app.help", "Help", "Say what this is for.", True),
        Key(
            "picking.previous",
            "shift+tab",
            "app.focus_previous",
            "Previous field",
            "Go to the previous field.",
        ),
    ),
}
