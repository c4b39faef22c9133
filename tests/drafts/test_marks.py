"""Which quotation marks belong together, and which signs are none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.drafts.marks import marks_of

PAIRED = [
    pytest.param("He said “no” and ‘yes’.", ["“no”", "‘yes’"], id="curly"),
    pytest.param("He said \"no\" and 'yes'.", ['"no"', "'yes'"], id="straight"),
    pytest.param("„Ja“, sagte er, »nein«.", ["„Ja“", "»nein«"], id="German"),
    pytest.param("« Oui », dit-il.", ["« Oui »"], id="French"),
    pytest.param("”Ja” sade han.", ["”Ja”"], id="Swedish"),
    pytest.param("他说「好」。", ["「好」"], id="corners"),
    pytest.param("``No'' in TeX.", ["``No''"], id="TeX"),
    pytest.param("(“no”)—“yes”—no", ["“no”", "“yes”"], id="beside brackets and dashes"),
    pytest.param("'matter'1 and \"more\"2 of it", ["'matter'", '"more"'], id="before markers"),
    pytest.param("“A ‘b “c” b’ a”", ["“A ‘b “c” b’ a”", "‘b “c” b’", "“c”"], id="nested thrice"),
    pytest.param("‘the boys’ ship,’ he said", ["‘the boys’ ship,’"], id="a possessive inside"),
    pytest.param("“One.\n\n“Two.” End.", ["“One.\n\n“Two.”"], id="two paragraphs, opened twice"),
    pytest.param("> “One.\n>\n> “Two.”", ["“One.\n>\n> “Two.”"], id="the same in a block"),
    pytest.param("“One\n\nmore” end.", ["“One\n\nmore”"], id="a paragraph broken by a page"),
    pytest.param("He: “\n\nA block.\n\n” So.", ["“\n\nA block.\n\n”"], id="a block in marks"),
]


@pytest.mark.parametrize(("text", "expected"), PAIRED)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    marks = marks_of(text)
    assert [each.span.of(text) for each in marks.quoted] == expected
    assert marks.stray == ()


STRAY = [
    pytest.param("He said “no. Then he left.", ["“"], id="never closed"),
    pytest.param("He said no.” Then he left.", ["”"], id="never opened"),
    pytest.param("“One.\n\nTwo.", ["“"], id="not opened again in the next paragraph"),
    pytest.param("“A “b” c.", ["“"], id="the outer of two"),
    pytest.param("He said, ‘no. Then he left.", ["‘"], id="a single one that words lead in"),
]


@pytest.mark.parametrize(("text", "expected"), STRAY)
def test_a_mark_without_a_partner_is_stray(text: str, expected: list[str]) -> None:
    assert [mark.of(text) for mark in marks_of(text).stray] == expected


APART = [
    pytest.param("It’s the boys’ ship of the ’90s.", id="apostrophes"),
    pytest.param("It's the boys' ship of the '90s.", id="straight apostrophes"),
    pytest.param("‘Tis rock ’n’ roll", id="letters left out"),
    pytest.param("It was ‘Abd al-Rahman. He left.", id="an ayn"),
    pytest.param('A 12" gun, 5\' 6" long', id="inches and feet"),
    pytest.param('<a href="x">y</a>', id="values in a code"),
]


@pytest.mark.parametrize("text", APART)
def test_other_signs_are_no_marks(text: str) -> None:
    marks = marks_of(text)
    assert (marks.quoted, marks.stray) == ((), ())
    assert marks.apart


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab .,s\n1(—“”„«»\"‘’'", max_size=60))
def test_every_mark_is_in_one_quotation_or_told(text: str) -> None:
    marks = marks_of(text)
    paired = [mark for each in marks.quoted for mark in each.marks]
    signs = [match.span() for match in re.finditer(r"``|''|[“”„«»\"‘’']", text)]
    told = sorted([*paired, *marks.stray, *marks.apart])
    assert [(mark.start, mark.end) for mark in told] == signs
    for each in marks.quoted:
        assert each.marks[0].start == each.span.start
        assert each.marks[-1].end == each.span.end
        if each.inside is not None:
            assert marks.quoted[each.inside].span.covers(each.span)
