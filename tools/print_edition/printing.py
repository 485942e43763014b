"""One page of the site after the other, through Chromium, into PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from tools.chromium import FLAGS, find_or_install
from tools.print_edition.order import Leaf

HERE = Path(__file__).parent
#: The width in CSS pixels of what A4 leaves between the margins of print.css.
WIDTH = 680
SECONDS = 120_000
#: States beside the default, and characters beyond which a picture is printed in points.
MOST, VECTOR = 3, 300_000
LIGHT = "try { localStorage.setItem('mode', 'light'); localStorage.setItem('theme', 'light'); } catch {}"


@dataclass(frozen=True)
class Printed:
    """A page of the site on paper."""

    leaf: Leaf
    title: str
    pdf: bytes
    explorers: int
    drawings: int
    failed: tuple[str, ...]


@contextmanager
def browsing() -> Iterator[BrowserContext]:
    """Chromium without a network, in light colours, as wide as the paper."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=list(FLAGS))
        context = browser.new_context(
            offline=True, color_scheme="light", reduced_motion="reduce", viewport={"width": WIDTH, "height": 960}
        )
        context.set_default_timeout(SECONDS)
        context.add_init_script(LIGHT)
        yield context
        browser.close()


def print_page(context: BrowserContext, leaf: Leaf, site: Path) -> Printed:
    """Open a page from its file, make it stand still, print it."""
    page = context.new_page()
    root = site.resolve().as_uri() + "/"
    page.goto(f"{root}{leaf.path}.html", wait_until="load")
    given = {"path": leaf.path, "root": root, "most": MOST, "vector": VECTOR}
    told = page.evaluate((HERE / "still.js").read_text("utf-8"), given)
    page.add_style_tag(content=(HERE / "print.css").read_text("utf-8"))
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    return Printed(leaf, told["title"], pdf, told["explorers"], told["drawings"], tuple(told["failed"]))


def print_html(context: BrowserContext, html: str) -> bytes:
    """Print a page that is no page of the site: the title and the contents."""
    page = context.new_page()
    page.set_content(html)
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    return pdf


def print_pages(context: BrowserContext, leaves: Iterable[Leaf], site: Path) -> Iterator[Printed]:
    """Print pages in order, and say how far it is."""
    for leaf in leaves:
        printed = print_page(context, leaf, site)
        print(f"print: {leaf.path}, {printed.drawings} drawings", flush=True)
        yield printed
