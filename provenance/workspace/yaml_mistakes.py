"""What a YAML parser complains of, in words that help someone who does not know YAML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml

from provenance.errors import Place, Problem, inert

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

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_SPACE = re.compile(r"[ \t]*(?:- )?(?P<key>[A-Za-z][A-Za-z-]*):(?=[^\s/:])")


def missing_space(text: str, offset: int, place: Callable[[int], Place]) -> Problem | None:
    """What is wrong with the line at an offset where a key's colon has no space after it."""
    found = _NO_SPACE.match(text, text.rfind("\n", 0, offset) + 1)
    if not found:
        return None
    key = inert(found["key"])
    hint = f"put a space after the colon: {key}: …"
    return Problem("yaml-syntax", "a space is missing after the colon", place(found.end()), hint)


def syntax_problem(
    error: yaml.MarkedYAMLError, text: str, place: Callable[[int], Place]
) -> Problem:
    """What is wrong with a file that does not parse. `place` turns an offset into a place."""
    complaint = error.problem or ""
    # The compiled parser has no stubs; its marks are None or have an index.
    at = error.problem_mark.index if error.problem_mark else 0
    begun = error.context_mark.index if error.context_mark else at
    if "tab character" in complaint:
        return _bad_beginning("\t", place(at))
    if problem := next(_likelier(complaint, text, begun, at, place), None):
        return problem
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


def _likelier(
    complaint: str, text: str, begun: int, at: int, place: Callable[[int], Place]
) -> Iterator[Problem]:
    """Mistakes that a parser notices only later than a person would."""
    if "mapping values" in complaint or "expected ':'" in complaint:
        before = max(text.rfind("\n", 0, at), 0)
        for offset in dict.fromkeys((begun, at, before)):
            if problem := missing_space(text, offset, place):
                yield problem
    if "expected key" in complaint or "expected <block end>" in complaint:
        opened = _quotation_before(text, at)
        if opened is not None:
            yield Problem(
                "yaml-syntax",
                "the quotation mark opened here is closed only lines later, by the next one",
                place(opened),
                "close it where the text ends",
            )


def _quotation_before(text: str, at: int) -> int | None:
    """Where a quotation of several lines begins that ends just before an offset."""
    try:
        for token in yaml.scan(text, Loader=_LOADER):
            start, end = token.start_mark.index, token.end_mark.index
            if start >= at:
                break
            is_quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if is_quoted and "\n" in text[start:end] and not text[end:at].strip(" "):
                return int(start)
    except yaml.YAMLError:
        pass
    return None


def _bad_beginning(char: str, where: Place) -> Problem:
    if char == "\t":
        return Problem("yaml-syntax", "a tab stands where YAML wants spaces", where, "use spaces")
    return Problem(
        "yaml-syntax",
        f"text cannot begin with {char}",
        where,
        "put the text in quotation marks",
    )
