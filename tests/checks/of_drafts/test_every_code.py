"""Every finding about drafts has a draft that has it and one that has not."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from provenance.checks.registry import checks

MODULES = sorted(path.stem for path in Path(__file__).parent.glob("test_*.py"))
AUDITED = sorted(code for code, check in checks().items() if check.audit)


def _codes(table: str) -> set[str]:
    """The codes of the tables of that name in all modules of this folder."""
    codes: set[str] = set()
    for name in MODULES:
        module = importlib.import_module(f"tests.checks.of_drafts.{name}")
        codes |= {str(case.values[0]) for case in getattr(module, table, ())}
    return codes


@pytest.mark.parametrize("table", ["BAD", "GOOD"])
def test_every_code_has_a_case(table: str) -> None:
    assert [code for code in AUDITED if code not in _codes(table)] == []
