"""The entries of a draft's own list of works, and which cited work each is.

An entry is not taken apart: whoever looks for a work knows its author and its title, and asks
whether both stand in the entry, in that order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.alignment.matching import similarity
from provenance.citations.names import fold
from provenance.citations.traits import URL, YEAR
from provenance.citations.works import title_words
from provenance.model.documents import Document
from provenance.model.notes import Work
from provenance.model.spans import Span

_HEAD = 12
"""Words at an entry's beginning among which its authors stand."""
_NAME_LIKE = 0.8
_SPECIFIC = 5
"""Letters of the shortest word that, alone, may be a short title."""
_BLOCK = re.compile(r"\S(?:(?!\n[^\S\n]*\n)[\s\S])*")
_ITEM = re.compile(r"[ \t]*(?:[-*+•–]|\[?\d{1,3}[.\])])[ \t]+")
_SAME_AUTHOR = re.compile(
    r"[ \t*_\\]*(?:[—–-]{2,}|—|_{2,}|(?:ders|dies|idem|eadem)\.?)[.,:\s]", re.I
)
_DATED = re.compile(rf"\b{YEAR}[a-z]?\b|\b(?:n\.\s?d|forthcoming|o\.\s?J|in press|im Druck)\b")
_ENTRY_OVER = re.compile(r"(?:[.)\]]|\d|[”’\"])\s*\Z")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry of a list of works."""

    span: Span
    words: tuple[str, ...]
    """Its words, folded and without the small ones; under a dash, the author of the entry before
    stands first.
    """
    years: tuple[str, ...]
    """Every year in it, without those of ranges."""

    @property
    def head(self) -> tuple[str, ...]:
        """Its first words: its authors are among them."""
        return self.words[:_HEAD]

    @property
    def year(self) -> str:
        """The last year in it, which is that of publication; "" where it has none."""
        return self.years[-1] if self.years else ""

    def names(self, work: Work) -> bool:
        """Whether a work's first author stands at its beginning, every part of the name."""
        parts = [fold(part) for part in _WORD.findall(work.author[0])] if work.author else []
        return bool(parts) and set(parts) <= set(self.head)

    def nearly_names(self, work: Work) -> str:
        """The word at its beginning that is nearly the name of a work's author; "" for none."""
        family = fold(work.author[0]) if work.author else ""
        near = (
            word
            for word in self.head[:3]
            if word != family
            and len(word) >= _SPECIFIC
            and word[:1] == family[:1]
            and similarity(*sorted((word, family))) >= _NAME_LIKE
        )
        return next(near, "")

    def entitles(self, work: Work) -> bool:
        """Whether the words of a work's title stand in it in their order."""
        titled = title_words(work.title)
        remaining = iter(self.words)
        if not titled or not all(word in remaining for word in titled):
            return False
        return len(titled) > 1 or len(titled[0]) >= _SPECIFIC

    def is_of(self, work: Work) -> bool:
        """Whether it is this work, whatever years the two give."""
        if work.author:
            return self.names(work) and self.entitles(work)
        return len(title_words(work.title)) > 1 and self.entitles(work)


def entries(document: Document, listed: Span | None) -> tuple[ListEntry, ...]:
    """The entries of a list of works, in order; headings and remarks within it are none."""
    if listed is None:
        return ()
    found: list[ListEntry] = []
    head: tuple[str, ...] = ()
    for span in _parts(document.text, listed):
        said = span.of(document.text)
        dash = _SAME_AUTHOR.match(said)
        words = title_words(said[dash.end() :] if dash else said)
        if not _DATED.search(said) and not URL.search(said):
            continue
        words = (*head, *words) if dash else words
        head = head if dash else words[:1]
        years = re.findall(rf"(?<![\d–—/-]){YEAR}(?![\d–—-])", URL.sub(" ", said))
        found.append(ListEntry(span, words, tuple(years)))
    return tuple(found)


def _parts(text: str, listed: Span) -> Iterator[Span]:
    """Paragraphs, items and lines that may be entries."""
    for block in _BLOCK.finditer(text, listed.start, listed.end):
        lines = [
            Span(match.start(), match.end())
            for match in re.compile(r"[^\n]+").finditer(text, block.start(), block.end())
            if match.group().strip()
        ]
        for group in _entries_of(text, lines):
            item = _ITEM.match(text, group[0].start, group[-1].end)
            start = item.end() if item else group[0].start
            end = group[0].start + len(text[group[0].start : group[-1].end].rstrip())
            if start < end:
                yield Span(start, end)


def _entries_of(text: str, lines: Sequence[Span]) -> list[list[Span]]:
    """Lines of a paragraph, those of one entry together."""
    groups: list[list[Span]] = []
    for line in lines:
        if groups and not _begins_entry(text, groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _begins_entry(text: str, before: Sequence[Span], line: Span) -> bool:
    said = line.of(text)
    if _ITEM.match(said):
        return True
    if said.startswith(("  ", "\t")):
        return False
    earlier = text[before[0].start : before[-1].end]
    is_whole = _DATED.search(earlier) is not None and _ENTRY_OVER.search(earlier) is not None
    begins = said.lstrip('*_“‘"«„')[:1]
    return is_whole and (begins.isupper() or _SAME_AUTHOR.match(said) is not None)
