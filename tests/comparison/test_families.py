"""Copies are one family, unrelated documents are none, and a shared error tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from provenance.comparison.families import propose_families
from provenance.comparison.prose import heads, is_quoted, prose
from provenance.model.origins import Direction, Evidence, FamilyProposal
from tests import factories
from tests.comparison.copies import COPYISTS

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
LEAST_RECALL = 0.95

BRIDGE = (
    "The bridge at Harrow was closed on the fourteenth of March 1841 because the timbers on the "
    "north side had given way, and Mr. Hartley, surveyor to the county, ordered that no wagon "
    "should pass until the carpenters had renewed them at a cost of forty pounds."
)
GARBLED = BRIDGE.replace("fourteenth", "fifteenth").replace("Hartley", "Hartney")
FIRST = (
    "A letter of the vicar to his brother in London, who had asked after the state of the roads."
)
SECOND = "Notes for a history of the turnpike, with an index of persons and of places named in it."


def propose(texts: Mapping[str, str], **more: object) -> tuple[FamilyProposal, ...]:
    documents = {id_: factories.document(text, f"seeds/{id_}.txt") for id_, text in texts.items()}
    sources = {id_: factories.source(id_, issued=None) for id_ in texts}
    return propose_families(sources, documents, **more)  # type: ignore[arg-type]


def test_what_two_texts_read_alike_against_a_third_makes_them_kin() -> None:
    """Each quotes the passage from the minutes, and both with the same two errors."""
    texts = {
        "minutes": f"{BRIDGE} The vestry met again in April to hear the surveyor's account of it.",
        "one": f"{FIRST} “{GARBLED}” So the vicar.",
        "two": f"{SECOND} “{GARBLED}” So the index.",
    }
    (family,) = propose(texts)
    assert family.members == ("one", "two")
    errors = [e.why for e in family.kinships[0].evidence if e.kind is Evidence.ERROR]
    assert errors == [
        "both read “fifteenth” where minutes has “fourteenth”, and no other source does",
        "both read “Hartney” where minutes has “Hartley”, and no other source does",
    ]


def test_the_same_quotation_without_an_error_makes_nobody_kin() -> None:
    texts = {
        "minutes": f"{BRIDGE} The vestry met again in April to hear the surveyor's account of it.",
        "one": f"{FIRST} “{BRIDGE}” So the vicar.",
        "two": f"{SECOND} “{BRIDGE}” So the index.",
    }
    assert propose(texts) == ()


def test_what_is_declared_or_confirmed_is_not_proposed_again() -> None:
    texts = {"one": f"{FIRST} {BRIDGE}", "two": f"{SECOND} {BRIDGE}"}
    assert len(propose(texts)) == 1
    assert propose(texts, confirmed={"one": "wire", "two": "wire"}) == ()
    documents = {id_: factories.document(text) for id_, text in texts.items()}
    declared = {
        "one": factories.source("one"),
        "two": factories.source("two", derived_from=("one",)),
    }
    assert propose_families(declared, documents) == ()


DIRECTIONS = [
    pytest.param({"one": "1841", "two": "1902"}, "", Direction.LEFT_FIRST, id="the earlier"),
    pytest.param({"one": "1902", "two": "1841"}, "", Direction.RIGHT_FIRST, id="the other way"),
    pytest.param({"one": None, "two": None}, "", Direction.OPEN, id="nothing tells"),
    pytest.param({"one": None, "two": None}, SECOND * 9, Direction.RIGHT_FIRST, id="has more"),
    pytest.param({"one": "1841", "two": "1902"}, SECOND * 9, Direction.OPEN, id="signs disagree"),
]


@pytest.mark.parametrize(("issued", "more", "way"), DIRECTIONS)
def test_who_copied_is_proposed(
    issued: Mapping[str, str | None], more: str, way: Direction
) -> None:
    documents = {
        "one": factories.document(BRIDGE),
        "two": factories.document(f"{BRIDGE} {more}"),
    }
    sources = {id_: factories.source(id_, issued=date) for id_, date in issued.items()}
    (family,) = propose_families(sources, documents)
    assert family.kinships[0].direction is way


def test_forms_and_markup_are_no_prose_and_offsets_stay() -> None:
    text = "---\ntitle: x\n---\n<p>He said: yes.</p>\n\nname: A\nrole: b\nplace: C\nThe end."
    kept = prose(text)
    assert len(kept) == len(text)
    assert kept.split() == ["He", "said:", "yes.", "The", "end."]
    assert kept.index("The end.") == text.index("The end.")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(
            "Aldwick, 3 July 1871\n\nDear Ruth,\n\nThe ferry sank.\n\nYour brother,\nHenry Cole",
            "The ferry sank.",
            id="the head and the foot of a letter",
        ),
        pytest.param(
            "# The Gazette\n\n## Loss of a ferry!\n\nThe ferry sank.",
            "The ferry sank.",
            id="titles",
        ),
        pytest.param(
            "LOSS OF A FERRY\n\nThe ferry sank.\n\n---\n\nNobody was saved.",
            "The ferry sank. Nobody was saved.",
            id="a title without a sign, and a rule",
        ),
        pytest.param(
            "The ferry sank off\n\nits pier with all hands, and\n\nnobody was saved.",
            "The ferry sank off its pier with all hands, and nobody was saved.",
            id="a blank line behind each line",
        ),
        pytest.param("Nobody knows why the ferry sank", "", id="a line alone tells of nothing"),
        pytest.param(
            "The list.\n\nThe ferry sank.[^4]", "The list. The ferry sank.[^4]", id="behind a note"
        ),
    ],
)
def test_heads_are_told_from_what_a_text_tells(text: str, kept: str) -> None:
    for head in reversed(heads(text)):
        text = text[: head.start] + text[head.end :]
    assert text.split() == kept.split()


def test_a_headline_is_no_reading_of_a_letters_opening() -> None:
    shared = "eleven clerks were killed in the fire and four of them were never found again"
    documents = {
        "letter": f"Dear Ruth, you will have heard of it by now, as all have: {shared}. Pray.",
        "paper": f"Calamity: {shared}. The mayor wept and a fund was opened.",
        "essay": f"Calamity: {shared}. Nobody knows to this day why that was so.",
    }
    assert propose(documents) == ()


def test_the_passage_of_two_kin_is_of_their_bodies() -> None:
    head = "Aldwick, 3 July 1871\n\nDear Ruth,\n\n"
    texts = {"one": f"{head}{BRIDGE}", "two": f"# Aldwick, July 1871\n\n{BRIDGE}"}
    (family,) = propose(texts)
    (evidence,) = family.kinships[0].evidence
    told = evidence.left.of(texts["one"]), evidence.right.of(texts["two"])
    assert [each.strip(" .\n") for each in told] == [BRIDGE.strip(".")] * 2


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("he said “it was HERE”", True, id="curly"),
        pytest.param("he said “it was” and HERE", False, id="after them"),
        pytest.param('he said "it was HERE"', True, id="straight"),
        pytest.param("so:\n\n> and HERE", True, id="set off"),
        pytest.param("“unclosed\n\nHERE", False, id="another paragraph"),
    ],
)
def test_whether_a_place_is_quoted(text: str, quoted: bool) -> None:
    assert is_quoted(text, text.index("HERE")) is quoted


def _documents() -> dict[str, str]:
    """At least thirty documents of one subject, each of running text, none a copy of another."""
    found: dict[str, str] = {}
    for path in sorted((SHARED / "yalta_dev" / "seeds").glob("*")):
        # The two records of travels are forms without a sentence in them.
        if path.suffix != ".yaml" and not path.name.startswith("travels"):
            found[path.stem] = path.read_text(encoding="utf-8")
    for number in (2, 4, 8):
        chapter = SHARED / "real" / f"frus-history-chapter-{number}.xml"
        words = prose(chapter.read_text(encoding="utf-8")).split()
        for part in range(6):
            start = 1_000 + part * 2_000
            found[f"frus-{number}-{part}"] = " ".join(words[start : start + 600])
    return found


needs_data = pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not here")


@needs_data
def test_unrelated_documents_of_one_subject_are_no_family() -> None:
    documents = _documents()
    assert len(documents) >= 30
    assert propose(documents) == ()


@needs_data
def test_copies_badly_read_cut_or_reworded_are_found() -> None:
    texts = _documents()
    originals = sorted(texts)[::3]
    copies = {
        f"{id_}~{name}": copied(re.sub(r"\s+", " ", prose(texts[id_])), 7)
        for id_ in originals
        for name, copied in COPYISTS.items()
    }
    families = propose({**texts, **copies})
    family_of = {member: at for at, each in enumerate(families) for member in each.members}
    found = [
        copy
        for copy in copies
        if family_of.get(copy, -1) == family_of.get(copy.partition("~")[0], -2)
    ]
    assert len(found) >= LEAST_RECALL * len(copies), sorted(set(copies) - set(found))
    for family in families:
        assert len({member.partition("~")[0] for member in family.members}) == 1
