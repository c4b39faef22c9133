"""How two stated values fit one another, denials included, whoever states them."""

from __future__ import annotations

import re

from provenance.comparison import dates, numbers
from provenance.comparison.outcomes import Fit, Outcome
from provenance.comparison.wording import in_words, said
from provenance.model.claims import Claim, Holds, Statement
from provenance.model.names import fold_text, may_be_one_bearer
from provenance.model.values import (
    Answer,
    AnswerValue,
    DateValue,
    NameValue,
    NumberValue,
    TextValue,
    Value,
)


def fit(claim: Claim, a: Statement, b: Statement) -> Outcome:
    """How the values fit. `denied` inverts yes and no, and excludes any other value it covers."""
    if isinstance(a.value, AnswerValue) and isinstance(b.value, AnswerValue):
        return _answers(a, b)
    denials = (a.holds is Holds.DENIED, b.holds is Holds.DENIED)
    if denials == (False, False):
        return compare(claim, a.value, b.value)
    if denials == (True, True):
        return _both_denied(claim, a, b)
    denied, stated = (a, b) if denials[0] else (b, a)
    return _denied_and_stated(claim, denied, stated)


def compare(claim: Claim, a: Value, b: Value) -> Outcome:
    """Two values that are both stated, neither of them yes or no."""
    match a, b:
        case DateValue(), DateValue():
            return dates.compare_dates(a, b, claim.tolerance.days)
        case NumberValue(), NumberValue():
            return _numbers(claim, a, b)
        case NameValue(), NameValue():
            return _names(claim, a, b)
        case TextValue(), TextValue():
            return _texts(a, b, one_answer=claim.one_answer)
        case _:
            shown = f"{in_words(a)} against {in_words(b)}"
            return Outcome(Fit.UNDETERMINED, f"{shown}: values of two kinds")


def _numbers(claim: Claim, a: NumberValue, b: NumberValue) -> Outcome:
    others = [value for value in (a, b) if numbers.is_of_another_kind(claim.question, value)]
    if len(others) == 1:
        why = f"{others[0].written} is no number of what is asked"
        return Outcome(Fit.UNDETERMINED, f"{in_words(a)} against {in_words(b)}: {why}")
    return numbers.compare_numbers(a, b, claim.tolerance)


def _answers(a: Statement, b: Statement) -> Outcome:
    one, other = _answer(a), _answer(b)
    if one is None or other is None:
        return Outcome(
            Fit.UNDETERMINED, f"{_against(a, b)}: denying that it depends leaves yes and no open"
        )
    both_depend = one.answer is other.answer is Answer.CONDITIONAL
    if both_depend and fold_text(one.condition) != fold_text(other.condition):
        return Outcome(Fit.COMPATIBLE, f"{_against(a, b)}: both make it depend, not on the same")
    if one.answer is other.answer:
        return Outcome(Fit.AGREE, f"both say {said(a.value, a.holds)}")
    if Answer.CONDITIONAL in (one.answer, other.answer):
        depends, plain = (a, b) if one.answer is Answer.CONDITIONAL else (b, a)
        shown = f"{said(depends.value, depends.holds)} against {said(plain.value, plain.holds)}"
        return Outcome(Fit.COMPATIBLE, f"{shown}: a condition leaves room for it")
    return Outcome(Fit.CLASH, _against(a, b))


def _answer(statement: Statement) -> AnswerValue | None:
    """What a statement comes to; None where it denies that it depends."""
    value = statement.value
    if not isinstance(value, AnswerValue) or statement.holds is not Holds.DENIED:
        return value if isinstance(value, AnswerValue) else None
    if value.answer is Answer.CONDITIONAL:
        return None
    return AnswerValue(Answer.NO if value.answer is Answer.YES else Answer.YES)


def _both_denied(claim: Claim, a: Statement, b: Statement) -> Outcome:
    if compare(claim, a.value, b.value).fit is Fit.AGREE:
        return Outcome(Fit.AGREE, f"both deny {in_words(a.value)}")
    return Outcome(Fit.COMPATIBLE, f"{_against(a, b)}: two denials exclude nothing")


def _denied_and_stated(claim: Claim, denied: Statement, stated: Statement) -> Outcome:
    found = compare(claim, denied.value, stated.value)
    if found.fit is Fit.UNDETERMINED:
        return found
    shown = f"{in_words(stated.value)} against a denial of {in_words(denied.value)}"
    if found.fit is Fit.AGREE or (
        found.fit is Fit.COMPATIBLE and _covers(denied.value, stated.value)
    ):
        return Outcome(Fit.CLASH, shown)
    return Outcome(Fit.COMPATIBLE, f"{shown}, which leaves room for it")


def _covers(outer: Value, inner: Value) -> bool:
    match outer, inner:
        case DateValue(), DateValue():
            return dates.covers(outer, inner)
        case NumberValue(), NumberValue():
            return numbers.covers(outer, inner)
        case _:
            return False


_SEVERAL = re.compile(
    r"\b(?:who|wer) (?:are|were|sind|waren)\b|\bwhich (?:\w+ )?(?:persons|people|men|women|"
    r"ministers|countries|powers|states|leaders)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\((?P<office>[^()]+)\)\s*\Z")


def _names(claim: Claim, a: NameValue, b: NameValue) -> Outcome:
    if a.key == b.key:
        return _same(a, b, "are one name")
    shown = f"{a.written} against {b.written}"
    if may_be_one_bearer(a.key, b.key):
        return Outcome(Fit.UNDETERMINED, f"{shown}: one may be short for the other")
    if claim.one_answer:
        return _different(shown, one_answer=True)
    if _hold_two_offices(a, b):
        return Outcome(Fit.COMPATIBLE, f"{shown}: they hold two offices")
    if _SEVERAL.search(claim.question):
        return Outcome(Fit.COMPATIBLE, f"{shown}: the question asks for more than one")
    return _different(shown, one_answer=False)


def _hold_two_offices(a: NameValue, b: NameValue) -> bool:
    """Whether both names carry an office, in parentheses behind them, and not the same."""
    one, other = _OFFICE.search(a.written), _OFFICE.search(b.written)
    return bool(one and other and fold_text(one["office"]) != fold_text(other["office"]))


def _texts(a: TextValue, b: TextValue, *, one_answer: bool) -> Outcome:
    if a.key == b.key:
        return _same(a, b, "are the same words")
    return _different(f"{in_words(a)} against {in_words(b)}", one_answer=one_answer)


def _same(a: Value, b: Value, alike: str) -> Outcome:
    if in_words(a) == in_words(b):
        return Outcome(Fit.AGREE, f"both say {in_words(a)}")
    return Outcome(Fit.AGREE, f"{in_words(a)} and {in_words(b)} {alike}")


def _different(shown: str, *, one_answer: bool) -> Outcome:
    if one_answer:
        return Outcome(Fit.CLASH, f"{shown}, and the claim allows one answer")
    return Outcome(Fit.UNDETERMINED, f"{shown}: nothing says that only one can be right")


def _against(a: Statement, b: Statement) -> str:
    return f"{said(a.value, a.holds)} against {said(b.value, b.holds)}"
