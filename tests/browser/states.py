"""Random states of an explorer, the same in every run, and what each control offers."""

from __future__ import annotations

import random
from typing import Any

from course_utils.explorer import Choice, Slider, Territory, Toggle
from course_utils.explorer.explorer import Explorer
from course_utils.words import number

Control = Slider | Choice | Toggle | Territory
STATES = 16


def states(explorer: Explorer, count: int = STATES, between: bool = True) -> list[dict[str, Any]]:
    """Draw states: half of them on the nodes of every control, half between those that the page interpolates."""
    dice = random.Random(explorer.name)
    on = [{n: dice.choice(c.nodes()) for n, c in explorer.controls.items()} for _ in range(count)]
    if not between:
        return on
    sliders = {n: c for n, c in explorer.controls.items() if isinstance(c, Slider) and c.interpolate}
    return [
        state | {n: amid(c, dice.random()) for n, c in sliders.items()} if i % 2 else state
        for i, state in enumerate(on)
    ]


def amid(slider: Slider, share: float) -> float:
    """The value at a share of the slider's length."""
    low, high = slider.position(slider.min), slider.position(slider.max)
    position = low + share * (high - low)
    return float(f"{10**position if slider.scale == 'log' else position:.9g}")


def nearest(explorer: Explorer, values: dict[str, Any]) -> dict[str, Any]:
    """The nodes that the page takes its words from."""
    return {n: closest(explorer.controls[n], v) for n, v in values.items()}


def closest(control: Control, value: Any) -> Any:
    """The node nearest to `value`."""
    if not isinstance(control, Slider):
        return value
    return min(control.nodes(), key=lambda node: abs(control.position(node) - control.position(value)))


def on_nodes(explorer: Explorer, values: dict[str, Any]) -> bool:
    """Whether no control stands between its nodes."""
    return nearest(explorer, values) == values


def offers(control: Control, many: int = 5) -> list[Any]:
    """Some values that a control takes, the first and the last among them."""
    nodes = control.nodes()
    return [nodes[round(i * (len(nodes) - 1) / (many - 1))] for i in range(many)] if len(nodes) > many else list(nodes)


def shown(slider: Slider, value: float) -> str:
    """What stands beside a slider: three significant digits where the scale is logarithmic."""
    times = value * (100 if slider.percent else 1)
    decimals = slider.decimals
    if slider.scale == "log":
        decimals = max(0, min(decimals, 2 - int(f"{times:e}".split("e")[1])))
    return str(number(times, decimals, "%" if slider.percent else slider.unit))


def wrong(control: Control) -> list[tuple[Any, str]]:
    """Values that a control must refuse, each with a word of its range that the refusal names."""
    if isinstance(control, Slider):
        low, high = (str(bound).removesuffix(".0") for bound in (float(control.min), float(control.max)))
        beyond = 2 * control.max - control.min
        return [(beyond, high), (control.min - 1e6, low), ("wide", high), ("", low), (None, high)]
    if isinstance(control, Choice):
        return [("no such option", option) for option in control.options]
    if isinstance(control, Toggle):
        return [("perhaps", "true"), (2, "false")]
    return [("no such place", control.level), ("", control.level)]
