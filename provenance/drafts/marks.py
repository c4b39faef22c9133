"""Quotation marks of a text, paired: which sign opens, which closes, and which is no such mark.

Nothing is guessed from grammar. A sign opens where a word begins behind it, and closes where one
ends before it; an apostrophe is told by the letters around it and by what is open. A quotation of
several paragraphs begins every one of them with its opening mark, and closes once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from provenance.model.spans import Span

_SIGN = re.compile(r"``|''|[“”„‟«»‹›\"‘’‚‛'「」『』]")
_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")
_BULLET = re.compile(r"[\s*#_\-•–—\d.)(\[\]]*\Z")
_QUOTED_LINE = re.compile(r"^[^\S\n]*(?:>[^\S\n]?)+", re.MULTILINE)
_ELISION = re.compile(r"(?:\d\ds?|tis|twas|twere|twill|em|til|till|cause|bout|round|n)\b", re.I)
_LAST_SIGNS = re.compile(r"[.!?…:;][\"'”’»)\]\d*_]*\Z")

_MOST_SET_OFF = 6
"""Paragraphs of the longest quotation that is set off between marks on lines of their own."""

_CLOSERS: dict[str, str] = {
    "“": '”"',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    '"': '"”',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’'",
    "‛": "’'",
    "‚": "‘’",
    "'": "'’",
    "「": "」",
    "『": "』",
    "``": "''”\"",
}
"""By opening sign, what may close it."""
_SINGLE = frozenset("‘‛‚'’")
_OPENING_ONLY = frozenset({"„", "‟", "‚", "‛", "「", "『", "``"})
_CLOSING_ONLY = frozenset({"」", "』", "''"})
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f([{—–-/=“„«‹‘‚\"'`¿¡*_>|")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks."""

    span: Span
    """With its marks."""
    marks: tuple[Span, ...]
    """The opening one, one for each paragraph that opens it again, and the closing one."""
    opener: str
    inside: int | None = None
    """Which of the quotations it stands in, directly; None where it stands alone."""

    @property
    def words(self) -> Span:
        """What stands between the first mark and the last."""
        return Span(self.marks[0].end, self.marks[-1].start)


@dataclass(frozen=True, slots=True)
class Marks:
    """Every quotation mark of a text, in exactly one of three."""

    quoted: tuple[Quoted, ...] = ()
    """By where they open."""
    stray: tuple[Span, ...] = ()
    """Those that open and do not close, or close what was not opened."""
    apart: tuple[Span, ...] = ()
    """Signs that are no quotation marks here: apostrophes, inches, marks of a code."""


@dataclass(slots=True)
class _Open:
    sign: str
    marks: list[Span]

    @property
    def is_single(self) -> bool:
        return self.sign in _SINGLE


@dataclass(slots=True)
class _Pairing:
    """The state of pairing the marks of one text."""

    text: str
    german: bool
    stack: list[_Open] = field(default_factory=list)
    closed: list[tuple[_Open, Span]] = field(default_factory=list)
    stray: list[Span] = field(default_factory=list)
    apart: list[Span] = field(default_factory=list)

    def paragraph(self, span: Span) -> None:
        signs = [Span(*m.span()) for m in _SIGN.finditer(self.text, span.start, span.end)]
        again = self._reopened(span, signs)
        for sign in signs[again:]:
            self._take(sign, span)
        if self.stack and not self._may_go_on(span):
            self.give_up()

    def give_up(self) -> None:
        """What is open at the end stays so. Single marks that never close were apostrophes."""
        for each in self.stack:
            alone = len(each.marks) == 1
            lost = (
                self.apart if each.is_single and alone and not self._leads_in(each) else self.stray
            )
            lost.extend(each.marks)
        self.stack.clear()

    def _leads_in(self, each: _Open) -> bool:
        """Whether words that lead a quotation in stand before a single mark: `he said: ‘`."""
        before = self.text[: each.marks[0].start].rstrip(" \t")
        return before[-1:] in (",", ":") and each.sign in "‘'"

    def _may_go_on(self, span: Span) -> bool:
        """Whether the next paragraph goes on with what is open: it opens it again, or a line of it
        broke off in the midst.
        """
        following = _PARAGRAPH.search(self.text, span.end)
        if following is None:
            return False
        if self._is_set_off(span):
            return True
        first = _SIGN.search(self.text, *following.span())
        if first and first.group() == self.stack[0].sign:
            return bool(_BULLET.match(self.text[following.start() : first.start()]))
        broken = not _LAST_SIGNS.search(span.of(self.text)[-12:])
        return broken and following.group()[:1].islower()

    def _is_set_off(self, span: Span) -> bool:
        """Whether what is open stands in paragraphs of its own, its marks apart from it."""
        last = self.stack[-1].marks[-1]
        behind = self.text[last.end : span.end].partition("\n\n")[0]
        since = len(re.findall(r"\n\s*\n", self.text[last.end : span.end]))
        return not behind.strip() and since <= _MOST_SET_OFF

    def _reopened(self, span: Span, signs: Sequence[Span]) -> int:
        """How many signs at the head of a paragraph open again what is open."""
        end = span.start
        for count, (each, sign) in enumerate(zip(self.stack, signs, strict=False)):
            before = self.text[end : sign.start]
            if sign.of(self.text) != each.sign or not _BULLET.match(before):
                return count
            each.marks.append(sign)
            end = sign.end
        return min(len(self.stack), len(signs))

    def _take(self, sign: Span, within: Span) -> None:
        said = sign.of(self.text)
        if said in _SINGLE and self._is_apostrophe(sign, within):
            self.apart.append(sign)
        elif (at := self._closes(sign)) is not None:
            self._close(at, sign)
        elif self._opens(sign):
            self.stack.append(_Open(said, [sign]))
        elif said in _SINGLE or self._is_no_mark(sign):
            self.apart.append(sign)
        else:
            self.stray.append(sign)

    def _close(self, at: int, sign: Span) -> None:
        for each in self.stack[at + 1 :]:
            (self.apart if each.is_single else self.stray).extend(each.marks)
        self.closed.append((self.stack[at], sign))
        del self.stack[at:]

    def _closes(self, sign: Span) -> int | None:
        """Which of the open quotations a sign closes."""
        said = sign.of(self.text)
        if said in _OPENING_ONLY:
            return None
        for at in reversed(range(len(self.stack))):
            each = self.stack[at]
            if said in _SINGLE and at < len(self.stack) - 1:
                return None
            if self._may_close(each, said) and self._ends_here(sign, each):
                return at
        return None

    def _may_close(self, each: _Open, said: str) -> bool:
        if each.sign == "»" and not self.german:
            return False
        return said in (("''", '"', "”") if each.sign == "``" else _CLOSERS.get(each.sign, ""))

    def _ends_here(self, sign: Span, each: _Open) -> bool:
        """Whether a word ends before the sign, and none begins behind it that it would open."""
        said, before = sign.of(self.text), self.text[sign.start - 1 : sign.start]
        begins = self._begins_here(sign)
        if said == '"' and each.sign != '"':
            return not begins
        if said in "“‘" or said == each.sign:
            ends = bool(before) and not before.isspace()
            return ends and not (begins and before in _BEFORE_OPENING - {*"—–-/=*_"})
        return True

    def _begins_here(self, sign: Span) -> bool:
        before = self.text[sign.start - 1 : sign.start] if sign.start else " "
        after = self.text[sign.end : sign.end + 1]
        return before in _BEFORE_OPENING and bool(after) and not after.isspace()

    def _opens(self, sign: Span) -> bool:
        said = sign.of(self.text)
        if said in _CLOSING_ONLY or said == "’":
            return False
        if said in "«»":
            return said == ("»" if self.german else "«")
        if said in "‹›":
            return said == ("›" if self.german else "‹") and self._begins_here(sign)
        if said in ('"', "”"):
            before = self.text[sign.start - 1 : sign.start]
            return self._begins_here(sign) and before != "="
        return True

    def _is_no_mark(self, sign: Span) -> bool:
        """Inches, seconds of an arc, ditto marks, and values in a code."""
        before = self.text[sign.start - 1 : sign.start]
        after = self.text[sign.end : sign.end + 1]
        if sign.of(self.text) != '"':
            return sign.of(self.text) == "''" and "``" not in self.text
        alone = (not before or before.isspace()) and (not after or after.isspace())
        return alone or before.isdigit() or before == "=" or after in (">", "/", "}")

    def _is_apostrophe(self, sign: Span, within: Span) -> bool:
        """Whether a single sign joins letters, stands for left-out ones, or marks a possessive."""
        text, said = self.text, sign.of(self.text)
        before, after = (
            text[sign.start - 1 : sign.start] if sign.start else " ",
            text[sign.end :][:1],
        )
        if before.isalnum() and after.isalnum() and not (before.isalpha() and after.isdigit()):
            return True
        top = self.stack[-1] if self.stack else None
        if top and said in _CLOSERS.get(top.sign, "") and not before.isspace():
            return before == "s" and self._is_possessive(sign, within)
        if said in "‘'‛" and self._begins_here(sign):
            if _ELISION.match(text, sign.end):
                return True
            return not self._has_end(sign, within)
        return said in "’'‘‛"

    def _is_possessive(self, sign: Span, within: Span) -> bool:
        """`the boys’ ship,’`: a word goes on behind it, and a surer end stands further on."""
        if not re.match(r" [a-z]", self.text[sign.end : sign.end + 2]):
            return False
        rest = self.text[sign.end : within.end]
        opening = re.search(r"(?<![^\s(\[—–])[‘'](?=\w)", rest)
        return bool(re.search(r"[.,;:!?…][’'](?!\w)", rest[: opening.start()] if opening else rest))

    def _has_end(self, sign: Span, within: Span) -> bool:
        """Whether a single mark may close, further on in its paragraph or in one that opens it
        again.
        """
        if re.search(r"(?<=\S)[’'](?![^\W\d])", self.text[sign.end : within.end]):
            return True
        following = re.match(r"\s*\n\s*\n\s*", self.text[within.end :])
        behind = self.text[within.end + following.end() :] if following else ""
        return behind.startswith(sign.of(self.text)) or self._leads_in(_Open("‘", [sign]))


def marks_of(text: str, within: Sequence[Span] | None = None) -> Marks:
    """The quotation marks of a text, or of some stretches of it that are read apart.

    Time grows in proportion to the text's length, but for texts full of single marks.
    """
    done: list[_Pairing] = []
    text = _QUOTED_LINE.sub(lambda match: " " * len(match.group()), text)
    german = len(re.findall(r"(?<!\S)»(?=\w)", text)) > len(re.findall(r"(?<!\S)«(?=\w)", text))
    for stretch in [Span(0, len(text))] if within is None else within:
        pairing = _Pairing(text, german)
        for paragraph in _paragraphs(text, stretch):
            pairing.paragraph(paragraph)
        pairing.give_up()
        done.append(pairing)
    return Marks(
        _nested([each for pairing in done for each in pairing.closed], text),
        tuple(sorted(sign for pairing in done for sign in pairing.stray)),
        tuple(sorted(sign for pairing in done for sign in pairing.apart)),
    )


def _paragraphs(text: str, stretch: Span) -> Iterator[Span]:
    for match in _PARAGRAPH.finditer(text, stretch.start, stretch.end):
        yield Span(*match.span())


def _nested(closed: Sequence[tuple[_Open, Span]], text: str) -> tuple[Quoted, ...]:
    found = sorted(
        (Span(each.marks[0].start, end.end), each.sign, (*each.marks, end)) for each, end in closed
    )
    within: list[int] = []
    quoted: list[Quoted] = []
    for at, (span, opener, signs) in enumerate(found):
        while within and quoted[within[-1]].span.end <= span.start:
            within.pop()
        quoted.append(Quoted(span, signs, opener, within[-1] if within else None))
        within.append(at)
    return tuple(quoted)
