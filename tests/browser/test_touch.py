"""On a phone: a finger that starts on a figure scrolls the page and leaves the figure as it is."""

from __future__ import annotations

from tests.browser.site import SitePage
from tests.browser.visit import Opens, Visit, still

PHONE = {"viewport": {"width": 390, "height": 700}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
AXES = "plot => JSON.stringify([plot.layout.xaxis, plot.layout.yaxis, plot.layout.geo])"
SCROLLED = "start => Math.abs(window.scrollY - start) > 120"


def drag(seen: Visit, x: float, y: float, far: float) -> None:
    """One finger put down at a point, moved up by `far` pixels in small steps, and lifted."""
    channel = seen.context.new_cdp_session(seen.page)
    touch = lambda kind, points: channel.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})  # noqa: E731
    touch("touchStart", [{"x": x, "y": y}])
    for step in range(1, 11):
        touch("touchMove", [{"x": x, "y": y - far * step / 10}])
    touch("touchEnd", [])


def test_a_finger_on_a_figure_scrolls_the_page(visit: Opens, sample_page: SitePage) -> None:
    seen = visit(sample_page, **PHONE).wake()
    for plot in seen.page.locator(".cu-plot").all():
        for share in (0.3, 0.7):
            plot.evaluate("plot => plot.scrollIntoView({ block: 'center' })")
            still(seen.page)
            box, before = plot.bounding_box(), plot.evaluate(AXES)
            start = seen.page.evaluate("window.scrollY")
            drag(seen, box["x"] + box["width"] * share, box["y"] + box["height"] / 2, 250)
            seen.page.wait_for_function(SCROLLED, arg=start)
            still(seen.page)
            assert plot.evaluate(AXES) == before
    assert seen.errors == []


def test_a_finger_moves_a_slider(visit: Opens, sample_page: SitePage) -> None:
    seen = visit(sample_page, **PHONE).wake()
    for name in sample_page.explorers:
        root = seen.root(name)
        for slider in root.locator("input[type=range]").all():
            slider.evaluate("e => e.scrollIntoView({ block: 'center' })")
            before = root.locator("output").all_inner_texts()
            box = slider.bounding_box()
            at_end = slider.evaluate("e => (e.value - e.min) / (e.max - e.min) > 0.9")
            seen.page.touchscreen.tap(box["x"] + box["width"] * (0.1 if at_end else 0.95), box["y"] + box["height"] / 2)
            assert root.locator("output").all_inner_texts() != before
