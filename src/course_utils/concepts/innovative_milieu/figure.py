"""Pictures of the average search: over time, by density, by horizon, and with links outside."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.innovative_milieu.model import DENSITIES, ROUNDS, Array
from course_utils.concepts.innovative_milieu.results import BAND, Outcome, Ranking, share_known
from course_utils.concepts.innovative_milieu.sentences import Density, Outside
from course_utils.concepts.innovative_milieu.words import CHANCES, short
from course_utils.explorer import style
from course_utils.words import _, number, percent

Figure = dict[str, Any]

YOURS, RING, ALL, ALONE, HORIZON = style.color(1), style.color(0), style.color(3), style.MUTED, style.color(4)
#: Rounds stand at equal steps, since most happens early.
PLACES = list(range(len(ROUNDS)))
LINES = {"none": (ALONE, "dot"), "ring": (RING, "dash"), "all": (ALL, "dashdot")}


def time_figure(found: Outcome, **_values: Any) -> Figure:
    """Draw the reader's network over time: the mean, its band, and what eight runs in ten meet."""
    names = _("8 runs in 10"), _("± 2 standard errors")
    sure = BAND * found.error
    data = [
        *_band(found.low, found.high, names[0], 0.14),
        *_band(found.mean - sure, found.mean + sure, names[1], 0.45),
        _line(_("Yours, mean"), found.mean, {"color": YOURS, "width": 3}) | {"mode": "lines+markers"},
        _line(_("Yours, best agent"), found.best, {"color": YOURS, "width": 1}),
    ]
    axes = {
        "xaxis": _rounds(),
        "yaxis": {"title": {"text": _("Performance (%)")}, "range": [58, 101]},
    }
    return {"data": data, "layout": axes}


def _band(low: Array, high: Array, name: str, strength: float) -> list[Figure]:
    """An area between two lines; only the second has a name."""
    line = {"width": 0, "color": YOURS}
    fill = {"fill": "tonexty", "fillcolor": _faint(YOURS, strength)}
    under = _line(_("{name}: from").format(name=name), low, line) | {"showlegend": False, "hoverinfo": "skip"}
    return [under, _line(name, high, line) | fill | {"hoverinfo": "skip"}]


def _line(name: str, values: Array, line: Figure) -> Figure:
    return {"type": "scatter", "mode": "lines", "name": name, "x": PLACES, "y": 100 * values, "line": line}


def _faint(colour: str, strength: float) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"


def _rounds() -> Figure:
    ticks = {"tickvals": PLACES, "ticktext": [str(number(now)) for now in ROUNDS], "tickfont": {"size": 11}}
    return {"title": {"text": _("Round (steps not to scale)")}, "range": [-0.3, PLACES[-1] + 0.3]} | ticks


def compared(found: Outcome, density: str) -> Figure:
    """Draw another network over time, to compare with."""
    colour, dash = LINES[density]
    names = {"none": _("Isolated"), "ring": _("Ring"), "all": _("Everybody")}
    return _line(names[density], found.mean, {"color": colour, "width": 2, "dash": dash})


def horizon_line(_result: None, *, horizon: str) -> Figure:
    """Mark the horizon among the rounds."""
    return _wall(ROUNDS.index(int(horizon)), [58, 101], _("Your horizon"))


def _wall(place: float, ends: list[float], name: str) -> Figure:
    line = {"color": HORIZON, "width": 2, "dash": "longdash"}
    at = {"x": [place, place], "y": ends, "hoverinfo": "skip", "meta": {"columns": []}}
    return {"type": "scatter", "mode": "lines", "name": name, "line": line} | at


def density_figure(found: Ranking, *, K: str, agents: str, horizon: str, **_values: Any) -> Figure:
    """Draw performance at the horizon by density."""
    x = [100 * share_known(int(agents), density) for density in DENSITIES]
    points = _points(_("Mean, with two standard errors"), x, found.mean, found.error)
    axes = {
        "xaxis": {"title": {"text": _("Others in the milieu whom one knows (%)")}, "range": [-5, 105]},
        "yaxis": {"title": {"text": _("Performance (%)")}, "range": _frame(found.mean)},
    }
    return {"data": [points], "layout": axes}


def best_densities(found: Density, *, K: str, agents: str, **_values: Any) -> Figure:
    """Mark the best density, and those that are not told apart from it."""
    x = [100 * share_known(int(agents), density) for density in DENSITIES]
    return _best(x, np.where(found.ranking.best, found.ranking.mean, np.nan))


def _frame(means: Array) -> list[float]:
    """Four points of performance at least, so that noise does not look like a difference."""
    low, high = 100 * float(means.min()), 100 * float(means.max())
    middle, half = (low + high) / 2, max(high - low, 4.0) * 0.65
    return [middle - half, middle + half]


def _points(name: str, x: list[Any], mean: Array, error: Array) -> Figure:
    bars = {"type": "data", "array": 100 * BAND * error, "color": RING, "thickness": 2}
    look = {"type": "scatter", "mode": "lines+markers", "name": name, "marker": {"color": RING, "size": 8}}
    return look | {"x": x, "y": 100 * mean, "line": {"color": RING, "width": 1}, "error_y": bars}


def _best(x: list[Any], values: Array) -> Figure:
    marker = {"symbol": "star", "size": 17, "color": ALL}
    name = _("Best, or not told apart from it")
    return {"type": "scatter", "mode": "markers", "name": name, "x": x, "y": 100 * values, "marker": marker}


def your_density(_result: None, *, agents: str, density: str) -> Figure:
    """Mark the reader's density."""
    place = 100 * share_known(int(agents), density)
    return _wall(place, [0, 200], _("Your density")) | {"line": {"color": YOURS, "width": 2, "dash": "dot"}}


def frontier_figure(found: tuple[Ranking, ...], **_values: Any) -> Figure:
    """Draw which densities are best at each horizon."""
    rows = range(len(DENSITIES))
    best = [(h + 1, row) for h, rank in enumerate(found) for row in rows]
    first = [row == int(found[h - 1].mean.argmax()) for h, row in best]
    level = [bool(found[h - 1].best[row]) and not top for (h, row), top in zip(best, first, strict=True)]
    star, ring = {"symbol": "star", "size": 15, "color": ALL}, {"symbol": "circle-open", "size": 11, "color": RING}
    data = [
        _grid(_("Best"), best, first, star),
        _grid(_("Not told apart from the best"), best, level, ring | {"line": {"width": 2}}),
    ]
    axes = {
        "xaxis": _rounds() | {"title": {"text": _("Horizon, rounds (not to scale)")}},
        "yaxis": {"tickvals": list(rows), "ticktext": list(short().values()), "range": [-0.6, len(DENSITIES) - 0.4]},
    }
    return {"data": data, "layout": axes}


def _grid(name: str, places: list[tuple[int, int]], shown: list[bool], marker: Figure) -> Figure:
    x = [place for place, _row in places]
    y = [row if there else None for (_place, row), there in zip(places, shown, strict=True)]
    return {"type": "scatter", "mode": "markers", "name": name, "x": x, "y": y, "marker": marker}


def frontier_line(_result: None, *, horizon: str) -> Figure:
    """Mark the horizon among the best densities."""
    return _wall(ROUNDS.index(int(horizon)), [-0.6, len(DENSITIES) - 0.4], _("Your horizon"))


def outside_figure(found: Outside, *, horizon: str, **_values: Any) -> Figure:
    """Draw performance at the horizon by the chance of a link outside."""
    mean, error = _at(found, horizon)
    places = list(range(len(CHANCES)))
    axes = {
        "xaxis": {
            "title": {"text": _("Chance of a link outside (not to scale)")},
            "tickvals": places,
            "ticktext": [str(percent(chance)) for chance in CHANCES],
            "range": [-0.4, len(CHANCES) - 0.6],
        },
        "yaxis": {"title": {"text": _("Performance (%)")}, "range": _frame(mean)},
    }
    return {"data": [_points(_("Mean, with two standard errors"), places, mean, error)], "layout": axes}


def _at(found: Outside, horizon: str) -> tuple[Array, Array]:
    now = ROUNDS.index(int(horizon))
    mean, error = ([getattr(one, name)[now] for one in found.outcomes] for name in ("mean", "error"))
    return np.array(mean), np.array(error)


def best_chances(found: Outside, *, horizon: str, **_values: Any) -> Figure:
    """Mark the best chance of a link outside, and those that are not told apart from it."""
    return _best(list(range(len(CHANCES))), np.where(found.best, _at(found, horizon)[0], np.nan))


def your_chance(_result: None, *, chance: str) -> Figure:
    """Mark the reader's chance of a link outside."""
    place = [f"{one:g}" for one in CHANCES].index(chance)
    return _wall(place, [0, 200], _("Your chance")) | {"line": {"color": YOURS, "width": 2, "dash": "dot"}}
