"""What a person wrote as a value, read as the claim's type."""

from __future__ import annotations

import re
from decimal import Decimal

from provenance.errors import quoted
from provenance.evidence.bad_value import BadValue
from provenance.evidence.edtf_dates import read_date
from provenance.evidence.names import Aliases
from provenance.evidence.numbers import read_number
from provenance.model.claims import ClaimType, Tolerance
from provenance.model.names import fold_text
from provenance.model.values import Answer, AnswerValue, NameValue, TextValue, Value

__all__ = ["BadValue", "read_tolerance", "read_value"]

_ANSWERS = {
    **dict.fromkeys(("yes", "y", "true"), Answer.YES),
    **dict.fromkeys(("no", "n", "false"), Answer.NO),
}
_CONDITION = re.compile(
    r"(?:conditional(?:ly)?|yes|no)?\s*[,:;–—-]?\s*"
    r"(?P<condition>(?:only |but )?"
    r"(?:if|unless|provided|when|once|until|subject to|as long as)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITIONAL = re.compile(
    r"conditional(?:ly)?(?:\s*[,:;–—-]\s*(?P<condition>.+))?", re.IGNORECASE | re.DOTALL
)
_ANSWER_HINT = "write yes, no, conditional, or conditional: if …"

_DURATION = re.compile(
    r"P(?:(?P<years>[0-9]{1,5})Y)?(?:(?P<months>[0-9]{1,5})M)?(?:(?P<weeks>[0-9]{1,5})W)?"
    r"(?:(?P<days>[0-9]{1,6})D)?"
)
_DAYS = {"years": 366, "months": 31, "weeks": 7, "days": 1}
"""The longest each can be: a tolerance of a month covers any month."""
_TOLERANCE_HINTS = {
    ClaimType.DATE: "write an ISO 8601 duration: P3D for 3 days, P2W, P1M, P1Y",
    ClaimType.NUMBER: "write a share such as 5%, or an amount such as 10",
}


def read_value(type: ClaimType, written: str, aliases: Aliases) -> Value:
    """The typed value of what was written. Raises `BadValue`."""
    match type:
        case ClaimType.DATE:
            return read_date(written)
        case ClaimType.NUMBER:
            return read_number(written)
        case ClaimType.YES_NO:
            return _answer(written)
        case ClaimType.NAME:
            return NameValue(written.strip(), _keyed(aliases.key(written), "name"))
        case ClaimType.TEXT:
            return TextValue(written.strip(), _keyed(fold_text(written), "text"))


def read_tolerance(type: ClaimType, written: str) -> Tolerance:
    """`P3D`, `P1M` for dates; `5%` or `10` for numbers. Raises `BadValue`."""
    text = written.strip()
    if type is ClaimType.DATE:
        return Tolerance(days=_days(text))
    if type is not ClaimType.NUMBER:
        raise BadValue(
            f"a claim of type {type.value} has no tolerance", "leave it out, or change the type"
        )
    if match := re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)\s*%", text):
        return Tolerance(share=Decimal(match[1]) / 100)
    if re.fullmatch(r"[0-9]{1,18}(?:\.[0-9]{1,9})?", text):
        return Tolerance(amount=Decimal(text))
    raise BadValue(f"{quoted(text)} is not a tolerance for numbers", _TOLERANCE_HINTS[type])


def _days(text: str) -> int:
    match = _DURATION.fullmatch(text)
    if not match or not any(match.groups()):
        raise BadValue(f"{quoted(text)} is not a duration", _TOLERANCE_HINTS[ClaimType.DATE])
    return sum(_DAYS[part] * int(count) for part, count in match.groupdict().items() if count)


def _answer(written: str) -> AnswerValue:
    plain = written.strip()
    if answer := _ANSWERS.get(plain.casefold().rstrip(".")):
        return AnswerValue(answer)
    if match := _CONDITION.fullmatch(plain):
        return AnswerValue(Answer.CONDITIONAL, match["condition"].strip())
    if match := _CONDITIONAL.fullmatch(plain):
        return AnswerValue(Answer.CONDITIONAL, (match["condition"] or "").strip())
    raise BadValue(f"{quoted(plain)} is neither yes, no nor conditional", _ANSWER_HINT)


def _keyed(key: str, kind: str) -> str:
    if not key:
        raise BadValue(f"a {kind} is missing", f"write the {kind} that the source gives")
    return key
