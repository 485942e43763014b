"""Every control: what it changes; and every sort of control, by keyboard and by ``set``: its value, what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from playwright.sync_api import Locator

import course_utils
from course_utils.explorer import Choice, Explorer, Slider, Toggle
from tests.browser.server import Site
from tests.browser.site import SitePage
from tests.browser.states import Control, offers, shown, states, wrong
from tests.browser.visit import Visit, script, settle

Desk = Callable[[SitePage], Visit]
Named = tuple[SitePage, str]

SET = "(root, values) => root.explorer.set(values)"
VALUE = "(root, name) => root.explorer.values()[name]"
OUTPUT = (
    "(root, name) => root.querySelector(`[name=\"${name}\"]`).closest('.cu-row').querySelector('output').textContent"
)
REFUSAL = "(root, values) => root.explorer.set(values).then(() => null, error => error.message)"


def opened(desk: Desk, explorer: Named) -> tuple[Locator, Explorer]:
    """The root of an explorer in its page, at its defaults, and its model."""
    page, name = explorer
    root, model = desk(page).root(name), course_utils.explorers()[name]()
    root.evaluate(SET, model.defaults())
    return root, model


def look(root: Locator, panels: Iterable[int]) -> tuple[dict[int, bytes], str]:
    """Pixels of some panels, and the reading."""
    drawn = root.locator(".cu-panel").all()
    return {i: drawn[i].screenshot() for i in panels}, root.locator(".cu-stage .cu-reading").inner_text()


def test_each_control_changes_the_figure_or_the_reading(desk: Desk, explorer: Named) -> None:
    root, model = opened(desk, explorer)
    for name in model.controls:
        assert witness(root, model, name), f"{name} changes neither figure nor reading"


def witness(root: Locator, model: Explorer, name: str) -> list[Any]:
    """A state and two values of a control between which figures or reading differ there; empty if there are none."""
    asked = [[model.defaults(), *states(model, 8)], name, offers(model.controls[name])]
    return list(root.evaluate(script("witness"), asked) or [])


def test_each_control_changes_pixels_or_the_reading(desk: Desk, leading: Named) -> None:
    assert_seen(*opened(desk, leading))


@pytest.mark.slow
def test_each_control_of_every_explorer_changes_pixels_or_the_reading(desk: Desk, explorer: Named) -> None:
    assert_seen(*opened(desk, explorer))


def assert_seen(root: Locator, model: Explorer) -> None:
    """Every control changes pixels or words, and the pixels of every panel change once."""
    still = set(range(len(model.panels)))

    def looks(state: dict[str, Any], name: str, pair: tuple[Any, Any], panels: set[int]) -> list[tuple]:
        found = []
        for wish in (state | {name: pair[0]}, {name: pair[1]}):
            root.evaluate(SET, wish)
            found.append(look(root, panels))
        return found

    for name in model.controls:
        state, *pair = witness(root, model, name)
        before, after = looks(state, name, pair, still)
        if before == after:  # then a panel that others have moved already
            before, after = looks(state, name, pair, set(range(len(model.panels))))
        assert before != after, f"{name} from {pair[0]} to {pair[1]} at {state} changes data that nobody sees"
        still -= {i for i in before[0] if before[0][i] != after[0][i]}
    assert not still, f"panels whose pixels never change: {[model.panels[i].key for i in still]}"


def test_each_control_changes_the_reading(site: Site, explorer: Named) -> None:
    """Asked of Python, whose readings the page says word for word; a place counts by the sliders that it moves."""
    model = course_utils.explorers()[explorer[1]]()
    for name, control in model.controls.items():
        moves = getattr(control, "sets", {}).items()
        wishes = [{name: v} | {moved: table[v] for moved, table in moves if v in table} for v in offers(control)]
        assert any(two_sentences(model, state, wishes) for state in states(model, 10)), f"{name} never changes it"


def two_sentences(model: Explorer, state: dict[str, Any], wishes: list[dict[str, Any]]) -> bool:
    """Whether the reading is not the same for all wishes; no more of them are tried than it takes to know."""
    first = str(model.read(**(state | wishes[0])))
    return any(str(model.read(**(state | wish))) != first for wish in wishes[1:])


def test_set_moves_each_control(desk: Desk, sample: Named) -> None:
    root, model = opened(desk, sample)
    for name, control in model.controls.items():
        for value in offers(control, 3):
            root.evaluate(SET, {name: value})
            assert root.evaluate(VALUE, name) == value
            field = root.locator(f'[name="{name}"]')
            if isinstance(control, Slider):
                assert root.evaluate(OUTPUT, name) == shown(control, value)
                assert field.get_attribute("aria-valuetext") == shown(control, value)
            elif isinstance(control, Toggle):
                assert field.is_checked() == value
            else:
                assert field.input_value() == value


def expected_by_keys(control: Control, now: Any) -> list[tuple[str, Any]]:
    """Keys to press one after the other, with the value that each gives."""
    if isinstance(control, Toggle):
        return [("Space", not now), ("Space", now)]
    if isinstance(control, Slider):
        position = control.position(control.min) + control.step_size()
        second = float(f"{10**position:.6g}") if control.scale == "log" else position
        return [("Home", control.min), ("ArrowRight", second), ("ArrowLeft", control.min), ("End", control.max)]
    keys = list(control.options) if isinstance(control, Choice) else []
    return [("Home", keys[0]), ("ArrowDown", keys[1]), ("ArrowUp", keys[0]), ("End", keys[-1])] if keys else []


def test_the_keyboard_moves_each_control(desk: Desk, sample: Named) -> None:
    root, model = opened(desk, sample)
    for name, control in model.controls.items():
        field = root.locator(f'[name="{name}"]')
        field.focus()
        for key, value in expected_by_keys(control, model.defaults()[name]):
            field.press(key)
            settle(root)
            now = root.evaluate(VALUE, name)
            assert now == (pytest.approx(value, rel=1e-6, abs=1e-9) if isinstance(control, Slider) else value), (
                name,
                key,
            )
            if isinstance(control, Slider):
                assert root.evaluate(OUTPUT, name) == shown(control, now)


def test_what_the_keyboard_draws_is_what_set_draws(desk: Desk, sample: Named) -> None:
    root, model = opened(desk, sample)
    state = "root => JSON.stringify([root.explorer.values(), root.explorer.figures(), root.explorer.reading()])"
    for name, control in model.controls.items():
        field = root.locator(f'[name="{name}"]')
        for key in [key for key, _value in expected_by_keys(control, None)][:2]:
            field.press(key)
        settle(root)
        by_hand = root.evaluate(state)
        root.evaluate(SET, root.evaluate("root => root.explorer.values()"))
        assert root.evaluate(state) == by_hand


def test_a_place_is_found_by_typing(desk: Desk, sample: Named) -> None:
    root, _model = opened(desk, sample)
    for row in root.locator(".cu-row-territory").all():
        field = row.locator("select")
        before = field.locator("option:checked").inner_text()
        starts = [name[0] for name in field.locator("option").all_inner_texts()]
        # One letter: a browser forgets the first after a second, which a busy machine may take to draw.
        wanted = next(s for s in reversed(starts) if s.isascii() and s.isalpha() and s != before[0])
        field.focus()
        field.press(wanted)
        settle(root)
        assert field.locator("option:checked").inner_text().startswith(wanted)


def test_a_wrong_value_names_the_control_and_its_range(desk: Desk, sample: Named) -> None:
    root, model = opened(desk, sample)
    before = root.evaluate("root => JSON.stringify([root.explorer.values(), root.explorer.reading()])")
    for name, control in model.controls.items():
        for value, word in wrong(control):
            message = root.evaluate(REFUSAL, {name: value})
            assert message is not None, f"{name} takes {value!r}"
            assert name in message and word in message, message
    message = root.evaluate(REFUSAL, {"no such control": 1})
    assert message and all(name in message for name in ["no such control", *model.controls])
    assert root.evaluate("root => JSON.stringify([root.explorer.values(), root.explorer.reading()])") == before
