"""Notes as nobody should write them: circles, twins, nested, right to left, thousands of them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.citations.annotate import annotate
from provenance.model.notes import Resolution
from tests.factories import document

_FULL = "Herbert Feis, The China Tangle (Princeton: Princeton University Press, 1953), 240."


def noted(*bodies: str) -> str:
    text = " ".join(f"Sentence number {n} here.[{n}]" for n in range(1, len(bodies) + 1))
    return f"{text}\n\n" + "\n".join(f"[{n}] {body}" for n, body in enumerate(bodies, 1)) + "\n"


@pytest.mark.parametrize(
    "bodies",
    [
        pytest.param(("Ibid., 3.", _FULL), id="ibid. as the first note"),
        pytest.param(("Feis, n. 2, 4.", "Feis, n. 1, 5."), id="a circle of two"),
        pytest.param(("Feis, n. 1, 4.", _FULL), id="a note that names itself"),
        pytest.param(("See n. 3 above.", "See n. 1 above.", "See n. 2 above."), id="of three"),
        pytest.param(("Feis, n. 99, 4.", _FULL), id="a note that is not there"),
    ],
)
def test_a_reference_that_leads_nowhere_is_left_open(bodies: tuple[str, ...]) -> None:
    first = annotate(document(noted(*bodies))).document.notes[0]
    assert [c.resolution for c in first.citations] in ([], [Resolution.UNRESOLVED])


def test_two_notes_of_one_label_are_both_kept() -> None:
    text = f"One.[1] Two.[2]\n\n[1] {_FULL}\n[1] Another body altogether.\n[2] Ibid., 9.\n"
    bodies = [n.span.of(text) for n in annotate(document(text)).document.notes]
    assert any("Feis" in body for body in bodies)
    assert any("Another body" in body for body in bodies)


def test_notes_from_right_to_left_are_read_as_they_are_stored() -> None:
    text = "הוא הסכים.[1] איש לא שאל.[2]\n\n[1] כהן, תולדות המלחמה, 12.\n[2] שם, 14.\n"
    found = annotate(document(text)).document
    assert [m.label for m in found.markers] == ["1", "2"]
    assert [n.span.of(text) for n in found.notes] == ["כהן, תולדות המלחמה, 12.", "שם, 14."]


def test_five_thousand_notes_of_plain_text_take_bounded_time() -> None:
    text = noted(*[_FULL if n % 3 else f"Feis, n. {max(1, n - 1)}, {n}." for n in range(1, 5001)])
    start = time.process_time()
    found = annotate(document(text)).document
    assert len(found.notes) == 5000
    assert time.process_time() - start < 30


_REFERENCES = ("Ibid., 3.", "Ibid.", "Feis, n. 1, 4.", "See n. 2 above; ibid.", "op. cit.")
_ODD = (
    "[1] again[2]",
    "",
    "שם, 14.",
    "Feis, China Tangle, 3; cf. Feis, n. 9.",
    "1 2 3",
    "(see [3])",
)
_BODIES = st.lists(st.sampled_from([_FULL, *_REFERENCES, *_ODD]), max_size=9)


@settings(max_examples=60, deadline=None)
@given(bodies=_BODIES)
def test_whatever_notes_say_all_that_is_told_lies_in_the_text(bodies: list[str]) -> None:
    text = noted(*bodies)
    annotated = annotate(document(text))
    works = {work.id for work in annotated.works}
    ids = [note.id for note in annotated.document.notes]
    assert len(set(ids)) == len(ids)
    for marker in annotated.document.markers:
        assert marker.note is None or marker.note in ids
        assert 0 <= marker.span.start < marker.span.end <= len(text)
    for note in annotated.document.notes:
        for citation in note.citations:
            assert note.span.covers(citation.span)
            assert citation.work is None or citation.work in works
            assert (citation.work is not None) >= (citation.resolution is Resolution.RESOLVED)
            assert len(citation.candidates) != 1
