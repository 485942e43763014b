"""Pictures of the balance of France: a Sankey diagram with its loop, and what the material used becomes."""

from __future__ import annotations

from typing import Any

from course_utils.concepts.circular_economy.france import Balance, balance
from course_utils.explorer import style
from course_utils.words import _

Figure = dict[str, Any]

NEW, LOOP, GAS, STAYS = style.color(0), style.color(2), style.color(1), style.color(4)
#: Plotly drops a node without any flow, and the places given to the others would then be its neighbours'.
LEAST_FLOW = 0.001
#: Places of the ten nodes, left to right and top to bottom; plotly takes a place of 0 for none given.
X = (0.001, 0.001, 0.001, 0.4, 0.62, 0.999, 0.999, 0.999, 0.999, 0.999)
Y = (0.15, 0.45, 0.72, 0.4, 0.86, 0.06, 0.24, 0.42, 0.58, 0.78)


def sankey_figure(found: Balance, **_values: Any) -> Figure:
    """Draw what enters, what leaves and what turns."""
    labels = [
        _("Extraction"),
        _("Imports"),
        _("Oxygen"),
        _("Economy"),
        _("Recycling"),
        _("Exports"),
        _("To the air"),
        _("Landfill"),
        _("Stock"),
        _("Vapour"),
    ]
    flows = [found.extraction, found.imports, found.oxygen, found.recycled, found.recycled]
    flows += [found.exports, found.releases, found.landfill, found.stock, found.vapour]
    colours = [NEW, NEW, GAS, style.MUTED, LOOP, NEW, GAS, style.color(3), STAYS, GAS]
    ends = {"source": [0, 1, 2, 3, 4, 3, 3, 3, 3, 3], "target": [3, 3, 3, 4, 3, 5, 6, 7, 8, 9]}
    tints = [colours[at] for at in (0, 1, 2, 4, 4, 5, 6, 7, 8, 9)]
    link = ends | {"value": [max(flow, LEAST_FLOW) for flow in flows], "color": [_faint(tint) for tint in tints]}
    node = {"label": labels, "pad": 14, "thickness": 14, "x": list(X), "y": list(Y), "color": colours}
    trace = {"type": "sankey", "arrangement": "fixed", "node": node, "link": link, "valueformat": ".0f"}
    return {"data": [trace], "layout": {"margin": {"t": 10, "b": 55}}}


def _faint(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.35)"


def used_figure(found: Balance, **_values: Any) -> Figure:
    """Draw what the material used at home becomes, in 2016 and in the reader's case."""
    rows, years = [_("2016"), _("Yours")], (balance(), found)
    parts = {
        "recycled": (_("Recycled"), LOOP, "/"),
        "stock": (_("Stock"), STAYS, "x"),
        "gas": (_("Air"), GAS, "."),
        "landfill": (_("Landfill"), style.color(3), ""),
    }
    data = [
        {"type": "bar", "orientation": "h", "name": name, "y": rows, "x": [getattr(year, key) for year in years]}
        | {"marker": {"color": colour, "pattern": {"shape": pattern}}}
        for key, (name, colour, pattern) in parts.items()
    ]
    axes = {
        "barmode": "stack",
        "xaxis": {"title": {"text": _("Million tonnes used")}, "range": [0, 960]},
        "yaxis": {"autorange": "reversed", "type": "category"},
        "legend": {"traceorder": "normal"},
    }
    return {"data": data, "layout": axes}
