"""The vendored scripts at work in Chromium, from ``file://``: each trace draws, maps and formulas ask nobody."""

from __future__ import annotations

import gzip
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote, urlparse

import pytest

from tests.assets.conftest import Open

pytestmark = pytest.mark.browser

SQUARE = [[[0, 45], [0, 47], [2, 47], [2, 45], [0, 45]]]
PLACE = {"type": "Feature", "id": "a", "properties": {}, "geometry": {"type": "Polygon", "coordinates": SQUARE}}
PLACES = {"type": "FeatureCollection", "features": [PLACE]}
HILL = [[1, 2, 3], [2, 3, 5], [3, 5, 9]]
FLOWS = {"source": [0, 0, 1, 2, 3], "target": [2, 3, 3, 3, 0], "value": [3, 2, 4, 1, 1]}
NEST = {"labels": ["all", "a", "b"], "parents": ["", "all", "all"], "values": [3, 1, 2], "branchvalues": "total"}

# A trace of each type, the selector of the marks that it draws, and how many there are.
TRACES = {
    "scatter": ({"x": [1, 2, 3], "y": [1, 3, 2], "mode": "lines+markers"}, ".scatterlayer .point", 3),
    "bar": ({"x": ["a", "b"], "y": [1, 2]}, ".barlayer .point path", 2),
    "heatmap": ({"z": [[1, 2], [3, 4]]}, ".heatmaplayer image", 1),
    "contour": ({"z": HILL, "contours": {"start": 2, "end": 8, "size": 3}}, ".contourlayer .contourlevel path", 3),
    "pie": ({"labels": ["a", "b"], "values": [1, 2]}, ".pielayer .slice", 2),
    "sankey": ({"node": {"label": ["a", "b", "c", "d"]}, "link": FLOWS}, ".sankey-link", 5),
    "treemap": (NEST, ".treemaplayer .slice path", 3),
    "histogram": ({"x": [1, 1, 2, 9], "nbinsx": 2}, ".barlayer .point path", 2),
    "box": ({"y": [1, 2, 3, 4, 40], "boxpoints": "outliers"}, ".boxlayer path.box", 1),
    "waterfall": ({"x": ["a", "b"], "y": [2, -1]}, ".waterfalllayer .point path", 2),
    "choropleth": ({"geojson": PLACES, "locations": ["a"], "z": [1]}, ".choroplethlayer path", 1),
    "scattergeo": ({"lon": [1, 2], "lat": [46, 46]}, ".scattergeo .point", 2),
}
GEO = {"visible": False, "projection": {"type": "conic conformal"}}

DRAW = """async ([data, layout]) => {
  await Plotly.newPlot('plot', data, layout, { displayModeBar: false });
  await Plotly.react('plot', data, { ...layout, title: { text: 'again' } }, { displayModeBar: false });
}"""


def plotly_page(open_file: Open, assets: Path, before: str = "") -> SimpleNamespace:
    script = (assets / "plotly/plotly-course.min.js").as_uri()
    return open_file(f'<script>{before}</script><script src="{script}"></script>', '<div id="plot"></div>')


def elsewhere(requests: list[str]) -> list[str]:
    return [url for url in requests if not url.startswith(("file:", "data:", "blob:"))]


def test_the_bundle_declares_what_is_drawn_here(plotly: SimpleNamespace) -> None:
    assert set(plotly.traces) == set(TRACES)


@pytest.mark.parametrize("kind", TRACES)
def test_a_trace_draws(open_file: Open, assets: Path, kind: str) -> None:
    trace, marks, count = TRACES[kind]
    opened = plotly_page(open_file, assets)
    opened.page.evaluate(DRAW, [[{"type": kind, **trace}], {"geo": GEO, "width": 500, "height": 400}])
    assert opened.page.locator(f"#plot {marks}").count() == count
    assert opened.page.evaluate("() => document.getElementById('plot').data[0].type") == kind
    assert opened.errors == [] and elsewhere(opened.requests) == []


def test_every_projection_and_scope_draws_without_a_base_map(
    open_file: Open, assets: Path, plotly: SimpleNamespace
) -> None:
    opened = plotly_page(open_file, assets)
    geos = [{"projection": {"type": name}} for name in plotly.projections]
    geos += [{"scope": name} for name in ("world", "europe", "usa", "africa", "asia", "north america")]
    for geo in geos:
        opened.page.evaluate(DRAW, [[{"type": "scattergeo", "lon": [1], "lat": [46]}], {"geo": geo}])
        drawn = opened.page.evaluate("() => document.getElementById('plot')._fullLayout.geo")
        assert drawn["projection"]["type"] == geo.get("projection", drawn["projection"])["type"]
    assert opened.errors == [] and elsewhere(opened.requests) == []


def test_a_map_finds_its_places_under_a_name(open_file: Open, assets: Path) -> None:
    """A page may share one GeoJSON between figures, set before or after plotly loads."""
    opened = plotly_page(open_file, assets, before="window.PlotlyGeoAssets = { mine: null };")
    opened.page.evaluate("places => { window.PlotlyGeoAssets.mine = places; }", PLACES)
    trace = {"type": "choropleth", "geojson": "mine", "locations": ["a"], "z": [1]}
    opened.page.evaluate(DRAW, [[trace], {"geo": {**GEO, "fitbounds": "locations"}}])
    assert opened.page.locator(".choroplethlayer path").count() == 1
    assert opened.errors == [] and elsewhere(opened.requests) == []


def test_what_is_left_out_leaves_the_rest_standing(open_file: Open, assets: Path) -> None:
    opened = plotly_page(open_file, assets)
    layout = {"updatemenus": [{"buttons": [{"label": "a"}]}], "xaxis": {"rangeslider": {"visible": True}}}
    opened.page.evaluate(DRAW, [[{"type": "bar", "x": ["a"], "y": [1]}], layout])
    assert opened.page.locator(".barlayer .point").count() == 1
    assert opened.errors == []


FORMULAS = r"""
<p><span class="math notranslate nohighlight">\(\mathbf{x} = (\mathbf{I} - \mathbf{A})^{-1}\mathbf{f}\)</span></p>
<div class="math">\[x_i = \sum_{j=1}^{n} a_{ij} x_j + f_i, \qquad a_{ij} = \frac{z_{ij}}{x_j}\]</div>
<div class="math">\[\begin{split}L = \begin{pmatrix} l_{11} & \cdots \\ \vdots & \ddots \end{pmatrix}\end{split}\]</div>
<div class="math">\[\begin{aligned} \log P_r &= \log P_1 - q \log r + \varepsilon_r \\
  G &= \frac{2\sum_i i\,y_i}{n\sum_i y_i} - \frac{n+1}{n} \end{aligned}\]</div>
<div class="math">\[\hat{q} = \arg\min_q \left\| \log\left(r - \tfrac12\right) - a \right\|^2,
  \quad s \in \mathbb{R}_+\]</div>
<div class="math">\[\text{share of jobs} \le 12\,\%, \quad \boldsymbol{\lambda} \ge \operatorname{rank}(s),
  \quad \mathcal{L}\]</div>
"""
CONFIG = '<script>window.MathJax = {"options": {"processHtmlClass": "tex2jax_process|mathjax_process|math"}}</script>'


def mathjax_page(open_file: Open, assets: Path, body: str) -> SimpleNamespace:
    script = (assets / "mathjax/tex-chtml.js").as_uri()
    opened = open_file(f'{CONFIG}<script defer src="{script}"></script>', body)
    opened.page.evaluate("async () => { await MathJax.startup.promise; await document.fonts.ready; }")
    return opened


def test_formulas_are_typeset_within_the_budget(open_file: Open, assets: Path) -> None:
    opened = mathjax_page(open_file, assets, FORMULAS)
    assert opened.page.locator("mjx-container").count() == 6
    assert opened.page.locator("mjx-merror").count() == 0
    assert opened.page.locator("mjx-assistive-mml math").count() == 6
    fetched = [Path(unquote(urlparse(url).path)) for url in opened.requests if "/mathjax/" in url]
    assert {path.suffix for path in fetched} == {".js", ".woff"}
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in fetched) <= 350_000
    assert opened.errors == [] and elsewhere(opened.requests) == []


def test_an_unknown_macro_is_seen(open_file: Open, assets: Path) -> None:
    opened = mathjax_page(open_file, assets, r'<div class="math">\[\unheardof{x}\]</div>')
    assert opened.page.locator("mjx-merror").count() == 1
    assert elsewhere(opened.requests) == []
