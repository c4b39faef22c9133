from __future__ import annotations

import pytest

from provenance.model.verdicts import Relation, Verdict
from provenance.rendering.marks import LOOKS, VERDICT_MARKS, Mark
from provenance.rendering.report_order import MEANINGS


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mark", [pytest.param(mark, id=mark.value) for mark in Mark])
def test_a_mark_can_be_read_on_either_ground_and_without_colour(mark: Mark) -> None:
    look = LOOKS[mark]
    assert contrast(look.dark, "#121212") >= 4.5
    assert contrast(look.light, "#FAFAFA") >= 4.5
    assert look.letter.isascii()
    assert mark in MEANINGS


def test_no_two_marks_share_a_sign_a_letter_or_a_word() -> None:
    for part in ("sign", "letter", "word"):
        assert len({getattr(look, part) for look in LOOKS.values()}) == len(LOOKS)


def test_every_relation_and_verdict_has_a_mark() -> None:
    assert {relation.value for relation in Relation} <= {mark.value for mark in Mark}
    assert set(VERDICT_MARKS) == set(Verdict)
