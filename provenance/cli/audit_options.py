"""Options of `provenance audit`, by what they are about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import click

from provenance.evidence.bad_value import BadValue
from provenance.model.findings import Severity
from provenance.rendering.audit_in_words import GroupBy, Show

Command = TypeVar("Command", bound=Callable[..., object])
_FILE = click.Path(path_type=Path, dir_okay=False)


def _codes(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    from provenance.workspace.audit_settings import read_codes, unknown_code

    codes = read_codes(value)
    for code in codes:
        hint = unknown_code(code)
        if hint is not None:
            raise click.BadParameter(f"No finding has the code “{code}”: {hint}", ctx, param)
    return codes


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    if value is None:
        return ""
    try:
        day = date.fromisoformat(value).isoformat()
    except ValueError:
        day = ""
    if day != value:
        raise click.BadParameter(f"“{value}” is no day; such as 2024-12-31.", ctx, param)
    return day


def _share(ctx: click.Context, param: click.Parameter, value: str | None) -> Decimal | None:
    if value is None:
        return None
    from provenance.workspace.audit_settings import read_share

    try:
        return read_share(value)
    except BadValue as error:
        raise click.BadParameter(f"{error.message}: {error.hint}.", ctx, param) from None


def what_counts(command: Command) -> Command:
    """The options that say which findings are told, and when the audit fails."""
    return _with(
        command,
        click.option(
            "--select",
            callback=_codes,
            metavar="CODES",
            help="Only these codes, or all that begin so, such as PV2,PV402.",
        ),
        click.option(
            "--ignore",
            callback=_codes,
            metavar="CODES",
            help="Not these codes; the longer beginning decides.",
        ),
        click.option(
            "--fail-on",
            type=click.Choice([*(severity.value for severity in Severity), "never"]),
            help="Exit with 1 when a finding is at least this grave.  [default: error]",
        ),
        click.option(
            "--require-coverage",
            callback=_share,
            metavar="SHARE",
            help="Exit with 1 when fewer of a hundred checkable sentences are supported.",
        ),
        click.option(
            "--no-baseline",
            is_flag=True,
            help="As if there were no audit-baseline.yaml.",
        ),
        click.option(
            "--today",
            callback=_day,
            metavar="DATE",
            help="As if today were another day, such as 2024-12-31.",
        ),
    )


def what_is_shown(command: Command) -> Command:
    """The options that say what is printed, and what is written beside it."""
    return _with(
        command,
        click.option(
            "--format",
            "format_",
            type=click.Choice(["text", "json", "sarif", "github", "markdown", "html"]),
            default="text",
            show_default=True,
            help="What to print.",
        ),
        click.option(
            "--output", "-o", type=_FILE, metavar="FILE", help="Write that to a file instead."
        ),
        click.option(
            "--show",
            type=click.Choice([show.value for show in Show]),
            default=Show.OPEN.value,
            show_default=True,
            help="Which findings to list (text, markdown, html).",
        ),
        click.option(
            "--group",
            type=click.Choice([group.value for group in GroupBy]),
            default=GroupBy.CODE.value,
            show_default=True,
            help="What to put together (text, markdown).",
        ),
        click.option(
            "--xlsx", type=_FILE, metavar="FILE", help="Write the cite-checker's spreadsheet."
        ),
        click.option("--csv", type=_FILE, metavar="FILE", help="Write the same as CSV."),
        click.option(
            "--queries",
            type=_FILE,
            metavar="FILE",
            help="Write the numbered queries to the author (.md or .docx).",
        ),
    )


def what_is_decided(command: Command) -> Command:
    """The options that record something before the audit is told."""
    return _with(
        command,
        click.option(
            "--set-aside",
            multiple=True,
            metavar="FINGERPRINT",
            help="Record that a finding is not to count (with --why).",
        ),
        click.option(
            "--bring-back",
            multiple=True,
            metavar="FINGERPRINT",
            help="Let a finding count again.",
        ),
        click.option("--why", default="", metavar="TEXT", help="The reason."),
        click.option(
            "--until",
            callback=_day,
            metavar="DATE",
            help="The last day on which it is set aside.",
        ),
        click.option("--by", default="", metavar="INITIALS", help="Who decides."),
        click.option(
            "--write-baseline",
            is_flag=True,
            help="Write audit-baseline.yaml: from now on only new findings fail.",
        ),
    )


def _with(command: Command, *options: Callable[[Command], Command]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
