"""The characters of a TeX source as TeX takes them: groups, arguments, comments, macros put in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MOST_EXPANSIONS = 20_000
LONGEST_EXPANSION = 2_000_000
"""Characters that the macros of one document may put in, all told."""
LONGEST_OPTION = 600
"""Characters between square brackets that can be an argument; they need not be closed at all."""

_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*(?:\n[ \t]*)?")
_REST_OF_LINE = re.compile(r"[^\n]*(?:\n[ \t]*)?")
_COMMAND = re.compile(r"[A-Za-z@]+\*?")
_BLANKS = re.compile(r"[ \t]*\n?[ \t]*")
_MACRO = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\s*\\([A-Za-z@]+)\s*\}?"
    r"\s*(?:\[(\d)\])?(\s*\[[^\]]*\])?|\\def\s*\\([A-Za-z@]+)((?:#\d)*)"
)
_RUNS = re.compile(r"\\(?:if[a-z@]*|sbox|setbox|csname|expandafter|@\w+|begingroup)\b")


@dataclass(frozen=True, slots=True)
class Macro:
    """A command that the author defined."""

    body: str
    arguments: int = 0
    first: str | None = None
    """What the first argument is where it is left out; None where it cannot be."""


@dataclass(slots=True)
class Source:
    """A place in the text, and how to move on from it."""

    text: str
    at: int = 0
    expansions: int = 0
    added: int = 0
    _above: list[tuple[str, int]] = field(default_factory=list)

    @property
    def ended(self) -> bool:
        while self.at >= len(self.text) and self._above:
            self.text, self.at = self._above.pop()
        return self.at >= len(self.text)

    @property
    def place(self) -> int:
        """How far the file itself has been read, macros apart."""
        return self._above[0][1] if self._above else self.at

    @property
    def depth(self) -> int:
        """How many macros the reading is in."""
        return len(self._above)

    def line_of(self, place: int) -> int:
        """The line of a place in the file, from 1."""
        text = self._above[0][0] if self._above else self.text
        return text.count("\n", 0, place) + 1

    def command(self) -> str:
        """The name of the command that begins here, behind its backslash, and its star."""
        found = _COMMAND.match(self.text, self.at)
        if found is None:
            self.at += 1
            return self.text[self.at - 1 : self.at]
        self.at = found.end()
        if not found[0].endswith("*"):
            self.skip_blanks()
        return found[0]

    def skip_blanks(self) -> None:
        """White space behind a command's name; a blank line is a paragraph and stays."""
        found = _BLANKS.match(self.text, self.at)
        if found and "\n" in found[0] and self.text[found.end() : found.end() + 1] == "\n":
            return
        self.at = found.end() if found else self.at

    def skip_comment(self) -> None:
        """Step over a comment, its line end, and the indent of the next line."""
        found = _REST_OF_LINE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def address(self) -> str:
        """The next argument as typed: in an address a percent sign begins no comment."""
        start = self._behind_blanks()
        if self.text[start : start + 1] != "{":
            return ""
        end = _closing(self.text, start, "{", "}", comments=False)
        self.at = end + 1
        return self.text[start + 1 : end]

    def group(self) -> str | None:
        """The next argument, without its braces; None where there is none."""
        start = self._behind_blanks()
        if self.text[start : start + 1] != "{":
            return None
        end = _closing(self.text, start, "{", "}")
        self.at = end + 1
        return without_comments(self.text[start + 1 : end])

    def argument(self) -> str:
        """The next argument, which may be one character or command without braces."""
        found = self.group()
        if found is not None:
            return found
        self.at = self._behind_blanks()
        if self.text[self.at : self.at + 1] == "\\":
            start, self.at = self.at, self.at + 1
            return f"\\{self.command()}" if start < len(self.text) else ""
        self.at += 1
        return self.text[self.at - 1 : self.at]

    def option(self) -> str | None:
        """The next argument in square brackets; None where there is none."""
        start = self._behind_blanks()
        if self.text[start : start + 1] != "[":
            return None
        if self.text.find("]", start, start + LONGEST_OPTION) < 0:
            return None
        end = _closing(self.text[start : start + LONGEST_OPTION], 0, "[", "]") + start
        if end >= min(len(self.text), start + LONGEST_OPTION):
            return None
        self.at = end + 1
        return self.text[start + 1 : end]

    def opens_group(self) -> bool:
        """Whether an argument in braces comes next; if so, step behind its brace."""
        start = self._behind_blanks()
        if self.text[start : start + 1] != "{":
            return False
        self.at = start + 1
        return True

    def up_to(self, end: str) -> str:
        """Everything up to a closing sign, which is stepped over."""
        place = self.text.find(end, self.at)
        place = len(self.text) if place < 0 else place
        found = self.text[self.at : place]
        self.at = place + len(end)
        return found

    def put_in(self, macro: Macro) -> bool:
        """Read a macro's body next; False where macros have put in too much already."""
        arguments: list[str] = []
        if macro.first is not None:
            option = self.option()
            arguments.append(macro.first if option is None else option)
        while len(arguments) < macro.arguments:
            arguments.append(self.argument())
        body = re.sub(r"#(\d)", lambda n: _nth(arguments, int(n[1])), macro.body)
        self.expansions += 1
        self.added += len(body)
        if self.expansions > MOST_EXPANSIONS or self.added > LONGEST_EXPANSION:
            return False
        self._above.append((self.text, self.at))
        self.text, self.at = body, 0
        return len(self._above) < 100

    def _behind_blanks(self) -> int:
        found = _BLANKS.match(self.text, self.at)
        return found.end() if found else self.at


def _nth(arguments: list[str], number: int) -> str:
    return arguments[number - 1] if 0 < number <= len(arguments) else ""


def _closing(text: str, start: int, opening: str, closing: str, *, comments: bool = True) -> int:
    """Where what opens at `start` closes; the end of the text where it never does."""
    depth, at = 0, start
    braces = 0
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            at += 2
            continue
        if sign == "%" and comments:
            line_end = text.find("\n", at)
            at = len(text) if line_end < 0 else line_end
            continue
        if opening == "[" and sign in "{}":
            braces += 1 if sign == "{" else -1
            if braces < 0:
                return len(text)
        elif not braces:
            depth += (sign == opening) - (sign == closing)
            if depth == 0:
                return at
        at += 1
    return len(text)


def without_comments(text: str) -> str:
    """The source without what stands behind percent signs."""
    return _COMMENT.sub(lambda found: found[1], text)


def macros_of(preamble: str) -> dict[str, Macro]:
    """The author's own commands, as far as they are plain replacements."""
    found: dict[str, Macro] = {}
    for match in _MACRO.finditer(preamble):
        source = Source(preamble, match.end())
        body = source.group()
        # What decides and measures while TeX runs is no plain replacement: its arguments are words.
        if body is None or _RUNS.search(body):
            continue
        if match[1]:
            first = match[3].strip()[1:-1] if match[3] else None
            found[match[1]] = Macro(body, int(match[2] or 0), first)
        else:
            found[match[4]] = Macro(body, len(match[5]) // 2)
    return found
