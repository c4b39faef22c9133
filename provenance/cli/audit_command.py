"""The citation audit before publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from provenance.cli import audit_options, audit_outputs, exit_codes, options
from provenance.cli.problems import tell_problems
from provenance.cli.progress import teller
from provenance.cli.streams import put, say
from provenance.model.asked import Asked
from provenance.model.audit import Audit
from provenance.rendering.audit_in_words import GroupBy, Show

if TYPE_CHECKING:
    from provenance.run import Signed


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything that was said behind `provenance audit`, as `audit_options` names it."""

    files: tuple[Path, ...]
    json: bool
    plain: bool
    select: tuple[str, ...] | None
    ignore: tuple[str, ...] | None
    fail_on: str | None
    require_coverage: Decimal | None
    no_baseline: bool
    today: str
    format_: str
    output: Path | None
    show: str
    group: str
    xlsx: Path | None
    csv: Path | None
    queries: Path | None
    set_aside: tuple[str, ...]
    bring_back: tuple[str, ...]
    why: str
    until: str
    by: str
    write_baseline: bool

    @property
    def decides(self) -> bool:
        """Whether something is to be recorded before the audit is told."""
        return bool(self.set_aside or self.bring_back or self.write_baseline)

    def asked(self, now: datetime) -> Asked:
        """What `run` is to be asked."""
        day = self.today or now.date().isoformat()
        return Asked(
            self.select,
            self.ignore,
            self.fail_on,
            self.require_coverage,
            day,
            not self.no_baseline,
        )

    def signed(self, now: datetime) -> Signed:
        """Who decides, and when."""
        from provenance.run import Signed

        at = f"{self.today}T12:00:00Z" if self.today else now.strftime("%Y-%m-%dT%H:%M:%SZ")
        by, chosen = (self.by, True) if self.by else options.initials()
        return Signed(by, at, chosen=chosen)


@click.command(epilog="Example: provenance audit draft.docx")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@options.as_json
@options.plain
@audit_options.what_is_shown
@audit_options.what_counts
@audit_options.what_is_decided
def audit(**said: Any) -> int:
    """Audit the citations of FILES, or of the workspace's draft."""
    wanted, now = Wanted(**said), datetime.now(UTC)
    _refuse(wanted)
    root = options.root_if_any()
    audited = _audited(wanted, root, wanted.asked(now))
    if not wanted.files and not _is_anything(audited):
        raise click.UsageError("There is no draft here. Name the file to audit.")
    if wanted.decides:
        _decide(wanted, root, audited, wanted.signed(now))
        audited = _audited(wanted, root, wanted.asked(now))
    _write(wanted, root, audited)
    if tell_problems(audited.problems):
        return exit_codes.BAD_INPUT
    return exit_codes.FINDINGS if audited.fails else exit_codes.CLEAN


def _audited(wanted: Wanted, root: Path | None, asked: Asked) -> Audit:
    if root is not None:
        # Before the rest of the program is loaded, which takes longer than to recall an audit.
        from provenance.workspace.audit_cache import name_of, recall_audit

        recalled = recall_audit(root, name_of(root, wanted.files, asked))
        if recalled is not None:
            return recalled
    from provenance import run

    return run.audit(root, wanted.files, teller(), asked)


def _is_anything(audited: Audit) -> bool:
    silenced = audited.set_aside or audited.known
    return bool(audited.drafts or audited.findings or audited.problems or silenced)


def _refuse(wanted: Wanted) -> None:
    """Refuse what cannot be meant, before anything is read."""
    audit_outputs.check_queries_name(wanted.queries)
    if wanted.json and wanted.format_ not in ("text", "json"):
        raise click.UsageError(f"--json and --format {wanted.format_} exclude each other.")
    if wanted.set_aside and not wanted.why.strip():
        raise click.UsageError("--set-aside needs a reason: --why “…”.")
    if (wanted.why or wanted.until) and not (wanted.set_aside or wanted.bring_back):
        raise click.UsageError("--why and --until belong to --set-aside.")


def _decide(wanted: Wanted, root: Path | None, audited: Audit, signed: Signed) -> None:
    from provenance import run

    if wanted.set_aside or wanted.bring_back:
        if root is None:
            raise click.UsageError("Findings are set aside in a workspace: `provenance init`.")
        acts = run.set_findings_aside(
            root, audited, wanted.set_aside, wanted.why, wanted.until, signed
        )
        acts += run.bring_back(root, audited, wanted.bring_back, wanted.why, signed)
        for act in acts:
            say(f"Recorded in {act.decision.path}")
    if wanted.write_baseline:
        if audited.problems:
            tell_problems(audited.problems)
            raise click.UsageError("No baseline is written while files cannot be read.")
        say(f"Wrote {run.adopt(root or Path(), audited)}")


def _write(wanted: Wanted, root: Path | None, audited: Audit) -> None:
    kept = {(root or Path()) / draft.document.path for draft in audited.drafts}
    kept |= {root / source.path for source in audited.sources} if root else set()

    def write(file: Path, content: bytes) -> None:
        from provenance import run

        run.write_beside(file, content, kept)
        say(f"Wrote {file}")

    if wanted.xlsx:
        write(wanted.xlsx, audit_outputs.table(audited, "xlsx"))
    if wanted.csv:
        write(wanted.csv, audit_outputs.table(audited, "csv"))
    if wanted.queries:
        content = audit_outputs.query_list(audited, root or Path(), wanted.queries)
        write(wanted.queries, content)
    text = audit_outputs.printed(
        audited,
        "json" if wanted.json else wanted.format_,
        root,
        Show(wanted.show),
        GroupBy(wanted.group),
        plain=wanted.plain or wanted.output is not None,
    )
    if wanted.output:
        write(wanted.output, text.encode("utf-8", "replace"))
    else:
        put(text)
