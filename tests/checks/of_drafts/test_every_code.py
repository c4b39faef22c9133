"""Every finding about drafts has a draft that has it and one that has not."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

from provenance.checks.registry import checks

MODULES = sorted(path.stem for path in Path(__file__).parent.glob("test_*.py"))
AUDITED = sorted(code for code, check in checks().items() if check.audit)


def _codes(module: ModuleType, table: str) -> set[str]:
    """The codes of a module's table. Where a good case names none, it is run with all in CODES."""
    cases = getattr(module, table, ())
    named = {value for case in cases for value in case.values if _is_code(value)}
    return named | set(getattr(module, "CODES", ()) if cases and table == "GOOD" else ())


def _is_code(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"PV\d{3}", value) is not None


@pytest.mark.parametrize("table", ["BAD", "GOOD"])
def test_every_code_has_a_case(table: str) -> None:
    modules = [importlib.import_module(f"tests.checks.of_drafts.{name}") for name in MODULES]
    covered = {code for module in modules for code in _codes(module, table)}
    assert [code for code in AUDITED if code not in covered] == []
