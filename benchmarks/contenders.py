"""The pages that are compared, and how a reader moves the slider on each."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page

from benchmarks import peers
from benchmarks.subject import CONCEPT, MOVED, PANEL
from course_utils.explorer import Explorer
from course_utils.explorer.static import html
from course_utils.sphinx_ext import assets

REPOSITORY = Path(__file__).resolve().parents[1]
BOOK = REPOSITORY / "_build" / "html"


@dataclass(frozen=True)
class Contender:
    """A page with the model.

    Parameters
    ----------
    name : str
        Shown in the table.
    slider : str
        Selector of what takes the reader's input.
    plot : str
        Selector of the plot that the slider moves.
    mouse : bool
        Whether the slider answers only to a pointer.
    """

    name: str
    slider: str
    plot: str = ".js-plotly-plot"
    mouse: bool = False

    def ready(self, page: Page) -> Locator:
        """Wait until the plot shows its traces; return the layer that holds them."""
        layer = page.locator(f"{self.plot} .scatterlayer").first
        layer.locator("path").first.wait_for(state="attached", timeout=120_000)
        return layer

    def step(self, page: Page, turn: int) -> None:
        """Move the slider by one step, up and down in turns of five."""
        handle = page.locator(self.slider).first
        if self.mouse:
            box = handle.bounding_box()
            assert box is not None
            places = (0.1, 0.3, 0.5, 0.7, 0.9)
            page.mouse.click(box["x"] + places[turn % 5] * box["width"], box["y"] + box["height"] / 2)
        else:
            handle.press("ArrowRight" if turn // 5 % 2 == 0 else "ArrowLeft")


STATIC = Contender("static explorer", f'[name="{MOVED}"]')
WHOLE = Contender(
    "static explorer, the chapter in the built book",
    f'.cu-explorer[data-concept="{CONCEPT}"] [name="{MOVED}"]',
    f'.cu-explorer[data-concept="{CONCEPT}"] [data-panel="{PANEL}"] .js-plotly-plot',
)
LIVE = Contender("live ipywidgets, JupyterLab and a local kernel", ".jp-OutputArea .noUi-handle")
FRAMES = Contender("plotly's own frames and slider", ".slider-rail-touch-rect", mouse=True)
EMBED = Contender("Panel's embed", ".noUi-handle")


def chapter() -> Path | None:
    """The chapter of the built book that holds the concept, if the book is built."""
    return next(iter(sorted(BOOK.glob(f"notebooks/*/{CONCEPT}.html"))), None)


def static_page(explorer: Explorer, path: Path) -> Path:
    """Write a page with the static explorer and nothing else, with the files that the book gives it."""
    folder = path.parent / "course"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "course.js").write_text(assets.page_script(), "utf-8")
    shutil.copyfile(assets.PAGE / "explorer.css", folder / "explorer.css")
    shutil.copyfile(REPOSITORY / "book/assets/plotly/plotly-course.min.js", folder / "plotly-course.min.js")
    head = (
        '<meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">'
        f'<script>{assets.EARLY}</script><link rel="stylesheet" href="course/explorer.css">'
        '<script defer src="course/course.js"></script>'
    )
    path.write_text(f'<!doctype html><html lang="en"><head>{head}</head><body>{html(explorer)}</body></html>', "utf-8")
    return path


#: Contenders that are files: who writes each.
WRITERS: dict[Contender, Callable[[Explorer, Path], Path]] = {
    STATIC: static_page,
    FRAMES: peers.plotly_frames,
    EMBED: peers.panel_embed,
}
