"""Kill the board in the middle of a day's work, and look whether anything of it is lost.

`python -m tests.day.kills 200` kills two hundred times, each a process of its own at a terminal of
its own; the suite kills ten times. What was told to be done has to be on the disk, every file has
to be whole, and the next start has to open the board and offer what was being typed.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from textual.pilot import WaitForScreenTimeout
from textual.widgets import Input

from provenance import run
from provenance.model.decisions import Action
from provenance.model.housekeeping import Health
from provenance.tui.app import BoardApp
from provenance.tui.deciding import Pen
from provenance.tui.screens.choosing import ChoiceScreen
from provenance.tui.screens.form import FormScreen
from provenance.workspace.decisions import read_decisions
from provenance.workspace.folder import open_workspace
from provenance.workspace.interrupted import is_leftover
from tests.day.papers import CLERK
from tests.day.terminal import GaveUp, Terminal
from tests.tui.driving import press, running, screen_text

_ENTER, _CONFIRM, _DOWN, _RIGHT = "\r", "\x13", "\x1b[B", "\x1b[C"
_LONGEST_DELAY = 0.3
"""Seconds between the last key and the kill: about as long as anything takes that a key starts."""


@dataclass(frozen=True, slots=True)
class Step:
    """Keys, and what is seen when they have done their work."""

    keys: tuple[str, ...]
    sees: str
    done: Callable[[Path], bool] | None = None
    """Whether what `sees` says was done is on the disk; None where it says no such thing."""
    then: str = ""
    """What is seen after that, where the next keys have to wait for it."""
    field: str = ""
    """The field that the keys are typed into, where they are text."""
    before: str = ""
    """What the field held."""


@dataclass(slots=True)
class Killed:
    """What had happened when the board was killed."""

    told: list[Step] = field(default_factory=list)
    """The steps that the board had said were done."""
    typing: Step | None = None
    """The one that was being typed, and had not been confirmed."""
    typed: str = ""
    is_kept: bool = False
    """Whether what was typed had been seen on the disk."""


_DAY = (
    Step(("s",), "+ adds your first source", run.is_workspace),
    Step(("+",), "A source: a file of your own"),
    Step((_ENTER,), "clerk.txt"),
    Step((_DOWN, _ENTER), "Add clerk.txt"),
    Step(tuple("-1841"), "clerk-1841", field="title", before="clerk"),
    Step((_CONFIRM,), "Added: clerk.txt.", lambda root: _has_source("clerk", root)),
    Step(("+",), "A question that sources answer"),
    Step((_ENTER,), "A new question"),
    Step(tuple("When was the bridge closed?"), "bridge-closed", field="question"),
    Step(
        (_CONFIRM,),
        "New question: bridge-closed.",
        lambda root: run.claims_of(root) == ("bridge-closed",),
        then="14 Mar 1841",
    ),
    Step((_RIGHT, "a"), "Confirmed: clerk says", lambda root: _has(Action.CONFIRMED, root)),
    Step(("r",), "Review bridge-closed"),
    Step((_CONFIRM,), "Signed off by AB", lambda root: _has(Action.SIGNED_OFF, root)),
    Step(("4",), "signed off:"),
    Step(("w",), "Take this decision back"),
    Step(tuple("Read but once."), "Read but once.", field="why"),
    Step((_CONFIRM,), "Withdrawn: the decision", lambda root: _has(Action.WITHDRAWN, root)),
    Step(("e",), "Preview"),
    Step((_CONFIRM,), "Wrote reports/conflicts.md", lambda root: _has_report(root)),
)
"""A short day: one source, one question, one statement, one signature taken back, one report."""


def _has_source(id: str, root: Path) -> bool:
    found = [each for each in open_workspace(root).sources if each.id == id]
    return [(root / each.path).read_text("utf-8") for each in found] == [CLERK]


def _has(action: Action, root: Path) -> bool:
    """Whether a decision of a kind is on file, and what was confirmed stands in the claim.

    Once the claim is signed it may have been taken out again: of decisions of one second, any may
    be the one on top that is withdrawn.
    """
    (claim,) = open_workspace(root).claims
    stated = [each.says for each in claim.statements]
    actions = [each.action for each in read_decisions(root)[0]]
    return action in actions and (stated == ["1841-03-14"] or Action.SIGNED_OFF in actions)


def _has_report(root: Path) -> bool:
    return "bridge-closed" in (root / "reports/conflicts.md").read_text("utf-8")


def kill_once(folder: Path, seed: int) -> Killed:
    """Work at the board in `folder / "bridge"` until a point that `seed` chooses, and kill it."""
    chance = random.Random(seed)
    papers, root = folder / "papers", folder / "bridge"
    for made in (papers, root):
        made.mkdir()
    (papers / "clerk.txt").write_text(CLERK, "utf-8")
    at = chance.randrange(len(_DAY))
    last = sum(len(step.keys) for step in _DAY[:at]) + chance.randrange(len(_DAY[at].keys))
    delay, waits = chance.uniform(0, _LONGEST_DELAY), chance.random() < 0.5
    killed = Killed()
    with Terminal(papers, "-C", str(root), PROVENANCE_INITIALS="AB") as terminal:
        terminal.waits_for("There is no workspace here yet")
        for step in _DAY:
            pressed = step.keys[: last + 1]
            _begin(killed, step, pressed)
            terminal.press("".join(pressed))
            last -= len(pressed)
            if last < 0:
                break
            terminal.waits_for(step.sees)
            if step.done is not None:
                killed.told.append(step)
            if step.then:
                terminal.waits_for(step.then)
        if waits and killed.typing is not None:
            terminal.waits(partial(_is_kept, root, killed), "the form kept")
            killed.is_kept = True
        terminal.looks_for(delay)
        terminal.kill()
    return killed


def _begin(killed: Killed, step: Step, pressed: tuple[str, ...]) -> None:
    """Note what is typed into which form; what a key has confirmed is typed no more."""
    if step.field:
        killed.typing = step
        killed.typed = step.before + "".join(key for key in pressed if key.isprintable())
    elif _CONFIRM in pressed:
        killed.typing, killed.typed = None, ""


def _is_kept(root: Path, killed: Killed) -> bool:
    assert killed.typing is not None
    return _kept(root, killed.typing) == killed.typed


def _kept(root: Path, typing: Step) -> str:
    """What is kept of a field, "" for nothing."""
    return next((v for f in run.all_unfinished(root) for n, v in f.values if n == typing.field), "")


def wrong(root: Path, killed: Killed) -> list[str]:
    """What is lost or broken after a kill; nothing, if all is well."""
    return [*_torn(root), *_lost(root, killed), *asyncio.run(_not_offered(root, killed))]


def _torn(root: Path) -> list[str]:
    """Files that are not whole, and whatever cannot be read because of what was left."""
    if not run.is_workspace(root):
        return []
    told = [str(problem) for problem in open_workspace(root).problems]
    told += [str(problem) for problem in read_decisions(root)[1]]
    told += [str(problem) for problem in run.board(root).problems]
    ill = [each for each in run.examine(root) if each.health is Health.ILL]
    told += [f"{each.subject}: {each.said}" for each in ill]
    left = [path for path in root.rglob("*.provenance-part") if not is_leftover(path.name)]
    return told + [f"{path.name} is no leftover that is known as one" for path in left]


def _lost(root: Path, killed: Killed) -> list[str]:
    """What the board had said was done, and is not."""
    return [step.sees for step in killed.told if step.done is not None and not step.done(root)]


async def _not_offered(root: Path, killed: Killed) -> list[str]:
    """What the next start does not offer of what was being typed."""
    forms = run.all_unfinished(root)
    if killed.is_kept and not forms:
        return ["the form that was kept is gone"]
    if not forms:
        return []
    app = BoardApp(
        root=root, load=lambda tell: run.board(root, tell), environment={}, pen=Pen("AB")
    )
    async with running(app, (80, 24)) as pilot:
        if not isinstance(app.screen, ChoiceScreen):
            return [f"nothing is offered: {screen_text(app)}"]
        await press(pilot, "enter")
        form = app.screen
        if not isinstance(form, FormScreen) or killed.typing is None:
            # Confirmed, and killed before that was said: it is there, or it is offered.
            return [] if killed.typing is None else [f"no form opens: {screen_text(app)}"]
        boxes = {(box.id or "").partition("-")[2]: box.value for box in form.query(Input)}
        return _not_as_typed(boxes[killed.typing.field], killed)


def _not_as_typed(held: str, killed: Killed) -> list[str]:
    # A blank at the end is not shown again, and nothing is lost with it.
    typed = killed.typed.rstrip()
    is_whole = held == typed if killed.is_kept else typed.startswith(held)
    return [] if is_whole else [f"typed was {killed.typed!r}, offered is {held!r}"]


def tried(seed: int) -> list[str]:
    """Kill once in a folder of its own; what is wrong then."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            killed = kill_once(Path(folder), seed)
            return [f"seed {seed}: {each}" for each in wrong(Path(folder) / "bridge", killed)]
        except (GaveUp, WaitForScreenTimeout) as error:
            return [f"seed {seed}: {error}"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1841)
    parser.add_argument("--at-once", type=int, default=2, help="how many boards run at a time")
    options = parser.parse_args()
    seeds = range(options.seed, options.seed + options.times)
    said: list[str] = []
    with ProcessPoolExecutor(options.at_once) as pool:
        for number, found in enumerate(pool.map(tried, seeds), 1):
            said += found
            print("".join(f"\r{each}\n" for each in found), end="")
            print(f"\r{number} of {options.times} kills, {len(said)} wrong", end="", flush=True)
    print()
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
