"""Small forms everything else rests on: names, quotations, brackets, sentences, references back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.citations.enclosed import brackets, masked, quotations
from provenance.citations.names import read_authors
from provenance.citations.references import Back, back_reference
from provenance.citations.shape import reads_as_citation, sentences
from provenance.model.spans import Span


@pytest.mark.parametrize(
    ("text", "families"),
    [
        pytest.param("Frederick W. Seward, Seward at Washington", ("Seward",), id="full name"),
        pytest.param("T. Brenn and C. Pate, Title", ("Brenn", "Pate"), id="two with initials"),
        pytest.param(
            "P. Park, S. Parker and J. Behr, Title", ("Park", "Parker", "Behr"), id="three"
        ),
        pytest.param("Rok/Verba/van Houtte 117", ("Rok", "Verba", "van Houtte"), id="strokes"),
        pytest.param("H L A Hart, The Concept", ("Hart",), id="initials without stops"),
        pytest.param(
            "The Hon. Justice T. E. Lind and P.A. Dool, ‘When’", ("Lind", "Dool"), id="titles"
        ),
        pytest.param(
            "K. O’Donovan, Family Matters (1993)", ("O’Donovan",), id="not the title's words"
        ),
        pytest.param("Karl von Braun, Werk", ("Braun",), id="von is dropped"),
        pytest.param(
            "Michael Schall, The Crusade", ("Schall",), id="el inside a name is no particle"
        ),
        pytest.param("Rabel, Aufgabe und Sinn der Lehre (1925)", ("Rabel",), id="a title with und"),
        pytest.param("The House agreed in 1945", None, id="a sentence"),
        pytest.param("Later, in 1962, Perk left", None, id="an adverb"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_family_names(text: str, families: tuple[str, ...] | None) -> None:
    authors = read_authors(text)
    assert (authors.families if authors else None) == families


@pytest.mark.parametrize(
    ("text", "corporate", "editors"),
    [
        pytest.param("Law Reform Commission, Report (1981)", True, False, id="a body"),
        pytest.param("OECD, Report (1981)", True, False, id="an acronym"),
        pytest.param("F. Haug (ed.), Work (1987)", False, True, id="an editor"),
        pytest.param("Naroll/Cohen (Hrsg.), Handbook", False, True, id="German editors"),
        pytest.param(
            "Wallace and Gill, eds., The Journal", False, True, id="editors behind a comma"
        ),
    ],
)
def test_bodies_and_editors_are_told_from_authors(
    text: str, corporate: bool, editors: bool
) -> None:
    authors = read_authors(text)
    assert authors is not None
    assert (authors.is_corporate, authors.are_editors) == (corporate, editors)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "A ‘Why can’t They?’ b", ["‘Why can’t They?’"], id="an apostrophe closes nothing"
        ),
        pytest.param("A ‘the workers’ State’ (1990)", ["‘the workers’ State’"], id="a genitive"),
        pytest.param("x „So ist es“ und «da»", ["„So ist es“", "«da»"], id="German and French"),
        pytest.param("It’s Smith’s dogs’ tails", [], id="apostrophes alone"),
        pytest.param("“A ‘b’ c” d", ["“A ‘b’ c”"], id="only the outermost"),
        pytest.param("“never closed", [], id="never closed"),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in quotations(text)] == found


def test_a_bracket_with_a_citation_of_its_own_is_open() -> None:
    text = "One (Boston 1990) two (see Smith 1999, 4) three [cut]."
    assert [span.of(text) for span in brackets(text)] == ["(Boston 1990)", "[cut]"]


@given(st.text(alphabet="ab ‘’“”()[]„«»'\"see", max_size=120))
@settings(max_examples=120, deadline=None)
def test_masking_keeps_every_place(text: str) -> None:
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert all(a in (b, "\x00") for a, b in zip(hidden, text, strict=True))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("It was so. Then he left.", 2, id="two"),
        pytest.param("See Smith, vol. 2. He agreed.", 2, id="an abbreviation inside"),
        pytest.param("J. R. Smith saw Prof. Dr. Meier.", 1, id="initials and titles"),
        pytest.param("In 5. Aufl. Berlin. Es kam.", 2, id="a German ordinal"),
        pytest.param("Rev. int. Sc. Soc. 22 (1970) 509.", 1, id="a journal's short name"),
        pytest.param("One\n\nTwo", 2, id="paragraphs"),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(list(sentences(text, Span(0, len(text))))) == count


@pytest.mark.parametrize(
    ("sentence", "reads"),
    [
        pytest.param("FRUS: Potsdam, Bd. 2, 1587-1588.", True, id="a volume"),
        pytest.param("See Hall, Racing Winds, 142; Hall, “Rain,” 213.", True, id="short titles"),
        pytest.param(
            "On July 21, the combined leaders met for the first time.", False, id="a date"
        ),
        pytest.param("This would justify the entry into the war.", False, id="prose"),
        pytest.param("The zone held 40,000 men and 12 ships.", False, id="figures"),
    ],
)
def test_what_reads_as_a_citation(sentence: str, reads: bool) -> None:
    assert reads_as_citation(sentence) is reads


@pytest.mark.parametrize(
    ("citation", "way", "label"),
    [
        pytest.param("Ibid., 4", Back.IBID, None, id="ibid"),
        pytest.param("ebd. 190", Back.IBID, None, id="ebd"),
        pytest.param("a.a.O., S. 3", Back.IBID, None, id="a.a.O. alone"),
        pytest.param("Vogel, op. cit., p. 3", Back.NAMED, None, id="op. cit."),
        pytest.param("Vogel, op. cit., n. 7, p. 3", Back.NOTE, "7", id="op. cit. with a note"),
        pytest.param("Rose (oben N. 7) 175", Back.NOTE, "7", id="oben N."),
        pytest.param("Kersch (Anm. 18), S. 131", Back.NOTE, "18", id="Anm."),
        pytest.param("Hart (n 15) 140", Back.NOTE, "15", id="n without a stop"),
        pytest.param("Sunn, supra note 1, at 20", Back.NOTE, "1", id="supra"),
        pytest.param("Carb (vorige N.)", Back.PREVIOUS_NOTE, None, id="the note before"),
    ],
)
def test_references_back(citation: str, way: Back, label: str | None) -> None:
    found = back_reference(citation)
    assert found is not None
    assert (found.way, found.label) == (way, label)


@pytest.mark.parametrize(
    "citation",
    [
        pytest.param("Smith, Winds (1999) 188 N. 1", id="a note in the work cited"),
        pytest.param("Smith, Winds (1999) p. 23 n. 5", id="the same in English"),
        pytest.param("Smith, Winds, no. 4", id="an issue"),
        pytest.param("Ibidem Press, Catalogue", id="a name that begins so"),
    ],
)
def test_no_reference_back(citation: str) -> None:
    found = back_reference(citation)
    assert found is None or (found.way is Back.IBID and citation.startswith("Ibidem"))
