"""TeX sources: the words a reader would see in print, with the numbers their notes would have."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from provenance.errors import Place
from provenance.model.documents import Gap
from provenance.readers.plain_text import read_text
from provenance.readers.tex_notes import NoteCounters
from provenance.readers.tex_preamble import FRONT, read_preamble
from provenance.readers.tex_signs import (
    ACCENTS,
    ARGUMENTS,
    BLOCKS,
    BREAKS,
    CITES,
    ESCAPED,
    FOOTCITES,
    HEADINGS,
    MATHS,
    QUOTED,
    RAW,
    SIGNS,
    SILENT,
    TABLES,
    UNPRINTED,
    accented,
)
from provenance.readers.tex_source import Macro, Source, macros_of, without_comments
from provenance.readers.weaver import CELL, LINE, PARAGRAPH, WORD, Reading, Weaver

_PLAIN = re.compile(r"[^\\{}$&~`'\"%\-^_\n]+")
_BEGIN = re.compile(r"^[^%\n]*\\begin\s*\{document\}", re.MULTILINE)
_RAISED = re.compile(r"\^\s*(?:\{([^{}]*)\}|(\\?\w|\*))")
_QUOTES = (("“", "”"), ("‘", "’"))
_NOTES = {"footnote": "footnote", "endnote": "endnote", "tablefootnote": "footnote",
    "sidenote": "footnote",
          "thanks": "thanks"}  # fmt: skip


def read_tex(content: bytes, place: Place) -> Reading:
    """The words of a TeX file. What it takes in from other files is a gap."""
    decoded = read_text(content)
    text = decoded.text
    begin = _BEGIN.search(text)
    preamble = read_preamble(without_comments(text[: begin.start()]) if begin else "")
    walk = _Walk(
        Source(text, begin.end() if begin else 0),
        macros_of(preamble.text),
        NoteCounters(preamble.is_chaptered),
    )
    walk.counters.look_at(preamble.text)
    walk.front = dict(preamble.front)
    walk.through()
    return walk.text.finish(
        gaps=[*decoded.gaps, *walk.all_gaps()],
        remarks=walk.counters.remarks(preamble.text),
        language=preamble.language,
        encoding=decoded.encoding,
    )


@dataclass(slots=True)
class _Open:
    """A brace that is open, and what to do when it closes."""

    place: int
    what: str
    close: Callable[[], None] | None = None


@dataclass(slots=True)
class _Walk:
    source: Source
    macros: dict[str, Macro]
    counters: NoteCounters
    front: dict[str, str] = field(default_factory=dict)
    text: Weaver = field(default_factory=Weaver)
    _weavers: list[Weaver] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _gaps: dict[Gap, None] = field(default_factory=dict)
    _quotes: int = 0
    _tables: int = 0
    _ended: bool = False

    @property
    def _weaver(self) -> Weaver:
        return self._weavers[-1] if self._weavers else self.text

    def through(self) -> None:
        while not self._ended and not self.source.ended:
            self._step()

    def all_gaps(self) -> list[Gap]:
        for brace in [brace for brace in self._open if brace.what][:1]:
            reason = (
                f"the {brace.what} that begins here is never closed: all that follows went into it"
            )
            self._gaps[Gap(reason, f"line {self.source.line_of(brace.place)}")] = None
        return list(self._gaps)

    def _step(self) -> None:
        source = self.source
        plain = _PLAIN.match(source.text, source.at)
        if plain:
            source.at = plain.end()
            self._weaver.words(plain[0])
            return
        sign = source.text[source.at]
        source.at += 1
        if sign == "\\":
            self._command(source.command())
        elif sign == "{":
            self._open.append(_Open(source.place, ""))
        elif sign == "}":
            self._close()
        elif sign == "\n":
            self._line_end()
        elif sign == "$":
            end = "$$" if source.text[source.at : source.at + 1] == "$" else "$"
            source.at += len(end) - 1
            self._maths(source.up_to(end))
        elif sign == "%":
            source.skip_comment()
        elif sign == "&":
            self._weaver.part(CELL)
        else:
            self._weaver.words(self._typed(sign))

    def _line_end(self) -> None:
        rest = re.compile(r"[ \t]*\n\s*").match(self.source.text, self.source.at)
        if rest:
            self.source.at = rest.end()
        self._weaver.part(PARAGRAPH if rest else WORD)

    def _typed(self, sign: str) -> str:
        """What is typed in ASCII and printed as something else."""
        source = self.source
        runs = {"-": (("--", "—"), ("-", "–")), "`": (("`", "“"),), "'": (("'", "”"),)}
        for more, printed in runs.get(sign, ()):
            if source.text.startswith(more, source.at):
                source.at += len(more)
                return printed
        if sign == '"' and source.text[source.at : source.at + 1] in {"`", "'"}:
            source.at += 1
            return "„" if source.text[source.at - 1] == "`" else "“"
        return {"~": "\u00a0", "`": "‘", "'": "’"}.get(sign, sign)

    def _close(self) -> None:
        if self._open:
            brace = self._open.pop()
            if brace.close:
                brace.close()

    def _begin(self, what: str, close: Callable[[], None]) -> None:
        """Enter the argument that comes next, to do something when it closes."""
        if self.source.opens_group():
            self._open.append(_Open(self.source.place, what, close))
        else:
            self._weaver.words(self.source.argument())
            close()

    def _command(self, name: str) -> None:
        bare = name.rstrip("*")
        if bare in self.macros and bare not in HEADINGS:
            if not self.source.put_in(self.macros[bare]):
                self._gaps[Gap("macros put in more than any text needs; the rest was not read")] = (
                    None
                )
                self._ended = True
        elif bare in ACCENTS and not (bare.isalpha() and not self._takes_letter()):
            self._weaver.words(self._accent(bare))
        elif name in ESCAPED or bare in SIGNS:
            self._sign(name if name in ESCAPED else SIGNS[bare])
        elif bare in {"begin", "end"}:
            self._environment(self.source.group() or "", begins=bare == "begin")
        elif self.counters.is_setting(bare):
            self.counters.set(bare, self.source)
        elif bare in _NOTES or bare.startswith(("footnote", "endnote")) or bare in FOOTCITES:
            self._note(bare)
        else:
            self._formatting(name, bare)

    def _takes_letter(self) -> bool:
        return self.source.text[self.source.at : self.source.at + 1] == "{" or (
            self.source.text[self.source.at - 1 : self.source.at] == " "
        )

    def _accent(self, accent: str) -> str:
        letter = self.source.argument()
        if letter.startswith("\\"):
            letter = SIGNS.get(letter[1:].strip(), "")
        return accented(letter, accent) if letter else accent

    def _sign(self, sign: str) -> None:
        # Braces behind a command only keep it from the next letter.
        if self.source.text.startswith("{}", self.source.at):
            self.source.at += 2
        self._weaver.words(sign)

    def _formatting(self, name: str, bare: str) -> None:
        source, weaver = self.source, self._weaver
        if name in {"\\", "newline", "linebreak", "tabularnewline", "\\*"}:
            source.option()
            weaver.part(LINE)
        elif name in {
            " ",
            "\n",
            ",",
            ";",
            ":",
            "/",
            "quad",
            "qquad",
            "enspace",
            "hfill",
            "space",
            ">",
        }:
            weaver.part(WORD if name != "/" else "")
        elif name in {"(", "["}:
            self._maths(source.up_to("\\)" if name == "(" else "\\]"))
        elif bare in HEADINGS:
            self._heading(bare)
        elif bare in BREAKS:
            weaver.part(PARAGRAPH)
        elif bare == "item":
            weaver.part(LINE)
            source.put_in(Macro((source.option() or "") + " "))
        elif bare == "maketitle":
            self._title()
        elif bare in {"verb", "lstinline"}:
            source.at += 1
            weaver.words(source.up_to(source.text[source.at - 1 : source.at] or "|"))
        elif bare in {"url", "nolinkurl", "path"}:
            weaver.words(source.address().replace("\\", ""))
        elif bare in {"ref", "pageref", "autoref", "cref", "nameref", "eqref", "vref"}:
            weaver.words(f"[{source.argument()}]")
        elif bare in CITES:
            weaver.words(f"[{self._cited()}]")
        elif bare in {"textsuperscript", "textsubscript"}:
            shift = weaver.raised if bare == "textsuperscript" else weaver.lowered
            raised = source.argument()
            if "\\" in raised:
                source.put_in(Macro(raised))
            else:
                shift(raised)
        elif bare == "texorpdfstring":
            source.put_in(Macro("#1", arguments=2))
        elif bare in {"enquote", "textquote", "blockquote", "foreignquote"}:
            self._quotation()
        else:
            self._other(bare)

    def _other(self, bare: str) -> None:
        """Commands that only set their words differently, or print nothing."""
        if bare in {"input", "include", "subfile", "import"}:
            file = " ".join((self.source.group() or self.source.argument()).split())
            reason = f"\\{bare} takes in “{file[:60]}”, which is not read with this file"
            self._gaps[Gap(reason, f"line {self.source.line_of(self.source.place)}")] = None
            return
        if bare in {"newcommand", "renewcommand", "providecommand", "def"}:
            self._definition(bare)
            return
        if bare == "bibitem":
            self._weaver.part(PARAGRAPH)
        if len(bare) > 1:
            self.source.option()
        if bare == "href":
            self.source.address()
            return
        for _ in range(SILENT.get(bare, 0)):
            self.source.group()

    def _definition(self, bare: str) -> None:
        source = self.source
        start = max(0, source.text.rfind(f"\\{bare}", 0, source.at))
        if bare == "def":
            source.argument()
            source.up_to("{")
            source.at -= 1
        else:
            source.argument()
            source.option()
            source.option()
        source.group()
        definition = source.text[start : source.at]
        self.counters.look_at(definition)
        self.macros |= {
            name: macro for name, macro in macros_of(definition).items() if name != "thefootnote"
        }

    def _heading(self, bare: str) -> None:
        self.counters.heading(bare)
        self.source.option()
        if bare in FRONT:
            self.front[bare] = self.source.group() or ""
            return
        if bare == "captionof":
            self.source.group()
        self._weaver.part(PARAGRAPH)
        self._begin("", lambda: self._weaver.part(PARAGRAPH))

    def _title(self) -> None:
        for name in FRONT:
            words = self.front.get(name, "")
            if words.strip():
                self._weaver.part(PARAGRAPH)
                self.source.put_in(Macro(words + "\\par "))
                self.through_frame()
        self._weaver.part(PARAGRAPH)

    def through_frame(self) -> None:
        """Read on until what was put in last is used up."""
        depth = self.source.depth
        while not self.source.ended and self.source.depth >= depth:
            self._step()

    def _quotation(self) -> None:
        opening, closing = _QUOTES[self._quotes % 2]
        self._quotes += 1
        self._weaver.words(opening)

        def close() -> None:
            self._weaver.words(closing)
            self._quotes -= 1

        self._begin("quotation", close)

    def _maths(self, formula: str) -> None:
        """Formulas stand as typed, but for raised figures: those may be notes."""
        raised = _RAISED.fullmatch(formula.strip())
        if raised:
            self._weaver.raised(raised[1] or raised[2])
            return
        words = re.sub(
            r"\\([A-Za-z]+)\s?", lambda found: SIGNS.get(found[1], f"\\{found[1]} "), formula
        )
        self._weaver.words(words)

    def _cited(self) -> str:
        options = [option for option in (self.source.option(), self.source.option()) if option]
        keys = ", ".join(key.strip() for key in (self.source.group() or "").split(","))
        return ", ".join([keys, *options[-1:]])

    def _environment(self, name: str, *, begins: bool) -> None:
        if name == "document" and not begins:
            self._ended = True
        elif begins and name in RAW | UNPRINTED:
            raw = self.source.up_to(f"\\end{{{name}}}")
            if name in RAW:
                self._weaver.part(PARAGRAPH)
                self._weaver.verbatim(re.sub(r"^\[[^\]]*\]|^(?:\[[^\]]*\])?\{\w+\}(?=\n)", "", raw))
                self._weaver.part(PARAGRAPH)
        elif begins and name in MATHS:
            self._weaver.part(LINE)
            self._maths(self.source.up_to(f"\\end{{{name}}}"))
            self._weaver.part(LINE)
        else:
            self._weaver.part(PARAGRAPH if name in BLOCKS | TABLES else WORD)
            if name in QUOTED and begins:
                self._weaver.open_quotation()
            elif name in QUOTED:
                self._weaver.close_quotation()
            if begins:
                self.source.option()
                for _ in range(ARGUMENTS.get(name, int(name in TABLES))):
                    self.source.group()

    def _note(self, name: str) -> None:
        """A note with its words, its mark alone (`\\footnotemark`) or its words alone (`…text`)."""
        if name in FOOTCITES:
            key, label = self.counters.next("footnote", None)
            self._weaver.mark(key, label)
            self._weaver.note_apart(key, label, "footnote").words(self._cited())
            return
        kind = _NOTES.get(name.removesuffix("mark").removesuffix("text"), "")
        if not kind:
            return
        number = self.source.option()
        text_alone = name.endswith("text")
        key, label = (
            self.counters.current(kind, number) if text_alone else self.counters.next(kind, number)
        )
        if not text_alone:
            self._weaver.mark(key, label)
        if name.endswith("mark"):
            return
        self._weavers.append(self._weaver.note_apart(key, label, kind))
        quotes, self._quotes = self._quotes, 0

        def close() -> None:
            self._weavers.pop()
            self._quotes = quotes

        self._begin(f"\\{name}", close)
