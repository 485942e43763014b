"""Find a Chromium that starts, or install one; `python -m tools.chromium` prints its path.

The order: `$CHROMIUM`, the PATH, Playwright's own download, the system's package manager. First it sees to it that
Playwright itself starts, since the tests drive any Chromium through it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Tests open only our own pages, often as root; the rest keeps the browser from calling home.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DOWNLOAD_SECONDS = 600
APT = ("apt-get", "-y", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=2")


class NoChromium(RuntimeError):
    """No Chromium was found and none could be installed; the message says what was tried."""


def starts(path: str) -> bool:
    """Whether the program at `path` runs: Ubuntu's may be a stub, a download may lack its libraries."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def on_path() -> str | None:
    """The first Chromium of the PATH that starts."""
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path and starts(path)), None)


def playwrights_own() -> str | None:
    """The Chromium that Playwright has downloaded, whether or not it starts."""
    # A process of its own: Playwright's loop must not be left running in the one that asks.
    code = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    path = asked.stdout.strip()
    return path if asked.returncode == 0 and os.path.exists(path) else None


def run(command: Sequence[str], seconds: int = DOWNLOAD_SECONDS) -> bool:
    """Whether `command` succeeds in time; what it says goes to standard error, standard output is for the path."""
    print("chromium:", *command, file=sys.stderr, flush=True)
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, timeout=seconds)
        return done.returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        print("chromium:", error, file=sys.stderr)
        return False


def as_root() -> list[str] | None:
    """What to write before a command that needs root: nothing, `sudo -n`, or None where root is not to be had."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and subprocess.run([*sudo, "true"], capture_output=True).returncode == 0:
        return sudo
    return None


def download() -> str | None:
    """Playwright's Chromium, downloaded if it is not there, with the libraries that it needs where root is ours."""
    if not (path := playwrights_own()):
        run([sys.executable, "-m", "playwright", "install", "chromium"])
        path = playwrights_own()
    if not path or starts(path):
        return path
    root = as_root()
    if root is not None:
        run([*root, sys.executable, "-m", "playwright", "install-deps", "chromium"])
    return path if starts(path) else None


def packages(*names: str) -> bool:
    """Install packages of Debian or Ubuntu where root is ours; whether that worked."""
    root = as_root()
    if root is None or not shutil.which("apt-get"):
        return False
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", *APT]
    return run([*apt, "update"]) and run([*apt, "install", "--no-install-recommends", *names])


def from_packages() -> str | None:
    """Debian's or Ubuntu's own Chromium, where root is ours."""
    return on_path() if packages("chromium") else None


def make_playwright_start() -> None:
    """See to it that Playwright's driver runs: the Node inside it needs a library that a small Debian lacks.

    Raises
    ------
    NoChromium
        If the driver does not start and the library could not be installed.
    """
    command = [sys.executable, "-m", "playwright", "--version"]
    asked = subprocess.run(command, capture_output=True, text=True, timeout=60)
    if asked.returncode == 0:
        return
    if "libatomic" in asked.stderr and packages("libatomic1") and run(command):
        return
    raise NoChromium(f"Playwright's driver does not start, so no test can drive a browser: {asked.stderr.strip()}")


def find_or_install() -> str:
    """Path of a Chromium that starts.

    Returns
    -------
    str
        What `$CHROMIUM` names, else the first of the PATH, Playwright's download and the system's packages.

    Raises
    ------
    NoChromium
        If `$CHROMIUM` names something that does not start, or nothing could be found or installed.
    """
    if chosen := os.environ.get("CHROMIUM"):
        path = shutil.which(chosen)
        if path and starts(path):
            return path
        raise NoChromium(f"CHROMIUM is {chosen!r}, which does not start; unset it or name a Chromium")
    ways: tuple[Callable[[], str | None], ...] = (on_path, download, from_packages)
    for way in ways:
        if path := way():
            return path
    raise NoChromium(
        f"no Chromium: none of {', '.join(NAMES)} is on the PATH, Playwright could not download one, and "
        "apt-get could not install one (not root, no sudo, or no such package). Install Chromium, or set CHROMIUM."
    )


if __name__ == "__main__":
    try:
        make_playwright_start()
        print(find_or_install())
    except NoChromium as error:
        sys.exit(f"chromium: {error}")
