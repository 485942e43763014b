"""The explorer ``globalisation.states``: frost belt and sun belt, from every base year."""

from __future__ import annotations

from typing import Any

import pandas as pd

from course_utils.concepts.globalisation import states
from course_utils.explorer import Choice, Explorer, Overlay, Panel, Reading, style
from course_utils.words import Sentence, _, number, say

Figure = dict[str, Any]


def states_explorer() -> Explorer:
    """Return the explorer ``globalisation.states``."""
    quantities = {"employment": _("jobs"), "gsp": _("production")}
    return Explorer(
        name="globalisation.states",
        controls={
            "state": Choice(_("State"), states.names(), "TX"),
            "base": Choice(_("Base year"), {str(year): str(year) for year in states.BASES}, "1970", play=True),
            "quantity": Choice(_("Growth of"), quantities, "employment"),
        },
        panels=[_divisions_panel(), _story_panel()],
        reading=Reading(_shift, _sentence, ("base", "quantity")),
        title=_("Belts that change places"),
        caption=_("Growth to 1986 beyond that of the 48 adjoining states together, in points a year."),
        data=("us_states_production",),
        note=_("The table has no industries: industry mix and local term cannot be told apart here."),
    )


def _divisions_panel() -> Panel:
    return Panel(
        "divisions",
        _by_division,
        _divisions_figure,
        ("base", "quantity"),
        title=_("Nine divisions, to 1986"),
        alt=_("Bars of the growth of nine divisions beyond that of the country, from the base year to 1986."),
        height=360,
    )


def _story_panel() -> Panel:
    return Panel(
        "story",
        _story,
        _story_figure,
        ("state", "quantity"),
        title=_("One state, told from every base year"),
        alt=_(
            "The growth of one state beyond that of the country, to 1986, against the base year; a diamond is yours."
        ),
        height=320,
        overlay=Overlay(_at_base, _point, ("state", "base", "quantity"), _story_sentence),
    )


def _shift(base: str, quantity: str) -> pd.Series:
    return states.shift(int(base), quantity)


def _by_division(base: str, quantity: str) -> pd.Series:
    return states.shift(int(base), quantity, "division")


def _story(state: str, quantity: str) -> states.Story:
    return states.story(state, quantity)


def _at_base(state: str, base: str, quantity: str) -> tuple[states.Story, float]:
    found = states.story(state, quantity)
    return found, float(found.shift[states.BASES.index(int(base))])


def _divisions_figure(found: pd.Series, **_values: Any) -> Figure:
    values = [float(found[code]) for code in states.divisions()]
    bars = {
        "type": "bar",
        "orientation": "h",
        "name": _("Beyond the country"),
        "y": list(states.divisions().values()),
        "x": values,
        "marker": {"color": style.color(0)},
        "hovertemplate": "%{y}: %{x:.2f}",
    }
    axes = {
        "xaxis": {"title": {"text": _("Points a year")}, "range": [-4, 4]},
        "yaxis": {"autorange": "reversed"},
        "showlegend": False,
    }
    return {"data": [bars], "layout": axes}


def _story_figure(found: states.Story, **_values: Any) -> Figure:
    line = {"type": "scatter", "mode": "lines+markers", "name": _("To 1986"), "x": list(states.BASES), "y": found.shift}
    line |= {"line": {"color": style.color(0), "width": 3}, "hovertemplate": "%{x}: %{y:.2f}"}
    axes = {
        "xaxis": {"title": {"text": _("Base year")}, "range": [1969, 1986]},
        "yaxis": {"title": {"text": _("Points a year")}, "zeroline": True, "zerolinewidth": 2},
    }
    return {"data": [line], "layout": axes}


def _point(found: tuple[states.Story, float], *, base: str, **_values: Any) -> Figure:
    dot = {"symbol": "diamond", "size": 13, "color": style.color(3)}
    mark = {"type": "scatter", "mode": "markers", "name": _("Your base year"), "x": [int(base)], "y": [found[1]]}
    return mark | {"marker": dot, "hovertemplate": "%{x}: %{y:.2f}"}


def _sentence(found: pd.Series, *, base: str, quantity: str) -> Sentence:
    names = states.names()
    told = _(
        "From {base} to 1986, {gain} of 48 states gained on the country; first is {best} ({most} points a year), last"
        " {worst} ({least})."
    )
    ends = {"best": names[str(found.idxmax())], "worst": names[str(found.idxmin())]}
    shown = {"gain": number(int((found > 0).sum())), "most": number(found.max(), 1), "least": number(found.min(), 1)}
    return say(told, base=base, **ends, **shown)


def _story_sentence(found: tuple[states.Story, float], *, state: str, base: str, quantity: str) -> Sentence:
    story, value = found
    gained = int((story.shift > 0).sum())
    told = _("{name}: {value} points a year; it gains from {gained} of the {all} base years and loses from the others.")
    return say(told, name=story.name, value=number(value, 1), gained=number(gained), all=number(len(states.BASES)))
