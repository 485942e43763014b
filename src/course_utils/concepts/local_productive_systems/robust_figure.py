"""Pictures of a thousand lists: a map, the same in order, and what each threshold changes."""

from __future__ import annotations

from functools import cache
from typing import Any

from course_utils.concepts.local_productive_systems.choices import (
    DRAWS,
    FRANCE,
    Standing,
    expected,
    standing,
    swing,
    tables,
)
from course_utils.concepts.local_productive_systems.maps import map_of
from course_utils.concepts.local_productive_systems.places import CRITERIA, departements
from course_utils.concepts.local_productive_systems.words_of import criteria, french_sectors, headed
from course_utils.explorer import style
from course_utils.words import _, say

Figure = dict[str, Any]


def map_figure(found: Standing) -> Figure:
    """Draw in how many of the drawn choices every place is listed."""
    names = french_sectors()
    told = [str(say("{n} ({s})", n=n, s=names[s])) for n, s in zip(found.places.names, found.best, strict=True)]
    counts = DRAWS * found.shares
    title = _("Lists of 1,000 that it is in")
    return map_of(
        "departements", found.places.codes, counts, told, float(DRAWS), title, _("in %{z:.0f} lists of 1,000")
    )


def order_figure(found: Standing) -> Figure:
    """Draw the same numbers, the highest first."""
    order = found.order
    shown = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": _("Départements"),
        "x": list(range(1, len(order) + 1)),
        "y": [round(DRAWS * float(found.shares[i])) for i in order],
        "text": [found.places.names[i] for i in order],
        "hovertemplate": "%{x}. %{text}: %{y:.0f}<extra></extra>",
        "line": {"width": 1, "color": style.color(0)},
        "marker": {"size": 5, "color": style.color(0)},
        "fill": "tozeroy",
        "meta": {"columns": ["x", "text", "y"]},
    }
    axes = {
        "xaxis": {"title": {"text": _("Rank among départements")}, "range": [0, len(order) + 1]},
        "yaxis": {"title": {"text": _("Lists of 1,000 that it is in")}, "range": [0, 1.04 * DRAWS]},
    }
    return {"data": [shown], "layout": axes}


def swing_figure(found: dict[str, tuple[int, int]], places_title: str) -> Figure:
    """Draw the length of the list with each threshold at its two ends, the others in the middle."""
    rows = [criteria()[criterion] for criterion in CRITERIA]
    low, high = ([found[criterion][end] for criterion in CRITERIA] for end in (0, 1))
    x: list[float | None] = []
    y: list[str | None] = []
    for row, first, last in zip(rows, low, high, strict=True):
        x, y = [*x, first, last, None], [*y, row, row, None]
    rod = {"type": "scatter", "mode": "lines", "name": _("Between"), "x": x, "y": y, "hoverinfo": "skip"}
    data = [
        rod | {"line": {"width": 3, "color": style.MUTED}, "showlegend": False, "meta": {"columns": []}},
        _ends(_("Lowest value"), low, rows, 0, "circle-open"),
        _ends(_("Highest value"), high, rows, 1, "diamond"),
    ]
    axes = {
        "xaxis": {"title": {"text": places_title}, "rangemode": "tozero"},
        "yaxis": {"autorange": "reversed", "type": "category"},
    }
    return {"data": data, "layout": axes}


def _ends(name: str, values: list[int], rows: list[str], colour: int, symbol: str) -> Figure:
    marker = {
        "size": 13,
        "symbol": symbol,
        "color": style.color(colour),
        "line": {"width": 3, "color": style.color(colour)},
    }
    own = {"type": "scatter", "mode": "markers", "name": name, "x": values, "y": rows, "marker": marker}
    return own | {"hovertemplate": "%{y}: %{x:.0f}"}


@cache
def swings(country: str, sector: str, width: float) -> dict[str, tuple[int, int]]:
    """Return what each threshold changes in a country."""
    places, ranges = tables(country)
    return swing(places, sector, ranges, width)


@cache
def leaders(width: float) -> list[tuple[str, float]]:
    """Return of each sector the département listed most often, and the share of choices."""
    places, found = departements(), expected(departements(), FRANCE, width)
    tops = []
    for sector in french_sectors():
        at = places.column(sector)
        first = standing("france", sector, width).order[0]
        tops.append((places.names[first], float(found[first, at])))
    return tops


def leaders_figure(found: list[tuple[str, float]], width: float) -> Figure:
    """Draw the département listed most often in each sector, beside which the reader's own will stand."""
    rows = [headed(name) for name in french_sectors().values()]
    bars = {
        "type": "bar",
        "orientation": "h",
        "name": _("Département listed most often"),
        "y": rows,
        "x": [DRAWS * share for _name, share in found],
        "text": [name for name, _share in found],
        "textposition": "none",
        "hovertemplate": "%{text}: %{x:.0f}<extra></extra>",
        "marker": {"color": style.color(0)},
        "meta": {"columns": ["y", "text", "x"]},
    }
    axes = {
        "xaxis": {"title": {"text": _("Lists of 1,000")}, "range": [0, 1.04 * DRAWS]},
        "yaxis": {"autorange": "reversed"},
        "barmode": "group",
    }
    return {"data": [bars], "layout": axes}
