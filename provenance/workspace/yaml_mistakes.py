"""What a YAML parser complains of, in words that help someone who does not know YAML."""

from __future__ import annotations

from collections.abc import Callable

import yaml

from provenance.errors import Place, Problem

# Two parsers, one in C and one in Python, word the same mistake differently; a message must not
# depend on which of them is installed. First match wins.
_MISTAKES: tuple[tuple[tuple[str, ...], bool, str, str], ...] = (
    (
        ("mapping values are not allowed",),
        False,
        "this colon does not fit here",
        "put text that holds a colon in quotation marks, and check the indentation",
    ),
    (
        ("found unexpected end of stream",),
        True,
        "a quotation mark is opened here and never closed",
        "close it; inside single ones, an apostrophe is written twice ('')",
    ),
    (
        ("',' or ']'",),
        True,
        "the list that begins here is not closed as it should be",
        "items stand between [ and ], with commas between them",
    ),
    (
        ("',' or '}'",),
        True,
        "what begins with { here is not closed as it should be",
        "keys with values stand between { and }, with commas between them",
    ),
    (
        ("did not find expected node content", "expected the node content"),
        False,
        "a value is missing here",
        "is the list or the key before it complete, and its bracket closed?",
    ),
    (
        ("could not find expected ':'",),
        True,
        "this line is neither a key with a colon nor part of the text before it",
        "add the colon, or indent the line further than the key it belongs to",
    ),
    (
        ("unknown escape character", "did not find expected hexdecimal", "escape sequence of"),
        True,
        "between double quotation marks a \\ begins an escape, and this one is not known",
        "write \\\\ for a backslash, or use single quotation marks",
    ),
    (
        ("did not find expected key", "expected '-' indicator", "expected <block end>"),
        False,
        "this does not fit what stands before it",
        "check the indentation, and whether text before it closes its quotation marks too early",
    ),
)


def syntax_problem(
    error: yaml.MarkedYAMLError, text: str, place: Callable[[int], Place]
) -> Problem:
    """What is wrong with a file that does not parse. `place` turns an offset into a place."""
    complaint = error.problem or ""
    # The compiled parser has no stubs; its marks are None or have an index.
    at = error.problem_mark.index if error.problem_mark else 0
    begun = error.context_mark.index if error.context_mark else at
    for phrases, at_beginning, message, hint in _MISTAKES:
        if any(phrase in complaint for phrase in phrases):
            return Problem("yaml-syntax", message, place(begun if at_beginning else at), hint)
    if "cannot start any token" in complaint:
        return _bad_beginning(text[at : at + 1], place(at))
    return Problem(
        "yaml-syntax",
        f"this is not well-formed YAML ({complaint})",
        place(at),
        "check quotation marks, colons and indentation near here",
    )


def _bad_beginning(char: str, where: Place) -> Problem:
    if char == "\t":
        return Problem(
            "yaml-syntax", "a tab stands where YAML wants spaces", where, "indent with spaces"
        )
    return Problem(
        "yaml-syntax",
        f"text cannot begin with {char}",
        where,
        "put the text in quotation marks",
    )
