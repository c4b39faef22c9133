"""Kill a writing process again and again, and look whether any file is ever torn.

`python -m tests.workspace.kill_many 200` kills two hundred times; the suite kills twenty times.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from provenance.workspace.interrupted import is_leftover

WRITER = """
import sys
from itertools import count
from pathlib import Path
from provenance.workspace.edits import rewrite, write
from provenance.workspace.splices import append_item, set_scalar

root = Path(sys.argv[1])
claim, report = "claims/claim.yaml", "reports/report.txt"
print("writing", flush=True)
for number in count():
    size = 3_000 if number % 2 else 400_000
    write(root, report, str(number % 10).encode() * size)
    asked = "?" * (size // 100)
    rewrite(root, claim, lambda text: set_scalar(text, ("question",), asked, claim))
    if number % 20 == 0:
        write(root, claim, b"question: x\\nstatements: []\\n# kept\\n")
    rewrite(root, claim, lambda text: append_item(text, ("statements",), "x" * 300, claim))
"""


def kill_while_writing(root: Path, delay: float) -> None:
    """Start a process that writes without pause, and kill it `delay` seconds later (SIGKILL)."""
    (root / "claims").mkdir(parents=True, exist_ok=True)
    (root / "claims" / "claim.yaml").write_bytes(b"question: x\nstatements: []\n# kept\n")
    command = [sys.executable, "-c", WRITER, str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(delay)
        os.kill(writer.pid, signal.SIGKILL)


def torn(root: Path) -> list[str]:
    """What is wrong with the files a killed writer left; nothing, if each is whole."""
    wrong: list[str] = []
    report = root / "reports" / "report.txt"
    content = report.read_bytes() if report.exists() else b""
    if content and (len(set(content)) != 1 or len(content) not in (3_000, 400_000)):
        wrong.append(f"{report.name}: {len(content)} bytes of {len(set(content))} writes")
    claim = (root / "claims" / "claim.yaml").read_bytes()
    if not claim.startswith(b"question: ") or claim.count(b"# kept\n") != 1:
        wrong.append(f"claim.yaml: {claim[:40]!r}")
    known = {"report.txt", "claim.yaml"}
    left = [path.name for path in sorted(root.rglob("*")) if path.is_file()]
    return wrong + [name for name in left if name not in known and not is_leftover(name)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1945)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    wrong: list[str] = []
    interrupted = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.times):
            root = Path(folder) / str(number)
            kill_while_writing(root, chance.uniform(0, 0.06))
            wrong += torn(root)
            interrupted += any(is_leftover(path.name) for path in root.rglob("*"))
    print(
        f"{options.times} kills, {interrupted} of them in the middle of a write, {len(wrong)} torn"
    )
    print("\n".join(wrong), end="")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
