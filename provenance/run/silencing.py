"""Findings that do not count: those a person set aside, and those a baseline lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from provenance.errors import problem_error, quoted
from provenance.model.audit import Audit
from provenance.model.baseline import KnownFinding, baseline_of, mended, told_apart
from provenance.model.decided import SetAside
from provenance.model.decisions import Decision
from provenance.model.findings import Finding
from provenance.model.renamed import taken_over
from provenance.model.waivers import Waiver, waivers, waivers_on
from provenance.run.deciding import Act, Signed
from provenance.run.reviewing import set_aside
from provenance.run.undoing import withdraw_decision
from provenance.workspace.baseline_file import read_baseline, write_baseline
from provenance.workspace.folder import open_workspace

LEAST_DIGITS = 4
"""Fewest digits of a fingerprint that name a finding."""


@dataclass(frozen=True, slots=True)
class Silence:
    """What keeps findings from counting."""

    decisions: tuple[Decision, ...] = ()
    day: str = ""
    """Such as `2024-03-01`; "" lets no waiver expire."""
    baseline: tuple[KnownFinding, ...] = ()


def silenced(audit: Audit, silence: Silence, folder: Path) -> Audit:
    """An audit, all of whose findings are open, with those apart that do not count.

    `folder` is what the paths of findings begin from.
    """
    again = _known_again(audit, silence, folder)
    now = _followed(waivers_on(silence.decisions, silence.day), again)
    aside = tuple(
        SetAside(each, now[each.fingerprint]) for each in audit.findings if each.fingerprint in now
    )
    heard = tuple(each for each in audit.findings if each.fingerprint not in now)
    # What is set aside uses up what the baseline knows of it as well: it is not mended.
    baseline = tuple(_renamed(known, again) for known in silence.baseline)
    new, known = told_apart(heard, baseline)
    once = _followed({w.fingerprint: w for w in reversed(waivers(silence.decisions))}, again)
    return replace(
        audit,
        findings=new,
        set_aside=aside,
        lapsed=tuple(SetAside(f, once[f.fingerprint]) for f in new if f.fingerprint in once),
        known=known,
        mended=mended(baseline, audit.findings, in_scope(audit, folder)),
    )


def _known_again(audit: Audit, silence: Silence, folder: Path) -> Mapping[str, Finding]:
    """By fingerprint, what was set aside or known in a file that has a new name by now."""
    drafts = {draft.document.path for draft in audit.drafts}
    listed = [(each.file, each.fingerprint) for each in silence.baseline]
    listed += [(each.file, each.fingerprint) for each in waivers(silence.decisions)]
    found = tuple(each for each in audit.findings if each.place.path in drafts)
    return taken_over(found, listed, lambda file: not (folder / file).exists())


def _followed(
    by_fingerprint: Mapping[str, Waiver], again: Mapping[str, Finding]
) -> dict[str, Waiver]:
    """Waivers by the fingerprints their findings have now; what has its own waiver keeps it."""
    moved = {
        again[each].fingerprint: by_fingerprint[each] for each in by_fingerprint if each in again
    }
    return moved | dict(by_fingerprint)


def _renamed(known: KnownFinding, again: Mapping[str, Finding]) -> KnownFinding:
    now = again.get(known.fingerprint)
    if now is None:
        return known
    return replace(known, fingerprint=now.fingerprint, file=now.place.path)


def in_scope(audit: Audit, folder: Path) -> Callable[[str, str], bool]:
    """Whether an audit would have found what had some code in some file."""
    read = {draft.document.path for draft in audit.drafts}
    unread = {problem.place.path for problem in audit.problems if problem.place}

    def is_in_scope(code: str, file: str) -> bool:
        if not audit.selection.covers(code) or file in unread:
            return False
        # What was found in a file that is gone counts as looked for: drafts get new names.
        return audit.is_whole or file in read or not (folder / file).exists()

    return is_in_scope


def adopt(folder: Path, audit: Audit) -> str:
    """Write the baseline that knows every finding which is not set aside; the file's name.

    Raises `ProvenanceError` where it cannot be written, or the last one cannot be read.
    """
    unheard = sorted((*audit.findings, *audit.known), key=lambda finding: finding.order)
    before = read_baseline(folder)
    return write_baseline(folder, baseline_of(unheard, before, in_scope(audit, folder)))


def set_findings_aside(
    root: Path, audit: Audit, wanted: Sequence[str], why: str, until: str, signed: Signed
) -> tuple[Act, ...]:
    """Set findings aside by the first digits of their fingerprints, each once.

    Raises `ProvenanceError`, before anything is written, where digits name no finding or several.
    """
    found = {each.fingerprint: each for each in (*audit.findings, *audit.known)}
    chosen = dict.fromkeys(_named(digits, tuple(found)) for digits in wanted)
    return tuple(set_aside(root, found[each], why, signed, until) for each in chosen)


def bring_back(
    root: Path, audit: Audit, wanted: Sequence[str], why: str, signed: Signed
) -> tuple[Act, ...]:
    """Let findings count again that were set aside. Raises as `set_findings_aside` does."""
    every = waivers(open_workspace(root).decisions)
    now = {each.finding.fingerprint: each.waiver.fingerprint for each in audit.set_aside}
    names = {waiver.fingerprint: waiver.fingerprint for waiver in every} | now
    chosen = {names[_named(digits, tuple(names))] for digits in wanted}
    paths = [waiver.path for waiver in every if waiver.fingerprint in chosen]
    return tuple(withdraw_decision(root, path, why, signed) for path in paths)


def _named(digits: str, fingerprints: Sequence[str]) -> str:
    """The one fingerprint that begins with some digits."""
    begun = digits.strip().removeprefix("#").casefold()
    found = sorted({each for each in fingerprints if each.startswith(begun)})
    if len(begun) >= LEAST_DIGITS and len(found) == 1:
        return found[0]
    several = len(begun) >= LEAST_DIGITS and found
    message = f"{len(found)} findings begin with" if several else "no finding is called"
    raise problem_error(
        "unknown-finding",
        f"{message} {quoted(digits)}",
        hint="`provenance audit --show all` prints the fingerprint of each, such as #3f2a9c1b4d5e",
    )
