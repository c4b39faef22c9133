"""Two passages put level: what surrounds a quotation, and which rows they make."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.spans import Span
from provenance.tui.drawing import Pencil
from provenance.tui.levelling import Level, level_of, one_below_another, paint, side_by_side
from provenance.tui.passages import Excerpt, PassageRow, Side, alone, excerpt, level
from tests.factories import CLERK, GAZETTE, HARD_TEXTS, HISTORY, document

LONG = (
    "First one. Second by T. V. Soong here. Third is quoted. Fourth follows. Fifth ends.\n\nNext."
)


def _excerpt(text: str, quote: str) -> Excerpt:
    start = text.index(quote)
    return excerpt(document(text), Span(start, start + len(quote)))


def _whole(text: str) -> Excerpt:
    return Excerpt(document(text), Span(0, len(text)), Span(0, 0))


def _said(side: Side | None) -> str:
    return "".join(part.text for part in side.parts) if side else ""


@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        pytest.param(
            LONG,
            "Third is quoted.",
            "Second by T. V. Soong here. Third is quoted. Fourth follows. ",
            id="a sentence on either side; initials end none",
        ),
        pytest.param(LONG, "First one.", "First one. Second by T. V. Soong here. ", id="the start"),
        pytest.param(LONG, "Fifth", "Fourth follows. Fifth ends.", id="the end of a paragraph"),
        pytest.param(LONG, "Next.", "Next.", id="a paragraph of its own"),
        pytest.param("x " * 900 + "quoted" + " y" * 900, "quoted", None, id="endless sentences"),
        pytest.param(HARD_TEXTS["chinese"], "宋子文", HARD_TEXTS["chinese"], id="no spaces at all"),
    ],
)
def test_a_quotation_is_shown_in_its_surroundings(text: str, quote: str, shown: str | None) -> None:
    found = _excerpt(text, quote)
    assert quote in found.text
    if shown is None:
        assert len(found.text) < 1_000
        assert found.text.split()[0] == "x", "cut between words"
    else:
        assert found.text == shown


def _level(left: str, right: str) -> tuple[PassageRow, ...]:
    return level(_whole(left), _whole(right))


def test_equal_words_are_level_and_differences_carry_sign_and_word() -> None:
    rows = level(
        _excerpt(CLERK, "closed on the fourteenth of March 1841"),
        _excerpt(GAZETTE, "closed on the fourteenth of May instant"),
    )
    told = [(row.sign, _said(row.left).strip(), _said(row.right).strip()) for row in rows]
    dated = ("~", "on the fourteenth of March 1841", "on the fourteenth of May instant")
    assert rows[told.index(dated)].kinds == ("date",)
    assert any(sign == "+" and "correspondent" in right for sign, _, right in told)
    same = [(left, right) for sign, left, right in told if sign == "="]
    assert same
    assert all(left.split() == right.split() for left, right in same)


def test_what_stands_on_one_side_only_is_said_so() -> None:
    rows = _level(
        "the bridge was closed for a year", "the old bridge was closed for a year, they say"
    )
    assert [row.sign for row in rows if row.differs] == ["+", "+"]
    back = _level("the bridge was closed for a year, they say", "the bridge was closed for a year")
    assert [row.sign for row in back if row.differs] == ["-"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(CLERK, "Rain all week. Nobody crossed.", id="nothing in common"),
        pytest.param(HISTORY, "It is said of the river and the town there.", id="small words"),
        pytest.param("", "Words.", id="an empty side"),
        pytest.param("", "", id="two empty sides"),
    ],
)
def test_texts_that_share_next_to_nothing_are_not_compared(left: str, right: str) -> None:
    assert _level(left, right) == ()


WORDS = st.lists(
    st.sampled_from(("the", "bridge", "was", "closed", "in", "May,", "(1841)", "“not”", "said."))
)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_every_character_of_both_sides_is_in_one_row_in_order(
    left: list[str], right: list[str]
) -> None:
    ours, theirs = " ".join(left), "  ".join(right)
    rows = _level(ours, theirs)
    if rows:
        assert "".join(_said(row.left) for row in rows).split() == left
        assert "".join(_said(row.right) for row in rows).split() == right


def _drawn(pencil: Pencil) -> list[Level]:
    rows = level(
        _excerpt(CLERK, "closed on the fourteenth of March 1841"),
        _excerpt(GAZETTE, "closed on the fourteenth of May instant"),
    )
    return [level_of(row, pencil) for row in rows]


@pytest.mark.parametrize(
    ("pencil", "left"),
    [
        pytest.param(Pencil(), "on the fourteenth of March 1841", id="colour needs no brackets"),
        pytest.param(
            Pencil(colourless=True), "»on the fourteenth of ⟦March 1841⟧«", id="without colour"
        ),
        pytest.param(
            Pencil(letters=True), ">>on the fourteenth of [[March 1841]]<<", id="in letters"
        ),
    ],
)
def test_differences_are_bracketed_where_colour_would_not_be_seen(
    pencil: Pencil, left: str
) -> None:
    dated = next(row for row in _drawn(pencil) if "date" in row.gutter.plain)
    # The quotation begins in the row before, so its opening sign may stand there.
    assert dated.left.plain.strip().lstrip("»>") == left.lstrip("»>")


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=60, max_value=160))
def test_nothing_is_cut_at_any_width_and_both_sides_stay_level(width: int) -> None:
    levels = _drawn(Pencil())
    drawn = side_by_side(levels, width, Pencil(), wrap=True)
    heights = {text.plain.count("\n") for text in (drawn.gutter, drawn.left, drawn.right)}
    assert len(heights) == 1
    for name in ("left", "right"):
        lines = getattr(drawn, name).plain.split("\n")
        assert all(len(line) <= (width - 14 - 4) // 2 for line in lines)
        # Put together again without spaces, for a word wider than its column is broken.
        shown = "".join("".join(line[5:].split()) for line in lines)
        assert shown == "".join("".join(getattr(row, name).plain.split()) for row in levels)


def test_differences_can_be_stepped_to_in_both_shapes() -> None:
    levels = _drawn(Pencil())
    wide = side_by_side(levels, 100, Pencil(), wrap=True, current=1)
    heads = (levels[0].left, levels[0].right)
    narrow = one_below_another(levels, ("clerk", "gazette"), heads, 76, Pencil(), current=1)
    differing = sum(row.differs for row in levels)
    assert len(wide.differences) == len(narrow.differences) == differing
    assert wide.gutter.plain.split("\n")[wide.differences[1]].startswith("▸")
    assert narrow.left.plain.split("\n")[narrow.differences[1]].startswith("▸")


@pytest.mark.parametrize("name", ["control-sequences", "markup", "right-to-left"])
def test_words_of_a_source_are_shown_and_never_act(name: str) -> None:
    text = HARD_TEXTS[name]
    painted = paint(alone(_whole(text)), Pencil(), compared=False)
    assert "\x1b" not in painted.plain
    assert "\u202e" not in painted.plain
    if name == "markup":
        assert "[bold]x[/bold]" in painted.plain
