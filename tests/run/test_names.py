"""What `provenance.run` offers is imported when it is asked for, and nothing before."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import run

_NOT_BEFORE_A_CHECK = (
    "bibtexparser", "docx", "edtf", "jinja2", "lxml", "numpy", "pypdfium2",
    "provenance.checks.registry", "provenance.comparison.judge", "provenance.readers.read",
)  # fmt: skip


def _typed() -> dict[str, str]:
    """What the types say is there, with its home."""
    tree = ast.parse(Path(run.__file__).read_text("utf-8"))
    return {
        name.name: each.module or ""
        for block in tree.body
        if isinstance(block, ast.If)
        for each in block.body
        if isinstance(each, ast.ImportFrom)
        for name in each.names
    }


def test_what_the_types_say_is_there_is_there() -> None:
    homes = run._HOMES
    assert homes == _typed()
    assert all(getattr(run, name) is not None for name in homes)
    with pytest.raises(AttributeError):
        _ = run.nothing_of_the_kind


def test_the_board_starts_without_what_compares() -> None:
    asked = "provenance.tui.app, provenance.cli.board_commands"
    names = "run.load_user_settings, run.keys_of, run.KeptBoards, run.Reader"
    program = (
        f"import sys, {asked}\nfrom provenance import run\n{names}\n"
        f"print([name for name in {_NOT_BEFORE_A_CHECK!r} if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"
