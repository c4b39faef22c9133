"""What `provenance audit` prints and writes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import click

from provenance.cli.streams import wants_colour, width
from provenance.model.audit import Audit
from provenance.rendering.audit_in_words import GroupBy, Show

_QUERY_FORMATS = (".md", ".docx")


def printed(
    audit: Audit, format_: str, root: Path | None, show: Show, group: GroupBy, *, plain: bool
) -> str:
    """The audit in one of the formats. A format's module is loaded when it is asked for."""
    if format_ == "json":
        from provenance.rendering import audit_json
        from provenance.rendering.json_text import dumps

        return dumps(audit_json.audit(audit))
    if format_ == "sarif":
        from provenance.rendering import audit_sarif
        from provenance.rendering.json_text import dumps

        return dumps(audit_sarif.audit(audit, _located(root)))
    if format_ == "github":
        from provenance.rendering import audit_github

        return audit_github.audit(audit, _located(root))
    if format_ == "markdown":
        from provenance.rendering import audit_markdown

        return audit_markdown.audit(audit, show, group)
    if format_ == "html":
        from provenance.rendering import audit_html

        return audit_html.audit(audit, show)
    from provenance.rendering import audit_text

    choice = audit_text.Choice(show, group)
    colour = wants_colour(plain=plain)
    return audit_text.audit(audit, width=width(), colour=colour, choice=choice)


def check_queries_name(file: Path | None) -> None:
    """Refuse a name for the query list whose ending tells no format that there is."""
    if file is not None and file.suffix.lower() not in _QUERY_FORMATS:
        raise click.UsageError(f"--queries writes .md or .docx, not “{file.name}”.")


def table(audit: Audit, ending: str) -> bytes:
    """The cite-checker's spreadsheet."""
    from provenance.rendering import audit_tables

    return audit_tables.as_xlsx(audit) if ending == "xlsx" else audit_tables.as_csv(audit)


def query_list(audit: Audit, folder: Path, file: Path) -> bytes:
    """The queries to the author, in the format that the file's name tells."""
    from provenance import run

    listed = run.query_list(folder, audit)
    if file.suffix.lower() == ".docx":
        from provenance.rendering import queries_docx

        return queries_docx.queries(audit, listed)
    from provenance.rendering import queries_markdown

    return queries_markdown.queries(audit, listed).encode("utf-8", "replace")


def _located(root: Path | None) -> Callable[[str], str]:
    """Paths from the current folder on, which a job runs in, whatever workspace was audited."""

    def located(path: str) -> str:
        if root is None or not (root / path).exists():
            return Path(path).as_posix()
        try:
            return Path(os.path.relpath(root.resolve() / path)).as_posix()
        except ValueError:
            # Another drive, on Windows.
            return path

    return located
