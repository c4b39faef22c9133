from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from provenance.alignment.align import align
from provenance.alignment.differences import compare
from provenance.model.alignments import PassageKind, Run, SharedPassage
from provenance.model.documents import Document
from provenance.model.spans import Span
from provenance.rendering import alignment_html, alignment_json, alignment_text
from tests.factories import document
from tests.golden_files import assert_golden
from tests.rendering.test_check_json import schema

CLERK = (
    "Minutes of the committee, <b>fair copy</b>.\n\nThe bridge at Harrow was closed on the "
    "fourteenth of March 1841 until the timbers on the north side had been renewed at a cost of "
    "308 pounds.\n"
)
GAZETTE = (
    "We learn \x1b[31mfrom Harrow\x1b[0m that the bridge at Harrow was closed on the fourteenth of "
    "May 1841 until the timbers on the north side had been renewed at a cost of 803 pounds. "
    "<script>alert(1)</script> & so on."
)

Told = tuple[Document, Document, tuple[SharedPassage, ...], tuple[tuple[Run, ...], ...]]


@pytest.fixture
def told() -> Told:
    left, right = document(CLERK, "seeds/clerk <i>.txt"), document(GAZETTE, "seeds/gazette.txt")
    passages = align(CLERK, GAZETTE)
    runs = tuple(compare(p.left.of(CLERK), p.right.of(GAZETTE)) for p in passages)
    assert len(passages) == 1
    return left, right, passages, runs


def _long() -> SharedPassage:
    return SharedPassage(
        Span(0, 2_000), Span(10, 2_010), PassageKind.REWORDED, 300, 310, 140, (), (Span(5, 9),)
    )


def test_json_has_the_agreed_shape(told: Told) -> None:
    left, right, passages, _ = told
    shown = json.loads(json.dumps(alignment_json.align(left, right, passages)))
    schema("align").validate(shown)
    assert shown["schema"] == "provenance/align/1"
    assert shown["left"] == {"path": left.path, "sha256": left.sha256, "chars": len(CLERK)}
    (passage,) = shown["passages"]
    assert set(passage) == {"left", "right", "kind", "words", "elsewhere"}
    assert set(passage["words"]) == {"left", "right", "same"}
    assert CLERK[passage["left"]["start"] : passage["left"]["end"]].endswith("308 pounds")
    assert passage["kind"] == "near"


def test_json_tells_elsewhere_with_its_side() -> None:
    left = right = document("x" * 3_000)
    (passage,) = alignment_json.align(left, right, [_long()])["passages"]
    assert passage["elsewhere"] == [{"side": "right", "start": 5, "end": 9}]


@pytest.mark.parametrize("width", [pytest.param(80, id="80"), pytest.param(44, id="44")])
def test_text_fits_its_width(told: Told, width: int) -> None:
    shown = alignment_text.align(*told, width=width, colour=False)
    assert max(map(len, shown.splitlines())) <= width


def test_text_golden(told: Told) -> None:
    assert_golden("rendering/align.txt", alignment_text.align(*told, width=80, colour=False))


def test_text_names_what_differs_and_lets_nothing_act(told: Told) -> None:
    shown = alignment_text.align(*told, width=None, colour=False)
    assert "number: “308” on the left, “803” on the right" in shown
    assert "\x1b" not in shown


def test_a_long_passage_says_how_much_is_left_out() -> None:
    left = right = document("word " * 600)
    shown = alignment_text.align(left, right, [_long()], [()], width=80, colour=False)
    assert "[… 1,400 characters …]" in shown
    assert "also at" in shown


def test_nothing_shared_says_how_much_was_compared() -> None:
    left, right = document("one", "a.txt"), document("two", "b.txt")
    shown = alignment_text.align(left, right, [], [], width=None, colour=False)
    assert shown == (
        "a.txt and b.txt share no passage that chance does not explain. "
        "Compared: 3 and 3 characters.\n"
    )


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.quotes: list[str] = []
        self.marked: list[tuple[str, str]] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._inside.append(tag)
        if tag == "blockquote":
            self.quotes.append("")
        if tag == "mark":
            self.marked.append((dict(attrs)["title"] or "", ""))

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "blockquote" in self._inside:
            self.quotes[-1] += data
        if "mark" in self._inside:
            self.marked[-1] = (self.marked[-1][0], self.marked[-1][1] + data)


def test_html_shows_both_sides_whole_and_marks_what_differs(told: Told) -> None:
    left, right, passages, _ = told
    seen = _Seen()
    seen.feed(alignment_html.align(*told))
    assert seen.quotes == [passages[0].left.of(left.text), passages[0].right.of(right.text)]
    assert ("number", "308") in seen.marked
    assert ("number", "803") in seen.marked


def test_html_escapes_what_comes_from_the_files() -> None:
    left, right = document(CLERK, "a<img src=x>.txt"), document(GAZETTE, "b.txt")
    everything = SharedPassage(
        Span(0, len(CLERK)), Span(0, len(GAZETTE)), PassageKind.REWORDED, 30, 30, 20
    )
    shown = alignment_html.align(left, right, [everything], [()])
    seen = _Seen()
    seen.feed(shown)
    assert not seen.tags & {"script", "b", "img", "i"}
    assert "<script>alert(1)</script>" in seen.quotes[1]
    assert "\x1b" not in shown
    assert "http:" not in shown
    assert "https:" not in shown


def test_html_twice_is_the_same_bytes(told: Told) -> None:
    assert alignment_html.align(*told) == alignment_html.align(*told)
