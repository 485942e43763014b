"""Plain plotly figures of notebooks are drawn by our script."""

from __future__ import annotations

import json
from importlib.metadata import entry_points
from types import SimpleNamespace
from typing import Any

import plotly.graph_objects as go
import pytest

from course_utils.sphinx_ext.plain import PLOTLY, PlotlyFigure


def shown(mime: str, content: Any, inline: bool = False) -> Any:
    data: Any = SimpleNamespace(mime_type=mime, content=content)
    return PlotlyFigure.handle_mime(None, data, inline)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("layout", "alt"),
    [
        ({"meta": {"alt": "Two bars"}}, "Two bars"),
        ({"title": {"text": "T"}, "meta": ["x"]}, "T"),
        ({"title": "T"}, "T"),
    ],
)
def test_a_figure(layout: dict[str, Any], alt: str) -> None:
    figure = json.loads(go.Figure(go.Bar(x=["a", "b"], y=[1, 2]), layout).to_json())
    (node,) = shown(PLOTLY, figure)
    text = node.astext()
    assert node["format"] == "html" and node["classes"] == ["output", "text_html"]
    assert text.startswith('<div class="cu-figure"') and f'"alt":"{alt}"' in text
    assert '"x":["a","b"]' in text and '"template"' not in text


def test_an_empty_figure() -> None:
    assert "cu-figure" in shown(PLOTLY, {})[0].astext()


def test_anything_else_is_left_to_others() -> None:
    assert shown("text/html", "<b>") is None
    assert shown(PLOTLY, {}, inline=True) is None


def test_a_figure_that_the_bundle_cannot_draw_fails_the_build() -> None:
    with pytest.raises(ValueError, match="scatter3d"):
        shown(PLOTLY, {"data": [{"type": "scatter3d"}], "layout": {}})


def test_myst_nb_finds_the_renderer() -> None:
    found = [point.load() for point in entry_points(group="myst_nb.mime_renderers")]
    assert PlotlyFigure in found
    assert PlotlyFigure.mime_priority_overrides == (("html", PLOTLY, 0),)
