"""A dossier as bytes, and back: by type, so that bytes from anywhere come to a dossier or nothing.

What is read is what the classes of the model declare, no other class is ever made, and nothing is
run. The library does all of it but for values: which of the kinds of value one is stands before it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import GenericAlias, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from provenance.model.dossier import Dossier
from provenance.model.values import Value

_QUICKLY = 1
"""How hard zlib tries: a dossier comes to a tenth of its size at once, and hardly below."""
_MOST = 400_000_000
"""Bytes of what may come out of few: more is nothing that this program kept."""

_Turn = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Form:
    """How values of one type are written: as `type`, to which and from which they are turned."""

    type: Any
    bare: _Turn | None = None
    whole: _Turn | None = None
    """Both None where the library reads and writes the type as it is."""


def encode(dossier: Dossier) -> bytes | None:
    """The bytes of a dossier; None where it holds what cannot be written, such as half a character,
    or more than is ever read again."""
    form = _form_of(Dossier)
    assert form.bare is not None
    try:
        written = msgspec.json.encode(form.bare(dossier))
    except (UnicodeEncodeError, TypeError, ValueError):
        return None
    return zlib.compress(written, _QUICKLY) if len(written) <= _MOST else None


def decode(content: bytes) -> Dossier | None:
    """The dossier of some bytes; None where they are those of none."""
    form = _form_of(Dossier)
    assert form.whole is not None
    stream = zlib.decompressobj()
    try:
        written = stream.decompress(content, _MOST)
        if not stream.eof or stream.unused_data:
            return None
        dossier: Dossier = form.whole(_decoder().decode(written))
    except (zlib.error, msgspec.DecodeError, ValueError, ArithmeticError, RecursionError):
        return None
    return dossier


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(_form_of(Dossier).type)


@cache
def _form_of(type_: Any) -> _Form:
    if type_ == Value:
        return _of_value()
    if get_origin(type_) is tuple and get_args(type_)[-1] is ...:
        return _of_several(_form_of(get_args(type_)[0]))
    if get_origin(type_) in (UnionType, Union):
        return _of_perhaps(type_)
    is_class = isinstance(type_, type) and is_dataclass(type_)
    return _of_class(type_) if is_class else _Form(type_)


def _of_value() -> _Form:
    told = {
        kind: msgspec.defstruct(kind.__name__, [("value", kind)], tag=True, array_like=True)
        for kind in get_args(Value)
    }
    return _Form(Union[*told.values()], lambda value: told[type(value)](value), attrgetter("value"))


def _of_several(each: _Form) -> _Form:
    bare, whole, several = each.bare, each.whole, GenericAlias(tuple, (each.type, ...))
    if bare is None or whole is None:
        return _Form(several)
    return _Form(
        several,
        lambda several: tuple([bare(one) for one in several]),
        lambda several: tuple([whole(one) for one in several]),
    )


def _of_perhaps(type_: Any) -> _Form:
    """What may be None. No other union but that of the values is in the model."""
    kinds = tuple(each for each in get_args(type_) if each is not NoneType)
    form = _form_of(Value if kinds == get_args(Value) else kinds[0])
    bare, whole = form.bare, form.whole
    if bare is None or whole is None:
        return _Form(type_)
    return _Form(
        form.type | None,
        lambda one: None if one is None else bare(one),
        lambda one: None if one is None else whole(one),
    )


def _of_class(kind: type) -> _Form:
    """A class of the model; turned into a list of its fields where it holds a value somewhere."""
    hints = get_type_hints(kind)
    forms = [(field.name, _form_of(hints[field.name])) for field in fields(kind)]
    turned = [(at, form) for at, (_, form) in enumerate(forms) if form.bare]
    if not turned:
        return _Form(kind)
    told = [(name, form.type) for name, form in forms]
    bare_kind = msgspec.defstruct(kind.__name__, told, array_like=True, gc=False)
    names = [name for name, _ in forms]
    bares = [(at, form.bare) for at, form in turned]
    wholes = [(at, form.whole) for at, form in turned]
    return _Form(
        bare_kind,
        lambda one: bare_kind(*_turned(one, names, bares)),
        lambda one: kind(*_turned(one, names, wholes)),
    )


def _turned(one: Any, names: Iterable[str], turns: Iterable[tuple[int, _Turn | None]]) -> list[Any]:
    every = [getattr(one, name) for name in names]
    for at, turn in turns:
        if turn is not None:
            every[at] = turn(every[at])
    return every
