"""Footnotes and endnotes of TeX, scanned in the raw text so that every offset holds.

Labels are the numbers TeX would print: a counter, set by the optional argument, that begins anew at
every chapter. Comments and verbatim text hold no notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.citations.markers import FoundNotes
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind, Note
from provenance.model.spans import Span

_COMMAND = re.compile(
    r"\\(?P<name>footnotemark|footnotetext|footnote|endnotemark|endnotetext|endnote|chapter)"
    r"(?![A-Za-z])\*?[ \t]*(?:\[(?P<number>[^\]]*)\])?[ \t]*\n?[ \t]*(?P<open>\{)?"
)
_DEAD = re.compile(
    r"(?<!\\)(?:\\\\)*(?P<comment>%[^\n]*)"
    r"|\\begin\{(?P<name>verbatim\*?|lstlisting|comment|minted)\}.*?(?:\\end\{(?P=name)\}|\Z)"
    r"|\\verb\*?(?P<sign>[^A-Za-z\s*])[^\n]*?(?P=sign)",
    re.DOTALL,
)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Written:
    """A marker, a body or both, with the number they bear."""

    series: int
    label: str
    mark: Span | None
    body: Span | None


def tex_notes(text: str) -> FoundNotes:
    """The markers and notes of a TeX text, in the order they stand in it.

    `\\footnotemark` and `\\footnotetext` are tied by their numbers; either may stand alone.
    """
    written = list(_written(text))
    bodies = sorted((w for w in written if w.body is not None), key=lambda w: w.body or Span(0, 0))
    marks = sorted((w for w in written if w.mark is not None), key=lambda w: w.mark or Span(0, 0))
    ids: dict[tuple[int, str], str] = {}
    for i, body in enumerate(bodies, 1):
        ids.setdefault((body.series, body.label), f"n{i}")
    first: dict[str, str] = {}
    markers = []
    for i, mark in enumerate(marks, 1):
        note = ids.get((mark.series, mark.label))
        if note is not None:
            first.setdefault(note, f"m{i}")
        if mark.mark is not None:
            kind, evidence = MarkerKind.NOTE, MarkerEvidence.LINK
            markers.append(Marker(f"m{i}", mark.mark, mark.label, kind, evidence, note))
    notes = tuple(
        Note(f"n{i}", body.label, body.body, first.get(f"n{i}"), body.series)
        for i, body in enumerate(bodies, 1)
        if body.body is not None
    )
    return FoundNotes(tuple(markers), notes)


def _written(text: str) -> Iterator[_Written]:
    dead = [Span(*(m.span("comment") if m["comment"] else m.span())) for m in _DEAD.finditer(text)]
    counts = {"footnote": 0, "endnote": 0}
    chapter = 1
    for match in _COMMAND.finditer(text):
        if any(span.start <= match.start() < span.end for span in dead):
            continue
        name = match["name"]
        if name == "chapter":
            chapter += any(counts.values())
            counts = dict.fromkeys(counts, 0)
            continue
        kind = "footnote" if name.startswith("footnote") else "endnote"
        body = _body(text, match) if not name.endswith("mark") else None
        if body is None and not name.endswith("mark"):
            continue
        counts[kind] += not match["number"] and not name.endswith("text")
        label = (match["number"] or "").strip() or str(counts[kind])
        end = match.start("open") if match["open"] and body else match.end()
        mark = Span(match.start(), match.start() + len(text[match.start() : end].rstrip()))
        yield _Written(chapter, label, None if name.endswith("text") else mark, body)


def _body(text: str, command: re.Match[str]) -> Span | None:
    """The stretch between the braces behind a command; None where they do not close."""
    if command["open"] is None:
        return None
    depth, start = 1, command.end("open")
    for match in _BRACE.finditer(text, start):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if depth == 0:
            return Span(start, match.start())
    return None
