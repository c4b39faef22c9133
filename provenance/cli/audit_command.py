"""The citation audit before publication."""

from __future__ import annotations

from pathlib import Path

import click

from provenance import run
from provenance.cli import options
from provenance.cli.board_commands import exit_code
from provenance.cli.progress import teller
from provenance.cli.streams import put, wants_colour, width


@click.command(epilog="Example: provenance audit draft.docx")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@options.as_json
@options.plain
@options.fail_on
def audit(*, files: tuple[Path, ...], json: bool, plain: bool, fail_on: str) -> int:
    """Audit the citations of FILES, or of the workspace's draft."""
    from provenance.rendering import audit_json, audit_text
    from provenance.rendering.json_text import dumps

    audited = run.audit(options.root_if_any(), files, teller())
    if not files and not audited.drafts and not audited.findings and not audited.problems:
        raise click.UsageError("There is no draft here. Name the file to audit.")
    if json:
        put(dumps(audit_json.audit(audited)))
    else:
        put(audit_text.audit(audited, width=width(), colour=wants_colour(plain=plain)))
    return exit_code(audited.findings, audited.problems, fail_on)
