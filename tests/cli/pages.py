"""A board in a real browser, without a window: what it shows, and clicks on it."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--window-size=1100,700"),
)
# The page draws on a canvas, in which no text can be read. What is drawn comes through a socket.
_KEEP = """
window.drawn = "";
const Plain = window.WebSocket;
window.WebSocket = class extends Plain {
  constructor(...given) {
    super(...given);
    const decoder = new TextDecoder();
    this.addEventListener("message", async ({data}) => {
      if (typeof data === "string") return;
      const bytes = data instanceof Blob ? await data.arrayBuffer() : data;
      window.drawn += decoder.decode(bytes, {stream: true});
    });
  }
};
"""
_TOKEN = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H|(?P<break>\n)|(?P<home>\r)"
    r"|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.|(?P<char>[^\x1b])",
    re.DOTALL,
)


def rows(drawn: str) -> list[str]:
    """What a terminal shows after it was given this; every character is one cell wide."""
    cells: dict[tuple[int, int], str] = {}
    row = column = 0
    for token in _TOKEN.finditer(drawn):
        if token["row"]:
            row, column = int(token["row"]) - 1, int(token["column"]) - 1
        elif token["break"]:
            row, column = row + 1, 0
        elif token["home"]:
            column = 0
        elif token["char"]:
            cells[row, column] = token["char"]
            column += 1
    height = max((row for row, _ in cells), default=-1) + 1
    width = max((column for _, column in cells), default=-1) + 1
    return ["".join(cells.get((y, x), " ") for x in range(width)) for y in range(height)]


class Page:
    """One board in the browser."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        self.driver.get(address)

    def rows(self) -> list[str]:
        return rows(self.driver.execute_script("return window.drawn"))

    def wait_for(self, *words: str, seconds: float = 90) -> str:
        """The screen, once it shows all the words and has come to rest, as a person waits for."""
        ends = time.monotonic() + seconds
        before = ""
        while True:
            shown = "\n".join(self.rows())
            if shown == before and all(word in shown for word in words):
                return shown
            assert time.monotonic() < ends, f"{words} is not on the screen:\n{shown}"
            before = shown
            time.sleep(0.5)

    def click(self, words: str) -> None:
        """Click on the first place where the words are shown."""
        shown = self.rows()
        row = next(y for y, line in enumerate(shown) if words in line)
        board = self.driver.find_element("css selector", ".xterm-screen")
        wide, high = board.size["width"], board.size["height"]
        x = (shown[row].index(words) + 0.5) * wide / max(map(len, shown))
        y = (row + 0.5) * high / len(shown)
        # Offsets are counted from the middle.
        pointer = ActionChains(self.driver)
        pointer.move_to_element_with_offset(board, round(x - wide / 2), round(y - high / 2))
        pointer.click().perform()

    def press(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """Chromium with a profile and a folder of downloads in `folder`; skips where there is none."""
    program, driver = which("chromium") or which("google-chrome"), which("chromedriver")
    if program is None or driver is None:
        pytest.skip("no chromium with chromedriver on the path")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in (*FLAGS, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"download.default_directory": str(folder)})
    try:
        started = webdriver.Chrome(options=options, service=Service(driver))
    except WebDriverException as error:
        pytest.skip(f"chromium does not start here: {str(error.msg).splitlines()[0]}")
    try:
        started.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _KEEP})
        yield Page(started)
    finally:
        started.quit()
