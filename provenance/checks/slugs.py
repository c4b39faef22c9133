"""What `provenance explain SLUG` prints for each mistake a user can make.

One entry a slug: its title, then what it means and how to put it right.
"""

from __future__ import annotations

from provenance.checks.slugs_of_files import SLUGS_OF_FILES

SLUGS: dict[str, tuple[str, str]] = SLUGS_OF_FILES | {
    "bad-choice": (
        "A word that is not one of the choices",
        """
        The key takes one of a few words, and this is none of them. The message lists them, and
        names the nearest.

        To put it right: write one of the words listed.
        """,
    ),
    "bad-edtf": (
        "Not a date in EDTF",
        """
        Dates are written in EDTF, the Extended Date/Time Format of the Library of Congress.

            1945-06-15                     a day; 1945-06 a month, 1945 a year
            1945-06~   1945?               about then; the source itself doubts it
            1945-07-17/1945-08-02          something that lasted from one day to the other
            [1945-02..1945-04]             one day in that time, not known which
            [..1945-07-05]  1945/..        by that day; from that year on
            1945-06-1X  194X  19XX         the tens of June; the 1940s; the 20th century
            1945-21 … 1945-24              spring, summer, autumn, winter

        To put it right: the hint gives the EDTF for what was typed, where that is clear.
        """,
    ),
    "bad-text": (
        "A text in the wrong form",
        """
        The key takes a text of a certain form, such as a hash of 64 digits, and this one has not
        that form.

        To put it right: the hint describes the form.
        """,
    ),
    "bad-type": (
        "A value of the wrong kind",
        """
        A text stands where a list should be, or the other way round.

        To put it right: `notes: ["29"]` is a list of texts, `says: yes` is a text. Items of a list
        stand between [ and ], or one a line after a dash.
        """,
    ),
    "bad-value": (
        "A value its claim's type does not allow",
        """
        `says` is read as the claim's `type`: a number with its unit (`40`, `about 40 km`, `40–50`,
        `at least 40`, `5%`, `£40`), an answer (`yes`, `no`, `conditional: if …`), a name, or a
        text. A tolerance is a duration for dates (`P3D`) and a share or an amount for numbers
        (`5%`, `10`).

        To put it right: write the value as the hint shows, or change the claim's type. A number
        that can be read in two ways (`1.000,5`) is refused rather than guessed.
        """,
    ),
    "duplicate-id": (
        "Two files with one id",
        """
        Every source and every claim has an id of its own. The one read second is left out.

        To put it right: change one of the two ids, and the claims that name it.
        """,
    ),
    "duplicate-key": (
        "A key that stands twice",
        """
        YAML would keep the one and drop the other without a word, so neither is taken.

        To put it right: keep one of them, or rename one.
        """,
    ),
    "duplicate-layer": (
        "Two layers with one name",
        """
        A statement names a layer by its name, so within a source names must differ.

        To put it right: give them different names, such as `summary` and `editor's note`.
        """,
    ),
    "forbidden-key": (
        "A key of the keyboard that cannot be given away",
        """
        The terminal or every program uses this key for something else, so a command bound to it
        could not be reached.

        To put it right: choose another key in the settings.
        """,
    ),
    "key-clash": (
        "Two commands on one key of the keyboard",
        """
        Two commands of one screen would have the same key, and only one of them could be reached.

        To put it right: give one of them another key in the settings.
        """,
    ),
    "layer-near": (
        "A layer's edge found only in similar words",
        """
        The words that begin or end a layer are in the source only in similar form, so where the
        layer begins or ends is not certain.

        To put it right: copy the words exactly into `from:` or `to:`.
        """,
    ),
    "layer-not-found": (
        "A layer's edge that is not in the source",
        """
        A layer runs from one quotation to another, and one of the two is not in the source.

        To put it right: copy the words from `provenance read FILE --text`.
        """,
    ),
    "layer-several": (
        "A layer's edge that stands in several places",
        """
        The words that begin or end a layer stand more than once, so where the layer begins or ends
        is not decided.

        To put it right: quote more words.
        """,
    ),
    "missing-key": (
        "A key that must be there",
        """
        The file does not say something that it must say.

        To put it right: add the key. A claim needs `question` and `type`; a statement needs
        `source`, `quote` and `says`; a layer needs `name` and `from`.
        """,
    ),
    "missing-source": (
        "A description without its document",
        """
        There is a `<file>.source.yaml`, and the file it describes is not beside it.

        The source keeps its column as not read, and what claims quote from it waits.

        To put it right: put the document into `seeds/` under exactly that name; or delete the
        description, and what the claims quote from it.
        """,
    ),
    "no-such-key": (
        "A key that no keyboard has",
        """
        A command of the board was given a key that no terminal sends, so it could not be reached.

        To put it right: write a character, or a name such as `f5`, `ctrl+g` or `pagedown`.
        """,
    ),
    "source-changed": (
        "A source that is not what was recorded",
        """
        The file's SHA-256 differs from the one in its description.

        To put it right: put the recorded file back; or, if the change is meant, look at every
        quotation from it again and run `provenance add FILE`.
        """,
    ),
    "unknown-code": (
        "A code that no finding has",
        """
        Findings are named by their codes, such as PV302; `select` and `ignore` take beginnings of
        codes as well: PV3 means all that begin with it. The message names the nearest.

        To put it right: `provenance explain` lists every code.
        """,
    ),
    "unknown-command": (
        "A command of the board that does not exist",
        """
        The settings give a key to a command that the board does not have.

        To put it right: take its name from the board's help (`?`).
        """,
    ),
    "unknown-finding": (
        "Digits that name no finding, or several",
        """
        A finding is named by its fingerprint, or by the first four digits of it or more, as long
        as no other finding's begins so. The fingerprint is made of code and words: when the words
        change, it does.

        To put it right: `provenance audit --show all` prints every finding's fingerprint behind #.
        """,
    ),
    "unknown-key": (
        "A key that nobody knows",
        """
        The key of a YAML file is misspelt, or does not belong there. Keys of your own begin with
        `x-`.

        To put it right: write the key that the hint names, or put `x-` before your own.
        """,
    ),
    "unknown-work": (
        "A work that no source cites",
        """
        `works` in the settings says which cited works are one and which are not. It names a work
        that no note of any source cites, so it decides nothing.

        To put it right: `provenance export text` lists every work with its key; write that key, or
        the work as it is shown there.
        """,
    ),
    "unknown-source": (
        "A source that nobody knows",
        """
        A claim or the settings name a source by an id that no source has.

        To put it right: write the id as the source's description has it, or add the source.
        """,
    ),
}
