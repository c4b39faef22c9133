from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from provenance.rendering.untrusted import (
    for_markdown,
    for_terminal,
    on_one_line,
    pieces_for_terminal,
)
from tests.factories import HARD_TEXTS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain words", "plain words", id="plain words stay"),
        pytest.param("\x1b[31mred\x1b[0m", "␛[31mred␛[0m", id="an escape sequence cannot colour"),
        pytest.param("a\x9b2Jb", "a⟨U+009B⟩2Jb", id="the one-byte escape cannot clear a screen"),
        pytest.param("bell\x07 del\x7f nul\x00", "bell␇ del␡ nul␀", id="controls have pictures"),
        pytest.param("a\rb", "a␍b", id="a carriage return cannot overwrite"),
        pytest.param("a\x85b\u2028c", "a⟨U+0085⟩b⟨U+2028⟩c", id="rare line ends show"),
        pytest.param("\u202eevil\u202c", "⟨U+202E⟩evil⟨U+202C⟩", id="an override cannot reverse"),
        pytest.param("\u2067x\u2069", "⟨U+2067⟩x⟨U+2069⟩", id="isolates show"),
        pytest.param("pay\u200bpal", "pay⟨U+200B⟩pal", id="a zero-width space shows"),
        pytest.param("\ufeffstart", "⟨U+FEFF⟩start", id="a byte order mark shows"),
        pytest.param("co\u00adop", "co⟨U+00AD⟩op", id="a soft hyphen shows"),
        pytest.param("a\u3164b\u2800", "a⟨U+3164⟩b⟨U+2800⟩", id="letters drawn as nothing show"),
        pytest.param("\ue000", "⟨U+E000⟩", id="a private letter shows"),
        pytest.param("x\ud800", "x⟨U+D800⟩", id="a lone surrogate shows, and encodes"),
        pytest.param("\U000e0041", "⟨U+E0041⟩", id="a tag shows"),
        pytest.param("a\ufe0f", "a⟨U+FE0F⟩", id="a variation selector after a Latin letter shows"),
        pytest.param("❤\ufe0f", "❤\ufe0f", id="a variation selector where it shapes stays"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="a Persian joiner stays"),
        pytest.param("a\u200cb", "a⟨U+200C⟩b", id="a Latin joiner shows"),
        pytest.param("הוא הסכים", "הוא הסכים", id="Hebrew stays readable"),
        pytest.param("蒋介石于1945年", "蒋介石于1945年", id="Chinese stays readable"),
        pytest.param("E\u0301tude ſource ﬁne", "E\u0301tude ſource ﬁne", id="accents stay apart"),
        pytest.param("tab\tline\n", "tab\tline\n", id="tabs and line ends are the caller's"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert for_terminal(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(" a \n b\t\tc ", "a b c", id="line ends and runs become one space"),
        pytest.param("one.\n\n  Two.", "one. ¶ Two.", id="a paragraph's end is seen"),
        pytest.param("a\r\nb", "a b", id="a Windows line end is a line end"),
        pytest.param("a\u00a0\u3000b", "a b", id="wide and hard spaces are spaces"),
        pytest.param("a\x1cb\x0cc", "a␜b␌c", id="control characters are not spaces"),
        pytest.param("", "", id="nothing stays nothing"),
    ],
)
def test_words_stand_on_one_line(text: str, shown: str) -> None:
    assert on_one_line(text) == shown


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HARD_TEXTS.items()])
def test_hard_texts_are_inert_and_keep_every_printed_letter(text: str) -> None:
    shown = for_terminal(text)
    assert all(character.isprintable() or character in "\t\n" for character in shown)
    assert [c for c in text if c.isalnum()] == [
        c for c in _without_escapes(text, shown) if c.isalnum()
    ]


def _without_escapes(text: str, shown: str) -> str:
    for character in set(text):
        shown = shown.replace(f"⟨U+{ord(character):04X}⟩", "")
    return shown


@settings(max_examples=150, deadline=None)
@given(st.text("aé \n\t\u00a0蒋ה\u200d\ufe0f\U000e0101\u3164\u202e\x1b❤", max_size=12))
def test_a_whole_text_is_shown_as_its_characters_are(text: str) -> None:
    assert for_terminal(text) == "".join(pieces_for_terminal(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_showing_twice_shows_the_same_and_nothing_acts(text: str) -> None:
    shown = for_terminal(text)
    assert for_terminal(shown) == shown
    shown.encode("utf-8")
    assert not any(
        unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")
        for c in shown.strip("\t\n")
        if c not in "\t\n"
    )
    assert "\n" not in on_one_line(text)


_MARKDOWN = MarkdownIt("commonmark", {"linkify": False}).enable("table").enable("strikethrough")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="#*_`[]()<>!|~=+-.:&;1 \n\\/ab\"'$^http:www.@", max_size=40))
def test_markdown_shows_exactly_the_words_and_nothing_else(text: str) -> None:
    escaped = for_markdown(text)
    tokens = _MARKDOWN.parse(escaped)
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    children = [child for token in tokens for child in token.children or []]
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == on_one_line(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://example.org", id="an address"),
        pytest.param("see www.example.org", id="an address without a scheme"),
    ],
)
def test_markdown_makes_no_address_a_link(text: str) -> None:
    escaped = for_markdown(text)
    assert "https://" not in escaped
    assert "www." not in escaped


def test_a_table_cell_keeps_its_bar_inside() -> None:
    table = _MARKDOWN.render(f"| a |\n| --- |\n| {for_markdown('x | y')} |\n")
    assert table.count("<td>") == 1
    assert "x | y" in table
