"""Pictures of one history: two rings of agents, how well they do, and how many solutions are left."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.innovative_milieu.figure import ALL, HORIZON, RING, YOURS
from course_utils.concepts.innovative_milieu.history import AGENTS, LAST, Story, story
from course_utils.concepts.innovative_milieu.model import MILIEUX, neighbours
from course_utils.explorer import style
from course_utils.words import Sentence, _, join, number, percent, say

Figure = dict[str, Any]

#: Angle of each agent on its ring, and where the two rings stand; number 0 of each faces the other ring.
TURN = 2 * np.pi * np.arange(AGENTS) / AGENTS
CENTRES = (-1.25, 1.25)
X = np.concatenate([CENTRES[0] + np.cos(TURN), CENTRES[1] - np.cos(TURN)])
Y = np.concatenate([np.sin(TURN), np.sin(TURN)])
#: Lowest performance that has a colour of its own.
LOWEST = 0.4
#: Pixels of each symbol: a peak's rank must fit in.
SIZES = {"circle": 15, "square": 21, "star": 24}
ROUNDS = list(range(LAST + 1))


def kinds() -> dict[str, str]:
    """Symbol of each kind of standing, and what it means."""
    return {
        "circle": _("A single change would still help"),
        "square": _("Stuck on a peak (its rank inside)"),
        "star": _("The best solution there is"),
    }


def agents_figure(found: Story, *, step: float, **_values: Any) -> Figure:
    """Draw what every agent holds in one round."""
    now = int(step)
    performance, ranks = 100 * found.performance[now], [int(rank) for rank in found.peak[now]]
    dots: Figure = {"type": "scatter", "mode": "markers+text", "name": _("Agents"), "x": X, "y": Y, "showlegend": False}
    dots |= {"zorder": 3}
    dots |= {"marker": _marker(performance, ranks), "text": [str(rank) if rank > 1 else "" for rank in ranks]}
    dots |= {"textfont": {"size": 10, "color": "#ffffff"}}
    dots |= {"customdata": performance, "hovertemplate": "%{customdata:.1f} %<extra></extra>"}
    axis: Figure = {"visible": False, "fixedrange": True}
    axes = {
        "xaxis": axis | {"range": [-2.45, 2.45]},
        "yaxis": axis | {"range": [-1.25, 1.25]},
        "hovermode": "closest",
    }
    return {"data": [dots, *(_sample(symbol, name) for symbol, name in kinds().items())], "layout": axes}


def _marker(performance: Any, ranks: list[int]) -> Figure:
    bar = {"title": {"text": _("Performance (%)"), "side": "top"}, "orientation": "h", "thickness": 10, "len": 0.8}
    return {
        "color": performance,
        "symbol": [_symbol(rank) for rank in ranks],
        "size": [SIZES.get(_symbol(rank)) for rank in ranks],
        "opacity": 1,
        "line": {"width": 1, "color": style.MUTED},
        "colorscale": style.SEQUENTIAL,
        "cmin": 100 * LOWEST,
        "cmax": 100,
        "colorbar": bar | {"y": -0.02, "yanchor": "top"},
    }


def _symbol(rank: int) -> str:
    return {0: "circle", 1: "star"}.get(rank, "square")


def _sample(symbol: str, name: str) -> Figure:
    marker = {"symbol": symbol, "size": 12, "color": RING}
    none: Figure = {"x": [None], "y": [None], "hoverinfo": "skip", "meta": {"columns": []}}
    return none | {"type": "scatter", "mode": "markers", "name": name, "marker": marker}


def inside_links(_result: None, *, density: str) -> Figure:
    """Draw who knows whom inside."""
    near = neighbours(AGENTS, density)
    pairs = [(i, int(j)) for i, row in enumerate(near) for j in row if i < j]
    most = MILIEUX * AGENTS * (AGENTS - 1) // 2
    return _links(pairs, most, _("Link inside"), {"color": style.MUTED, "width": 1}) | {"zorder": 1}


def outside_links(found: Story, **_values: Any) -> Figure:
    """Draw who knows somebody outside."""
    pairs = [(int(i), int(i) + AGENTS) for i in found.linked]
    return _links(pairs, AGENTS, _("Bridge"), {"color": YOURS, "width": 3, "dash": "dash"}) | {"zorder": 2}


def _links(pairs: list[tuple[int, int]], most: int, name: str, line: Figure) -> Figure:
    gap: list[Any] = [None] * (3 * (most - len(pairs)))
    x = [place for i, j in pairs for place in (float(X[i]), float(X[j]), None)]
    y = [place for i, j in pairs for place in (float(Y[i]), float(Y[j]), None)]
    look = {"type": "scatter", "mode": "lines", "name": name, "line": line, "hoverinfo": "skip"}
    return look | {"x": x + gap, "y": y + gap, "meta": {"columns": []}}


def means_figure(found: Story, **_values: Any) -> Figure:
    """Draw the mean of each milieu, round by round."""
    left, right = 100 * found.means().T
    best = 100 * found.performance.max(axis=1)
    data = [
        _path(_("Best held anywhere"), best, {"color": ALL, "width": 2, "dash": "dot"}),
        _path(_("Mean, left milieu"), left, {"color": RING, "width": 3}),
        _path(_("Mean, right milieu"), right, {"color": YOURS, "width": 3, "dash": "dash"}),
    ]
    axes = {"xaxis": _axis(), "yaxis": {"title": {"text": _("Performance (%)")}, "range": [40, 101]}}
    return {"data": data, "layout": axes}


def different_figure(found: Story, **_values: Any) -> Figure:
    """Draw how many different solutions are left."""
    path = _path(_("Different solutions"), found.different(), {"color": HORIZON, "width": 3, "shape": "hv"})
    axes = {"xaxis": _axis(), "yaxis": {"title": {"text": _("Different solutions held")}, "range": [0, 36]}}
    return {"data": [path], "layout": axes}


def _path(name: str, values: Any, line: Figure) -> Figure:
    return {"type": "scatter", "mode": "lines", "name": name, "x": ROUNDS, "y": values, "line": line}


def _axis() -> Figure:
    return {"title": {"text": _("Round")}, "range": [-0.5, LAST + 0.5], "dtick": 4, "zeroline": False}


def now_line(_result: None, *, step: float) -> Figure:
    """Mark the round that is shown."""
    look: Figure = {"type": "scatter", "mode": "lines", "name": _("This round"), "hoverinfo": "skip"}
    look |= {"line": {"color": style.MUTED, "width": 2, "dash": "longdash"}, "meta": {"columns": []}}
    return look | {"x": [int(step), int(step)], "y": [0, 101]}


def sentence(found: Story, *, step: float, **_values: Any) -> Sentence:
    """Say who has come how far, and whether all hold the same."""
    now = int(step)
    told = say(
        _(
            "Round {round}: {agents} agents hold {different} different solutions, worth {mean} of the best one on"
            " average; the best held is worth {best}. Agents on a peak, where no single change helps: {stuck}."
        ),
        round=number(now),
        different=number(int(found.different()[now])),
        agents=number(MILIEUX * AGENTS),
        mean=percent(float(found.performance[now].mean()), 1),
        best=percent(float(found.performance[now].max()), 1),
        stuck=number(int((found.peak[now] > 0).sum())),
    )
    rank = found.locked(now)
    if rank == 0:
        return told
    if rank == 1:
        return join(told, say(_("All have found the best solution there is.")))
    return join(told, say(_("All hold peak number {rank}: nobody will move again."), rank=number(rank)))


def one(step: float, density: str, link: str, history: str) -> Story:
    """Return the story of a state."""
    return story(int(history) - 1, density, link)
