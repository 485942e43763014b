"""Moroccan communes: how far from 1 may a quotient lie by chance alone?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from course_utils.concepts.local_productive_systems.choices import DRAWS, standing
from course_utils.concepts.local_productive_systems.maps import MOROCCO, map_of
from course_utils.concepts.local_productive_systems.places import Array, Places, morocco
from course_utils.datasets import load
from course_utils.explorer import style
from course_utils.measures import resampled_range
from course_utils.words import _, number, say

Figure = dict[str, Any]

#: Part of all draws from the country's mix that lies between the two curves.
LEVEL = 0.95
#: Businesses of a commune at which the curves are drawn.
SIZES = np.unique(np.round(np.logspace(0, 5.2, 60)))
TOP = 8.0


@dataclass(frozen=True, eq=False)
class Funnel:
    """Quotients of communes in a sector against their size.

    Parameters
    ----------
    places : Places
        The communes.
    quotients : ndarray, shape (n,)
        In the sector.
    beyond : ndarray of bool, shape (n,)
        Above what 97.5 % of draws from the country's mix give.
    low, high : ndarray
        The two curves, at `SIZES`.
    """

    places: Places
    quotients: Array
    beyond: Any
    low: Array
    high: Array

    @property
    def top(self) -> int:
        """Position of the highest quotient, of several the smallest commune."""
        return int(np.lexsort((self.places.totals, -self.quotients))[0])


@cache
def funnel(sector: str) -> Funnel:
    """Return the funnel of a sector.

    Examples
    --------
    >>> found = funnel("industry")
    >>> found.places.names[found.top], int(found.places.totals[found.top]), int(found.beyond.sum())
    ('Ouled Sidi Abdelhakem', 1, 235)
    """
    places = morocco("commune")
    at = places.column(sector)
    share = places.shares[at]
    quotients, totals = places.values["quotient"][:, at], places.totals
    _least, most = resampled_range(share * totals, totals, LEVEL)
    low, high = resampled_range(share * SIZES, SIZES, LEVEL)
    return Funnel(places, quotients, quotients > most / share + 1e-9, low / share, high / share)


def funnel_figure(found: Funnel, sector: str) -> Figure:
    """Draw communes by size and quotient, with the two curves of chance."""
    beyond, within = (np.where(mask, found.quotients, np.nan) for mask in (found.beyond, ~found.beyond))
    curve = {"type": "scatter", "mode": "lines", "x": np.log10(SIZES), "meta": {"powers": ["x"], "columns": ["x", "y"]}}
    line = {"width": 2, "color": style.color(1), "dash": "dash"}
    data = [
        curve | {"name": _("Low end"), "y": found.low, "line": line, "showlegend": False, "hoverinfo": "skip"},
        curve | {"name": _("95 % of draws from the country's mix"), "y": found.high, "line": line, "hoverinfo": "skip"},
        _communes(_("Within chance"), found, within, {"size": 4, "color": style.MUTED}),
        _communes(_("Beyond chance"), found, beyond, {"size": 6, "color": style.color(0), "symbol": "diamond"}),
    ]
    ticks = {"tickvals": [0, 1, 2, 3, 4, 5], "ticktext": [str(number(10**power)) for power in range(6)]}
    axes = {
        "xaxis": {"title": {"text": _("Businesses (logarithmic)")}, "range": [-0.2, 5.3]} | ticks,
        "yaxis": {"title": {"text": _("Location quotient, 2024")}, "range": [-0.2, TOP]},
        "hovermode": "closest",
    }
    return {"data": data, "layout": axes}


def _communes(name: str, found: Funnel, values: Array, marker: Figure) -> Figure:
    texts = list(_texts())
    own = {"type": "scatter", "mode": "markers", "name": name, "x": np.log10(found.places.totals), "y": values}
    hover = {"text": texts, "hovertemplate": "%{text}: %{y:.2f}<extra></extra>", "marker": marker}
    return own | hover | {"meta": {"powers": ["x"], "columns": ["text", "x", "y"]}}


@cache
def _texts() -> tuple[str, ...]:
    places, told = morocco("commune"), _("{name}, {n} businesses")
    return tuple(str(say(told, name=n, n=number(t))) for n, t in zip(places.names, places.totals, strict=True))


@dataclass(frozen=True, eq=False)
class Firsts:
    """Of each province, the commune that most lists hold: its name and the share of the lists drawn."""

    codes: tuple[str, ...]
    provinces: tuple[str, ...]
    communes: tuple[str, ...]
    shares: Array


@cache
def firsts(sector: str) -> Firsts:
    """Return the most robust commune of every province.

    Examples
    --------
    >>> found = firsts("industry")
    >>> found.communes[found.provinces.index("Médiouna")], float(found.shares.max())
    ('Lahraouyine', 1.0)
    """
    found, provinces = standing("commune", sector), morocco("province")
    table = load("morocco_establishments").query("level == 'commune'").set_index("code")["province"].astype(str)
    best: dict[str, int] = {}
    for at in found.order:
        best.setdefault(table[found.places.codes[at]], at)
    rows = [best[code] for code in provinces.codes]
    names = tuple(found.places.names[at] for at in rows)
    return Firsts(provinces.codes, provinces.names, names, found.shares[rows])


def firsts_figure(found: Firsts, sector: str) -> Figure:
    """Draw in how many of the drawn lists the most robust commune of every province is."""
    told = _("{commune} (province: {province})")
    texts = [str(say(told, commune=c, province=p)) for c, p in zip(found.communes, found.provinces, strict=True)]
    title = _("Lists of 1,000 that hold the commune")
    return map_of(
        MOROCCO, found.codes, DRAWS * found.shares, texts, float(DRAWS), title, _("in %{z:.0f} of 1,000 lists")
    )


def level_trace(_result: None, quotient: float) -> Figure:
    """Draw the quotient asked for across the funnel."""
    line = {"color": style.color(3), "width": 2}
    own = {"type": "scatter", "mode": "lines", "name": _("Your threshold"), "hoverinfo": "skip", "line": line}
    return own | {"x": [-0.2, 5.3], "y": [quotient, quotient], "meta": {"columns": []}}
