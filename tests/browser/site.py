"""The built book as the browser tests see it: its pages, what they hold and what they weigh."""

from __future__ import annotations

import functools
import gzip
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from course_utils.datasets.descriptors import descriptor

FOLDER = Path(os.environ.get("COURSE_SITE") or Path(__file__).resolve().parents[2] / "_build" / "html")
#: Drawings that answer to fingers, themes and paper in ways of their own.
DRAWINGS = {"choropleth": "a map", "scattergeo": "a map", "sankey": "a Sankey diagram"}
PACKED = {".woff", ".woff2", ".png", ".jpg", ".ico", ".gz"}


@dataclass(frozen=True)
class SitePage:
    """One HTML page of the site and what it holds."""

    path: str
    explorers: tuple[str, ...]
    traits: tuple[frozenset[str], ...]
    figures: int
    mathematics: bool
    icon: str
    title: str

    @property
    def dataset(self) -> str:
        """Name of the dataset that the page describes, nothing for any other page."""
        return Path(self.path).stem if self.path.startswith("book/datasets/") else ""

    @property
    def drawn(self) -> bool:
        """Whether the page's script has anything to draw."""
        return bool(self.explorers or self.figures)

    def __str__(self) -> str:
        return self.path.removesuffix(".html")


class _Reader(HTMLParser):
    """Collect what the tests ask of a page, without a browser."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Any] = {"explorers": [], "figures": 0, "mathematics": False, "icon": "", "title": ""}
        self.found["traits"] = []
        self.in_title = self.in_payload = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        classes = given.get("class", "").split()
        if "cu-explorer" in classes:
            self.found["explorers"].append(given.get("data-concept", ""))
        self.found["figures"] += "cu-figure" in classes
        self.found["mathematics"] |= "math" in classes
        if tag == "link" and "icon" in given.get("rel", "").split():
            self.found["icon"] = given.get("href", "")
        self.in_title = tag == "title" and not self.found["title"]
        self.in_payload = tag == "script" and given.get("type") == "application/json"

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.found["title"] += data
        if self.in_payload and (shipped := json.loads(data)).get("name"):
            self.found["traits"].append(traits(shipped))

    def handle_endtag(self, tag: str) -> None:
        self.in_title = self.in_payload = False


def traits(shipped: dict[str, Any]) -> frozenset[str]:
    """The sorts of controls and of drawings that an explorer holds; the page's script treats all of one sort alike."""
    layers = [layer["base"] for panel in shipped["panels"] for layer in (panel["base"], *panel["overlays"])]
    drawn = [trace for layer in layers for trace in layer.get("data", [layer])]
    return frozenset(
        [trait for control in shipped["controls"] for trait in sort_of(control)]
        + [DRAWINGS[trace["type"]] for trace in drawn if trace.get("type") in DRAWINGS]
    )


def sort_of(control: dict[str, Any]) -> Iterator[str]:
    """What sort of control it is to the page's script."""
    yield control["t"]
    yield from (f"{control['t']} {key}" for key in ("log", "between", "play", "sets", "unit") if control.get(key))
    if "level" in control:
        yield f"level {control['level']}"


def read_page(path: Path, folder: Path) -> SitePage:
    """Read one built page."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    found = reader.found | {key: tuple(reader.found[key]) for key in ("explorers", "traits")}
    return SitePage(path.relative_to(folder).as_posix(), **found)


@functools.cache
def pages(folder: Path = FOLDER) -> tuple[SitePage, ...]:
    """All pages of the site, none if it is not built; the front door, which only leads to another page, is none."""
    # Slides turn one by one instead of scrolling: tests/slides looks at them.
    outside = lambda path: path.relative_to(folder).parts[0].startswith(("_", "slides"))  # noqa: E731
    built = sorted(path for path in folder.rglob("*.html") if not outside(path))
    built = [p for p in built if 'http-equiv="Refresh"' not in p.read_text("utf-8")]
    return tuple(read_page(path, folder) for path in built)


def dataset_pages(folder: Path = FOLDER) -> tuple[SitePage, ...]:
    """The pages of all datasets, which one template makes."""
    return tuple(page for page in pages(folder) if page.dataset)


@functools.cache
def visited(folder: Path = FOLDER) -> tuple[SitePage, ...]:
    """The pages for the tests that cost seconds a page: all but most of the datasets'.

    One template makes the datasets' pages, so what can go wrong on one of them and not on another is its picture. Of
    each mark one page is visited, that of middling length; of maps one with outlines of its own, since chapters draw
    those of France. All pages are opened in test_datasets.py, at the width of a phone (requests, errors, weight,
    width), and all links are followed in test_pages.py.
    """
    kinds: dict[str, list[SitePage]] = {}
    for page in dataset_pages(folder):
        picture = descriptor(page.dataset)["picture"]
        if picture.get("outlines") not in ("departements", "regions", "epci"):
            kinds.setdefault(picture["mark"], []).append(page)
    size = lambda page: (folder / page.path).stat().st_size  # noqa: E731
    sample = {sorted(alike, key=size)[len(alike) // 2] for alike in kinds.values()}
    return tuple(page for page in pages(folder) if not page.dataset or page in sample)


def chapters(folder: Path = FOLDER) -> tuple[SitePage, ...]:
    """The visited pages that hold explorers or figures."""
    return tuple(page for page in visited(folder) if page.drawn)


@functools.cache
def samples(folder: Path = FOLDER) -> tuple[tuple[SitePage, str], ...]:
    """A few explorers that hold every sort of control and trace between them, for what the page's script does to all.

    What an explorer can do wrong by itself (numbers, words, boxes, contrast, bytes) is tested on all of them.
    """
    every = {
        (page, name): own for page in chapters(folder) for name, own in zip(page.explorers, page.traits, strict=True)
    }
    left, found = frozenset().union(*every.values()), []
    while left:
        found.append(max(every, key=lambda one: (len(every[one] & left), -len(one[0].explorers))))
        left -= every[found[-1]]
    return tuple(found)


def sample_pages(folder: Path = FOLDER) -> tuple[SitePage, ...]:
    """The pages of the samples, and one with figures that nothing moves."""
    plain = next((page for page in chapters(folder) if page.figures), None)
    return tuple(dict.fromkeys([*(page for page, _name in samples(folder)), *([plain] if plain else [])]))


def weight(path: Path) -> int:
    """Bytes that a server sends for a file: gzipped at level 6, fonts and pictures as they are."""
    data = path.read_bytes()
    return len(data) if path.suffix in PACKED else len(gzip.compress(data, 6))
