"""The citation audit before publication."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import click

from provenance import run
from provenance.cli import audit_options, exit_codes, options
from provenance.cli.board_commands import tell_problems
from provenance.cli.progress import teller
from provenance.cli.streams import put, wants_colour, width


@click.command(epilog="Example: provenance audit draft.docx")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@options.as_json
@options.plain
@audit_options.what_counts
def audit(
    *,
    files: tuple[Path, ...],
    json: bool,
    plain: bool,
    select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    fail_on: str | None,
    require_coverage: Decimal | None,
) -> int:
    """Audit the citations of FILES, or of the workspace's draft."""
    from provenance.rendering import audit_json, audit_text
    from provenance.rendering.json_text import dumps

    asked = run.Asked(select, ignore, fail_on, require_coverage)
    audited = run.audit(options.root_if_any(), files, teller(), asked)
    if not files and not audited.drafts and not audited.findings and not audited.problems:
        raise click.UsageError("There is no draft here. Name the file to audit.")
    if json:
        put(dumps(audit_json.audit(audited)))
    else:
        put(audit_text.audit(audited, width=width(), colour=wants_colour(plain=plain)))
    if tell_problems(audited.problems):
        return exit_codes.BAD_INPUT
    return exit_codes.FINDINGS if audited.fails else exit_codes.CLEAN
