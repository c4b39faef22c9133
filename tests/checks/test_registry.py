from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import provenance
from provenance.checks.registry import checks, explain, explained
from provenance.checks.slugs import SLUGS
from provenance.checks.words import WORDS
from provenance.model.verdicts import CellState, Relation, Standing, Verdict

PACKAGE = Path(provenance.__file__).parent
SECTIONS = ("What it means:", "Why it matters:", "To put it right:", "Bad:", "Good:")


@pytest.mark.parametrize("code", sorted(checks()))
def test_every_code_is_explained_in_fixed_sections(code: str) -> None:
    text = explain(code)
    assert text.startswith(f"{code}: {checks()[code].title} ({checks()[code].severity.value})\n")
    places = [text.index(f"\n{section}") for section in SECTIONS]
    assert places == sorted(places)


def test_codes_are_grouped_by_what_they_are_about() -> None:
    assert all(re.fullmatch(r"PV[1-7]\d\d", code) for code in checks())
    assert list(checks()) == sorted(checks())


@pytest.mark.parametrize("slug", sorted(SLUGS))
def test_every_slug_tells_what_to_do(slug: str) -> None:
    text = explain(slug)
    assert text.startswith(f"{slug}: {SLUGS[slug][0]}\n")
    assert "To put it right:" in text


def test_every_mark_and_verdict_is_explained() -> None:
    shown = {*Relation, *Verdict, CellState.SILENT, CellState.UNREAD, Standing.LOST}
    assert {each.value for each in shown} == set(WORDS)
    assert explain("possible-conflict").startswith("possible-conflict: Mark of a cell")


def test_codes_are_found_in_any_case() -> None:
    assert explain(" pv501 ") == explain("PV501")
    assert explain("BAD-EDTF") == explain("bad-edtf")


def test_what_nobody_uses_is_not_explained() -> None:
    with pytest.raises(KeyError):
        explain("PV999")


def test_the_list_has_every_code_and_slug_once() -> None:
    names = [name for name, _ in explained()]
    assert names == [*sorted(checks()), *sorted(SLUGS | WORDS)]


RAISERS = {"Problem", "problem_error", "wrong", "value", "_read", "_note", "_refuse"}
SLUG = re.compile(r"[a-z]+(?:-[a-z]+)+|unreadable|unwritable")
NO_SLUGS = {"as-of", "one-answer", "derived-from", "yes-no"}
"""Keys of YAML files that the same functions are given."""


def _slugs_used() -> Iterator[tuple[str, str]]:
    """Slugs passed to what makes problems, or bound to a name `slug`, with their file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "checks" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for text in _constants(node):
                if SLUG.fullmatch(text) and text not in NO_SLUGS:
                    yield text, path.relative_to(PACKAGE).as_posix()


def _constants(node: ast.AST) -> Iterator[str]:
    given: list[ast.AST] = []
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        named = [keyword.value for keyword in node.keywords if keyword.arg == "slug"]
        given = [*(node.args if name in RAISERS else []), *named]
    elif isinstance(node, ast.Assign):
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        given = [node.value] if "slug" in names else []
    for part in given:
        branches = (part.body, part.orelse) if isinstance(part, ast.IfExp) else (part,)
        for branch in branches:
            if isinstance(branch, ast.Constant) and isinstance(branch.value, str):
                yield branch.value


def test_every_slug_in_the_code_is_explained() -> None:
    missing = sorted({f"{slug} ({file})" for slug, file in _slugs_used() if slug not in SLUGS})
    assert missing == []


def test_the_search_for_slugs_finds_those_of_several_packages() -> None:
    folders = {file.split("/")[0] for _, file in _slugs_used()}
    assert {"workspace", "readers"} <= folders


def test_every_explained_slug_is_used() -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("*.py"))
        if "checks" not in path.parts
    ]
    unused = [slug for slug in sorted(SLUGS) if not any(f'"{slug}"' in text for text in sources)]
    assert unused == []
