"""Dark mode as it is seen: the pixels behind an explorer are dark, and what is written on them is read."""

from __future__ import annotations

import base64
from collections.abc import Callable

from playwright.sync_api import Locator, Page

from tests.browser.conftest import MODE
from tests.browser.site import SitePage
from tests.browser.visit import Opens, Visit, script

SEEN = ".cu-explorer, .cu-figure, .cu-card, .cu-teach, .cu-reading, .cu-panel"


def luminance(colour: list[float]) -> float:
    """Relative luminance of WCAG."""
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[float], other: list[float]) -> float:
    """Contrast of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def behind(box: Locator) -> list[float]:
    """The colour most seen along the upper edge of a box: its background, whatever is drawn further in."""
    box.evaluate("box => box.scrollIntoView({ block: 'center' })")
    edge = box.bounding_box()
    strip = {"x": edge["x"] + 8, "y": max(edge["y"], 0) + 3, "width": edge["width"] - 16, "height": 4}
    return list(box.page.evaluate(script("median"), base64.b64encode(box.page.screenshot(clip=strip)).decode()))


def themed(page: Page, theme: str) -> None:
    """Press the theme's own switch until it shows `theme`."""
    switch = page.locator("button.theme-switch-button").first
    for _ in range(4):
        if page.locator("html").get_attribute("data-mode") == theme:
            return
        switch.evaluate("button => button.click()")
    raise AssertionError(f"the theme's switch does not lead to {theme}")


def test_the_background_is_dark_and_words_are_read_on_it(night: Callable[[SitePage], Visit], chapter: SitePage) -> None:
    assert_themed(night(chapter), "dark")


def test_the_background_is_light_and_words_are_read_on_it(visit: Opens, sample_page: SitePage) -> None:
    assert_themed(visit(sample_page, before=MODE.format("light")).wake(), "light")


def assert_themed(seen: Visit, theme: str) -> None:
    for kind in SEEN.split(", "):  # one style sheet paints all of a kind
        for box in [each for each in seen.page.locator(kind).all() if each.is_visible()][:2]:
            light = luminance(behind(box))
            assert light < 0.06 if theme == "dark" else light > 0.8, (
                light,
                box.evaluate("b => b.outerHTML.slice(0, 120)"),
            )
    for plot in seen.page.locator(".cu-plot").all():
        paper = behind(plot)
        weak = [ink for ink in plot.evaluate(script("inks")) if contrast(ink, paper) < 4.5]
        assert not weak, f"{weak[:3]} on {paper}"


def test_the_switch_redraws_what_is_drawn(visit: Opens, sample_page: SitePage) -> None:
    seen = visit(sample_page, color_scheme="light").wake()
    plots = seen.page.locator(".cu-plot").all()
    font = "plot => plot._fullLayout.font.color"
    for theme in ("dark", "light"):
        before = [plot.evaluate(font) for plot in plots]
        themed(seen.page, theme)
        for plot, was in zip(plots, before, strict=True):
            changed = "([plot, was]) => plot._fullLayout.font.color !== was"
            seen.page.wait_for_function(changed, arg=[plot.element_handle(), was])
        inks = [plot.evaluate("plot => plot._fullLayout.font.color") for plot in plots]
        assert all(contrast([int(ink[i : i + 2], 16) for i in (1, 3, 5)], behind(plots[0])) > 4.5 for ink in inks)
    assert seen.errors == []
