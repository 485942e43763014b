"""Panels, overlays and readings get the controls that they name and no others."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import pytest

from course_utils.explorer import Overlay, Panel, Reading
from course_utils.explorer.panel import pick
from course_utils.words import Sentence, say

VALUES: dict[str, Any] = {"a": 1.0, "b": 2.0, "c": "x"}


def seen(**values: Any) -> dict[str, Any]:
    return values


def bar(result: dict[str, Any], **values: Any) -> dict[str, Any]:
    assert result == values
    return {"data": [{"type": "bar", "y": [values["a"]]}], "layout": {"margin": {"l": 40}}}


def trace(result: dict[str, Any], **values: Any) -> dict[str, Any]:
    return {"y": (values["b"], float("nan"))}


def test_pick() -> None:
    assert pick(VALUES, ("c", "a")) == {"c": "x", "a": 1.0}
    with pytest.raises(KeyError):
        pick(VALUES, ("d",))


def test_a_panel_draws_its_own_controls() -> None:
    panel = Panel("p", seen, bar, ("a",), alt="", height=200)
    assert panel.result(VALUES) == {"a": 1.0}
    drawn = panel.draw(VALUES)
    assert drawn == panel.base(VALUES)
    assert drawn["data"] == [{"type": "bar", "y": [1.0]}]
    assert drawn["layout"]["height"] == 200
    assert drawn["layout"]["margin"] == {"l": 40, "r": 8, "t": 30, "b": 8}  # laid upon the base


def test_a_figure_may_be_plotlys() -> None:
    panel = Panel("p", seen, lambda _result, a: go.Figure(go.Bar(y=[a])), ("a",), alt="")
    assert panel.draw(VALUES)["data"] == [{"type": "bar", "y": [1.0]}]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_overlays_come_last_with_their_own_controls(count: int) -> None:
    one = Overlay(seen, trace, ("b",))
    overlay = {0: None, 1: one, 2: (one, one)}[count]
    panel = Panel("p", seen, bar, ("a",), alt="", overlay=overlay)
    assert len(panel.overlays) == count
    assert panel.draw(VALUES)["data"][1:] == [{"y": [2.0, None], "type": "scatter"}] * count
    assert len(panel.base(VALUES)["data"]) == 1


def test_an_overlay_may_say_something() -> None:
    assert Overlay(seen, trace, ("b",)).say(VALUES) == ""
    loud = Overlay(seen, trace, ("b",), lambda _result, b: say("B is {b}.", b=b))
    assert loud.say(VALUES) == "B is 2.0." and isinstance(loud.say(VALUES), Sentence)


def test_a_reading_names_its_controls() -> None:
    assert Reading(seen, lambda result, **_values: say("{r}", r=sorted(result)), ("c", "a")).say(VALUES) == "['a', 'c']"
    assert Reading(lambda: 3, lambda result: say("{r}", r=result)).say(VALUES) == "3"
