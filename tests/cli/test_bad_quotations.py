"""Quotations that do not stand where they are said to: the whole answer, as a user reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import call, workspace
from tests.golden_files import assert_golden

TWICE = (
    "On that day the bridge was closed in March.\nSome say the bridge was closed in March indeed.\n"
)
HEBREW = "הוא הסכים לתנאי יאלטה ביום 15 ביוני 1945.\n"
CHINESE = "蒋介石于1945年6月15日得知雅尔塔协定的条款。宋子文反对外蒙古独立。\n"
ACTING = "It was \x1b[31mclosed\x1b[0m on 14 March 1841.\n"


def _claim(quote: str, says: str = "1841-03") -> str:
    return (
        "question: When was the bridge closed?\ntype: date\nstatements:\n"
        f"  - source: text\n    quote: {quote}\n    says: {says}\n"
    )


@pytest.mark.parametrize(
    ("name", "text", "quote", "code"),
    [
        pytest.param("not-found", TWICE, "it never closed at all, we hear", 1, id="not found"),
        pytest.param("found-twice", TWICE, "the bridge was closed in March", 1, id="found twice"),
        pytest.param("near", TWICE, "Some say the bridge was shut in March", 0, id="other words"),
        pytest.param("right-to-left", HEBREW, "לתנאי יאלטה ביום 15 ביוני", 0, id="right to left"),
        pytest.param("chinese", CHINESE, "得知雅尔塔协定的条款", 0, id="no spaces"),
        pytest.param("control", ACTING, '"closed\\e[0m on 14 March"', 1, id="control sequences"),
    ],
)
def test_what_a_claim_says_of_a_quotation(
    tmp_path: Path, name: str, text: str, quote: str, code: int
) -> None:
    folder = workspace(tmp_path / "w", {"text.txt": text}, {"closed": _claim(quote)})
    answer = call("show", "closed", "--plain", cwd=folder)
    assert_golden(f"quotations/{name}.txt", answer.out + answer.err)
    assert call("check", cwd=folder).code == code
