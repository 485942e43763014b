"""A page opened in a browser, with a record of all that went wrong or left this machine."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, Request

ROOTS = ".cu-explorer, .cu-figure"
SECONDS = 30_000

SCRIPTS = Path(__file__).parent / "scripts"


@functools.cache
def script(name: str) -> str:
    """A function that runs in the page; its first lines say what for."""
    return (SCRIPTS / f"{name}.js").read_text("utf-8")


class Visit:
    """One page in a context of its own, watched from its first request on."""

    def __init__(self, context: BrowserContext, address: str, own: str) -> None:
        self.context, self.own = context, own
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self.requests: list[str] = []
        self.weights: dict[str, int] = {}
        self.page = self.open(address)

    def open(self, address: str) -> Page:
        """Open one more page in the same context, watched too."""
        page = self.context.new_page()
        page.set_default_timeout(SECONDS)
        page.on(
            "console", lambda m: self.errors.append(f"console: {m.text} {m.location}") if m.type == "error" else None
        )
        page.on("pageerror", lambda error: self.errors.append(f"page error: {error}"))
        page.on("response", lambda r: self.errors.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
        page.on("requestfailed", self._failed)
        page.on("request", lambda request: self._asked(request.url))
        page.goto(address, wait_until="load")
        return page

    def _failed(self, request: Request) -> None:
        # Not failures: Chromium was told to run no scripts, or the page has led on to another.
        if request.failure not in ("csp", "net::ERR_ABORTED"):
            self.errors.append(f"failed: {request.url} ({request.failure})")

    def _asked(self, url: str) -> None:
        self.requests.append(url)
        if not url.startswith((self.own, "data:", "blob:", "about:")):
            self.foreign.append(url)

    def roots(self) -> list[Locator]:
        """Explorers and figures of the page, in order."""
        return self.page.locator(ROOTS).all()

    def root(self, name: str) -> Locator:
        """The explorer of that name."""
        return self.page.locator(f'.cu-explorer[data-concept="{name}"]').first

    def wake(self) -> Visit:
        """Scroll to every explorer and figure and wait until each is drawn."""
        for root in self.roots():
            wake(root)
        return self

    def complete(self, formulas: bool) -> Visit:
        """Read the page to its end: all figures drawn, all formulas set, nothing more on its way."""
        self.wake()
        if formulas:
            self.page.locator("mjx-container").first.wait_for()
        self.page.evaluate("() => document.fonts.ready.then(() => 1)")
        self.page.wait_for_load_state("networkidle")
        return self

    def again(self, address: str, formulas: bool) -> None:
        """Read one more page to its end, with what the first has left in the cache, and close it."""
        first, self.page = self.page, self.open(address)
        self.complete(formulas).page.close()
        self.page = first

    def tables(self, shown: bool) -> Visit:
        """Show the tables of all figures, or hide them, whatever was shown before."""
        for root in self.roots():
            for button in root.get_by_role("button", name="Hide table" if not shown else "Show as table").all():
                button.click()
            if shown:
                root.locator(".cu-tables table").first.wait_for()
        return self


def wake(root: Locator) -> None:
    """Scroll to one explorer or figure and wait until it is drawn; a failure is said by name."""
    root.evaluate("root => root.scrollIntoView()")
    drawn = "root => root.dataset.ready ? 'drawn' : root.classList.contains('cu-failed') ? 'failed' : null"
    handle = root.element_handle()
    root.page.wait_for_function(drawn, arg=handle)
    assert root.evaluate(drawn) == "drawn", f"{root.get_attribute('data-concept') or 'a figure'} could not be drawn"


def through(root: Locator, states: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Set one state after the other; return values, figures and reading of each."""
    return list(json.loads(root.evaluate(script("through"), list(states))))


def settle(root: Locator) -> None:
    """Wait until what the reader did by hand is drawn."""
    root.evaluate("root => root.explorer.set({})")


def still(page: Page) -> None:
    """Wait until nothing moves: the page has stopped to scroll, the bands of Sankey diagrams are at their places."""
    page.evaluate(script("still"))


Opens = Callable[..., Visit]
