"""The pages on the audit say what the program does; the hooks do what they are for."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from provenance.checks.registry import rules
from provenance.cli.audit_command import audit
from provenance.rendering.rules_markdown import page
from tests.cli.calls import ROOT, Answer
from tests.workspace.folders import make

DOCS = ROOT / "docs"
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def test_the_page_of_findings_is_what_the_checks_say() -> None:
    written = (DOCS / "findings.md").read_text("utf-8")
    assert written == page(rules()), "run: python -m provenance explain --all > docs/findings.md"


def test_every_option_stands_in_the_docs_and_every_option_there_exists() -> None:
    text = "".join((DOCS / name).read_text("utf-8") for name in ("audit.md", "audit-in-ci.md"))
    exists = {name for param in audit.params for name in param.opts if name.startswith("--")}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))
    assert named - {"--all"} == exists


@pytest.mark.parametrize("name", ["audit.md", "audit-in-ci.md"])
def test_yaml_in_the_docs_is_yaml(name: str) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (DOCS / name).read_text("utf-8"), re.DOTALL)
    assert blocks
    assert all(isinstance(yaml.safe_load(block), dict) for block in blocks)


def test_the_hooks_the_docs_name_are_defined() -> None:
    text = (DOCS / "audit-in-ci.md").read_text("utf-8")
    assert set(re.findall(r"- id: (\S+)", text)) == {hook["id"] for hook in HOOKS}


@pytest.mark.parametrize(
    ("path", "hooks"),
    [
        ("seeds/draft.docx", {"provenance-audit"}),
        ("claims/closed.yaml", {"provenance-audit"}),
        ("provenance.yaml", {"provenance-audit"}),
        ("chapters/one.md", {"provenance-audit-files"}),
        ("README.md", set()),
        ("docs/CHANGELOG.md", set()),
        ("pictures/a.png", set()),
    ],
)
def test_a_hook_looks_at_what_it_is_for(path: str, hooks: set[str]) -> None:
    assert {
        hook["id"]
        for hook in HOOKS
        if re.search(hook["files"], path) and not re.search(hook.get("exclude", "^$"), path)
    } == hooks


BAD = "The bridge was closed in that year.[^4]\n\n[^1]: J. Smith, *Harrow* (London, 1901), 12.\n"
GOOD = BAD.replace("[^4]", "[^1]")


def run_hook(hook: dict[str, Any], repository: Path, *changed: str) -> Answer:
    """What a hook's runner does: the entry, in the repository, with the files if it wants them."""
    program, *words = shlex.split(hook["entry"])
    assert program == "provenance"
    files = list(changed) if hook.get("pass_filenames", True) else []
    done = subprocess.run(
        [sys.executable, "-m", "provenance", *words, *files],
        cwd=repository,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    described = "id: draft\nrole: draft\n"
    settings = "audit: {select: [PV302, PV303]}\n"
    files: dict[str, str | bytes] = {
        "seeds/draft.md": BAD,
        "seeds/draft.md.source.yaml": described,
        "provenance.yaml": settings,
        "chapters/bad.md": BAD,
        "chapters/good.md": GOOD,
    }
    return make(root, files, with_cable=False)


def test_the_hooks_stop_a_commit_with_faults_and_no_other(repository: Path) -> None:
    whole, each = HOOKS
    stopped = run_hook(whole, repository, "seeds/draft.md")
    assert (stopped.code, "PV302" in stopped.out) == (1, True)
    assert run_hook(each, repository, "chapters/good.md", "chapters/bad.md").code == 1
    assert run_hook(each, repository, "chapters/good.md").code == 0
    (repository / "seeds/draft.md").write_text(GOOD)
    assert run_hook(whole, repository, "seeds/draft.md").code == 0
    status = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=repository, capture_output=True, text=True
    )
    assert ".provenance" not in status.stdout
