"""The one model that every contender shows: a panel of the growth pole, on the lattice of its controls."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

from course_utils.explorer import Explorer, Reading, explore
from course_utils.explorer.controls import Choice, Value
from course_utils.explorer.panel import Values
from course_utils.explorer.style import template
from course_utils.words import say

CONCEPT, PANEL = "growth_pole", "size"
#: The control that the benchmark moves; a slider.
MOVED = "content"


def subject() -> Explorer:
    """Return an explorer with one panel of the concept, and the controls of that panel."""
    whole = explore(CONCEPT)
    panel = replace(next(p for p in whole.panels if p.key == PANEL), overlay=None)
    controls = {name: whole.controls[name] for name in panel.controls}
    reading = Reading(lambda **_: None, lambda _result, **_: say(panel.alt), panel.controls)
    return Explorer(f"{CONCEPT}.bench", controls, [panel], reading)


def nodes(explorer: Explorer) -> dict[str, list[Value]]:
    """Values that each control takes on the lattice, the moved one last: its states follow one another."""
    names = sorted(explorer.controls, key=lambda name: name == MOVED)
    return {name: list(explorer.controls[name].nodes()) for name in names}


def states(explorer: Explorer) -> list[Values]:
    """Every state of the lattice."""
    grid = nodes(explorer)
    return [dict(zip(grid, values, strict=True)) for values in itertools.product(*grid.values())]


def figure(explorer: Explorer, values: Values) -> dict[str, Any]:
    """Return the figure of a state, in the course's look."""
    drawn = explorer.evaluate(**values)[0]
    return {"data": drawn["data"], "layout": drawn["layout"] | {"template": template("light")}}


def shown(explorer: Explorer, name: str) -> dict[Any, str]:
    """What a reader sees of each value of a control."""
    control = explorer.controls[name]
    return control.options if isinstance(control, Choice) else {v: f"{v:.3g}" for v in control.nodes()}
