"""A dossier comes back as it was, and from other bytes comes a dossier or nothing."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import run
from provenance.model.claims import Statement
from provenance.model.dossier import Dossier
from provenance.model.values import Answer, AnswerValue, NameValue, TextValue, Value
from provenance.workspace.dossier_codec import decode, encode
from tests.factories import date_value, example_dossier
from tests.workspace.folders import make

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_VALUES: st.SearchStrategy[Value] = st.one_of(
    st.builds(NameValue, _TEXT, _TEXT),
    st.builds(TextValue, _TEXT, _TEXT),
    st.builds(AnswerValue, st.sampled_from(Answer), _TEXT),
    st.sampled_from(["1841-03-14", "1841-03", "1841"]).map(date_value),
)
_STATEMENTS = st.builds(Statement, _TEXT, _TEXT, _TEXT, _VALUES, speaker=_TEXT)


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """A board with a draft, notes, a conflict and proposals."""
    draft = "The bridge was closed on 14 March 1841.[^1]\n\n[^1]: J. Smith, *Harrow* (1901), 12.\n"
    claim = "question: When was the bridge at Harrow closed?\ntype: date\nstatements: []\n"
    files: dict[str, str | bytes] = {
        "seeds/draft.md": draft,
        "seeds/draft.md.source.yaml": "id: draft\nrole: draft\n",
        "seeds/diary.txt": "The bridge at Harrow was closed on 12 May 1841.\n",
        "seeds/bill.txt": "The bridge at Harrow was closed on 14 March 1841 for 40 pounds.\n",
        "claims/closed.yaml": claim,
    }
    return run.board(make(tmp_path_factory.mktemp("board"), files, with_cable=False))


def test_a_board_comes_back_as_it_was(audited: Dossier) -> None:
    assert audited.drafts
    assert audited.findings
    assert any(cell.statements for row in audited.rows for cell in row.cells)
    for dossier in (audited, example_dossier(), Dossier("", (), ())):
        content = encode(dossier)
        assert content is not None
        assert decode(content) == dossier


@given(st.lists(_STATEMENTS, max_size=4))
@settings(max_examples=40, deadline=None)
def test_values_of_every_kind_come_back(statements: list[Statement]) -> None:
    example = example_dossier()
    row = example.rows[0]
    claim = replace(row.claim, statements=tuple(statements))
    dossier = replace(example, rows=(replace(row, claim=claim),))
    content = encode(dossier)
    assert content is not None
    assert decode(content) == dossier


def test_half_a_character_is_not_written() -> None:
    assert encode(Dossier("\ud800", (), ())) is None


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"cos\nsystem\n(S'true'\ntR.", id="a pickle"),
        pytest.param(zlib.compress(b"[" * 200_000), id="depth without end"),
        pytest.param(zlib.compress(b"{}"), id="an object"),
        pytest.param(zlib.compress(b'["",[["no"]],[]]'), id="no source"),
        pytest.param(zlib.compress(b'["",[],[]]') + b"more", id="more after the end"),
    ],
)
def test_what_nobody_kept_is_nothing(content: bytes) -> None:
    assert decode(content) is None


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_bytes_come_to_a_dossier_or_to_nothing(data: st.DataObject) -> None:
    content = encode(example_dossier())
    assert content is not None
    written = bytearray(zlib.decompress(content))
    at = data.draw(st.integers(0, len(written) - 1))
    written[at] ^= 1 << data.draw(st.integers(0, 7))
    cut = data.draw(st.integers(0, len(content)))
    assert decode(content[:cut]) is None or cut == len(content)
    damaged = decode(zlib.compress(bytes(written)))
    assert damaged is None or isinstance(damaged, Dossier)


def test_what_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.workspace.dossier_codec._MOST", 1_000)
    assert decode(zlib.compress(b" " * 100_000 + b'["",[],[]]')) is None
    assert encode(Dossier("a" * 2_000, (), ())) is None
