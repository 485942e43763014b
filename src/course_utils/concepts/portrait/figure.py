"""The two pictures of the portrait: seven sectors against the country's, and one size among all."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from course_utils.concepts.portrait.model import Jobs, Standing, intercommunalities, quotients
from course_utils.explorer import style
from course_utils.words import _, number

Figure = dict[str, Any]

#: Quotients are drawn as powers of ten: half and twice the national share lie equally far from it.
TICKS = (0.1, 0.25, 0.5, 1, 2, 4, 8)
#: Less is drawn here: no agriculture at all has no logarithm.
LEAST = 0.0625
#: Changes of population beyond these are drawn here.
EDGES = [-0.13, 0.22]
SIZES = (5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)


def sectors() -> dict[str, str]:
    """Short name of each sector, top down as drawn."""
    return {
        "agriculture": _("Agriculture"),
        "industry": _("Industry"),
        "construction": _("Construction"),
        "trade_transport_hospitality_ict": _("Trade, transport, IT"),
        "finance_realestate_business": _("Business services"),
        "public_admin_education_health": _("Public services"),
        "arts_household_other_services": _("Other services"),
    }


def types() -> dict[str, str]:
    """Name of each type of intercommunality, small to large."""
    return {
        "CC": _("communauté de communes"),
        "CA": _("communauté d'agglomération"),
        "CU": _("communauté urbaine"),
        "METRO": _("métropole"),
    }


def sectors_figure(_result: None = None) -> Figure:
    """Every département in every sector, for the reader's own to be laid on."""
    table = quotients()[list(sectors())]
    names = [name for name in sectors().values() for _place in table.index]
    marker = {"symbol": "circle-open", "size": 7, "color": style.MUTED, "opacity": 0.7}
    dots = {"type": "scatter", "mode": "markers", "name": _("All départements"), "marker": marker}
    values = np.log10(table.to_numpy().T.ravel().clip(LEAST))
    shown = {"x": values, "y": names, "hoverinfo": "skip", "meta": {"powers": ["x"], "columns": ["y", "x"]}}
    axis = {
        "tickvals": np.log10(TICKS),
        "ticktext": list(map(str, TICKS)),
    }
    national = {"type": "line", "x0": 0, "x1": 0, "y0": 0, "y1": 1, "yref": "paper"}
    layout = {
        "xaxis": axis | {"title": {"text": _("Times the country's share")}, "range": [-1.28, 0.98]},
        "yaxis": {"autorange": "reversed"},
        "shapes": [national | {"line": {"width": 1.5, "dash": "dot", "color": style.MUTED}}],
    }
    return {"data": [dots | shown], "layout": layout}


def own_sectors(found: Jobs, departement: str) -> Figure:
    """The reader's département, as stars."""
    drawn = np.log10(found.quotients[list(sectors())].clip(LEAST))
    marker = {"symbol": "star", "size": 14, "color": style.color(1)}
    own = {"type": "scatter", "mode": "markers", "name": _("Your département"), "marker": marker}
    meta = {"powers": ["x"], "columns": ["y", "x"]}
    return own | {"x": drawn, "y": list(sectors().values()), "hoverinfo": "skip", "meta": meta}


def sizes_figure(_result: None = None) -> Figure:
    """Every intercommunality: its inhabitants along, its growth upwards."""
    table = intercommunalities().dropna(subset=["growth"])
    looks = (("CC", "circle-open", 5), ("CA", "diamond-open", 0), ("CU", "square-open", 2), ("METRO", "cross", 3))
    data = [_group(table, *look) for look in looks]
    ticks = {"tickvals": np.log10(SIZES), "ticktext": [str(number(n)) for n in SIZES]}
    layout = {
        "xaxis": ticks | {"title": {"text": _("Inhabitants in 2026")}, "tickangle": -30},
        "yaxis": {"title": {"text": _("Change since 2019")}, "tickformat": "+.0%", "range": EDGES},
    }
    return {"data": data, "layout": layout}


def _group(table: Any, kind: str, symbol: str, colour: int) -> Figure:
    rows = table[table["type"].astype(str) == kind]
    marker = {"symbol": symbol, "size": 6, "color": style.color(colour), "opacity": 0.7}
    dots = {"type": "scatter", "mode": "markers", "name": types()[kind], "marker": marker}
    meta = {"powers": ["x"], "columns": ["text", "x", "y"]}
    shown = {"x": np.log10(rows["population"]), "y": rows["growth"].clip(*EDGES).round(4), "meta": meta}
    return (
        dots | shown | {"text": rows["name"].astype(str).tolist(), "hovertemplate": "%{text}: %{y:+.1%}<extra></extra>"}
    )


def own_size(found: Standing, epci: str) -> Figure:
    """The reader's intercommunality, as a star."""
    growth = None if math.isnan(found.growth) else min(max(found.growth, EDGES[0]), EDGES[1])
    marker = {"symbol": "star", "size": 16, "color": style.color(1)}
    own = {"type": "scatter", "mode": "markers", "name": _("Yours"), "marker": marker}
    meta = {"powers": ["x"], "columns": ["x", "y"]}
    return own | {"x": [float(np.log10(found.population))], "y": [growth], "hoverinfo": "skip", "meta": meta}
