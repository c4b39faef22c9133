"""Dates in German and French prose."""

from __future__ import annotations

import pytest

from provenance.evidence.date_languages import language_of
from provenance.evidence.dates import tag_dates
from provenance.evidence.edtf_dates import read_date

WRITTEN = read_date("1945-07-05")


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        pytest.param("Am 15. Juni 1945 kam er", "15. Juni 1945", "1945-06-15", id="Tag"),
        pytest.param("im Jänner 1945", "Jänner 1945", "1945-01", id="Jänner"),
        pytest.param("Anfang Juli kam er", "Anfang Juli", "[1945-07-01..1945-07-15]", id="Anfang"),
        pytest.param("Ende 1946 ging er", "Ende 1946", "[1946-07..1946-12]", id="Ende"),
        pytest.param("Mitte Mai 1944", "Mitte Mai 1944", "[1944-05-08..1944-05-23]", id="Mitte"),
        pytest.param("Gestern sprach er", "Gestern", "1945-07-04", id="gestern"),
        pytest.param("heute Abend sieht er ihn", "heute Abend", "1945-07-05", id="heute Abend"),
        pytest.param("letzten Montag kam er", "letzten Montag", "1945-07-02", id="letzten Montag"),
        pytest.param("im Frühjahr 1944", "Frühjahr 1944", "1944-21", id="Frühjahr"),
        pytest.param("im Winter 1941/42", "Winter 1941/42", "[1941-12..1942-02]", id="ein Winter"),
        pytest.param("die 1930er Jahre", "die 1930er Jahre", "193X", id="Jahrzehnt"),
        pytest.param("im 18. Jahrhundert", "18. Jahrhundert", "17XX", id="Jahrhundert"),
        pytest.param("44 v. Chr. starb er", "44 v. Chr.", "-0043", id="vor Christus"),
        pytest.param(
            "am vierzehnten März 1841", "vierzehnten März 1841", "1841-03-14", id="Tag in Worten"
        ),
        pytest.param("der erste Mai 1945", "erste Mai 1945", "1945-05-01", id="der Erste"),
        pytest.param(
            "am einunddreißigsten Mai", "einunddreißigsten Mai", "1945-05-31", id="ohne Jahr"
        ),
        pytest.param("im Juni kam er", "Juni", "1945-06", id="Monat ohne Jahr"),
    ],
)
def test_german_dates(text: str, words: str, edtf: str) -> None:
    (date,) = tag_dates(text, written=WRITTEN, language="de")
    assert date.span.of(text).removeprefix("die ") == words.removeprefix("die ")
    assert date.value.edtf == edtf


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        pytest.param("Le 15 juin 1945 il", "15 juin 1945", "1945-06-15", id="jour"),
        pytest.param("le 1er mai 1944", "1er mai 1944", "1944-05-01", id="premier"),
        pytest.param("le premier mai 1944", "premier mai 1944", "1944-05-01", id="jour en lettres"),
        pytest.param("le vingt-trois juin", "vingt-trois juin", "1945-06-23", id="sans année"),
        pytest.param("début juillet il", "début juillet", "[1945-07-01..1945-07-15]", id="début"),
        pytest.param("Fin 1946 il", "Fin 1946", "[1946-07..1946-12]", id="fin"),
        pytest.param("à la mi-mai 1944", "mi-mai 1944", "[1944-05-08..1944-05-23]", id="mi"),
        pytest.param("Hier il parla", "Hier", "1945-07-04", id="hier"),
        pytest.param("Aujourd’hui il", "Aujourd’hui", "1945-07-05", id="aujourd'hui"),
        pytest.param("lundi dernier il", "lundi dernier", "1945-07-02", id="lundi dernier"),
        pytest.param("l’an dernier il", "l’an dernier", "1944", id="l'an dernier"),
        pytest.param("en juin dernier", "juin dernier", "1945-06", id="juin dernier"),
        pytest.param("au printemps 1944", "au printemps 1944", "1944-21", id="printemps"),
        pytest.param("les années 1930", "les années 1930", "193X", id="décennie"),
        pytest.param("au XIXe siècle", "XIXe siècle", "18XX", id="siècle"),
        pytest.param("en 52 av. J.-C. il", "52 av. J.-C.", "-0051", id="avant Jésus-Christ"),
    ],
)
def test_french_dates(text: str, words: str, edtf: str) -> None:
    (date,) = tag_dates(text, written=WRITTEN, language="fr")
    assert (date.span.of(text), date.value.edtf) == (words, edtf)


def test_german_prose_goes_on() -> None:
    text = "Am 3. und 4. März 1944 tagte man. Am folgenden Tag ging er; zwei Jahre später starb er."
    values = [date.value.edtf for date in tag_dates(text, language="de")]
    assert values == ["1944-03-03", "1944-03-04", "1944-03-05", "1946"]


def test_french_prose_goes_on() -> None:
    text = "Du 3 au 5 mars 1940 il resta. Le lendemain, il partit. Deux ans plus tard, il mourut."
    values = [date.value.edtf for date in tag_dates(text, language="fr")]
    assert values == ["1940-03-03", "1940-03-05", "1940-03-06", "1942"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("He was with the men of the town and from the sea", "en", id="English"),
        pytest.param("Der Mann war mit der Frau und nicht mit dem Kind", "de", id="German"),
        pytest.param("Le roi est dans la ville et les gens des bourgs", "fr", id="French"),
        pytest.param("", "en", id="nothing to go by"),
    ],
)
def test_the_language_is_told_by_small_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_german_text_needs_no_language_named() -> None:
    text = "Der Minister war gestern nicht in der Stadt und das Treffen mit dem Kanzler entfiel."
    (date,) = tag_dates(text, written=WRITTEN)
    assert date.value.edtf == "1945-07-04"
