"""What `provenance explain SLUG` prints for files that cannot be read, parsed or written."""

from __future__ import annotations

SLUGS_OF_FILES: dict[str, tuple[str, str]] = {
    "archive-bomb": (
        "A packed file that no document needs",
        """
        Word, OpenDocument and EPUB files are ZIP archives. This one holds thousands of files,
        parts that grow hundreds of times when unpacked, or names that lead to other folders: it
        would fill the memory or write where it must not, so nothing of it was unpacked.

        To put it right: if you trust whoever made it, open it yourself and save its text.
        """,
    ),
    "bad-bibliography": (
        "A bibliography, or an entry of one, that cannot be read",
        """
        `bibliography` in the settings lists files of your own in BibTeX, RIS or CSL-JSON, with
        which the works that sources cite are matched. Here the file is in none of these forms, or
        an entry of it breaks the form's rules. An entry that breaks them is left out, and the
        others are read.

        To put it right: mend the entry at the place named, or export the file again from your
        reference manager.
        """,
    ),
    "bad-name": (
        "A file name that cannot be used",
        """
        The name of a claim's file is the claim's id, and ids go into commands and addresses; some
        names also mean something to the system, or look like a different name than they are. In
        `claims/` everything but a README is meant to be a claim, and ends in `.yaml`.

        To put it right: rename the file as the hint says.
        """,
    ),
    "bad-pair": (
        "A line that does not name two files",
        """
        `provenance align --pairs` reads a list with one pair a line: the path of a text, a tab, and
        the path of the text to compare it with. Nothing was compared: the list is read first.

        To put it right: write the two paths with a tab between them, or delete the line.
        """,
    ),
    "broken-file": (
        "A damaged file",
        """
        The file says what it is, but it does not keep to the rules of its format, and nothing of it
        could be read. A file of which a part can be read is read in part, with a gap.

        To put it right: open it in the program that wrote it and save it again, or fetch it anew.
        """,
    ),
    "changed-meanwhile": (
        "The file changed while it was being edited",
        """
        Between reading and writing, another program wrote the file. Nothing was written, so neither
        change is lost.

        To put it right: read the file again and repeat the edit.
        """,
    ),
    "decided-already": (
        "A decision on something that is not there any more",
        """
        What the board showed was decided already, in its file or by an earlier key, or its claim or
        source is gone. Nothing was written.

        To put it right: check again (Check again, at the board), and look at what it shows now.
        """,
    ),
    "edit-refused": (
        "An edit that could not be made safely",
        """
        A file is changed only in the field that is edited, and read again afterwards. Here that
        would have changed something else too, so the file was left as it is.

        To put it right: make the change in your editor (Editor, at the board, opens it there).
        """,
    ),
    "empty-file": (
        "A file with nothing in it",
        """
        The file is empty or holds only comments.

        To put it right: write what belongs there, or delete the file.
        """,
    ),
    "encrypted": (
        "A file that asks for a password",
        """
        The words are there, but locked. They count as unread, never as silent.

        To put it right: open the file with its password, save a copy without one, and add the copy.
        """,
    ),
    "format-unread": (
        "A format that is not read yet",
        """
        What the file holds was recognised, but there is no reader for it.

        To put it right: save it as plain text (.txt) or Markdown (.md), and keep the original
        beside it.
        """,
    ),
    "missing-extra": (
        "Packages that this command needs are not installed",
        """
        What only some people want needs packages that are not installed with the program itself:
        `provenance serve` needs a web server.

        To put it right: install the program with what it names, as in
        `pip install 'provenance[serve]'`.
        """,
    ),
    "missing-file": (
        "A file that is not there",
        """
        No file has this name.

        To put it right: check the name, the folder, and capital and small letters.
        """,
    ),
    "name-taken": (
        "Another file has this name",
        """
        A document of this name is in the workspace already and has other bytes. It is not
        overwritten.

        To put it right: rename the new file, and add it again.
        """,
    ),
    "no-workspace": (
        "This folder is no workspace",
        """
        A workspace is a folder with a `provenance.yaml`, or with `claims/` and `seeds/`.

        To put it right: go to the workspace, name it with `--workspace`, or start one with
        `provenance init`.
        """,
    ),
    "not-a-file": (
        "Not a regular file",
        """
        The name belongs to a folder, a device or something else that has no text.

        To put it right: name a file.
        """,
    ),
    "not-text": (
        "A file that is not text",
        """
        The bytes are no text in any encoding we know: a picture, a program, an archive, or a
        damaged file.

        To put it right: add a transcription as a .txt file, and keep the original beside it.
        """,
    ),
    "port-taken": (
        "The board cannot be served there",
        """
        `provenance serve` waits for a browser at a port of this machine. Another program, perhaps
        a board you left open, has it already; or the host is no name or address of this machine.

        To put it right: end the other program, or choose another port with `--port`.
        """,
    ),
    "outside-workspace": (
        "A path that leads out of the workspace",
        """
        By `..` or by a link the path leads to a file outside the workspace, so that a workspace
        from somebody else cannot make you read or overwrite your own files.

        To put it right: copy the file into `seeds/`.
        """,
    ),
    "too-large": (
        "A file that is too large",
        """
        The file is larger than what is read, which keeps a run from taking all the memory there is.

        To put it right: split it, or keep the part you need as a source of its own.
        """,
    ),
    "unreadable": (
        "A file that cannot be read",
        """
        The system does not let us read the file. The message has its words.

        To put it right: check who may read the file, and that the disk is there.
        """,
    ),
    "unwritable": (
        "A file that cannot be written",
        """
        The system does not let us write there. What was there before is untouched.

        To put it right: check who may write in the folder, and that the disk is not full.
        """,
    ),
    "yaml-alias": (
        "A YAML alias",
        """
        `&name` and `*name` repeat a part of a file elsewhere. They are refused, since a few lines
        of them can unfold to more than memory holds, and since an edit would change two places at
        once.

        To put it right: write the part out twice. A text that begins with & or * goes in quotation
        marks.
        """,
    ),
    "yaml-character": (
        "A character that YAML does not allow",
        """
        The file holds a control character.

        To put it right: delete it, or write it as an escape between double quotation marks.
        """,
    ),
    "yaml-depth": (
        "A file nested too deeply",
        """
        Lists and keys stand inside one another deeper than any file of ours does.

        To put it right: check the brackets and the indentation.
        """,
    ),
    "yaml-documents": (
        "Several documents in one file",
        """
        A line of `---` begins a second document, and only one is read.

        To put it right: one claim a file; one description a file.
        """,
    ),
    "yaml-encoding": (
        "A YAML file that is not UTF-8",
        """
        YAML files are read as UTF-8, and these bytes are not.

        To put it right: save the file as UTF-8.
        """,
    ),
    "yaml-key": (
        "A key that is no text",
        """
        A list or a group of keys stands where a key should be.

        To put it right: check the indentation and the brackets.
        """,
    ),
    "yaml-merge": (
        "A YAML merge key",
        """
        `<<` takes over keys from elsewhere in the file, which hides where a value stands.

        To put it right: write the keys out.
        """,
    ),
    "yaml-syntax": (
        "A file that is not YAML",
        """
        The file could not be read as YAML from this place on. Usual reasons: a text with a colon
        that is not in quotation marks, a quotation mark that is not closed, an indentation that
        changed.

        To put it right: look at the line named, and at the one before it.
        """,
    ),
    "yaml-tag": (
        "A YAML tag",
        """
        `!name` asks for a value of a special kind. Every value is read as text, so tags are
        refused.

        To put it right: leave the tag out. A text that begins with ! goes in quotation marks.
        """,
    ),
}
