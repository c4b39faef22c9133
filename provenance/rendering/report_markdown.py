"""The report as Markdown: reads well as plain text, and on any site that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.errors import in_marks
from provenance.model.dossier import Dossier, ReadSource
from provenance.model.verdicts import Cell, PlacedStatement, Row
from provenance.rendering.citation_line import short_hash
from provenance.rendering.counts_in_words import (
    claims_in_words,
    findings_in_words,
    sources_in_words,
)
from provenance.rendering.dates_in_words import date_in_words
from provenance.rendering.facts import facts
from provenance.rendering.marks import LOOKS, Mark, mark_of, sign_of, verdict_mark
from provenance.rendering.origins_in_words import family_in_words, pull_in_words, remarks
from provenance.rendering.origins_text import tree_lines
from provenance.rendering.report_order import (
    MEANINGS,
    NEAR_MEANING,
    ORIGINS_LEAD,
    Section,
    chosen,
    gaps,
    of_drafts,
    of_sources,
    reasons,
    scope_in_words,
    sections,
    with_chains,
)
from provenance.rendering.review_in_words import aside_in_words, review_facts, reviews_counted
from provenance.rendering.statements_in_words import (
    NEAR_SIGN,
    NEAR_WORD,
    cell_sign,
    cell_word,
    is_proposed,
    near_sign,
    note_labels,
    origins_in_words,
    silence_in_words,
    verdict_with_origins,
    why_of_verdict,
)
from provenance.rendering.untrusted import for_markdown as md
from provenance.rendering.untrusted import on_one_line
from provenance.rendering.values_in_words import said_in_words


def report(dossier: Dossier, only: Sequence[str] = ()) -> str:
    """Claims stand under what they came to, the gravest first; `only` names those of a partial
    report, which says that it is one."""
    scope, dossier = scope_in_words(dossier, only), chosen(dossier, only)
    every = sections(dossier)
    numbers = {row.claim.id: number for number, row in enumerate(_in_order(every), 1)}
    lines = [f"# {md(dossier.title) or 'Untitled'}: what the sources say", ""]
    lines += [f"**{scope}**", ""] if scope else []
    lines += [f"{md(claims_in_words(dossier))}.  ", f"{md(sources_in_words(dossier))}.  "]
    lines += [f"{md(reviews_counted(dossier))}.  "] if reviews_counted(dossier) else []
    lines += [f"{md(findings_in_words(dossier))}.", ""]
    lines += [*_contents(every, numbers, dossier), *_sources(dossier)]
    for section in every:
        lines += [f"## {section.heading}", "", section.lead, ""]
        for row in section.rows:
            lines += _claim(dossier, row, numbers[row.claim.id], letters=dossier.letters)
        if section.id == "silence":
            lines += _gaps(dossier)
        elif not section.rows:
            lines += ["None.", ""]
    lines += _origins(dossier, numbers)
    lines += [
        *_findings(dossier),
        *_set_aside(dossier),
        *_left_out(dossier),
        *_legend(letters=dossier.letters),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _in_order(every: Iterable[Section]) -> list[Row]:
    return [row for section in every for row in section.rows]


def _contents(every: Iterable[Section], numbers: dict[str, int], dossier: Dossier) -> list[str]:
    lines = ["## Contents", ""]
    for section in every:
        lines.append(f"- {section.heading}: {len(section.rows)}")
        for row in section.rows:
            sign = md(sign_of(verdict_mark(row)[0], letters=dossier.letters))
            link = f"[{md(row.claim.question)}](#claim-{numbers[row.claim.id]})"
            lines.append(f"  - {sign} {link}")
    return [*lines, ""]


def _sources(dossier: Dossier) -> list[str]:
    lines = ["## Sources", ""]
    if not dossier.sources:
        return [*lines, "None.", ""]
    rows = [_source(entry) for entry in dossier.sources]
    return [*lines, *_table(("Source", "Title", "Date", "Kind", "State", "SHA-256"), rows), ""]


def _source(entry: ReadSource) -> tuple[str, ...]:
    source = entry.source
    kind = source.kind.value if source.kind else ""
    role = "draft" if source.role.value == "draft" else kind
    why = f": {md(entry.why)}" if entry.why else ""
    family = f", family {md(entry.family)}" if entry.family else ""
    return (
        md(source.id),
        md(source.title),
        md(date_in_words(source.issued)) if source.issued else "undated",
        role or "not given",
        f"{entry.state.value.replace('-', ' ')}{why}{family}",
        md(short_hash(entry)) or "not recorded",
    )


def _claim(dossier: Dossier, row: Row, number: int, *, letters: bool) -> list[str]:
    sign = md(sign_of(verdict_mark(row)[0], letters=letters))
    lines = [f'<a id="claim-{number}"></a>', ""]
    lines += [f"### {md(row.claim.question)}", ""]
    lines += [f"{sign} **{verdict_with_origins(row)}** – {md(why_of_verdict(row))}  "]
    lines += [f"Rests on {md(origins_in_words(row))}.  ", f"Claim {md(row.claim.id)}.", ""]
    if dossier.decided.are_reviews_told:
        told = review_facts(row, dossier.decided.review(row.claim.id))
        lines += [*(f"- {md(fact.name)}: {md(fact.said)}" for fact in told), ""]
    counting, drafts = of_sources(dossier, row), of_drafts(dossier, row)
    cells = [_cell(dossier, cell, letters=letters) for cell in counting]
    lines += [*_table(("Source", "Mark", "Says", "Why"), cells), ""]
    for cell in counting:
        lines += _statements(cell, dossier.source(cell.source))
    lines += _reasons(row, letters=letters)
    if drafts:
        cells = [_cell(dossier, cell, letters=letters) for cell in drafts]
        lines += ["In the draft, which counts in no verdict:", ""]
        lines += [*_table(("Draft", "Mark", "Says", "Why"), cells), ""]
        for cell in drafts:
            lines += _statements(cell, dossier.source(cell.source))
    return lines


def _cell(dossier: Dossier, cell: Cell, *, letters: bool) -> tuple[str, ...]:
    mark = mark_of(cell)
    shown = f"{md(cell_sign(cell, mark, letters=letters))} {md(cell_word(cell, mark))}"
    said = "; ".join(_said(placed, cell) for placed in cell.statements)
    return md(cell.source), shown, said, md(silence_in_words(cell))


def _said(placed: PlacedStatement, cell: Cell) -> str:
    notes = f" {md(note_labels(placed.statement))}" if placed.statement.notes else ""
    said = f"**{md(near_sign(placed) + said_in_words(placed.statement))}**{notes}"
    return f"({said}, proposed)" if is_proposed(placed) and not cell.is_proposed else said


def _statements(cell: Cell, entry: ReadSource) -> list[str]:
    lines: list[str] = []
    several = len(cell.statements) > 1
    for number, placed in enumerate(cell.statements, 1):
        name = f"{cell.source} ({number})" if several else cell.source
        state = ", proposed, not confirmed by a person" if is_proposed(placed) else ""
        lines += [f"**{md(name)}**: {md(said_in_words(placed.statement))}{state}", ""]
        words = placed.words if placed.span else placed.statement.quote
        lines += [f"> {md(in_marks(on_one_line(words)))}", ""]
        lines += [f"- {md(fact.name)}: {md(fact.said)}" for fact in facts(placed, entry)]
        lines.append("")
    return lines


def _reasons(row: Row, *, letters: bool) -> list[str]:
    found = reasons(row)
    if not found:
        return []
    lines = ["Why:", ""]
    for reason in found:
        mark = Mark(reason.relation.value)
        pairs = ", ".join(f"{md(a)} and {md(b)}" for a, b in reason.pairs)
        sign = md(sign_of(mark, letters=letters))
        lines.append(f"- {sign} {LOOKS[mark].word}: {pairs}. {md(reason.why)}")
    return [*lines, ""]


def _gaps(dossier: Dossier) -> list[str]:
    found = gaps(dossier)
    if not found:
        return ["Every source was read whole, and nothing waits to be looked for.", ""]
    rows = [
        (md(gap.source), md(gap.claim) or "every claim", gap.state, md(gap.why)) for gap in found
    ]
    return [
        "### Not read, or silent only by a search",
        "",
        *_table(("Source", "Claim", "State", "Why"), rows),
        "",
    ]


def _origins(dossier: Dossier, numbers: dict[str, int]) -> list[str]:
    """Every claim that rests on something, as a tree; then what to pull, and who may be kin."""
    traced = with_chains(dossier, numbers)
    kin = [line for family in dossier.proposed_families for line in family_in_words(family)]
    if not traced and not dossier.pull_next and not kin:
        return []
    lines = ["## Origins", "", ORIGINS_LEAD, ""]
    for row, trail in traced:
        lines += [f"### Origins: [{md(row.claim.question)}](#claim-{numbers[row.claim.id]})", ""]
        for line in tree_lines(dossier, row, trail):
            bare = line.lstrip()
            indent = " " * (len(line) - len(bare))
            lines.append(f"{indent}- {md(bare.removeprefix('- '))}")
        lines.append("")
        lines += [f"- {md(said)}" for said in remarks(dossier, row, trail)]
        lines.append("")
    if dossier.pull_next:
        rows = [(md(p.work.label), md(pull_in_words(p))) for p in dossier.pull_next]
        lines += ["### Pull next", "", *_table(("Work", "Why"), rows), ""]
    if kin:
        lines += ["### Perhaps families, not confirmed and not counted", ""]
        lines += [*(f"- {md(line)}" for line in kin), ""]
    return lines


def _findings(dossier: Dossier) -> list[str]:
    if not dossier.findings:
        return []
    rows = [
        (
            finding.severity.value,
            md(finding.code),
            md(str(finding.place)),
            md(f"{finding.message} {finding.hint}"),
        )
        for finding in dossier.findings
    ]
    return [
        "## Findings",
        "",
        *_table(("Severity", "Code", "Place", "What, and what to do"), rows),
        "",
    ]


def _set_aside(dossier: Dossier) -> list[str]:
    rows = [
        (md(each.finding.code), md(str(each.finding.place)), md(aside_in_words(each.waiver)))
        for each in dossier.decided.set_aside
    ]
    if not rows:
        return []
    head = ("Code", "Place", "By whom, until when, and why")
    return ["## Findings set aside", "", *_table(head, rows), ""]


def _left_out(dossier: Dossier) -> list[str]:
    if not dossier.problems:
        return []
    lines = ["## Left out", "", "These could not be used; nothing above rests on them.", ""]
    lines += [f"- {md(str(problem))}" for problem in dossier.problems]
    return [*lines, ""]


def _legend(*, letters: bool) -> list[str]:
    rows = [
        (md(sign_of(mark, letters=letters)), look.word, MEANINGS[mark])
        for mark, look in LOOKS.items()
    ]
    rows.append((md(NEAR_SIGN), NEAR_WORD, NEAR_MEANING))
    rows.append(("( )", "proposed", "found by the program; no person has confirmed it"))
    return ["## Marks", "", *_table(("Sign", "Word", "Means"), rows)]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [_line(head), _line(["---"] * len(head))]
    return [*lines, *(_line(row) for row in rows)]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.strip() for cell in cells)} |"
