"""Pictures of the recipes: one score over the years with its band, all recipes on all scores at the end."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.govern_a_territory import wording
from course_utils.concepts.govern_a_territory.recipes import RECIPES, Outcome
from course_utils.concepts.govern_a_territory.rules import SCORES, TURNS, YEARS
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

#: Years that are drawn: every other one.
DRAWN = slice(0, YEARS + 1, 2)
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x")


def faint(index: int) -> str:
    """Colour of a band."""
    red, green, blue = (int(style.color(index)[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, 0.25)"


def years() -> list[int]:
    """Years on the axis."""
    return [TURNS[0] + y for y in range(YEARS + 1)][DRAWN]


def paths_figure(found: Outcome, *, score: str, **_values: Any) -> Figure:
    """Draw the mean of a score and the middle eight in ten of the runs."""
    low, high = found.band(score)
    colour, x = SCORES.index(score), years()
    edge = {"type": "scatter", "mode": "lines", "x": x, "line": {"width": 0}, "hoverinfo": "skip"}
    mean = {"type": "scatter", "mode": "lines", "name": _("Mean"), "x": x, "hovertemplate": "%{y:.1f}"}
    data = [
        edge | {"name": _("One in ten below"), "y": low[DRAWN], "showlegend": False},
        edge | {"name": _("Eight in ten games"), "y": high[DRAWN], "fill": "tonexty", "fillcolor": faint(colour)},
        mean | {"y": found.paths[score].mean(axis=1)[DRAWN], "line": {"color": style.color(colour), "width": 3}},
    ]
    layout = {
        "xaxis": {"title": {"text": _("Year")}, "range": [1954, 2026], "tickvals": [1955, 1975, 1995, 2015]},
        "yaxis": {"title": {"text": _("Score (0 to 100)")}, "range": [0, 100]},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": layout}


def idle_trace(found: Outcome, *, score: str, **_values: Any) -> Figure:
    """Draw the mean of the same score with no policy at all."""
    line = {"color": style.MUTED, "width": 2, "dash": "dash"}
    y = found.paths[score].mean(axis=1)[DRAWN]
    trace: Figure = {"type": "scatter", "mode": "lines", "name": _("No policy, mean"), "x": years(), "y": y}
    return trace | {"line": line, "hovertemplate": "%{y:.1f}"}


def recipes_figure(found: dict[str, Outcome], **_values: Any) -> Figure:
    """Draw where each recipe ends on each score."""
    names = list(wording.recipes().values())
    data = []
    for n, (score, label) in enumerate(wording.scores().items()):
        marker = {"symbol": SYMBOLS[n], "size": 11, "color": style.color(n)}
        dots: Figure = {"type": "scatter", "mode": "markers", "name": label, "y": names, "marker": marker}
        data.append(dots | {"x": [found[key].mean(score) for key in RECIPES], "hovertemplate": "%{x:.1f}"})
    layout = {
        "xaxis": {"title": {"text": _("Mean score in 2025")}, "range": [0, 85]},
        "yaxis": {"type": "category", "autorange": "reversed"},
    }
    return {"data": data, "layout": layout}


def your_recipe(found: Outcome, *, recipe: str, **_values: Any) -> Figure:
    """Ring the reader's recipe."""
    look = {"symbol": "circle-open", "size": 21, "color": style.MUTED, "line": {"width": 2}}
    x = [found.mean(score) for score in SCORES]
    ring: Figure = {"type": "scatter", "mode": "markers", "name": _("Your recipe"), "x": x, "marker": look}
    return ring | {"y": [wording.recipes()[recipe]] * len(x), "hovertemplate": "%{x:.1f}"}
