"""Every code's explanation as one page of Markdown. The texts are the program's own."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.findings import Rule

_LEAD = """\
# Findings

What `provenance check` and `provenance audit` report: a code, a place, the words, a way to put it
right. Severities are the program's own; `severities:` in `provenance.yaml` changes them.
[audit.md](audit.md) tells how to choose, set aside and adopt findings. This page is made by
`provenance explain --all > docs/findings.md`.

| code | severity | title |
|---|---|---|
"""


def page(rules: Sequence[Rule]) -> str:
    """A table of all codes, and below it each with its explanation, in the order of codes."""
    table = "".join(
        f"| [{rule.code}](#{rule.code.lower()}) | {rule.severity.value} | {rule.title} |\n"
        for rule in rules
    )
    return _LEAD + table + "".join(_section(rule) for rule in rules)


def _section(rule: Rule) -> str:
    return (
        f'\n## <a id="{rule.code.lower()}"></a>{rule.code} {rule.title}\n\n'
        f"*{rule.severity.value}*\n\n{rule.explanation}\n"
    )
