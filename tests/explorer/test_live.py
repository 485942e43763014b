"""The live face without a browser: widgets made, moved, and what they then show."""

from __future__ import annotations

from typing import Any

import ipywidgets
import numpy as np
import pytest

from course_utils.explorer import Choice, Explorer, Panel, Slider, Territory, Toggle, live, style
from course_utils.explorer.live import LiveFace, make_input, shown
from course_utils.explorer.plain import plain_figure
from course_utils.words import NARROW_SPACE
from tests.explorer.demo import controls, explorer


@pytest.fixture
def face(demo: Explorer) -> LiveFace:
    return LiveFace(demo)


def drawn(face: LiveFace) -> list[Any]:
    """What the figures show, without what plotly and the theme add."""
    return [plain_figure(figure)["data"] for figure in face.figures]


def same(found: Any, wanted: Any) -> bool:
    """Compare figures: integers may have become floats, keys may have been added."""
    if isinstance(wanted, dict):
        return all(same(found[key], value) for key, value in wanted.items())
    if isinstance(wanted, list):
        return len(found) == len(wanted) and all(map(same, found, wanted))
    return bool(found == wanted)


def assert_true(face: LiveFace) -> None:
    """All figures and the reading are those that the model gives for what the controls show."""
    wanted = [figure["data"] for figure in face.explorer.evaluate(**face.values())]
    assert same(drawn(face), wanted)
    assert str(face.explorer.read(**face.values())) in face.reading.value.replace("&#x27;", "'")


def test_every_control_has_its_widget(face: LiveFace) -> None:
    kinds = {name: type(widget).__name__ for name, widget in face.inputs.items()}
    assert kinds == {
        "shape": "Dropdown",
        "power": "SelectionSlider",
        "size": "FloatSlider",
        "scale": "SelectionSlider",
        "gap": "Checkbox",
        "place": "Dropdown",
    }
    assert face.values() == face.explorer.defaults()
    assert_true(face)


def test_widgets_are_labelled_and_offer_what_the_page_offers(face: LiveFace) -> None:
    assert [w.description for w in face.inputs.values()] == [
        "Shape",
        "Power",
        "Size (m)",
        "Scale",
        "Leave a gap",
        "My territory",
    ]
    assert [value for _label, value in face.inputs["power"].options] == controls()["power"].nodes()
    assert dict(face.inputs["place"].options)["Corse-du-Sud"] == "2A"
    assert face.inputs["size"].step == pytest.approx(0.45)


@pytest.mark.parametrize(
    ("name", "value"),
    [("shape", "falling"), ("power", 2.5), ("size", 7.3), ("scale", 100.0), ("gap", True), ("place", "2A")],
)
def test_moving_a_control_changes_what_is_drawn(face: LiveFace, name: str, value: Any) -> None:
    before = (drawn(face), face.reading.value)
    face.inputs[name].value = value
    assert (drawn(face), face.reading.value) != before
    assert face.values() == face.explorer.defaults() | {name: value}
    assert_true(face)


def test_a_walk_through_the_controls_ends_true(face: LiveFace) -> None:
    random = np.random.default_rng(7)
    for _move in range(25):
        name = str(random.choice(list(face.inputs)))
        widget = face.inputs[name]
        options = [value for _label, value in getattr(widget, "options", [])]
        widget.value = (
            options[random.integers(len(options))] if options else {"gap": not face.inputs["gap"].value}.get(name, 3.3)
        )
    assert_true(face)


def test_a_territory_moves_the_slider_that_it_sets(face: LiveFace) -> None:
    face.inputs["place"].value = "01"
    assert face.inputs["size"].value == 7.5
    face.inputs["place"].value = "75"  # sets nothing
    assert face.inputs["size"].value == 7.5
    assert_true(face)


def test_a_territory_moves_a_slider_of_nodes_to_the_nearest() -> None:
    changed = controls() | {"place": Territory("T", sets={"power": {"01": 2.23}, "scale": {"01": 30.0}})}
    face = LiveFace(explorer(controls=changed))
    face.inputs["place"].value = "01"
    assert (face.inputs["power"].value, face.inputs["scale"].value) == (2.2, 10.0)


def test_the_readers_own_territory_is_chosen_and_moves_its_slider(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_UTILS_TERRITORY", "01")
    face = LiveFace(explorer())
    assert (face.inputs["place"].value, face.inputs["size"].value) == ("01", 7.5)
    assert_true(face)
    monkeypatch.setenv("COURSE_UTILS_TERRITORY", "200040715")  # an EPCI says nothing here
    assert LiveFace(explorer()).inputs["place"].value == "38"


def test_only_what_changed_is_sent(face: LiveFace, monkeypatch: pytest.MonkeyPatch) -> None:
    updated: list[Any] = []
    monkeypatch.setattr(LiveFace, "_update", staticmethod(lambda widget, old, new: updated.append(widget)))
    face.inputs["scale"].value = 10.0
    assert updated == [face.figures[2]]


def map_panel() -> Panel:
    def figure(result: Any, gap: bool) -> dict[str, Any]:
        outlines = "regions" if gap else "departements"
        trace = {"type": "choropleth", "geojson": outlines, "locations": ["84", "38"], "z": [1.0, 3.0 if gap else 2.0]}
        return {"data": [trace], "layout": {"geo": {"visible": False}}}

    return Panel("map", lambda gap: None, figure, ("gap",), alt="A map")


def test_a_map_gets_outlines_and_asks_nobody_for_a_world() -> None:
    face = LiveFace(explorer(panels=[*explorer().panels, map_panel()]))
    outlines = face.figures[3].data[0].geojson
    assert outlines["type"] == "FeatureCollection" and {"38", "2A"} <= {f["id"] for f in outlines["features"]}
    assert str(face.figures[3]._esm).startswith(live.NO_WORLD)
    face.inputs["gap"].value = True
    assert {"84", "94"} <= {f["id"] for f in face.figures[3].data[0].geojson["features"]}
    assert face.figures[3].data[0].z == (1.0, 3.0)


def test_the_box_shows_everything(face: LiveFace) -> None:
    texts = " ".join(child.value for child in face.box.children if isinstance(child, ipywidgets.HTML))
    for part in ("A demonstration", "Curve", "Grid", "Nothing here is about the world.", "Synthetic.", "cu-card"):
        assert part in texts
    assert all(figure in face.box.children for figure in face.figures)
    assert face.figures[0].layout.template.layout.colorway[0] == style.color(0)


def test_texts_are_escaped() -> None:
    face = LiveFace(explorer(title="<b>", caption="a < b", note="c & d", data=()))
    texts = " ".join(child.value for child in face.box.children if isinstance(child, ipywidgets.HTML))
    assert "&lt;b&gt;" in texts and "a &lt; b" in texts and "c &amp; d" in texts and "<details>" not in texts


@pytest.mark.parametrize(
    ("slider", "value", "text"),
    [
        (Slider("s", 0.0, 1.0, 0.0), 0.25, "0.25"),
        (Slider("s", 0.0, 5000.0, 0.0, unit="km", decimals=0), 2500.0, "2,500 km"),
        (Slider("s", 0.0, 1.0, 0.0, percent=True, decimals=1), 0.125, "12.5 %"),
        (Slider("s", 0.01, 100.0, 0.01, points=5, scale="log", decimals=3), 0.01, "0.010"),
        (Slider("s", 0.01, 100.0, 0.01, points=5, scale="log", decimals=3), 100.0, "100"),
        (Slider("s", 0.001, 1.0, 1.0, points=4, scale="log", percent=True, decimals=1), 1.0, "100 %"),
    ],
)
def test_values_of_sliders_are_printed_like_the_pages(slider: Slider, value: float, text: str) -> None:
    assert shown(slider, value) == text.replace(" ", NARROW_SPACE)


def test_an_interpolated_logarithmic_slider_offers_its_steps() -> None:
    slider = Slider("s", 1.0, 1234567.0, 10.0, points=3, scale="log", interpolate=True)
    widget = make_input(slider)
    values = [value for _label, value in widget.options]
    assert len(values) == 21 and (values[0], values[-1]) == (1.0, 1234567.0)
    assert [slider.accept(v) for v in values] == values
    assert widget.value == slider.nearest(10.0, values)


def test_the_other_inputs() -> None:
    assert make_input(Toggle("t", True)).value is True
    assert make_input(Choice("c", {"a": "First"}, "a")).options == (("First", "a"),)
    names = [label for label, _value in make_input(Territory("t")).options]
    assert names == sorted(names)
