"""The three reports and the board draw one dossier: what each says of every cell is the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from markdown_it import MarkdownIt

from provenance.model.dossier import Dossier
from provenance.model.verdicts import CellState
from provenance.rendering import report_html, report_json, report_markdown
from provenance.rendering.board_text import board
from provenance.rendering.marks import LOOKS, VERDICT_MARKS, mark_of
from provenance.rendering.untrusted import on_one_line
from tests.factories import example_dossier
from tests.golden_files import assert_golden
from tests.rendering.dossiers import crowded_dossier
from tests.rendering.test_check_json import schema

Marks = dict[tuple[str, str], str]
"""By question and source: sign and word, as shown."""
VOID = {"meta", "br", "link", "img", "input", "hr"}


def by_the_dossier(dossier: Dossier) -> Marks:
    shown: Marks = {}
    for row in dossier.rows:
        for cell in row.cells:
            look = LOOKS[mark_of(cell)]
            sign = f"({look.sign})" if cell.is_proposed else look.sign
            word = f"{look.word}, proposed" if cell.is_proposed else look.word
            shown[on_one_line(row.claim.question), cell.source] = f"{sign} {word}"
    return shown


def by_the_board(dossier: Dossier) -> Marks:
    shown: Marks = {}
    question = ""
    heads = {
        f"{row.claim.id}  {on_one_line(row.claim.question)}": on_one_line(row.claim.question)
        for row in dossier.rows
    }
    for line in board(dossier, width=None, colour=False, letters=False).splitlines():
        question = heads.get(line, question)
        speaks = re.fullmatch(r"  ( . |\(.\)) (\S+) +(\S.*?)  +\S.*", line)
        quiet = re.fullmatch(r"  ( . |\(.\)) ((?:silent|not read)[a-z, ]*): (.*?)(?: – .*)?", line)
        if quiet:
            sign, word, sources = quiet.groups()
            for source in sources.split(", "):
                shown[question, source] = f"{sign.strip()} {word}"
        elif speaks:
            sign, source, word = speaks.groups()
            shown[question, source] = f"{sign.strip()} {word}"
    return shown


def by_markdown(dossier: Dossier) -> Marks:
    tokens = MarkdownIt("commonmark").enable("table").parse(report_markdown.report(dossier))
    shown: Marks = {}
    cells: list[str] = []
    question, is_heading = "", False
    for token in tokens:
        if token.type == "heading_open":
            is_heading, question = token.tag == "h3", ""
        elif token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            text = "".join(child.content for child in token.children or [])
            question = text if is_heading else question
            is_heading = False
            cells.append(text)
        elif token.type == "tr_close" and question and len(cells) == 4 and " " in cells[1]:
            shown[question, cells[0]] = cells[1]
        elif token.type == "th_open":
            cells = ["head"]
    known = set(by_the_dossier(dossier))
    return {key: mark for key, mark in shown.items() if key in known}


def by_json(dossier: Dossier) -> Marks:
    told = json.loads(report_json.dumps(report_json.report(dossier)))
    legend = {entry["mark"]: entry for entry in told["legend"]}
    shown: Marks = {}
    for section in told["sections"]:
        for claim in section["claims"]:
            for cell in claim["cells"]:
                entry, question = legend[cell["shown"]], on_one_line(claim["question"])
                sign = f"({entry['sign']})" if cell["proposed"] else entry["sign"]
                word = f"{entry['word']}, proposed" if cell["proposed"] else entry["word"]
                shown[question, cell["source"]] = f"{sign} {word}"
    return shown


class Page(HTMLParser):
    """Every element with its classes and attributes, and the text inside it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[dict[str, Any]] = []
        self.elements: list[dict[str, Any]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = {"tag": tag, "attrs": dict(attrs), "text": "", "inside": list(self.open)}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()["tag"] == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element["text"] += data

    def all(self, tag: str, class_: str = "", inside: dict[str, Any] | None = None) -> list[Any]:
        return [
            e
            for e in self.elements
            if e["tag"] == tag
            and (not class_ or class_ in (e["attrs"].get("class") or "").split())
            and (inside is None or inside in e["inside"])
        ]


def words(text: str) -> str:
    return " ".join(text.split())


def by_html(dossier: Dossier) -> Marks:
    page = Page(report_html.report(dossier))
    shown: Marks = {}
    for claim in page.all("section", "claim"):
        question = words(page.all("h3", inside=claim)[0]["text"])
        for card in page.all("article", "card", claim):
            source = words(page.all("h4", inside=card)[0]["text"])
            shown[question, source] = words(page.all("span", "mark", card)[0]["text"])
        for entry in page.all("ul", "quiet", claim):
            for item in page.all("li", inside=entry):
                source = words(page.all("bdi", "name", item)[0]["text"])
                shown[question, source] = words(page.all("span", "mark", item)[0]["text"])
    return shown


def by_the_overview(dossier: Dossier) -> Marks:
    page = Page(report_html.report(dossier))
    (table,) = page.all("table", "overview")
    sources = [entry.source.id for entry in dossier.sources]
    shown: Marks = {}
    for line in page.all("tr", inside=table)[1:]:
        question = words(page.all("th", inside=line)[0]["text"])
        for source, cell in zip(sources, page.all("td", inside=line), strict=False):
            shown[question, source] = words(cell["text"])
    return shown


READERS = [by_the_board, by_markdown, by_json, by_html, by_the_overview]


@pytest.mark.parametrize("reader", [pytest.param(r, id=r.__name__) for r in READERS])
@pytest.mark.parametrize(
    "dossier",
    [
        pytest.param(example_dossier(), id="the example"),
        pytest.param(crowded_dossier(), id="a crowded one"),
    ],
)
def test_every_output_draws_every_cell_alike(
    dossier: Dossier, reader: Callable[[Dossier], Marks]
) -> None:
    assert reader(dossier) == by_the_dossier(dossier)


def _order_in_markdown(dossier: Dossier) -> list[str]:
    return re.findall(r"^### (.*)", report_markdown.report(dossier), re.M)


@pytest.mark.parametrize("dossier", [example_dossier(), crowded_dossier()])
def test_all_reports_tell_claims_in_one_order(dossier: Dossier) -> None:
    told = report_json.report(dossier)
    questions = [c["question"] for section in told["sections"] for c in section["claims"]]
    page = Page(report_html.report(dossier))
    in_html = [
        words(page.all("h3", inside=claim)[0]["text"]) for claim in page.all("section", "claim")
    ]
    assert in_html == questions
    in_markdown = [question.replace("\\", "") for question in _order_in_markdown(dossier)]
    assert in_markdown[: len(questions)] == questions


def test_what_conflicts_comes_first_and_gaps_last() -> None:
    told = report_json.report(crowded_dossier())
    ids = {section["id"]: [c["id"] for c in section["claims"]] for section in told["sections"]}
    assert list(ids.items()) == [
        ("conflicts", ["disputed"]),
        ("open", ["open", "mongolia"]),
        ("resolved", []),
        ("single", ["single"]),
        ("agreement", ["agreed", "compatible"]),
        ("silence", ["silent", "gap"]),
    ]


@pytest.mark.parametrize("report", [report_markdown.report, report_html.report])
def test_every_cell_has_its_words_place_speaker_notes_and_reason(
    report: Callable[[Dossier], str],
) -> None:
    dossier = example_dossier()
    text = (
        words(Page(report(dossier)).elements[0]["text"])
        if report is report_html.report
        else (report(dossier).replace("\\", ""))
    )
    for row in dossier.rows:
        for cell in row.cells:
            assert on_one_line(cell.why) in text
            for placed in cell.statements:
                assert f"“{on_one_line(placed.words)}”" in text
                document = dossier.source(cell.source).document
                assert placed.span is not None
                assert document is not None
                line = document.line_of(placed.span.start)
                assert f"{document.path}:{line}:" in text
    assert "The county rate book, f. 9, gives £41 3s. (seeds/gazette.txt:5)" in text
    assert "hearsay, planned; reported in “A history of Harrow”" in text
    assert "at most 2 origins, 1 note unread" in text


def test_the_page_needs_nothing_from_outside_and_runs_nothing() -> None:
    html = report_html.report(crowded_dossier())
    page = Page(html)
    assert not page.open
    assert {e["tag"] for e in page.elements}.isdisjoint(
        {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    )
    for element in page.elements:
        assert (element["attrs"].get("href") or "#").startswith("#")
        assert not any(name.startswith("on") or name == "src" for name in element["attrs"])
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html


def test_source_text_in_the_page_is_text() -> None:
    html = report_html.report(crowded_dossier())
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert all(character.isprintable() or character == "\n" for character in html)
    assert "蒋介石于1945年6月15日" in html
    assert "הוא הסכים" in html


def test_the_page_can_be_walked_by_ear() -> None:
    page = Page(report_html.report(crowded_dossier()))
    assert page.all("html")[0]["attrs"]["lang"] == "en"
    assert len(page.all("h1")) == 1
    assert all("scope" in head["attrs"] for head in page.all("th"))
    levels = [int(e["tag"][1]) for e in page.elements if re.fullmatch("h[1-6]", e["tag"])]
    assert all(b <= a + 1 for a, b in pairwise(levels))
    ids = [e["attrs"]["id"] for e in page.elements if "id" in e["attrs"]]
    assert len(ids) == len(set(ids))
    links = {e["attrs"]["href"][1:] for e in page.all("a")}
    labels = {
        e["attrs"]["aria-labelledby"] for e in page.elements if "aria-labelledby" in e["attrs"]
    }
    assert links | labels <= set(ids)
    assert all(quote["attrs"]["dir"] == "auto" for quote in page.all("blockquote"))


def test_links_in_markdown_have_targets() -> None:
    text = report_markdown.report(crowded_dossier())
    assert set(re.findall(r"\]\(#(.*?)\)", text)) == set(re.findall(r'<a id="(.*?)">', text))


def test_markdown_holds_no_html_but_its_own_anchors() -> None:
    rendered = (
        MarkdownIt("commonmark").enable("table").parse(report_markdown.report(crowded_dossier()))
    )
    raw = [token.content for token in rendered if token.type == "html_block"]
    raw += [c.content for t in rendered for c in t.children or [] if c.type == "html_inline"]
    assert all(re.fullmatch(r'(<a id="claim-\d+">|</a>)+\s*', html) for html in raw)


def test_the_draft_stands_apart() -> None:
    dossier = crowded_dossier()
    page = Page(report_html.report(dossier))
    for claim in page.all("section", "claim"):
        text = words(claim["text"])
        assert text.index("In the draft, which counts in no verdict") < text.rindex("draft")
    (disputed, *_) = report_json.report(dossier)["sections"][0]["claims"]
    assert [c["source"] for c in disputed["cells"] if c["draft"]] == ["draft"]


def test_gaps_and_files_left_out_are_named() -> None:
    dossier = crowded_dossier()
    text = report_markdown.report(dossier)
    assert "| unread | every claim | unread | no text␛" in text
    assert "yaml-not-read" in text
    told = report_json.report(dossier)
    unread = sum(
        cell.state in (CellState.UNREAD, CellState.PROPOSED_SILENT)
        for row in dossier.rows
        for cell in row.cells
    )
    assert len([gap for gap in told["gaps"] if gap["claim"]]) == unread


def test_a_partial_report_says_so_first() -> None:
    dossier = example_dossier()
    said = "Partial report: 1 of 3 claims, chosen by name."
    assert report_markdown.report(dossier, ["cost"]).splitlines()[2] == f"**{said}**"
    assert said in report_html.report(dossier, ["cost"])
    told = report_json.report(dossier, ["cost"])
    assert told["scope"] == said
    assert told["counts"]["claims"] == 1
    assert told["findings"] == []
    assert report_json.report(dossier)["scope"] is None


def test_every_verdict_is_counted() -> None:
    counts = report_json.report(crowded_dossier())["counts"]
    assert sum(counts["verdicts"].values()) == counts["claims"] == 8
    assert set(counts["verdicts"]) == {verdict.value for verdict in VERDICT_MARKS}


@pytest.mark.parametrize("dossier", [example_dossier(), crowded_dossier(), Dossier("", (), ())])
def test_the_claims_of_the_json_report_keep_the_shape_of_check(dossier: Dossier) -> None:
    told = report_json.report(dossier)
    claims = [claim for section in told["sections"] for claim in section["claims"]]
    schema("check").validate(
        {
            "schema": "provenance/check/1",
            "sources": told["sources"],
            "claims": claims,
            "findings": told["findings"],
        }
    )
    schema("report").validate(told)


@pytest.mark.parametrize(
    ("dossier", "name"),
    [
        pytest.param(example_dossier(), "report", id="the example"),
        pytest.param(crowded_dossier(), "report-crowded", id="a crowded one"),
        pytest.param(Dossier("", (), ()), "report-empty", id="nothing at all"),
    ],
)
def test_golden(dossier: Dossier, name: str) -> None:
    assert_golden(f"rendering/{name}.md", report_markdown.report(dossier))
    assert_golden(f"rendering/{name}.html", report_html.report(dossier))
    assert_golden(f"rendering/{name}.json", report_json.dumps(report_json.report(dossier)))


def test_a_reason_names_the_statement_where_a_source_makes_several() -> None:
    dossier = crowded_dossier()
    markdown = report_markdown.report(dossier).replace("\\", "")
    assert "**yalta-essay (1)**: yes (possible)" in markdown
    assert "undetermined: harriman-cable and yalta-essay (1). A condition." in markdown
    page = Page(report_html.report(dossier))
    assert [words(each["text"]) for each in page.all("span", "nth")] == ["(1)", "(2)"]
