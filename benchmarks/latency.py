"""Open every contender, move its slider in turns, and measure what a reader waits for."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, ElementHandle, Page, TimeoutError, sync_playwright

from benchmarks.contenders import BOOK, FRAMES, LIVE, STATIC, WHOLE, WRITERS, Contender, chapter
from benchmarks.lab import jupyterlab, run_cell
from benchmarks.serve import Traffic, serving
from benchmarks.subject import subject
from tools.chromium import FLAGS, find_or_install

PROBE = Path(__file__).with_name("probe.js").read_text("utf-8")
QUIET_MS = 250
WARM_UP = 5


@dataclass
class Session:
    """One contender in its own window."""

    contender: Contender
    page: Page
    layer: ElementHandle
    traffic: Traffic
    shown_s: float
    page_bytes: int
    first: list[float] = field(default_factory=list)
    last: list[float] = field(default_factory=list)
    message_bytes: list[int] = field(default_factory=list)
    turn: int = 0

    def move(self, keep: bool) -> None:
        """Move the slider once and wait for the picture to settle."""
        before = self.traffic.messages
        self.layer.evaluate(f"layer => courseBench.arm(layer, {QUIET_MS})")
        self.contender.step(self.page, self.turn)
        found = self.page.evaluate("() => courseBench.waiting")
        self.turn += 1
        if keep:
            self.first.append(found["first"])
            self.last.append(found["last"])
            self.message_bytes.append(self.traffic.messages - before)


def open_session(browser: Browser, contender: Contender, address: str) -> Session:
    """Open a contender in a fresh window (nothing cached) and wait until its plot is drawn.

    Raises
    ------
    RuntimeError
        Naming the contender, with what its page shows, if there is no plot.
    """
    page = browser.new_context(viewport={"width": 1000, "height": 900}).new_page()
    page.add_init_script(PROBE)
    traffic = Traffic().watch(page)
    start = time.perf_counter()
    page.goto(address)
    if contender is LIVE:
        run_cell(page)
    elif contender is not FRAMES:
        page.locator(contender.slider).first.scroll_into_view_if_needed(timeout=60_000)
    try:
        layer = contender.ready(page)
    except TimeoutError as error:
        raise RuntimeError(f"{contender.name} draws nothing: {page.inner_text('body')[-800:]}") from error
    shown_s = time.perf_counter() - start
    page.wait_for_timeout(1000)
    return Session(contender, page, layer.element_handle(), traffic, shown_s, traffic.weight())


@contextmanager
def sessions(folder: Path) -> Iterator[list[Session]]:
    """Open all contenders: the pages written here, the built book's chapter, JupyterLab."""
    explorer = subject()
    with ExitStack() as stack:
        pages = stack.enter_context(serving(folder))
        for contender, write in WRITERS.items():
            write(explorer, folder / file_name(contender))
        addresses = {c: f"{pages}/{file_name(c)}" for c in WRITERS}
        if found := chapter():
            addresses[WHOLE] = f"{stack.enter_context(serving(BOOK))}/{found.relative_to(BOOK).as_posix()}"
        addresses[LIVE] = stack.enter_context(jupyterlab(folder))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=list(FLAGS))
        yield [open_session(browser, contender, address) for contender, address in addresses.items()]
        browser.close()


def file_name(contender: Contender) -> str:
    """The file that a contender is written to."""
    return f"{contender.name.replace(' ', '-').replace(chr(39), '')}.html"


def measure(folder: Path, rounds: int, moves: int) -> list[Session]:
    """Move every contender's slider `moves` times a round, the contenders by turns.

    Parameters
    ----------
    folder : Path
        Where pages are written.
    rounds, moves : int
        How often each contender has its turn, and how many moves a turn counts.
    """
    with sessions(folder) as opened:
        for turn in range(rounds):
            for session in opened:
                session.page.bring_to_front()
                for _ in range(WARM_UP if turn == 0 else 1):
                    session.move(keep=False)
                for _ in range(moves):
                    session.move(keep=True)
        return sorted(opened, key=lambda session: session.contender is not STATIC)
