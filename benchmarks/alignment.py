"""Accuracy, time and memory of `align` and its peers, on the same pairs in one run.

Each tool works in a process of its own, so that its memory is its own and a tool that runs away can
be stopped. Times are of the work in the process, tokenising included, loading excluded.
"""

from __future__ import annotations

import importlib.util
import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.peers import Detection, Detector, Peer, peers
from benchmarks.texts import Pair, development_pairs, editions, made_up

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
_KINDS = 8
"""Kinds of change in the development pairs, which stand in the file kind by kind."""
_NEAR = 300
"""Characters between two detections, on either side, within which they are joined: of those tried,
from 50 to 600, what serves the tools that need it best."""
_REPEATS = 3
"""Runs of which the fastest counts, for tools that take under a second for all pairs."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one tool did on the pairs it reached before its time was up."""

    peer: Peer
    seconds: list[float]
    """One for each pair reached."""
    found: dict[int, list[Detection]]
    megabytes: float
    problem: str = ""


def measured(peer: Peer, work: str, shared: Path, limit: float) -> Measured:
    """Run one tool on `work` ("development", "editions" or a size) in a process of its own."""
    command = [sys.executable, "-m", "benchmarks", "one", peer.name, work, str(shared), str(limit)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit * 1.5 + 20, check=False)
    except subprocess.TimeoutExpired:
        return Measured(peer, [], {}, 0.0, f"over {limit:.0f} s")
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        return Measured(peer, [], {}, 0.0, last[0] if last else f"exit {done.returncode}")
    answer = json.loads(done.stdout)
    found = {int(index): [tuple(d) for d in rows] for index, rows in answer["found"].items()}
    problem = "" if answer["whole"] else f"over {limit:.0f} s"
    return Measured(peer, answer["seconds"], found, answer["megabytes"], problem)


def one(name: str, work: str, shared: Path, limit: float) -> dict[str, Any]:
    """What a child process prints."""
    detect = next(peer for peer in peers() if peer.name == name).load()
    pairs = pairs_of(work, shared)
    seconds, found = _all(detect, pairs, limit)
    for _ in range(_REPEATS - 1):
        if sum(seconds) < 1 and len(seconds) == len(pairs):
            again, _ = _all(detect, pairs, limit)
            seconds = min(seconds, again, key=sum)
    return {
        "seconds": seconds,
        "found": found,
        "whole": len(seconds) == len(pairs),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def pairs_of(work: str, shared: Path) -> tuple[Pair, ...]:
    """The pairs of a piece of work; the development pairs with the kinds of change mixed."""
    if work == "development":
        pairs = development_pairs(shared / "data" / "align" / "histpan_dev")
        step = len(pairs) // _KINDS
        return tuple(pair for first in range(step) for pair in pairs[first::step])
    if work == "editions":
        return (editions(shared / "data" / "align" / "ats_editions"),)
    return (made_up(int(work)),)


def _all(
    detect: Detector, pairs: tuple[Pair, ...], limit: float
) -> tuple[list[float], dict[int, list[Detection]]]:
    seconds: list[float] = []
    found: dict[int, list[Detection]] = {}
    for index, pair in enumerate(pairs):
        started = time.perf_counter()
        found[index] = detect(pair.left, pair.right)
        seconds.append(time.perf_counter() - started)
        if sum(seconds) > limit:
            break
    return seconds, found


def joined(found: list[Detection]) -> list[Detection]:
    """Detections that follow one another closely on both sides, as one."""
    whole: list[Detection] = []
    for a, b, c, d in sorted(found):
        if whole:
            start, end, other, other_end = whole[-1]
            if a - end <= _NEAR and 0 <= c - other_end + _NEAR <= 2 * _NEAR:
                whole[-1] = (start, max(b, end), min(c, other), max(d, other_end))
                continue
        whole.append((a, b, c, d))
    return whole


def accuracy(done: Measured, pairs: tuple[Pair, ...], shared: Path, *, join: bool) -> float | None:
    """Plagdet over the pairs a tool reached; None without the scorer or without any pair."""
    path = shared / "score" / "score_align.py"
    if not path.exists() or not done.found:
        return None
    score = _scorer(path)
    reached = {(pairs[index].left_name, pairs[index].right_name): index for index in done.found}
    folder = shared / "data" / "align" / "histpan_dev"
    truth = [
        case
        for case in score.truth_of(str(folder / "truth.jsonl"))
        if (case["susp"], case["src"]) in reached
    ]
    rows = [
        {"susp": susp, "src": src, "a": (a, b), "b": (c, d)}
        for (susp, src), index in reached.items()
        for a, b, c, d in (joined(done.found[index]) if join else done.found[index])
    ]
    return float(score.score(truth, rows)["plagdet"])


def _scorer(path: Path) -> Any:
    if str(path.parent) not in sys.path:
        sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location("score_align", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
