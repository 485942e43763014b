"""Pictures of the cases: what the model makes of each, and what the sources count."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.business_ecosystem.cases import CASES, SERIES, Case, counts
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]
DASHES = ("solid", "dash", "dot", "dashdot")
SYMBOLS = ("circle", "square", "diamond", "triangle-up")


def titles() -> dict[str, str]:
    """Short name of each case."""
    return {
        "app_store": _("App Store"),
        "arm": _("Arm"),
        "pax": _("PAX tyre"),
        "sony": _("Sony Reader"),
        "kindle": _("Kindle"),
        "minalogic": _("Minalogic"),
    }


def judged_figure(result: dict[str, Case], **_values: Any) -> Figure:
    """Draw, for each case as we read it, the hubs' share and what one missing complementor costs."""
    names = [titles()[key] for key in result]
    games = [case.game for case in result.values()]
    rows = (
        (_("Hubs' share"), [game.share for game in games], style.color(0), ""),
        (_("Lost with one firm"), [game.lost_firm for game in games], style.color(3), "/"),
        (_("Value that was made"), [case.value for case in result.values()], style.MUTED, "x"),
    )
    data = [
        {"type": "bar", "name": name, "x": names, "y": [100 * value for value in values]}
        | {"marker": {"color": colour, "pattern": {"shape": pattern}}, "hovertemplate": "%{y:.0f} %"}
        for name, values, colour, pattern in rows
    ]
    layout = {
        "barmode": "group",
        "xaxis": {"type": "category", "tickangle": -35},
        "yaxis": {"title": {"text": _("Share of the value (%)")}, "range": [0, 112]},
    }
    return {"data": data, "layout": layout}


def chosen(result: Case, *, case: str) -> Figure:
    """Point at the chosen case."""
    look = {"symbol": "triangle-down", "size": 15, "color": style.color(1)}
    mark: Figure = {"type": "scatter", "mode": "markers", "name": _("Your case"), "x": [titles()[case]], "y": [107]}
    return mark | {"marker": look, "hoverinfo": "skip", "meta": {"columns": []}}


def counts_figure(_result: None, **_values: Any) -> Figure:
    """Draw what the sources count, on a log axis, with second counts as crosses."""
    data = []
    x: list[float] = []
    y: list[float] = []
    for at, case in enumerate(SERIES):
        table = counts(case)
        data.append(_series(short(case), table["year"].tolist(), table["count"].to_numpy(), at))
        twice = table.dropna()
        x += twice["year"].tolist()
        y += np.log10(twice["second"]).tolist()
    look = {"symbol": "x", "size": 12, "color": style.color(3)}
    twice_: Figure = {"type": "scatter", "mode": "markers", "name": _("Another count"), "x": x, "y": y}
    meta = {"powers": ["y"], "columns": ["x", "y"]}
    data.append(twice_ | {"marker": look, "meta": meta, "hoverinfo": "name"})
    ticks = [10, 100, 1000, 10_000, 100_000, 1_000_000]
    layout = {
        "xaxis": {"title": {"text": _("Year")}, "range": [1992, 2020]},
        "yaxis": {
            "title": {"text": _("Apps or members")},
            "tickvals": [1, 2, 3, 4, 5, 6],
            "ticktext": [f"{tick:,}" for tick in ticks],
            "range": [1, 6.8],
        },
    }
    return {"data": data, "layout": layout}


def short(case: str) -> str:
    """Name of a series that fits into a legend."""
    return {
        "iPhone / App Store": _("App Store: apps"),
        "Aerospace Valley (Toulouse-Bordeaux)": _("Aerospace Valley"),
        "Cosmetic Valley": _("Cosmetic Valley"),
        "Minalogic (Grenoble)": _("Minalogic"),
    }[case]


def _series(name: str, x: list[float], counted: np.ndarray, at: int) -> Figure:
    colour = style.color((0, 1, 2, 4)[at])
    line: Figure = {"type": "scatter", "mode": "lines+markers", "name": name, "x": x, "y": np.log10(counted)}
    line |= {"line": {"color": colour, "dash": DASHES[at], "width": 2}, "marker": {"symbol": SYMBOLS[at], "size": 8}}
    line["marker"]["color"] = colour
    meta = {"powers": ["y"], "columns": ["x", "y"]}
    return line | {"customdata": counted, "hovertemplate": "%{x:.0f}: %{customdata:,.0f}", "meta": meta}


def thick(result: Case, **_values: Any) -> Figure:
    """Draw the chosen case's counts once more, wide; empty where the sources count nothing like it."""
    most = max(len(counts(case)) for case in SERIES)
    table = counts(result.source) if result.source in SERIES else None
    x = [] if table is None else table["year"].tolist()
    y = [] if table is None else np.log10(table["count"]).tolist()
    line: Figure = {"type": "scatter", "mode": "lines", "name": _("Your case"), "showlegend": False}
    line |= {"x": x + [None] * (most - len(x)), "y": y + [None] * (most - len(y)), "hoverinfo": "skip"}
    return line | {"line": {"color": style.color(3), "width": 9}, "opacity": 0.4, "meta": {"columns": []}}


def everything() -> dict[str, Case]:
    """Return all cases."""
    return CASES
