"""An audit as SARIF 2.1.0, which code hosts and editors show beside the files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from provenance import __version__
from provenance.model.audit import Audit
from provenance.model.decided import SetAside
from provenance.model.findings import Finding, Rule, Severity
from provenance.rendering.audit_in_words import shortfall_in_words
from provenance.rendering.audit_places import Spot, spot_of, within_file
from provenance.rendering.untrusted import for_markdown, on_one_line

Json = dict[str, Any]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_FINGERPRINT = "provenance/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def audit(audit: Audit, located: Callable[[str], str]) -> Json:
    """The whole audit as one run; what is set aside is suppressed with its reason.

    `located` makes a path of the audit one from the repository's root on.
    """
    numbers = {rule.code: number for number, rule in enumerate(audit.rules)}
    compared = bool(audit.known or audit.mended)
    new, same = ("new", "unchanged") if compared else ("", "")
    results = [_result(audit, each, numbers, located, new) for each in audit.findings]
    results += [_result(audit, each, numbers, located, same) for each in audit.known]
    results += [
        {**_result(audit, each.finding, numbers, located, ""), "suppressions": [_reason(each)]}
        for each in audit.set_aside
    ]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(audit)},
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(audit, located)],
                "results": results,
            }
        ],
    }


def _driver(audit: Audit) -> Json:
    return {
        "name": "provenance",
        "version": __version__,
        "rules": [_rule(rule) for rule in audit.rules],
    }


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.title.split() if word.isalnum()),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation.partition("\n\n")[0].replace("\n", " ")},
        "help": {"text": rule.explanation, "markdown": rule.explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    audit: Audit,
    finding: Finding,
    numbers: dict[str, int],
    located: Callable[[str], str],
    state: str,
) -> Json:
    result: Json = {"ruleId": finding.code}
    if finding.code in numbers:
        result["ruleIndex"] = numbers[finding.code]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": _message(finding),
        "locations": [_location(audit, finding, located)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
    }
    if other := finding.counterpart:
        place = Spot(other.place.path, other.place.line, other.place.column)
        result["relatedLocations"] = [
            {
                "id": 1,
                "message": {"text": f"{on_one_line(other.source)}: “{on_one_line(other.words)}”"},
                **_physical(place, other.words, located),
            }
        ]
    return result | ({"baselineState": state} if state else {})


def _message(finding: Finding) -> Json:
    parts = [on_one_line(part) for part in (finding.message, finding.hint) if part]
    return {"text": "\n".join(parts), "markdown": "\n\n".join(for_markdown(p) for p in parts)}


def _location(audit: Audit, finding: Finding, located: Callable[[str], str]) -> Json:
    spot = spot_of(audit, finding)
    location = _physical(spot, finding.words, located)
    if not spot.line and (within := within_file(spot)):
        location["logicalLocations"] = [{"fullyQualifiedName": within}]
    return location


def _physical(spot: Spot, words: str, located: Callable[[str], str]) -> Json:
    place: Json = {"artifactLocation": {"uri": quote(on_one_line(located(spot.path)))}}
    if spot.line:
        region: Json = {"startLine": spot.line}
        region |= {"startColumn": spot.column} if spot.column else {}
        region |= {"snippet": {"text": on_one_line(words)}} if words else {}
        place["region"] = region
    return {"physicalLocation": place}


def _reason(aside: SetAside) -> Json:
    waiver = aside.waiver
    until = f" until {waiver.expires}" if waiver.expires else ""
    told = f"{waiver.why} ({waiver.by}, {waiver.at[:10]}{until})"
    return {"kind": "external", "status": "accepted", "justification": on_one_line(told)}


def _invocation(audit: Audit, located: Callable[[str], str]) -> Json:
    told = [
        {
            "level": "error",
            "message": {"text": on_one_line(str(problem.message))},
            **(
                {
                    "locations": [
                        _physical(
                            Spot(problem.place.path, problem.place.line, problem.place.column),
                            "",
                            located,
                        )
                    ]
                }
                if problem.place
                else {}
            ),
        }
        for problem in audit.problems
    ]
    told += [
        {"level": "error", "message": {"text": on_one_line(shortfall_in_words(audit, draft))}}
        for draft in audit.falls_short
    ]
    done: Json = {"executionSuccessful": not audit.problems}
    return done | ({"toolExecutionNotifications": told} if told else {})
