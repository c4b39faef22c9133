"""The numbers TeX prints on notes: counters, and what a document does with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from provenance.readers.numerals import written
from provenance.readers.tex_source import Source

_STYLE = re.compile(
    r"\\(?:re)?newcommand\*?\s*\{?\s*\\the(footnote|endnote)\s*\}?\s*\{[^{}]*?"
    r"\\(?:@?)(arabic|roman|Roman|alph|Alph|fnsymbol)\b"
)
_RESET = re.compile(
    r"\\(?:@addtoreset\s*\{(?P<a>\w+)\}\s*\{(?P<b>\w+)\}"
    r"|(?:counterwithin|numberwithin)\*?\s*\{(?P<c>\w+)\}\s*\{(?P<d>\w+)\})"
)
_CONTINUES = re.compile(
    r"\\(?:counterwithout\*?|@removefromreset)\s*\{footnote\}\s*\{chapter\}|\{chngcntr\}(?!)"
)
_PER_PAGE = re.compile(r"\\usepackage\s*\[[^\]]*\bperpage\b[^\]]*\]|\\MakePerPage\s*\{footnote\}")
_NUMBER = re.compile(r"\s*(-?\d{1,6})\s*")
_OF_MARK = {"mpfootnote": "footnote"}


@dataclass(slots=True)
class NoteCounters:
    """Counts notes as TeX would."""

    restarts_in_chapters: bool
    _counts: dict[str, int] = field(default_factory=dict)
    _styles: dict[str, str] = field(default_factory=lambda: {"thanks": "fnsymbol"})
    _within: set[str] = field(default_factory=set)
    _rounds: dict[str, int] = field(default_factory=dict)
    """How often each numbering began anew: notes of the same number are told apart by it."""

    def look_at(self, definitions: str) -> None:
        """Take in how numbers are to be printed and where they begin anew."""
        for found in _STYLE.finditer(definitions):
            self._styles[found[1]] = found[2]
        for found in _RESET.finditer(definitions):
            if (found["a"] or found["c"]) == "footnote":
                self._within.add(found["b"] or found["d"])
        if _CONTINUES.search(definitions):
            self.restarts_in_chapters = False

    def is_setting(self, command: str) -> bool:
        return command in {"setcounter", "addtocounter"}

    def set(self, command: str, source: Source) -> None:
        """`\\setcounter` and `\\addtocounter`, with their arguments."""
        name = (source.group() or "").strip()
        name = _OF_MARK.get(name, name)
        number = _NUMBER.fullmatch(source.group() or "")
        if number is None:
            return
        if command == "setcounter":
            if int(number[1]) <= self._counts.get(name, 0):
                self._rounds[name] = self._rounds.get(name, 0) + 1
            self._counts[name] = int(number[1])
        else:
            self._counts[name] = self._counts.get(name, 0) + int(number[1])

    def heading(self, command: str) -> None:
        if (command == "chapter" and self.restarts_in_chapters) or command in self._within:
            self._counts["footnote"] = 0
            self._rounds["footnote"] = self._rounds.get("footnote", 0) + 1

    def next(self, kind: str, number: str | None) -> tuple[str, str]:
        """Key and label of a note that is marked here; a number given counts nothing."""
        if number is None:
            self._counts[kind] = self._counts.get(kind, 0) + 1
        return self.current(kind, number)

    def current(self, kind: str, number: str | None) -> tuple[str, str]:
        """Key and label of the note that was marked last, or of the number given."""
        given = _NUMBER.fullmatch(number or "")
        count = int(given[1]) if given else self._counts.get(kind, 0)
        label = written(count, self._styles.get(kind, "decimal"))
        return f"{kind} {self._rounds.get(kind, 0)} {count}", label

    def remarks(self, preamble: str) -> list[str]:
        if not _PER_PAGE.search(preamble):
            return []
        return ["notes are numbered anew on every printed page; here they are numbered through"]
