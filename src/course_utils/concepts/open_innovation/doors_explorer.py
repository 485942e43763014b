"""The explorer ``open_innovation.doors``: open innovation on a map, from the reader's town."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.open_innovation import sentences
from course_utils.concepts.open_innovation.breadth import MOST, capacity
from course_utils.concepts.open_innovation.doors import (
    BASE,
    PRICES,
    SOUTH,
    Way,
    cost,
    doors,
    knocked,
    metropolitan,
    way,
)
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory, style
from course_utils.words import Sentence, _, number, percent, say

Figure = dict[str, Any]

ALL = ("territory", "lab", "price")
STEPS = [float(n) for n in range(1, MOST + 1)]


def doors_explorer() -> Explorer:
    """Return the explorer ``open_innovation.doors``."""
    return Explorer(
        name="open_innovation.doors",
        controls={
            "territory": Territory(_("Your département"), level="departement", value="38"),
            "lab": Choice(_("Own laboratory"), sentences.labs(), "medium"),
            "price": Choice(_("What 100 km add to the cost"), _prices(), "middle"),
        },
        panels=[_map(), _steps()],
        reading=Reading(_share, _sentence, ("lab", "price")),
        title=_("Which doors are worth the way?"),
        caption=_(
            "Home towns of 49 pôles de compétitivité, as places where partners are met; no source names the town of the"
            " others. Distances are great circles from the most populated commune of your département."
        ),
        data=("poles_competitivite", "communes", "geometry"),
        note=_("The places are real; what a partner brings and costs was made up, and so are the laboratories."),
    )


def _prices() -> dict[str, str]:
    return {key: str(number(price, 2)) for key, price in PRICES.items()}


def _map() -> Panel:
    return Panel(
        "map",
        _nothing,
        map_figure,
        (),
        title=_("Doors worth the way from your town"),
        alt=_(
            "Map of France with the home towns of the pôles, small; those worth asking from your town are large"
            " diamonds, your town is a star."
        ),
        height=480,
        overlay=(
            Overlay(_row, chosen, ALL, _told),
            Overlay(_way, start, ("territory",)),
        ),
    )


def _steps() -> Panel:
    return Panel(
        "steps",
        _share,
        gains,
        ("lab",),
        title=_("What the next partner brings, and costs"),
        alt=_("Gain of the n-th partner, falling, and cost of the n-th nearest, rising: ask those before they cross."),
        height=340,
        overlay=Overlay(_far, costs, ("territory", "price")),
    )


def map_figure(_result: None, **_values: Any) -> Figure:
    """Draw the home towns of the pôles of metropolitan France."""
    codes = metropolitan()
    clear = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]
    base: Figure = {"type": "choropleth", "name": _("Départements"), "geojson": "departements", "locations": codes}
    base |= {"z": [1.0] * len(codes), "colorscale": clear, "showscale": False, "hoverinfo": "skip"}
    base |= {"showlegend": False, "meta": {"columns": []}, "marker": {"line": {"width": 0.4, "color": style.MUTED}}}
    table = doors()[doors()["latitude"] > SOUTH]
    told = _("{town}: {pole}")
    text = [say(told, town=town, pole=pole) for town, pole in zip(table["town"], table["name"], strict=True)]
    dots: Figure = {"type": "scattergeo", "mode": "markers", "name": _("Home town of a pôle"), "text": text}
    dots |= {"lon": table["longitude"], "lat": table["latitude"], "hovertemplate": "%{text}<extra></extra>"}
    dots |= {"marker": {"size": 6, "color": style.color(0)}, "showlegend": True, "meta": {"columns": ["text"]}}
    return {"data": [base, dots], "layout": {"geo": style.france(), "margin": {"t": 30, "b": 0}}}


def chosen(found: tuple[Way, int], **_values: Any) -> Figure:
    """Mark the doors worth the way."""
    where, count = found
    table = doors()
    here = np.isin(np.arange(len(table)), where.order[:count]) & (table["latitude"] > SOUTH).to_numpy()
    marker = {"symbol": "diamond", "size": 14, "color": style.color(1), "line": {"width": 1, "color": "#ffffff"}}
    mark: Figure = {"type": "scattergeo", "mode": "markers", "name": _("Worth asking"), "marker": marker}
    mark |= {"lon": np.where(here, table["longitude"], np.nan), "lat": table["latitude"], "hoverinfo": "skip"}
    return mark | {"showlegend": True, "meta": {"columns": []}}


def start(found: Way, **_values: Any) -> Figure:
    """Mark the reader's town, if it is in metropolitan France."""
    longitude, latitude = found.place
    seen = latitude > SOUTH
    marker = {"symbol": "star", "size": 15, "color": style.color(3), "line": {"width": 1, "color": "#ffffff"}}
    mark: Figure = {"type": "scattergeo", "mode": "markers", "name": _("You start here"), "marker": marker}
    mark |= {"lon": [longitude if seen else None], "lat": [latitude if seen else None], "hoverinfo": "skip"}
    return mark | {"showlegend": True, "meta": {"columns": []}}


def gains(absorbed: float, **_values: Any) -> Figure:
    """Draw what the n-th partner brings."""
    y = [absorbed / n for n in STEPS]
    bars: Figure = {"type": "bar", "name": _("The n-th partner brings"), "x": STEPS, "y": y}
    bars |= {"marker": {"color": style.color(0)}, "hovertemplate": "%{y:.3f}"}
    axes = {
        "xaxis": {"title": {"text": _("Partner, the nearest first")}, "range": [0.4, MOST + 0.6], "dtick": 3},
        "yaxis": {"title": {"text": _("In average ideas")}, "range": [0, 0.7]},
    }
    return {"data": [bars], "layout": axes}


def costs(found: Way, *, price: str, **_values: Any) -> Figure:
    """Draw what asking the n-th nearest costs."""
    line = {"color": style.color(1), "width": 3, "shape": "hvh"}
    mark: Figure = {"type": "scatter", "mode": "lines", "name": _("It costs"), "x": STEPS, "line": line}
    return mark | {"y": cost(found.kilometres[:MOST], price), "hovertemplate": "%{y:.3f}"}


def _sentence(absorbed: float, *, lab: str, price: str) -> Sentence:
    if absorbed == 0:
        return say(_("Without a laboratory no door is worth knocking at, not even the one next door."))
    line = _(
        "This firm understands {share} of an idea. The first partner is worth going {far} for, the sixth {sixth}; no"
        " more than {most} are worth asking, were they all next door."
    )
    far, sixth = (max((absorbed / n - BASE) / PRICES[price] * 100, 0.0) for n in (1, 6))
    numbers = {"share": percent(absorbed), "far": number(far, 0, "km"), "sixth": number(sixth, 0, "km")}
    return say(line, **numbers, most=number(int(absorbed / BASE + 1e-9)))


def _told(found: tuple[Way, int], **_values: Any) -> Sentence:
    where, count = found
    if count == 0:
        line = _("From {town} it asks none of the 49: the nearest is {near} away.")
        return say(line, town=where.town, near=number(where.kilometres[0], 0, "km"))
    last = doors()["town"].iloc[where.order[count - 1]]
    line = _("From {town} it asks {n} of the 49, the last in {last}, {far} away.")
    return say(line, town=where.town, n=number(count), last=last, far=number(where.kilometres[count - 1], 0, "km"))


def _row(territory: str, lab: str, price: str) -> tuple[Way, int]:
    return way(territory), knocked(territory, lab, price)


def _way(territory: str) -> Way:
    return way(territory)


def _far(territory: str, price: str) -> Way:
    return way(territory)


def _share(lab: str, price: str = "") -> float:
    return capacity(lab)


def _nothing() -> None:
    """The map's towns depend on nothing."""
