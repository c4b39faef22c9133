"""What was proposed for the claims of a workspace, kept with all that it was proposed from."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import msgspec

from provenance.evidence.propose import Proposed
from provenance.model.alignments import Found
from provenance.model.claims import Holds, Statement
from provenance.model.documents import Layer
from provenance.model.spans import Span
from provenance.model.values import AnswerValue, DateValue, NameValue, NumberValue, TextValue, Value
from provenance.model.verdicts import PlacedStatement, Standing, StatementState
from provenance.workspace.cache import keep, program, recall

_VALUES: tuple[type[Value], ...] = (DateValue, NumberValue, AnswerValue, NameValue, TextValue)


class _Statement(msgspec.Struct, array_like=True):
    """A proposed statement without what is the same for all of them."""

    source: str
    quote: str
    says: str
    kind: int
    """The place of the value's type in `_VALUES`."""
    value: msgspec.Raw
    holds: Holds
    speaker: str
    notes: tuple[str, ...]
    about: str
    span: Span
    layer: Layer | None
    why: str
    is_sure: bool


class _Proposed(msgspec.Struct, array_like=True):
    statements: tuple[_Statement, ...]
    searched: tuple[str, ...]
    passages: int
    rejected: int
    silence_rejected: bool
    may_speak: Span | None


class _Kept(msgspec.Struct):
    made_from: str
    proposals: dict[str, _Proposed]


def recall_proposals(root: Path, made_from: str) -> dict[str, Proposed]:
    """What was kept last, by the keys it was kept under; nothing where it was made from something
    else than `made_from`, or by another program."""
    content = recall(root, _name())
    if content is None:
        return {}
    try:
        kept = msgspec.json.decode(content, type=_Kept)
        if kept.made_from != made_from:
            return {}
        return {key: _whole(proposed) for key, proposed in kept.proposals.items()}
    except (msgspec.DecodeError, ValueError, IndexError):
        return {}


def keep_proposals(root: Path, made_from: str, proposals: Mapping[str, Proposed]) -> None:
    """Keep proposals in place of those before, as far as that can be done."""
    told = {key: _bare(proposed) for key, proposed in proposals.items()}
    sound = {key: bare for key, bare in told.items() if _whole(bare) == proposals[key]}
    try:
        content = msgspec.json.encode(_Kept(made_from, sound))
    except (UnicodeEncodeError, TypeError):
        # Half a character, which no JSON can hold.
        return
    keep(root, _name(), content)


def key_of(*parts: object) -> str:
    """A short name for what something is made from: the same for equal parts of equal order."""
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _name() -> str:
    return f"proposals-{program()}.json"


def _bare(proposed: Proposed) -> _Proposed:
    return _Proposed(
        tuple(_bare_statement(placed) for placed in proposed.statements if placed.span),
        proposed.searched,
        proposed.passages,
        proposed.rejected,
        proposed.silence_rejected,
        proposed.may_speak,
    )


def _bare_statement(placed: PlacedStatement) -> _Statement:
    statement = placed.statement
    assert placed.span is not None
    return _Statement(
        source=statement.source,
        quote=statement.quote,
        says=statement.says,
        kind=_VALUES.index(type(statement.value)),
        value=msgspec.Raw(msgspec.json.encode(statement.value)),
        holds=statement.holds,
        speaker=statement.speaker,
        notes=statement.notes,
        about=statement.about,
        span=placed.span,
        layer=placed.layer,
        why=placed.why,
        is_sure=placed.is_sure,
    )


def _whole(bare: _Proposed) -> Proposed:
    return Proposed(
        tuple(map(_whole_statement, bare.statements)),
        bare.searched,
        bare.passages,
        bare.rejected,
        bare.silence_rejected,
        bare.may_speak,
    )


def _whole_statement(bare: _Statement) -> PlacedStatement:
    statement = Statement(
        source=bare.source,
        quote=bare.quote,
        says=bare.says,
        value=msgspec.json.decode(bare.value, type=_VALUES[bare.kind]),
        holds=bare.holds,
        speaker=bare.speaker,
        notes=bare.notes,
        about=bare.about,
    )
    return PlacedStatement(
        statement=statement,
        state=StatementState.PROPOSED,
        standing=Standing.EXACT,
        span=bare.span,
        words=bare.quote,
        layer=bare.layer,
        why=bare.why,
        found=Found.EXACT,
        is_sure=bare.is_sure,
    )
