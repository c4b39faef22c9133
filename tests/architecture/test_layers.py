"""Who may import whom, shown in a fresh interpreter and by the import contracts."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "provenance"
MODULES = sorted(PACKAGE.rglob("*.py"))
CORE = ("model", "alignment", "citations", "evidence", "comparison", "drafts", "checks")
SCREENS_AND_FORMATS = ("textual", "rich", "yaml", "click", "jinja2")


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_core_modules_load_no_screen_and_no_file_format() -> None:
    core = [_name(path) for path in MODULES if path.relative_to(PACKAGE).parts[0] in CORE]
    assert core, "no core modules found"
    script = (
        "import sys, importlib\n"
        f"for name in {core!r}:\n"
        "    importlib.import_module(name)\n"
        f"    loaded = [m for m in {SCREENS_AND_FORMATS!r} if m in sys.modules]\n"
        "    assert not loaded, f'{name} loads {loaded}'\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_import_contracts_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_asking_for_the_version_loads_neither_board_nor_numpy() -> None:
    script = (
        "import sys\n"
        "from provenance.cli.main import run\n"
        "run(['--version'])\n"
        "print([m for m in ('textual', 'numpy', 'edtf', 'yaml', 'jinja2') if m in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_is_of_readable_length_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400, "split it: see docs/architecture.md"
    assert ast.get_docstring(ast.parse(text)), "a module begins with what it is for"
    assert path.stem not in {"utils", "util", "helpers", "misc", "common", "manager"}


def _functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in _functions(path)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > 60
    ]
    assert not long


def test_public_functions_of_the_core_have_docstrings() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in MODULES
        if path.relative_to(PACKAGE).parts[0] in CORE
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        # A check is explained by its module's docstring, which `provenance explain` prints.
        and not ("checks" in path.parts and node.name in ("check", "audit"))
    ]
    assert not bare
