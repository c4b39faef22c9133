"""What a finding or an error means, and how to mend it."""

from __future__ import annotations

import click

from provenance.alignment.nearest import nearest
from provenance.checks import registry
from provenance.cli.streams import put


@click.command(epilog="Example: provenance explain PV201")
@click.argument("code", required=False)
@click.option("--all", "every", is_flag=True, help="Every finding on one page, in Markdown.")
def explain(*, code: str | None, every: bool) -> None:
    """What the finding or error CODE means, why it matters and how to mend it.

    Without CODE, the list of them all.
    """
    if every:
        from provenance.rendering import rules_markdown

        put(rules_markdown.page(registry.rules()))
        return
    known = dict(registry.explained())
    if code is None:
        put("\n".join(f"{name:<22} {title}" for name, title in known.items()))
        return
    found = {name.casefold(): name for name in known}.get(code.casefold())
    if found is None:
        near = nearest(code, known)
        meant = f" Did you mean “{near}”?" if near else ""
        raise click.UsageError(
            f"Nothing is called “{code}”.{meant} `provenance explain` lists all."
        )
    put(registry.explain(found))
