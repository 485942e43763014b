"""A page opened in a browser, with a record of all that went wrong or left this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page

ROOTS = ".cu-explorer, .cu-figure"
SECONDS = 30_000

#: Move one explorer through many states in one call; figures travel as JSON, which is much faster than as handles.
THROUGH = """async (root, states) => {
  const seen = [];
  for (const state of states) {
    await root.explorer.set(state);
    seen.push({ values: root.explorer.values(), figures: root.explorer.figures(), reading: root.explorer.reading() });
  }
  return JSON.stringify(seen);
}"""


class Visit:
    """One page in a context of its own, watched from its first request on."""

    def __init__(self, context: BrowserContext, address: str, own: str) -> None:
        self.context, self.own = context, own
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self.requests: list[str] = []
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
        # "csp" is how Chromium says that it was told to run no scripts.
        page.on("requestfailed", lambda r: None if r.failure == "csp" else self.errors.append(f"failed: {r.url} ({r.failure})"))
        page.on("request", lambda request: self._asked(request.url))
        page.goto(address, wait_until="load")
        return page

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


def wake(root: Locator) -> None:
    """Scroll to one explorer or figure and wait until it is drawn; a failure is said by name."""
    root.evaluate("root => root.scrollIntoView()")
    drawn = "root => root.dataset.ready ? 'drawn' : root.classList.contains('cu-failed') ? 'failed' : null"
    handle = root.element_handle()
    root.page.wait_for_function(drawn, arg=handle)
    assert root.evaluate(drawn) == "drawn", f"{root.get_attribute('data-concept') or 'a figure'} could not be drawn"


def through(root: Locator, states: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Set one state after the other; return values, figures and reading of each."""
    return list(json.loads(root.evaluate(THROUGH, list(states))))


def settle(root: Locator) -> None:
    """Wait until what the reader did by hand is drawn."""
    root.evaluate("root => root.explorer.set({})")


def frames(page: Page) -> None:
    """Wait until two more frames are painted: what was scheduled for the first has then happened."""
    page.evaluate("() => new Promise(ok => requestAnimationFrame(() => requestAnimationFrame(ok)))")


def still(page: Page) -> None:
    """Wait until the page has stopped to scroll."""
    page.evaluate("""() => new Promise(ok => {
      let last = -1, same = 0;
      const look = () => { same = scrollY === last ? same + 1 : 0; last = scrollY; same > 9 ? ok() : requestAnimationFrame(look); };
      look();
    })""")


def quiet(page: Page) -> None:
    """Wait until nothing moves in any drawing: plotly lets the bands of a Sankey diagram glide to their places."""
    page.evaluate("""() => new Promise(ok => {
      const where = () => [...document.querySelectorAll('.cu-plot .sankey text, .cu-plot .sankey rect')]
        .map(e => { const b = e.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }).join();
      let last = null, same = 0;
      const look = () => { const now = where(); same = now === last ? same + 1 : 0; last = now; same > 9 || !now ? ok() : requestAnimationFrame(look); };
      look();
    })""")


Opens = Callable[..., Visit]
