"""The explorer ``spatial_concentration.industries``: beyond chance, and yet hardly concentrated."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from course_utils.concepts.spatial_concentration import industries
from course_utils.concepts.spatial_concentration.industries import LEVELS, SECTORS, Industry
from course_utils.explorer import Choice, Explorer, Panel, Reading, style
from course_utils.words import Sentence, _, join, number, say

Figure = dict[str, Any]

ALL = ("sector", "level", "against")
#: Points of a curve that a page carries.
SHOWN = 61
SYMBOLS = {"commune": "circle", "province": "diamond", "region": "square"}


def industries_explorer() -> Explorer:
    """Return the explorer ``spatial_concentration.industries``."""
    return Explorer(
        "spatial_concentration.industries",
        {
            "sector": Choice(_("Sector"), _sectors(), "industry"),
            "level": Choice(_("Counted by"), _levels(), "province"),
            "against": Choice(_("Beside"), {"businesses": _("all businesses"), "people": _("inhabitants")}, "people"),
        },
        _panels(),
        Reading(industries.industry, _sentence, ALL),
        title=_("Every business of Morocco"),
        caption=_(
            "Morocco's census of establishments of 2024, each counted as one whatever its size. The range of the darts"
            " comes from 1,000 throws (seed 2024)."
        ),
        data=("morocco_establishments",),
    )


def _panels() -> list[Panel]:
    return [
        Panel(
            "curve",
            industries.industry,
            _curve_figure,
            ALL,
            title=_("How uneven"),
            alt=_("Curve of the sector's share against the share of the reference, below the diagonal."),
            height=380,
        ),
        Panel(
            "gammas",
            _every,
            _gamma_figure,
            ("against",),
            title=_("How far beyond chance"),
            alt=_("γ of four sectors over communes, provinces and regions, and the most that darts give."),
            height=330,
        ),
    ]


def _sectors() -> dict[str, str]:
    names = (_("Industry"), _("Construction"), _("Commerce"), _("Services"))
    return dict(zip(SECTORS, names, strict=True))


def _levels() -> dict[str, str]:
    return dict(zip(LEVELS, (_("communes"), _("provinces"), _("regions")), strict=True))


def _curve_figure(found: Industry, **_values: str) -> Figure:
    at = np.linspace(0, 1, SHOWN)
    curve = np.interp(at, *found.curve.T)
    data = [
        {"type": "scatter", "mode": "lines", "name": _("As even as the reference"), "x": [0, 100], "y": [0, 100]}
        | {"line": {"dash": "dot", "width": 1.5, "color": style.MUTED}, "hoverinfo": "skip", "meta": {"columns": []}},
        {"type": "scatter", "mode": "lines", "name": _("Sector"), "x": 100 * at, "y": 100 * curve}
        | {"line": {"width": 3, "color": style.color(0)}, "fill": "tonexty", "fillcolor": "rgba(57,104,167,0.18)"},
    ]
    axes = {
        "xaxis": {"title": {"text": _("Cumulative share of all (%)")}, "range": [0, 100]},
        "yaxis": {"title": {"text": _("Share of the sector (%)")}, "range": [0, 100]},
    }
    return {"data": data, "layout": axes}


def _every(against: str) -> dict[str, list[Industry]]:
    return {level: [industries.industry(sector, level, against) for sector in SECTORS] for level in LEVELS}


def _gamma_figure(found: dict[str, list[Industry]], **_values: str) -> Figure:
    names = list(_sectors().values())
    data = [
        _points(name, names, [one.gamma for one in found[level]], SYMBOLS[level], i)
        for i, (level, name) in enumerate(_levels().items())
    ]
    most = [max(found[level][i].high for level in LEVELS) for i in range(len(SECTORS))]
    data.append(_points(_("Most that darts give"), names, most, "x-thin-open", 5))
    powers = list(range(-6, 0))
    ticks = ["0.000001", "0.00001", "0.0001", "0.001", "0.01", "0.1"]
    axes = {
        "xaxis": {"title": {"text": _("γ (each step ten times)")}, "tickvals": powers, "ticktext": ticks}
        | {"range": [-6.2, -0.9]},
        "yaxis": {"autorange": "reversed"},
    }
    return {"data": data, "layout": axes}


def _points(name: str, rows: list[str], values: list[float], symbol: str, colour: int) -> Figure:
    marker = {"symbol": symbol, "size": 11, "color": style.color(colour), "line": {"width": 2 * (colour == 5)}}
    logs = [math.log10(value) for value in values]
    return {"type": "scatter", "mode": "markers", "name": name, "x": logs, "y": rows, "marker": marker} | {
        "meta": {"powers": ["x"], "columns": ["y", "x"]},
        "text": [f"{value:.6f}" for value in values],
        "hovertemplate": "%{y}: %{text}",
    }


def _sentence(found: Industry, *, sector: str, level: str, against: str) -> Sentence:
    told = say(
        _("{sector}: {n} establishments over {places} {level}. Gini is {g} and γ {gamma}."),
        sector=_sectors()[sector],
        level=_levels()[level],
        n=number(found.plants),
        places=number(found.regions),
        g=number(found.gini, 3),
        gamma=number(found.gamma, 5),
    )
    if found.gamma <= found.high:
        return join(
            told,
            say(
                _("Darts give as much."),
            ),
        )
    beyond = _("So many darts give a γ of {high} at most in 95 % of throws: this is not chance, and it is tiny.")
    return join(told, say(beyond, high=number(found.high, 6)))
