"""What a page costs: transferred bytes against the budgets of the design, and heavy files only when they are needed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

import pytest

import course_utils
from tests.browser.payload import text
from tests.browser.server import Site
from tests.browser.site import SitePage, chapters, sample_pages
from tests.browser.visit import Opens, Visit, script, wake

COLD, MATHEMATICS, MAP, WARM = 1_000_000, 350_000, 250_000, 350_000
EXPLORER, STATES, VALUES = 150_000, 1_500, 300_000

Record = Callable[[str, object], None]


def heavy(asked: list[str]) -> list[str]:
    return [url.split("/")[-1] for url in asked if "plotly" in url or "/geo-" in url]


def test_cold_and_warm_weights_are_in_the_budget(
    desk: Callable[[SitePage], Visit], site: Site, chapter: SitePage, record_property: Record
) -> None:
    cold = desk(chapter).weights
    with site.asking() as warm:
        desk(chapter).again(site.address(chapter.path), formulas=chapter.mathematics)
    mapped = any("/geo-" in path for path in cold)
    budget = COLD + MATHEMATICS * chapter.mathematics + MAP * mapped
    first, again = sum(cold.values()), sum(warm.values())
    record_property("measured", f"weight   {chapter}: cold {first:,} of {budget:,} bytes, warm {again:,} of {WARM:,}")
    listing = "\n".join(f"{size:>9,} {path}" for path, size in sorted(cold.items(), key=lambda item: -item[1]))
    assert chapter.path in cold and chapter.path in warm
    assert first <= budget, f"{first:,} of {budget:,} bytes\n{listing}"
    assert again <= WARM, f"{again:,} of {WARM:,} bytes: {warm}"


def test_explorers_are_in_the_budget(
    desk: Callable[[SitePage], Visit], explorer: tuple[SitePage, str], record_property: Record
) -> None:
    page, name = explorer
    shipped = text(desk(page).root(name))
    data, packed = json.loads(shipped), len(gzip.compress(shipped.encode(), 6))
    model = course_utils.explorers()[name]()
    lengths = {
        n: 1 if c["t"] == "territory" else len(model.controls[n].nodes())
        for n, c in ((c["k"], c) for c in data["controls"])
    }
    largest = 0
    for layer in [layer for panel in data["panels"] for layer in (panel["base"], *panel["overlays"])]:
        states = 1
        for control in layer["controls"]:
            states *= lengths[control]
        largest = max(largest, states)
    record_property(
        "measured",
        f"explorer {name}: {packed:,} bytes, {data['values']:,} values, {largest:,} states in its largest panel",
    )
    assert packed <= EXPLORER
    assert largest <= STATES
    assert data["values"] <= VALUES


@pytest.mark.parametrize("some", [sample_pages, pytest.param(chapters, marks=pytest.mark.slow)])
def test_plotly_waits_until_a_figure_is_near(
    visit: Opens, site: Site, some: Callable[[], tuple[SitePage, ...]]
) -> None:
    """Where the first figure lies far down: not asked for at first, asked for once it is near."""
    far = 0
    for chapter in some():
        seen = visit(chapter, viewport={"width": 1280, "height": 500})
        first = seen.roots()[0]
        seen.page.evaluate(script("observed"))
        if first.bounding_box()["y"] > 500 + 300:
            far += 1
            assert not heavy(seen.requests), chapter
            wake(first)
        assert heavy(seen.requests)
    assert far, "no chapter has its first figure further down than a screen"


def test_a_second_chapter_finds_the_shared_files_there(visit: Opens, site: Site) -> None:
    first, second = chapters()[:2]
    seen = visit(first).complete(formulas=first.mathematics)
    with site.asking() as again:
        seen.again(site.address(second.path), formulas=second.mathematics)
    assert not [path for path in again if "plotly" in path or path.endswith("course.js")]
