"""An audit as annotations that GitHub shows beside the lines of a change.

Each is one line that the runner acts on, so nothing of a document's may end it or begin another.
"""

from __future__ import annotations

from collections.abc import Callable

from provenance.model.audit import Audit
from provenance.model.findings import Finding, Severity
from provenance.rendering.audit_in_words import (
    mended_in_words,
    shortfall_in_words,
    summary_in_words,
    title_of,
)
from provenance.rendering.audit_places import Spot, spot_of, within_file
from provenance.rendering.untrusted import on_one_line

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = _IN_MESSAGES | {":": "%3A", ",": "%2C"}


def audit(audit: Audit, located: Callable[[str], str]) -> str:
    """One annotation a line: open findings, what falls short, what could not be read.

    `located` makes a path of the audit one from the repository's root on.
    """
    lines = [_finding(audit, finding, located) for finding in audit.findings]
    lines += [
        _command("error", shortfall_in_words(audit, draft), file=located(draft.document.path))
        for draft in audit.falls_short
    ]
    for problem in audit.problems:
        place = problem.place
        file = located(place.path) if place else ""
        line = str(place.line) if place and place.line else ""
        told = "\n".join(part for part in (problem.message, problem.hint) if part)
        lines.append(_command("error", told, file=file, line=line, title=problem.slug))
    last = [summary_in_words(audit), mended_in_words(audit)]
    lines += [_command("notice", text) for text in last if text]
    return "\n".join(lines) + "\n"


def _finding(audit: Audit, finding: Finding, located: Callable[[str], str]) -> str:
    spot = spot_of(audit, finding)
    return _command(
        _COMMANDS[finding.severity],
        _message(finding, spot),
        file=located(spot.path),
        line=str(spot.line or ""),
        col=str(spot.column or ""),
        title=title_of(audit, finding.code),
    )


def _message(finding: Finding, spot: Spot) -> str:
    where = "" if spot.line else within_file(spot)
    other = finding.counterpart
    parts = [
        f"{where}: {finding.message}" if where else finding.message,
        f"{other.source} has: “{other.words}”" if other else "",
        finding.hint,
    ]
    return "\n".join(part for part in parts if part)


def _command(name: str, message: str, **properties: str) -> str:
    said = ",".join(
        f"{key}={_escaped(on_one_line(value), _IN_PROPERTIES)}"
        for key, value in properties.items()
        if value
    )
    shown = "\n".join(on_one_line(line) for line in message.split("\n"))
    return f"::{name}{' ' * bool(said)}{said}::{_escaped(shown, _IN_MESSAGES)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
