from __future__ import annotations

import difflib
import importlib.util
import random
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.alignment import matching, tokens
from provenance.alignment.align import align
from provenance.model.alignments import PassageKind, SharedPassage
from provenance.model.spans import Span

SHARED = Path(__file__).parents[3] / "shared"

SOONG = (
    "Soong said that he would be willing to recognise the independence of Outer Mongolia after "
    "the defeat of Japan, provided that the Soviet Union withdrew its support from the Communists."
)
BRIDGE = (
    "The bridge at Harrow was closed on the fourteenth of March until the timbers on the north "
    "side had been renewed at a cost of forty pounds, as the county surveyor had advised."
)
BEFORE = (
    "Rain fell upon the valley all that week, and nobody crossed the swollen river. "
    "Farmers kept their cattle in the upper meadows, waiting for drier weather to return. "
)
AFTER = (
    " A new schoolmaster arrived from Lincoln with four trunks full of books and instruments. "
    "His lectures upon astronomy drew large crowds every winter evening for many years."
)
OTHER = (
    "Our ambassador dined twice with several ministers before anything of substance was raised. "
    "Nothing in those conversations suggested that a settlement could be reached quickly. "
)


def words_of(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def only(left: str, right: str) -> SharedPassage:
    (passage,) = align(left, right)
    return passage


@pytest.mark.parametrize(
    ("left", "right", "wanted", "kind"),
    [
        pytest.param(
            BEFORE + SOONG + AFTER, OTHER + SOONG, SOONG, PassageKind.VERBATIM, id="word for word"
        ),
        pytest.param(
            BEFORE + SOONG.upper().replace(" ", "\n") + AFTER,
            OTHER + SOONG,
            SOONG.upper(),
            PassageKind.VERBATIM,
            id="case and line ends do not count",
        ),
        pytest.param(
            BEFORE + SOONG.replace("after the defeat of Japan", "once Japan had lost") + AFTER,
            OTHER + SOONG,
            SOONG.replace("after the defeat of Japan", "once Japan had lost"),
            PassageKind.NEAR,
            id="a few words changed",
        ),
        pytest.param(
            BEFORE
            + "Soong sald that ho would bc willing to recognlse thc independcnce of Outcr Mongolia "
            "aftcr the dcfeat of Japan, providcd that the Soviet Unlon withdrew its support "
            "from the Communlsts." + AFTER,
            OTHER + SOONG,
            "Soong sald that ho would bc willing to recognlse thc independcnce of Outcr Mongolia "
            "aftcr the dcfeat of Japan, providcd that the Soviet Unlon withdrew its support "
            "from the Communlsts.",
            PassageKind.GARBLED,
            id="misread by a scanner",
        ),
        pytest.param(
            BEFORE
            + "Soong was now ready to accept Outer Mongolia's independence once Japan was beaten, "
            "if Soviet aid to the Communists was withdrawn." + AFTER,
            OTHER + SOONG,
            "Soong was now ready to accept Outer Mongolia's independence once Japan was beaten, "
            "if Soviet aid to the Communists was withdrawn.",
            PassageKind.REWORDED,
            id="told in other words",
        ),
    ],
)
def test_a_shared_passage_is_found_with_its_kind(
    left: str, right: str, wanted: str, kind: PassageKind
) -> None:
    passage = only(left, right)
    assert passage.kind is kind
    found = tokens.words(passage.left.of(left)).words
    sought = tokens.words(wanted).words
    missing = len(sought) - sum(block.size for block in matching.blocks(sought, found))
    assert missing <= (4 if kind is PassageKind.REWORDED else 0)
    assert len(found) - len(sought) <= 1
    assert passage.left_words == len(found)


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        pytest.param(
            "Der Vertrag wurde im Februar unterzeichnet. Stalin verlangte die Häfen Dairen und "
            "Port Arthur sowie die Eisenbahnen der Mandschurei. Das Wetter war schlecht.",
            "In seinem Bericht heißt es: Stalin verlangte die Häfen Dairen und Port Arthur sowie "
            "die Eisenbahnen der Mandschurei. Niemand widersprach ihm damals öffentlich.",
            "Stalin verlangte die Häfen Dairen und Port Arthur sowie die Eisenbahnen der "
            "Mandschurei",
            id="German",
        ),
        pytest.param(
            "Le printemps fut pluvieux. L'ambassadeur déclara que la Chine n'accepterait jamais la "
            "clause mongole. On se quitta froidement.",
            "Selon un témoin, l'ambassadeur déclara que la Chine n'accepterait jamais la clause "
            "mongole; le ministre fit semblant de ne rien entendre.",
            "L'ambassadeur déclara que la Chine n'accepterait jamais la clause mongole",
            id="French",
        ),
        pytest.param(
            "Hieme exercitus quievit. Gallia est omnis divisa in partes tres, quarum unam "
            "incolunt Belgae, aliam Aquitani. Consul Romam rediit.",
            "Legimus apud auctorem: Galliam esse omnem divisam in partes tres, quarum unam "
            "incolant Belgae, aliam Aquitani, quod verum esse constat.",
            "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani",
            id="Latin, put into indirect speech",
        ),
        pytest.param(
            "Погода стояла холодная. Сталин потребовал восстановления прав, утраченных Россией в "
            "войне с Японией. Рузвельт промолчал.",
            "Как пишет историк, Сталин требовал восстановить права, утраченные Россией в войне с "
            "Японией, и добился своего через неделю.",
            "Сталин потребовал восстановления прав, утраченных Россией в войне с Японией",
            id="Russian, with other endings",
        ),
        pytest.param(
            "天气很冷。蒋介石于六月十五日正式得知雅尔塔协定的条款。宋子文随后前往莫斯科。",
            "据记载，蒋介石于六月十五日正式得知雅尔塔协定的条款，深感愤怒与失望。",
            "蒋介石于六月十五日正式得知雅尔塔协定的条款",
            id="Chinese, without spaces",
        ),
    ],
)
def test_languages_need_no_settings(left: str, right: str, shared: str) -> None:
    assert only(left, right).left.of(left) == shared


def test_passages_that_changed_places_are_both_found() -> None:
    left, right = BEFORE + SOONG + " " + OTHER + BRIDGE, BRIDGE + AFTER + " " + SOONG
    first, second = align(left, right)
    assert first.left.of(left) == SOONG.rstrip(".")
    assert second.left.of(left) == BRIDGE.rstrip(".")
    assert first.right.start > second.right.start


def test_weaker_places_of_a_passage_are_told_as_elsewhere() -> None:
    weaker = SOONG.replace("independence", "status").replace("Communists", "rebels")
    left = BEFORE + SOONG
    right = SOONG + AFTER + " " + weaker
    passage = only(left, right)
    assert passage.right.start == 0
    (elsewhere,) = passage.elsewhere_right
    assert "status of Outer Mongolia" in elsewhere.of(right)
    assert passage.elsewhere_left == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(BEFORE, OTHER, id="prose on other matters"),
        pytest.param(
            BEFORE + "It was not the time for it." + AFTER,
            OTHER + "He was not the man for that.",
            id="a stock phrase",
        ),
        pytest.param("", BEFORE, id="empty"),
        pytest.param("", "", id="both empty"),
        pytest.param("... !?", "... !?", id="only punctuation"),
        pytest.param("Yalta", "Yaltas", id="one word each"),
        pytest.param("\ud800 \udfff", "\ud800 \udfff x", id="lone surrogates"),
    ],
)
def test_nothing_shared_is_no_passage(left: str, right: str) -> None:
    assert align(left, right) == ()


_SENTENCES = [*SOONG.split(", "), *BRIDGE.split(" until "), *BEFORE.split(". "), *OTHER.split(". ")]
_HARD = [
    "ſo ﬁne",
    "Cafe\u0301",
    "中文字符",
    "\u202eאבג",
    "12,500",
    "co-\noperate",
    "…",
    "\n\n",
    "x",
]
texts = st.lists(st.sampled_from([*_SENTENCES, *_HARD]), max_size=12).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_spans_slice_the_words_counted_and_come_in_order(left: str, right: str) -> None:
    passages = align(left, right)
    for passage in passages:
        assert len(tokens.words(passage.left.of(left))) == passage.left_words > 0
        assert len(tokens.words(passage.right.of(right))) == passage.right_words > 0
        assert passage.same_words <= min(passage.left_words, passage.right_words)
        for span in passage.elsewhere_left:
            assert span.of(left).strip()
    assert all(one.left.start <= next_.left.start for one, next_ in pairwise(passages))


@settings(max_examples=40, deadline=None)
@given(texts)
def test_a_text_against_itself_is_one_verbatim_passage(text: str) -> None:
    count = len(tokens.words(text))
    passages = align(text, text)
    assert len(passages) == (1 if count else 0)
    for passage in passages:
        assert passage.kind is PassageKind.VERBATIM
        assert passage.left == passage.right
        assert passage.left_words == passage.right_words == passage.same_words == count


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_swapping_the_sides_swaps_the_answer(left: str, right: str) -> None:
    swapped = {
        (p.right, p.left, p.kind, p.right_words, p.left_words, p.same_words, p.elsewhere_right)
        for p in align(right, left)
    }
    assert swapped == {
        (p.left, p.right, p.kind, p.left_words, p.right_words, p.same_words, p.elsewhere_left)
        for p in align(left, right)
    }


def _prose(seed: int, words: int) -> str:
    """Prose that shares no three words running with any other here: every word is its own."""
    source = random.Random(seed)
    syllables = ["ba", "re", "mo", "ti", "lun", "kar", "vos", "den", "pra", "sul", "gim", "tor"]
    return " ".join(
        "".join(source.choices(syllables, k=3)) + ("." if n % 11 == 10 else "")
        for n in range(words)
    )


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 10_000),
    st.sampled_from([0, 40, 400, 4_000]),
    st.sampled_from([0, 40, 400, 4_000]),
    st.booleans(),
)
def test_padding_moves_no_edge(seed: int, before: int, after: int, on_left: bool) -> None:
    reworded = SOONG.replace("willing to recognise", "glad to accept").replace("provided", "if")
    left, right = OTHER + BRIDGE + " " + BEFORE + reworded, SOONG + AFTER + " " + BRIDGE
    front = _prose(seed, before) + " "
    back = " " + _prose(seed + 1, after)
    padded = front + (left if on_left else right) + back
    found = align(padded, right) if on_left else align(left, padded)
    plain = align(left, right)
    assert len(found) == len(plain) == 2
    for one, other in zip(plain, found, strict=True):
        moved = other.left if on_left else other.right
        kept, was = (other.right, one.left) if on_left else (other.left, one.right)
        assert kept == (one.right if on_left else one.left)
        for edge in ("start", "end"):
            shift = getattr(moved, edge) - len(front) - getattr(was, edge)
            assert abs(shift) <= len(" Communists.")


def test_the_accelerator_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("cydifflib", reason="needs the extra `fast`")
    left, right = BEFORE + SOONG + BRIDGE, BRIDGE + SOONG.replace("Soviet", "Sovjet") + OTHER
    fast = align(left, right)
    monkeypatch.setattr(matching, "SequenceMatcher", difflib.SequenceMatcher)
    assert align(left, right) == fast
    assert fast


_MANY = 200_000


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: ("word " * _MANY, "word " * (_MANY - 7)), id="one word repeated"),
        pytest.param(lambda: ("x" * 10 * _MANY, "x" * (10 * _MANY - 1)), id="no spaces"),
        pytest.param(lambda: ("...,;!" * _MANY, "...,;!" * (_MANY + 1)), id="only punctuation"),
        pytest.param(
            lambda: ((BEFORE + SOONG) * 2_000, (BEFORE + SOONG) * 1_900 + BRIDGE),
            id="one paragraph repeated",
        ),
        pytest.param(
            lambda: ("Москва hello שלום 你好 مرحبا " * 20_000, "你好 Москва ไทย hello " * 20_000),
            id="mixed scripts repeated",
        ),
        pytest.param(
            lambda: (
                " ".join(f"w{n % 97}" for n in range(60_000)),
                " ".join(f"w{n % 101}" for n in range(60_000)),
            ),
            id="two periods",
        ),
    ],
)
def test_hostile_texts_end_soon(make: Callable[[], tuple[str, str]]) -> None:
    left, right = make()
    started = time.process_time()
    align(left, right)
    assert time.process_time() - started < 15


def _scorer() -> ModuleType:
    path = SHARED / "score" / "score_align.py"
    if not path.exists():
        pytest.skip("the development data stands beside this repository only")
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location("score_align", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_development_pairs_score_as_documented() -> None:
    score = _scorer()
    folder = SHARED / "data" / "align" / "histpan_dev"
    found = []
    for row in (folder / "pairs.tsv").read_text("utf-8").splitlines():
        names = row.split("\t")
        left, right = ((folder / name).read_text("utf-8") for name in names)
        for passage in align(left, right):
            found.append(
                {
                    "susp": Path(names[0]).name,
                    "src": Path(names[1]).name,
                    "a": (passage.left.start, passage.left.end),
                    "b": (passage.right.start, passage.right.end),
                }
            )
    truth = score.truth_of(str(folder / "truth.jsonl"))
    figures = score.score(truth, found)
    assert figures["plagdet"] >= 0.97
    assert figures["gran"] <= 1.02
    kinds = score.by_kind(truth, found)
    assert all(kind["plagdet"] > 0.85 for kind in kinds.values() if "plagdet" in kind)


def test_two_scans_of_one_book_are_one_passage() -> None:
    folder = SHARED / "data" / "align" / "ats_editions"
    if not folder.exists():
        pytest.skip("the development data stands beside this repository only")
    names = ("practicalthought00nev.txt", "thoughtsonpopery00nevi.txt")
    left, right = ((folder / name).read_text("utf-8") for name in names)
    covered = sum(len(passage.right) for passage in align(left, right))
    assert covered >= 0.99 * len(right)
