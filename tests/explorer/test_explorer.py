"""The explorer object: values, figures, readings, and errors that name what was wrong."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from course_utils.explorer import Explorer, Panel, Reading, Slider, Territory
from tests.explorer import demo as demonstration
from tests.explorer.demo import X, curve, explorer

DEFAULTS = {"shape": "rising", "power": 1.0, "size": 4.0, "scale": 1.0, "gap": False, "place": "38"}


def test_defaults(demo: Explorer) -> None:
    assert demo.defaults() == demo.values() == DEFAULTS


def test_values_are_checked_and_completed(demo: Explorer) -> None:
    asked = {"power": np.float64(1.52), "size": 3, "gap": np.True_, "place": 1} | {"place": "01"}
    assert demo.values(**asked) == DEFAULTS | {"power": 1.5, "size": 3.0, "gap": True, "place": "01"}


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("power", 7, r"demo: control 'power' takes a number from 0.5 to 3, got 7"),
        ("shape", "flat", r"demo: control 'shape' takes one of 'rising', 'falling', got 'flat'"),
        ("gap", 1, r"demo: control 'gap' takes True or False, got 1"),
        ("place", "Isère", r"demo: control 'place' takes the code of one departement .*, got 'Isère'"),
        ("speed", 1, r"demo: no control 'speed'; there are shape, power, size, scale, gap, place"),
    ],
)
def test_a_wrong_value_is_refused_everywhere(demo: Explorer, name: str, value: Any, complaint: str) -> None:
    for method in (demo.values, demo.evaluate, demo.read, lambda **v: demo.result("curve", **v)):
        with pytest.raises(ValueError, match=complaint):
            method(**{name: value})


def test_figures_are_plain_and_in_the_order_of_the_page(demo: Explorer) -> None:
    figures = demo.evaluate(gap=True, place="2A", size=2.5, shape="falling")
    assert json.loads(json.dumps(figures, allow_nan=False)) == figures
    line, bars, grid = figures
    assert line["data"][0]["y"] == curve(1.0, 2.5, "falling").tolist()
    assert bars["data"][0]["y"] == [2.5, None, 3.0]
    assert bars["data"][1] | {"type": "scatter"} == bars["data"][1]  # the overlay comes last
    assert (bars["data"][1]["name"], bars["data"][1]["y"]) == ("Corse-du-Sud", [None])
    assert grid["data"][0]["z"] == [[1.0, 1e5], [2.0, 2e5], [3.0, 3e5]]


def test_every_layout_starts_from_the_base(demo: Explorer) -> None:
    layouts = [figure["layout"] for figure in demo.evaluate()]
    assert [layout["height"] for layout in layouts] == [360, 360, 300]
    assert all(layout["dragmode"] is False for layout in layouts)  # a finger scrolls the page


def test_reading(demo: Explorer) -> None:
    middle = 4 * X[15]
    sentence = demo.read()
    assert sentence.startswith(f"Half way the curve stands at {middle:.2f} of 4.0, or {100 * X[15]:.1f}")
    assert sentence.endswith("Isère counts 1,291,691.") or "Isère counts 1," in sentence
    assert [n.value for n in sentence.numbers][:2] == [pytest.approx(middle), 4.0]
    assert demo.read(shape="falling", gap=True, place="2A") == "It falls from 4.0. Corse-du-Sud counts n/a."


def test_result_is_what_the_model_gives(demo: Explorer) -> None:
    assert demo.result("bars", gap=True) == [4.0, None, 3.0]
    np.testing.assert_array_equal(demo.result("reading", power=2.0), 4 * X**2)
    with pytest.raises(ValueError, match="demo: no panel 'pie'; there are curve, bars, grid"):
        demo.result("pie")


def test_an_error_of_a_model_is_not_hidden() -> None:
    def stop(scale: float) -> None:
        raise StopIteration("the model's own")

    broken = explorer(
        panels=[Panel("broken", stop, demonstration.grid_figure, ("scale",), alt="")], controls=only("scale")
    )
    with pytest.raises(StopIteration, match="the model's own"):
        broken.result("broken")


def only(*names: str) -> dict[str, Any]:
    """Those controls, and what the reading needs."""
    return {name: c for name, c in demonstration.controls().items() if name in (*names, "power", "size", "shape")}


def test_a_control_that_is_not_there() -> None:
    with pytest.raises(ValueError, match=r"demo: unknown controls \['gap', 'place'\]"):
        explorer(controls=only("scale"))


def test_a_control_that_moves_nothing() -> None:
    with pytest.raises(ValueError, match=r"demo: controls that move nothing: \['idle'\]"):
        explorer(controls=demonstration.controls() | {"idle": Slider("Idle", 0.0, 1.0, 0.0)})


def test_a_territory_that_only_moves_a_slider_is_no_idle_control() -> None:
    mover = Territory("Mover", sets={"size": {"38": 3.0}})
    assert "mover" in explorer(controls=demonstration.controls() | {"mover": mover}).defaults()
    with pytest.raises(ValueError, match=r"move nothing: \['mover'\]"):
        explorer(controls=demonstration.controls() | {"mover": Territory("Mover")})


@pytest.mark.parametrize(
    ("sets", "complaint"),
    [
        ({"speed": {"38": 1.0}}, r"demo: control 'place' sets 'speed', which is no slider"),
        ({"shape": {"38": 1.0}}, r"demo: control 'place' sets 'shape', which is no slider"),
        (
            {"size": {"38": 11.0}},
            r"demo: 'place' '38' sets control 'size', which takes a number from 1 to 10, got 11.0",
        ),
        ({"size": {"01": float("nan")}}, r"demo: 'place' '01' sets control 'size', which takes .* got nan"),
    ],
)
def test_a_territory_sets_what_a_slider_accepts(sets: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        explorer(controls=demonstration.controls() | {"place": Territory("Place", sets=sets)})


def test_two_panels_of_one_key() -> None:
    panels = explorer().panels
    with pytest.raises(ValueError, match="demo: two panels share a key"):
        explorer(panels=[*panels, panels[0]])


def test_explorers_are_things_not_values(demo: Explorer) -> None:
    """They hold widgets: two are never the same, and one can be a key."""
    assert demo != explorer() and {demo: 1}[demo] == 1


def test_faces(demo: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_UTILS_FACE", "static")
    shown = demo._repr_mimebundle_()
    assert set(shown) == {"text/plain", "text/html"} and shown["text/html"].startswith('<div class="cu-explorer"')
    assert shown["text/plain"] == "Explorer 'demo': shape, power, size, scale, gap, place"
    monkeypatch.delenv("COURSE_UTILS_FACE")
    assert "application/vnd.jupyter.widget-view+json" in demo._repr_mimebundle_()
    assert demo.widget is demo.widget


def test_an_explorer_may_have_no_control() -> None:
    still = Explorer(
        "still",
        {},
        [Panel("p", lambda: 1, lambda r: {"data": [{"y": [r]}]}, (), alt="")],
        Reading(lambda: 1, lambda r: ""),
    )
    assert still.evaluate()[0]["data"][0]["y"] == [1] and still.read() == "" and still.axes(()) == ([], [])
