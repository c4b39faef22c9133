"""Options that several commands share."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from provenance.errors import ProvenanceError
from provenance.model.findings import Severity

if TYPE_CHECKING:
    from provenance.run import Reader

Command = TypeVar("Command", bound=Callable[..., object])


def as_json(command: Command) -> Command:
    """`--json`: the machine's form of the answer."""
    return click.option("--json", "json", is_flag=True, help="Print JSON instead of text.")(command)


def plain(command: Command) -> Command:
    """`--plain`: no colour, ASCII marks."""
    text = "No colour, and ASCII letters instead of signs."
    return click.option("--plain", is_flag=True, help=text)(command)


def fail_on(command: Command) -> Command:
    """`--fail-on`: from which severity on findings make exit code 1."""
    return click.option(
        "--fail-on",
        type=click.Choice([*(severity.value for severity in Severity), "never"]),
        default=Severity.ERROR.value,
        show_default=True,
        help="Exit with 1 when there is a finding at least this grave.",
    )(command)


def blind(command: Command) -> Command:
    """`--blind`: what others decided stays hidden until the reader has decided herself."""
    text = "Hide what others decided on claims that you have not signed yourself."
    return click.option("--blind", is_flag=True, help=text)(command)


def letters(*, plain: bool) -> bool | None:
    """Whether marks are letters for this person, whatever the workspace wishes; None leaves it to
    that. A flag outranks her own settings.
    """
    from provenance.run import load_user_settings

    return True if plain else load_user_settings(os.environ).letters


def initials() -> tuple[str, bool]:
    """Who signs decisions, and whether she said so herself: by `--by`, by `PROVENANCE_INITIALS`,
    or in her own settings.

    Else it is the user's name, which the workspace's initials outrank.
    """
    from provenance.run import load_user_settings

    context = click.get_current_context(silent=True)
    chosen = str((context.find_root().params.get("by") if context else "") or "").strip()
    chosen = chosen or os.environ.get("PROVENANCE_INITIALS", "").strip()
    chosen = chosen or load_user_settings(os.environ).initials
    if chosen:
        return chosen, True
    try:
        return getpass.getuser(), False
    except (OSError, KeyError):
        # A user id without a name, as in some containers.
        return "unnamed", False


def reader(*, blind: bool = False) -> Reader:
    """Who looks at the workspace, today."""
    from provenance.run import Reader

    by, chosen = initials()
    return Reader(by, chosen, blind, datetime.now(UTC).date().isoformat())


def root() -> Path:
    """The workspace the user means: `-C DIR`, or the nearest one from this folder upwards.

    Raises `ProvenanceError` when there is none.
    """
    # Not by way of `provenance.run`, which loads all that computes.
    from provenance.workspace.paths import find_root

    named: str | None = click.get_current_context().obj
    return Path(named) if named is not None else find_root(Path.cwd())


def root_or_start() -> tuple[Path, bool]:
    """The workspace the user means and True; else where one may be started, and False."""
    from provenance.run import is_workspace

    found = root_if_any()
    named: str | None = click.get_current_context().obj
    here = Path(named) if named else Path.cwd()
    return (found, True) if found is not None and is_workspace(found) else (here, False)


def root_if_any() -> Path | None:
    """The workspace the user means, or None where there is none and none was named."""
    try:
        return root()
    except ProvenanceError:
        if click.get_current_context().obj is not None:
            raise
        return None
