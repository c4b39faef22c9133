"""What stands behind a line of the origins screen: the words whole, where they stand, and why."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from provenance.errors import Place
from provenance.model.dossier import Dossier, ReadSource
from provenance.model.origins import (
    Edge,
    Evidence,
    FamilyProposal,
    Kinship,
    Ladder,
    NodeKind,
    Position,
    Pull,
    Rung,
    Trail,
)
from provenance.model.verdicts import PlacedStatement, Row
from provenance.rendering.citation_line import passage_with_citation, statement_with_citation
from provenance.rendering.origin_trees import Branch, Stated
from provenance.rendering.origins_in_words import ladder_lines, pull_in_words
from provenance.rendering.origins_text import line_of
from provenance.rendering.statements_in_words import source_in_words
from provenance.rendering.untrusted import on_one_line
from provenance.tui.drawing import Line, Pencil, muted
from provenance.tui.peek import file_place, labelled, place_of, place_title, quoted, statement_lines

_MOST_PASSAGES = 3
_LONGEST = 400
"""Characters of a shared passage that are shown; the passage whole is one key away."""


def details(
    dossier: Dossier, row: Row, trail: Trail, branch: Branch, pencil: Pencil
) -> Iterator[Line]:
    """The lines of the pane below the tree."""
    about = branch.about
    if isinstance(about, Stated):
        yield from _of_statement(dossier, row, about)
    elif isinstance(about, Edge):
        yield from _of_edge(dossier, branch, about)
    elif isinstance(about, Ladder | Rung):
        yield from _of_ladder(trail, about, pencil)
    elif isinstance(about, Pull):
        yield from _of_pull(dossier, about)
    elif isinstance(about, FamilyProposal):
        yield Line(Content.styled(branch.said, "bold"))
        for kinship in about.kinships:
            yield from _of_kinship(dossier, kinship)
    elif isinstance(about, Kinship):
        yield from _of_kinship(dossier, about)
    else:
        yield Line(Content.styled(line_of(branch), "bold"))
        if isinstance(about, Position):
            names = dict.fromkeys(on_one_line(source) for source, _ in about.statements)
            yield labelled("who", ", ".join(names))
        for below in branch.branches if about is None else ():
            yield Line(Content(line_of(below)))


def placed_at(row: Row, about: Stated | Rung) -> PlacedStatement:
    """The statement that a line is about."""
    index = about.index if isinstance(about, Stated) else about.statement
    return row.cell(about.source).statements[index]


def copied(dossier: Dossier, row: Row, branch: Branch) -> str:
    """A line as something worth pasting: its words with their citation."""
    about = branch.about
    if isinstance(about, Stated | Rung):
        return statement_with_citation(placed_at(row, about), dossier.source(about.source))
    if isinstance(about, Edge) and about.span is not None:
        entry = dossier.source(about.source)
        if entry.document is not None:
            return f"{branch.said}: {passage_with_citation(about.span, entry)}"
    lines = [line_of(branch), *(f"- {line_of(below)}" for below in branch.branches)]
    return "\n".join([f"{row.claim.id}: {on_one_line(row.claim.question)}", *lines])


def place_behind(dossier: Dossier, row: Row, branch: Branch | None) -> Place:
    """The file and line that the reader's editor should open."""
    about = branch.about if branch else None
    if isinstance(about, Stated | Rung):
        return file_place(placed_at(row, about), dossier.source(about.source))
    if isinstance(about, Edge) and about.span is not None:
        return place_of(about.span, dossier.source(about.source))
    if isinstance(about, Edge) and about.source:
        return dossier.source(about.source).source.place
    return row.claim.place


def _of_statement(dossier: Dossier, row: Row, about: Stated) -> Iterator[Line]:
    placed, entry = placed_at(row, about), dossier.source(about.source)
    yield Line(muted(place_title(placed, entry)))
    yield from statement_lines(placed, entry)


def _of_edge(dossier: Dossier, branch: Branch, edge: Edge) -> Iterator[Line]:
    yield Line(Content.styled(branch.said, "bold"))
    if branch.words:
        yield quoted(branch.words)
    if edge.source:
        entry = dossier.source(edge.source)
        place = place_of(edge.span, entry) if edge.span else entry.source.place
        yield labelled("at", on_one_line(str(place)) or on_one_line(edge.source))
        yield from _note(entry, edge.note)
    if edge.end.kind is NodeKind.SOURCE:
        yield labelled("leads", f"to {source_in_words(dossier.source(edge.end.id).source)}")
    elif edge.end.kind is NodeKind.WORK:
        yield labelled("leads", "to a work that nobody has opened: provenance add FILE")
    else:
        yield labelled("leads", "nowhere that is known. That is no independence.")


def _note(entry: ReadSource, label: str) -> Iterator[Line]:
    note = entry.document.note_labelled(label) if entry.document and label else None
    if note is not None and entry.document is not None:
        body = on_one_line(note.span.of(entry.document.text))
        yield labelled("note", f"[{on_one_line(label)}] {body}")


def _of_ladder(trail: Trail, about: Ladder | Rung, pencil: Pencil) -> Iterator[Line]:
    """Every hop of the ladders a line is about, one below the other."""
    for ladder in trail.ladders:
        if about is not ladder and about not in ladder.rungs:
            continue
        names = [name for name, _, _, _ in ladder_lines(ladder)]
        width = max(map(len, names)) + 2
        for rung, (name, words, changes, first) in zip(
            ladder.rungs, ladder_lines(ladder), strict=True
        ):
            here = "bold" if about is rung else ""
            yield Line(Content.styled(f"“{words}”", here), muted(name.ljust(width)))
            for change in changes:
                sign = f"{pencil.pointer} first change of meaning: " if first else "changed: "
                yield Line(Content.styled(f"{sign}{change}", "bold" if first else ""))
        return


def _of_pull(dossier: Dossier, pull: Pull) -> Iterator[Line]:
    yield Line(Content.styled(on_one_line(pull.work.label), "bold"))
    yield Line(Content(pull_in_words(pull)))
    for id_, label in pull.cited:
        entry = dossier.source(id_)
        lines = list(_note(entry, label))
        if lines:
            yield Line(muted(source_in_words(entry.source)))
            yield from lines


def _of_kinship(dossier: Dossier, kinship: Kinship) -> Iterator[Line]:
    left, right = dossier.source(kinship.left), dossier.source(kinship.right)
    yield Line(
        Content.styled(f"{on_one_line(kinship.left)} and {on_one_line(kinship.right)}", "bold")
    )
    yield labelled("why", on_one_line(kinship.why))
    shown = kinship.evidence[:_MOST_PASSAGES]
    for each in shown:
        kind = "error" if each.kind is Evidence.ERROR else "shared"
        told = on_one_line(each.why) or f"{each.same} of {each.of} words the same"
        yield labelled(kind, told)
        for entry, span in ((left, each.left), (right, each.right)):
            if entry.document is not None:
                words = on_one_line(span.of(entry.document.text)[:_LONGEST])
                yield Line(Content(f"“{words}”"), muted(f"  {on_one_line(entry.source.id)} "))
    if len(kinship.evidence) > len(shown):
        yield Line(muted(f"and {len(kinship.evidence) - len(shown)} more on the screen of the two"))
