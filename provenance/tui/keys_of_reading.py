"""The keys of the reader, and of the text in it."""

from __future__ import annotations

from provenance.tui.keys import Key, Scope

KEYS_OF_READING: dict[Scope, tuple[Key, ...]] = {
    Scope.READING: (
        Key("reading.left", "left,h", "word(-1)", "Word back", "Go one word back."),
        Key("reading.right", "right,l", "word(1)", "Word on", "Go one word on."),
        Key("reading.up", "up,k", "line(-1)", "Line up", "Go one line up."),
        Key("reading.down", "down,j", "line(1)", "Line down", "Go one line down."),
        Key(
            "reading.sentence-back",
            "left_parenthesis",
            "sentence(-1)",
            "Sentence back",
            "Go to the beginning of the sentence, then to the one before.",
        ),
        Key(
            "reading.sentence-on",
            "right_parenthesis",
            "sentence(1)",
            "Sentence on",
            "Go to the next sentence.",
        ),
        Key("reading.page-up", "pageup", "page(-1)", "Page up", "Go one screen up."),
        Key("reading.page-down", "pagedown", "page(1)", "Page down", "Go one screen down."),
        Key("reading.home", "home", "end(-1)", "Beginning", "Go to the first word."),
        Key("reading.end", "end", "end(1)", "End", "Go to the last word."),
        Key("reading.mark", "v", "mark", "Mark", "Begin to mark words here, or end it.", True),
        Key("reading.mark-sentence", "V", "mark_sentence", "Sentence", "Mark the whole sentence."),
        Key(
            "reading.mark-left", "shift+left,H", "word(-1, True)", "Mark back", "Mark a word back."
        ),
        Key("reading.mark-right", "shift+right,L", "word(1, True)", "Mark on", "Mark one word on."),
        Key("reading.mark-up", "shift+up,K", "line(-1, True)", "Mark up", "Mark one line up."),
        Key("reading.mark-down", "shift+down,J", "line(1, True)", "Mark down", "Mark a line down."),
    ),
    Scope.READER: (
        Key("reader.state", "enter", "state", "Statement", "Make the words a statement.", True),
        Key("reader.search", "slash", "search", "Search", "Find words in the source.", True),
        Key("reader.next", "n", "found(1)", "Next", "Go to the next found, or statement.", True),
        Key("reader.previous", "N", "found(-1)", "Previous", "Go to the one before."),
        Key("reader.note", "m", "note", "Note", "Go to the note, and back to its marker.", True),
        Key(
            "reader.marker-next",
            "right_square_bracket,full_stop",
            "marker(1)",
            "Next marker",
            "Go to the next marker of a note.",
        ),
        Key(
            "reader.marker-previous",
            "left_square_bracket,comma",
            "marker(-1)",
            "Marker before",
            "Go to the marker of a note before.",
        ),
        Key("reader.layer", "p", "layer", "Layer", "Tell this part by another author apart."),
        Key("reader.copy", "y", "copy", "Copy", "Copy the words with their citation.", True),
        Key("reader.copy-words", "Y", "copy_words", "Copy words", "Copy the words alone."),
        Key("reader.version", "A", "version", "Accept", "See what changed in it, accept it."),
        Key("reader.editor", "o", "editor", "Editor", "Open the file in your editor here."),
        Key(
            "reader.back", "escape", "back", "Back", "Leave the mark, the search, the reader.", True
        ),
    ),
}
