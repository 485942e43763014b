"""The explorer ``spatial_concentration.quotients``: stars that nobody earned."""

from __future__ import annotations

from typing import Any

import numpy as np

from course_utils.concepts.spatial_concentration import quotients
from course_utils.concepts.spatial_concentration.explorer import controls
from course_utils.concepts.spatial_concentration.places import Array, board
from course_utils.datasets import territory as place_of
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, Territory, style
from course_utils.explorer.controls import Control
from course_utils.words import Sentence, _, number, percent, say

Figure = dict[str, Any]

THROWN = ("n", "inequality", "draw")
PLANTS = (20, 60, 200, 1000)
#: Quotients above are shown alike.
TOP = 4.0
CLEAR = [[0.0, "rgba(0,0,0,0)"], [1.0, "rgba(0,0,0,0)"]]


def quotients_explorer() -> Explorer:
    """Return the explorer ``spatial_concentration.quotients``."""
    return Explorer(
        "spatial_concentration.quotients",
        _controls(),
        [_map()],
        Reading(_quotients, _sentence, THROWN),
        title=_("Stars that nobody earned"),
        caption=_(
            "Darts at the inhabitants of metropolitan France; a quotient is a département's share of the jobs over its"
            " share of the sites. The odds come from 4,000 throws (seed 2007)."
        ),
        data=("communes", "geometry"),
        note=_("The plants are made up; the communes and their inhabitants are real."),
    )


def _controls() -> dict[str, Control]:
    same = controls()
    return {
        "n": Choice(_("Plants"), {str(n): str(number(n)) for n in PLANTS}, "200"),
        "inequality": same["inequality"],
        "draw": same["draw"],
        "territory": Territory(_("Your département"), level="departement", value="38"),
    }


def _map() -> Panel:
    home = Overlay(_odds, _home, ("territory",))
    chances = Overlay(quotients_odds, _nothing, ("territory", "n", "inequality"), _odds_sentence)
    return Panel(
        "map",
        _quotients,
        _map_figure,
        THROWN,
        title=_("Location quotients of a throw of darts"),
        alt=_("Map of the départements coloured by their location quotient in one throw, yours outlined."),
        height=470,
        overlay=(home, chances),
    )


def _quotients(n: str, inequality: str, draw: str) -> quotients.Quotients:
    return quotients.chance_quotients(int(n), inequality, int(draw))


def quotients_odds(territory: str, n: str, inequality: str) -> Array:
    """Odds of a star and of no plant at all in a département; NaN outside metropolitan France."""
    codes = board().codes["departement"]
    if territory not in codes:
        return np.full(2, np.nan)
    return quotients.odds(int(n), inequality)[:, codes.index(territory)]


def _odds(territory: str) -> bool:
    return territory in board().codes["departement"]


def _map_figure(found: quotients.Quotients, **_values: str) -> Figure:
    trace = {
        "type": "choropleth",
        "name": _("Location quotient"),
        "geojson": "departements",
        "locations": board().codes["departement"],
        "z": np.minimum(found.values, TOP).round(2),
        "hovertemplate": "%{location}: %{z}<extra></extra>",
        "colorscale": style.SEQUENTIAL,
        "zmin": 0,
        "zmax": TOP,
        "colorbar": {"orientation": "h", "thickness": 12, "y": -0.05, "yanchor": "top"}
        | {"title": {"text": _("Quotient; 4 and more alike"), "side": "top"}},
        "marker": {"line": {"width": 0.5, "color": style.MUTED}},
    }
    return {"data": [trace], "layout": {"geo": style.france(), "margin": {"t": 0, "b": 50}}}


def _home(found: bool, territory: str) -> Figure:
    outline = {"marker": {"line": {"width": 3 if found else 0, "color": style.color(3)}}}
    return _overlaid([territory if found else "75"]) | outline


def _nothing(_found: Array, **_values: str) -> Figure:
    return _overlaid(["75"]) | {"marker": {"line": {"width": 0}}}


def _overlaid(codes: list[str]) -> Figure:
    look = {"colorscale": CLEAR, "showscale": False, "hoverinfo": "skip", "meta": {"columns": []}}
    return (
        {"type": "choropleth", "name": _("Your département"), "geojson": "departements"}
        | look
        | {
            "locations": codes,
            "z": [1.0],
        }
    )


def _sentence(found: quotients.Quotients, *, n: str, inequality: str, draw: str) -> Sentence:
    best = board().codes["departement"][int(found.values.argmax())]
    return say(
        _(
            "Throw {draw}: {n} darts, nobody chose a place. Yet {stars} of 96 départements have a quotient of 2 or more"
            " and {empty} have no plant; the highest is {place}, with {most}."
        ),
        draw=draw,
        n=number(int(n)),
        stars=number(found.stars),
        empty=number(found.empty),
        place=str(place_of(best)["name"]),
        most=number(float(found.values.max()), 1),
    )


def _odds_sentence(found: Array, *, territory: str, n: str, inequality: str) -> Sentence:
    name = str(place_of(territory)["name"])
    if np.isnan(found[0]):
        return say(_("{name} is not on this dartboard of metropolitan France."), name=name)
    told = _("By chance alone {name} reaches 2 in {star} of throws, and has no plant in {none}.")
    return say(told, name=name, star=percent(float(found[0])), none=percent(float(found[1])))
