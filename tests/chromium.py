"""Prints the path of a Chromium for the browser tests, and brings one in when the machine has none.

First what is on the PATH, then what Playwright can fetch, then Debian's package when we may install it.
"""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def on_the_path() -> str | None:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or (str(ON_MACOS) if ON_MACOS.exists() else None)


def from_playwright() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not starts(path):
        quietly([sys.executable, "-m", "playwright", "install", "chromium"])
    return path if starts(path) else None


def from_apt() -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    quietly(["apt-get", "update"])
    quietly(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
    return on_the_path()


def starts(path: str) -> bool:
    """Playwright's Chromium brings no system libraries: that it is there does not say that it runs."""
    if not Path(path).exists():
        return False
    return subprocess.run([path, "--version"], check=False, capture_output=True).returncode == 0


def quietly(command: list[str]) -> None:
    print(f"No Chromium yet: {' '.join(command)}", file=sys.stderr)
    with suppress(subprocess.TimeoutExpired):
        # stdout is for the path alone; where downloads hang, the next way gets its turn.
        subprocess.run(command, check=False, stdout=sys.stderr, stdin=subprocess.DEVNULL, timeout=600)


def main() -> int:
    for way in (on_the_path, from_playwright, from_apt):
        if path := way():
            print(path)
            return 0
    print("No Chromium found, and none could be installed: the browser tests will fail.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
