"""What `provenance.yaml` says of audits, and what a command may say instead of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from provenance.alignment.nearest import nearest
from provenance.errors import Place, Problem, inert, quoted
from provenance.evidence.values import BadValue
from provenance.model.findings import Severity
from provenance.model.selection import Selection
from provenance.workspace.fields import Fields
from provenance.workspace.yaml_nodes import Mapping, Scalar

_COVERAGE = "require-coverage"
_GROUP = 3
"""Characters that the codes of one kind have in common, such as `PV3`."""
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,6})?) ?%?")


@dataclass(frozen=True, slots=True)
class AuditSettings:
    selection: Selection = Selection()
    fail_on: Severity | None = Severity.ERROR
    """From which severity on a finding makes an audit fail; None where none does."""
    require_coverage: Decimal | None = None
    """Of a hundred checkable sentences, how many must be supported or quoted."""


def read_audit(fields: Fields | None) -> AuditSettings:
    """What stands under `audit`; what is wrong with it is added to the problems of `fields`."""
    if fields is None:
        return AuditSettings()
    chosen = {key: _codes(fields, key) for key in ("select", "ignore")}
    return AuditSettings(
        Selection(chosen["select"], chosen["ignore"]),
        read_fail_on(fields.text("fail-on") or Severity.ERROR.value),
        fields.value(_COVERAGE, read_share, "bad-value"),
    )


def read_fail_on(text: str) -> Severity | None:
    """`error`, `warning` or `note`; None for `never`, and for what the schema refused."""
    return next((severity for severity in Severity if severity.value == text), None)


def read_share(text: str) -> Decimal:
    """A share of a hundred, such as `95`, `97.5` or `95%`. Raises `BadValue`."""
    found = _SHARE.fullmatch(text.strip())
    if not found or Decimal(found.group(1)) > 100:
        raise BadValue(f"{quoted(text)} is no share of a hundred", "from 0 to 100, such as 95")
    return Decimal(found.group(1))


def read_codes(text: str) -> tuple[str, ...]:
    """Codes or beginnings of codes between commas or spaces, in capitals."""
    return tuple(part.upper() for part in re.split(r"[,\s]+", text) if part)


def _known() -> Collection[str]:
    # Only where somebody names a code: the checks are all that compares.
    from provenance.checks.registry import checks

    return checks().keys()


def unknown_code(beginning: str) -> str | None:
    """A hint that names the nearest code where none begins so; None where one does."""
    if any(code.startswith(beginning.upper()) for code in _known()):
        return None
    groups = {code[:_GROUP] for code in _known()}
    near = nearest(beginning.upper(), sorted({*_known(), *groups}))
    return f"did you mean {near}?" if near else "`provenance explain` lists every code"


def unknown_codes(keys: Iterable[Scalar]) -> list[Problem]:
    """A problem for each key that is no finding's code."""
    return [
        _unknown(key.text, key.place, unknown_code(key.text) or "a whole code is needed here")
        for key in keys
        if key.text not in _known()
    ]


def keys_of(fields: Fields | None) -> list[Scalar]:
    """The keys of a mapping, without those a user keeps for himself."""
    return [entry.key for entry in fields.entries()] if fields else []


def _codes(fields: Fields, key: str) -> tuple[str, ...]:
    node = fields.node.get(key)
    if node is None or isinstance(node, Mapping):
        return ()
    alone = isinstance(node, Scalar) and not node.is_null
    listed = (node,) if alone and isinstance(node, Scalar) else fields.scalars(key)
    found: list[str] = []
    for scalar in listed:
        for code in read_codes(scalar.text):
            hint = unknown_code(code)
            if hint is None:
                found.append(code)
            else:
                problem = _unknown(code, scalar.place, hint)
                fields.wrong(problem.slug, scalar.place, problem.message, problem.hint)
    return tuple(found)


def _unknown(code: str, place: Place, hint: str) -> Problem:
    return Problem("unknown-code", f"no finding has the code {quoted(code)}", place, inert(hint))
