"""The play buttons of the book: each runs through its control, and what it leaves is what the model gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import course_utils
from course_utils.explorer.run import run_of
from tests.browser.site import SitePage
from tests.browser.visit import Visit, settle

Named = tuple[SitePage, str]
VALUE = "(root, name) => root.explorer.values()[name]"
MOVED = "([root, name, first]) => root.explorer.values()[name] !== first"


def test_each_play_button_runs_and_stops(desk: Callable[[SitePage], Visit], explorer: Named) -> None:
    page, name = explorer
    seen, model = desk(page), course_utils.explorers()[name]()
    root = seen.root(name)
    played = {key: control for key, control in model.controls.items() if getattr(control, "play", False)}
    assert root.locator(".cu-play").count() == len(played)
    for key, control in played.items():
        first = run_of(control).values[0]
        root.evaluate("(root, values) => root.explorer.set(values)", {key: first})
        button = root.get_by_role("button", name=f"Play {control.label}", exact=True)
        button.press("Enter")
        seen.page.wait_for_function(MOVED, arg=[root.element_handle(), key, first])
        seen.page.keyboard.press("Escape")
        button.wait_for()
        settle(root)
        now = root.evaluate("root => root.explorer.values()")
        assert now[key] in (
            pytest.approx(value) if isinstance(value, float) else value for value in run_of(control).values
        )
        assert root.evaluate("root => root.explorer.reading()") == model.read(**now)
