"""Every key of the board, once. Footer, help, palette and the user's own keys are made from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.app import App
from textual.binding import Binding, BindingType

from provenance.tui.keys import Key as Key
from provenance.tui.keys import Scope as Scope
from provenance.tui.keys_of_decisions import KEYS_OF_DECISIONS
from provenance.tui.keys_of_findings import KEYS_OF_FINDINGS
from provenance.tui.keys_of_forms import KEYS_OF_FORMS
from provenance.tui.keys_of_reading import KEYS_OF_READING

KEYS: dict[Scope, tuple[Key, ...]] = {
    Scope.APP: (
        Key("app.matrix", "1", "mode('matrix')", "Matrix", "Show questions against sources."),
        Key("app.audit", "2", "mode('audit')", "Audit", "Show what the check found."),
        Key("app.sources", "3", "mode('sources')", "Sources", "Show what was read."),
        Key("app.decisions", "4", "mode('decisions')", "Decisions", "Show what people decided."),
        Key("app.add", "plus", "add", "Add", "Add a question or a source."),
        Key("app.export", "e", "export", "Export", "Write a report or the works cited."),
        Key("app.settings", "f2", "settings", "Settings", "Show every setting and its origin."),
        Key("app.check", "c", "check_again", "Check again", "Read all files and compare again."),
        Key("app.help", "question_mark,f1", "help", "Help", "Say what this is for.", footer=True),
        Key("app.palette", "ctrl+p", "command_palette", "Commands", "Find any command by name."),
        Key("app.next-pane", "tab", "app.focus_next", "Next pane", "Go to the next pane."),
        Key(
            "app.previous-pane",
            "shift+tab",
            "app.focus_previous",
            "Previous pane",
            "Go to the previous pane.",
        ),
        Key("app.selection", "ctrl+c", "copy_selection", "Copy selection", "Copy selected words."),
        Key("app.quit", "ctrl+q", "quit", "Quit", "Leave the board; nothing is lost."),
    ),
    Scope.TABLE: (
        Key("table.open", "enter", "select_cursor", "Open", "Open what the cursor is on.", True),
        Key("table.left", "left,h", "cursor_left", "Left", "Go one column to the left."),
        Key("table.down", "down,j", "cursor_down", "Down", "Go one row down."),
        Key("table.up", "up,k", "cursor_up", "Up", "Go one row up."),
        Key("table.right", "right,l", "cursor_right", "Right", "Go one column to the right."),
        Key("table.page-up", "pageup", "page_up", "Page up", "Go one screen up."),
        Key("table.page-down", "pagedown", "page_down", "Page down", "Go one screen down."),
        Key("table.top", "ctrl+home", "scroll_top", "First row", "Go to the first row."),
        Key("table.bottom", "ctrl+end", "scroll_bottom", "Last row", "Go to the last row."),
        Key("table.home", "home", "scroll_home", "First column", "Go to the first column."),
        Key("table.end", "end", "scroll_end", "Last column", "Go to the last column."),
    ),
    Scope.PANE: (
        Key("pane.left", "left,h", "scroll_left", "Left", "Move the view to the left."),
        Key("pane.down", "down,j", "scroll_down", "Down", "Move the view down."),
        Key("pane.up", "up,k", "scroll_up", "Up", "Move the view up."),
        Key("pane.right", "right,l", "scroll_right", "Right", "Move the view to the right."),
        Key("pane.page-up", "pageup", "page_up", "Page up", "Move the view one screen up."),
        Key("pane.page-down", "pagedown", "page_down", "Page down", "Move one screen down."),
        Key("pane.home", "home", "scroll_home", "Top", "Go to the beginning."),
        Key("pane.end", "end", "scroll_end", "End", "Go to the end."),
    ),
    Scope.TREE: (
        Key("tree.open", "enter", "select_cursor", "Open", "Open what the line is about.", True),
        Key("tree.fold", "space", "toggle_node", "Fold", "Fold or unfold what is below a line."),
        Key("tree.down", "down,j", "cursor_down", "Down", "Go one line down."),
        Key("tree.up", "up,k", "cursor_up", "Up", "Go one line up."),
        Key("tree.page-up", "pageup", "page_up", "Page up", "Go one screen up."),
        Key("tree.page-down", "pagedown", "page_down", "Page down", "Go one screen down."),
        Key("tree.home", "home", "scroll_home", "First", "Go to the first line."),
        Key("tree.end", "end", "scroll_end", "Last", "Go to the last line."),
    ),
    Scope.MATRIX: (
        Key("matrix.next", "n", "stop(1)", "Next conflict", "Go to the next conflict.", True),
        Key("matrix.previous", "N", "stop(-1)", "Previous", "Go to the conflict before."),
        Key("matrix.accept", "a", "accept", "Accept", "Confirm what is proposed here.", True),
        Key("matrix.reject", "x", "reject", "Reject", "Reject a proposal, or take it out.", True),
        Key("matrix.silent", "s", "silent", "Silent", "Say that you read it and it does not say."),
        Key("matrix.read", "v", "read", "Read", "Read the source, whole, at these words."),
        Key("matrix.mend", "i", "mend", "Mend", "Put a statement right, in a form.", True),
        Key("matrix.review", "r", "review", "Review", "Sign off, resolve or comment.", True),
        Key("matrix.undo", "z", "undo", "Undo", "Take back what you decided last."),
        Key("matrix.redo", "Z", "redo", "Redo", "Decide again what you took back last."),
        Key("matrix.unread", "u", "unread(1)", "Next unread", "Go to the next cell nobody read."),
        Key("matrix.unread-back", "U", "unread(-1)", "Previous unread", "Go to the unread before."),
        Key("matrix.origins", "g", "origins", "Origins", "Show what the claim rests on.", True),
        Key("matrix.base", "b", "base", "Base", "Compare every source with this column."),
        Key("matrix.filter", "f", "filter", "Filter", "Show only some of the questions.", True),
        Key("matrix.order", "S", "order", "Order", "Put what conflicts first, or by file name."),
        Key("matrix.turn", "t", "turn", "Turn", "Swap rows and columns."),
        Key("matrix.peek", "p", "peek", "Peek", "Show or hide the words under the cursor."),
        Key("matrix.search", "slash", "search", "Search", "Find words on the board."),
        Key("matrix.edit", "E", "edit", "Edit", "Change the question."),
        Key("matrix.copy", "y", "copy", "Copy", "Copy the words with their citation.", True),
        Key("matrix.copy-words", "Y", "copy_words", "Copy words", "Copy the words alone."),
        Key("matrix.editor", "o", "editor", "Editor", "Open the file in your editor at the line."),
        Key("matrix.back", "escape", "back", "Back", "Leave the search, the filter, the base."),
    ),
    Scope.CLAIM: (
        Key("claim.next", "n", "difference(1)", "Difference", "Go to the next difference.", True),
        Key("claim.previous", "N", "difference(-1)", "Previous", "Go to the previous difference."),
        Key("claim.accept", "a", "accept", "Accept", "Confirm the right side's proposal.", True),
        Key("claim.reject", "x", "reject", "Reject", "Reject the right one, or take it out.", True),
        Key("claim.mend", "i", "mend", "Mend", "Put the right statement right, in a form.", True),
        Key("claim.review", "r", "review", "Review", "Sign off, resolve or comment.", True),
        Key("claim.undo", "z", "undo", "Undo", "Take back what you decided last."),
        Key("claim.redo", "Z", "redo", "Redo", "Decide again what you took back last."),
        Key(
            "claim.right-previous",
            "left_square_bracket,comma",
            "side('right', -1)",
            "Previous right",
            "Put the previous statement on the right.",
        ),
        Key(
            "claim.right-next",
            "right_square_bracket,full_stop",
            "side('right', 1)",
            "Right",
            "Put the next statement on the right.",
            footer=True,
        ),
        Key(
            "claim.left-previous",
            "left_curly_bracket,less_than_sign",
            "side('left', -1)",
            "Previous left",
            "Put the previous statement on the left.",
        ),
        Key(
            "claim.left-next",
            "right_curly_bracket,greater_than_sign",
            "side('left', 1)",
            "Left",
            "Put the next statement on the left.",
        ),
        Key("claim.quiet", "u", "quiet(1)", "Next quiet", "Go to the next that does not speak."),
        Key("claim.quiet-back", "U", "quiet(-1)", "Quiet before", "Go to the quiet one before."),
        Key("claim.silent", "S", "silent", "Silent", "Say that you read it and it does not say."),
        Key("claim.swap", "s", "swap", "Swap", "Swap the left and the right side."),
        Key("claim.notes", "m", "notes", "Notes", "Show the notes full size."),
        Key("claim.origins", "g", "origins", "Origins", "Show what the claim rests on.", True),
        Key("claim.wrap", "w", "wrap", "Wrap", "Wrap long lines, or let them run on."),
        Key("claim.lock", "equals_sign", "lock", "Lock", "Scroll both sides together, or apart."),
        Key("claim.edit", "E", "edit", "Edit", "Change the question."),
        Key("claim.read", "v", "read", "Read", "Read the right source at these words."),
        Key("claim.copy", "y", "copy", "Copy", "Copy both statements with citations.", True),
        Key("claim.copy-words", "Y", "copy_words", "Copy words", "Copy the right side's words."),
        Key("claim.editor", "o", "editor", "Editor", "Open the right source at the line."),
        Key("claim.back", "escape", "back", "Back", "Leave the search, then the notes.", True),
    ),
    Scope.NOTES: (
        Key(
            "notes.follow",
            "greater_than_sign",
            "follow",
            "Follow",
            "Go to the note it refers to, or on with its work.",
            footer=True,
        ),
        Key("notes.search", "slash", "search", "Find", "Find words of a note.", True),
        Key("notes.next", "n", "found(1)", "Next found", "Go to the next note found."),
        Key("notes.previous", "N", "found(-1)", "Found before", "Go to the note found before."),
        Key("notes.read", "v", "read", "Read", "Read the source at the marker."),
        Key("notes.copy", "y", "copy", "Copy", "Copy the note with its place and works.", True),
        Key("notes.editor", "o", "editor", "Editor", "Open the file at the marker.", True),
        Key("notes.back", "escape", "back", "Back", "Go back to where you came from.", True),
    ),
    **KEYS_OF_FINDINGS,
    Scope.SOURCES: (
        Key("sources.accept", "a", "accept", "Accept", "Confirm the proposed family."),
        Key("sources.reject", "x", "reject", "Reject", "Never propose this family again."),
        Key("sources.undo", "z", "undo", "Undo", "Take back what you decided last."),
        Key("sources.redo", "Z", "redo", "Redo", "Decide again what you took back last."),
        Key("sources.edit", "E", "edit", "Edit", "Change what is said of the source.", True),
        Key("sources.version", "A", "version", "New version", "Take in a newer version of it."),
        Key("sources.layers", "L", "layers", "Layers", "Tell parts by other authors apart."),
        Key("sources.read", "v", "read", "Read", "Read the source from its beginning.", True),
        Key("sources.search", "slash", "search", "Find", "Find words said of a source."),
        Key("sources.next", "n", "found(1)", "Next found", "Go to the next source found."),
        Key("sources.previous", "N", "found(-1)", "Found before", "Go to the one found before."),
        Key("sources.notes", "m", "notes", "Notes", "Show the notes of the source.", True),
        Key(
            "sources.mark", "space", "mark", "Mark", "Mark a source to compare with another.", True
        ),
        Key("sources.copy", "y", "copy", "Copy", "Copy the citation of the source.", True),
        Key("sources.editor", "o", "editor", "Editor", "Open the source in your editor.", True),
        Key("sources.back", "escape", "back", "Back", "Leave mark, search, sources.", True),
    ),
    Scope.OTHERS: (
        Key("others.copy", "y", "copy", "Copy", "Copy the table.", True),
        Key("others.back", "escape", "back", "Back", "Go back to the sources.", True),
    ),
    Scope.SHARED: (
        Key("shared.next", "n", "passage(1)", "Next passage", "Go to the next passage.", True),
        Key("shared.previous", "N", "passage(-1)", "Previous", "Go to the passage before.", True),
        Key("shared.copy", "y", "copy", "Copy", "Copy both sides with citations.", True),
        Key("shared.editor", "o", "editor", "Editor", "Open the right source at the line.", True),
        Key("shared.back", "escape", "back", "Back", "Stop waiting, or go back.", True),
    ),
    **KEYS_OF_DECISIONS,
    Scope.ORIGINS: (
        Key("origins.accept", "a", "accept", "Accept", "Confirm the proposed family.", True),
        Key("origins.reject", "x", "reject", "Reject", "Never propose this family again.", True),
        Key("origins.undo", "z", "undo", "Undo", "Take back what you decided last."),
        Key("origins.redo", "Z", "redo", "Redo", "Decide again what you took back last."),
        Key("origins.next", "n", "claim(1)", "Next claim", "Go on to the next claim.", True),
        Key("origins.previous", "N", "claim(-1)", "Previous", "Go back to the claim before."),
        Key("origins.copy", "y", "copy", "Copy", "Copy the words with their citation.", True),
        Key("origins.copy-all", "Y", "copy_all", "Copy all", "Copy everything told here."),
        Key("origins.editor", "o", "editor", "Editor", "Open the file at the words.", True),
        Key("origins.back", "escape", "back", "Back", "Go back to where you came from.", True),
    ),
    **KEYS_OF_READING,
    Scope.HELP: (
        Key("help.close", "escape,question_mark,f1", "dismiss", "Close", "Close this.", True),
    ),
    Scope.FORM: (
        Key("form.confirm", "ctrl+s", "confirm", "Confirm", "Record it as it stands here.", True),
        Key("form.leave", "escape", "dismiss", "Leave", "Go; what was typed is kept.", True),
        Key("form.help", "f1", "app.help", "Help", "Say what this is for.", True),
        Key("form.next", "tab", "app.focus_next", "Next field", "Go to the next field."),
        Key(
            "form.previous",
            "shift+tab",
            "app.focus_previous",
            "Previous field",
            "Go to the previous field.",
        ),
    ),
    **KEYS_OF_FORMS,
    Scope.LOADING: (
        Key("loading.stop", "escape", "stop", "Stop", "Stop reading and comparing.", True),
    ),
}

FORBIDDEN: dict[str, str] = {
    "ctrl+m": "terminals send the same for it as for enter",
    "ctrl+i": "terminals send the same for it as for tab",
    "ctrl+h": "terminals send the same for it as for backspace",
    "ctrl+left_square_bracket": "terminals send the same for it as for escape",
    "ctrl+a": "screen and tmux users have it as their prefix",
    "ctrl+b": "tmux takes it for itself",
    "ctrl+s": "a form is confirmed with it",
    "ctrl+z": "terminals suspend programs with it",
    **dict.fromkeys(
        ("ctrl+o", "ctrl+j", "ctrl+k", "ctrl+l", "ctrl+w"), "multiplexers take it for themselves"
    ),
    **dict.fromkeys(
        ("alt+up", "alt+down", "alt+left", "alt+right"), "multiplexers take it for themselves"
    ),
}
"""Keys that no command may have, and why."""

_NAMED = {"enter": "enter", "escape": "esc", "space": "space", "tab": "tab"}

MOST_IN_FOOTER = 9

AROUND: dict[Scope, tuple[Scope, ...]] = {
    Scope.MATRIX: (Scope.TABLE, Scope.PANE, Scope.APP),
    Scope.CLAIM: (Scope.PANE, Scope.APP),
    Scope.NOTES: (Scope.TABLE, Scope.PANE, Scope.APP),
    Scope.AUDIT: (Scope.TREE, Scope.PANE, Scope.APP),
    Scope.SOURCES: (Scope.TABLE, Scope.APP),
    Scope.DECISIONS: (Scope.TABLE, Scope.PANE, Scope.APP),
    Scope.OTHERS: (Scope.TABLE, Scope.APP),
    Scope.SHARED: (Scope.PANE, Scope.APP),
    Scope.ORIGINS: (Scope.TREE, Scope.PANE, Scope.APP),
    Scope.READER: (Scope.READING, Scope.PANE, Scope.APP),
    Scope.HELP: (Scope.PANE,),
    Scope.FORM: (),
    Scope.WRITING: (Scope.FORM,),
    Scope.CHOOSING: (Scope.CHOICES,),
    Scope.PICKING: (Scope.FOLDERS, Scope.PATH),
    Scope.START: (Scope.APP,),
    Scope.EXPORT: (Scope.PANE,),
    Scope.SETTINGS: (Scope.TABLE, Scope.PANE, Scope.APP),
    Scope.LOADING: (Scope.APP,),
}
"""For each screen, the scopes whose keys work there beside its own. Those of `OF_WIDGETS` belong
to the widget with the focus, so no two of them are ever asked at once."""

OF_WIDGETS = (
    *(Scope.TABLE, Scope.TREE, Scope.READING, Scope.PANE),
    *(Scope.CHOICES, Scope.FOLDERS, Scope.PATH),
)


def bindings(*scopes: Scope) -> list[BindingType]:
    """Textual's bindings for the keys of some scopes."""
    return [key.binding() for scope in scopes for key in KEYS[scope]]


def shown_key(app: App[Any], binding: Binding) -> str:
    """A key as the reader finds it on the keyboard."""
    return _NAMED.get(binding.key) or app.get_key_display(binding)


def all_keys() -> Iterable[Key]:
    """Every key of every scope, in the order of the table."""
    for keys in KEYS.values():
        yield from keys


def key_by_id(id: str) -> Key | None:
    """The key with an id, None where there is none."""
    return next((key for key in all_keys() if key.id == id), None)
