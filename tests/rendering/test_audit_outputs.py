"""An audit in every format: golden files, shapes that other programs rely on, hostile texts."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import PurePosixPath
from typing import Any

import docx
import pytest
from lxml import etree
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from provenance.errors import Place
from provenance.model.audit import Audit, AuditedDraft, DraftSentence, Support
from provenance.model.findings import Finding, Severity
from provenance.model.notes import Marker, MarkerEvidence, MarkerKind, Note
from provenance.model.spans import Span
from provenance.rendering import (
    audit_github,
    audit_html,
    audit_json,
    audit_markdown,
    audit_sarif,
    audit_tables,
    audit_text,
    queries_docx,
    queries_markdown,
)
from provenance.rendering.audit_in_words import GroupBy, Show, percent
from provenance.rendering.audit_text import Choice
from provenance.rendering.citation_rows import HEADINGS
from provenance.rendering.json_text import dumps
from provenance.rendering.untrusted import for_terminal
from tests.factories import document, source
from tests.golden_files import assert_golden
from tests.rendering.audits import (
    RULES,
    audited_draft,
    example_audit,
    hostile_audit,
    some_queries,
)
from tests.rendering.test_check_json import schema

BARE = Audit("", ())


def in_texts(path: str) -> str:
    return f"texts/{path}"


FORMATS: dict[str, Callable[[Audit], str]] = {
    "txt": lambda audit: audit_text.audit(audit, width=80, colour=False),
    "by-note.txt": lambda audit: audit_text.audit(
        audit, width=80, colour=False, choice=Choice(Show.ALL, GroupBy.NOTE)
    ),
    "json": lambda audit: dumps(audit_json.audit(audit)),
    "sarif": lambda audit: dumps(audit_sarif.audit(audit, in_texts)),
    "github.txt": lambda audit: audit_github.audit(audit, in_texts),
    "md": lambda audit: audit_markdown.audit(audit, Show.ALL),
    "html": lambda audit: audit_html.audit(audit, Show.ALL),
    "csv": lambda audit: audit_tables.as_csv(audit).decode("utf-8"),
    "queries.md": lambda audit: queries_markdown.queries(audit, some_queries(audit)),
}


@pytest.mark.parametrize("ending", FORMATS)
def test_golden(ending: str) -> None:
    assert_golden(f"rendering/audit.{ending}", FORMATS[ending](example_audit()))


@pytest.mark.parametrize("ending", [each for each in FORMATS if each != "queries.md"])
def test_an_audit_of_nothing_is_told_as_well(ending: str) -> None:
    assert FORMATS[ending](BARE).endswith("\n")


def test_in_a_file_with_lines_a_finding_stands_at_its_line() -> None:
    told = audit_text.audit(example_audit("draft.md", "md"), width=None, colour=False)
    assert "draft.md:3:39 #" in told
    assert "paragraph" not in told


@pytest.mark.parametrize("audit", [example_audit(), hostile_audit(), BARE], ids=["", "hard", "no"])
def test_json_keeps_its_schema(audit: Audit) -> None:
    schema("audit").validate(json.loads(dumps(audit_json.audit(audit))))


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 7, "0 %"),
        (1, 2000, "under 0.1 %"),
        (1899, 2000, "94.9 %"),
        (19, 20, "95 %"),
        (9999, 10000, "99.9 %"),
        (7, 7, "100 %"),
    ],
)
def test_a_share_is_never_rounded_up(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said


# SARIF


def sarif(audit: Audit) -> Any:
    (run,) = json.loads(dumps(audit_sarif.audit(audit, in_texts)))["runs"]
    return run


@pytest.mark.parametrize("audit", [example_audit(), hostile_audit(), BARE], ids=["", "hard", "no"])
def test_sarif_has_what_its_readers_need(audit: Audit) -> None:
    whole = json.loads(dumps(audit_sarif.audit(audit, in_texts)))
    assert whole["version"] == "2.1.0"
    run = whole["runs"][0]
    driver = run["tool"]["driver"]
    assert driver["name"] == "provenance"
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in ("error", "warning", "note")
        assert re.fullmatch("[0-9a-f]{12}", result["partialFingerprints"]["provenance/v1"])
        if "ruleIndex" in result:
            assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            physical = location["physicalLocation"]
            assert re.fullmatch(r"[\x21-\x7e]+", physical["artifactLocation"]["uri"])
            assert physical.get("region", {"startLine": 1})["startLine"] >= 1


def test_sarif_tells_what_is_new_known_and_suppressed() -> None:
    results = sarif(example_audit())["results"]
    states = [result.get("baselineState", "suppressed") for result in results]
    assert states == ["new"] * 4 + ["unchanged"] + ["suppressed"]
    (reason,) = results[-1]["suppressions"]
    assert reason["justification"] == (
        "The archive, asked, confirmed it. (AB, 2024-03-01 until 2024-12-31)"
    )


def test_sarif_gives_lines_only_where_the_file_has_them() -> None:
    def places(audit: Audit) -> list[Any]:
        return [result["locations"][0] for result in sarif(audit)["results"]]

    (_, office, *_) = places(example_audit())
    assert "region" not in office["physicalLocation"]
    assert office["logicalLocations"] == [{"fullyQualifiedName": "page iv, paragraph 2"}]
    (_, plain, *_) = places(example_audit("draft.md", "md"))
    assert plain["physicalLocation"]["region"]["startLine"] == 3
    assert plain["physicalLocation"]["artifactLocation"]["uri"] == "texts/draft.md"


def test_rules_of_sarif_explain_as_the_program_does() -> None:
    helps = [rule["help"]["text"] for rule in sarif(example_audit())["tool"]["driver"]["rules"]]
    assert helps == [rule.explanation for rule in RULES]


# GitHub


def test_an_annotation_is_one_line_and_its_properties_end_where_they_should() -> None:
    for line in audit_github.audit(hostile_audit(), str).splitlines():
        found = re.fullmatch(r"::(error|warning|notice)(?: ([^\r\n]*?))?::([^\r\n]*)", line)
        assert found
        if found[2]:
            assert re.fullmatch(r"(?:(?:file|line|col|title)=[^,:]*,?)+", found[2])
        assert re.search(r"%(?!25|0D|0A|3A|2C)", f"{found[2]}{found[3]}") is None


def test_severities_become_githubs_own() -> None:
    finding = example_audit().findings[0]
    told = [
        audit_github.audit(Audit("", (), (replace(finding, severity=severity),)), str)[:9]
        for severity in Severity
    ]
    assert told == ["::error f", "::warning", "::notice "]


# Markdown and HTML


def test_markdown_shows_no_markup_of_a_documents() -> None:
    made = MarkdownIt("commonmark").enable("table").parse(FORMATS["md"](hostile_audit()))
    inner = [child for token in made for child in token.children or ()]
    kinds = {token.type for token in (*made, *inner)}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "fence", "hr"}
    headings = [t for t in made if t.type == "heading_open" and t.tag == "h2"]
    assert len(headings) == 2, "what was left out, and one code"


def page(audit: Audit) -> Any:
    return lxml_html.fromstring(audit_html.audit(audit, Show.ALL))


def test_html_has_no_script_no_handler_and_nothing_from_elsewhere() -> None:
    root = page(hostile_audit())
    tags = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "iframe", "object", "form", "b", "link"}
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith("on")]
        assert element.get("href", "#").startswith("#")
    assert "49" not in root.xpath("string(//header)")


def test_every_sentence_of_html_is_marked_in_words_and_reached_from_the_strip() -> None:
    root = page(example_audit())
    marked = root.xpath("//span[contains(@class, 'sentence')]")
    assert [span.xpath("string(span[@class='unseen'])").strip() for span in marked] == [
        "supported:",
        "bare:",
        "not checkable:",
        "quoted:",
    ]
    for link in root.xpath("//nav//a"):
        assert root.xpath("//*[@id=$id]", id=link.get("href")[1:])
        assert link.get("aria-label")


def test_every_link_of_html_leads_somewhere_and_every_id_is_one() -> None:
    root = page(example_audit())
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    at_no_words = {"at1"}  # the one on the board
    assert {href[1:] for href in root.xpath("//@href")} <= set(ids) | at_no_words


def test_html_holds_the_whole_text_with_its_findings_beside_their_words() -> None:
    root = page(example_audit())
    paragraphs = root.xpath("//div[starts-with(@class, 'row')]/p")
    for element in root.xpath("//*[@class and contains('unseen sign ref note', @class)]"):
        element.drop_tree()
    shown = [" ".join(p.text_content().split()) for p in paragraphs]
    lines = [line for line in audited_draft().document.text.split("\n") if line]
    assert shown == lines
    beside = root.xpath("//div[contains(p, 'It reopened')]//article//blockquote")
    assert [quote.text for quote in beside] == ["It reopened in May 1842.", "Nobody minded."]


def test_html_shows_numbers_of_notes_that_the_text_does_not() -> None:
    text = "It was closed. It was opened.\n\nSmith, 12.\n\nJones, 3.\n"
    kind, evidence = MarkerKind.NOTE, MarkerEvidence.LINK
    markers = (
        Marker("m1", Span(14, 14), "1", kind, evidence, "n1"),
        Marker("m2", Span(29, 29), "2", kind, evidence, "n2"),
    )
    notes = (Note("n1", "1", Span(31, 41), "m1"), Note("n2", "2", Span(43, 52), "m2"))
    sentences = (
        DraftSentence(Span(0, 14), Support.SUPPORTED, "", ("n1",)),
        DraftSentence(Span(15, 29), Support.SUPPORTED, "", ("n2",)),
    )
    read = replace(document(text, "draft.docx", notes=notes, markers=markers), format="docx")
    missing = Finding("PV302", Severity.ERROR, Place("draft.docx", 1), "m", span=Span(29, 29))
    root = page(Audit("", (AuditedDraft(source("draft"), read, sentences),), (missing,)))
    for element in root.xpath("//*[@class and contains('unseen sign', @class)]"):
        element.drop_tree()
    shown = [p.text_content() for p in root.xpath("//div[starts-with(@class, 'row')]/p")]
    assert shown == ["It was closed.1 It was opened.21", "1. Smith, 12.", "2. Jones, 3."]
    assert len(root.xpath("//*[@id='at1']")) == 1


# Tables


def rows(audit: Audit) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(audit_tables.as_csv(audit).decode("utf-8"))))


def test_each_citation_has_a_row_with_what_is_known_of_it() -> None:
    first, second, third = rows(example_audit())
    assert list(first) == list(HEADINGS)
    assert first["Held in seeds/ as"] == "seeds/history.txt"
    assert (first["Status"], first["Locator"], first["Date"]) == ("held", "12", "1901")
    assert (first["Checked by"], first["Checked on"]) == ("CD", "2024-02-03")
    assert (
        second["Status"]
        == "ambiguous: Smith, A History of Harrow (1901) or Jones, The River (1950)"
    )
    assert second["Findings"].startswith("PV302 Marker without a note: An old one. (known")
    assert (third["Author"], third["Title"]) == ("Smith", "A History of Harrow")
    assert "PV201 Quotation altered" in third["Findings"]
    assert (third["Checked by"], third["Checked on"]) == ("AB", "2024-03-01")


def test_a_note_in_which_no_citation_was_read_has_a_row() -> None:
    audit = example_audit()
    draft = replace(audit.drafts[0], citations=audit.drafts[0].citations[:2])
    last = rows(replace(audit, drafts=(draft,)))[-1]
    assert (last["Note"], last["Cited as"]) == ("2", "Ibid., p. 14.")
    assert (last["Status"], last["Author"]) == ("no citation read", "")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" =1", "' =1"),
        ("＝1+1", "'＝1+1"),
        ("12–14", "12–14"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_no_cell_begins_as_a_formula_does(text: str, written: str) -> None:
    assert audit_tables.inert_cell(text) == written


def test_hostile_texts_stay_texts_in_csv() -> None:
    made = rows(hostile_audit())
    assert len(made) == len(hostile_audit().drafts[0].document.notes)
    for row in made:
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            assert len(cell) <= 32_767
            assert for_terminal(cell) == cell


def test_every_cell_of_the_workbook_is_a_text() -> None:
    made = audit_tables.as_xlsx(hostile_audit())
    with zipfile.ZipFile(BytesIO(made)) as book:
        sheet: Any = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        strings: Any = etree.fromstring(book.read("xl/sharedStrings.xml"))
        names = [PurePosixPath(name).name for name in book.namelist()]
        assert {part.date_time for part in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    assert not sheet.xpath("//x:f", namespaces=space)
    cells = sheet.xpath("//x:c[x:v]", namespaces=space)
    assert len(cells) >= len(HEADINGS) * 20
    assert {cell.get("t") for cell in cells} == {"s"}
    assert "=cmd|' /C calc'!A0" in strings.xpath("//x:t/text()", namespaces=space)
    assert not [name for name in names if "vba" in name.lower() or name == "externalLink1.xml"]


# Queries


def test_the_word_list_says_what_the_markdown_list_says() -> None:
    audit = example_audit()
    made = docx.Document(BytesIO(queries_docx.queries(audit, some_queries(audit))))
    told = [paragraph.text for paragraph in made.paragraphs]
    assert_golden("rendering/audit.queries.docx.txt", "\n".join(told) + "\n")
    headings = [p.text for p in made.paragraphs if p.style and p.style.name == "Heading 2"]
    markdown = FORMATS["queries.md"](audit)
    assert headings == re.findall("^## (.*)$", markdown, re.MULTILINE)


def test_hostile_queries_stay_texts() -> None:
    audit = hostile_audit()
    audit = replace(audit, findings=tuple(each.finding for each in audit.set_aside))
    listed = some_queries(audit)
    made = docx.Document(BytesIO(queries_docx.queries(audit, listed)))
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert all(for_terminal(text) == text for text in texts)
    assert sum(text.startswith("Query ") for text in texts) == len(listed)
    tokens = MarkdownIt("commonmark").parse(queries_markdown.queries(audit, listed))
    inner = {child.type for token in tokens for child in token.children or ()}
    assert not inner & {"link_open", "image", "html_inline"}


# All of them


@pytest.mark.parametrize("ending", FORMATS)
def test_hostile_texts_reach_no_format_raw(ending: str) -> None:
    audit = hostile_audit()
    if ending == "queries.md":
        audit = replace(audit, findings=tuple(each.finding for each in audit.set_aside))
    told = FORMATS[ending](audit)
    told.encode("utf-8")
    if ending in ("json", "sarif"):
        assert "\x1b" not in told
        assert "\ud800" not in told
    else:
        assert for_terminal(told) == told
    assert "<script>" not in told or ending in (
        "json",
        "sarif",
        "csv",
        "txt",
        "by-note.txt",
        "github.txt",
    )


def test_the_same_audit_gives_the_same_bytes() -> None:
    audit = example_audit()
    queries = some_queries(audit)
    made: list[Callable[[], bytes]] = [
        lambda: audit_tables.as_xlsx(audit),
        lambda: queries_docx.queries(audit, queries),
        lambda: audit_html.audit(audit).encode(),
    ]
    assert [make() for make in made] == [make() for make in made]
    with zipfile.ZipFile(BytesIO(queries_docx.queries(audit, queries))) as package:
        assert package.namelist() == sorted(package.namelist())
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", properties)) == {"1980-01-01T"}
