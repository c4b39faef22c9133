"""Options of `provenance audit`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

import click

from provenance.evidence.values import BadValue
from provenance.model.findings import Severity

Command = TypeVar("Command", bound=Callable[..., object])


def _codes(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    from provenance.workspace.audit_settings import read_codes, unknown_code

    if value is None:
        return None
    codes = read_codes(value)
    for code in codes:
        hint = unknown_code(code)
        if hint is not None:
            raise click.BadParameter(f"No finding has the code “{code}”: {hint}", ctx, param)
    return codes


def _share(ctx: click.Context, param: click.Parameter, value: str | None) -> Decimal | None:
    from provenance.workspace.audit_settings import read_share

    try:
        return None if value is None else read_share(value)
    except BadValue as error:
        raise click.BadParameter(f"{error.message}: {error.hint}.", ctx, param) from None


def what_counts(command: Command) -> Command:
    """The options that say which findings are told, and when the audit fails."""
    options = (
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
    )
    for option in reversed(options):
        command = option(command)
    return command
