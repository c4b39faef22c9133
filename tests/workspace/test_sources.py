"""A description as a source."""

from __future__ import annotations

import pytest

from provenance.errors import Place
from provenance.model.sources import Kind, LayerRule, Role
from provenance.workspace.sources import id_in, read_source, slug, title_of
from tests.factories import date_value

PATH = "seeds/a.txt.source.yaml"
WHOLE = """\
id: cable
title: "[Cable]"
author: [{family: Soong, given: T. V.}, {literal: Wilson Center}]
issued: 1945-07-05
type: personal_communication
role: source
kind: primary
language: en
derived-from: [essay, other]
layers:
  - {name: summary, author: archive, from: Soong promises, to: of China.}
  - {name: transcript, from: PARAPHRASE}
archive: "Library: Congress"
URL: https://example.org/1
url: https://example.org/2
editor: [Ann Lee, {family: Beauvoir, given: Simone, non-dropping-particle: de}]
accessed: 2024-01-02
rights: not stated
x-shelf: mine
sha256: %s
""" % ("AB" * 32)


def test_everything_a_description_says_is_kept() -> None:
    source = read_source(WHOLE.encode(), PATH, "seeds/a.txt")
    assert (source.id, source.path, source.title) == ("cable", "seeds/a.txt", "[Cable]")
    assert source.authors == ("T. V. Soong", "Wilson Center")
    assert source.issued == date_value("1945-07-05")
    assert (source.type, source.role, source.kind) == (
        *("personal_communication", Role.SOURCE),
        Kind.PRIMARY,
    )
    assert (source.language, source.derived_from) == ("en", ("essay", "other"))
    assert source.layers == (
        LayerRule("summary", "Soong promises", "of China.", "archive", Place(PATH, 11, 5)),
        LayerRule("transcript", "PARAPHRASE", "", "", Place(PATH, 12, 5)),
    )
    assert source.sha256 == "ab" * 32
    assert source.rights == "not stated"
    assert source.fields == (
        ("archive", "Library: Congress"),
        ("URL", "https://example.org/1"),
        ("url", "https://example.org/2"),
        ("editor", "Ann Lee; Simone de Beauvoir"),
        ("accessed", "2024-01-02"),
    )
    assert (source.place, source.sha256_place) == (Place(PATH, 1, 5), Place(PATH, 20, 9))


@pytest.mark.parametrize(
    ("written", "names"),
    [
        pytest.param("[]", (), id="none"),
        pytest.param("null", (), id="null"),
        pytest.param("Harriman", ("Harriman",), id="text"),
        pytest.param("[A. Harriman, Ann Lee]", ("A. Harriman", "Ann Lee"), id="list of texts"),
        pytest.param("[{given: Averell, family: Harriman}]", ("Averell Harriman",), id="parts"),
        pytest.param("[{family: Harriman}]", ("Harriman",), id="family name alone"),
        pytest.param(
            "[{family: King, given: Martin Luther, suffix: Jr.}]",
            ("Martin Luther King Jr.",),
            id="suffix",
        ),
        pytest.param(
            "[{family: Gogh, given: Vincent, non-dropping-particle: van}]",
            ("Vincent van Gogh",),
            id="particle",
        ),
        pytest.param(
            "[{family: Chiang, given: Kai-shek, static-ordering: true}]",
            ("Chiang Kai-shek",),
            id="family name first",
        ),
        pytest.param("[{literal: U.S. Navy}]", ("U.S. Navy",), id="office"),
    ],
)
def test_authors_are_named_as_a_reader_would(written: str, names: tuple[str, ...]) -> None:
    assert read_source(f"author: {written}\n".encode(), PATH, "seeds/a.txt").authors == names


def test_what_a_description_leaves_out_stays_unknown() -> None:
    source = read_source(b"\xef\xbb\xbftitle:\r\nissued: null\r\n", PATH, "seeds/My_Cable.txt")
    assert (source.id, source.title, source.authors) == ("my-cable", "My Cable", ())
    assert (source.issued, source.kind, source.sha256) == (None, None, "")


def test_the_hash_of_a_draft_is_not_held_against_it() -> None:
    text = WHOLE.replace("role: source", "role: draft")
    assert read_source(text.encode(), PATH, "seeds/a.txt").sha256 == ""


@pytest.mark.parametrize(
    ("document", "id", "title"),
    [
        pytest.param("seeds/Harriman Cable.txt", "harriman-cable", "Harriman Cable", id="blanks"),
        pytest.param("seeds/000_bf78.txt", "000-bf78", "000 bf78", id="underscores"),
        pytest.param("seeds/x/Où.v2.md", "où-v2", "Où.v2", id="accents, dots, folders"),
        pytest.param("seeds/….txt", "source", "…", id="nothing to make a word of"),
    ],
)
def test_id_and_title_are_made_from_the_name(document: str, id: str, title: str) -> None:
    assert (slug(document), title_of(document)) == (id, title)


@pytest.mark.parametrize(
    ("content", "id"),
    [
        pytest.param(b"title: [\nid: cable  # mine\n", "cable", id="plain"),
        pytest.param(b"id: 'cable'\nid: [\n", "cable", id="in quotation marks"),
        pytest.param(b"name: {\n  id: x\n", "", id="another's id"),
        pytest.param(b"id: cable\n\xff", "cable", id="not UTF-8"),
    ],
)
def test_the_id_is_found_even_in_a_broken_description(content: bytes, id: str) -> None:
    assert id_in(content) == id
